/**
 * What lies on the desk: the paste as the classifier labelled it, and the lines that a person set. Each step makes a
 * new desk and leaves the old one as it was, so that a history of steps is a list of desks.
 *
 * @typedef {import("copydesk").Result} Result
 * @typedef {{ first: Result, byHand: Readonly<Record<number, boolean>>, result: Result }} Desk
 */

/**
 * @param {Result} first
 * @returns {Desk}
 */
export function openDesk(first) {
  return { first, byHand: {}, result: first };
}

/**
 * Keeps the line if it is dropped and drops it if it is kept. A line that is back where the classifier had it counts
 * as never touched.
 * @param {Desk} desk
 * @param {number} number counted from 1
 * @returns {Desk}
 */
export function flipLine({ first, byHand, result }, number) {
  const kept = !result.lines[number - 1].kept;
  const { [number]: _, ...others } = byHand;
  const next = kept === first.lines[number - 1].kept ? others : { ...others, [number]: kept };
  const touched = Object.keys(next).length > 0;
  return { first, byHand: next, result: touched ? first.with(next) : first };
}

/**
 * Blank lines are in `lines` but nobody counts them.
 * @param {Result} result
 */
export function countLines(result) {
  let all = 0;
  let kept = 0;
  for (const line of result.lines) {
    if (line.kind === "blank") continue;
    all += 1;
    if (line.kept) kept += 1;
  }
  return { all, kept };
}

/** @param {Result} result */
export function hasArticle(result) {
  return Boolean(result.title || result.textContent);
}
