// What can be told of `cleanDocument` without a browser; the browser tests have the rest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanDocument, isProbablyReaderable } from "copydesk";
import { story } from "../support/story.mjs";

const PAGE = story.raw;

/** A document as far as the package looks at it. */
const laidOut = (innerText, URL = "about:blank") => ({
  nodeType: 9,
  defaultView: {},
  body: { innerText, getClientRects: () => [{}] },
  URL,
});

/** Documents of which nothing tells what a person sees, and what the error says of each. */
const UNSEEN = [
  [
    { nodeType: 9, defaultView: {}, body: {} },
    "this document has no innerText (jsdom and linkedom lack it), and it takes that to tell what a person sees.",
  ],
  [
    { ...laidOut(PAGE), defaultView: null },
    "this document is in no window (one from DOMParser is not), so there is no telling what a person sees of it.",
  ],
  [
    { ...laidOut(PAGE), body: { innerText: PAGE, getClientRects: () => [] } },
    "this document is not rendered (its frame or its body is hidden), so there is no telling what a person sees " +
      "of it.",
  ],
];

test("a document is cleaned by the text that a person sees", async () => {
  assert.deepEqual(await cleanDocument(laidOut(PAGE)), await clean(PAGE));
  const options = { drop: ["paragraph"] };
  assert.deepEqual(await cleanDocument(laidOut(PAGE), options), await clean(PAGE, options));
  assert.equal(await isProbablyReaderable(laidOut("")), false);
});

test("the document's address stands in for the one in the options, if it is one of the web", async () => {
  const url = "https://orla.example/2017/02/river";
  const withAddress = await clean(PAGE, { url });
  assert.notDeepEqual(withAddress, await clean(PAGE));
  for (const options of [undefined, null, {}, { url: null }]) {
    assert.deepEqual(await cleanDocument(laidOut(PAGE, url), options), withAddress);
  }
  const own = { url: "https://other.example/" };
  assert.deepEqual(await cleanDocument(laidOut(PAGE, url), own), await clean(PAGE, own));
  for (const other of ["about:blank", "file:///home/orla.example/river.html", undefined]) {
    assert.deepEqual(await cleanDocument(laidOut(PAGE, other)), await clean(PAGE));
  }
});

test("whether a document is readerable is told as of its text", async () => {
  assert.equal(await isProbablyReaderable(laidOut(PAGE, "https://orla.example/")), true);
});

test("a document without a body is empty", async () => {
  assert.equal((await cleanDocument({ nodeType: 9, defaultView: {}, body: null })).textContent, "");
});

for (const [document, why] of UNSEEN) {
  test(`each function refuses by its own name, with what to do: ${why}`, async () => {
    await assert.rejects(cleanDocument(document), {
      message: `cleanDocument: ${why} Pass the page's text to clean() instead.`,
    });
    await assert.rejects(isProbablyReaderable(document), {
      message: `isProbablyReaderable: ${why} Pass the page's text instead.`,
    });
  });
}

for (const value of [undefined, null, PAGE, {}, { nodeType: 1 }]) {
  test(`${JSON.stringify(value)?.slice(0, 20)} is no document`, async () => {
    await assert.rejects(cleanDocument(value), {
      name: "TypeError",
      message: /^cleanDocument: expected a document, such as window\.document, got /,
    });
  });
}

test("a document that throws spoils nothing for the next call", async () => {
  const document = {
    nodeType: 9,
    defaultView: {},
    get body() {
      throw new RangeError("mine");
    },
  };
  await assert.rejects(cleanDocument(document), new RangeError("mine"));
  assert.match((await clean(PAGE)).textContent, /^After nine days/);
});
