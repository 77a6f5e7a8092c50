// On paper stands the article alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bring, paste, settled } from "./support/desk.mjs";

const open = usePage();
const { raw, title, byline, numbers, paragraphs } = story;

/** What stands on paper, by its texts. @param {import("playwright-core").Page} page */
const onPaper = (page) =>
  page.evaluate(() =>
    document.body.innerText
      .split(/\n+/)
      .map((text) => text.trim())
      .filter(Boolean),
  );

for (const theme of ["light", "dark"])
  test(`title, origin and body are printed, and nothing else, in black on white where the page is ${theme}`, async (t) => {
    const page = await open(t);
    await page.locator("#more > summary").click();
    await page.locator(`input[name=theme][value=${theme}]`).check();
    await paste(page, `${raw}\n`);
    // What is lit up on the screen is not on paper.
    await (await bring(page, numbers.second)).hover();
    await page.emulateMedia({ media: "print" });
    const [heading, origin, ...body] = await onPaper(page);
    assert.equal(heading, title);
    assert.ok(origin.startsWith(`${byline}25 February 2017`), origin);
    assert.deepEqual(body, paragraphs);
    const looks = await page.locator("#title, #body > p, #origin > *").evaluateAll((elements) =>
      elements.map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { light: Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number)), backgroundColor };
      }),
    );
    for (const { light, backgroundColor } of looks) {
      assert.ok(light < 0x70, `ink, not ${light}`);
      assert.equal(backgroundColor, "rgba(0, 0, 0, 0)");
    }
    for (const selector of ["html", "body", ".clean", "#reading"])
      assert.equal(
        await page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor),
        "rgba(0, 0, 0, 0)",
        selector,
      );
  });

test("a long article is printed to its end, on as many sheets as it needs", async (t) => {
  const page = await open(t);
  const [head] = raw.split(paragraphs[0]);
  await paste(
    page,
    [head, ...Array.from({ length: 600 }, (_, i) => `On the ${i + 1}th day: ${paragraphs[i % 8]}`)].join(
      "\n\n",
    ),
  );
  await page.locator("#strictness").fill("0");
  await settled(page);
  assert.ok(
    await page.locator("#body.long").count(),
    "long enough for what is out of sight not to be laid out",
  );
  const sheets =
    (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  t.diagnostic(`${sheets} sheets`);
  assert.ok(sheets > 40 && sheets < 90, `${sheets} sheets`);
  await page.emulateMedia({ media: "print" });
  const { width, height, far } = await page.locator("#body > :last-child").evaluate((last) => {
    const { offsetWidth: width, offsetHeight: height } = /** @type {HTMLElement} */ (last);
    return {
      width,
      height,
      far: last.getBoundingClientRect().bottom <= document.documentElement.scrollHeight,
    };
  });
  assert.ok(width > 0 && height > 20 && far);
});

test("the print is called by the article's title, and the page by its own again", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  await page.evaluate(() => {
    globalThis.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.documentElement.dataset.printed = document.title;
      dispatchEvent(new Event("afterprint"));
    };
  });
  await page.locator("summary", { hasText: "Save" }).click();
  await page.getByRole("button", { name: "Print …" }).click();
  assert.equal(await page.locator("html").getAttribute("data-printed"), title);
  assert.equal(await page.title(), "Copydesk");
});
