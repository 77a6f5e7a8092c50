// `cleanDocument` on the documents of libraries; the browser tests have those of a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanDocument, cleanHtml, isProbablyReaderable } from "copydesk";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { misnested, pages, wholePage } from "../support/markup.mjs";
import { story } from "../support/story.mjs";

/** @type {Record<string, (html: string, url?: string) => Document>} */
const libraries = {
  jsdom: (html, url) => new JSDOM(html, { url }).window.document,
  linkedom: (html) => parseHTML(html).document,
};

const lines = (/** @type {import("copydesk").Result} */ result) => result.lines.map((line) => line.text);

const plain = (/** @type {import("copydesk").Result} */ result) => JSON.parse(JSON.stringify(result));

for (const [library, read] of Object.entries(libraries)) {
  for (const { name, html } of pages.filter(({ name }) => library === "jsdom" || !misnested.includes(name))) {
    test(`a document of ${library} has the lines of its HTML: ${name}`, async () => {
      assert.deepEqual(lines(await cleanDocument(read(html))), lines(await cleanHtml(html)));
    });
  }

  test(`a whole page gives the same article as a document of ${library} as it does as HTML`, async () => {
    const options = { url: "https://tessel.example/river", keep: ["caption"], images: true };
    const document = read(wholePage);
    const result = await cleanDocument(document, options);
    const expected = await cleanHtml(wholePage, options);
    assert.deepEqual(plain(result), plain(expected));
    assert.ok(result.textContent.includes(story.body), result.textContent);

    const { number } = result.lines.find((line) => line.text === "Sport") ?? assert.fail("no such line");
    assert.deepEqual(plain(result.with({ [number]: true })), plain(expected.with({ [number]: true })));
    assert.equal(await isProbablyReaderable(document), true);
    assert.equal(await isProbablyReaderable(read("<nav><a href=/>Home</a></nav>")), false);
  });

  test(`a document of ${library} stays as it was`, async () => {
    const document = read("<p>River");
    const elements = () => Array.from(document.querySelectorAll("*"), (element) => element.localName);
    const before = elements();
    await cleanDocument(document);
    assert.deepEqual(elements(), before);
  });
}

test("elements nest as deep as they please", async () => {
  const document = libraries.linkedom("<!doctype html><html><body></body></html>");
  let inner = document.createElement("div");
  inner.append("the bottom");
  for (let depth = 0; depth < 100_000; depth++) {
    const outer = document.createElement("div");
    outer.append(inner);
    inner = outer;
  }
  document.body.append(inner);
  assert.deepEqual(lines(await cleanDocument(document)), ["the bottom"]);
});

test("shadow trees are read where they are open, with what the page puts into their slots", async () => {
  const document = libraries.jsdom("<p>a</p><div id=open>b<i slot=last>c</i></div><div id=closed>d</div>");
  const open = document.getElementById("open")?.attachShadow({ mode: "open" }) ?? assert.fail();
  open.innerHTML = "<p>e</p><slot name=last>f</slot><slot></slot><slot name=none>g</slot>";
  const closed = document.getElementById("closed")?.attachShadow({ mode: "closed" }) ?? assert.fail();
  closed.innerHTML = "h";
  assert.deepEqual(lines(await cleanDocument(document)), ["a", "", "e", "", "cbg", "d"]);
});

test("the document's address stands in for the one in the options, if it is one of the web", async () => {
  const url = "https://orla.example/2017/02/river";
  const html = `<h1>${story.title}</h1>${story.paragraphs.map((text) => `<p>${text} <a href="/map">Map</a></p>`).join("")}`;
  const withAddress = plain(await cleanDocument(libraries.jsdom(html), { url }));
  assert.ok(withAddress.content.includes("https://orla.example/map"), withAddress.content);
  for (const options of [undefined, null, {}, { url: null }]) {
    assert.deepEqual(plain(await cleanDocument(libraries.jsdom(html, url), options)), withAddress);
  }
  const other = { url: "https://other.example/2016/river" };
  assert.deepEqual(
    plain(await cleanDocument(libraries.jsdom(html, url), other)),
    plain(await cleanDocument(libraries.jsdom(html), other)),
  );
  const named = libraries.jsdom(`<img name=URL>${html}`, url);
  assert.equal((await cleanDocument(named)).siteName, withAddress.siteName);
  const none = plain(await cleanDocument(libraries.jsdom(html)));
  assert.notDeepEqual(none, withAddress);
  assert.deepEqual(
    plain(await cleanDocument(libraries.jsdom(html, "file:///orla.example/river.html"))),
    none,
  );
});

test("a document without anything in it is empty", async () => {
  const empty = /** @type {any} */ ({ nodeType: 9 });
  assert.deepEqual((await cleanDocument(empty)).lines, []);
  assert.equal(await isProbablyReaderable(empty), false);
});

for (const value of [undefined, null, story.raw, {}, Object.create(null), { nodeType: 1 }]) {
  test(`${JSON.stringify(value)?.slice(0, 20)} is no document`, async () => {
    await assert.rejects(cleanDocument(/** @type {any} */ (value)), {
      name: "TypeError",
      message: /^cleanDocument: expected a document, such as window\.document, got /,
    });
  });
}

test("options hold for a document, and a wrong one is told", async () => {
  const document = libraries.linkedom(wholePage);
  const { textContent } = await cleanDocument(document, { drop: ["paragraph"] });
  assert.ok(!textContent.includes(story.paragraphs[0]));
  await assert.rejects(cleanDocument(document, /** @type {any} */ ({ keeep: [] })), /unknown option "keeep"/);
});

test("what throws is not there, and spoils nothing for the next call", async () => {
  const fails = () => {
    throw new RangeError("mine");
  };
  const hostile = new Proxy(libraries.linkedom("<p>River"), {
    get: (target, name) => (name === "nodeType" ? Reflect.get(target, name) : fails()),
    getPrototypeOf: () => null,
  });
  assert.deepEqual((await cleanDocument(/** @type {any} */ (hostile))).lines, []);

  const document = libraries.jsdom("<p>a</p><p id=b>b</p><p>c</p>");
  const { prototype } = document.defaultView?.HTMLParagraphElement ?? assert.fail();
  Object.defineProperty(prototype, "getAttributeNames", { get: fails });
  Object.defineProperty(prototype, "shadowRoot", { get: fails });
  assert.deepEqual(lines(await cleanDocument(document)), ["a", "", "b", "", "c"]);
  assert.match((await clean(story.raw)).textContent, /^After nine days/);
});
