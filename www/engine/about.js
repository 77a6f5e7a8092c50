// What tells whether two tabs are of one article: little enough to be known of all of them.

import { markOf } from "../tabs/marks.js";

/** Kept lines at either end of a page that are compared. */
const EDGE = 20;
/** Lines that name a page of the article, wherever they stand. A list of results has them by the hundred. */
const MOST_MARKS = 20;

/** @typedef {import("../tabs/order.js").Part & { count: number }} About `count`: of all lines */

/**
 * @param {readonly import("./view.js").Part[]} parts
 * @param {string | null} url
 * @returns {About}
 */
export function aboutOf(parts, url) {
  const { title, siteName, lines } = parts[0].result;
  const kept = lines.filter((line) => line.kept && line.kind !== "blank");
  const told = new Set(kept.length > 2 * EDGE ? [...kept.slice(0, EDGE), ...kept.slice(-EDGE)] : kept);
  let marks = 0;
  for (const line of lines) {
    if (marks === MOST_MARKS) break;
    if (!/\d/.test(line.text) || markOf(line.text) === null) continue;
    told.add(line);
    marks += 1;
  }
  return {
    title,
    siteName,
    url,
    lines: [...told].map(({ number, text, kind, kept: isKept }) => ({ number, text, kind, kept: isKept })),
    count: parts.reduce((sum, { result }) => sum + result.lines.length, 0),
  };
}
