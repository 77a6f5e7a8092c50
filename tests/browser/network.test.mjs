import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { line, paste } from "./support/desk.mjs";

const open = usePage();
const { raw } = story;

/**
 * Counts from now on in two ways: what the driver sees, and what Chromium's own log of the network holds.
 * @param {import("playwright-core").Page} page
 */
async function countRequests(page) {
  /** @type {string[]} */
  const driver = [];
  /** @type {string[]} */
  const log = [];
  page.on("request", (request) => driver.push(request.url()));
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ request }) => log.push(request.url));
  session.on("Network.webSocketCreated", ({ url }) => log.push(url));
  return { driver, log };
}

/** @param {import("playwright-core").Page} page */
const shownCount = (page) => page.locator("#sent").textContent();

/** Long enough for a request that something has begun to be seen. @param {import("playwright-core").Page} page */
const settle = (page) => page.waitForTimeout(500);

test("nothing is requested after load, through a paste, flips, copies and a new start", async (t) => {
  const page = await open(t);
  await page.waitForLoadState("load");
  await settle(page);
  const seen = await countRequests(page);

  await paste(page, raw);
  await line(page, 1).click();
  await line(page, 1).click();
  await line(page, 3).hover();
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await page.getByRole("button", { name: "New paste" }).click();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await page.locator("#article").waitFor();
  await settle(page);

  assert.deepEqual(seen, { driver: [], log: [] });
  assert.equal(await shownCount(page), "nothing was sent: 0 requests since this page loaded");
});

test("the counters would catch a request: without the policy one goes out, and all three see it", async (t) => {
  const page = await open(t, { bypassCSP: true });
  await page.waitForLoadState("load");
  await settle(page);
  const seen = await countRequests(page);
  const url = new URL("style.css?probe", page.url()).href;
  await page.evaluate((address) => fetch(address).then((response) => response.text()), url);
  await settle(page);

  assert.deepEqual(seen, { driver: [url], log: [url] });
  assert.equal(await shownCount(page), "1 request since this page loaded");
});

test("the policy stops each way out, and the page says that it did", async (t) => {
  const page = await open(t, { expectErrors: true });
  await page.waitForLoadState("load");
  /** @type {string[]} */
  const finished = [];
  page.on("requestfinished", (request) => finished.push(request.url()));
  const url = new URL("style.css?probe", page.url()).href;

  const outcome = await page.evaluate(async (address) => {
    const fetched = await fetch(address).then(
      () => "went out",
      () => "stopped",
    );
    const picture = new Image();
    const loaded = await new Promise((resolve) => {
      picture.onload = () => resolve("went out");
      picture.onerror = () => resolve("stopped");
      picture.src = address;
    });
    navigator.sendBeacon(address, "paste");
    const socket = await new Promise((resolve) => {
      try {
        const connection = new WebSocket(address.replace("http", "ws"));
        connection.onopen = () => resolve("went out");
        connection.onerror = () => resolve("stopped");
      } catch {
        resolve("stopped");
      }
    });
    return { fetched, loaded, socket };
  }, url);
  await settle(page);

  assert.deepEqual(outcome, { fetched: "stopped", loaded: "stopped", socket: "stopped" });
  assert.deepEqual(finished, []);
  assert.match((await shownCount(page)) ?? "", /its policy stopped an attempt to make one$/);
});
