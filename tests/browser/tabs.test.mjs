// Several pastes as tabs, and the pages of one article joined into one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, bring, flip, isKept, paste, said, settled } from "./support/desk.mjs";
import { look, names, openFiles, pageOfStory, step, storedRules } from "./support/flows.mjs";

const open = usePage();
const { raw, title, numbers, paragraphs } = story;

/** Another article. */
const other = raw.replaceAll(title, "Choir rehearses in the drained pool").replaceAll("flood", "song");
/** @param {import("playwright-core").Page} page */
const bodyTexts = (page) => page.locator("#body > *").allTextContents();
/** @param {import("playwright-core").Page} page */
const focused = (page) =>
  page.evaluate(
    () =>
      document.activeElement?.ariaLabel || document.activeElement?.id || document.activeElement?.textContent,
  );
/** @param {import("playwright-core").Page} page */
async function join(page) {
  await page.getByRole("button", { name: "Join them" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#tabs li").length === 1);
  await settled(page);
}

test("each paste is a tab with its title, and keeps what was set in it", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  const first = await bodyHtml(page);
  await paste(page, other);
  assert.deepEqual(await names(page), [title, "Choir rehearses in the drained pool"]);
  assert.equal(
    await page.locator("#tabs [aria-current=true]").textContent(),
    "Choir rehearses in the drained pool",
  );
  await look(page, title);
  assert.equal(await bodyHtml(page), first);
  assert.equal(await focused(page), "reading");
  await page.getByRole("button", { name: "New paste" }).click();
  assert.ok(await page.locator("#input").isVisible());
  assert.equal((await names(page)).length, 2, "what lies on the desk stays there");
  await look(page, title);
  assert.equal(await bodyHtml(page), first);
});

test("tabs are closed one after another by key, and come back with Undo", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await paste(page, other);
  await paste(page, raw.replaceAll(title, "A third story of the same nine days"));
  const all = await names(page);
  await page.getByRole("button", { name: `Close ${title}` }).press("Enter");
  await said(page, `${title} closed.`);
  assert.equal(await focused(page), `Close ${all[1]}`, "what is shown stays, and so does the focus");
  assert.equal(await page.locator("#title").textContent(), all[2]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.locator("#title").textContent(), all[1], "the neighbour is shown");
  assert.equal(await focused(page), `Close ${all[1]}`);
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("#input").isVisible());
  assert.equal(await focused(page), "input");
  for (const count of [1, 2, 3]) {
    await step(page, "Undo");
    assert.equal((await names(page)).length, count);
  }
  assert.deepEqual(await names(page), all);
  assert.equal(await page.locator("#title").textContent(), all[2]);
  await step(page, "Redo");
  assert.deepEqual(await names(page), all.slice(1));
});

test("undo and redo lead to the tab where a step was made", async (t) => {
  const page = await open(t);
  await paste(page, other);
  await paste(page, raw);
  await flip(page, numbers.second);
  await look(page, "Choir rehearses in the drained pool");
  await step(page, "Undo");
  assert.equal(await page.locator("#title").textContent(), title);
  assert.ok((await bodyHtml(page)).includes(paragraphs[1]));
  await step(page, "Redo");
  assert.equal(await page.locator("#title").textContent(), title);
  assert.ok(!(await bodyHtml(page)).includes(paragraphs[1]));
});

test("pages of one article are offered to be joined, come in their order, and say nothing twice", async (t) => {
  const page = await open(t);
  for (const number of [3, 1, 2]) await paste(page, pageOfStory(number));
  assert.equal(
    await page.locator("#join-text").textContent(),
    "3 of your pastes look like the pages of one article.",
  );
  await join(page);
  assert.deepEqual(await bodyTexts(page), paragraphs);
  assert.equal(await page.locator("#title").textContent(), title);
  assert.ok(await page.locator("#join-offer").isHidden());
  const lines = pageOfStory(1).split("\n").length;
  assert.match((await (await bring(page, lines + 7)).textContent()) ?? "", new RegExp(title));
  assert.equal(await isKept(page, lines + 7), false, "the second page's header");
  await step(page, "Undo");
  assert.equal((await names(page)).length, 3);
  assert.deepEqual(await bodyTexts(page), paragraphs.slice(3, 6));
  await step(page, "Redo");
  assert.deepEqual(await bodyTexts(page), paragraphs);
});

test("files that are opened together are offered before anyone has looked at them", async (t) => {
  const page = await open(t);
  await openFiles(
    page,
    [2, 3, 1].map((number) => ({ name: `${number}.txt`, text: pageOfStory(number) })),
  );
  await page.locator("#join-text", { hasText: "3 of your pastes" }).waitFor();
  assert.deepEqual(await names(page), [title, title, title]);
  await join(page);
  assert.deepEqual(await bodyTexts(page), paragraphs);
});

test("a page that comes after the others were joined is offered as well", async (t) => {
  const page = await open(t);
  for (const number of [1, 2]) await paste(page, pageOfStory(number));
  await join(page);
  await paste(page, pageOfStory(3));
  assert.equal(
    await page.locator("#join-text").textContent(),
    "2 of your pastes look like the pages of one article.",
  );
  await join(page);
  assert.deepEqual(await bodyTexts(page), paragraphs);
});

test("different articles are joined only by the person's own word", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await paste(page, other);
  assert.ok(await page.locator("#join-offer").isHidden());
  await page.locator("#more > summary").click();
  await page.getByRole("button", { name: "Join all pastes" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#tabs li").length === 1);
  await settled(page);
  assert.ok((await bodyTexts(page)).length > paragraphs.length);
});

test("what was set by hand in each page is there when they are joined", async (t) => {
  const page = await open(t);
  // Both at first, so that no rule of the one is used in the other.
  for (const number of [1, 2]) await paste(page, pageOfStory(number));
  // Its first paragraph.
  await flip(page, 13);
  const sport = 3;
  await page.locator("#tabs button").first().click();
  await settled(page);
  await flip(page, sport);
  await join(page);
  const count = pageOfStory(1).split("\n").length;
  assert.equal(await isKept(page, sport), true);
  assert.match((await (await bring(page, count + 13)).textContent()) ?? "", /The board had opened/);
  assert.equal(await isKept(page, count + 13), false);
  assert.deepEqual(await bodyTexts(page), ["Sport", ...paragraphs.slice(0, 3), ...paragraphs.slice(4, 6)]);
  await flip(page, count + 13);
  assert.deepEqual(await bodyTexts(page), ["Sport", ...paragraphs.slice(0, 6)], "and is set otherwise there");
  await step(page, "Undo");
  await step(page, "Undo");
  assert.deepEqual(
    await bodyTexts(page),
    ["Sport", ...paragraphs.slice(0, 3)],
    "and is as it was when they are apart again",
  );
});

test("a rule that one page was pasted with holds for it when it is joined", async (t) => {
  const page = await open(t);
  await paste(page, pageOfStory(1));
  const sport = 3;
  await flip(page, sport);
  await step(page, "Undo");
  await flip(page, sport);
  await paste(page, pageOfStory(2));
  assert.equal(await page.locator("#ruled-text").textContent(), "1 line kept by your rules.");
  assert.equal((await storedRules(page)).length, 1);
  await join(page);
  const count = pageOfStory(1).split("\n").length;
  await bring(page, count + sport);
  assert.equal(await isKept(page, count + sport), true);
  assert.equal(await page.locator("#ruled-text").textContent(), "1 line kept by your rules.");
});
