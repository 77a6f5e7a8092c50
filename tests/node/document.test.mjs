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
  body: { innerText },
  URL,
});

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
  await assert.rejects(isProbablyReaderable({ ...laidOut(PAGE), defaultView: null }), {
    message: /in no window/,
  });
});

test("a document without a body is empty", async () => {
  assert.equal((await cleanDocument({ nodeType: 9, defaultView: {}, body: null })).textContent, "");
});

test("where there is no innerText the error says what to do", async () => {
  const message =
    /no innerText \(jsdom and linkedom lack it\).* Pass the page's text to clean\(\) instead\.$/;
  await assert.rejects(cleanDocument({ nodeType: 9, defaultView: {}, body: {} }), { message });
});

test("a document that is in no window is refused: nothing tells what is hidden", async () => {
  const document = { ...laidOut(PAGE), defaultView: null };
  await assert.rejects(cleanDocument(document), {
    message: /in no window .* Pass the page's text to clean\(\)/,
  });
});

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
