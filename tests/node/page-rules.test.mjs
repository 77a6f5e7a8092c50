// The page's memory of corrections: which lines a rule meets, and what a browser's storage may do to the rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../www/fold.js";
import { matchRules, ruleFinder } from "../../www/rules/match.js";
import { LONGEST_PHRASE, makesRule, phraseOf } from "../../www/rules/phrase.js";
import { siteOf } from "../../www/rules/site.js";
import { fastest } from "./support.mjs";

const SITE = "courier.example";
const rule = (text, { site = null, keep = false } = {}) => ({
  phrase: phraseOf(text),
  site,
  keep,
  made: "2024-06-04",
});

test("a phrase is what a line says, whatever its numbers, its case and its spaces are", () => {
  const same = [
    ["36 comments", "41 comments", "9 Comments", "1,204 comments", "1 204 comments", "\t36\u00a0COMMENTS "],
    ["Share", "share", "SHARE", "Ｓｈａｒｅ", "Sh\u00adare\u200b"],
    ["2 hours ago", "17 hours ago"],
    ["Café", "Cafe\u0301", "CAFÉ"],
    ["٣٦ تعليقا", "٤ تعليقا"],
  ];
  for (const [first, ...others] of same)
    for (const other of others) assert.equal(phraseOf(other), phraseOf(first), other);
  const all = same.map(([first]) => phraseOf(first));
  assert.equal(new Set(all).size, same.length);
  assert.notEqual(phraseOf("Share this"), phraseOf("Share"));
  assert.notEqual(phraseOf("2 hours ago"), phraseOf("2 days ago"));
  assert.equal(phraseOf("41 comments"), "# comments");
});

test("a phrase of a phrase is the phrase, so that exported ones can be read", () => {
  const long = "We and our 214 partners store and read information on your device. ".repeat(9);
  const texts = [
    "1,204 comments",
    "# 5",
    `${"x".repeat(199)} yz`,
    long,
    "𐐀".repeat(300),
    "e\u200d\u0301",
    "İSTANBUL",
    "½ m²",
    "Σίσυφος ΟΔΟΣ",
    "Ϊ\u0301",
  ];
  for (const text of texts) assert.equal(phraseOf(phraseOf(text)), phraseOf(text), text);
});

test("of a long line its beginning is the phrase", () => {
  const notice =
    "We and our 214 partners store and read information on your device, such as cookies, to show ";
  const long = `${notice.repeat(3)} as described in our policy`;
  assert.ok(phraseOf(long).length <= LONGEST_PHRASE);
  assert.equal(phraseOf(`${long}, which has changed.`), phraseOf(long));
  assert.notEqual(phraseOf(notice), phraseOf(long), "a short line is not the beginning of a long one");
  assert.ok([...phraseOf("𐐀".repeat(300))].length === LONGEST_PHRASE, "no character is cut in two");
});

test("lines that say too little make no rule, or one for their site alone", () => {
  for (const text of ["", "  ", "36", "12:30", "— 2024 —", "€ 12.99"])
    for (const site of [null, SITE]) assert.equal(makesRule(phraseOf(text), site), false, text);
  for (const text of ["X", "Yes.", "更", "OK", "36 km"]) {
    assert.equal(makesRule(phraseOf(text), SITE), true, text);
    assert.equal(makesRule(phraseOf(text), null), false, text);
  }
  for (const text of ["Share", "分享", "공유", "36 comments"])
    assert.equal(makesRule(phraseOf(text), null), true, text);
});

test("rules set the lines that they meet, by number", () => {
  const rules = [rule("36 comments"), rule("Editor's note", { keep: true })];
  const texts = ["River returns", "41 comments", "", "Editor’s note", "Editor's note", "no comments"];
  assert.deepEqual(matchRules(rules, null, texts), { 2: false, 5: true });
  assert.deepEqual(matchRules([], SITE, texts), {});
  assert.deepEqual(matchRules(rules, SITE, []), {});
});

test("a site's rule holds there alone and goes before one without a site, which holds everywhere", () => {
  const everywhere = rule("Editor's note");
  const here = rule("Editor's note", { site: SITE, keep: true });
  for (const rules of [
    [everywhere, here],
    [here, everywhere],
  ]) {
    assert.deepEqual(matchRules(rules, SITE, ["Editor's note"]), { 1: true });
    assert.deepEqual(matchRules(rules, "other.example", ["Editor's note"]), { 1: false });
    assert.deepEqual(matchRules(rules, null, ["Editor's note"]), { 1: false });
    assert.equal(ruleFinder(rules, SITE)("Editor's note"), here);
  }
  assert.deepEqual(matchRules([here], "other.example", ["Editor's note"]), {});
  assert.deepEqual(matchRules([here], null, ["Editor's note"]), {});
});

test("words of objects are no rules", () => {
  assert.deepEqual(matchRules([rule("Share")], null, ["constructor", "__proto__", "toString"]), {});
  assert.deepEqual(matchRules([rule("constructor")], null, ["constructor"]), { 1: false });
});

test("time is linear in the lines, however long they are", () => {
  const rules = Array.from({ length: 100 }, (_, at) => rule(`Offer ${"x".repeat(at)}`));
  const lines = Array.from({ length: 20_000 }, (_, at) => `A line of the paste, ${at}, of words`);
  const few = fastest(() => matchRules(rules, SITE, lines.slice(0, 2000)));
  assert.ok(fastest(() => matchRules(rules, SITE, lines)) < 60 * few, "ten times the lines");
  const [short, long] = [1000, 1_000_000].map((count) =>
    ["1 ", " ", "\u0301"].map((unit) => unit.repeat(count)),
  );
  const time = (texts) => fastest(() => matchRules(rules, SITE, Array(20).fill(texts).flat()));
  assert.ok(time(long) < 20 * time(short), "a thousand times as long");
});

test("the site of a paste is its host without www, else its name", () => {
  const cases = [
    [{ url: "https://www.example.org/a?b#c" }, "example.org"],
    [{ url: "http://EXAMPLE.org.:8080/" }, "example.org"],
    [{ url: "https://example.org/", siteName: "The Tessel Courier" }, "example.org"],
    [{ url: "file:///home/a.html", siteName: " The  Tessel\tCourier " }, "the tessel courier"],
    [{ url: "nonsense", siteName: "WWW.Courier.example" }, "courier.example"],
    [{ url: null, siteName: "" }, null],
    [{ siteName: "x".repeat(5000) }, null],
    [{}, null],
  ];
  for (const [paste, site] of cases) assert.equal(siteOf(paste), site, JSON.stringify(paste));
  assert.notEqual(siteOf({ url: "https://m.example.org" }), siteOf({ url: "https://example.org" }));
});

test("nothing unseen is left in what is compared and shown", () => {
  assert.equal(fold("Log\u202e out\u0000\u200f \u2066now"), "log out now");
});
