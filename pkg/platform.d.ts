// Types of the platform, where the program's own types know them: it may be compiled without those of the DOM.

/** The global class of this name, or nothing that could be given. */
export type Global<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

/** `WebAssembly.Module`. */
export type WasmModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Type } };
}
  ? Type
  : never;
