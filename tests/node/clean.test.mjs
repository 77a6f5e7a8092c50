import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { clean, isProbablyReaderable, kinds } from "copydesk";
import { kindNames } from "../../pkg/generated/copydesk.js";
import { story } from "../support/story.mjs";
import { root } from "./support.mjs";

const PAGE = story.raw;

test("a paste gives the article and every line", async () => {
  const result = await clean(PAGE);
  assert.equal(result.title, story.title);
  assert.equal(result.byline, story.byline);
  assert.equal(result.publishedTime, "2017-02-25");
  assert.equal(result.textContent, story.body);
  assert.equal(result.length, result.textContent.length);
  assert.match(result.content, /^<p>After nine days/);
  assert.equal(result.dir, "ltr");
  assert.deepEqual(
    result.lines.map((line) => [line.number, line.text]),
    PAGE.trimEnd()
      .split("\n")
      .map((text, i) => [i + 1, text]),
  );
  for (const line of result.lines) {
    assert.deepEqual(Object.keys(line), ["number", "text", "kind", "kept", "score", "reason", "byHand"]);
    assert.ok(kinds.includes(line.kind), line.kind);
    assert.ok(line.score >= 0 && line.score <= 1, `${line.score}`);
    assert.notEqual(line.reason, "");
    assert.equal(line.byHand, false);
  }
  const { home, second } = story.numbers;
  assert.equal(result.lines[second - 1].kept, true);
  assert.equal(result.lines[home - 1].kept, false);
});

test("the fields have Readability's names, and null where the page does not tell", async () => {
  const result = await clean("");
  const { confidence, ...rest } = result;
  assert.deepEqual(rest, {
    title: null,
    subtitle: null,
    byline: null,
    publishedTime: null,
    siteName: null,
    lang: null,
    dir: null,
    excerpt: null,
    image: null,
    content: "",
    textContent: "",
    length: 0,
    markdown: "",
    lines: [],
  });
  assert.ok(confidence >= 0 && confidence <= 1, `${confidence}`);
});

test("a result can be turned into JSON and cloned", async () => {
  const result = await clean(PAGE);
  assert.deepEqual(JSON.parse(JSON.stringify(result)), { ...result });
  assert.deepEqual(structuredClone(result), { ...result });
});

test("the article as text is its header, a blank line and its body", async () => {
  const result = await clean(PAGE);
  const header = `${story.title}\n${story.byline}\n2017-02-25\n`;
  assert.equal(result.toText(), `${header}\n${story.body}\n`);
  const { home, second } = story.numbers;
  const changed = result.with({ [home]: true, [second]: false });
  assert.equal(changed.toText(), `${header}\n${changed.textContent}\n`);
  assert.notEqual(changed.toText(), result.toText());
  assert.equal((await clean("")).toText(), "");
});

test("the article as HTML is a whole document", async () => {
  const result = await clean(PAGE);
  const html = result.with({ [story.numbers.second]: false }).toHtml();
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en" dir="ltr">/);
  assert.ok(html.includes(`<title>${story.title}</title>`), html);
  assert.ok(html.includes(story.paragraphs[0]) && !html.includes(story.paragraphs[1]), html);
});

test("the kinds are the core's, in the values and in the types", async () => {
  await clean("");
  assert.deepEqual(kinds, kindNames());
  const types = await readFile(path.join(root, "pkg/index.d.ts"), "utf8");
  const [, union] = types.match(/^export type Kind =([^;]+);/m);
  assert.deepEqual(
    [...union.matchAll(/"(\w+)"/g)].map(([, name]) => name),
    kinds,
  );
});

test("options are null, undefined, empty, or say what is kept", async () => {
  const plain = await clean(PAGE);
  for (const options of [null, undefined, {}, { keep: null, drop: undefined, strictness: null, url: null }]) {
    assert.deepEqual(await clean(PAGE, options), plain);
  }
  const { kind } = plain.lines[0];
  const more = await clean(PAGE, { keep: [kind] });
  assert.ok(more.lines[0].kept && more.textContent.startsWith("Home"));
  const less = await clean(PAGE, { drop: ["paragraph"], strictness: 0.5, url: "https://orla.example/river" });
  assert.ok(less.lines.every((line) => !(line.kind === "paragraph" && line.kept)));
});

const WRONG_OPTIONS = [
  [{ picture: true }, 'unknown option "picture"; the options are keep, drop, strictness, url, images'],
  [{ images: 1 }, "options.images: expected true or false, got 1"],
  [{ Keep: ["caption"] }, 'unknown option "Keep"'],
  [{ keep: ["titel"] }, 'options.keep[0]: unknown kind "titel"; the kinds are title, subtitle, '],
  [{ drop: ["table", 3] }, 'options.drop[1]: expected a kind like "caption", got 3'],
  [{ keep: "caption" }, 'options.keep: expected an array of kinds like ["caption"], got "caption"'],
  [{ keep: ["code"], drop: ["code"] }, "options: code is in both keep and drop; leave it in one of them"],
  [{ strictness: 2 }, "options.strictness is 2; give a number from 0 (keep more) to 1 (keep less)"],
  [{ strictness: Number.NaN }, "options.strictness is NaN; give a number from 0"],
  [
    { strictness: "0.5" },
    'options.strictness: expected a number from 0 (keep more) to 1 (keep less), got "0.5"',
  ],
  [
    { url: new URL("https://orla.example") },
    "options.url: expected a string, the page's address, got an object",
  ],
  [["caption"], "options: expected an object like { keep: "],
  [new Map([["keep", ["caption"]]]), "options: expected an object like { keep: "],
  ["caption", 'got "caption"'],
  [() => {}, "got a function"],
  [7n, "got bigint"],
];

for (const [options, message] of WRONG_OPTIONS) {
  test(`a mistake in the options is told: ${message}`, async () => {
    await assert.rejects(clean(PAGE, options), (error) => {
      assert.ok(error instanceof Error);
      assert.ok(error.message.includes(message), error.message);
      return true;
    });
  });
}

test("an error of the caller's own object comes through, and the next call works", async () => {
  const options = {
    get keep() {
      throw new RangeError("mine");
    },
  };
  await assert.rejects(clean(PAGE, options), new RangeError("mine"));
  assert.match((await clean(PAGE)).textContent, /^After nine days/);
});

for (const input of [undefined, null, 42, {}, ["text"], Buffer.from(PAGE), new String(PAGE)]) {
  test(`no text but ${Object.prototype.toString.call(input)} is refused with what to pass`, async () => {
    await assert.rejects(clean(input), {
      name: "TypeError",
      message: /^clean: expected the page's text as a string, got /,
    });
  });
}

test("a page without any text is not readerable", async () => {
  assert.equal(await isProbablyReaderable(""), false);
  assert.equal(await isProbablyReaderable("\n \n"), false);
});

test("readerable means a body and a confidence of at least 0.5", async () => {
  const { confidence } = await clean(PAGE);
  assert.ok(confidence >= 0.5, `${confidence}`);
  assert.equal(await isProbablyReaderable(PAGE), true);
  const everyKind = kinds.filter((kind) => kind !== "blank");
  assert.equal(await isProbablyReaderable(PAGE, { drop: everyKind }), false);
  await assert.rejects(isProbablyReaderable(PAGE, { kep: ["caption"] }), { message: /unknown option "kep"/ });
  await assert.rejects(isProbablyReaderable(42), {
    name: "TypeError",
    message: /^isProbablyReaderable: expected a page's text or a document, got 42$/,
  });
});
