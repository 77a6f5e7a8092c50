// The page without a network, and what becomes of it when there is a new version.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { paste } from "./support/desk.mjs";
import { dist, useHost, whenKept } from "./support/host.mjs";

const open = useHost();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
async function cleans(page) {
  await paste(page, story.raw);
  assert.equal(await page.locator("#title").textContent(), story.title);
}

/** @param {Page} page */
const reload = (page) => page.reload().then((response) => response?.status());

test("once opened, the page works without a network", async (t) => {
  const { page } = await open(t);
  await whenKept(page);
  await page.context().setOffline(true);
  assert.equal(await reload(page), 200);
  await cleans(page);
});

test("and where its host is no more; below the root of a site, too", async (t) => {
  const { page, host } = await open(t, { under: "/tools/copydesk/" });
  await cleans(page);
  await whenKept(page);
  await host.close();
  for (const address of ["", "index.html", "?from=home"]) {
    const response = await page.goto(host.url + address);
    assert.equal(response?.status(), 200, address);
    await cleans(page);
  }
  assert.ok(
    host.asked.every((request) => request.startsWith("GET /tools/copydesk/")),
    host.asked.join("\n"),
  );
});

test("the same, without the service worker: the page does not open", async (t) => {
  const { page, host } = await open(t);
  await whenKept(page);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
  await host.close();
  await assert.rejects(page.goto(host.url), /ERR_CONNECTION_REFUSED/);
});

test("what the service worker keeps is what it was built with, and it asks for nothing else", async (t) => {
  const { page, host } = await open(t);
  await whenKept(page);
  const asked = new Set(host.asked);
  const names = ["", "bookmarklet.js", "main.js", "manifest.webmanifest", "style.css", "sw.js", "worker.js"];
  assert.deepEqual([...asked].sort(), names.map((name) => `GET /${name}`).sort());
});

/**
 * A copy of the built folder, and what makes another version of it.
 * @param {import("node:test").TestContext} t
 */
async function copyOfDist(t) {
  const folder = await mkdtemp(path.join(tmpdir(), "copydesk-page-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(dist, folder, { recursive: true });
  const style = path.join(folder, "style.css");
  const hash = (/** @type {string} */ text) => createHash("sha256").update(text).digest("base64");
  return {
    folder,
    /** Turns the page upside down. @param {{ isWhole?: boolean }} [how] whether sw.js knows of it */
    async change({ isWhole = true } = {}) {
      const before = await readFile(style, "utf8");
      const after = `${before}html{rotate:180deg}`;
      await writeFile(style, after);
      if (!isWhole) return;
      const script = path.join(folder, "sw.js");
      const own = await readFile(script, "utf8");
      const version = own.match(/"([0-9a-f]{16})"/)?.[1] ?? assert.fail("sw.js has no version");
      const changed = own.replace(hash(before), hash(after)).replace(version, "0".repeat(16));
      assert.notEqual(changed, own);
      await writeFile(script, changed);
    },
  };
}

/** @param {Page} page */
const isChanged = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).rotate === "180deg");

/** @param {Page} page */
const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const { installing } = registration;
    if (installing) await new Promise((resolve) => installing.addEventListener("statechange", resolve));
    return { isWaiting: Boolean(registration.waiting) };
  });

test("a new version leaves an open page alone, and is there at the next start", async (t) => {
  const { folder, change } = await copyOfDist(t);
  const { page, host } = await open(t, { folder });
  await whenKept(page);
  await reload(page);
  await change();
  assert.deepEqual(await lookForUpdate(page), { isWaiting: true });
  await page.getByText("A new version is ready").waitFor({ state: "attached" });
  await cleans(page);

  // A second page meanwhile is of the old version too, whole.
  const second = await page.context().newPage();
  await second.goto(host.url);
  assert.equal(await isChanged(second), false);
  await cleans(second);

  const context = page.context();
  await page.close();
  await second.close();
  const third = await context.newPage();
  await third.goto(host.url);
  assert.equal(await isChanged(third), true);
  await cleans(third);
  await whenKept(third);
  const kept = await third.evaluate(() => caches.keys());
  assert.deepEqual(kept, [`copydesk ${host.url} ${"0".repeat(16)}`]);
});

test("a page that asks for the new version has it at once", async (t) => {
  const { folder, change } = await copyOfDist(t);
  const { page } = await open(t, { folder });
  await whenKept(page);
  await reload(page);
  await change();
  await lookForUpdate(page);
  const reloaded = page.waitForEvent("load");
  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting?.postMessage("take over");
  });
  await reloaded;
  assert.equal(await isChanged(page), true);
});

test("a folder of which one file is from another build is not kept", async (t) => {
  const { folder, change } = await copyOfDist(t);
  await change({ isWhole: false });
  const { page, host } = await open(t, { folder });
  // Asked for by the page, and once more to be kept.
  const isRefused = () => host.asked.filter((request) => request === "GET /style.css").length === 2;
  while (!isRefused()) await page.waitForTimeout(20);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  assert.deepEqual(
    await page.evaluate(() =>
      caches
        .keys()
        .then((names) =>
          Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length)),
        ),
    ),
    [0],
  );
  assert.equal(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)), false);
  await cleans(page);
});

test("what else lies at the site keeps its own", async (t) => {
  const { page, host } = await open(t, { under: "/a/" });
  await whenKept(page);
  const others = ["copydesk ", `copydesk ${new URL("/", host.url)} 1`, `copydesk ${host.url}b/ 1`, "theirs"];
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), others);
  await page.evaluate(async (old) => {
    await caches.open(old);
    const registration = await navigator.serviceWorker.ready;
    await registration.unregister();
  }, `copydesk ${host.url} old`);
  await page.goto(host.url);
  await whenKept(page);
  const kept = await page.evaluate(() => caches.keys());
  assert.deepEqual(kept.filter((name) => others.includes(name)).sort(), others.sort());
  assert.ok(!kept.includes(`copydesk ${host.url} old`), kept.join());
});
