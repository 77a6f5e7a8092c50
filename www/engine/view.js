// What the worker tells the page of a paste: arrays by line, and the article in blocks. All of it can be posted, and the
// arrays are handed over instead of copied, so that a paste of many megabytes costs the page's thread almost nothing.

import { kinds } from "copydesk";
import { alignLeaves, splitBlocks } from "./blocks.js";
import { countWords } from "./words.js";

/** @typedef {import("copydesk").Result} Result */

/**
 * @typedef {object} Lines by index, which is the number less one
 * @property {number} count
 * @property {Uint32Array} starts where each begins in the text
 * @property {Uint32Array} ends
 * @property {Uint8Array} kinds indices into `kinds` of copydesk
 * @property {Uint8Array} kept
 * @property {Uint8Array} usual as `kept`, but for what was set by hand
 * @property {Uint8Array} byHand 1 where the person set it
 * @property {Uint8Array} byRule 1 where a rule of theirs did
 * @property {Float32Array} scores
 * @property {Uint16Array} reasons indices into `reasonTexts`
 * @property {string[]} reasonTexts
 * @property {Int32Array} leaves the leaf of the article in which each stands, -1 where in none
 */

/**
 * @typedef {object} Shown
 * @property {string | null} title
 * @property {string | null} subtitle
 * @property {string | null} byline
 * @property {string | null} publishedTime
 * @property {string | null} siteName
 * @property {string | null} lang
 * @property {"ltr" | "rtl" | null} dir
 * @property {number} confidence
 * @property {boolean} hasText whether there is a body
 * @property {number} words
 * @property {number} minutes
 * @property {string[]} blocks HTML of the body, by what stands at its top level
 * @property {Uint32Array} leafCounts how many leaves each block has
 * @property {Uint32Array} leafLines the number of the line with which each leaf begins, 0 where unknown
 * @property {string} text as `Result.toText`
 * @property {[before: string, after: string]} frame around the body in `Result.toHtml`
 */

/**
 * @typedef {object} View
 * @property {Lines} lines
 * @property {Shown} article
 * @property {string | null} text the text whose lines these are, where the page does not have it
 * @property {string | null} url where the paste tells it
 * @property {import("./about.js").About} about
 */

/**
 * One paste of a tab, as it is shown.
 * @typedef {object} Part
 * @property {Result} result with all that was set
 * @property {string} text
 * @property {(number: number) => boolean} isUsuallyKept whether it would be, had nobody set it by hand
 * @property {ReadonlySet<number>} byRule
 * @property {ReadonlySet<number>} byHand
 */

/**
 * @param {readonly Part[]} parts
 * @returns {Lines}
 */
export function toLines(parts) {
  const count = parts.reduce((sum, { result }) => sum + result.lines.length, 0);
  /** @type {Lines} */
  const lines = {
    count,
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    kinds: new Uint8Array(count),
    kept: new Uint8Array(count),
    usual: new Uint8Array(count),
    byHand: new Uint8Array(count),
    byRule: new Uint8Array(count),
    scores: new Float32Array(count),
    reasons: new Uint16Array(count),
    reasonTexts: [],
    leaves: new Int32Array(count).fill(-1),
  };
  const kindNumber = new Map(kinds.map((kind, i) => [kind, i]));
  /** @type {Map<string, number>} */
  const reasonNumber = new Map();
  let index = 0;
  let at = 0;
  for (const { result, text, isUsuallyKept, byRule, byHand } of parts) {
    let place = 0;
    for (const line of result.lines) {
      lines.starts[index] = at + place;
      place += line.text.length;
      lines.ends[index] = at + place;
      place += text[place] === "\r" && text[place + 1] === "\n" ? 2 : 1;
      lines.kinds[index] = kindNumber.get(line.kind) ?? 0;
      lines.kept[index] = Number(line.kept);
      lines.usual[index] = Number(isUsuallyKept(line.number));
      lines.byHand[index] = Number(byHand.has(line.number));
      lines.byRule[index] = Number(byRule.has(line.number) && !byHand.has(line.number));
      lines.scores[index] = line.score;
      let reason = reasonNumber.get(line.reason);
      if (reason === undefined) {
        reason = lines.reasonTexts.push(line.reason) - 1;
        reasonNumber.set(line.reason, reason);
      }
      lines.reasons[index] = reason;
      index += 1;
    }
    at += text.length + 1;
  }
  return lines;
}

/**
 * The article of all parts: the first one's header, and the bodies one after another.
 * @param {readonly Part[]} parts
 * @param {Lines} lines gets its `leaves`
 * @returns {Shown}
 */
export function toArticle(parts, lines) {
  const first = parts[0].result;
  /** @type {string[]} */
  const blocks = [];
  /** @type {number[]} */
  const leafCounts = [];
  /** @type {number[]} */
  const leafLines = [];
  let before = 0;
  for (const { result } of parts) {
    const split = splitBlocks(result.content);
    const aligned = alignLeaves(
      split.texts,
      result.lines.filter((line) => line.kept),
    );
    for (const [number, leaf] of aligned.leafOfLine)
      lines.leaves[before + number - 1] = leafLines.length + leaf;
    for (const line of aligned.leafLines) leafLines.push(line && before + line);
    for (const block of split.blocks) {
      blocks.push(block.html);
      leafCounts.push(block.leaves);
    }
    before += result.lines.length;
  }
  const bodies = parts.map(({ result }) => result.textContent).filter((body) => body !== "");
  return {
    title: first.title,
    subtitle: first.subtitle,
    byline: first.byline,
    publishedTime: first.publishedTime,
    siteName: first.siteName,
    lang: first.lang,
    dir: first.dir,
    confidence: Math.max(...parts.map(({ result }) => result.confidence)),
    hasText: bodies.length > 0,
    ...countWords(bodies.join("\n")),
    blocks,
    leafCounts: Uint32Array.from(leafCounts),
    leafLines: Uint32Array.from(leafLines),
    text: textOf(parts),
    frame: frameOf(first),
  };
}

/**
 * As `Result.toText`: a text ends with the end of its last line.
 * @param {readonly Part[]} parts
 */
function textOf([first, ...others]) {
  const texts = [first.result.toText().trimEnd(), ...others.map(({ result }) => result.textContent)];
  const text = texts.filter((each) => each !== "").join("\n\n");
  return text && `${text}\n`;
}

/**
 * What stands around the body in the document of a result.
 * @param {Result} result
 * @returns {[string, string]}
 */
function frameOf(result) {
  const whole = result.toHtml();
  const end = "</body>";
  // The blocks end where the last element does.
  const content = result.content.trimEnd();
  const at = content === "" ? whole.lastIndexOf(end) : whole.lastIndexOf(content);
  return [whole.slice(0, at), whole.slice(at + content.length)];
}

/**
 * What can be handed over when a view is posted.
 * @param {View} view
 */
export function transferOf({ lines, article }) {
  return [
    lines.starts,
    lines.ends,
    lines.kinds,
    lines.kept,
    lines.usual,
    lines.byHand,
    lines.byRule,
    lines.scores,
    lines.reasons,
    lines.leaves,
    article.leafCounts,
    article.leafLines,
  ].map((array) => array.buffer);
}
