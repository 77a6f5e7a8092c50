import { makesRule, phraseOf } from "./phrase.js";
import { keyOf, MOST_RULES, readRules, today, writeRules } from "./saved.js";

/**
 * @typedef {import("./match.js").Rule} Rule
 * @typedef {ReturnType<typeof openRules>} RuleStore
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} StorageLike
 *
 * A change of the rules. To undo it, or to do it again, leaves alone what the person has decided since.
 * @typedef {{ rules: Rule[], undo: () => void, redo: () => void }} Change `rules`: those that it brought
 */

const KEY = "copydesk.rules.1";

/**
 * Of more lines that are set at once none makes a rule: whoever drops so long a run means this page, and its lines would
 * push out the rules that were made one by one.
 */
const MOST_AT_ONCE = 50;
/** Of a still longer run so many lines are looked at, whether there is a rule for them already. */
const MOST_LOOKED_AT = 5 * MOST_RULES;

const NO_STORAGE =
  "This browser stores nothing for this page, so corrections hold for one paste and are not remembered.";
const IS_FULL =
  "This browser has no room left for this page, so the correction is not remembered. Forget some rules to make room.";

const IS_NONE =
  "What this browser has stored as your rules is none, so it was left out. The next correction takes its place.";
const leftOut = (/** @type {number} */ count) =>
  `${count.toLocaleString("en")} of the rules that this browser has stored ${count === 1 ? "is none and was" : "are none and were"} left out.`;

/** The browser's own; null where it does not let this page have one. Asking for it can throw. */
export function pageStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * The rules that are kept on this machine. What is in the storage is what holds: it is read again before each change,
 * so that two windows of the page never undo each other's, and what could not be written there is no rule.
 * @param {StorageLike | null} storage
 * @param {(message: string) => void} onTrouble hears that nothing can be remembered: once, until something can; and that
 *   something in the storage was left out
 * @param {Partial<Pick<EventTarget, "addEventListener">>} [page] hears of changes in other windows
 */
export function openRules(storage, onTrouble, page = globalThis) {
  /** The text that `rules` were read from. @type {string | null} */
  let text = null;
  /** Oldest first. @type {readonly Rule[]} */
  let rules = [];
  let isTold = false;
  /** @type {Set<(rules: readonly Rule[]) => void>} */
  const listeners = new Set();

  function read() {
    const found = storage?.getItem(KEY) ?? null;
    if (found === text) return rules;
    text = found;
    const { problem, ...rest } = parsed(found);
    rules = rest.rules;
    if (problem) onTrouble(problem);
    return rules;
  }

  /** @param {(rules: readonly Rule[]) => readonly Rule[]} change */
  function write(change) {
    try {
      if (!storage) throw new Error(NO_STORAGE);
      const next = change(read());
      if (next === rules) return true;
      const written = next.length > 0 ? writeRules(next) : null;
      if (written === null) storage.removeItem(KEY);
      else storage.setItem(KEY, written);
      [text, rules, isTold] = [written, next, false];
    } catch (error) {
      if (!isTold) onTrouble(Object(error).name === "QuotaExceededError" ? IS_FULL : NO_STORAGE);
      isTold = true;
      return false;
    }
    tell();
    return true;
  }

  const tell = () => {
    for (const listener of listeners) listener(rules);
  };

  /**
   * @param {(rules: readonly Rule[]) => readonly Rule[]} change
   * @returns {Change & { isDone: boolean }}
   */
  function makeChange(change) {
    const before = reread();
    const isDone = write(change);
    const after = rules;
    if (!isDone || after === before) return { isDone, rules: [], undo() {}, redo() {} };
    const known = new Set(before);
    return {
      isDone,
      rules: after.filter((rule) => !known.has(rule)),
      undo: () => write((now) => backTo(before, after, now)),
      redo: () => write((now) => backTo(after, before, now)),
    };
  }

  function reread() {
    try {
      return read();
    } catch {
      return rules;
    }
  }

  page.addEventListener?.("storage", () => {
    const before = rules;
    if (reread() !== before) tell();
  });
  reread();

  return {
    /** Oldest first. */
    list: () => rules,

    /**
     * Remembers lines that a person has set. A site's paste makes rules for that site, one that tells none makes rules
     * for everywhere; lines that say too little, or that are very many, make none. Where there is a rule already, it says
     * what was decided last.
     * @param {string | null} site
     * @param {readonly { text: string, keep: boolean | null }[]} lines `keep` is null where the person has taken their
     *   own word back: then there is to be no rule
     * @returns {Change} its rules are those that are new or have changed
     */
    learn: (site, lines) =>
      makeChange((before) => {
        const keeps = new Map(before.map((rule) => [keyOf(rule), rule.keep]));
        /** @type {Map<string, Rule | null>} */
        const decided = new Map();
        for (const { text, keep } of lines.slice(-MOST_LOOKED_AT)) {
          const phrase = phraseOf(text);
          const key = keyOf({ phrase, site });
          if (!makesRule(phrase, site) || (lines.length > MOST_AT_ONCE && !keeps.has(key))) continue;
          decided.delete(key);
          if (keep !== (keeps.get(key) ?? null))
            decided.set(key, keep === null ? null : { phrase, site, keep, made: today() });
        }
        if (decided.size === 0) return before;
        const others = before.filter((rule) => !decided.has(keyOf(rule)));
        return [...others, ...[...decided.values()].filter((rule) => rule !== null)].slice(-MOST_RULES);
      }),

    /** @param {Rule} rule */
    forget: (rule) =>
      makeChange((before) => {
        const next = before.filter((each) => keyOf(each) !== keyOf(rule));
        return next.length < before.length ? next : before;
      }),

    forgetAll: () => makeChange((before) => (before.length > 0 ? [] : before)),

    exportText: () => writeRules(rules),

    /**
     * Adds the rules of an exported text. Where both have a rule for the same line, the younger stays.
     * @param {string} text
     * @returns {Change & { added: number, ignored: number }}
     * @throws {Error} where it is no such text
     */
    importText(text) {
      const { rules: theirs, all } = readRules(text);
      const change = makeChange((before) => {
        const byKey = new Map(before.map((rule) => [keyOf(rule), rule]));
        for (const rule of theirs) {
          const own = byKey.get(keyOf(rule));
          if (!own || (own.keep !== rule.keep && own.made < rule.made)) byKey.set(keyOf(rule), rule);
        }
        return [...byKey.values()].sort(byAge).slice(-MOST_RULES);
      });
      return { ...change, added: change.rules.length, ignored: all - change.rules.length };
    },

    /**
     * Calls the listener after each change, here or in another window.
     * @param {(rules: readonly Rule[]) => void} listener
     * @returns {() => void} to call when it has heard enough
     */
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/**
 * What the storage holds can be anybody's.
 * @param {string | null} text
 * @returns {{ rules: Rule[], problem: string | null }}
 */
function parsed(text) {
  if (text === null) return { rules: [], problem: null };
  try {
    const { rules, others } = readRules(text);
    return { rules: rules.slice(-MOST_RULES), problem: others > 0 ? leftOut(others) : null };
  } catch {
    return { rules: [], problem: IS_NONE };
  }
}

/**
 * The rules as they were before a change, where they are still what it made of them: what a person has decided since
 * stays.
 * @param {readonly Rule[]} before
 * @param {readonly Rule[]} after
 * @param {readonly Rule[]} now
 */
function backTo(before, after, now) {
  if (now === after) return before;
  const [was, became] = [before, after].map((list) => new Map(list.map((rule) => [keyOf(rule), rule.keep])));
  const isOfChange = (/** @type {string} */ key) => was.get(key) !== became.get(key);
  const isSince = new Map(now.map((rule) => [keyOf(rule), rule.keep]));
  const stays = now.filter((rule) => !isOfChange(keyOf(rule)) || became.get(keyOf(rule)) !== rule.keep);
  const back = before.filter((rule) => {
    const key = keyOf(rule);
    return isOfChange(key) && isSince.get(key) === became.get(key);
  });
  return [...back, ...stays].slice(-MOST_RULES);
}

/**
 * @param {Rule} one
 * @param {Rule} other
 */
const byAge = (one, other) => (one.made < other.made ? -1 : Number(one.made > other.made));
