import type { Global, WasmModule } from "./platform.js";

/** The functions of the main entry. Each rejects when {@link init} was not called. */
export {
  type CleanOptions,
  clean,
  cleanDocument,
  cleanHtml,
  isProbablyReaderable,
  type Kind,
  kinds,
  type Line,
  type Result,
} from "./index.js";

/**
 * What {@link init} takes: the file of `copydesk/wasm`, as its address, its bytes, an answer that holds it, or compiled.
 *
 * An address is requested by `fetch`, or read where it is that of a file and the program runs in Node. Served as
 * `application/wasm` it is compiled while it arrives.
 */
export type WasmSource =
  | string
  | Global<"URL">
  | ArrayBuffer
  | ArrayBufferView
  | Global<"Response">
  | WasmModule;

/**
 * Gives the entry its WebAssembly, once, before or beside the first call; the calls wait for it. Further calls of
 * `init` share the first one and do nothing more. Rejects when the file cannot be loaded or is not copydesk's of this
 * version; then it may be called again.
 *
 * @example
 * import wasm from "copydesk/wasm?url"; // Vite
 * await init(wasm);
 *
 * @example
 * await init(import.meta.resolve("copydesk/wasm")); // Node
 */
export function init(source: WasmSource | PromiseLike<WasmSource>): Promise<void>;
