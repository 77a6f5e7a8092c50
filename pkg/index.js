import { describe } from "./describe.js";
import { call, start } from "./engine.js";
import { clean as cleanText, documentText } from "./generated/copydesk.js";
import { Result } from "./result.js";

/** The confidence from which a page counts as having an article: more likely than not. */
const READERABLE_CONFIDENCE = 0.5;

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
  return make(text, options);
}

/** @type {typeof import("./index.js").cleanDocument} */
export async function cleanDocument(document, options) {
  if (!isDocument(document)) {
    throw new TypeError(
      `cleanDocument: expected a document, such as window.document, got ${describe(document)}`,
    );
  }
  checkSeen(document);
  await start();
  return make(
    call(() => documentText(document)),
    options,
  );
}

/** @type {typeof import("./index.js").isProbablyReaderable} */
export async function isProbablyReaderable(input, options) {
  if (typeof input !== "string" && !isDocument(input)) {
    throw new TypeError(`isProbablyReaderable: expected a page's text or a document, got ${describe(input)}`);
  }
  const result =
    typeof input === "string" ? await clean(input, options) : await cleanDocument(input, options);
  return result.length > 0 && result.confidence >= READERABLE_CONFIDENCE;
}

/**
 * @param {string} text
 * @param {import("./index.js").CleanOptions | null} [options]
 * @returns {import("./index.js").Result}
 */
function make(text, options) {
  const { article, url, ...labels } = call(() => cleanText(text, options));
  const result = new Result(text, url, { ...labels, byHand: new Uint8Array(labels.kept.length) }, article);
  return /** @type {import("./index.js").Result} */ (/** @type {unknown} */ (result));
}

/** @param {unknown} value */
function isDocument(value) {
  return (
    typeof value === "object" && value !== null && "nodeType" in value && value.nodeType === DOCUMENT_NODE
  );
}

/**
 * Refuses a document that nobody sees: without layout there is no telling what is hidden.
 *
 * @param {Document} document
 */
function checkSeen(document) {
  if (document.body && !("innerText" in document.body)) {
    throw new Error(
      "cleanDocument: this document has no innerText (jsdom and linkedom lack it), and it takes that to tell " +
        "what a person sees. Pass the page's text to clean() instead.",
    );
  }
  if (!document.defaultView) {
    throw new Error(
      "cleanDocument: this document is in no window (one from DOMParser is not), so there is no telling what a " +
        "person sees of it. Pass the page's text to clean() instead.",
    );
  }
}
