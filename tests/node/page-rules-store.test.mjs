// The rules in a browser's storage, which other windows share, and which may be missing or full.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matchRules } from "../../www/rules/match.js";
import { MOST_RULES } from "../../www/rules/saved.js";
import { openRules, pageStorage } from "../../www/rules/store.js";
import { browser, KEY, said, word } from "./page-support.mjs";

const SITE = "courier.example";

test("what is learnt is listed, stays, and is applied", () => {
  const { open } = browser();
  const { rules, troubles } = open();
  const { rules: made } = rules.learn(SITE, [
    { text: "36 comments", keep: false },
    { text: "Editor's note", keep: true },
  ]);
  assert.equal(made.length, 2);
  assert.match(made[0].made, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(said(open().rules), [
    ["# comments", SITE, false],
    ["editor's note", SITE, true],
  ]);
  assert.deepEqual(matchRules(open().rules.list(), SITE, ["41 comments"]), { 1: false });
  assert.deepEqual(troubles, []);
});

test("what says nothing new makes no rule, and what says otherwise changes one", () => {
  const { rules } = browser().open();
  const heard = [];
  rules.learn(null, [{ text: "Share", keep: false }]);
  rules.subscribe((list) => heard.push(list.length));
  assert.deepEqual(rules.learn(null, [{ text: "SHARE", keep: false }]).rules, []);
  assert.deepEqual(rules.learn(null, [{ text: "Yes.", keep: false }]).rules, []);
  assert.deepEqual(heard, []);
  assert.equal(rules.learn(null, [{ text: "Share", keep: true }]).rules.length, 1);
  assert.deepEqual(said(rules), [["share", null, true]]);
  assert.deepEqual(heard, [1]);
  const both = [true, false].map((keep) => ({ text: "Log in", keep }));
  assert.deepEqual(
    rules.learn(null, both).rules.map(({ keep }) => keep),
    [false],
    "the last word on a line counts",
  );
  assert.deepEqual(rules.learn(null, both).rules, [], "and it is the one that is known");
});

test("undo brings back what was, and nothing else", () => {
  const { rules } = browser().open();
  rules.learn(SITE, [{ text: "Share", keep: false }]);
  const { undo } = rules.learn(SITE, [
    { text: "Share", keep: true },
    { text: "Log in", keep: false },
  ]);
  rules.learn(SITE, [{ text: "Most read", keep: false }]);
  undo();
  assert.deepEqual(said(rules), [
    ["share", SITE, false],
    ["most read", SITE, false],
  ]);
  undo();
  assert.equal(rules.list().length, 2);
});

test("undo leaves what was decided since", () => {
  const { rules } = browser().open();
  const { undo } = rules.learn(SITE, [
    { text: "Share", keep: false },
    { text: "Log in", keep: false },
  ]);
  rules.learn(SITE, [{ text: "Share", keep: true }]);
  rules.forget(rules.list()[0]);
  undo();
  assert.deepEqual(said(rules), [["share", SITE, true]]);
  const { undo: second } = rules.learn(SITE, [{ text: "Share", keep: false }]);
  rules.forgetAll();
  second();
  assert.deepEqual(said(rules), [], "what was forgotten since does not come back");
});

test("one is forgotten, or all are", () => {
  const { open, items } = browser();
  const { rules } = open();
  for (const site of [SITE, null]) rules.learn(site, [{ text: "Share", keep: false }]);
  rules.forget({ ...rules.list()[0] });
  assert.deepEqual(said(rules), [["share", null, false]]);
  rules.forgetAll();
  assert.deepEqual(said(rules), []);
  assert.equal(items.size, 0, "nothing is left on the machine");
});

test("two windows agree, and neither undoes the other's", () => {
  const { open, items } = browser();
  const [one, other] = [open(), open()];
  const heard = [];
  const stop = other.rules.subscribe((list) => heard.push(list.length));
  one.rules.learn(null, [{ text: "Share", keep: false }]);
  assert.deepEqual(said(other.rules), said(one.rules));
  other.rules.learn(null, [{ text: "Log in", keep: false }]);
  assert.deepEqual(said(one.rules), [
    ["share", null, false],
    ["log in", null, false],
  ]);
  assert.deepEqual(heard, [1, 2]);
  stop();
  one.rules.forgetAll();
  assert.deepEqual(said(other.rules), []);
  assert.deepEqual(heard, [1, 2]);
  // A window that has not heard yet reads again before it writes.
  one.rules.learn(null, [{ text: "Share", keep: false }]);
  const silent = openRules(other.storage, assert.fail, {});
  one.rules.learn(null, [{ text: "Most read", keep: false }]);
  silent.learn(null, [{ text: "Log in", keep: false }]);
  assert.equal(silent.list().length, 3);
  items.clear();
  one.page.dispatchEvent(Object.assign(new Event("storage"), { key: null }));
  assert.deepEqual(said(one.rules), [], "the storage was cleared as a whole");
});

test("other keys are nobody's business", () => {
  const { open } = browser();
  const { rules, storage } = open();
  const other = open();
  for (const each of [rules, other.rules]) each.subscribe(() => assert.fail("no change"));
  other.storage.setItem("theme", "dark");
  storage.setItem("theme", "light");
  other.page.dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));
  assert.deepEqual(said(rules), []);
});

test("of too many the oldest go, and come back with undo", () => {
  const { rules } = browser().open();
  const lines = Array.from({ length: MOST_RULES }, (_, at) => ({ text: `Offer ${word(at)}`, keep: false }));
  // A few at a time, as a person sets them.
  const learnAll = (all) => {
    for (let at = 0; at < all.length; at += 50) rules.learn(SITE, all.slice(at, at + 50));
  };
  learnAll(lines);
  assert.equal(rules.list().length, MOST_RULES);
  const { undo } = rules.learn(SITE, [{ text: "One more", keep: false }]);
  assert.equal(rules.list().length, MOST_RULES);
  assert.equal(rules.list().at(-1).phrase, "one more");
  assert.equal(rules.list()[0].phrase, `offer ${word(1)}`);
  undo();
  assert.equal(rules.list().length, MOST_RULES);
  assert.equal(rules.list()[0].phrase, `offer ${word(0)}`);
  const others = Array.from({ length: MOST_RULES + 5 }, (_, at) => ({
    text: `Sale ${word(at)}`,
    keep: false,
  }));
  learnAll(others);
  assert.equal(rules.list().length, MOST_RULES);
  assert.equal(rules.list()[0].phrase, `sale ${word(5)}`);
});

test("what a person has taken back is no rule any more", () => {
  const { rules } = browser().open();
  rules.learn(SITE, [{ text: "36 comments", keep: false }]);
  rules.learn(null, [{ text: "36 comments", keep: false }]);
  const { undo, redo } = rules.learn(SITE, [{ text: "37 comments", keep: null }]);
  assert.deepEqual(said(rules), [["# comments", null, false]]);
  undo();
  assert.equal(rules.list().length, 2);
  redo();
  assert.deepEqual(said(rules), [["# comments", null, false]]);
  assert.deepEqual(rules.learn(SITE, [{ text: "Share", keep: null }]).rules, []);
});

test("a long run of lines makes no rules, but those that there are say what was decided last", () => {
  const { rules } = browser().open();
  const run = Array.from({ length: 51 }, (_, at) => ({ text: `Offer ${word(at)}`, keep: false }));
  rules.learn(SITE, run.slice(1));
  assert.equal(rules.list().length, 50, "so many are one by one");
  rules.forgetAll();
  rules.learn(SITE, [{ text: "Offer d", keep: true }]);
  const { undo } = rules.learn(SITE, run);
  assert.deepEqual(said(rules), [["offer d", SITE, false]]);
  undo();
  assert.deepEqual(said(rules), [["offer d", SITE, true]]);
});

test("forgetting is taken back, and done again", () => {
  const { open } = browser();
  const { rules } = open();
  for (const text of ["Share", "Log in", "Most read"]) rules.learn(SITE, [{ text, keep: false }]);
  const all = said(rules);
  const one = rules.forget(rules.list()[1]);
  assert.equal(rules.list().length, 2);
  one.undo();
  assert.deepEqual(said(rules), all, "at its place, too");
  one.redo();
  assert.equal(rules.list().length, 2);
  one.undo();
  const every = rules.forgetAll();
  open().rules.learn(SITE, [{ text: "Sign in", keep: false }]);
  every.undo();
  assert.deepEqual(said(rules).sort(), [...all, ["sign in", SITE, false]].sort(), "beside a new one");
  every.redo();
  assert.deepEqual(said(rules), [["sign in", SITE, false]]);
});

test("without a storage, or with a full one, nothing is remembered, and it is said once", () => {
  const full = Object.assign(new Error("no room"), { name: "QuotaExceededError" });
  const refused = Object.assign(new Error("no access"), { name: "SecurityError" });
  const throwing = (error) => () => {
    throw error;
  };
  const storages = [
    [null, /stores nothing/],
    [
      { getItem: throwing(refused), setItem: throwing(refused), removeItem: throwing(refused) },
      /stores nothing/,
    ],
    [{ getItem: () => null, setItem: throwing(full), removeItem() {} }, /no room left.*Forget some rules/],
  ];
  for (const [storage, expected] of storages) {
    const troubles = [];
    const rules = openRules(storage, (message) => troubles.push(message), {});
    for (const text of ["Share", "Log in"]) {
      const { rules: made, undo } = rules.learn(null, [{ text, keep: false }]);
      assert.deepEqual(made, []);
      undo();
    }
    assert.deepEqual(rules.list(), []);
    assert.equal(troubles.length, 1);
    assert.match(troubles[0], expected);
  }
});

test("when there is room again, trouble is told anew", () => {
  const { storage } = browser().open();
  let isFull = false;
  const troubles = [];
  const setItem = (key, value) => {
    if (isFull) throw Object.assign(new Error(), { name: "QuotaExceededError" });
    storage.setItem(key, value);
  };
  const rules = openRules({ ...storage, setItem }, (message) => troubles.push(message), {});
  for (const state of [true, false, true]) {
    isFull = state;
    rules.learn(null, [{ text: `Offer ${troubles.length}${state ? "" : " kept"}`, keep: false }]);
  }
  assert.equal(troubles.length, 2);
  assert.deepEqual(said(rules), [["offer # kept", null, false]]);
});

test("asking for a storage that may not be asked for gives none", (t) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  t.after(() => {
    if (before) Object.defineProperty(globalThis, "localStorage", before);
    else delete globalThis.localStorage;
  });
  const set = (get) => Object.defineProperty(globalThis, "localStorage", { get, configurable: true });
  set(() => {
    throw new Error("SecurityError");
  });
  assert.equal(pageStorage(), null);
  const storage = {};
  set(() => storage);
  assert.equal(pageStorage(), storage);
});
