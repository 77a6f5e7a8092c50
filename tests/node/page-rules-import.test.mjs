// Rules that are read: from a storage that anybody may have written to, and from files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_RULES } from "../../www/rules/saved.js";
import { openRules } from "../../www/rules/store.js";
import { browser, KEY, said, word } from "./page-support.mjs";

const SITE = "courier.example";

test("a poisoned storage is no rules, and does not stop new ones", () => {
  const rule = { phrase: "share", site: null, keep: false, made: "2024-06-04" };
  const good = JSON.stringify({ copydesk: "rules", version: 1, rules: [rule] });
  const { open: openGood, items: goodItems } = browser();
  goodItems.set(KEY, good);
  assert.deepEqual(said(openGood().rules), [["share", null, false]], "the form that is spoilt below");
  const wrong = [
    "",
    "{",
    "null",
    "5",
    "[]",
    '{"copydesk":"rules","version":1}',
    '{"copydesk":"rules","version":1,"rules":{"length":3}}',
    good.replace('"version":1', '"version":2'),
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  ];
  const spoil = (change) =>
    JSON.stringify({ copydesk: "rules", version: 1, rules: [{ ...rule, ...change }] });
  const entries = [
    { phrase: 5 },
    { phrase: null },
    { phrase: "" },
    { phrase: "36" },
    { phrase: "yes." },
    { phrase: "x".repeat(100_000) },
    { site: 5 },
    { site: undefined },
    { site: "" },
    { site: "x".repeat(1000) },
    { keep: "false" },
    { keep: 0 },
    { made: "yesterday" },
    { made: "June 4, 2024" },
    { made: "2024-13-45" },
    { made: 20240604 },
  ].map(spoil);
  for (const text of [
    ...wrong,
    ...entries,
    '{"copydesk":"rules","version":1,"rules":[null,5,"share",[[]]]}',
  ]) {
    const { items, open } = browser();
    items.set(KEY, text);
    const { rules, troubles } = open();
    assert.deepEqual(rules.list(), [], text.slice(0, 100));
    assert.equal(rules.learn(null, [{ text: "Log in", keep: false }]).rules.length, 1);
    assert.equal(troubles.length, 1, "and it is said, once");
    assert.match(troubles[0], /left out/);
    assert.deepEqual(said(open().rules), [["log in", null, false]]);
  }
});

test("what is read is made anew, in the form that we write", () => {
  const { items, open } = browser();
  const entry =
    '{"phrase":"  SH\\u202eARE 12 ","site":"www.Courier.example","keep":true,"made":"9999-12-31","__proto__":{"x":1},"html":"<b>"}';
  items.set(KEY, `{"copydesk":"rules","version":1,"rules":[${entry}]}`);
  const [rule] = open().rules.list();
  const today = new Date().toISOString().slice(0, 10);
  assert.deepEqual(rule, { phrase: "share #", site: SITE, keep: true, made: today });
  assert.equal(Object.getPrototypeOf(rule), Object.prototype);
});

/** How many rules of a text are new, and how many are not. */
const imported = (rules, text) => {
  const { added, ignored } = rules.importText(text);
  return { added, ignored };
};

test("exported rules are imported elsewhere", () => {
  const { rules } = browser().open();
  rules.learn(SITE, [{ text: "36 comments", keep: false }]);
  rules.learn(null, [{ text: "Share", keep: true }]);
  const text = rules.exportText();
  assert.equal(JSON.parse(text).version, 1);
  const other = browser().open().rules;
  assert.deepEqual(imported(other, `\ufeff${text}`), { added: 2, ignored: 0 });
  assert.deepEqual(said(other), said(rules));
  assert.deepEqual(imported(other, text), { added: 0, ignored: 2 });
  assert.deepEqual(imported(browser().open().rules, openRules(null, assert.fail, {}).exportText()), {
    added: 0,
    ignored: 0,
  });
});

test("of two rules for a line the younger stays, and what is no rule is counted", () => {
  const { items, open } = browser();
  const file = (...rules) => JSON.stringify({ copydesk: "rules", version: 1, rules });
  const share = { phrase: "share", site: null, keep: false, made: "2024-06-04" };
  items.set(KEY, file(share));
  const { rules } = open();
  const older = { ...share, keep: true, made: "2024-06-03" };
  const younger = { ...share, keep: true, made: "2024-06-05" };
  assert.deepEqual(imported(rules, file(older, null, { phrase: "x" })), { added: 0, ignored: 3 });
  assert.deepEqual(said(rules), [["share", null, false]]);
  assert.deepEqual(
    imported(rules, file({ ...younger, keep: false })),
    { added: 0, ignored: 1 },
    "it says the same",
  );
  assert.deepEqual(imported(rules, file(younger)), { added: 1, ignored: 0 });
  assert.deepEqual(said(rules), [["share", null, true]]);
});

test("a file of too many rules brings the youngest", () => {
  const { items, open } = browser();
  const { rules } = open();
  const many = Array.from({ length: MOST_RULES + 50 }, (_, at) => ({
    phrase: `offer ${word(at)}`,
    site: null,
    keep: false,
    made: at < 50 ? "2023-01-01" : "2024-01-01",
  })).reverse();
  const text = JSON.stringify({ copydesk: "rules", version: 1, rules: many });
  items.set(KEY, text);
  assert.equal(open().rules.list().length, MOST_RULES, "nor is more read from the storage");
  items.clear();
  assert.deepEqual(imported(rules, text), { added: MOST_RULES, ignored: 50 });
  assert.ok(rules.list().every(({ made }) => made === "2024-01-01"));
});

test("a file that is no list of rules is told, and changes nothing", () => {
  const { rules } = browser().open();
  rules.learn(null, [{ text: "Share", keep: false }]);
  const wrong = [
    ["shopping list", /no JSON/],
    ["", /no JSON/],
    ["null", /holds no rules of Copydesk/],
    ['{"rules":[]}', /holds no rules of Copydesk/],
    ['{"copydesk":"rules","version":7,"rules":[]}', /of version 7.*reads version 1/],
    ['{"copydesk":"rules","version":"<b>","rules":[]}', /of no version/],
    [`"${"x".repeat(6_000_000)}"`, /longer than 5 MB/],
  ];
  for (const [text, message] of wrong) assert.throws(() => rules.importText(text), { message });
  assert.deepEqual(said(rules), [["share", null, false]]);
});

test("an import is taken back, and done again, and what was decided since stays", () => {
  const { rules } = browser().open();
  rules.learn(null, [{ text: "Share", keep: false }]);
  const other = browser().open().rules;
  other.learn(
    null,
    ["Share", "Log in", "Most read"].map((text) => ({ text, keep: true })),
  );
  const text = other.exportText().replaceAll(/"made": "[\d-]+"/g, `"made": "2020-01-01"`);
  const { undo, redo } = rules.importText(text);
  assert.equal(rules.list().length, 3);
  undo();
  assert.deepEqual(said(rules), [["share", null, false]]);
  redo();
  assert.equal(rules.list().length, 3);
  rules.forget(rules.list().find(({ phrase }) => phrase === "log in"));
  undo();
  assert.deepEqual(said(rules), [["share", null, false]]);
});
