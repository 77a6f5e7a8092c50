import { fold, lettersOf } from "../fold.js";
import { markOf, splitTitle } from "./marks.js";

export { belongTogether, inOrder } from "./order.js";

/** @typedef {import("./order.js").Part} Part */
/** @typedef {{ number: number, kind: string, key: string, isMark: boolean }} Kept a kept line, as it is compared */

/** A line, or a run of lines, that says so much is not said twice by chance. In letters. */
const LONG = 60;
const HEADER = new Set(["title", "subtitle", "byline", "date"]);
const BODY = new Set(["paragraph", "list", "quote", "code", "table"]);
/** The same row or statement may well stand on two pages. */
const REPEATS_ITSELF = new Set(["code", "table"]);

/**
 * For each part the numbers of the kept lines that a reader of the parts before has read already:
 *
 * - at its start, what stands in the header of an earlier part, and the page's number; the latter at its end, too;
 * - title, standfirst, byline and date of an earlier part, wherever they stand;
 * - then a run of lines with which the part before ends, or with which its text begins, if the run is long;
 * - long lines wherever they stand, but for code and tables, and for what one page alone says twice, as a refrain.
 *
 * Everything else stays, as short lines ("Yes.") are said again in any dialogue.
 * @param {readonly Part[]} parts in their order
 * @returns {number[][]}
 */
export function repeatedLines(parts) {
  /** @type {Set<string>} */
  const headers = new Set();
  /** @type {Set<string>} */
  const longLines = new Set();
  /** @type {Set<string>} */
  const refrains = new Set();
  /** @type {readonly Kept[]} */
  let textBefore = [];
  return parts.map((part, index) => {
    const kept = keptLines(part);
    for (const key of saidTwice(kept)) refrains.add(key);
    /** @type {Set<number>} */
    const repeated = new Set();
    const repeat = (/** @type {readonly Kept[]} */ lines) => {
      for (const line of lines) repeated.add(line.number);
    };
    let start = 0;
    let end = kept.length;
    while (end > 0 && kept[end - 1].isMark) end -= 1;
    while (start < end && (kept[start].isMark || headers.has(kept[start].key))) start += 1;
    const text = kept.slice(start, end);
    if (index > 0) {
      repeat([...kept.slice(0, start), ...kept.slice(end)]);
      repeat(kept.filter(({ kind, key }) => HEADER.has(kind) && headers.has(key)));
      repeat(text.slice(0, longRun(text, textBefore)));
      repeat(
        text.filter(({ kind, key }) => longLines.has(key) && !refrains.has(key) && !REPEATS_ITSELF.has(kind)),
      );
    }
    const body = kept.findIndex(({ kind }) => BODY.has(kind));
    kept.forEach(({ kind, key }, at) => {
      if (at < body || HEADER.has(kind)) headers.add(key);
      if (isLong([key])) longLines.add(key);
    });
    textBefore = body > start ? kept.slice(body, end) : text;
    return kept.map(({ number }) => number).filter((number) => repeated.has(number));
  });
}

/**
 * @param {Part} part
 * @returns {Kept[]}
 */
function keptLines({ lines }) {
  return lines
    .filter(({ kept }) => kept)
    .map(({ number, text, kind }) => ({
      number,
      kind,
      key: kind === "title" ? splitTitle(text).title : fold(text),
      isMark: markOf(text) !== null,
    }));
}

/** @param {readonly Kept[]} lines */
function saidTwice(lines) {
  const once = new Set();
  return lines.map(({ key }) => key).filter((key) => once.size === once.add(key).size);
}

/**
 * How many lines at the start of `text` are the last lines of `before`, or the first ones, if they say enough.
 * @param {readonly Kept[]} text
 * @param {readonly Kept[]} before
 */
function longRun(text, before) {
  let alike = 0;
  while (alike < Math.min(text.length, before.length) && text[alike].key === before[alike].key) alike += 1;
  const run = Math.max(alike, overlap(text, before));
  return isLong(text.slice(0, run).map(({ key }) => key)) ? run : 0;
}

/**
 * The longest end of `before` that is a start of `text`, in linear time as Knuth, Morris and Pratt do it.
 * @param {readonly Kept[]} text
 * @param {readonly Kept[]} before
 */
function overlap(text, before) {
  /** For each start of `text`, the longest shorter start that is its end. */
  const shorter = [0];
  const next = (/** @type {number} */ length, /** @type {string} */ key) => {
    let at = length;
    while (at > 0 && (at === text.length || text[at].key !== key)) at = shorter[at - 1];
    return text[at]?.key === key ? at + 1 : at;
  };
  for (let at = 1; at < text.length; at += 1) shorter.push(next(shorter[at - 1], text[at].key));
  return before.slice(-text.length).reduce((length, { key }) => next(length, key), 0);
}

/** @param {readonly string[]} texts */
function isLong(texts) {
  let letters = 0;
  for (const text of texts) {
    // So much of a paragraph is enough to tell.
    letters += lettersOf(text.slice(0, 2 * LONG));
    if (letters >= LONG) return true;
  }
  return false;
}
