// The package in Chromium: `node chromium.mjs PAGES PACKAGE`, and the variable CHROMIUM names the browser.
//
// Its page is alone with itself (COOP, COEP), which is where a browser's clock tells microseconds.

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { answer, timed } from "./asked.mjs";

const [file, folder] = process.argv.slice(2);
const { CHROMIUM } = process.env;
if (!CHROMIUM) throw new Error("CHROMIUM is not set: set it to the path of a Chromium");

const PAGE = `<!doctype html><meta charset="utf-8"><title>benchmark</title><script type="module">
  import { clean, cleanHtml } from "./copydesk/index.js";
  const rows = (await (await fetch("./pages.jsonl")).text()).split("\\n").slice(0, -1);
  const pages = rows.map((row) => JSON.parse(row));
  const timed = ${timed};
  globalThis.milliseconds = (asked) =>
    asked.mode === "text"
      ? timed(clean, pages[asked.page].paste, asked)
      : timed(cleanHtml, pages[asked.page].html, asked);
</script>`;

const pkg = sirv(folder, { dev: true });
const server = createServer((request, response) => {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  if (request.url === "/pages.jsonl") {
    createReadStream(file).pipe(response);
  } else if (request.url?.startsWith("/copydesk/")) {
    request.url = request.url.slice("/copydesk".length);
    pkg(request, response);
  } else {
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(PAGE);
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
await page.waitForFunction(() => "milliseconds" in globalThis);
/** @typedef {{ milliseconds: (asked: import("./asked.mjs").Asked) => Promise<number> }} InPage */
await answer((asked) =>
  page.evaluate(
    (asked) => /** @type {InPage} */ (/** @type {unknown} */ (globalThis)).milliseconds(asked),
    asked,
  ),
);
await browser.close();
server.close();
server.closeAllConnections();
