// The article as files: what is in them, and what they are called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, flip, paste } from "./support/desk.mjs";
import { choose, download, htmlOf, openFiles, pageOfStory } from "./support/flows.mjs";

const open = usePage();
const { raw, title, numbers, paragraphs } = story;

/** @param {import("playwright-core").Page} page @param {"Markdown" | "Text" | "Web page"} form */
const save = (page, form) => download(page, () => choose(page, "Save", form));

test("Markdown, text and a web page are saved as the package writes them, as they were set by hand", async (t) => {
  const page = await open(t);
  const expected = (await clean(raw)).with({ [numbers.second]: false });
  await paste(page, raw);
  await flip(page, numbers.second);
  assert.deepEqual(await save(page, "Markdown"), { name: `${title}.md`, text: expected.markdown });
  assert.deepEqual(await save(page, "Text"), { name: `${title}.txt`, text: expected.toText() });
  assert.deepEqual(await save(page, "Web page"), { name: `${title}.html`, text: expected.toHtml() });
});

test("a page of HTML keeps its structure in the file, which is read again as the same article", async (t) => {
  const page = await open(t);
  const table = `<h2>The levels</h2><table><tr><th>Day</th><th>Metres</th></tr><tr><td>Friday</td><td>2.1</td></tr></table>
    <p>Told by <a href="https://board.example/levels">the board</a> on the evening of the same day.</p>`;
  const markup = htmlOf({ site: "courier.example", body: table });
  const expected = await cleanHtml(markup, { url: "https://courier.example/river" });
  await openFiles(page, [{ name: "river.html", text: markup }]);
  const saved = await save(page, "Web page");
  for (const part of ["<h2>", "<table>", `href="https://board.example/levels"`, `<html lang="en"`])
    assert.ok(saved.text.includes(part), part);
  assert.ok(!/<script|<nav|Privacy policy/.test(saved.text));
  assert.equal((await save(page, "Markdown")).text, expected.markdown);
  const before = await bodyHtml(page);
  await openFiles(page, [saved]);
  assert.equal(await bodyHtml(page), before);
  assert.equal(await page.locator("#title").textContent(), title);
});

test("joined pages are one file with one header", async (t) => {
  const page = await open(t);
  for (const number of [1, 2, 3]) await paste(page, pageOfStory(number));
  await page.getByRole("button", { name: "Join them" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#tabs li").length === 1);
  const { text } = await save(page, "Text");
  assert.equal(text, `${title}\n${story.byline}\n2017-02-25\n\n${paragraphs.join("\n\n")}\n`);
  const { text: markdown } = await save(page, "Markdown");
  assert.equal(markdown.split(title).length, 2);
  assert.ok(markdown.endsWith(`${paragraphs.join("\n\n")}\n`));
  const { text: markup } = await save(page, "Web page");
  assert.equal(markup.match(/<p>/g)?.length, 2 + paragraphs.length, "byline, date, and the text");
  assert.match(markup, /<\/html>\s*$/);
});

/** Titles, and the names that any system takes. @type {[string, string][]} */
const titles = [
  ["AC/DC: what is left? A night at the old weir", "AC DC what is left A night at the old weir"],
  ["../../etc/passwd and other places of the flood", "etc passwd and other places of the flood"],
  ["洪水退去九天之后河水回到河床", "洪水退去九天之后河水回到河床"],
];

for (const [heading, name] of titles)
  test(`"${heading}" makes a name`, async (t) => {
    const page = await open(t);
    await openFiles(page, [{ name: "x.html", text: htmlOf({ site: "courier.example", heading }) }]);
    assert.equal(await page.locator("#title").textContent(), heading);
    assert.equal((await save(page, "Text")).name, `${name}.txt`);
  });
