// The worker's work: pastes are held here, cleaned as asked, and told of as views.

import { clean, cleanHtml } from "copydesk";
import { originOf } from "../inout/origin.js";
import { matchRules } from "../rules/match.js";
import { siteOf } from "../rules/site.js";
import { repeatedLines } from "../tabs/join.js";
import { aboutOf } from "./about.js";
import { toArticle, toLines } from "./view.js";

/** @typedef {import("copydesk").Result} Result */
/** @typedef {import("copydesk").Kind} Kind */
/** @typedef {import("copydesk").CleanOptions} CleanOptions */
/** @typedef {import("./view.js").Part} Part */

/**
 * One paste, or one file: its text with or without its HTML, or its HTML alone.
 * @typedef {{ id: number, text: string | null, html: string | null, url: string | null }} Held
 *
 * How a tab is to be shown.
 * @typedef {object} Asked
 * @property {readonly number[]} parts by id, in the order of the pages of the article
 * @property {{ keep: readonly Kind[], drop: readonly Kind[], strictness: number }} options
 * @property {Readonly<Record<number, boolean>>} set lines set by hand; the numbers go on from part to part
 * @property {readonly (readonly import("../rules/match.js").Rule[])[]} rules of each part, or none
 * @property {boolean} needsText
 */

/** Results that are kept, so that a flipped line costs no cleaning; the most of them for the tabs last seen. */
const RESULTS_KEPT = 6;

/** What stands once above an article of several pages. */
const HEADER = /** @type {const} */ (["title", "subtitle", "byline", "date"]);

/** @type {Map<number, Held>} */
const held = new Map();
/** The latest last. @type {Map<string, Promise<Result>>} */
const results = new Map();

/** @param {Held} part */
export function hold(part) {
  held.set(part.id, part);
}

/** @param {number} id */
export function letGo(id) {
  held.delete(id);
  for (const key of results.keys()) if (key.startsWith(`${id} `)) results.delete(key);
}

/**
 * @param {Asked} asked
 * @returns {Promise<import("./view.js").View>}
 */
export async function show(asked) {
  const { parts, url } = await settle(asked);
  const lines = toLines(parts);
  const article = toArticle(parts, lines);
  const text = asked.needsText ? parts.map(({ text }) => text).join("\n") : null;
  return { lines, article, url, about: aboutOf(parts, url), text };
}

/**
 * What is to be known of a tab that is not shown.
 * @param {Asked} asked
 */
export async function about(asked) {
  const { parts, url } = await settle(asked);
  return aboutOf(parts, url);
}

/**
 * The whole article as Markdown.
 * @param {Asked} asked
 */
export async function toMarkdown(asked) {
  const { parts } = await settle(asked);
  const texts = parts.map(({ result }) => result.markdown.trimEnd()).filter((text) => text !== "");
  return `${texts.join("\n\n")}\n`;
}

/**
 * The parts as they are with all that a person, their rules and the other parts say of the lines.
 * @param {Asked} asked
 */
async function settle({ parts: ids, options, set, rules }) {
  const sources = ids.map((id) => /** @type {Held} */ (held.get(id)));
  /** @type {Result[]} */
  const cleaned = [];
  for (const [i, source] of sources.entries()) cleaned.push(await cleanOnce(source, options, i > 0));
  const urls = sources.map((source) => source.url ?? originOf(source.html ?? ""));
  const url = urls.find((each) => each) ?? null;
  const sites = cleaned.map(({ siteName }, i) => siteOf({ url: urls[i], siteName }));
  // A page that does not tell its site is of the article's.
  const common = sites.find((each) => each !== null) ?? null;
  const repeated = cleaned.length > 1 ? repeatedLines(cleaned) : [];
  let before = 0;
  const parts = cleaned.map((result, i) => {
    const texts = result.lines.map((line) => line.text);
    const byHand = ofPart(set, before, texts.length);
    before += texts.length;
    const repeats = Object.fromEntries((repeated[i] ?? []).map((number) => [number, false]));
    const ruled = matchRules(rules[i] ?? [], sites[i] ?? common, texts);
    return setLines(result, sources[i], { repeats, ruled, byHand });
  });
  return { parts, url };
}

/**
 * @param {Held} source
 * @param {Asked["options"]} options
 * @param {boolean} isLater whether it is a page of the article after the first
 */
function cleanOnce(source, { keep, drop, strictness }, isLater) {
  const key = [source.id, isLater, strictness, keep, drop].join(" ");
  const known = results.get(key);
  results.delete(key);
  /** @type {CleanOptions} */
  const options = {
    keep,
    drop: isLater ? [...new Set([...drop, ...HEADER])] : drop,
    strictness,
    url: source.url,
  };
  const result =
    known ??
    (source.text === null
      ? cleanHtml(source.html ?? "", options)
      : clean(source.text, { ...options, html: source.html }));
  results.set(key, result);
  if (results.size > RESULTS_KEPT) results.delete(/** @type {string} */ (results.keys().next().value));
  result.catch(() => results.delete(key));
  return result;
}

/**
 * What was set by hand goes before what a rule says, and a rule before the repeats of pages.
 * @param {Result} result
 * @param {Held} source
 * @param {Record<"repeats" | "ruled" | "byHand", Readonly<Record<number, boolean>>>} settings
 * @returns {Part}
 */
function setLines(result, source, { repeats, ruled, byHand }) {
  const usual = { ...repeats, ...ruled };
  const changes = { ...usual, ...byHand };
  /** Of the rules those that changed something. */
  const byRule = Object.entries(ruled).filter(
    ([number, keep]) => result.lines[Number(number) - 1].kept !== keep,
  );
  return {
    result: Object.keys(changes).length > 0 ? result.with(changes) : result,
    isUsuallyKept: (number) => usual[number] ?? result.lines[number - 1].kept,
    text: source.text ?? result.lines.map((line) => line.text).join("\n"),
    byRule: new Set(byRule.map(([number]) => Number(number))),
    byHand: new Set(Object.keys(byHand).map(Number)),
  };
}

/**
 * @param {Readonly<Record<number, boolean>>} set
 * @param {number} before lines of the parts before this one
 * @param {number} count
 */
function ofPart(set, before, count) {
  /** @type {Record<number, boolean>} */
  const own = {};
  for (const [key, keep] of Object.entries(set)) {
    const number = Number(key) - before;
    if (number >= 1 && number <= count) own[number] = keep;
  }
  return own;
}
