// The page as an application: what its manifest says to a browser, what is shared with it, the files it is opened with.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { launchWithProfile } from "./support/browser.mjs";
import { dist, startHost, useHost, whenKept } from "./support/host.mjs";

const open = useHost();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const title = (page) => page.locator("#title").textContent();

/** @param {Page} page */
async function hasStory(page) {
  await page.locator("body[data-stage=lines]").waitFor();
  assert.equal(await title(page), story.title);
}

/**
 * A browser with a profile of its own: in the others nothing can be installed.
 * @param {import("node:test").TestContext} t
 */
async function openWithProfile(t) {
  const profile = await mkdtemp(path.join(tmpdir(), "copydesk-profile-"));
  const context = await launchWithProfile(profile);
  const host = await startHost(dist, "/tools/copydesk/");
  t.after(async () => {
    await context.close();
    await host.close();
    await rm(profile, { recursive: true });
  });
  const page = context.pages()[0];
  await page.goto(host.url);
  await whenKept(page);
  return { page, context, host, profile, session: await context.newCDPSession(page) };
}

test("Chromium finds nothing wrong with the manifest, and would install the page", async (t) => {
  const { page, session, host } = await openWithProfile(t);
  const { errors, manifest } = /** @type {any} */ (await session.send("Page.getAppManifest"));
  assert.deepEqual(errors, []);
  assert.equal(manifest.name, "Copydesk");
  assert.equal(manifest.scope, host.url);
  assert.equal(manifest.startUrl, host.url);
  assert.equal(manifest.shareTarget.action, `${host.url}share`);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors, []);
  // To look at the icons was no request, and the policy let it.
  assert.equal(
    await page.locator("#sent").textContent(),
    "nothing was sent: 0 requests since this page loaded",
  );
});

test("the icons are images of the sizes that the manifest says", async (t) => {
  const { page } = await open(t);
  const { icons } = JSON.parse(await readFile(path.join(dist, "manifest.webmanifest"), "utf8"));
  const sizes = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async ({ src, type }) => {
          const image = Object.assign(new Image(), { src });
          await image.decode();
          return type === "image/png" ? `${image.naturalWidth}x${image.naturalHeight}` : "any";
        }),
      ),
    icons,
  );
  assert.deepEqual(
    sizes,
    icons.map((/** @type {any} */ icon) => icon.sizes),
  );
  assert.deepEqual(sizes, ["any", "192x192", "512x512", "512x512"]);
  // The maskable one is opaque to its corners, the others are not.
  const corners = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async ({ src }) => {
          const image = Object.assign(new Image(), { src });
          await image.decode();
          const canvas = new OffscreenCanvas(192, 192).getContext("2d");
          canvas?.drawImage(image, 0, 0, 192, 192);
          return canvas?.getImageData(0, 0, 1, 1).data[3];
        }),
      ),
    icons,
  );
  assert.deepEqual(corners, [0, 0, 0, 255]);
});

test("installed, it is opened with a file", async (t) => {
  const { page, context, session, host, profile } = await openWithProfile(t);
  const { appId } = /** @type {any} */ (await session.send("Page.getAppId"));
  await session.send("PWA.install", { manifestId: appId });
  const { fileHandlers } = /** @type {any} */ (
    await session.send("PWA.getOsAppState", { manifestId: appId })
  );
  assert.deepEqual(
    fileHandlers.flatMap((/** @type {any} */ { accepts }) =>
      accepts.flatMap((/** @type {any} */ { fileExtensions }) => fileExtensions),
    ),
    [".xhtml", ".htm", ".html", ".md", ".txt"],
  );
  const file = path.join(profile, "page.txt");
  await writeFile(file, story.raw);
  // The host is gone: it is the installed page that opens.
  await host.close();
  const opened = context.waitForEvent("page");
  await session.send("PWA.launchFilesInApp", { manifestId: appId, files: [file] });
  const application = await opened;
  await hasStory(application);
  assert.notEqual(application, page);
});

/**
 * Posts a form to the page, as the system does with what is shared.
 * @param {Page} page any page at all
 * @param {string} url
 * @param {{ fields?: Record<string, string>, files?: { name: string, size?: number, content?: string }[], enctype?: string }} shared
 */
async function share(page, url, { fields = {}, files = [], enctype = "multipart/form-data" }) {
  await page.goto("about:blank");
  await page.evaluate(
    ({ url, fields, files, enctype }) => {
      const form = Object.assign(document.createElement("form"), {
        method: "post",
        action: `${url}share`,
        enctype,
      });
      for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      }
      const transfer = new DataTransfer();
      for (const { name, size = 0, content = "x".repeat(size) } of files)
        transfer.items.add(new File([content], name, { type: "text/plain" }));
      const field = Object.assign(document.createElement("input"), {
        type: "file",
        name: "files",
        multiple: true,
      });
      field.files = transfer.files;
      if (files.length > 0) form.append(field);
      document.body.append(form);
      form.submit();
    },
    { url, fields, files, enctype },
  );
  await page.waitForURL(url);
}

test("a text that is shared with it is cleaned, once, and does not reach its host", async (t) => {
  const { page, host } = await open(t, { under: "/tools/copydesk/" });
  await whenKept(page);
  host.asked.length = 0;
  await share(page, host.url, { fields: { text: story.raw } });
  await hasStory(page);
  assert.equal(page.url(), host.url);
  assert.deepEqual(
    host.asked.filter((request) => !request.startsWith("GET /tools/copydesk/sw.js")),
    [],
  );
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith(" shared"));
    return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  });
  assert.deepEqual(kept, [0]);
  await page.reload();
  assert.equal(await page.locator("body").getAttribute("data-stage"), "empty");
});

test("files that are shared with it arrive", async (t) => {
  const { page, host } = await open(t);
  await whenKept(page);
  const half = story.raw.length / 2;
  const files = [story.raw.slice(0, half), story.raw.slice(half)].map((content, i) => ({
    name: `${i}.txt`,
    content,
  }));
  await share(page, host.url, { files });
  await page.locator("#tabs li").nth(1).waitFor();
  await page.locator("#tabs li button").first().click();
  await page.locator("#title", { hasText: story.title }).waitFor();
});

for (const [name, shared, said] of /** @type {const} */ ([
  [
    "an endless text",
    { fields: { text: "x".repeat(17 * 1024 * 1024) } },
    /longer than 16 million characters/,
  ],
  [
    "too many files",
    { files: Array.from({ length: 60 }, (_, i) => ({ name: `${i}.txt`, content: "a" })) },
    /50 of 60 files/,
  ],
  [
    "files that are too large",
    {
      files: [
        { name: "a.txt", content: "a" },
        { name: "b.txt", size: 65 * 1024 * 1024 },
      ],
    },
    /1 of 2 files/,
  ],
])) {
  test(`${name}: the page says what was left out`, async (t) => {
    const { page, host } = await open(t);
    await whenKept(page);
    await share(page, host.url, /** @type {any} */ (shared));
    await page.getByText(said).waitFor();
  });
}

test("a form of another sort, and a mark with nothing there: the page says so", async (t) => {
  const { page, host } = await open(t);
  await whenKept(page);
  await share(page, host.url, { fields: { text: story.raw }, enctype: "text/plain" });
  await page.getByText("What was shared could not be found").waitFor();
  await page.goto("about:blank");
  await page.goto(`${host.url}#shared`);
  await page.getByText("What was shared could not be found").waitFor();
  assert.equal(page.url(), host.url);
});
