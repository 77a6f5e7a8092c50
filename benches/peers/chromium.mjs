// The peers in Chromium, with its own DOM: `node chromium.mjs PEER PAGES PACKAGE`, and the variable CHROMIUM names the
// browser. Asked for a range of pages, it answers with milliseconds; asked for a page's body, with that.
//
// src/lib.rs says how it is asked. PACKAGE is Copydesk's own, as built. The browser's page is alone with itself (COOP,
// COEP), which is where a browser's clock tells microseconds.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { answerAll, made } from "./asked.mjs";

const [peer, file, copydesk] = process.argv.slice(2);
const { CHROMIUM } = process.env;
if (!CHROMIUM) throw new Error("CHROMIUM is not set: set it to the path of a Chromium");

/** What runs in the page: `extract` makes an article, `body` the text of its body. @type {Record<string, string>} */
const PEERS = {
  // From the string, as all others: the browser's own parser makes the document.
  readability: `const { Readability } = await import("./readability.js");
    extract = ({ html }) => new Readability(new DOMParser().parseFromString(html, "text/html")).parse();
    body = (article) => article?.textContent ?? "";`,
  copydesk: `const { cleanHtml } = await import("./copydesk/index.js");
    extract = ({ html }) => cleanHtml(html);
    body = ({ textContent }) => textContent;`,
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>benchmark</title><script type="module">
  let extract, body;
  ${PEERS[peer]}
  const rows = (await (await fetch("./pages.jsonl")).text()).split("\\n").slice(0, -1);
  const pages = rows.map((row) => JSON.parse(row));
  const made = ${made};
  globalThis.asked = made(pages, extract, body);
</script>`;

// It is no module: what imports it would not get at its class.
const readability = fileURLToPath(
  new URL("node_modules/@mozilla/readability/Readability.js", import.meta.url),
);
const server = createServer((request, response) => {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/pages.jsonl") {
    createReadStream(file).pipe(response);
  } else if (pathname === "/readability.js") {
    response
      .setHeader("Content-Type", "text/javascript; charset=utf-8")
      .end(`${readFileSync(readability, "utf8")}\nexport { Readability };`);
  } else if (pathname.startsWith("/copydesk/")) {
    const own = path.join(path.dirname(copydesk), path.normalize(pathname.slice("/copydesk".length)));
    if (existsSync(own))
      response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(readFileSync(own));
    else response.writeHead(404).end();
  } else {
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(PAGE);
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
await page.waitForFunction(() => "asked" in globalThis);

/** @param {"times" | "body"} what @param {number[]} pages */
const asked = (what, ...pages) =>
  page.evaluate(
    ([what, pages]) => /** @type {any} */ (globalThis).asked[what](...pages),
    /** @type {const} */ ([what, pages]),
  );

await answerAll(console.log, {
  times: (first, end) => asked("times", first, end),
  body: (at) => asked("body", at),
});
await browser.close();
server.close();
server.closeAllConnections();
