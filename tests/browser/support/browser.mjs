// A real Chromium and the built page, for the tests in this folder.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../../www/serve.mjs";

const root = new URL("../../../", import.meta.url);
const dist = fileURLToPath(new URL("dist", root));

// Without these Chromium itself speaks to the network, and a count of requests would mean nothing.
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Chromium when a test first asks for it, and closes it after the file's tests. */
export function useBrowser() {
  /** @type {Promise<import("playwright-core").Browser> | undefined} */
  let started;
  after(async () => (await started)?.close());
  return async (/** @type {import("playwright-core").BrowserContextOptions} */ options = {}) => {
    started ??= chromium.launch({ executablePath: path(), args: QUIET });
    return (await started).newContext(options);
  };
}

/**
 * A Chromium that keeps a profile, as people have it: others cannot install a page.
 * @param {string} folder
 * @param {string[]} [more] to be told to it
 */
export const launchWithProfile = (folder, more = []) =>
  chromium.launchPersistentContext(folder, { executablePath: path(), args: [...QUIET, ...more] });

function path() {
  const { CHROMIUM } = process.env;
  assert.ok(CHROMIUM, "CHROMIUM is not set: set it to the path of a Chromium, or run `cargo xtask test`");
  return CHROMIUM;
}

/**
 * Serves the built page during a file's tests. The function it gives opens the page in a window of its own; whatever
 * the page throws or logs as an error, unless `expectErrors` is set, fails the test that opened it.
 */
export function usePage() {
  const newContext = useBrowser();
  /** @type {ReturnType<typeof serve> | undefined} */
  let started;
  after(async () => (await started)?.close());

  /**
   * @param {import("node:test").TestContext} t
   * @param {import("playwright-core").BrowserContextOptions & { expectErrors?: boolean }} [options]
   */
  return async function open(t, { expectErrors = false, ...options } = {}) {
    assert.ok(existsSync(dist), "dist/ does not exist: run `cargo xtask build`");
    started ??= serve(dist);
    const { url } = await started;
    const context = await newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
      locale: "en-GB",
      ...options,
    });
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    t.after(async () => {
      await context.close();
      if (!expectErrors) assert.deepEqual(errors, [], "the page reported errors");
    });
    await page.goto(url);
    return page;
  };
}
