import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { line, paste } from "./support/desk.mjs";
import { useHost, whenKept } from "./support/host.mjs";

const open = usePage();
const openAtHost = useHost();
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

/** Until the page has all that it is made of, its worker too. @param {import("playwright-core").Page} page */
const whenLoaded = (page) => page.waitForLoadState("networkidle");

/** Long enough for a request that something has begun to be seen. @param {import("playwright-core").Page} page */
const settle = (page) => page.waitForTimeout(500);

/** A whole session of use. @param {import("playwright-core").Page} page */
async function useAll(page) {
  await paste(page, raw);
  await line(page, 1).click();
  await line(page, 1).click();
  await line(page, 3).hover();
  await page.locator("#copy").click();
  for (const id of ["copy-markdown", "copy-text", "copy-citation"]) {
    await page.locator("#copy-as > summary").click();
    await page.locator(`#${id}`).click();
  }
  await page.getByRole("button", { name: "New paste" }).click();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await page.locator("#article").waitFor();
}

test("nothing is requested after load, through a paste, flips, copies and a new start", async (t) => {
  const page = await open(t);
  await whenLoaded(page);
  const seen = await countRequests(page);

  await useAll(page);
  await settle(page);

  assert.deepEqual(seen, { driver: [], log: [] });
  assert.equal(await shownCount(page), "nothing was sent: 0 requests since this page loaded");
});

test("the counters would catch a request: without the policy one goes out, and all three see it", async (t) => {
  const page = await open(t, { bypassCSP: true });
  await whenLoaded(page);
  const seen = await countRequests(page);
  const url = new URL("style.css?probe", page.url()).href;
  await page.evaluate((address) => fetch(address).then((response) => response.text()), url);
  await settle(page);

  assert.deepEqual(seen, { driver: [url], log: [url] });
  assert.equal(await shownCount(page), "1 request since this page loaded");
});

test("nor does anything reach a plain host, from the page, its worker or its service worker", async (t) => {
  const { page, host } = await openAtHost(t);
  await whenKept(page);
  await page.reload();
  await whenLoaded(page);
  host.asked.length = 0;
  await useAll(page);
  await settle(page);
  // Browsers look by themselves whether there is a new version, when they please.
  const asked = host.asked.filter((request) => request !== "GET /sw.js");
  assert.deepEqual(asked, []);
  assert.equal(await shownCount(page), "nothing was sent: 0 requests since this page loaded");
});

test("a request of the worker, without the policy, and one of the service worker are counted", async (t) => {
  const page = await open(t, { bypassCSP: true });
  await whenKept(page);
  const url = new URL("style.css?probe", page.url()).href;
  const [worker] = page.workers();
  await worker.evaluate((address) => fetch(address).then((response) => response.text()), url);
  await page.locator("#sent", { hasText: /^1 request since/ }).waitFor();
  const [serviceWorker] = page.context().serviceWorkers();
  await serviceWorker.evaluate((address) => fetch(address).then((response) => response.text()), url);
  await page.locator("#sent", { hasText: /^2 requests since/ }).waitFor();
});

test("what the service worker keeps when it is installed is the page, and no request since", async (t) => {
  const { page, host } = await openAtHost(t);
  await whenKept(page);
  await settle(page);
  assert.equal(host.asked.filter((request) => request === "GET /main.js").length, 2);
  assert.equal(await shownCount(page), "nothing was sent: 0 requests since this page loaded");
});

test("a file that the browser has thrown away is fetched again", async (t) => {
  const { page, host } = await openAtHost(t);
  await whenKept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  host.asked.length = 0;
  await page.reload();
  await whenLoaded(page);
  assert.ok(host.asked.includes("GET /main.js"), host.asked.join());
  await paste(page, raw);
});

test("the policy stops each way out, and the page says that it did", async (t) => {
  const page = await open(t, { expectErrors: true });
  await whenLoaded(page);
  /** @type {string[]} */
  const finished = [];
  // The worker's script is a blob, which is in memory.
  page.on("requestfinished", (request) => request.url().startsWith("blob:") || finished.push(request.url()));
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
    const events = await new Promise((resolve) => {
      const source = new EventSource(address);
      source.onopen = () => resolve("went out");
      source.onerror = () => resolve("stopped");
    });
    const style = await new Promise((resolve) => {
      const element = document.createElement("link");
      element.rel = "stylesheet";
      element.onload = () => resolve("went out");
      element.onerror = () => resolve("stopped");
      element.href = address.replace("127.0.0.1", "localhost");
      document.head.append(element);
    });
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.src = address;
    const form = document.body.appendChild(document.createElement("form"));
    form.action = address;
    form.method = "post";
    form.submit();
    const socket = await new Promise((resolve) => {
      try {
        const connection = new WebSocket(address.replace("http", "ws"));
        connection.onopen = () => resolve("went out");
        connection.onerror = () => resolve("stopped");
      } catch {
        resolve("stopped");
      }
    });
    return { fetched, loaded, socket, events, style };
  }, url);
  await settle(page);

  assert.deepEqual([...new Set(Object.values(outcome))], ["stopped"], JSON.stringify(outcome));
  assert.deepEqual(finished, []);
  assert.match((await shownCount(page)) ?? "", /its policy stopped an attempt to make one$/);
});

/** The ways out of a worker, each by a name. @param {string} address */
const fromWorker = async (address) => {
  const fetched = await fetch(address).then(
    () => "went out",
    () => "stopped",
  );
  const attempt = (/** @type {() => unknown} */ act) => {
    try {
      act();
      return "went out";
    } catch {
      return "stopped";
    }
  };
  const imported = attempt(() => /** @type {any} */ (globalThis).importScripts(address));
  const asked = attempt(() => {
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.send();
  });
  // Later, as what a test evaluates may evaluate in its turn.
  const evaluated = await new Promise((resolve) => {
    setTimeout(() => resolve(attempt(() => new Function("return 1")())));
  });
  const socket = await new Promise((resolve) => {
    try {
      const connection = new WebSocket(address.replace("http", "ws"));
      connection.onopen = () => resolve("went out");
      connection.onerror = () => resolve("stopped");
    } catch {
      resolve("stopped");
    }
  });
  return { fetched, imported, asked, evaluated, socket };
};

for (const [where, openIt] of /** @type {const} */ ([
  ["served by us", async (t) => open(t, { expectErrors: true })],
  ["at a plain host, which sends no policy", async (t) => (await openAtHost(t)).page],
])) {
  test(`the policy holds for the worker, too: ${where}`, async (t) => {
    const page = await openIt(t);
    await whenKept(page);
    const [worker] = page.workers();
    const outcome = await worker.evaluate(fromWorker, new URL("style.css?probe", page.url()).href);
    assert.deepEqual([...new Set(Object.values(outcome))], ["stopped"], JSON.stringify(outcome));
    await page.locator("#sent", { hasText: /its policy stopped an attempt to make one$/ }).waitFor();
  });
}

test("no script but the page's own two becomes a worker", async (t) => {
  const page = await open(t, { expectErrors: true });
  const attempts = await page.evaluate(async () => {
    const own = URL.createObjectURL(new Blob(["postMessage(1)"]));
    const attempt = async (/** @type {() => unknown} */ act) => {
      try {
        await act();
        return "allowed";
      } catch {
        return "stopped";
      }
    };
    return Promise.all([
      attempt(() => new Worker(own)),
      attempt(() => new Worker("main.js")),
      attempt(() => navigator.serviceWorker.register("main.js")),
      attempt(() => /** @type {any} */ (globalThis).trustedTypes.createPolicy("copydesk-worker", {})),
      attempt(() => /** @type {any} */ (globalThis).trustedTypes.createPolicy("another", {})),
    ]);
  });
  assert.deepEqual([...new Set(attempts)], ["stopped"], attempts.join());
});

test("a browser without Trusted Types starts the worker as well", async (t) => {
  // The page comes from its host both times, so that its policy can be changed on the way.
  const { page, host } = await openAtHost(t, { serviceWorkers: "block" });
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "trustedTypes"));
  // Such a browser does not heed the two directives, either.
  await page.route(host.url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/; require-trusted-types-for[^"]*/, "");
    await route.fulfill({ response, body });
  });
  await page.reload();
  assert.equal(await page.evaluate(() => "trustedTypes" in globalThis), false);
  await paste(page, raw);
  await page.locator("#article").waitFor();
  assert.equal(page.workers().length, 1);
});
