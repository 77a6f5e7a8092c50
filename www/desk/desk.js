// The desk: what the person does, as steps that can be taken back, and the views that come of it.

import { Engine, Overtaken } from "../engine/client.js";
import { Sheet } from "../lines/sheet.js";
import { ruleFinder } from "../rules/match.js";
import { siteOf } from "../rules/site.js";
import { History } from "./history.js";
import { keepsKind, withKind } from "./kept-kinds.js";
import { Known } from "./known.js";
import {
  currentTab,
  EMPTY,
  joinedTab,
  newTab,
  withCurrent,
  withJoined,
  withoutTab,
  withTab,
  withTabs,
} from "./workspace.js";

/** @typedef {import("copydesk").Kind} Kind */
/** @typedef {import("../engine/cleaner.js").Held} Held */
/** @typedef {import("../engine/view.js").View} View */
/** @typedef {import("./workspace.js").State} State */
/** @typedef {import("./workspace.js").Tab} Tab */
/** @typedef {Omit<Held, "id"> & { name: string }} Paste */

/**
 * What is shown now. `isOther`: whether it is another paste than before, and no change of the same.
 * @typedef {{ tab: Tab, view: View, sheet: Sheet, isOther: boolean }} Showing
 *
 * @typedef {object} Handlers
 * @property {(state: State) => void} onState after each step, before the view of it
 * @property {() => void} onAsked a view is on its way
 * @property {(showing: Showing) => void} onView
 * @property {() => void} onEmpty no tab is shown
 * @property {(ms: number) => void} onWorking a cleaning has begun that will take so long
 * @property {(error: unknown) => void} onFailure
 */

/** A cleaning that takes longer is told of. */
const TOLD_FROM_MS = 250;

/** A flip waits while a tab that nobody looks at is cleaned, so a large one is not. */
const SURVEYED_UP_TO_MS = 1000;

export class Desk {
  #engine = new Engine();
  #rules;
  #handlers;
  /** @type {History<State>} */
  #history = new History(EMPTY);
  /** @type {Showing | null} */
  #showing = null;
  /** Texts that only the worker knew, by the parts they are of. @type {Map<string, string>} */
  #texts = new Map();
  /** Takes back the last thing that was done, for as long as its view is on its way. */
  #takeBack = () => {};
  #known = new Known();

  /**
   * @param {import("../rules/store.js").RuleStore} rules
   * @param {Handlers} handlers
   */
  constructor(rules, handlers) {
    this.#rules = rules;
    this.#handlers = handlers;
    this.#engine.warm();
  }

  get state() {
    return this.#history.state;
  }

  get showing() {
    return this.#showing;
  }

  get undoes() {
    return this.#history.undoes;
  }

  get redoes() {
    return this.#history.redoes;
  }

  /** Of a tab that has been cleaned. @param {number} key */
  titleOf(key) {
    return this.#known.titleOf(key);
  }

  /** What is known of the pages of an article in a tab: of each paste in it that has been cleaned. @param {number} key */
  pages(key) {
    return this.#known.pagesOf(key);
  }

  /**
   * @param {readonly Paste[]} pastes each gets a tab
   * @returns {number} the key of the one that is shown
   */
  open(pastes) {
    const rules = this.#rules.list();
    const tabs = pastes.map(({ name, ...part }) =>
      newTab({ name, parts: [this.#engine.add(part)], rules: [rules] }),
    );
    const what = pastes.length === 1 ? "Paste" : `Open ${pastes.length} files`;
    this.#step(withTabs(this.state, tabs), what);
    return this.state.current;
  }

  /**
   * Another reading of the same page takes the place of the first, unless the person has begun to work on that.
   * @param {number} key
   * @param {Omit<Held, "id">} part
   */
  readBetter(key, part) {
    const tab = this.state.tabs.find((each) => each.key === key);
    if (!tab || Object.keys(tab.set).length > 0) return;
    this.#step(withTab(this.state, key, { parts: [this.#engine.add(part)] }), "Read the page's HTML");
  }

  /** @param {number} key of a tab, or 0 for a new paste */
  look(key) {
    const { current } = this.state;
    this.#history.look({ ...this.state, current: key });
    this.#show(() => this.#history.look({ ...this.state, current }));
  }

  /** @param {number} key */
  close(key) {
    this.#step(withoutTab(this.state, key), "Close tab");
  }

  /**
   * The tabs of one article as one.
   * @param {readonly number[]} keys in the order of the pages
   */
  join(keys) {
    const tabs = keys.flatMap((key) => this.state.tabs.filter((tab) => tab.key === key));
    const joined = joinedTab(tabs, this.#known.countOf);
    this.#known.join(keys, joined.key);
    this.#step(withJoined(this.state, keys, joined), `Join ${tabs.length} pages`);
  }

  /**
   * Keeps or drops lines, and remembers it for pastes to come.
   * @param {readonly number[]} numbers
   * @param {boolean} keep
   */
  set(numbers, keep) {
    const { tab, view, sheet } = this.#showing ?? {};
    if (!tab || !view || !sheet) return;
    const set = { ...currentTab(this.state)?.set };
    const changed = numbers.filter((number) => sheet.isKept(number) !== keep || number in set);
    const site = siteOf({ url: view.url, siteName: view.article.siteName });
    const findRule = ruleFinder(tab.rules.flat(), site);
    const lines = changed.map((number) => {
      const { text } = sheet.line(number);
      const isBack = sheet.isUsuallyKept(number) === keep;
      // A line that is back where it was counts as never touched.
      if (isBack) delete set[number];
      else set[number] = keep;
      return { text, keep: isBack && !findRule(text) ? null : keep };
    });
    sheet.set(changed, keep);
    const what = `${keep ? "Keep" : "Drop"} ${numbers.length === 1 ? `line ${numbers[0]}` : `${numbers.length} lines`}`;
    this.#step(withCurrent(this.state, { set }), what, { effect: this.#rules.learn(site, lines) });
  }

  /**
   * @param {Kind} kind
   * @param {boolean} isKept
   */
  setKind(kind, isKept) {
    const state = withKind(this.state, kind, isKept);
    if (state !== this.state) this.#step(state, `${isKept ? "Keep" : "Drop"} all of a kind`);
  }

  /** Whether lines of this kind are kept in the tab that is shown. @param {Kind} kind */
  keepsKind(kind) {
    return keepsKind(this.state, kind);
  }

  /**
   * @param {number} strictness
   * @param {string} gesture
   */
  setStrictness(strictness, gesture) {
    this.#step(withCurrent(this.state, { strictness }), "Keep more or less", { gesture });
  }

  /** Shows this paste without the person's rules, or with them again. @param {boolean} isRuled */
  setRuled(isRuled) {
    this.#step(withCurrent(this.state, { isRuled }), isRuled ? "Use your rules" : "Leave your rules out");
  }

  /**
   * A step that was made elsewhere than on the desk.
   * @param {string} what
   * @param {import("./history.js").Effect} effect
   */
  did(what, effect) {
    this.#history.push(this.state, what, { effect });
    const takeBack = this.#takeBack;
    this.#takeBack = () => {
      this.#history.undo();
      takeBack();
    };
    this.#handlers.onState(this.state);
  }

  undo() {
    const what = this.#history.undo();
    if (what !== null) this.#show(() => this.#history.redo());
    return what;
  }

  redo() {
    const what = this.#history.redo();
    if (what !== null) this.#show(() => this.#history.undo());
    return what;
  }

  /** Gives up a cleaning that takes too long: back to what was before. */
  cancel() {
    this.#engine.cancel();
    this.#takeBack();
    // What was before may take as long, as the worker has to begin anew: given up as well, the desk is cleared.
    this.#show(() => this.#history.look({ ...this.state, current: 0 }));
  }

  /** The article that is shown, as Markdown. */
  markdown() {
    const tab = currentTab(this.state);
    return tab ? this.#engine.markdown(askedOf(tab)) : Promise.resolve("");
  }

  /**
   * @param {State} state
   * @param {string} what
   * @param {{ gesture?: string, effect?: import("./history.js").Effect | null }} [how]
   */
  #step(state, what, how) {
    this.#history.push(state, what, how);
    this.#forget();
    this.#show(() => this.#history.undo());
  }

  /** Lets go of what no step leads back to. */
  #forget() {
    const tabs = this.#history.states.flatMap((state) => state.tabs);
    this.#engine.keepOnly(new Set(tabs.flatMap(({ parts }) => parts)));
    this.#known.keepOnly(new Set(tabs.map(({ key }) => key)));
    const texts = new Set(tabs.map(({ parts }) => parts.join()));
    for (const parts of this.#texts.keys()) if (!texts.has(parts)) this.#texts.delete(parts);
  }

  /** @param {() => void} takeBack what leads back to what is shown now, were this given up */
  async #show(takeBack) {
    this.#takeBack = takeBack;
    this.#handlers.onAsked();
    this.#handlers.onState(this.state);
    const tab = currentTab(this.state);
    if (!tab) {
      this.#engine.overtake();
      this.#showing = null;
      this.#handlers.onEmpty();
      return;
    }
    const isOther = this.#showing?.tab.parts.join() !== tab.parts.join();
    const wait = isOther ? this.#engine.estimate(tab.parts) : 0;
    if (wait > TOLD_FROM_MS) {
      // What was shown has gone from the panes, so whatever comes next is another.
      this.#showing = null;
      this.#handlers.onWorking(wait);
    }
    try {
      const known = this.#textOf(tab);
      const view = await this.#engine.show({ ...askedOf(tab), needsText: known === null });
      if (view.text !== null) this.#texts.set(tab.parts.join(), view.text);
      const sheet = new Sheet(known ?? view.text ?? "", view);
      this.#known.set(tab.key, view.about);
      this.#showing = { tab, view, sheet, isOther };
      this.#handlers.onView(this.#showing);
      this.#survey();
    } catch (error) {
      if (error instanceof Overtaken) return;
      this.#showing = null;
      this.#handlers.onFailure(error);
    }
  }

  #survey() {
    const isWanted = (/** @type {Tab} */ { parts }) => this.#engine.estimate(parts) < SURVEYED_UP_TO_MS;
    this.#known.survey({
      tabs: () => this.state.tabs.filter(isWanted),
      ask: (tab) => this.#engine.about(askedOf(tab)),
      onLearnt: () => this.#handlers.onState(this.state),
    });
  }

  /** @param {Tab} tab */
  #textOf({ parts }) {
    const own = parts.length === 1 ? this.#engine.part(parts[0]).text : null;
    return own ?? this.#texts.get(parts.join()) ?? null;
  }
}

/**
 * @param {Tab} tab
 * @returns {import("../engine/cleaner.js").Asked}
 */
function askedOf({ parts, keep, drop, strictness, set, rules, isRuled }) {
  return { parts, options: { keep, drop, strictness }, set, rules: isRuled ? rules : [], needsText: false };
}
