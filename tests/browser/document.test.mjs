// `cleanDocument` on live documents: what a person sees is read, what styles hide is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "copydesk";
import { story } from "../support/story.mjs";
import { usePackage } from "./support/package.mjs";

const open = usePackage();

const HIDDEN =
  "The tower was sold on the first day of the flood, and nobody in the lower town was told of it then.";

const PAGE = `
<style>.folded { display: none }</style>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article>
  <h1>${story.title}</h1>
  <p>By ${story.byline}</p>
  <p>25 February 2017</p>
  ${story.paragraphs.map((text) => `<p>${text}</p>`).join(`\n  <p class="folded">${HIDDEN}</p>\n  `)}
  <p style="visibility: hidden">${HIDDEN}</p>
  <p hidden>${HIDDEN}</p>
  <script>const story = "${HIDDEN}";</script>
</article>
<footer><a href="/privacy">Privacy policy</a> <a href="/terms">Terms of use</a></footer>`;

/**
 * What the function gives for the document in which it is called, or the message of its error.
 * @param {import("playwright-core").Page} page
 * @param {"cleanDocument" | "isProbablyReaderable"} name
 * @param {string} [frame] the id of a frame, whose document is passed in place of the page's own
 */
const ask = (page, name, frame) =>
  page.evaluate(
    async ([name, frame]) => {
      const element = /** @type {HTMLIFrameElement | null} */ (document.getElementById(frame));
      const { copydesk } = /** @type {any} */ (globalThis);
      try {
        return JSON.parse(JSON.stringify(await copydesk[name](element?.contentDocument ?? document)));
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    },
    [name, frame ?? ""],
  );

test("the article of a live document is that of its visible text", async () => {
  const page = await open(PAGE);
  const result = await ask(page, "cleanDocument");
  const text = await page.evaluate(() => document.body.innerText);
  assert.deepEqual(result, JSON.parse(JSON.stringify(await clean(text, { url: page.url() }))));

  assert.equal(result.title, story.title);
  assert.equal(result.byline, story.byline);
  assert.equal(result.textContent, story.body);
  const shown = result.lines.map((/** @type {{ text: string }} */ line) => line.text);
  assert.ok(shown.includes("Home") && shown.includes(story.title), shown.join("\n"));
  assert.ok(!shown.some((/** @type {string} */ line) => line.includes(HIDDEN)), shown.join("\n"));
  assert.equal(await ask(page, "isProbablyReaderable"), true);
});

test("what styles hide is in the document, and is read once they show it", async () => {
  const page = await open(PAGE);
  await page.evaluate(() => {
    for (const style of document.querySelectorAll("style")) style.remove();
  });
  const result = await ask(page, "cleanDocument");
  assert.ok(result.textContent.includes(HIDDEN), result.textContent);
});

test("the document itself stays as it was", async () => {
  const page = await open(PAGE);
  const before = await page.content();
  await ask(page, "cleanDocument");
  assert.equal(await page.content(), before);
});

const framed = (/** @type {string} */ attributes) =>
  `<iframe ${attributes} srcdoc="${PAGE.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;

test("the document of a frame can be read where the frame is shown", async () => {
  const page = await open(framed('id="frame" width="800" height="600"'));
  await page.frameLocator("#frame").locator("footer").waitFor();
  assert.equal((await ask(page, "cleanDocument", "frame")).textContent, story.body);
});

for (const [what, html, frame] of [
  ["in a frame that is not shown", framed('id="frame" style="display: none"'), "frame"],
  ["with a body that is not shown", `<style>body { display: none }</style>${PAGE}`, undefined],
]) {
  test(`a document ${what} is refused: its scripts and hidden parts would pass for text`, async () => {
    const page = await open(html);
    assert.match(await ask(page, "cleanDocument", frame), /^cleanDocument: this document is not rendered /);
    assert.match(
      await ask(page, "isProbablyReaderable", frame),
      /^isProbablyReaderable: this document is not rendered /,
    );
  });
}

test("a document that DOMParser made is refused", async () => {
  const page = await open();
  const message = await page.evaluate(
    (html) =>
      /** @type {any} */ (globalThis).copydesk
        .cleanDocument(new DOMParser().parseFromString(html, "text/html"))
        .catch((/** @type {Error} */ error) => error.message),
    PAGE,
  );
  assert.match(message, /^cleanDocument: this document is in no window /);
});
