import { fold } from "../fold.js";
import { siteOf } from "../rules/site.js";
import { markOf, splitAddress, splitTitle } from "./marks.js";

/**
 * A cleaned paste.
 * @typedef {object} Part
 * @property {string | null} [title]
 * @property {string | null} [siteName]
 * @property {string | null} [url]
 * @property {readonly { number: number, text: string, kind: string, kept: boolean }[]} lines
 */

/** @typedef {import("./marks.js").Mark} Mark */

/** Shorter titles ("News") are those of many pages. */
const TELLING_TITLE = 12;
/** The share of their words that the titles of two pages of an article have in common at least. */
const ALIKE = 0.5;
/** With so much of its text in the other it is the same page, pasted twice. */
const SAME_PAGE = 0.9;

/**
 * Whether `b` looks like the page that comes after `a`. Where it is not known which is first, ask both ways.
 * @param {Part} a
 * @param {Part} b
 */
export function belongTogether(a, b) {
  const first = pageOf(a);
  const second = pageOf(b);
  const isNext = second?.page === (first?.page ?? 1) + 1;
  const totals = new Set([first, second].flatMap((mark) => mark?.of ?? []));
  if ((first || second) && (!isNext || totals.size > 1)) return false;
  const site = isSameSite(a, b);
  if (site === false || isAgain(a, b)) return false;
  const address = splitAddress(a.url)?.address;
  if (isNext && address !== undefined && address === splitAddress(b.url)?.address) return true;
  const titles = [a, b].map(({ title }) => splitTitle(title).title);
  if (titles.includes("")) return isNext && (site === true || (first !== null && first.of !== null));
  if (titles[0] === titles[1]) return isNext || site === true || titles[0].length >= TELLING_TITLE;
  return (
    isNext && site === true && shareOfWords(titles, fold(`${a.siteName ?? ""} ${b.siteName ?? ""}`)) >= ALIKE
  );
}

/**
 * The parts by the pages that they name. The first that names none is page 1, if no other is; any further one stays
 * behind the part that it came after.
 * @template {Part} P
 * @param {readonly P[]} parts
 * @returns {P[]}
 */
export function inOrder(parts) {
  const pages = parts.map((part) => pageOf(part)?.page ?? null);
  if (!pages.includes(1) && pages.includes(null)) pages[pages.indexOf(null)] = 1;
  let last = 0;
  const placed = parts.map((part, index) => {
    last = pages[index] ?? last;
    return { part, page: last };
  });
  return placed.sort((one, other) => one.page - other.page).map(({ part }) => part);
}

/**
 * The page that a part says it is: in its address, at the end of its title, or in a line of its own, which counts if it
 * tells the total and no other line tells another. Links to all the pages stand on each of them.
 * @param {Part} part
 * @returns {Mark | null}
 */
export function pageOf({ url, title, lines }) {
  const inTitle = splitTitle(title).mark;
  const inAddress = splitAddress(url)?.mark;
  if (inAddress) return { page: inAddress.page, of: inTitle?.page === inAddress.page ? inTitle.of : null };
  if (inTitle) return inTitle;
  /** @type {Mark | null} */
  let found = null;
  for (const { text } of lines) {
    const mark = markOf(text);
    if (!mark || mark.of === null) continue;
    if (found && (found.page !== mark.page || found.of !== mark.of)) return null;
    found = mark;
  }
  return found;
}

/**
 * Null where one of them does not tell.
 * @param {Part} a
 * @param {Part} b
 */
function isSameSite(a, b) {
  const hosts = [a, b].map(({ url }) => siteOf({ url }));
  const names = [a, b].map(({ siteName }) => siteOf({ siteName }));
  for (const [one, other] of [hosts, names]) if (one !== null && other !== null) return one === other;
  return null;
}

/**
 * @param {Part} a
 * @param {Part} b
 */
function isAgain(a, b) {
  const there = new Set(a.lines.map(({ text }) => fold(text)));
  let all = 0;
  let known = 0;
  for (const { text, kept } of b.lines) {
    if (!kept) continue;
    all += text.length;
    if (there.has(fold(text))) known += text.length;
  }
  return all > 0 && known >= SAME_PAGE * all;
}

/**
 * Of the words of the shorter title. Those of the site stand in the titles of all its pages.
 * @param {readonly string[]} titles
 * @param {string} site
 */
function shareOfWords(titles, site) {
  const ofSite = new Set(wordsOf(site));
  const [less, more] = titles
    .map((title) => new Set(wordsOf(title).filter((word) => !ofSite.has(word))))
    .sort((one, other) => one.size - other.size);
  return less.size > 0 ? [...less].filter((word) => more.has(word)).length / less.size : 0;
}

/** @param {string} text */
const wordsOf = (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
