// Which lines of the paste stand where in the article.
//
// The body's words are the lines' words in their order, so the two are walked side by side, spaces left out: what
// stands in an element begins with what stands in the next of the kept lines.

import { isLeaf, readTokens } from "./markup.js";

/** Kept lines that may stand between two of the body without being in it: a title, a byline, a date. */
const LINES_BETWEEN = 40;
/** A line may lose this many characters at its start: the mark of an item, the number of a heading. */
const LONGEST_MARK = 12;
/** So much of an element's text tells it from others. */
const PROBE = 24;

/**
 * A block is what stands at the top level of the body. A leaf is an element within it that holds text.
 * @typedef {{ html: string, leaves: number }} Block `leaves`: how many are in it
 * @typedef {{ blocks: string[], leafCounts: Uint16Array | Uint32Array, leafLines: Uint32Array }} Blocks
 *   `leafLines`: of each leaf the number of the line that it begins with, from 1; 0 where it is not known
 */

/**
 * @param {string} content the body's HTML
 * @returns {{ blocks: Block[], texts: string[] }} of each leaf the text of its own, without spaces
 */
export function splitBlocks(content) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  const texts = [];
  let depth = 0;
  let start = 0;
  let leaves = 0;
  let own = "";
  const close = (/** @type {number} */ end) => {
    const html = content.slice(start, end);
    if (html.trim() !== "") blocks.push({ html, leaves: texts.length - leaves });
    else if (texts.length > leaves) texts.length = leaves;
    start = end;
    leaves = texts.length;
  };
  const keep = () => {
    if (texts.length > 0) texts[texts.length - 1] += own.replace(/\s+/gu, "");
    own = "";
  };
  for (const token of readTokens(content)) {
    if (token.is === "text") {
      own += token.text;
    } else if (token.is === "open") {
      if (isLeaf(token.name)) {
        keep();
        texts.push("");
      }
      if (!token.isEmpty) depth += 1;
      else if (depth === 0) close(token.end);
    } else {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        keep();
        close(token.end);
      }
    }
  }
  keep();
  close(content.length);
  return { blocks, texts };
}

/**
 * @param {readonly string[]} texts of the leaves, in order, without spaces
 * @param {Iterable<{ number: number, text: string }>} keptLines
 * @returns {{ leafLines: Uint32Array, leafOfLine: Map<number, number> }}
 */
export function alignLeaves(texts, keptLines) {
  const lines = Array.from(keptLines, ({ number, text }) => ({ number, text: text.replace(/\s+/gu, "") }));
  const leafLines = new Uint32Array(texts.length);
  const leafOfLine = new Map();
  let next = 0;
  texts.forEach((text, leaf) => {
    let at = 0;
    while (at < text.length && next < lines.length) {
      const found = findLine(lines, next, text, at);
      if (!found) break;
      next = found.index + 1;
      at += found.length;
      const { number } = lines[found.index];
      if (leafLines[leaf] === 0) leafLines[leaf] = number;
      leafOfLine.set(number, leaf);
    }
  });
  return { leafLines, leafOfLine };
}

/**
 * @param {readonly { text: string }[]} lines
 * @param {number} from
 * @param {string} text
 * @param {number} at where in `text` the line should begin
 */
function findLine(lines, from, text, at) {
  const last = Math.min(lines.length, from + LINES_BETWEEN);
  const probe = text.slice(at, at + PROBE);
  for (let index = from; index < last; index += 1) {
    const line = lines[index].text;
    if (line === "") continue;
    if (text.startsWith(line, at)) return { index, length: line.length };
    const mark = line.slice(0, LONGEST_MARK + PROBE).indexOf(probe);
    if (mark >= 0 && mark <= LONGEST_MARK && text.startsWith(line.slice(mark), at))
      return { index, length: line.length - mark };
  }
  return null;
}
