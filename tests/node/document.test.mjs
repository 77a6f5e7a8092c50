// What can be told of `cleanDocument` without a browser; the browser tests have the rest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanDocument, isProbablyReaderable } from "copydesk";
import { PAGE } from "./support.mjs";

/** A document as far as the package looks at it. */
const laidOut = (innerText) => ({ nodeType: 9, defaultView: {}, body: { innerText } });

test("a document is cleaned by the text that a person sees", async () => {
  assert.deepEqual(await cleanDocument(laidOut(PAGE)), await clean(PAGE));
  const options = { drop: ["paragraph"] };
  assert.deepEqual(await cleanDocument(laidOut(PAGE), options), await clean(PAGE, options));
  assert.equal(await isProbablyReaderable(laidOut("")), false);
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
  assert.match((await clean(PAGE)).textContent, /^After/);
});
