// How the page looks: pictures to be looked at, kept under tests/artifacts, and the few things of it that a machine
// can judge.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readRaw } from "../support/golden.mjs";
import { usePage } from "./support/browser.mjs";
import { flip, line, paste, view } from "./support/desk.mjs";

const open = usePage();
const artifacts = fileURLToPath(new URL("../artifacts/", import.meta.url));
await mkdir(artifacts, { recursive: true });
const raw = readRaw("news-select-all");

for (const width of [390, 1280, 1920]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`pictures at ${width} px, ${colorScheme}`, async (t) => {
      const height = { 390: 844, 1280: 800, 1920: 1080 }[width] ?? 800;
      const page = await open(t, { viewport: { width, height }, colorScheme });
      const picture = (/** @type {string} */ name) =>
        page.screenshot({ path: `${artifacts}${width}-${colorScheme}-${name}.png`, animations: "disabled" });
      await picture("empty");
      await paste(page, raw);
      assert.ok(await page.locator("#article").isVisible());
      await picture("article");
      if (width < 900) await view(page, "Lines");
      await flip(page, 10);
      await line(page, 11).hover();
      await picture("lines");
      await page.locator("#kinds > summary").click();
      await picture("kinds");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await picture("keys");
    });
  }
}

for (const width of [320, 390, 899, 900, 1280, 1920, 3840]) {
  test(`at ${width} px nothing is wider than the window or lower, before and after a paste`, async (t) => {
    const page = await open(t, { viewport: { width, height: 800 } });
    const overflow = () =>
      page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
        // The panes scroll in one direction alone.
        ...[...document.querySelectorAll("#lines, #reading, .panes, .top, .pane-head")].map((pane) =>
          Math.max(0, pane.scrollWidth - pane.clientWidth),
        ),
      ]);
    const none = [0, 0, 0, 0, 0, 0, 0, 0];
    assert.deepEqual(await overflow(), none);
    await paste(page, `${raw}\n${"unbroken".repeat(200)}\n`);
    assert.deepEqual(await overflow(), none);
    if (width < 900) await view(page, "Lines");
    assert.ok(await page.locator("#lines").isVisible());
    assert.deepEqual(await overflow(), none);
    await page.locator("#kinds > summary").click();
    const counts = await page.locator("#kinds .count").evaluateAll((all) =>
      all.every((each) => {
        const { right } = each.getBoundingClientRect();
        const sheet = each.closest(".sheet")?.getBoundingClientRect().right ?? 0;
        return right <= sheet && right <= innerWidth;
      }),
    );
    assert.ok(counts, "the counts of the kinds lie in their sheet, and that in the window");
  });
}

test("a line of the article is no longer than one reads with ease, however wide the window", async (t) => {
  const page = await open(t, { viewport: { width: 3840, height: 2160 } });
  await paste(page, raw);
  const characters = await page
    .locator("#body > p")
    .first()
    .evaluate((paragraph) => {
      const range = document.createRange();
      const text = /** @type {Text} */ (paragraph.firstChild);
      const top = paragraph.getBoundingClientRect().top;
      let at = 1;
      for (; at < text.length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        if (range.getBoundingClientRect().top > top + 20) break;
      }
      return at;
    });
  assert.ok(characters > 45 && characters < 80, `${characters} characters`);
});

test("in a narrow window the article comes first, and each pane is found again where it was left", async (t) => {
  const page = await open(t, { viewport: { width: 390, height: 480 } });
  await paste(page, raw);
  assert.ok(await page.locator("#article").isVisible());
  assert.ok(await page.locator("#lines").isHidden());

  await page.locator("#reading").evaluate((pane) => pane.scrollTo(0, 150));
  await view(page, "Lines");
  assert.ok(await page.locator("#article").isHidden());
  await view(page, "Article");
  assert.equal(await page.locator("#reading").evaluate((pane) => pane.scrollTop), 150);
});
