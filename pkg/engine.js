// The wasm module: started on the first call, and replaced by a fresh instance after a fault.

import { initSync, __wbg_reset_state as makeFreshInstance } from "./generated/copydesk.js";
import base64 from "./generated/wasm-inline.js";

/** @type {Promise<void> | undefined} */
let started;

// A fault leaves the instance's stack and heap as they were in the middle of the work.
let spoiled = false;

/** Starts the module. All calls share one start; a start that failed is tried again. */
export function start() {
  started ??= instantiate().catch((cause) => {
    started = undefined;
    throw new Error(
      "copydesk could not start WebAssembly. On a page with a Content-Security-Policy, its script-src needs " +
        `'wasm-unsafe-eval'. The cause: ${cause?.message ?? cause}`,
      { cause },
    );
  });
  return started;
}

async function instantiate() {
  // `initSync` and not the default: that one can fetch, and bundlers drop it when nobody imports it.
  initSync({ module: await WebAssembly.compile(decode(base64)) });
}

/** @param {string} base64 */
function decode(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
}

/**
 * Does `work`, which calls into the started module.
 *
 * The module keeps no state between calls, so a fresh instance can serve the next one. It is made after any error:
 * an exception that comes through the module from outside spoils it as a trap does.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function call(work) {
  if (spoiled) {
    makeFreshInstance();
    spoiled = false;
  }
  try {
    return work();
  } catch (error) {
    spoiled = true;
    if (error instanceof WebAssembly.RuntimeError) {
      throw new Error(
        "copydesk failed on this input, or there was not enough memory for it. The next call starts afresh. " +
          "Please report it with the input that shows it.",
        { cause: error },
      );
    }
    throw error;
  }
}
