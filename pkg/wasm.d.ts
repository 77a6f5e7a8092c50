import type { WasmSource } from "./slim.js";

/** The file of the WebAssembly, as your bundler's loader for it gives it: its address or its bytes, for `init`. */
declare const wasm: WasmSource;
export default wasm;
