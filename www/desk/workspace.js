// What lies on the desk: tabs with pastes, and what the person has set in each. A state is never changed: each step
// makes a new one, and undo is the one before. So undo holds for everything, a closed tab included.

/** @typedef {import("copydesk").Kind} Kind */
/** @typedef {import("../rules/match.js").Rule} Rule */

/**
 * @typedef {object} Tab
 * @property {number} key stays when the tab changes
 * @property {string} name until its article has a title
 * @property {readonly number[]} parts the pastes in it, by the engine's ids
 * @property {Readonly<Record<number, boolean>>} set lines set by hand
 * @property {readonly Kind[]} keep kinds kept beside the usual ones
 * @property {readonly Kind[]} drop
 * @property {number} strictness from 0, keep more, to 1, keep less
 * @property {readonly (readonly Rule[])[]} rules of each part, those that were the person's when it was pasted
 * @property {boolean} isRuled whether they are used here
 *
 * @typedef {{ tabs: readonly Tab[], current: number }} State `current`: the key of a tab, 0 where there is none
 */

/** As the core has it where nothing is said. */
export const BALANCED = 0.5;

/** @type {State} */
export const EMPTY = { tabs: [], current: 0 };

let lastKey = 0;

/**
 * @param {Pick<Tab, "name" | "parts" | "rules">} opened
 * @returns {Tab}
 */
export function newTab({ name, parts, rules }) {
  lastKey += 1;
  return {
    key: lastKey,
    name,
    parts,
    rules,
    isRuled: true,
    set: {},
    keep: [],
    drop: [],
    strictness: BALANCED,
  };
}

/**
 * The tabs of an article as one, with all that the person has set in them. Where they differ in how much is kept, the
 * first counts.
 * @param {readonly Tab[]} tabs in the order of the pages
 * @param {(key: number) => number} countOf how many lines a tab has
 * @returns {Tab}
 */
export function joinedTab(tabs, countOf) {
  const [{ name, strictness }] = tabs;
  const isRuled = tabs.some((tab) => tab.isRuled);
  /** @type {Record<number, boolean>} */
  const set = {};
  let before = 0;
  for (const tab of tabs) {
    for (const [number, keep] of Object.entries(tab.set)) set[before + Number(number)] = keep;
    before += countOf(tab.key);
  }
  return {
    ...newTab({
      name,
      parts: tabs.flatMap(({ parts }) => parts),
      rules: tabs.flatMap(({ rules, isRuled: isOwn }) => (isOwn || !isRuled ? rules : rules.map(() => []))),
    }),
    isRuled,
    set,
    keep: [...new Set(tabs.flatMap(({ keep }) => keep))],
    drop: [...new Set(tabs.flatMap(({ drop }) => drop))],
    strictness,
  };
}

/** @param {State} state */
export const currentTab = ({ tabs, current }) => tabs.find(({ key }) => key === current) ?? null;

/**
 * @param {State} state
 * @param {readonly Tab[]} opened the last of them is shown
 * @returns {State}
 */
export function withTabs({ tabs, current }, opened) {
  return { tabs: [...tabs, ...opened], current: opened.at(-1)?.key ?? current };
}

/**
 * @param {State} state
 * @param {number} key
 * @returns {State}
 */
export function withoutTab({ tabs, current }, key) {
  const at = tabs.findIndex((tab) => tab.key === key);
  const rest = tabs.filter((tab) => tab.key !== key);
  const neighbour = rest[Math.min(at, rest.length - 1)]?.key ?? 0;
  return { tabs: rest, current: current === key ? neighbour : current };
}

/**
 * The tabs of these keys as one, in that order, where the first of them stood.
 * @param {State} state
 * @param {readonly number[]} keys
 * @param {Tab} joined
 * @returns {State}
 */
export function withJoined({ tabs }, keys, joined) {
  const at = tabs.findIndex((tab) => keys.includes(tab.key));
  const rest = tabs.filter((tab) => !keys.includes(tab.key));
  return { tabs: rest.toSpliced(at, 0, joined), current: joined.key };
}

/**
 * @param {State} state
 * @param {number} key
 * @param {Partial<Tab>} changes
 * @returns {State}
 */
export function withTab({ tabs, current }, key, changes) {
  return { tabs: tabs.map((tab) => (tab.key === key ? { ...tab, ...changes } : tab)), current };
}

/**
 * @param {State} state
 * @param {Partial<Tab>} changes to the tab that is shown
 */
export const withCurrent = (state, changes) => withTab(state, state.current, changes);
