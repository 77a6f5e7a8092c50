// What axe-core can tell of the page for people who read it with other means than a mouse and good eyes.
import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { line, paste } from "./support/desk.mjs";

const open = usePage();

/**
 * The rules that the page breaks as it stands, each with the elements that break it.
 * @param {import("playwright-core").Page} page
 */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    // Colours on their way from one to another would be judged in between.
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    return /** @type {any} */ (globalThis).axe.run();
  });
  return found.violations.map((/** @type {any} */ { id, nodes }) => ({
    id,
    where: nodes.map((/** @type {any} */ node) => `${node.target}: ${node.any[0]?.message ?? ""}`),
  }));
}

/** So high that everything is in sight: of what is scrolled away or covered, axe cannot tell the contrast. */
const height = 6000;

for (const width of [1280, 390]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`no violations at ${width} px, ${colorScheme}: empty, with an article, among the lines, without an article`, async (t) => {
      const page = await open(t, { viewport: { width, height }, colorScheme });
      assert.deepEqual(await violations(page), [], "empty");
      await paste(page, story.raw);
      assert.deepEqual(await violations(page), [], "with an article");
      if (width < 900) {
        await page.getByRole("button", { name: "Lines", exact: true }).click();
        assert.deepEqual(await violations(page), [], "pointing at the button that was pressed");
      }
      await line(page, story.numbers.home).click();
      await line(page, story.numbers.second).click();
      await line(page, story.numbers.news).hover();
      assert.deepEqual(await violations(page), [], "among the lines");
      await page.getByRole("button", { name: "New paste" }).click();
      await paste(page, "Menu\nSign in\nPrivacy\n");
      assert.ok(await page.locator("#none").isVisible());
      assert.deepEqual(await violations(page), [], "without an article");
    });
  }
}

test("a violation would be found", async (t) => {
  const page = await open(t, { viewport: { width: 1280, height } });
  await paste(page, story.raw);
  await page.evaluate(() => {
    document.documentElement.removeAttribute("lang");
    const text = /** @type {HTMLElement} */ (document.querySelector("#lines > .line:last-child > .text"));
    text.style.color = "#c8c8c8";
  });
  assert.deepEqual(
    (await violations(page)).map((/** @type {any} */ { id }) => id),
    ["color-contrast", "html-has-lang"],
  );
});
