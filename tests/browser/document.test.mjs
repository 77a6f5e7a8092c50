// `cleanDocument` on the documents of a browser: where a page is shown, what a person sees is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanHtml } from "copydesk";
import { misnested, pages, withoutScripts } from "../support/markup.mjs";
import { story } from "../support/story.mjs";
import { usePackage } from "./support/package.mjs";

const open = usePackage();

/** @typedef {import("playwright-core").Page} Page */

const texts = (/** @type {{ lines: readonly { text: string }[] }} */ { lines }) =>
  lines.map(({ text }) => text);

/**
 * What the function gives for a document.
 * @param {Page} page
 * @param {"cleanDocument" | "isProbablyReaderable"} name
 * @param {string} [of] an expression for the document in place of the page's own
 * @param {unknown} [options]
 */
const ask = async (page, name, of = "document", options) =>
  JSON.parse(
    await page.evaluate(
      `copydesk.${name}(${of}, ${JSON.stringify(options ?? null)}).then((answer) => JSON.stringify(answer))`,
    ),
  );

/** The document that this HTML is, in no window. */
const parsed = (/** @type {string} */ html) =>
  `new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html")`;

for (const { name, html } of pages) {
  test(`a document has the lines of its HTML: ${name}`, async () => {
    const page = await open(html, { isWhole: true });
    const expected = await cleanHtml(html);
    assert.deepEqual(texts(await ask(page, "cleanDocument", parsed(html))), texts(expected));
    if (!withoutScripts.includes(name)) {
      const result = await ask(page, "cleanDocument");
      assert.deepEqual(texts(result), texts(expected));
      if (html.includes("</body>") && !misnested.includes(name)) {
        assert.deepEqual(result, JSON.parse(JSON.stringify(await cleanHtml(html, { url: page.url() }))));
      }
    }
    await page.context().close();
  });
}

test("where a page is shown, what is for those without scripts is not seen", async () => {
  const html = pages.find(({ name }) => withoutScripts.includes(name))?.html ?? assert.fail();
  assert.deepEqual(texts(await ask(await open(html), "cleanDocument")), ["Loading"]);
});

/** A page that its styles make another than its HTML is: what is seen, and that in `x`, which is not. */
const STYLED = `<style>
  .folded, br.folded { display: none }
  .unseen { visibility: hidden }
  .seen { visibility: visible }
  .skipped { content-visibility: hidden }
  .verse { white-space: pre }
  .prose { white-space: normal }
  .line { display: block }
  .run { display: inline }
  .boxes { display: flex }
  [hidden].seen { display: block }
</style>
<p>a</p><p class=folded>x</p><div class=folded>x<p class=seen>x</p></div>
<div class=unseen>x<p class=seen>b</p>x<i>x</i></div>
<div class=skipped>x<p>x</p></div>
<p hidden class=seen>c</p>
<p style="display: none !important">x</p>
<p>d<span class=line>e</span>f<br class=folded>g</p>
<div class=verse>  h
  i<span class=prose>
  j</span></div>
<pre class=prose>k
l</pre>
<div>m<div class=run>n</div> o</div>
<div class=boxes><span>p</span><b>q</b></div>
<table><tr><td>r<td class=folded>x<td>s</table>`;

test("styles count as they are computed", async () => {
  const page = await open(STYLED);
  const expected = [
    "a",
    "",
    "b",
    "",
    "c",
    "",
    "d",
    "e",
    "fg",
    "",
    "  h",
    "  i j",
    "k l",
    "m n o",
    "p",
    "q",
    "r\ts",
  ];
  assert.deepEqual(texts(await ask(page, "cleanDocument")), expected);
  // What a browser makes of it, apart from the space around the block that stands in a line.
  const seen = await page.evaluate(() => document.body.innerText.trimEnd().split("\n"));
  assert.deepEqual(
    seen,
    expected.map((line) => line.replace("m n o", "mn o")),
  );

  await page.evaluate(() => document.querySelector("style")?.remove());
  assert.ok(texts(await ask(page, "cleanDocument")).includes("x"));
});

test("emphasis is told by what differs from the text around", async () => {
  const page = await open(`<style>
      h2 { font-style: italic } .lead { font-weight: 700 } .strong { font-weight: 600 } .plain { font-weight: 400 }
      .struck { text-decoration: line-through } sup { vertical-align: baseline; position: relative; top: -1ex }
    </style>
    <h1>What the water did</h1>
    <h2>The <a href=/o>Orla</a> rose</h2><p class=lead>One <span>two</span> <span class=plain>three</span></p>
    <p>Four <span class=strong>five</span> <b class=plain>six</b> <span class=struck>seven</span><sup>8</sup></p>`);
  const { lines } = await ask(page, "cleanDocument");
  const all = Object.fromEntries(lines.map((/** @type {any} */ { number }) => [number, true]));
  const content = await page.evaluate(
    async (all) => (await /** @type {any} */ (globalThis).copydesk.cleanDocument(document)).with(all).content,
    all,
  );
  assert.match(content, /The <a href="[^"]*">Orla<\/a> rose/);
  assert.match(content, /One two three/);
  assert.match(content, /Four <strong>five<\/strong> six <(s|del)>seven<\/(s|del)><sup>8<\/sup>/);
});

test("a large first letter stands in its word", async () => {
  const page = await open("<style>span { float: left; font-size: 3em }</style><p><span>R</span>iver");
  assert.deepEqual(texts(await ask(page, "cleanDocument")), ["River"]);
});

test("shadow trees are read where they are open, with what the page puts into their slots", async () => {
  const page = await open(
    `<div id=host><b slot=last>a</b>b</div><script>
      const root = document.getElementById("host").attachShadow({ mode: "open" });
      root.innerHTML = "<style>.x { display: none }</style><p>c</p><p class=x>x</p><slot></slot><hr><slot name=last></slot>";
    </script>`,
  );
  assert.deepEqual(texts(await ask(page, "cleanDocument")), ["c", "", "b", "a"]);
});

test("the article of a page that is shown is that of its HTML", async () => {
  const page = await open(pages[0].html, { isWhole: true });
  const result = await ask(page, "cleanDocument");
  assert.equal(result.title, story.title);
  assert.equal(result.byline, story.byline);
  assert.ok(result.textContent.includes(story.body), result.textContent);
  assert.equal(await ask(page, "isProbablyReaderable"), true);
});

test("the document itself stays as it was", async () => {
  const page = await open(STYLED);
  const before = await page.content();
  await ask(page, "cleanDocument");
  assert.equal(await page.content(), before);
});

const framed = (/** @type {string} */ attributes) =>
  `<iframe ${attributes} srcdoc="${STYLED.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;

const FRAME = "document.querySelector('iframe').contentDocument";

test("the document of a frame has its own styles; where the frame is not shown, its HTML alone tells", async () => {
  for (const [attributes, lines] of /** @type {const} */ ([
    ["width=800 height=600", texts(await ask(await open(STYLED), "cleanDocument"))],
    ['style="display: none"', texts(await cleanHtml(STYLED))],
  ])) {
    const page = await open(framed(attributes));
    await page.waitForFunction(`${FRAME}.querySelector("table")`);
    assert.deepEqual(texts(await ask(page, "cleanDocument", FRAME)), lines);
  }
});

test("elements nest as deep as they please", async () => {
  const page = await open();
  const deep = `(() => {
    const deep = document.implementation.createHTMLDocument();
    let at = deep.body;
    for (let depth = 0; depth < 100_000; depth++) at = at.appendChild(deep.createElement("div"));
    at.append("the bottom");
    return deep;
  })()`;
  assert.deepEqual(texts(await ask(page, "cleanDocument", deep)), ["the bottom"]);
});
