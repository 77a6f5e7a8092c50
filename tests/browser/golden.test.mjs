// The package in Chromium, from a plain script element with no bundler, labels every golden page as it does in Node.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { clean } from "copydesk";
import sirv from "sirv";
import { useBrowser } from "./support/browser.mjs";
import { golden, slugs } from "./support/desk.mjs";

const newContext = useBrowser();
const pkg = sirv(fileURLToPath(new URL("../../pkg", import.meta.url)), { dev: true });
const host = `<!doctype html><meta charset="utf-8"><title>host</title>
<script type="module">import { clean } from "./index.js"; globalThis.clean = clean;</script>`;

/** @type {import("playwright-core").Page} */
let page;
/** @type {import("node:http").Server} */
let server;

before(async () => {
  server = createServer((request, response) => {
    if (request.url !== "/") return pkg(request, response);
    response.setHeader("Content-Type", "text/html").end(host);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const context = await newContext();
  page = await context.newPage();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => "clean" in globalThis);
});
after(() => {
  server?.close();
  server?.closeAllConnections();
});

test("there are golden pages", () => {
  assert.ok(slugs.length >= 17, `tests/pages has ${slugs.length} pages, and should have at least 17`);
});

for (const slug of slugs) {
  test(`${slug}: the same in Chromium and in Node`, async () => {
    const { raw } = golden(slug);
    const inChromium = await page.evaluate(
      async (text) => JSON.parse(JSON.stringify(await /** @type {any} */ (globalThis).clean(text))),
      raw,
    );
    const inNode = JSON.parse(JSON.stringify(await clean(raw)));
    assert.ok(inNode.lines.length > 1);
    assert.deepEqual(inChromium.lines, inNode.lines);
    assert.deepEqual(inChromium, inNode);
  });
}
