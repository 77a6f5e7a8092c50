// The article as a citation: title, author, site, date, address.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { flavours, paste, said, settled } from "./support/desk.mjs";
import { choose, htmlOf, openFiles } from "./support/flows.mjs";

const open = usePage();
const { raw, title, byline } = story;

/** @param {import("playwright-core").Page} page */
async function cite(page) {
  await choose(page, "Copy as", "Citation");
  await said(page, "Citation copied.");
  return (await flavours(page))[0];
}

test("of a page with an address the title is the link, and the text has it too", async (t) => {
  const page = await open(t);
  const markup = htmlOf({ site: "courier.example" }).replace(
    "<link",
    `<meta property="og:site_name" content="The Tessel Courier"><link`,
  );
  await openFiles(page, [{ name: "river.html", text: markup }]);
  const address = "https://courier.example/river";
  const facts = `${byline}, The Tessel Courier, 25 February 2017`;
  assert.deepEqual(await cite(page), {
    "text/plain": `${title}. ${facts}. ${address}`,
    "text/html": `<a href="${address}">${title}</a>. ${facts}`,
  });
});

test("of a text what it tells is cited, and there is no HTML to say so", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  assert.deepEqual(await cite(page), { "text/plain": `${title}. ${byline}, 25 February 2017` });
});

test("hostile words stay words", async (t) => {
  const page = await open(t);
  const heading = `River &lt;img src=x onerror=alert(1)&gt; returns "to" its bed`;
  await openFiles(page, [{ name: "x.html", text: htmlOf({ site: "courier.example", heading }) }]);
  const { "text/html": html } = await cite(page);
  assert.ok(html.includes("&lt;img src=x onerror=alert(1)&gt;"));
  assert.ok(!/<(?!\/?a\b)/.test(html), html);
});

test("where no article was found there is none to cite, by button or by key", async (t) => {
  const page = await open(t);
  await paste(page, "Menu\nSign in\nPrivacy\n");
  assert.ok(await page.locator("#article-tools").isHidden());
  await page.evaluate(() => document.getElementById("copy-citation")?.click());
  await page.keyboard.press("c");
  await settled(page);
  assert.doesNotMatch((await page.locator("#news").textContent()) ?? "", /copied/);
});
