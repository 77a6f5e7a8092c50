// The peers in Node: `node peers.mjs PEER PAGES PACKAGE`. Asked for a range of pages, it answers with milliseconds; asked
// for a page's body, with that.
//
// src/lib.rs says how it is asked. PACKAGE is Copydesk's own, as built.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { answerAll, made } from "./asked.mjs";

const [peer, file, copydesk] = process.argv.slice(2);

/**
 * Each gives what makes an article of a page, and what makes text of the article's body.
 * @typedef {{ html: string, paste: string }} Page
 * @type {Record<string, () => Promise<{ extract: (page: Page) => any, body: (article: any) => string }>>}
 */
const PEERS = {
  async readability() {
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import("@mozilla/readability"),
      import("linkedom"),
    ]);
    return {
      extract: ({ html }) => new Readability(parseHTML(html).document).parse(),
      body: (article) => article?.textContent ?? "",
    };
  },
  async defuddle() {
    const [{ Defuddle }, { parseHTML }] = await Promise.all([import("defuddle/node"), import("linkedom")]);
    return {
      // It would ask other servers where a page has nothing.
      extract: ({ html }) => Defuddle(html, undefined, { useAsync: false }),
      // It gives HTML alone.
      body: ({ content }) => text(parseHTML(`<html><body>${content}</body></html>`).document.body),
    };
  },
  async copydesk() {
    const { cleanHtml } = await import(pathToFileURL(copydesk).href);
    return { extract: ({ html }) => cleanHtml(html), body: ({ textContent }) => textContent };
  },
  async copydeskOfText() {
    const { clean } = await import(pathToFileURL(copydesk).href);
    return { extract: ({ paste }) => clean(paste), body: ({ textContent }) => textContent };
  },
};

const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE DFN EM I KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR".split(" "),
);

/**
 * Words of neighbouring blocks stay apart.
 * @param {any} node
 * @returns {string}
 */
function text(node) {
  if (node.nodeType === 3) return node.data;
  const inside = [...node.childNodes].map(text).join("");
  return INLINE.has(node.nodeName) ? inside : `\n${inside}\n`;
}

const { extract, body } = await PEERS[peer]();
const rows = readFileSync(file, "utf8").split("\n").slice(0, -1);
const pages = rows.map((row) => JSON.parse(row));

// What a peer says of a page is no answer.
const answer = console.log;
console.log = console.info = console.warn = console.error = console.debug = () => {};

await answerAll(answer, made(pages, extract, body));
