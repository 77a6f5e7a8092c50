import { fold } from "../fold.js";
import { webAddress } from "../inout/address.js";

/**
 * A page's number among the pages of an article, and how many there are where that is told.
 * @typedef {{ page: number, of: number | null }} Mark
 */

/** A longer line says more than a number. */
const LONGEST_MARK = 40;

const WORD =
  "(?:page|pagina|página|seite|sida|side|sivu|strona|strana|stránka|oldal|sayfa|trang|halaman|страница|сторінка|σελίδα|صفحة|עמוד)";
const COUNTER = "(?:ページ|页|頁|페이지|oldal|sivu)目?";
const NUMBER = "([1-9]\\d{0,2})";
/** "page 2", "seite 2 von 3", "第2页" */
const WORDED = `${WORD} ?${NUMBER}(?:(?: ?/ ?| \\p{L}{1,3} )${NUMBER})?|第? ?${NUMBER}\\.? ?${COUNTER}`;
/** "2/3", "2 of 3": in a title. As a line it may be a result or the mark that a film got. */
const BARE = `${NUMBER} ?(?:/|of|von|van|de|sur|di|из|z) ?${NUMBER}`;

const WHOLE = new RegExp(`^[-–—([]* ?(?:${WORDED}) ?[-–—)\\]]*$`, "u");
/** At the end of a title, set apart, as "Turn to page 2" is a title; and numbers alone more so than words. */
const AT_END = new RegExp(
  `(?:(?:^| ?[-–—|·:,•([] ?| [-–—|] ?[([])(?:${WORDED})|(?: [-–—|] ?[([]?| ?[([])(?:${BARE}))[)\\]]?$`,
  "u",
);

/** The names that sites have for a page's number in an address. */
const KEYS = new Set(["page", "p", "pg", "pagina", "página", "seite", "sida", "side", "strona", "стр"]);
const KEY_IN_PATH = /^(?:page|pagina|seite|sida|side|strona|p)(?:[-_]?([1-9]\d{0,2}))?$/;

/**
 * The page that a line names, if it says nothing else: "Page 2 of 3".
 * @param {string} text
 * @returns {Mark | null}
 */
export function markOf(text) {
  if (text.length > LONGEST_MARK) return null;
  return toMark(WHOLE.exec(fold(text)));
}

/**
 * A title as it is compared, apart from the page that it names.
 * @param {string | null | undefined} title
 * @returns {{ title: string, mark: Mark | null }}
 */
export function splitTitle(title) {
  const folded = fold(title ?? "");
  const match = AT_END.exec(folded);
  const mark = toMark(match);
  return match && mark ? { title: folded.slice(0, match.index).trim(), mark } : { title: folded, mark: null };
}

/**
 * An address apart from the page that it names: the same for all pages of an article.
 * @param {string | null | undefined} url
 * @returns {{ address: string, mark: Mark | null } | null} null where it is no address
 */
export function splitAddress(url) {
  const whole = webAddress(url);
  if (whole === null) return null;
  const { hostname, pathname, searchParams } = new URL(whole);
  const path = pathname.split("/").filter(Boolean);
  let told = pageInPath(path);
  for (const key of [...searchParams.keys()]) {
    const value = searchParams.get(key) ?? "";
    // At a site's root such a number names the article itself.
    const isPage = KEYS.has(key.toLowerCase()) && path.length > 0 && /^[1-9]\d{0,2}$/.test(value);
    if (isPage) told = Number(value);
    if (isPage || key.startsWith("utm_")) searchParams.delete(key);
  }
  const address = `${hostname.replace(/^www\./, "")}/${path.join("/")}?${searchParams}`;
  return { address, mark: told === null ? null : { page: told, of: null } };
}

/**
 * Takes the page's number from the end of a path: `/river/2`, `/river/page/2`, `/river/page-2`. Behind a number it is
 * none but a part of a date.
 * @param {string[]} path
 */
function pageInPath(path) {
  const last = path[path.length - 1] ?? "";
  const isNumber = /^[1-9]\d{0,2}$/.test(last);
  const taken = isNumber && KEY_IN_PATH.test(path[path.length - 2] ?? "") ? 2 : 1;
  const number = isNumber ? last : KEY_IN_PATH.exec(last)?.[1];
  if (number === undefined || !/[a-z]|%[c-f]/i.test(path[path.length - 1 - taken] ?? "")) return null;
  path.length -= taken;
  return Number(number);
}

/**
 * @param {RegExpExecArray | null} match
 * @returns {Mark | null}
 */
function toMark(match) {
  if (!match) return null;
  const [page, of = null] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return of === null || page <= of ? { page, of } : null;
}
