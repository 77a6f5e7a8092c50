import { describe } from "./describe.js";
import { call, start } from "./engine.js";
import {
  cleanHtml as cleanMarkup,
  cleanDocument as cleanNodes,
  clean as cleanText,
  isDocumentReaderable,
  isProbablyReaderable as isTextReaderable,
} from "./generated/copydesk.js";
import { Result } from "./result.js";

const DOCUMENT_NODE = 9;

/** @type {readonly import("./index.js").Kind[]} */
export const kinds = Object.freeze([
  "title",
  "subtitle",
  "byline",
  "date",
  "heading",
  "paragraph",
  "list",
  "quote",
  "code",
  "table",
  "caption",
  "credit",
  "navigation",
  "related",
  "advertisement",
  "subscribe",
  "share",
  "comment",
  "consent",
  "legal",
  "interface",
  "other",
  "blank",
]);

/** @type {typeof import("./index.js").clean} */
export async function clean(text, options) {
  if (typeof text !== "string") {
    throw new TypeError(`clean: expected the page's text as a string, got ${describe(text)}`);
  }
  await start();
  return wrap(
    text,
    call(() => cleanText(text, options)),
  );
}

/** @type {typeof import("./index.js").cleanHtml} */
export async function cleanHtml(html, options) {
  if (typeof html !== "string") {
    throw new TypeError(`cleanHtml: expected the page's HTML as a string, got ${describe(html)}`);
  }
  await start();
  const { text, ...cleaned } = call(() => cleanMarkup(html, options));
  return wrap(text ?? "", cleaned);
}

/** @type {typeof import("./index.js").cleanDocument} */
export async function cleanDocument(document, options) {
  if (!isDocument(document)) {
    throw new TypeError(
      `cleanDocument: expected a document, such as window.document, got ${describe(document)}`,
    );
  }
  await start();
  const { text, ...cleaned } = call(() => cleanNodes(document, options));
  return wrap(text ?? "", cleaned);
}

/** @type {typeof import("./index.js").isProbablyReaderable} */
export async function isProbablyReaderable(input, options) {
  if (typeof input !== "string" && !isDocument(input)) {
    throw new TypeError(`isProbablyReaderable: expected a page's text or a document, got ${describe(input)}`);
  }
  await start();
  return call(() =>
    typeof input === "string" ? isTextReaderable(input, options) : isDocumentReaderable(input, options),
  );
}

/**
 * @param {string} text
 * @param {Omit<import("./generated/copydesk.js").Cleaned, "text">} cleaned
 * @returns {import("./index.js").Result}
 */
function wrap(text, { article, labels }) {
  const result = new Result(text, { ...labels, byHand: new Uint8Array(labels.kept.length) }, article);
  return /** @type {import("./index.js").Result} */ (/** @type {unknown} */ (result));
}

/**
 * A picture that its page has named `nodeType` stands before what the document itself says.
 *
 * @param {unknown} value
 * @returns {value is Document}
 */
function isDocument(value) {
  if (typeof value !== "object" || value === null) return false;
  const ofClass = Reflect.get(Object.getPrototypeOf(value) ?? value, "nodeType", value);
  return (ofClass ?? Reflect.get(value, "nodeType")) === DOCUMENT_NODE;
}
