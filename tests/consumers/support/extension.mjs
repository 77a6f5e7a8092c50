// An extension, loaded into a Chromium of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { project } from "./project.mjs";

/**
 * Its `content.js` runs in every page of this machine, and its `background.js` behind it; both are bundled.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} name
 * @param {Record<string, string>} files
 * @param {Record<string, unknown>} [manifest] what else stands in it
 */
export async function load(t, name, files, manifest = {}) {
  const whole = {
    manifest_version: 3,
    name,
    version: "1",
    content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["dist/content.js"] }],
    background: { service_worker: "dist/background.js" },
    ...manifest,
  };
  const folder = project(name, { "manifest.json": JSON.stringify(whole), ...files });
  await build({
    absWorkingDir: folder,
    entryPoints: ["content.js", "background.js"],
    outdir: "dist",
    bundle: true,
    format: "iife",
    logLevel: "error",
  });
  const profile = mkdtempSync(path.join(tmpdir(), "copydesk-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    headless: false,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      // The new headless mode, which alone knows extensions.
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, maxRetries: 5 });
  });
  const background = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  return { context, background };
}
