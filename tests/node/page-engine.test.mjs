// What the page's worker makes of a result: which line stands where in the article, counts, lines by number.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml, kinds } from "copydesk";
import { aboutOf } from "../../www/engine/about.js";
import { splitBlocks } from "../../www/engine/blocks.js";
import { toArticle, toLines, transferOf } from "../../www/engine/view.js";
import { Sheet } from "../../www/lines/sheet.js";
import { readRaw, slugs } from "../support/golden.mjs";

/** Kinds whose lines stand in the body. */
const BODY = new Set(["heading", "paragraph", "list", "quote", "code", "table"]);
const bare = (text) => text.replace(/\s+/gu, "");

/** A result as the worker holds it. */
function partOf(result, text) {
  return {
    result,
    text,
    isUsuallyKept: (number) => result.lines[number - 1].kept,
    byRule: new Set(),
    byHand: new Set(result.lines.filter(({ byHand }) => byHand).map(({ number }) => number)),
  };
}

const textOf = (result) => result.lines.map((line) => line.text).join("\n");

/** A paste as the page shows it. */
function shown(results) {
  const parts = results.map((result) => partOf(result, textOf(result)));
  const lines = toLines(parts);
  const article = toArticle(parts, lines);
  return {
    parts,
    lines,
    article,
    sheet: new Sheet(parts.map(({ text }) => text).join("\n"), { lines, article }),
  };
}

/** The text of a leaf that a reader sees, with the leaves in it. */
const textsOf = (article) => article.blocks.flatMap((html) => splitBlocks(html).texts);

/** Every kept line of the body has its place in the article, in order, and the place begins with that line's words. */
function assertPlaced(result, name) {
  const { lines, article, sheet } = shown([result]);
  const texts = textsOf(article);
  assert.equal(texts.length, article.leafLines.length, name);
  assert.equal(
    article.leafCounts.reduce((sum, count) => sum + count, 0),
    texts.length,
    name,
  );
  assert.equal(bare(article.blocks.join("")), bare(result.content), `${name}: nothing is lost`);
  let last = 0;
  for (const line of result.lines) {
    if (!line.kept || !BODY.has(line.kind) || bare(line.text) === "") continue;
    const leaf = lines.leaves[line.number - 1];
    assert.ok(
      leaf >= 0,
      `${name}: line ${line.number} (${line.kind}) has a place: ${line.text.slice(0, 60)}`,
    );
    assert.ok(leaf >= last, `${name}: line ${line.number} stands in order`);
    last = leaf;
    const end = bare(line.text).slice(-8);
    assert.ok(texts[leaf].includes(end), `${name}: line ${line.number} says what stands there`);
    assert.ok(sheet.placeOf(line.number) <= line.number && sheet.placeOf(line.number) > 0, name);
  }
  let before = 0;
  for (const number of article.leafLines) {
    if (number === 0) continue;
    assert.ok(number > before, `${name}: each place begins with a line of its own`);
    before = number;
  }
  return { texts, article };
}

test("on the golden pages every kept line of the body has its place in the article", async () => {
  let places = 0;
  for (const slug of slugs) {
    const result = await clean(readRaw(slug));
    places += assertPlaced(result, slug).texts.length;
    const middle = result.lines.filter(({ kept }) => kept).at(5)?.number ?? 1;
    const other = result.lines.find(({ kept, kind }) => !kept && kind !== "blank")?.number ?? 1;
    assertPlaced(result.with({ [middle]: false }), `${slug} without line ${middle}`);
    const more = result.with({ [other]: true });
    const { lines } = shown([more]);
    assert.ok(lines.leaves[other - 1] >= 0 || !more.content.includes(more.lines[other - 1].text), slug);
  }
  assert.ok(places > 300, `${places} places`);
});

test("so it is where the page came as HTML", async () => {
  for (const slug of slugs) {
    const { content, title } = await clean(readRaw(slug));
    if (content === "") continue;
    const html = `<nav><a href="/">Home</a></nav><main><h1>${title ?? ""}</h1>${content}</main>`;
    assertPlaced(await cleanHtml(html), slug);
  }
  const rich = `<article><h1>River returns to its bed after nine days</h1>
    <p>After nine days of flood the <b>Orla</b> is <a href="https://courier.example/">back within</a> its banks, the board said.<br>
      It will walk the dikes for a week, and look for places where the water has washed out the ground.</p>
    <ol start="3"><li>Sandbags at the weir, all of them filled<ul><li>Two hundred by the old gauge</li><li>And more at the mill</li></ul></li><li>Two pumps from the next valley</li></ol>
    <table><tr><th>Where it was measured</th><th>How high the water stood</th></tr><tr><td>The old gauge</td><td>2.1 metres above what is usual</td></tr></table>
    <pre><code>gauge --at bridge
    two metres</code></pre>
    <blockquote><p>We carried the piano upstairs for nothing, said Ines Varga, who lives by the market.</p></blockquote>
    <p>The schools of the lower town open again on Monday, the mayor said, and until then buses run as in summer.</p></article>`;
  const result = await cleanHtml(rich);
  const all = result.with(
    Object.fromEntries(result.lines.filter(({ kind }) => BODY.has(kind)).map(({ number }) => [number, true])),
  );
  const { article } = assertPlaced(all, "all sorts of elements");
  assert.ok(article.blocks.length >= 6);
});

test("several pages are one article: the lines of the second go on after those of the first", async () => {
  const results = await Promise.all(
    ["recipe", "news-german", "docs-code"].map((slug) => clean(readRaw(slug))),
  );
  const { lines, article, sheet } = shown(results);
  assert.equal(
    lines.count,
    results.reduce((sum, { lines: all }) => sum + all.length, 0),
  );
  const all = results.flatMap((result) => result.lines);
  all.forEach(({ text, kind, kept, score, reason }, i) => {
    const line = sheet.line(i + 1);
    assert.deepEqual(
      [line.number, line.text, line.kind, line.kept, line.reason],
      [i + 1, text, kind, kept, reason],
    );
    assert.ok(Math.abs(line.score - score) < 1e-6);
  });
  const first = results[0].lines.length;
  const placed = article.leafLines.filter((number) => number > first);
  assert.ok(placed.length > 5);
  assert.equal(article.title, results[0].title);
  assert.equal(
    article.text,
    `${[results[0].toText().trimEnd(), ...results.slice(1).map((r) => r.textContent)].join("\n\n")}\n`,
  );
  assert.equal(article.frame.join(results[0].content.trimEnd()), results[0].toHtml());
  const buffers = transferOf({ lines, article });
  assert.equal(new Set(buffers).size, buffers.length, "each is handed over once");
});

test("every end of a line is found, whatever it is written with", async () => {
  const text = "Menu\r\n\r\nAfter nine days of flood\rthe Orla is back 𝒳\n\n\nwithin its banks\r\n";
  const result = await clean(text);
  const lines = toLines([partOf(result, text)]);
  const sheet = new Sheet(text, { lines, article: { leafLines: [] } });
  assert.deepEqual(
    result.lines.map(({ number }) => sheet.line(number).text),
    result.lines.map((line) => line.text),
  );
  assert.deepEqual([...sheet.rows], [1, 3, 4, 7], "blank lines have no row");
  assert.deepEqual(
    [1, 3, 4, 7].map((number) => sheet.isAfterGap(number)),
    [false, true, false, true],
  );
  assert.deepEqual(
    [1, 2, 3, 7, 99].map((number) => sheet.rowOf(number)),
    [0, 1, 1, 3, 0],
  );
});

test("a sheet counts, finds, and sets lines before the view that says so is there", async () => {
  const result = await clean(readRaw("news-select-all"));
  const { lines, article } = shown([result]);
  const number = result.lines.find(({ kept }) => kept).number;
  const other = result.lines.find(({ kept, kind }) => !kept && kind !== "blank").number;
  lines.byRule[other - 1] = 1;
  const sheet = new Sheet(textOf(result), { lines, article });
  const before = sheet.counts();
  assert.equal(before.kept, result.lines.filter(({ kept }) => kept).length);
  assert.equal(before.all, result.lines.filter(({ kind }) => kind !== "blank").length);
  assert.equal(
    [...before.byKind.values()].reduce((sum, { all }) => sum + all, 0),
    before.all,
  );
  assert.deepEqual([before.droppedByRule, before.keptByRule], [1, 0]);
  assert.equal(sheet.nextByRule(0), other);
  assert.equal(sheet.nextByRule(other), other, "round to the first");
  sheet.set([number], false);
  assert.deepEqual(
    [sheet.isKept(number), sheet.line(number).byHand, sheet.isUsuallyKept(number)],
    [false, true, true],
  );
  assert.equal(sheet.counts().kept, before.kept - 1);
  sheet.set([number], true);
  assert.equal(sheet.line(number).byHand, false);
  for (const each of sheet.unsure) {
    const { score } = sheet.line(each);
    assert.ok(score >= 0.25 && score <= 0.75);
  }
  assert.ok(kinds.includes(sheet.kind(number)));
});

test("what tells two tabs apart is little, and holds the page's number wherever it stands", async () => {
  const many = Array.from(
    { length: 200 },
    (_, i) => `The ${i + 1}th paragraph of a long story about the river and those who live by it.`,
  );
  const result = await clean(
    ["River returns to its bed", "", ...many.slice(0, 100), "Page 2 of 3", ...many.slice(100)].join("\n"),
  );
  const about = aboutOf(
    [partOf(result, textOf(result)), partOf(result, textOf(result))],
    "https://courier.example/",
  );
  assert.equal(about.count, 2 * result.lines.length);
  assert.ok(about.lines.length <= 60, `${about.lines.length} lines`);
  assert.ok(about.lines.some(({ text }) => text === "Page 2 of 3"));
  const results = await clean(Array.from({ length: 500 }, (_, i) => `Page ${(i % 9) + 1} of 9`).join("\n"));
  assert.ok(aboutOf([partOf(results, textOf(results))], null).lines.length <= 60);
});
