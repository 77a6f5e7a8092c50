// The article's HTML read on the page: blocks, the elements that hold text, the lines they begin with; and how long it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alignLeaves, splitBlocks } from "../../www/engine/blocks.js";
import { isLeaf, readAttributes, readTokens } from "../../www/engine/markup.js";
import { countWords } from "../../www/engine/words.js";
import { fastest } from "./support.mjs";

const bare = (text) => text.replace(/\s+/gu, "");

test("whatever stands in a body is split and read without loss", () => {
  const strings = [
    "",
    "plain text",
    "<p>one</p>\n<p>two</p>\n",
    "<p>unclosed <b>and unknown</b>",
    "</p></p></div>text</li>",
    "<script>alert(1)</script><p onclick=x>y</p>",
    '<a href="x" onclick="y">z</a>',
    "<<<<>>>><p><p><p>",
    "&amp;lt;&bogus;&amp;amp;&#60;",
    "<img><br><hr><p>a<br>b</p>",
    "<ul><li>a<ul><li>b</li></ul>c</li></ul>",
    "<p>\u0000\ud800\u202e</p>",
    "<P>upper</P>",
  ];
  for (const html of strings) {
    const tokens = [...readTokens(html)];
    assert.deepEqual(tokens.map(({ at, end }) => html.slice(at, end)).join(""), html);
    const { blocks, texts } = splitBlocks(html);
    assert.equal(
      blocks
        .map((block) => block.html)
        .join("")
        .trim(),
      html.trim(),
      html,
    );
    assert.equal(
      blocks.reduce((sum, { leaves }) => sum + leaves, 0),
      texts.length,
      html,
    );
  }
  const names = [...readTokens("<script><p><svg></p><style>")]
    .filter(({ is }) => is !== "text")
    .map(({ name }) => name);
  assert.deepEqual(names, ["p", "p"], "nothing else is an element");
  assert.deepEqual(readAttributes(' href="a&amp;b&quot;" title=""'), [
    ["href", 'a&b"'],
    ["title", ""],
  ]);
  assert.deepEqual(["p", "li", "td", "ul", "constructor"].map(isLeaf), [true, true, false, false, false]);
});

test("lines find their elements though a mark or a number is gone, and others do not", () => {
  const at = (texts, lines) => [
    ...alignLeaves(
      texts.map(bare),
      lines.map((text, i) => ({ number: i + 1, text })),
    ).leafLines,
  ];
  assert.deepEqual(at(["one", "two"], ["1. one", "• two"]), [1, 2]);
  assert.deepEqual(at(["a b", "c"], ["title", "a", "b", "c"]), [2, 4], "one element of two lines");
  assert.deepEqual(at(["same", "same"], ["same", "same"]), [1, 2]);
  assert.deepEqual(at(["not there", "two"], ["one", "two"]), [0, 2]);
  assert.deepEqual(at(["[two]"], ["one", "two"]), [0], "what the text adds is no line's");
  assert.deepEqual(at([], ["one"]), []);
  assert.deepEqual(at(["one"], []), [0]);
});

test("splitting and aligning take linear time, whatever stands there", () => {
  const html = (count, each) => Array.from({ length: count }, (_, i) => each(i)).join("");
  const cases = [
    (count) => html(count, (i) => `<p>paragraph ${i}</p>\n`),
    (count) => html(count, () => "<p>same</p>"),
    (count) => html(count, () => "<ul><li>"),
    (count) => html(count, () => "<"),
    (count) => html(count, () => '<a href="'),
  ];
  for (const make of cases) {
    const time = (count) => {
      const content = make(count);
      const lines = Array.from({ length: count }, (_, i) => ({ number: i + 1, text: `paragraph ${i}` }));
      return fastest(() => alignLeaves(splitBlocks(content).texts, lines));
    };
    const [small, large] = [time(4000), time(16_000)];
    assert.ok(large < 10 * small + 20, `${large} ms for four times ${small} ms: ${make(2)}`);
  }
});

test("words are counted in any script, and minutes by how it is read", () => {
  const counts = [
    ["", 0, 0],
    ["… — !!", 0, 0],
    ["one two, three-four isn’t 12", 5, 1],
    ["Ёлка и её", 3, 1],
    ["ο ποταμός", 2, 1],
    ["النهر عاد إلى مجراه", 4, 1],
    ["नदी वापस", 2, 1],
    ["河水回到河床", 6, 1],
    ["川が戻る", 4, 1],
    ["강이 돌아왔다", 2, 1],
    ["word ".repeat(2380), 2380, 10],
    ["河".repeat(5000), 5000, 10],
    ["café", 1, 1],
  ];
  for (const [text, words, minutes] of counts)
    assert.deepEqual(countWords(text), { words, minutes }, text.slice(0, 40));
});
