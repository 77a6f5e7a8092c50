// Pages of one article in several pastes: what stands on each of them and is said once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { repeatedLines } from "../../www/tabs/join.js";
import { FERRY, FLOOD, OFFER, PIANO, part, SCHOOL } from "./page-support.mjs";
import { fastest } from "./support.mjs";

/** The texts that are taken out of each part. */
const removed = (...parts) =>
  repeatedLines(parts).map((numbers, at) => numbers.map((number) => parts[at].lines[number - 1].text));

const HEADER = ["title: River returns to its bed", "byline: By Ana Reyes", "date: 14 March 2024"];
const text = (line) => line.replace(/^\w+: /, "");

test("the header that each page has stands in the first alone", () => {
  const first = part([...HEADER, "subtitle: Nine days of water", "other: Page 1 of 3", FLOOD]);
  const second = part([...HEADER, "other: Page 2 of 3", PIANO]);
  const third = part([
    "other: Culture",
    "title: River returns to its bed (3/3)",
    "date: 15 March 2024",
    FERRY,
  ]);
  assert.deepEqual(removed(first, second, third), [
    [],
    [...HEADER.map(text), "Page 2 of 3"],
    ["River returns to its bed (3/3)"],
  ]);
});

test("lines before the text of the first page are its header, whatever they are called", () => {
  const first = part(["heading: Culture", "other: Local history", ...HEADER, FLOOD, "heading: Culture"]);
  const second = part(["heading: Culture", "other: Local history", PIANO, "heading: Culture", FERRY]);
  assert.deepEqual(removed(first, second), [[], ["Culture", "Local history"]]);
});

test("what was dropped is not asked and is no repeat", () => {
  const first = part(["-title: River returns to its bed", `-${OFFER}`, FLOOD]);
  const second = part(["title: River returns to its bed", PIANO, OFFER, `-${FLOOD}`]);
  assert.deepEqual(removed(first, second), [[], []]);
});

test("a long line is said once, wherever it stands", () => {
  const parts = [
    part([FLOOD, OFFER, PIANO]),
    part([SCHOOL, OFFER]),
    part([`paragraph:  ${text(OFFER).toUpperCase()}`, FERRY]),
  ];
  assert.deepEqual(
    repeatedLines(parts).map((numbers) => numbers.length),
    [0, 1, 1],
  );
});

test("long lines of code, rows, and what one page alone says twice stay", () => {
  const code = `code: return lines.filter((line) => line.kept).map((line) => line.text).join("and so on and on");`;
  const row =
    "table: the upper town by the mill\tthe lower town along the quay\tthe islands beyond the bridge";
  const refrain =
    "quote: And the river, the river, it goes where it goes, and nobody asks it where it has been so long";
  const first = part([FLOOD, code, row, refrain, PIANO, refrain]);
  const second = part([SCHOOL, code, row, refrain, FERRY]);
  assert.deepEqual(removed(first, second), [[], []]);
  const once = part([FLOOD, refrain, PIANO]);
  assert.deepEqual(removed(once, second), [[], [text(refrain)]], "said once, it is a line like others");
});

test("lines that are long enough are, and others are not", () => {
  const saying = (letters, line) =>
    part([line, `paragraph: ${"so it goes ".repeat(20).slice(0, (letters * 11) / 8)}.`]);
  assert.equal(removed(saying(48, FLOOD), saying(48, PIANO))[1].length, 0);
  assert.equal(removed(saying(72, FLOOD), saying(72, PIANO))[1].length, 1);
});

test("short lines are said again in any dialogue", () => {
  const first = part([FLOOD, "paragraph: “Yes.”", "paragraph: “No.”", PIANO, "paragraph: “Yes.”"]);
  const second = part(["paragraph: “Yes.”", SCHOOL, "paragraph: “No.”", "paragraph: “Yes.”"]);
  assert.deepEqual(removed(first, second), [[], []]);
  const opens = part(["paragraph: “Yes.”", "paragraph: “No.”", SCHOOL]);
  assert.deepEqual(removed(part(["paragraph: “Yes.”", "paragraph: “No.”", FLOOD]), opens), [[], []]);
});

test("where a page begins with the end of the one before, all of that is said once", () => {
  const first = part([FLOOD, "paragraph: “Yes.”", PIANO, "paragraph: “No.”", "other: Page 1 of 2"]);
  const second = part(["paragraph: “Yes.”", PIANO, "paragraph: “No.”", SCHOOL, "paragraph: “No.”"]);
  assert.deepEqual(removed(first, second), [[], ["“Yes.”", text(PIANO), "“No.”"]]);
});

test("where each page begins with the same many short lines, they are said once", () => {
  const menu = ["Home page of the town", "Weather and water", "Sport and games", "Letters to us", "Notices"];
  const lines = menu.map((name) => `paragraph: ${name}`);
  assert.deepEqual(removed(part([...lines, FLOOD]), part([...lines, PIANO])), [[], menu]);
  assert.deepEqual(removed(part([HEADER[0], ...lines, FLOOD]), part([HEADER[0], ...lines, PIANO])), [
    [],
    [text(HEADER[0]), ...menu],
  ]);
  assert.deepEqual(removed(part([...lines.slice(0, 2), FLOOD]), part([...lines.slice(0, 2), PIANO])), [
    [],
    [],
  ]);
});

test("a page's number goes at both ends of a later part, and stays inside", () => {
  const first = part([FLOOD, "other: Seite 1 von 2"]);
  const second = part(["other: Seite 2 von 2", PIANO, "paragraph: Page 3", FERRY, "other: - Seite 2 -"]);
  assert.deepEqual(removed(first, second), [[], ["Seite 2 von 2", "- Seite 2 -"]]);
  assert.deepEqual(removed(first, part([PIANO, "paragraph: 4/5"])), [[], []], "the mark that a film got");
});

test("half as many letters of Chinese are long", () => {
  const line = `paragraph: ${"河水九天之后回到河床居民陆续返回家中".repeat(2)}`;
  assert.deepEqual(removed(part([FLOOD, line]), part([PIANO, line])), [[], [text(line)]]);
});

test("empty parts, one part, none", () => {
  assert.deepEqual(repeatedLines([]), []);
  assert.deepEqual(repeatedLines([part([FLOOD])]), [[]]);
  assert.deepEqual(repeatedLines([part([]), part([FLOOD]), part(["blank: "]), part([FLOOD])]), [
    [],
    [],
    [],
    [1],
  ]);
  assert.deepEqual(
    repeatedLines([part(["blank: "]), part(["blank: "])]),
    [[], []],
    "blank lines are no lines",
  );
});

test("the run at the start is what a search through all of them finds", () => {
  // Code, so that no line goes for being long.
  const lines = [OFFER, FERRY].map((line) => line.replace("paragraph", "code"));
  const naive = (before, now) => {
    const lengths = now.map((_, at) => at + 1).filter((length) => length <= before.length);
    const isStart = (length) => now.slice(0, length).join() === before.slice(0, length).join();
    const isEnd = (length) => now.slice(0, length).join() === before.slice(-length).join();
    return Math.max(0, ...lengths.filter((length) => isStart(length) || isEnd(length)));
  };
  const written = (number) => [...number.toString(2).slice(1)].map((digit) => lines[digit]);
  for (let bits = 0; bits < 2 ** 11; bits += 1) {
    const before = written((bits & 63) | 64);
    const now = written(1 + (bits >> 6));
    assert.equal(repeatedLines([part(before), part(now)])[1].length, naive(before, now), String(bits));
  }
});

test("overlaps are found in linear time", () => {
  const time = (count) => {
    const lines = Array.from({ length: count }, () => "paragraph: a");
    const parts = [part([...lines, "paragraph: c"]), part([...lines, "paragraph: b"])];
    return fastest(() => repeatedLines(parts));
  };
  assert.ok(time(40_000) < 60 * time(4000), "ten times the lines");
});
