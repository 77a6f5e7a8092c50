// The result: the article's fields, its lines, and the article again with some lines set by hand.

import { describe } from "./describe.js";
import { call } from "./engine.js";
import { assemble, kindNames, reasonTexts, toHtml, toText } from "./generated/copydesk.js";

/**
 * What the module says of each line, by index, and 1 for a line that was set by hand.
 * @typedef {import("./generated/copydesk.js").Labels & { byHand: Uint8Array }} Labels
 */

/** @type {{ kinds: import("./index.js").Kind[], reasons: string[] } | undefined} */
let names;

/**
 * The lines of `text`, split as the core splits them: at `\n`, `\r\n` and `\r`; an end at the very end adds none.
 *
 * @param {string} text
 */
function split(text) {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") {
    lines.pop();
  }
  return lines;
}

/**
 * @param {string} text
 * @param {Labels} labels
 * @returns {import("./index.js").Line[]}
 */
function makeLines(text, labels) {
  names ??= call(() => ({
    kinds: /** @type {import("./index.js").Kind[]} */ (kindNames()),
    reasons: reasonTexts(),
  }));
  const { kinds, reasons } = names;
  return split(text).map((line, i) => ({
    number: i + 1,
    text: line,
    kind: kinds[labels.kinds[i]],
    kept: labels.kept[i] === 1,
    score: labels.scores[i],
    reason: reasons[labels.reasons[i]],
    byHand: labels.byHand[i] === 1,
  }));
}

/**
 * @param {import("./cleaned.js").Cleaned} cleaned
 * @returns {import("./index.js").Result}
 */
export function wrap({ text, article, labels }) {
  const result = new Result(text, { ...labels, byHand: new Uint8Array(labels.kept.length) }, article);
  return /** @type {import("./index.js").Result} */ (/** @type {unknown} */ (result));
}

/** Its fields are its own, so that it can be turned into JSON and cloned; the methods are of the class. */
class Result {
  #text;
  #labels;

  /**
   * @param {string} text
   * @param {Labels} labels
   * @param {import("./generated/copydesk.js").BareArticle} article
   */
  constructor(text, labels, article) {
    this.#text = text;
    this.#labels = labels;
    Object.assign(this, article, { lines: makeLines(text, labels) });
  }

  /** @param {Readonly<Record<number, boolean>>} changes */
  with(changes) {
    const kept = this.#labels.kept.slice();
    const byHand = this.#labels.byHand.slice();
    for (const [number, keep] of checkChanges(changes, kept.length)) {
      kept[number - 1] = Number(keep);
      byHand[number - 1] = 1;
    }
    const labels = { ...this.#labels, kept, byHand };
    return new Result(
      this.#text,
      labels,
      call(() => assemble(this.#text, labels)),
    );
  }

  toText() {
    return call(() => toText(this.#text, this.#labels));
  }

  toHtml() {
    return call(() => toHtml(this.#text, this.#labels));
  }
}

/**
 * @param {unknown} changes
 * @param {number} count
 * @returns {[number, boolean][]}
 */
function checkChanges(changes, count) {
  if (typeof changes !== "object" || changes === null || Symbol.iterator in changes) {
    throw new TypeError(`with: expected an object like { 12: true, 40: false }, got ${describe(changes)}`);
  }
  return Object.entries(changes).map(([key, keep]) => {
    const number = Number(key);
    if (!(Number.isInteger(number) && number >= 1 && number <= count && String(number) === key)) {
      throw new RangeError(`with: there is no line ${key}: the page has ${count}, counted from 1`);
    }
    if (typeof keep !== "boolean") {
      throw new TypeError(
        `with: line ${key}: give true to keep it or false to drop it, not ${describe(keep)}`,
      );
    }
    return [number, keep];
  });
}
