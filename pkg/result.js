// The result: the article's fields, its lines, and the article again with some lines set by hand.

import { describe } from "./describe.js";
import { call } from "./engine.js";
import { assemble, kindNames, reasonTexts } from "./generated/copydesk.js";

/**
 * What the module says of each line, by index.
 * @typedef {object} Labels
 * @property {Uint8Array} kinds
 * @property {Uint8Array} kept
 * @property {Float32Array} scores
 * @property {Uint8Array} reasons
 * @property {Uint8Array} byHand
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

/** Its fields are its own, so that it can be turned into JSON and cloned; `with` is of the class. */
export class Result {
  #text;
  #url;
  #labels;
  #confidence;

  /**
   * @param {string} text
   * @param {string | null} url
   * @param {Labels} labels
   * @param {import("./generated/copydesk.js").BareArticle} article
   */
  constructor(text, url, labels, article) {
    this.#text = text;
    this.#url = url;
    this.#labels = labels;
    this.#confidence = article.confidence;
    Object.assign(this, article, { image: null, lines: makeLines(text, labels) });
  }

  /** @param {Readonly<Record<number, boolean>>} changes */
  with(changes) {
    const kept = this.#labels.kept.slice();
    const byHand = this.#labels.byHand.slice();
    for (const [number, keep] of checkChanges(changes, kept.length)) {
      kept[number - 1] = Number(keep);
      byHand[number - 1] = 1;
    }
    const { kinds, scores, reasons } = this.#labels;
    const article = call(() =>
      assemble(this.#text, kinds, kept, scores, reasons, this.#confidence, this.#url),
    );
    return new Result(this.#text, this.#url, { kinds, kept, scores, reasons, byHand }, article);
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
