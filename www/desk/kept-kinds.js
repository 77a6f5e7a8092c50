// Which kinds are kept in a tab: what the person has chosen, beside the usual ones.

import { kinds } from "copydesk";
import { currentTab, withCurrent } from "./workspace.js";

/** @typedef {import("copydesk").Kind} Kind */
/** @typedef {import("./workspace.js").State} State */

/** The kinds that are kept where nothing is said: those of the text itself. */
const KEPT_KINDS = new Set(kinds.slice(0, kinds.indexOf("caption")));

/**
 * @param {State} state
 * @param {Kind} kind
 * @param {boolean} isKept
 * @returns {State} the same where no tab is shown
 */
export function withKind(state, kind, isKept) {
  const tab = currentTab(state);
  if (!tab) return state;
  const keep = tab.keep.filter((other) => other !== kind);
  const drop = tab.drop.filter((other) => other !== kind);
  if (isKept && !KEPT_KINDS.has(kind)) keep.push(kind);
  if (!isKept && KEPT_KINDS.has(kind)) drop.push(kind);
  return withCurrent(state, { keep, drop });
}

/** Whether lines of this kind are kept in the tab that is shown. @param {State} state @param {Kind} kind */
export function keepsKind(state, kind) {
  const tab = currentTab(state);
  return tab ? tab.keep.includes(kind) || (KEPT_KINDS.has(kind) && !tab.drop.includes(kind)) : false;
}
