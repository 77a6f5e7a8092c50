// The entry without the WebAssembly in it: for those who serve the file themselves.

import { isReaderable, ofDocument, ofHtml, ofText } from "./cleaned.js";
import { describe } from "./describe.js";
import { notStarted, start } from "./engine.js";
import { wrap } from "./result.js";

export { kinds } from "./kinds.js";

/** What every copydesk module has and other files have not. */
const EXPORT = "cleanDocument";

/** @type {Promise<void> | undefined} */
let initialised;

/** @type {typeof import("./slim.js").init} */
export function init(source) {
  initialised ??= startFrom(source).catch((error) => {
    initialised = undefined;
    throw error;
  });
  return initialised;
}

/** @param {unknown} source */
async function startFrom(source) {
  const compile = await loaded(await source);
  const module = await compile().catch((cause) => {
    throw notStarted(cause);
  });
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === EXPORT)) {
    throw new Error("init: this WebAssembly module is not copydesk's: take the file of copydesk/wasm");
  }
  await start({ compile: async () => module });
}

/** The calls wait for `init`; the module itself was compiled there. @type {import("./engine.js").Source} */
const given = {
  async compile() {
    throw new Error("no module was given");
  },
};

async function ready() {
  if (!initialised) {
    throw new Error(
      "copydesk/slim has no WebAssembly yet: call init(source) first, with the address or the bytes of " +
        "copydesk/wasm. An init that failed must be called again.",
    );
  }
  await initialised;
  return given;
}

/** @type {typeof import("./slim.js").clean} */
export async function clean(text, options) {
  return wrap(await ofText(await ready(), text, options));
}

/** @type {typeof import("./slim.js").cleanHtml} */
export async function cleanHtml(html, options) {
  return wrap(await ofHtml(await ready(), html, options));
}

/** @type {typeof import("./slim.js").cleanDocument} */
export async function cleanDocument(document, options) {
  return wrap(await ofDocument(await ready(), document, options));
}

/** @type {typeof import("./slim.js").isProbablyReaderable} */
export async function isProbablyReaderable(input, options) {
  return isReaderable(await ready(), input, options);
}

/**
 * What is left to do once the bytes are here, or on their way.
 *
 * @param {unknown} source
 * @returns {Promise<() => Promise<WebAssembly.Module>>}
 */
async function loaded(source) {
  if (source instanceof WebAssembly.Module) return async () => source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return () => WebAssembly.compile(/** @type {BufferSource} */ (source));
  }
  if (typeof source === "string" || source instanceof URL) return fetched(source);
  if (typeof Response === "function" && source instanceof Response) return answered(source);
  throw new TypeError(
    `init: expected the address, the bytes, a Response or the WebAssembly.Module of copydesk/wasm, got ${describe(source)}`,
  );
}

/** @param {string | URL} address */
async function fetched(address) {
  // Node's fetch reads no files, and what import.meta.resolve gives there is the address of one.
  const { process } = /** @type {any} */ (globalThis);
  const files = `${address}`.startsWith("file:") && process?.getBuiltinModule?.("node:fs");
  try {
    if (files) {
      const bytes = await files.promises.readFile(new URL(address));
      return () => WebAssembly.compile(bytes);
    }
    return await answered(await fetch(address));
  } catch (cause) {
    const reason = /** @type {any} */ (cause)?.message ?? cause;
    throw new Error(`init: ${address} could not be loaded: ${reason}`, { cause });
  }
}

/** @param {Response} response */
async function answered(response) {
  if (!response.ok) throw new Error(`the answer is ${response.status} ${response.statusText}`.trimEnd());
  const type = response.headers.get("Content-Type") ?? "none";
  if (type.startsWith("application/wasm") && typeof WebAssembly.compileStreaming === "function") {
    return () => WebAssembly.compileStreaming(response);
  }
  // Other types are refused by that, but the bytes may be right.
  const bytes = await response.arrayBuffer();
  if (!WebAssembly.validate(bytes)) {
    throw new Error(
      `the answer, of type ${type}, is no WebAssembly: is the file of copydesk/wasm served there?`,
    );
  }
  return () => WebAssembly.compile(bytes);
}
