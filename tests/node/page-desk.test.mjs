// What lies on the page's desk, and the steps there and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "../../www/desk/history.js";
import { keepsKind, withKind } from "../../www/desk/kept-kinds.js";
import { Known } from "../../www/desk/known.js";
import {
  currentTab,
  EMPTY,
  joinedTab,
  newTab,
  withCurrent,
  withJoined,
  withoutTab,
  withTabs,
} from "../../www/desk/workspace.js";

const tab = (part, changes = {}) => ({
  ...newTab({ name: `paste ${part}`, parts: [part], rules: [[]] }),
  ...changes,
});
const rule = { phrase: "share", site: null, keep: false, made: "2024-06-04" };

test("steps go back and forth, and a new one ends what could be done again", () => {
  const history = new History("none");
  assert.deepEqual([history.undo(), history.redo(), history.state], [null, null, "none"]);
  history.push("one", "Do one");
  history.push("two", "Do two");
  assert.deepEqual([history.undoes, history.redoes], ["Do two", null]);
  assert.equal(history.undo(), "Do two");
  assert.deepEqual([history.state, history.undoes, history.redoes], ["one", "Do one", "Do two"]);
  assert.equal(history.redo(), "Do two");
  history.undo();
  history.push("three", "Do three");
  assert.equal(history.redo(), null);
  assert.deepEqual(history.states, ["none", "one", "three"]);
});

test("what a step did elsewhere is taken back and done again with it, in the right order", () => {
  const done = [];
  const effect = (name) => ({ undo: () => done.push(`-${name}`), redo: () => done.push(`+${name}`) });
  const history = new History(0);
  history.push(1, "One", { effect: effect("one") });
  history.push(2, "Two");
  history.push(3, "Three", { effect: effect("three") });
  for (let i = 0; i < 4; i += 1) history.undo();
  for (let i = 0; i < 4; i += 1) history.redo();
  assert.deepEqual(done, ["-three", "-one", "+one", "+three"]);
});

test("a slider that is dragged is one step, and the next drag another", () => {
  const history = new History(0);
  for (const place of [1, 2, 3]) history.push(place, "Slide", { gesture: "first" });
  for (const place of [4, 5]) history.push(place, "Slide", { gesture: "second" });
  assert.deepEqual(history.states, [0, 3, 5]);
  history.look(5);
  history.push(6, "Slide", { gesture: "second" });
  assert.deepEqual(history.states, [0, 3, 5, 6], "after something else it is no longer the same drag");
});

test("looking elsewhere is no step: undo leads back to it, redo to where the step was made", () => {
  const history = new History("a");
  history.push("b", "Step");
  history.look("b, elsewhere");
  assert.equal(history.state, "b, elsewhere");
  history.push("c", "Next");
  history.undo();
  assert.equal(history.state, "b, elsewhere");
  history.undo();
  history.redo();
  assert.equal(history.state, "b");
});

test("300 steps are kept, and the memory of the others is let go", () => {
  const history = new History(0);
  for (let step = 1; step <= 1000; step += 1) history.push(step, "Step");
  assert.equal(history.states.length, 300);
  let steps = 0;
  while (history.undo() !== null) steps += 1;
  assert.equal(steps, 299);
  assert.equal(history.state, 701);
});

test("a state is never changed", () => {
  const freeze = (value) => {
    if (value !== null && typeof value === "object")
      for (const each of Object.values(Object.freeze(value))) freeze(each);
    return value;
  };
  let state = freeze(withTabs(EMPTY, [tab(1), tab(2), tab(3)]));
  const [first, second, third] = state.tabs;
  assert.equal(currentTab(state), third, "the last is shown");
  state = freeze(withCurrent(state, { set: { 4: true } }));
  assert.deepEqual(currentTab(state).set, { 4: true });
  state = freeze(withKind(state, "caption", true));
  assert.equal(keepsKind(state, "caption"), true);
  assert.equal(withoutTab(state, second.key).current, third.key);
  assert.equal(withoutTab(state, third.key).current, second.key, "the neighbour");
  assert.equal(withoutTab(withoutTab(withoutTab(state, first.key), second.key), third.key).current, 0);
  assert.deepEqual(withoutTab(state, 999), state);
  assert.deepEqual(EMPTY, { tabs: [], current: 0 });
});

test("a kind is kept or not by what the person says, else as usual", () => {
  let state = withTabs(EMPTY, [tab(1)]);
  assert.deepEqual([keepsKind(state, "paragraph"), keepsKind(state, "caption")], [true, false]);
  state = withKind(withKind(state, "caption", true), "paragraph", false);
  assert.deepEqual([keepsKind(state, "paragraph"), keepsKind(state, "caption")], [false, true]);
  assert.deepEqual([currentTab(state).keep, currentTab(state).drop], [["caption"], ["paragraph"]]);
  state = withKind(withKind(withKind(state, "caption", true), "caption", false), "paragraph", true);
  assert.deepEqual([currentTab(state).keep, currentTab(state).drop], [[], []], "as usual is nothing said");
  assert.equal(keepsKind(EMPTY, "paragraph"), false);
  assert.equal(withKind(EMPTY, "paragraph", false), EMPTY);
});

test("joined, the lines that were set keep their places, and each page its rules", () => {
  const tabs = [
    tab(7, { set: { 2: true, 10: false }, rules: [[rule]], keep: ["caption"], strictness: 0.2 }),
    tab(8, { set: {}, drop: ["table"] }),
    tab(9, { set: { 1: false }, isRuled: false, rules: [[rule]], keep: ["caption", "credit"] }),
  ];
  const counts = new Map([
    [tabs[0].key, 10],
    [tabs[1].key, 5],
    [tabs[2].key, 3],
  ]);
  const joined = joinedTab(tabs, (key) => counts.get(key));
  assert.deepEqual(joined.set, { 2: true, 10: false, 16: false });
  assert.deepEqual(joined.parts, [7, 8, 9]);
  assert.deepEqual(joined.rules, [[rule], [], []], "where they were left out they still are");
  assert.deepEqual([joined.keep, joined.drop], [["caption", "credit"], ["table"]]);
  assert.deepEqual([joined.isRuled, joined.strictness, joined.name], [true, 0.2, "paste 7"]);
  assert.ok(!tabs.some(({ key }) => key === joined.key));
  const without = joinedTab([tabs[2]], () => 3);
  assert.deepEqual([without.isRuled, without.rules], [false, [[rule]]], "and can be used again");
  const state = withJoined(
    withTabs(EMPTY, [tab(1), ...tabs, tab(2)]),
    tabs.map(({ key }) => key),
    joined,
  );
  assert.deepEqual(
    state.tabs.map(({ parts }) => parts),
    [[1], [7, 8, 9], [2]],
  );
  assert.equal(state.current, joined.key);
});

test("tabs that nobody has looked at become known one after another, until one cannot be", async () => {
  const known = new Known();
  const about = (title) => ({ title, lines: [], count: 3 });
  known.set(1, about("one"));
  const asked = [];
  let learnt = 0;
  const how = {
    tabs: () => [{ key: 1 }, { key: 2 }, { key: 3 }, { key: 4 }],
    ask: async ({ key }) => {
      asked.push(key);
      if (key === 4) throw new Error("it cannot be cleaned");
      return about(`tab ${key}`);
    },
    onLearnt: () => {
      learnt += 1;
    },
  };
  const first = known.survey(how);
  await known.survey(how);
  await first;
  assert.deepEqual([asked, learnt], [[2, 3, 4], 2]);
  assert.deepEqual(
    [1, 2, 4].map((key) => known.titleOf(key)),
    ["one", "tab 2", null],
  );
  known.join([3, 4, 1], 5);
  assert.deepEqual(
    known.pagesOf(5).map(({ title }) => title),
    ["tab 3", "one"],
  );
  known.keepOnly(new Set([1]));
  assert.deepEqual([known.pagesOf(5), known.countOf(1), known.countOf(2)], [[], 3, 0]);
});
