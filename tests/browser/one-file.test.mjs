// The page in one file, opened from a disk.
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { story } from "../support/story.mjs";
import { useBrowser } from "./support/browser.mjs";
import { paste } from "./support/desk.mjs";
import { dist, startHost } from "./support/host.mjs";

const newContext = useBrowser();

/**
 * Alone in a folder, and with the network off: there is nothing that it could load.
 * @param {import("node:test").TestContext} t
 */
async function open(t) {
  const folder = await mkdtemp(path.join(tmpdir(), "copydesk-one-"));
  const file = path.join(folder, "copydesk.html");
  await cp(path.join(dist, "copydesk.html"), file);
  const context = await newContext({ permissions: ["clipboard-read", "clipboard-write"], offline: true });
  t.after(async () => {
    await context.close();
    await rm(folder, { recursive: true });
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const messages = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return { page, url, requests, messages };
}

test("it cleans, with no request and nothing that its policy had to stop", async (t) => {
  const { page, url, requests, messages } = await open(t);
  await paste(page, story.raw);
  assert.equal(await page.locator("#title").textContent(), story.title);
  assert.equal(page.workers().length, 1);
  assert.equal(
    await page.locator("#sent").textContent(),
    "nothing was sent: 0 requests since this page loaded",
  );
  const sent = requests.filter((address) => !/^(data|blob):/.test(address));
  assert.deepEqual([sent, messages], [[url], []]);
});

test("its worker compiles WebAssembly, and can send nothing", async (t) => {
  const { page } = await open(t);
  await paste(page, story.raw);
  const [worker] = page.workers();
  const empty = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  assert.equal(await worker.evaluate((bytes) => WebAssembly.validate(new Uint8Array(bytes)), empty), true);
  assert.match(
    await worker.evaluate((bytes) => WebAssembly.compile(new Uint8Array(bytes)).then(String), empty),
    /WebAssembly\.Module/,
  );
  const outcome = await worker.evaluate(() =>
    fetch("https://courier.example/").then(
      () => "sent",
      () => "stopped",
    ),
  );
  assert.equal(outcome, "stopped");
  await page.getByText(/its policy stopped an attempt to make one$/).waitFor();
});

test("what is not of the build does not run in it", async (t) => {
  const { page, messages } = await open(t);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    const style = document.createElement("style");
    style.textContent = "html { rotate: 180deg }";
    try {
      script.text = "globalThis.ran = true";
    } catch {
      // Trusted Types have stopped it already.
    }
    document.head.append(script, style);
    return [Reflect.get(globalThis, "ran"), getComputedStyle(document.documentElement).rotate];
  });
  assert.deepEqual(ran, [undefined, "none"]);
  assert.ok(messages.length > 0);
});

test("it has no service worker and no manifest, wherever it is opened", async (t) => {
  const host = await startHost();
  const context = await newContext();
  t.after(async () => {
    await context.close();
    await host.close();
  });
  const page = await context.newPage();
  await page.goto(`${host.url}copydesk.html`);
  await page.locator("#sent", { hasText: "0 requests" }).waitFor();
  await page.waitForTimeout(500);
  assert.deepEqual(host.asked, ["GET /copydesk.html"]);
  assert.deepEqual(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    0,
  );
});
