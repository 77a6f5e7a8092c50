import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { readRaw } from "../support/golden.mjs";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import {
  activeLine,
  allRows,
  bodyHtml,
  bring,
  fillClipboard,
  flip,
  inSight,
  isKept,
  line,
  paste,
  said,
  settled,
} from "./support/desk.mjs";

const open = usePage();
const { raw, numbers } = story;

/** Nodes write a quotation mark as it is where the core writes a reference: the only difference there may be. */
const asNodesWriteIt = (/** @type {string} */ html) => html.replaceAll("&quot;", '"');

test("a paste gives title, byline, date, length and body at once", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  assert.equal(await page.locator("#title").textContent(), story.title);
  const words = story.body.match(/[a-z0-9'’]+/gi)?.length;
  assert.deepEqual(await page.locator("#origin > *").allTextContents(), [
    story.byline,
    "25 February 2017",
    `${words} words, 1 min`,
  ]);
  assert.deepEqual(await page.locator("#body > *").allTextContents(), story.paragraphs);
  await said(page, `${story.title}. 11 of 21 lines kept.`);
});

test("the body on the page is the package's, element by element", async (t) => {
  const page = await open(t);
  for (const slug of ["news-select-all", "docs-code", "recipe", "news-chinese"]) {
    const raw = readRaw(slug);
    const { content } = await clean(raw);
    assert.notEqual(content, "", slug);
    await paste(page, raw);
    assert.equal(await bodyHtml(page), asNodesWriteIt(content), slug);
  }
});

test("both flavours are read: with the HTML the article has its links and headings", async (t) => {
  const page = await open(t);
  const text = `Home\nNews\n\n${story.title}\n\nBy ${story.byline}\n\n${story.paragraphs.join("\n\n")}\n`;
  const html =
    `<nav><a href="https://tessel.example/">Home</a><br><a href="https://tessel.example/n">News</a></nav><h1>${story.title}</h1>` +
    `<p>By ${story.byline}</p><p>${story.paragraphs[0].replace("the Orla", '<a href="https://tessel.example/orla">the Orla</a>')}</p>` +
    `${story.paragraphs
      .slice(1)
      .map((each) => `<p>${each}</p>`)
      .join("")}`;
  await paste(page, text, html);
  const link = page.locator("#body a");
  assert.equal(await link.getAttribute("href"), "https://tessel.example/orla");
  assert.equal(await link.textContent(), "the Orla");
  assert.equal(await bodyHtml(page).then((body) => body.includes('target="_blank"')), true);
  await page.keyboard.press("ControlOrMeta+Z");
  await paste(page, text);
  assert.equal(await link.count(), 0);
});

test("HTML alone will do", async (t) => {
  const page = await open(t);
  await paste(
    page,
    "",
    `<h1>${story.title}</h1>${story.paragraphs.map((each) => `<p>${each}</p>`).join("")}`,
  );
  assert.equal(await page.locator("#title").textContent(), story.title);
  assert.deepEqual(await page.locator("#body > *").allTextContents(), story.paragraphs);
});

for (const id of ["input", "lines", "reading", "strictness", "copy"]) {
  test(`a paste is taken wherever the focus is: ${id}`, async (t) => {
    const page = await open(t);
    if (id !== "input") await paste(page, raw.replace(story.title, "The pumps ran for nine days and nights"));
    await page.locator(`#${id}`).focus();
    await fillClipboard(page, raw);
    await page.keyboard.press("ControlOrMeta+V");
    await page.locator("#title").filter({ hasText: story.title }).waitFor();
  });
}

test("every line that is not blank has a row with its number, its kind in words, and its text", async (t) => {
  const page = await open(t);
  const { lines } = await clean(raw);
  await paste(page, raw);
  const rows = await allRows(page);
  assert.deepEqual(
    rows.map(({ number, kind, kept, text }) => ({ number, kind, kept, text })),
    lines
      .filter(({ kind }) => kind !== "blank")
      .map(({ number, kind, kept, text }) => ({ number, kind, kept, text })),
  );
  for (const { word, mark } of rows) assert.ok(word && mark);
  const marks = new Map(rows.map(({ kind, mark }) => [kind, mark]));
  assert.equal(new Set(marks.values()).size, marks.size, "each kind has a mark of its own");
});

test("a line tells its reason and score on hover and on focus, and nothing moves", async (t) => {
  const page = await open(t);
  const { lines } = await clean(raw);
  await paste(page, raw);
  const places = () =>
    page
      .locator(".line, .pane, .why")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const [hovered, active] = [lines[numbers.home + 5], lines[numbers.home - 1]];
  await bring(page, hovered.number);
  const before = await places();

  assert.notEqual(hovered.reason, active.reason);
  await line(page, hovered.number).hover();
  const why = page.locator("#why");
  assert.match((await why.textContent()) ?? "", new RegExp(`^\\s*Line ${hovered.number}:`));
  assert.equal(await why.locator(".reason").textContent(), hovered.reason);
  assert.match((await why.textContent()) ?? "", new RegExp(`${Math.round(hovered.score * 100)} %`));

  await page.locator("#lines").focus();
  assert.equal(await activeLine(page), active.number);
  assert.equal(await why.locator(".reason").textContent(), active.reason);
  assert.deepEqual(await places(), before);
});

test("what is typed is cleaned with the button or its key, and can be corrected until then", async (t) => {
  const page = await open(t);
  const done = page.getByRole("button", { name: "Clean this text" });
  assert.ok(await done.isHidden());
  await page.locator("#input").pressSequentially("Menu\n");
  await page.keyboard.insertText(story.body);
  assert.ok(await page.locator("#input").isVisible());
  // A paste into a text that is being written goes where it was aimed at.
  await fillClipboard(page, "\n\nThe end.");
  await page.keyboard.press("ControlOrMeta+V");
  assert.ok((await page.locator("#input").inputValue()).endsWith("The end."));
  await done.click();
  await page.locator("#article").waitFor();
  await settled(page);
  assert.equal(await line(page, 1).locator(".text").textContent(), "Menu");

  await page.getByRole("button", { name: "New paste" }).click();
  assert.equal(await page.locator("#input").inputValue(), "", "the typing does not come back");
  await page.locator("#input").fill(story.body);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.locator("#article").waitFor();
});

test("a second paste gets a tab of its own; a new start shows the field, and the tabs stay", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await paste(page, "One line\nTwo lines\n");
  assert.equal((await allRows(page)).length, 2);
  const tabs = page.getByRole("navigation", { name: "Pastes" });
  assert.equal(await tabs.getByRole("listitem").count(), 2);

  await page.getByRole("button", { name: "New paste" }).click();
  assert.ok(await page.locator("#waiting").isVisible());
  assert.equal(await page.locator(".line").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "input");
  await tabs.getByRole("button", { name: story.title, exact: true }).click();
  await settled(page);
  assert.ok(await page.locator("#article").isVisible());
});

test("a paste with no article says so, and a line that is flipped back makes one", async (t) => {
  const page = await open(t);
  await paste(page, "Menu\nSign in\nPrivacy\n");
  assert.ok(await page.locator("#none").isVisible());
  assert.equal(await page.locator("#kept").textContent(), "0 of 3 lines kept");
  await flip(page, 2);
  assert.equal(await page.locator("#body").textContent(), "Sign in");
});

for (const width of [1280, 390]) {
  test(`a paste with no text is answered for everyone to see, and changes nothing, at ${width} px`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    await paste(page, raw);
    const before = await bodyHtml(page);
    await fillClipboard(page, "  \n ");
    await page.keyboard.press("ControlOrMeta+V");
    await page.locator(".warning").filter({ hasText: "There is no text in what was pasted." }).waitFor();
    assert.ok(await inSight(page, ".warning"));
    assert.ok(await inSight(page, ".status"), "the warning leaves the status line in sight");
    assert.equal(await bodyHtml(page), before);
  });
}

test("the sample is an article, and what was being typed stays in the field", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await page.locator("body[data-stage=lines]").waitFor();
  await settled(page);
  assert.match((await page.locator("#title").textContent()) ?? "", /clock/);
});

test("10,000 lines can be used", async (t) => {
  const page = await open(t);
  const story =
    "The water board of Tessel said on Friday that the river is back within its banks after nine days.";
  const text = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? `Link ${i}` : `${i}. ${story}`)).join("\n");
  await paste(page, text);
  assert.equal(await line(page, 1).getAttribute("aria-setsize"), "10000");
  assert.ok((await page.locator(".line").count()) < 200, "only rows in sight are in the document");

  await page.locator("#lines").focus();
  await page.keyboard.press("End");
  assert.equal(await activeLine(page), 10_000);
  await page.waitForFunction(() => document.getElementById("line-10000"));
  const before = await isKept(page, 10_000);
  const started = performance.now();
  await page.keyboard.press("Enter");
  assert.notEqual(await isKept(page, 10_000), before);
  t.diagnostic(`flipping one of 10,000 lines took ${Math.round(performance.now() - started)} ms`);
});
