// The wasm module: started on the first call, and replaced by a fresh instance after a fault.

import { adopt, imports, __wbg_reset_state as makeFreshInstance } from "./generated/copydesk.js";

/**
 * Where the module comes from. Each entry of the package has its own; they share what was started.
 * @typedef {{ compile: () => Promise<WebAssembly.Module> }} Source
 * @typedef {Source & { compileNow: () => WebAssembly.Module }} ReadySource
 */

/** @type {WebAssembly.Module | undefined} */
let module;

/** @type {Promise<void> | undefined} */
let started;

let isThere = false;

// A fault leaves the instance's stack and heap as they were in the middle of the work.
let spoiled = false;

/**
 * Starts the module. All calls share one start; a start that failed is tried again.
 *
 * @param {Source} source
 */
export function start(source) {
  started ??= instantiate(source).catch((cause) => {
    started = undefined;
    throw notStarted(cause);
  });
  return started;
}

/** @param {Source} source */
async function instantiate(source) {
  const compiled = module ?? (await source.compile());
  // Not `new Instance`, which Chrome before 115 refuses on the main thread as it refuses `new Module`.
  adopt(await WebAssembly.instantiate(compiled, imports()), compiled);
  module = compiled;
  isThere = true;
  spoiled = false;
}

/**
 * Starts the module without waiting. Some browsers refuse that where it would hold up their page.
 *
 * @param {ReadySource} source
 */
export function startNow(source) {
  if (isThere) return;
  try {
    const compiled = module ?? source.compileNow();
    adopt(new WebAssembly.Instance(compiled, imports()), compiled);
    module = compiled;
  } catch (cause) {
    throw cause instanceof RangeError ? cause : notStarted(cause);
  }
  isThere = true;
  started = Promise.resolve();
}

/** The module that was started, to be used in another thread too. */
export function startedModule() {
  return module;
}

/** @param {any} cause */
export function notStarted(cause) {
  if (cause instanceof WebAssembly.LinkError) {
    return new Error(
      "copydesk was given the WebAssembly of another version: take the file of copydesk/wasm from the same package. " +
        `The cause: ${cause.message}`,
      { cause },
    );
  }
  return new Error(
    "copydesk could not start WebAssembly. On a page with a Content-Security-Policy, its script-src needs " +
      `'wasm-unsafe-eval'. The cause: ${cause?.message ?? cause}`,
    { cause },
  );
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
  if (spoiled) startAfresh();
  try {
    return work();
  } catch (error) {
    spoiled = true;
    // Who can wait for the fresh instance does so in `start`; the others make it above.
    started = undefined;
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

function startAfresh() {
  try {
    makeFreshInstance();
  } catch (cause) {
    throw new Error(
      "copydesk failed on an earlier input, and this browser does not start it afresh without waiting: " +
        "await one of its calls, then do this again",
      { cause },
    );
  }
  spoiled = false;
  started = Promise.resolve();
}
