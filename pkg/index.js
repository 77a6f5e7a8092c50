// The main entry: it carries its WebAssembly, and needs no configuration.

import { isReaderable, ofDocument, ofHtml, ofText } from "./cleaned.js";
import { inlined } from "./inlined.js";
import { wrap } from "./result.js";

export { kinds } from "./kinds.js";

/** @type {typeof import("./index.js").clean} */
export async function clean(text, options) {
  return wrap(await ofText(inlined, text, options));
}

/** @type {typeof import("./index.js").cleanHtml} */
export async function cleanHtml(html, options) {
  return wrap(await ofHtml(inlined, html, options));
}

/** @type {typeof import("./index.js").cleanDocument} */
export async function cleanDocument(document, options) {
  return wrap(await ofDocument(inlined, document, options));
}

/** @type {typeof import("./index.js").isProbablyReaderable} */
export async function isProbablyReaderable(input, options) {
  return isReaderable(inlined, input, options);
}
