// What axe-core can tell of the page for people who read it with other means than a mouse and good eyes.
import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { flip, line, paste, view } from "./support/desk.mjs";

const open = usePage();

/**
 * The rules that the page breaks as it stands, each with the elements that break it.
 * @param {import("playwright-core").Page} page
 */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // Colours on their way from one to another would be judged in between; what goes round and round never ends.
    const finite = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    // One that is paused, or whose element is not drawn, never ends either.
    const ended = Promise.allSettled(finite.map((animation) => animation.finished));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000))]);
    return /** @type {any} */ (globalThis).axe.run();
  });
  return found.violations.map((/** @type {any} */ { id, nodes }) => ({
    id,
    where: nodes.map((/** @type {any} */ node) => `${node.target}: ${node.any[0]?.message ?? ""}`),
  }));
}

/** So high that everything is in sight: of what is scrolled away or covered, axe cannot tell the contrast. */
const height = 3000;

for (const width of [1280, 390]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`no violations at ${width} px, ${colorScheme}: in all states of the page`, async (t) => {
      const page = await open(t, { viewport: { width, height }, colorScheme });
      assert.deepEqual(await violations(page), [], "empty");
      await paste(page, story.raw);
      assert.deepEqual(await violations(page), [], "with an article");
      if (width < 900) {
        await view(page, "Lines");
        assert.deepEqual(await violations(page), [], "pointing at the button that was pressed");
      }
      await flip(page, story.numbers.home);
      await flip(page, story.numbers.second);
      await line(page, story.numbers.news).hover();
      assert.deepEqual(await violations(page), [], "among the lines");
      await page.locator("#lines").focus();
      await page.keyboard.press("Shift+ArrowDown");
      assert.deepEqual(await violations(page), [], "a run of lines is marked");
      for (const menu of ["kinds", "more"]) {
        await page.locator(`#${menu} > summary`).click();
        assert.deepEqual(await violations(page), [], `the menu ${menu}`);
      }
      await page.getByRole("button", { name: "Your rules" }).click();
      assert.deepEqual(await violations(page), [], "the rules");
      await page.keyboard.press("Escape");
      await page.locator("#lines").focus();
      await page.keyboard.press("?");
      assert.deepEqual(await violations(page), [], "the keys");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "New paste" }).click();
      await paste(page, "Menu\nSign in\nPrivacy\n");
      assert.ok(await page.locator("#none").isVisible());
      assert.deepEqual(await violations(page), [], "without an article, in the second tab");
    });
  }
}

test("landmarks, live regions and the list are what they should be", async (t) => {
  const page = await open(t);
  await paste(page, story.raw);
  for (const role of /** @type {const} */ (["banner", "main", "contentinfo"]))
    assert.equal(await page.getByRole(role).count(), 1, role);
  for (const name of ["Your paste", "Article"])
    assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1, name);
  assert.equal(await page.getByRole("status").count(), 1);
  const list = page.getByRole("listbox", { name: /^Lines of the paste/ });
  assert.equal(await list.getAttribute("aria-multiselectable"), "true");
  const option = list.getByRole("option").first();
  assert.equal(await option.getAttribute("aria-setsize"), "21");
  assert.equal(await option.getAttribute("aria-posinset"), "1");
  await list.focus();
  assert.equal(await list.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  // Headings go down a step at a time.
  const levels = await page
    .locator(":is(h1, h2, h3):visible")
    .evaluateAll((all) => all.map(({ localName }) => Number(localName.slice(1))));
  assert.ok(
    levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1),
    String(levels),
  );
});

test("a violation would be found", async (t) => {
  const page = await open(t, { viewport: { width: 1280, height } });
  await paste(page, story.raw);
  await page.evaluate(() => {
    document.documentElement.removeAttribute("lang");
    const text = /** @type {HTMLElement} */ (document.querySelector("#rows > .line:last-child > .text"));
    text.style.color = "#c8c8c8";
  });
  assert.deepEqual(
    (await violations(page)).map((/** @type {any} */ { id }) => id),
    ["color-contrast", "html-has-lang"],
  );
});
