// The peers in Node: `node peers.mjs PEER PAGES PACKAGE`. Asked for a range of pages, it answers with milliseconds.
//
// src/lib.rs says how it is asked. PACKAGE is Copydesk's own, as built.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [peer, file, copydesk] = process.argv.slice(2);

/** @type {Record<string, () => Promise<(html: string) => unknown>>} */
const PEERS = {
  async readability() {
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import("@mozilla/readability"),
      import("linkedom"),
    ]);
    return (html) => new Readability(parseHTML(html).document).parse();
  },
  async defuddle() {
    const { Defuddle } = await import("defuddle/node");
    // It would ask other servers where a page has nothing.
    return (html) => Defuddle(html, undefined, { useAsync: false });
  },
  async copydesk() {
    const { cleanHtml } = await import(pathToFileURL(copydesk).href);
    return (html) => cleanHtml(html);
  },
};

const extract = await PEERS[peer]();
const rows = readFileSync(file, "utf8").split("\n").slice(0, -1);
const pages = rows.map((row) => JSON.parse(row).html);

/** @param {string} html */
async function milliseconds(html) {
  const start = performance.now();
  try {
    await extract(html);
  } catch {
    return null;
  }
  return performance.now() - start;
}

// What a peer says of a page is no answer.
const answer = console.log;
console.log = console.info = console.warn = console.error = console.debug = () => {};

answer("ready");
for await (const asked of createInterface({ input: process.stdin })) {
  const [first, end] = asked.split(" ").map(Number);
  const times = [];
  await milliseconds(pages[first]);
  for (const html of pages.slice(first, end)) {
    times.push(await milliseconds(html));
  }
  answer(JSON.stringify(times));
}
