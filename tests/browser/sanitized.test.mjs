// The HTML that comes out, in pages that take it for their own: nothing runs, nothing loads, and nothing is there but
// the elements of an article. The same payloads as they were show that these pages would tell.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml, kinds } from "copydesk";
import { HOST, insertAll, useHostPage } from "./support/inserted.mjs";
import { payloads } from "./support/payloads.mjs";
import { tricks } from "./support/tricks.mjs";

const openHost = useHostPage();
const all = [...payloads, ...tricks];

const STORY =
  "After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday.";
const url = "https://www.tessel.example/river/index.html";

/** So many pieces of HTML are put into the page before it is asked what came of them. */
const AT_ONCE = 60;
/** Images that are not there, and timers, tell within so many milliseconds. */
const TOLD_WITHIN = 60;

/** @param {string} text */
const attribute = (text) => `"${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;

/** Where a payload stands in a page. @type {Record<string, (html: string) => string>} */
const PLACES = {
  "in the text": (html) =>
    `<h1>River</h1><p>${STORY}</p><p>${STORY} ${html} ${STORY}</p><ul><li>${html}</ul><p>${STORY}</p>`,
  "between the blocks": (html) => `${html}<h1>River</h1><p>${STORY}</p>${html}<p>${STORY}</p>`,
  "in what the page says of itself": (html) =>
    `<html lang=${attribute(html)}><head><title>${html.replaceAll("<", "&lt;")}</title>
     <meta name=author content=${attribute(html)}><meta property=og:site_name content=${attribute(html)}>
     <meta property=article:published_time content=${attribute(html)}><meta property=og:image content=${attribute(html)}>
     <script type="application/ld+json">${JSON.stringify({ "@type": "Article", headline: html, author: html, description: html }).replaceAll("<", "\\u003c")}</script>
     </head><body><h1 title=${attribute(html)}>${html.replaceAll("<", "&lt;")}</h1><p class=byline>By ${html.replaceAll("<", "&lt;")}</p><p>${STORY}</p><p>${STORY}</p>`,
  "in attributes": (html) =>
    `<h1>River</h1><p>${STORY}</p><p dir=${attribute(html)} id=${attribute(html)} class=${attribute(html)}>${STORY}
     <a href=${attribute(html)} title=${attribute(html)}>the river</a> <a href=${attribute(`/x?${html}#${html}`)}>the mill</a></p>
     <figure><img src="x" alt=${attribute(html)}><img src=${attribute(html)}><figcaption>A river</figcaption></figure>
     <ol start=${attribute(html)}><li value=${attribute(html)}>one<li>two</ol><pre><code class=${attribute(`language-${html}`)}>x</code></pre>
     <table><tr><td colspan=${attribute(html)}>${STORY}<td>b</table><p>${STORY}</p>`,
};

/**
 * All HTML that comes out for it: of the article as it is found, and with every line in it.
 * @param {string} html
 * @param {{ images?: boolean }} [options]
 */
async function outputs(html, options = {}) {
  const page = await cleanHtml(html, { url, keep: [...kinds], ...options });
  const whole = page.with(Object.fromEntries(page.lines.map(({ number }) => [number, true])));
  const pasted = await clean(`River\n\n${STORY}\n${html}\n${STORY}\n`, { url, html, ...options });
  return [page.content, whole.toHtml(), pasted.content];
}

/** @template T @param {readonly T[]} list @param {number} count */
const chunks = (list, count) =>
  Array.from({ length: Math.ceil(list.length / count) }, (_, i) => list.slice(i * count, (i + 1) * count));

for (const [place, pageOf] of Object.entries(PLACES))
  test(`nothing runs, loads or has a name: payloads ${place}`, async () => {
    const { page, seen } = await openHost();
    const cleaned = new Set((await Promise.all(all.map(({ html }) => outputs(pageOf(html))))).flat());
    assert.ok(cleaned.size > all.length, `only ${cleaned.size} differ`);
    for (const chunk of chunks([...cleaned], AT_ONCE)) {
      assert.deepEqual(await insertAll(page, chunk), []);
      await page.waitForTimeout(TOLD_WITHIN);
      assert.deepEqual(seen, { ran: [], loaded: [] }, chunk.join("\n---\n"));
    }
    await page.waitForTimeout(5 * TOLD_WITHIN);
    assert.deepEqual(seen, { ran: [], loaded: [] });
    assert.equal(page.url(), HOST);
    await page.context().close();
  });

test("with pictures asked for, pictures load from the web, and nothing else does", async () => {
  const { page, seen } = await openHost();
  const pages = all.flatMap(({ html }) => [PLACES["in the text"](html), PLACES["in attributes"](html)]);
  const cleaned = new Set((await Promise.all(pages.map((html) => outputs(html, { images: true })))).flat());
  for (const chunk of chunks([...cleaned], AT_ONCE)) assert.deepEqual(await insertAll(page, chunk), []);
  await page.waitForTimeout(5 * TOLD_WITHIN);
  assert.deepEqual(seen.ran, []);
  assert.ok(seen.loaded.length > 0, "no picture was there at all");
  assert.deepEqual(
    seen.loaded.filter((request) => !/^image https?:\/\//.test(request)),
    [],
  );
  await page.context().close();
});

/** What is text to every browser, and does something only to those who unpack it. */
const HARMLESS = ["text that is to become markup", "styles", "bytes that hide"];
/** Of each other sort at least so many are noticed, and of all so many run: the rest is meant for other browsers. */
const MOST_NOTICED = 0.5;
const MOST_RUN = 0.5;

test("as they were, the payloads run, load or are seen to be strange", async (t) => {
  const { page: first, another, seen } = await openHost();
  let page = first;
  /** @type {Map<string, { ran: number, noticed: number, of: number }>} */
  const byWay = new Map();
  for (const { way, html } of all) {
    [seen.ran.length, seen.loaded.length] = [0, 0];
    // Some of it leads away from the page, or writes over it.
    const strange = await insertAll(page, [html]).catch(() => ["the page was gone"]);
    await page.waitForTimeout(TOLD_WITHIN);
    const count = byWay.get(way) ?? { ran: 0, noticed: 0, of: 0 };
    count.of += 1;
    if (seen.ran.length > 0) count.ran += 1;
    if (seen.ran.length + seen.loaded.length + strange.length > 0) count.noticed += 1;
    byWay.set(way, count);
    // What is on its way to elsewhere, or will be, may come between.
    await page.goto(HOST).catch(async () => {
      await page.close();
      page = await another();
    });
  }
  for (const [way, { ran, noticed, of }] of byWay) {
    t.diagnostic(`of ${of}, ${ran} run, ${noticed} are noticed: ${way}`);
    if (!HARMLESS.includes(way)) assert.ok(noticed >= MOST_NOTICED * of, way);
  }
  const ran = [...byWay.values()].reduce((sum, each) => sum + each.ran, 0);
  assert.ok(ran >= MOST_RUN * all.length, `${ran} of ${all.length} ran`);
  await page.context().close();
});

test("a page that is taken for another encoding reads no other markup in what comes out", async () => {
  const { page, seen } = await openHost();
  // In ISO-2022-JP what stands between these is two bytes a character: neither quotation mark nor tag.
  const [begin, end] = ["\u001b$B", "\u001b(B"];
  const told =
    `<p>${STORY}</p><figure><img src="https://a.example/x.jpg" alt="${begin}"><figcaption>x</figcaption></figure>` +
    `<p>${STORY} ${end} <a href="https://a.example/onerror=canary()//">the mill</a></p><p>${STORY}</p>`;
  const read = async (/** @type {string} */ content) => {
    await page.route(`${HOST}bare`, (route) =>
      route.fulfill({ contentType: "text/html; charset=iso-2022-jp", body: Buffer.from(content) }),
    );
    await page.goto(`${HOST}bare`);
    await page.waitForTimeout(TOLD_WITHIN);
    return page.locator("[onerror]").count();
  };
  assert.equal(await read(told), 1, "as it was, it has a handler");
  seen.ran.length = 0;
  for (const content of await outputs(told, { images: true })) {
    assert.ok(!content.includes("\u001b"));
    assert.equal(await read(content), 0);
  }
  assert.deepEqual(seen.ran, []);
  await page.context().close();
});
