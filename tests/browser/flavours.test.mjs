// Both flavours of the clipboard, in and out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, flavours, paste, said, settled } from "./support/desk.mjs";
import { asSet } from "./support/flows.mjs";

const open = usePage();
const { raw, title, paragraphs } = story;

/** The story with what only markup tells. */
const items = [
  "Sandbags, filled, at the weir and at the old gauge by the bridge.",
  "Two pumps from the next valley, and somebody who can mend the third.",
];
const rows = [
  ["Where it was measured", "How high the water stood on Friday evening"],
  ["The old gauge at the bridge", "Two metres and ten above what is usual there"],
  ["The steps of the lower market", "A hand above the floor of the bakery and the houses beside it"],
];
/** It stands behind this one. */
const before = paragraphs[3];
const text = raw.replace(
  before,
  `${before}\n\nWhat is still needed\n\n${items.join("\n")}\n\n${rows.map((row) => row.join("\t")).join("\n")}\n`,
);
const more = `<h2>What is still needed</h2><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>
<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const html = `<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${title}</h1><p>By Ana Reyes</p><p>25 February 2017</p>
${paragraphs.map((each) => `<p>${each.replace("water board", '<a href="https://board.example/">water board</a>')}</p>${each === before ? more : ""}`).join("\n")}</article>
<footer><p>Privacy policy</p></footer>`;

test("HTML beside the text gives lists, tables, headings and links", async (t) => {
  const page = await open(t);
  await paste(page, text);
  assert.equal(await page.locator("#body a").count(), 0, "a text has no links");
  await paste(page, text, html);
  assert.deepEqual(await page.locator("#body li").allTextContents(), items);
  assert.deepEqual(await page.locator("#body :is(td, th)").allTextContents(), rows.flat());
  assert.equal(await page.locator("#body a").getAttribute("href"), "https://board.example/");
  assert.equal(await page.locator("#body h2").textContent(), "What is still needed");
  assert.equal(asSet(await bodyHtml(page)), asSet((await clean(text, { html })).content));
});

test("HTML alone is enough", async (t) => {
  const page = await open(t);
  await paste(page, "", html);
  assert.equal(await page.locator("#title").textContent(), title);
  assert.deepEqual(await page.locator("#body li").allTextContents(), items);
});

for (const how of ["the button", "the keys", "the letter"])
  test(`by ${how} one item with both flavours is copied, and that is said`, async (t) => {
    const page = await open(t);
    const expected = await clean(text, { html });
    await paste(page, text, html);
    if (how === "the button") await page.getByRole("button", { name: "Copy", exact: true }).click();
    else await page.keyboard.press(how === "the keys" ? "ControlOrMeta+C" : "c");
    await said(page, "Article copied.");
    const all = await flavours(page);
    assert.equal(all.length, 1);
    assert.deepEqual(Object.keys(all[0]).sort(), ["text/html", "text/plain"]);
    assert.equal(all[0]["text/plain"], expected.toText());
    assert.ok(all[0]["text/html"].includes(expected.content), "the HTML is the package's");
  });

test("pasted into an editor the copy keeps its structure, and its words where there is none", async (t) => {
  const page = await open(t);
  await paste(page, text, html);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await said(page, "Article copied.");
  const other = await page.context().newPage();
  await other.setContent(`<div contenteditable></div><textarea></textarea>`);
  await other.locator("div").press("ControlOrMeta+V");
  assert.deepEqual(await other.locator("div li").allTextContents(), items);
  assert.equal(await other.locator("div h1").textContent(), title);
  assert.equal(await other.locator("div a").first().getAttribute("href"), "https://board.example/");
  await other.locator("textarea").press("ControlOrMeta+V");
  const words = await other.locator("textarea").inputValue();
  assert.ok(words.startsWith(`${title}\n`) && words.includes(paragraphs[7]));
});

test("what was copied, pasted here again, is the same article", async (t) => {
  const page = await open(t);
  await paste(page, text, html);
  const shown = await bodyHtml(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await said(page, "Article copied.");
  await page.keyboard.press("ControlOrMeta+V");
  await page.waitForFunction(() => document.querySelectorAll("#tabs li").length === 2);
  await settled(page);
  assert.equal(await page.locator("#title").textContent(), title);
  assert.equal(await bodyHtml(page), shown);
});
