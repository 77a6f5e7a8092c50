// What a person flips is remembered on their machine, and applied to the next paste.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, bring, flip, isKept, paste, said, settled } from "./support/desk.mjs";
import { htmlOf, listedRules, openFiles, openRules, step, storedRules } from "./support/flows.mjs";

const open = usePage();
const { raw, numbers, paragraphs } = story;
const ruled = "#ruled-text";

test("a flipped line is flipped in the next paste that has the same words, and that is said openly", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  assert.ok(await page.locator("#ruled").isHidden());
  await flip(page, numbers.second);
  await flip(page, numbers.home);
  await paste(page, raw.replace("nine days of flood the", "ten days of flood the"));
  assert.equal(await page.locator(ruled).textContent(), "1 line dropped and 1 kept by your rules.");
  await said(page, /1 line dropped and 1 kept by your rules\./);
  assert.equal(await isKept(page, numbers.home), true);
  assert.ok(!(await bodyHtml(page)).includes(paragraphs[1]));
  await bring(page, numbers.second);
  await page.locator("#lines").press("Home");
  assert.match((await page.locator("#why").textContent()) ?? "", /kept by your rule/);
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForFunction(
    (number) => document.activeElement?.getAttribute("aria-activedescendant") === `line-${number}`,
    numbers.second,
  );
  await page.reload();
  await paste(page, raw);
  assert.equal(await page.locator(ruled).textContent(), "1 line dropped and 1 kept by your rules.");
});

test("a rule of a site holds there alone, whatever the numbers in the line are", async (t) => {
  const page = await open(t);
  const body = (/** @type {number} */ count) =>
    `<p>${count} comments on the dikes and on those who walk them</p>`;
  const file = (/** @type {string} */ site, /** @type {number} */ count) => ({
    name: `${site}.html`,
    text: htmlOf({ site, body: body(count) }),
  });
  const comments = 18;
  const isIn = async () => {
    const row = await bring(page, comments);
    assert.match((await row.textContent()) ?? "", /comments on the dikes/);
    return isKept(page, comments);
  };
  await openFiles(page, [file("www.courier.example", 36)]);
  const before = await isIn();
  await flip(page, comments);
  const [rule] = await storedRules(page);
  assert.equal(rule.site, "courier.example");
  assert.match(rule.phrase, /^# comments/);

  await openFiles(page, [file("courier.example", 1204)]);
  assert.match((await page.locator(ruled).textContent()) ?? "", /^1 line .* by your rules\.$/);
  assert.equal(await isIn(), !before);
  await openFiles(page, [file("gazette.example", 7)]);
  assert.ok(await page.locator("#ruled").isHidden());
  assert.equal(await isIn(), before);
});

test("undo takes a flip's rule back and redo makes it again; a line flipped back leaves none", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  assert.equal((await storedRules(page)).length, 1);
  await step(page, "Undo");
  assert.deepEqual(await storedRules(page), []);
  assert.equal(await isKept(page, numbers.second), true);
  await step(page, "Redo");
  assert.deepEqual(
    (await storedRules(page)).map(({ keep }) => keep),
    [false],
  );
  await flip(page, numbers.second);
  assert.deepEqual(await storedRules(page), [], "by hand there and back is no correction");
});

test("a line that a rule dropped and the person has kept is kept from then on", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  await paste(page, raw);
  await flip(page, numbers.second);
  await paste(page, raw);
  assert.equal(await isKept(page, numbers.second), true);
  assert.deepEqual(
    (await storedRules(page)).map(({ keep }) => keep),
    [true],
  );
  await flip(page, numbers.second);
  await flip(page, numbers.second);
  assert.deepEqual(
    (await storedRules(page)).map(({ keep }) => keep),
    [true],
    "back where the rule has it, the rule stays",
  );
});

test("the rules can be left out of a paste and used again, and Undo knows both", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await flip(page, numbers.second);
  await paste(page, raw);
  const before = await bodyHtml(page);
  await page.getByRole("button", { name: "Not here" }).press("Enter");
  await settled(page);
  assert.equal(await page.locator(ruled).textContent(), "Your rules are left out here.");
  assert.ok((await bodyHtml(page)).includes(paragraphs[1]));
  assert.equal(await page.evaluate(() => document.activeElement?.id), "ruled-off");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await bodyHtml(page), before);
  await step(page, "Undo");
  assert.ok((await bodyHtml(page)).includes(paragraphs[1]));
  await step(page, "Undo");
  assert.equal(await bodyHtml(page), before);
  assert.equal((await storedRules(page)).length, 1, "they are left out, not forgotten");
  await page.getByRole("button", { name: "Not here" }).click();
  await paste(page, raw);
  assert.equal(await page.locator(ruled).textContent(), "1 line dropped by your rules.");
});

test("rules are listed and forgotten one by one; the focus stays in its place, and Undo is there", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  for (const number of [numbers.home, numbers.news, numbers.second]) await flip(page, number);
  await openRules(page);
  const all = await listedRules(page);
  assert.deepEqual(
    all.map(([verdict, phrase]) => [verdict, phrase?.slice(0, 10)]),
    [
      ["Drop", "most peopl"],
      ["Keep", "news"],
      ["Keep", "home"],
    ],
  );
  assert.equal(all[1][2], "any paste without a site");
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.id);
  await page.getByRole("button", { name: "Forget: keep news" }).press("Enter");
  assert.equal((await storedRules(page)).length, 2);
  assert.equal(await focused(), "Forget: keep home", "the next one");
  await page.keyboard.press("Enter");
  assert.match((await focused()) ?? "", /^Forget: drop most people/, "the last one");
  const news = page.getByRole("dialog").getByRole("status");
  assert.equal(await news.textContent(), "Rule forgotten.");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "rules-undo", "none is left");
  assert.equal(await page.locator("#rules-none").textContent(), "There are none yet.");
  await page.keyboard.press("Enter");
  assert.equal((await storedRules(page)).length, 1);
  assert.equal(await news.textContent(), "Undone.");
  await page.keyboard.press("Escape");
  await step(page, "Undo");
  await step(page, "Undo");
  await openRules(page);
  assert.deepEqual(await listedRules(page), all, "each step back to the first");
});

test("all are forgotten with one click, which can be taken back there and later", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  for (const number of [numbers.home, numbers.second]) await flip(page, number);
  const before = await storedRules(page);
  await openRules(page);
  await page.locator("#rules-forget").click();
  assert.equal(await page.getByRole("dialog").getByRole("status").textContent(), "2 rules forgotten.");
  assert.equal(await page.evaluate(() => localStorage.getItem("copydesk.rules.1")), null);
  assert.ok(await page.locator("#rules-export").isDisabled());
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await storedRules(page), before);
  await page.locator("#rules-forget").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Z");
  await said(page, "Undone: Forget all rules.");
  assert.deepEqual(await storedRules(page), before);
});

test("a run of more than 50 lines makes no rules; a shorter one makes one for each", async (t) => {
  const page = await open(t);
  const names = ["oak", "elm", "ash", "yew", "fir", "bay", "fig", "may", "box"];
  const menu = names.flatMap((one) => names.map((other) => `Walks by ${one} and ${other}`));
  await paste(page, [...menu, "", raw].join("\n"));
  const run = async (/** @type {number} */ count) => {
    await page.locator("#lines").focus();
    await page.keyboard.press("Home");
    for (let i = 1; i < count; i += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Enter");
    await settled(page);
  };
  await run(51);
  await said(page, /^51 lines (kept|dropped)\./);
  assert.deepEqual(await storedRules(page), []);
  await step(page, "Undo");
  await run(20);
  assert.equal((await storedRules(page)).length, 20);
  await step(page, "Undo");
  assert.deepEqual(await storedRules(page), []);
});
