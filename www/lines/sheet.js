// The lines of a view for those who show them. A blank line is a gap: it has no row, and the numbers skip it.

import { kinds } from "copydesk";

/** @typedef {import("copydesk").Kind} Kind */
/** @typedef {import("../engine/view.js").View} View */

/**
 * @typedef {object} Line
 * @property {number} number from 1
 * @property {string} text
 * @property {Kind} kind
 * @property {boolean} kept
 * @property {boolean} byHand
 * @property {boolean} byRule
 * @property {number} score
 * @property {string} reason
 */

/** Between these scores a line could as well be the other: of such lines about a third are wrong. */
const UNSURE_FROM = 0.25;
const UNSURE_TO = 0.75;

const BLANK = kinds.indexOf("blank");

export class Sheet {
  #text;
  #lines;
  #reader;
  /** The numbers of the lines that have a row. @type {Uint32Array} */
  rows;
  /** For each line, by index, its row or that of the next line that has one. @type {Uint32Array} */
  #rowOf;
  /** The numbers of lines to look at, in order. @type {number[]} */
  unsure = [];

  /**
   * @param {string} text
   * @param {View} view
   */
  constructor(text, { lines, article }) {
    this.#text = text;
    this.#lines = lines;
    this.#reader = article.leafLines;
    const rows = new Uint32Array(lines.count);
    this.#rowOf = new Uint32Array(lines.count);
    let count = 0;
    for (let i = 0; i < lines.count; i += 1) {
      this.#rowOf[i] = count;
      if (lines.kinds[i] === BLANK) continue;
      rows[count] = i + 1;
      count += 1;
      const score = lines.scores[i];
      if (score >= UNSURE_FROM && score <= UNSURE_TO && !lines.byHand[i] && !lines.byRule[i])
        this.unsure.push(i + 1);
    }
    this.rows = rows.subarray(0, count);
  }

  /** Of lines, blank ones too. */
  get count() {
    return this.#lines.count;
  }

  /**
   * @param {number} number
   * @returns {Line}
   */
  line(number) {
    const i = number - 1;
    const {
      starts,
      ends,
      kinds: kindNumbers,
      kept,
      byHand,
      byRule,
      scores,
      reasons,
      reasonTexts,
    } = this.#lines;
    return {
      number,
      text: this.#text.slice(starts[i], ends[i]),
      kind: kinds[kindNumbers[i]],
      kept: kept[i] === 1,
      byHand: byHand[i] === 1,
      byRule: byRule[i] === 1,
      score: scores[i],
      reason: reasonTexts[reasons[i]],
    };
  }

  /** @param {number} number */
  isKept(number) {
    return this.#lines.kept[number - 1] === 1;
  }

  /**
   * Sets lines before the view that says so is there, so that whoever flips one again at once flips what they see.
   * @param {readonly number[]} numbers
   * @param {boolean} keep
   */
  set(numbers, keep) {
    for (const number of numbers) {
      this.#lines.kept[number - 1] = Number(keep);
      this.#lines.byHand[number - 1] = Number(keep !== this.isUsuallyKept(number));
    }
  }

  /** Whether it would be kept, had nobody set it by hand. @param {number} number */
  isUsuallyKept(number) {
    return this.#lines.usual[number - 1] === 1;
  }

  /** @param {number} number */
  kind(number) {
    return kinds[this.#lines.kinds[number - 1]];
  }

  /** @param {number} number */
  length(number) {
    return this.#lines.ends[number - 1] - this.#lines.starts[number - 1];
  }

  /** Whether a blank line stands before this one. @param {number} number */
  isAfterGap(number) {
    return number > 1 && this.#lines.kinds[number - 2] === BLANK;
  }

  /** The row of a line, or of the next that has one. @param {number} number */
  rowOf(number) {
    return Math.min(this.#rowOf[number - 1] ?? 0, this.rows.length - 1);
  }

  /** The line with which the element of the article begins where this line stands, or 0. @param {number} number */
  placeOf(number) {
    const leaf = this.#lines.leaves[number - 1] ?? -1;
    return leaf < 0 ? 0 : this.#reader[leaf];
  }

  /** The numbers of all lines of this kind. @param {Kind} kind */
  ofKind(kind) {
    const wanted = kinds.indexOf(kind);
    return [...this.rows].filter((number) => this.#lines.kinds[number - 1] === wanted);
  }

  /** The next line after this one that a rule set, from the start again after the last. @param {number} number */
  nextByRule(number) {
    const ruled = [...this.rows].filter((each) => this.#lines.byRule[each - 1] === 1);
    return ruled.find((each) => each > number) ?? ruled[0] ?? 0;
  }

  /** How many lines there are and how many of them are kept, in all and by kind. Nobody counts blank lines. */
  counts() {
    let all = 0;
    let kept = 0;
    /** @type {Map<Kind, { all: number, kept: number }>} */
    const byKind = new Map();
    let droppedByRule = 0;
    let keptByRule = 0;
    for (const number of this.rows) {
      const i = number - 1;
      const kind = kinds[this.#lines.kinds[i]];
      const own = byKind.get(kind) ?? { all: 0, kept: 0 };
      byKind.set(kind, own);
      all += 1;
      own.all += 1;
      kept += this.#lines.kept[i];
      own.kept += this.#lines.kept[i];
      if (this.#lines.byRule[i]) {
        if (this.#lines.kept[i]) keptByRule += 1;
        else droppedByRule += 1;
      }
    }
    return { all, kept, byKind, droppedByRule, keptByRule };
  }
}
