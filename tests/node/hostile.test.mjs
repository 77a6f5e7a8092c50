// Input that no page has, and that arrives all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { assertSame, nativeAnswers } from "./support.mjs";

const PAGE = story.raw;

/** Every string of up to `length` of these characters. */
function* strings(characters, length) {
  yield "";
  if (length > 0) {
    for (const start of characters) {
      for (const rest of strings(characters, length - 1)) yield start + rest;
    }
  }
}

test("lines are split as the core splits them", async () => {
  const texts = [
    ...new Set(strings(["a", "\n", "\r"], 6)),
    "\u2028a\u2029b\u0085c\vd\fe",
    "\ufeff",
    "é\r\nü\r",
  ];
  const answers = nativeAnswers(texts);
  for (const [i, text] of texts.entries()) {
    const { lines } = await clean(text);
    assert.deepEqual(
      lines.map((line) => line.text),
      answers[i].lines.map((line) => line.text),
      JSON.stringify(text),
    );
  }
});

const TEXTS = {
  "NULs and control characters": `\0\n${PAGE.replaceAll(" ", "\0 ")}\n\u0001\u0002\u001b[31m\u007f\n`,
  "nothing but invisible characters": "\ufeff\u200b\n\u00ad\u2060\n\u202e\n",
  "emoji, combining marks and right-to-left marks": `👩‍👩‍👧‍👦 e\u0301\u0301\u0301\n\u202e${PAGE}\u202c\n${"🇩🇪".repeat(500)}`,
  "markup and scripts": `<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n${PAGE}\n</p><!--\n]]>`,
  "one line of a megabyte": "word ".repeat(210_000),
  "one word of a megabyte": "x".repeat(1 << 20),
  "200,000 lines": "Menu item\n".repeat(200_000),
  "200,000 blank lines": "\r\n".repeat(200_000),
  "lines of running text in great number": `${PAGE}\n`.repeat(2_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: as natively, and verbatim`, async () => {
    const result = await clean(text);
    assertSame(result, nativeAnswers([text])[0]);
    const ends = text.match(/\r\n|\n|\r/g) ?? [];
    assert.equal(result.lines.map((line, i) => line.text + (ends[i] ?? "")).join(""), text);
    const { number, kept } = result.lines.at(-1);
    assert.equal(result.with({ [number]: !kept }).lines[number - 1].kept, !kept);
  });
}

const { second } = story.numbers;

/** The story with another second paragraph, which stays whatever the classifier makes of it. */
async function tell(paragraph) {
  const result = await clean(PAGE.replace(story.paragraphs[1], () => paragraph));
  return result.with({ [second]: true });
}

test("no markup of the page gets into the HTML", async () => {
  const { content } = await tell(`${story.paragraphs[1]} <img src=x onerror=alert(1)> and "more" & more.`);
  assert.ok(content.includes("&lt;img src=x onerror=alert(1)&gt; and &quot;more&quot; &amp; more."), content);
  assert.ok(!content.includes("<img"), content);
});

test("half a surrogate pair stays in its line; in the article U+FFFD stands for it", async () => {
  const line = `After nine days \ud800 the Orla is back within its banks\udfff.`;
  const result = await tell(line);
  assert.equal(result.lines[second - 1].text, line);
  assert.ok(result.textContent.includes(line.toWellFormed()), result.textContent);
  assert.equal(result.length, result.textContent.length);
});

test("many calls at once do not disturb each other", async () => {
  const texts = Array.from({ length: 50 }, (_, i) => `${PAGE}\n\nFootnote number ${i}`);
  const results = await Promise.all(texts.map((text) => clean(text)));
  for (const [i, result] of results.entries()) {
    assert.equal(result.lines.at(-1).text, `Footnote number ${i}`);
  }
});
