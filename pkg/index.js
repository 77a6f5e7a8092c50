import { describe } from "./describe.js";
import { call, start } from "./engine.js";
import {
  cleanHtml as cleanMarkup,
  clean as cleanText,
  documentText,
  isProbablyReaderable as isReaderable,
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
  return makeResult(text, options);
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
  checkSeen(document, "cleanDocument", "Pass the page's text to clean() instead.");
  await start();
  const { text, address } = readDocument(document);
  return makeResult(text, options, address);
}

/** @type {typeof import("./index.js").isProbablyReaderable} */
export async function isProbablyReaderable(input, options) {
  if (typeof input !== "string" && !isDocument(input)) {
    throw new TypeError(`isProbablyReaderable: expected a page's text or a document, got ${describe(input)}`);
  }
  if (typeof input !== "string") checkSeen(input, "isProbablyReaderable", "Pass the page's text instead.");
  await start();
  const { text, address } = typeof input === "string" ? { text: input } : readDocument(input);
  return call(() => isReaderable(text, options, address));
}

/**
 * @param {string} text
 * @param {import("./index.js").CleanOptions | null} [options]
 * @param {string} [address] of the page, where the options name none
 * @returns {import("./index.js").Result}
 */
function makeResult(text, options, address) {
  return wrap(
    text,
    call(() => cleanText(text, options, address)),
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
 * What a person sees of a document, and its address where it is one of the web: `about:blank` and a file tell
 * nothing of a site.
 *
 * @param {Document} document
 * @returns {{ text: string, address?: string }}
 */
function readDocument(document) {
  const text = call(() => documentText(document));
  return /^https?:/.test(document.URL) ? { text, address: document.URL } : { text };
}

/**
 * @param {unknown} value
 * @returns {value is Document}
 */
function isDocument(value) {
  return (
    typeof value === "object" && value !== null && "nodeType" in value && value.nodeType === DOCUMENT_NODE
  );
}

/**
 * Refuses a document that nobody sees: without layout there is no telling what is hidden, and `innerText` would hold
 * the text of every element, scripts too.
 *
 * @param {Document} document
 * @param {string} caller the function that was called, which the error names
 * @param {string} remedy
 */
function checkSeen({ body, defaultView }, caller, remedy) {
  if (body && !("innerText" in body)) {
    throw new Error(
      `${caller}: this document has no innerText (jsdom and linkedom lack it), and it takes that to tell what a ` +
        `person sees. ${remedy}`,
    );
  }
  if (!defaultView) {
    throw new Error(
      `${caller}: this document is in no window (one from DOMParser is not), so there is no telling what a ` +
        `person sees of it. ${remedy}`,
    );
  }
  if (body && body.getClientRects().length === 0) {
    throw new Error(
      `${caller}: this document is not rendered (its frame or its body is hidden), so there is no telling what a ` +
        `person sees of it. ${remedy}`,
    );
  }
}
