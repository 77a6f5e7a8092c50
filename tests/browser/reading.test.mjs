// `copydesk/page` in a real browser: what it reads of a page says as much as the page's own document.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { usePackage } from "./support/package.mjs";

const failures = new URL("../failures/", import.meta.url);
const open = usePackage();

/** @param {import("playwright-core").Page} page */
const both = (page) =>
  page.evaluate(async () => {
    const { cleanDocument, cleanHtml } = /** @type {any} */ (globalThis).copydesk;
    // By its address in the page, where the types' checker does not look.
    const { readPage } = await import(`${location.origin}/copydesk/page.js`);
    const reading = readPage(document);
    const pick = ({ title, byline, publishedTime, textContent }) => ({
      title,
      byline,
      publishedTime,
      textContent,
    });
    return {
      reading,
      read: pick(await cleanHtml(reading.html, { url: reading.url })),
      live: pick(await cleanDocument(document)),
    };
  });

for (const name of readdirSync(failures)
  .filter((each) => /^\d/.test(each))
  .sort())
  test(`read and carried away, the article is that of the live document: ${name}`, async () => {
    const html = readFileSync(new URL(`${name}/page.html`, failures), "utf8");
    const page = await open(html, { isWhole: true });
    const { read, live } = await both(page);
    assert.ok(live.textContent !== "" || /cookie|paywall|index/.test(name), "the page has no article at all");
    const { textContent: own, ...told } = read;
    const { textContent: other, ...known } = live;
    assert.deepEqual(told, known);
    const [here, there] = [own, other].map((/** @type {string} */ text) => text.split("\n\n"));
    const lost = [
      ...here.filter((each) => !there.includes(each)),
      ...there.filter((each) => !here.includes(each)),
    ];
    // One line on the brink may fall to the other side: hidden elements and scripts are no longer there to tell of it.
    assert.ok(lost.length <= 1, lost.join("\n"));
    await page.context().close();
  });

test("what is hidden, typed or run is not read; shadow trees, frames and addresses are", async () => {
  const page = await open(
    `<p style="display:none">gone-1</p><p style="visibility:hidden">gone-2 <b style="visibility:visible">shown-1</b></p>
    <input value="gone-3"><textarea>gone-4</textarea><select><option>gone-5</option></select><script>"gone-6"</script>
    <div role="textbox" contenteditable>gone-7</div><noscript>gone-8</noscript><template>gone-9</template>
    <a href="story?a=1&amp;b=2" onclick="gone10()" style="color:red">shown-2 &lt;b&gt;</a>
    <pre>shown-3
  kept</pre><table><tr><td>shown-4</td><td>shown-5</td></tr></table>
    <div id="host"><span slot="s">shown-6</span></div><iframe srcdoc="<p>shown-7</p>"></iframe>
    <script>host.attachShadow({mode:"open"}).innerHTML = "<p>shown-8 <slot name=s></slot></p><p hidden>gone-11</p>"</script>`,
  );
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("p"));
  const { reading } = await both(page);
  for (let i = 1; i <= 8; i += 1) {
    assert.ok(reading.text.includes(`shown-${i}`), `the text lacks shown-${i}: ${reading.text}`);
    assert.ok(reading.html.includes(`shown-${i}`), `the HTML lacks shown-${i}`);
  }
  assert.doesNotMatch(reading.text + reading.html, /gone/);
  assert.doesNotMatch(reading.html, /onclick|style=|<script>/);
  assert.ok(
    reading.html.includes(`href="${new URL("story?a=1&b=2", reading.url).href.replaceAll("&", "&amp;")}"`),
  );
  assert.ok(reading.html.includes("shown-2 &lt;b>"), "text was taken for markup");
  assert.match(reading.text, /shown-3\n {2}kept\n\nshown-4\tshown-5/);
  assert.equal(reading.isSelection, false);
});

test("of a selection that part alone, and the whole page where that is asked for", async () => {
  const page = await open(
    "<p>The first one.</p><p id=a>The second one.</p><p id=b>The third one.</p><p>The last one.</p>",
  );
  const [part, whole] = await page.evaluate(async () => {
    const { readPage } = await import(`${location.origin}/copydesk/page.js`);
    const [a, b] = ["a", "b"].map((id) => /** @type {any} */ (document.getElementById(id)).firstChild);
    getSelection()?.setBaseAndExtent(a, 4, b, 9);
    return [readPage(document), readPage(document, { selection: false })];
  });
  assert.equal(part.isSelection, true);
  assert.equal(part.text, "second one.\n\nThe third");
  assert.match(part.html, /<p id="a">second one\.<\/p><p id="b">The third<\/p>/);
  assert.doesNotMatch(part.html, /first|last/);
  assert.equal(whole.isSelection, false);
  assert.equal(whole.text, "The first one.\n\nThe second one.\n\nThe third one.\n\nThe last one.");
});

test("a tree deeper than any parser makes, and one very wide, are read without failing", async () => {
  const page = await open("<div id=deep></div><div id=wide></div>");
  const length = await page.evaluate(async () => {
    const { readPage } = await import(`${location.origin}/copydesk/page.js`);
    let at = document.getElementById("deep");
    for (let i = 0; i < 3000; i += 1) at = /** @type {any} */ (at).appendChild(document.createElement("b"));
    const wide = document.getElementById("wide");
    for (let i = 0; i < 100_000; i += 1) wide?.append(document.createElement("i"), "word ");
    return readPage(document).text.length;
  });
  assert.ok(length >= 500_000, `only ${length} characters were read`);
});
