// The module as the package carries it: in a script, so that there is no file to find and no request to make.

import base64 from "./generated/wasm-inline.js";

/** @type {import("./engine.js").ReadySource} */
export const inlined = {
  compile: () => WebAssembly.compile(decode(base64)),
  compileNow: () => new WebAssembly.Module(decode(base64)),
};

/** @param {string} base64 */
function decode(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
}
