// Offers to join tabs that look like the pages of one article. It is an offer: two pages of one title can be two things.

import { byId } from "../shell/page.js";
import { belongTogether, inOrder } from "./join.js";

/** @typedef {import("../desk/desk.js").Desk} Desk */

/** @param {(keys: readonly number[]) => void} onJoin */
export function joinOffer(onJoin) {
  /** @type {readonly number[]} */
  let offered = [];
  /** @type {readonly number[]} */
  let all = [];
  byId("join").addEventListener("click", () => onJoin(offered));
  byId("join-all").addEventListener("click", () => onJoin(all));

  return {
    /** @param {Desk} desk */
    show(desk) {
      const { tabs, current } = desk.state;
      const pages = tabs.flatMap(({ key }) => desk.pages(key).map((page) => ({ ...page, key })));
      offered = keysInOrder(together(pages, current));
      all = keysInOrder(pages);
      if (offered.length < 2) offered = [];
      byId("join-offer").hidden = offered.length === 0;
      byId("join-text").textContent = `${offered.length} of your pastes look like the pages of one article.`;
      byId("join-all").hidden = all.length < 2;
    },
  };
}

/**
 * The pages of the article of which a tab has some. The third is known by the second, as the second is by the first.
 * @template {import("./join.js").Part & { key: number }} P
 * @param {readonly P[]} pages
 * @param {number} current
 * @returns {P[]}
 */
function together(pages, current) {
  const keys = new Set([current]);
  const isFound = (/** @type {P} */ { key }) => keys.has(key);
  // A set goes on to what is added to it meanwhile.
  for (const key of keys)
    for (const own of pages.filter((page) => page.key === key))
      for (const other of pages) if (!isFound(other) && areOne(own, other)) keys.add(other.key);
  return pages.filter(isFound);
}

/** @param {readonly (import("./join.js").Part & { key: number })[]} pages */
const keysInOrder = (pages) => [...new Set(inOrder(pages).map(({ key }) => key))];

/**
 * @param {import("./join.js").Part} one
 * @param {import("./join.js").Part} other
 */
const areOne = (one, other) => belongTogether(one, other) || belongTogether(other, one);
