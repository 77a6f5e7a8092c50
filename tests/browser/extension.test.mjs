// The extension in a real Chromium. Its button is clicked through the debugger, which gives it the rights of a click; what
// a person sees of its key and its menu cannot be reached from outside, so that they are asked for where they are known.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchWithProfile } from "./support/browser.mjs";
import { STORY, serveStrangers, story, TITLE } from "./support/strangers.mjs";

const built = fileURLToPath(new URL("../../dist-extension", import.meta.url));
const strangers = serveStrangers({
  closed: { body: story(), headers: { "Content-Security-Policy": "default-src 'none'" } },
});

/** @param {import("node:test").TestContext} t */
async function install(t) {
  const profile = mkdtempSync(path.join(tmpdir(), "copydesk-extension-"));
  const context = await launchWithProfile(profile, [
    "--enable-unsafe-extension-debugging",
    `--disable-extensions-except=${built}`,
    `--load-extension=${built}`,
  ]);
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const background = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // It makes its menu when it is installed, which is told to it after it has started.
  await background.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    const isThere = () =>
      chrome.contextMenus.update("clean-selection", {}).then(
        () => true,
        () => false,
      );
    for (const until = Date.now() + 10_000; Date.now() < until && !(await isThere()); )
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return { context, background, id: new URL(background.url()).host };
}

/**
 * Clicks the extension's button on a page.
 * @param {Awaited<ReturnType<typeof install>>} installed
 * @param {import("playwright-core").Page} page
 */
async function click({ context, id }, page) {
  const browser = context.browser();
  assert.ok(browser);
  const debugging = /** @type {any} */ (await browser.newBrowserCDPSession());
  const { targetInfos } = await debugging.send("Target.getTargets", {
    filter: [{ type: "tab", exclude: false }],
  });
  const tab = targetInfos.find((/** @type {{ url: string }} */ { url }) => url === page.url());
  const opened = context.waitForEvent("page");
  await debugging.send("Extensions.triggerAction", { id, targetId: tab.targetId });
  return await opened;
}

test("it asks for no more than it needs", () => {
  const manifest = JSON.parse(readFileSync(path.join(built, "manifest.json"), "utf8"));
  // The menu cannot be had without its own permission, which warns of nothing.
  assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "contextMenus"]);
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.content_scripts, undefined);
});

test("a click on its button: the article, on a page whose policy forbids everything", async (t) => {
  const installed = await install(t);
  const page = await installed.context.newPage();
  await page.goto(await strangers("closed"));
  const desk = await click(installed, page);
  assert.match(desk.url(), /^chrome-extension:/);
  await desk.locator("#article:not([hidden]) #body > *").first().waitFor();
  assert.equal(await desk.locator("#title").textContent(), TITLE);
  const body = await desk.locator("#body").textContent();
  for (const text of STORY) assert.ok(body?.includes(text));
  const all = await desk.evaluate(() => document.body.textContent);
  assert.ok(!all?.includes("typed-secret"), "what was typed into a form came along");
  assert.equal(new URL(desk.url()).hash, "");
  assert.match((await desk.locator("#sent").textContent()) ?? "", /^nothing was sent/);
});

test("a selection is read in the page's place", async (t) => {
  const installed = await install(t);
  const page = await installed.context.newPage();
  await page.goto(await strangers("closed"));
  await page.evaluate(() => {
    const text = document.querySelectorAll("article p")[2];
    getSelection()?.selectAllChildren(text);
  });
  const desk = await click(installed, page);
  await desk.locator("#kept", { hasText: /of \d+ lines? kept/ }).waitFor();
  assert.equal(await desk.locator("#kept").textContent(), "1 of 1 line kept");
  const lines = await desk.locator("#rows").textContent();
  assert.ok(lines?.includes(STORY[1]));
  assert.ok(!lines?.includes(STORY[0]));
});

test("on a page that it may not read it says what to do", async (t) => {
  const installed = await install(t);
  const page = await installed.context.newPage();
  await page.goto("chrome://version/");
  const desk = await click(installed, page);
  await desk.locator("#news.warning", { hasText: "copy, and paste here" }).waitFor();
});

test("its key and its menu are there", async (t) => {
  const { background } = await install(t);
  const found = await background.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    // Fails where there is no such entry.
    await chrome.contextMenus.update("clean-selection", {});
    const commands = await chrome.commands.getAll();
    return commands.map(({ name, shortcut }) => ({ name, shortcut }));
  });
  assert.deepEqual(found, [{ name: "_execute_action", shortcut: "Ctrl+Shift+Y" }]);
});
