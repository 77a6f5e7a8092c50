// Readability's interface over copydesk, for programs that were written for it. Without waiting, as theirs is.

import { isDocument, ofDocumentNow } from "./cleaned.js";
import { describe } from "./describe.js";
import { call, start, startNow } from "./engine.js";
import { isDocumentReaderable } from "./generated/copydesk.js";
import { inlined } from "./inlined.js";
import { wrap } from "./result.js";

/** The strictness that keeps most, for `charThreshold`. */
const KEEP_MOST = 0;

/** What Readability gives these options where one of them alone is set. */
const MIN_CONTENT_LENGTH = 140;
const MIN_SCORE = 20;

/** The kinds of line that `isProbablyReaderable` counts, as Readability counts paragraphs and code. */
const COUNTED = new Set(["paragraph", "list", "quote", "code"]);

/** @type {typeof import("./readability.js").ready} */
export const ready = () => start(inlined);

export class Readability {
  #document;
  #options;

  /**
   * @param {Document} document
   * @param {import("./readability.js").ReadabilityOptions<unknown> | null} [options]
   */
  constructor(document, options) {
    checkDocument("Readability", document);
    this.#document = document;
    this.#options = options ?? {};
  }

  parse() {
    const { maxElemsToParse, charThreshold, serializer } = this.#options;
    const elements = maxElemsToParse ? this.#document.getElementsByTagName("*").length : 0;
    if (maxElemsToParse && elements > maxElemsToParse) {
      throw new Error(`Readability: the document has ${elements} elements, more than maxElemsToParse allows`);
    }
    startWithoutWaiting("Readability");
    let { article } = ofDocumentNow(this.#document, { images: true });
    if (charThreshold && article.length < charThreshold) {
      const more = ofDocumentNow(this.#document, { images: true, strictness: KEEP_MOST }).article;
      if (more.length > article.length) article = more;
    }
    if (article.textContent === "") return null;
    const { title, textContent, length, excerpt, byline, dir, siteName, lang, publishedTime } = article;
    const content = serializer ? serializer(element(this.#document, article.content)) : article.content;
    return { title, content, textContent, length, excerpt, byline, dir, siteName, lang, publishedTime };
  }
}

/**
 * @param {Document} document
 * @param {import("./readability.js").ReaderableOptions | ((node: Node) => boolean) | null} [options]
 */
export function isProbablyReaderable(document, options) {
  checkDocument("isProbablyReaderable", document);
  const { minContentLength, minScore, visibilityChecker } =
    typeof options === "function" ? { visibilityChecker: options } : (options ?? {});
  startWithoutWaiting("isProbablyReaderable");
  const seen = visibilityChecker ? visiblePart(document, visibilityChecker) : document;
  if (!call(() => isDocumentReaderable(seen, null))) return false;
  if (minContentLength === undefined && minScore === undefined) return true;
  const least = minContentLength ?? MIN_CONTENT_LENGTH;
  const score = wrap(ofDocumentNow(seen))
    .lines.filter((line) => line.kept && COUNTED.has(line.kind) && line.text.length >= least)
    .reduce((sum, line) => sum + Math.sqrt(line.text.length - least), 0);
  return score > (minScore ?? MIN_SCORE);
}

/**
 * @param {string} name
 * @param {unknown} document
 */
function checkDocument(name, document) {
  if (!isDocument(document)) {
    throw new TypeError(`${name}: expected a document, such as window.document, got ${describe(document)}`);
  }
}

/** @param {string} name */
function startWithoutWaiting(name) {
  try {
    startNow(inlined);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Error(
      `${name}: this browser compiles WebAssembly of this size on the main thread only where it can wait. ` +
        'Call `await ready()` once before, with `import { ready } from "copydesk/readability"`',
      { cause },
    );
  }
}

/**
 * A copy of the document without the elements that the caller's own check says are not seen. The document stays as it
 * is.
 *
 * @param {Document} document
 * @param {(node: Node) => boolean} isVisible
 */
function visiblePart(document, isVisible) {
  const copy = /** @type {Document} */ (document.cloneNode(true));
  const pairs = [[document.body, copy.body]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [original, copied] = pair;
    if (!original || !copied) continue;
    if (!isVisible(original)) {
      copied.remove();
      continue;
    }
    const copies = Array.from(copied.children);
    for (const [i, child] of Array.from(original.children).entries()) {
      pairs.push([/** @type {HTMLElement} */ (child), /** @type {HTMLElement} */ (copies[i])]);
    }
  }
  return copy;
}

/**
 * The article as an element of a document of its own, where nothing is loaded or run. What it is made of is our own
 * HTML.
 *
 * @param {Document} document
 * @param {string} content
 */
function element(document, content) {
  const article = /** @type {Document} */ (document.cloneNode(false)).createElement("div");
  article.innerHTML = content;
  return article;
}
