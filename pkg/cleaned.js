// The calls into the module, for all the entries: what they are given is checked, and the module started first.

import { describe } from "./describe.js";
import { call, start } from "./engine.js";
import {
  cleanHtml as cleanMarkup,
  cleanDocument as cleanNodes,
  clean as cleanText,
  isDocumentReaderable,
  isProbablyReaderable as isTextReaderable,
} from "./generated/copydesk.js";

/**
 * What the module makes of a page. It is plain data, which another thread can be sent.
 * @typedef {import("./generated/copydesk.js").Cleaned & { text: string }} Cleaned
 * @typedef {import("./engine.js").Source} Source
 * @typedef {import("./index.js").CleanOptions | null} Options
 */

const DOCUMENT_NODE = 9;

/**
 * @param {Source} source
 * @param {string} text
 * @param {Options} [options]
 * @returns {Promise<Cleaned>}
 */
export async function ofText(source, text, options) {
  if (typeof text !== "string") {
    throw new TypeError(`clean: expected the page's text as a string, got ${describe(text)}`);
  }
  await start(source);
  return { ...call(() => cleanText(text, options)), text };
}

/**
 * @param {Source} source
 * @param {string} html
 * @param {Options} [options]
 * @returns {Promise<Cleaned>}
 */
export async function ofHtml(source, html, options) {
  if (typeof html !== "string") {
    throw new TypeError(`cleanHtml: expected the page's HTML as a string, got ${describe(html)}`);
  }
  await start(source);
  return withText(call(() => cleanMarkup(html, options)));
}

/**
 * @param {Source} source
 * @param {Document} document
 * @param {Options} [options]
 * @returns {Promise<Cleaned>}
 */
export async function ofDocument(source, document, options) {
  if (!isDocument(document)) {
    throw new TypeError(
      `cleanDocument: expected a document, such as window.document, got ${describe(document)}`,
    );
  }
  await start(source);
  return ofDocumentNow(document, options);
}

/**
 * The same, where the module has been started.
 *
 * @param {Document} document
 * @param {Options} [options]
 * @returns {Cleaned}
 */
export function ofDocumentNow(document, options) {
  return withText(call(() => cleanNodes(document, options)));
}

/**
 * @param {Source} source
 * @param {string | Document} input
 * @param {Options} [options]
 */
export async function isReaderable(source, input, options) {
  if (typeof input !== "string" && !isDocument(input)) {
    throw new TypeError(`isProbablyReaderable: expected a page's text or a document, got ${describe(input)}`);
  }
  await start(source);
  return call(() =>
    typeof input === "string" ? isTextReaderable(input, options) : isDocumentReaderable(input, options),
  );
}

/**
 * @param {import("./generated/copydesk.js").Cleaned} cleaned
 * @returns {Cleaned}
 */
function withText(cleaned) {
  return { ...cleaned, text: cleaned.text ?? "" };
}

/**
 * A picture that its page has named `nodeType` stands before what the document itself says.
 *
 * @param {unknown} value
 * @returns {value is Document}
 */
export function isDocument(value) {
  if (typeof value !== "object" || value === null) return false;
  const ofClass = Reflect.get(Object.getPrototypeOf(value) ?? value, "nodeType", value);
  return (ofClass ?? Reflect.get(value, "nodeType")) === DOCUMENT_NODE;
}
