// The one attribute in the core's HTML, the number that a list starts at, on the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, paste } from "./support/desk.mjs";

const open = usePage();

const written = '<ol start="2"> is what a list looks like when somebody writes it down, and not what it is.';
const raw = `Bread of the lower town

The bread of the lower town is baked with rye and a little honey, and it keeps for a week when it is wrapped in a cloth.

• Five hundred grams of rye flour, and a hand more for the board.
• A spoon of honey, which the bees of the old harbour make.

The first two steps are those of any other bread, so the third is where this recipe begins.

3. Leave the dough in a warm place until it has doubled, which takes three hours.
4. Bake it in a hot oven for an hour, with a bowl of water under it.

The bread is ready when it sounds hollow, and the bakers say that it is best on the second day. ${written}
`;

test("items keep their numbers, bullets are no text, and a list that is written down is none", async (t) => {
  const page = await open(t);
  await paste(page, raw);

  const numbered = page.locator("#body > ol");
  assert.equal(await numbered.count(), 1);
  assert.equal(await numbered.evaluate((list) => /** @type {HTMLOListElement} */ (list).start), 3);
  const items = await page.locator("#body li").allTextContents();
  const words = items.map((item) => item.split(" ")[0]);
  assert.deepEqual(words, ["Five", "A", "Leave", "Bake"]);
  assert.ok((await page.locator("#body > p").last().textContent())?.endsWith(written));
  // Nodes write a quotation mark in text as it is.
  const { content } = await clean(raw);
  assert.equal(await bodyHtml(page), content.replaceAll("&quot;", '"'));
});
