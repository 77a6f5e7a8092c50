// The module as the package carries it: in a script, so that there is no file to find and no request to make.

import { order, size, text } from "./generated/wasm-inline.js";

/** @type {import("./engine.js").ReadySource} */
export const inlined = {
  compile: () => WebAssembly.compile(decode()),
  compileNow: () => new WebAssembly.Module(decode()),
};

// As `xtask/src/inline.rs` has them, which says why the text is as it is.
const UNUSED = '"$<\\`';
const PAIRS = 3;
const [FIRST, LAST] = [0x20, 0x7e];

function decode() {
  // By the code of a character: its place in the alphabet.
  const places = new Uint8Array(LAST + 1);
  let letters = 0;
  for (let code = FIRST; code <= LAST; code++) {
    if (!UNUSED.includes(String.fromCharCode(code))) places[code] = letters++;
  }
  const singles = letters - PAIRS;
  const bytes = new Uint8Array(size);
  for (let at = 0, i = 0; i < size; i++) {
    const place = places[text.charCodeAt(at++)];
    const rank = place < PAIRS ? singles + place * letters + places[text.charCodeAt(at++)] : place - PAIRS;
    bytes[i] = order[rank];
  }
  return bytes;
}
