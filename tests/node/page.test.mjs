// The built page's files: its policy, what it asks of a host, and how large it is.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { serve } from "../../www/serve.mjs";
import { bundlePage, bundleServiceWorker, bundleWorker } from "../../xtask/scripts/page/bundle.mjs";
import { hashOf, precache } from "../../xtask/scripts/page/precache.mjs";

const root = new URL("../../", import.meta.url);
const dist = new URL("dist/", root);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, dist), "utf8");

const FILES = [
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "NOTICE",
  "bookmarklet.js",
  "copydesk.html",
  "index.html",
  "main.js",
  "manifest.webmanifest",
  "style.css",
  "sw.js",
  "worker.js",
];

/** @param {string} html */
function policyOf(html) {
  const content = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/)?.[1] ?? "";
  /** @type {[string, string][]} */
  const directives = content.split("; ").map((directive) => {
    const [name, ...values] = directive.split(" ");
    return [name, values.join(" ")];
  });
  return Object.fromEntries(directives);
}

/** What both forms of the page forbid alike. */
const CLOSED = {
  "default-src": "'none'",
  "img-src": "data:",
  "connect-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "copydesk-worker",
};

test("the folder holds these files, and no other", () => {
  assert.deepEqual(readdirSync(dist).sort(), FILES);
});

test("the page's policy allows the folder's own scripts and styles, and no connection", () => {
  assert.deepEqual(policyOf(read("index.html")), {
    ...CLOSED,
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
  });
});

test("that of the page in one file allows its two inline parts by their hashes, and nothing else", () => {
  const html = read("copydesk.html");
  const [script] = html.match(/(?<=<script type="module">)[\s\S]*(?=<\/script>)/) ?? assert.fail("no script");
  const [style] = html.match(/(?<=<style>)[\s\S]*?(?=<\/style>)/) ?? assert.fail("no style");
  assert.deepEqual(policyOf(html), {
    ...CLOSED,
    "script-src": `'${hashOf(script)}' 'wasm-unsafe-eval'`,
    "style-src": `'${hashOf(style)}'`,
    "worker-src": "blob:",
  });
  assert.doesNotMatch(html.replace(script, ""), / (src|href)="(?!data:|#)/);
});

test("the policy stands before anything that it is to hold for", () => {
  for (const name of ["index.html", "copydesk.html"]) {
    const html = read(name).replace(/<!--[\s\S]*?-->/, "");
    assert.ok(html.indexOf("Content-Security-Policy") < html.search(/<(script|link|style|img|svg)/), name);
  }
});

test("served by us, the policy is a header too, and a window may keep its opener", async (t) => {
  const { url, close } = await serve(fileURLToPath(dist));
  t.after(close);
  const policy = (await fetch(url)).headers.get("Content-Security-Policy") ?? "";
  const written = read("index.html").match(/Content-Security-Policy" content="([^"]+)"/)?.[1];
  assert.equal(policy, `${written}; frame-ancestors 'none'`);
  for (const name of ["", ...FILES]) {
    const { headers, status } = await fetch(url + name);
    assert.equal(status, 200, name);
    assert.equal(headers.get("Cross-Origin-Opener-Policy"), null, name);
    assert.doesNotMatch(
      headers.get("Content-Security-Policy") ?? "",
      /'unsafe-(inline|eval)'|\*|https?:/,
      name,
    );
  }
  const type = async (/** @type {string} */ name) => (await fetch(url + name)).headers.get("Content-Type");
  assert.equal(await type("manifest.webmanifest"), "application/manifest+json");
  assert.match((await type("sw.js")) ?? "", /^text\/javascript/);
  assert.equal((await fetch(`${url}share`, { method: "POST" })).status, 405);
});

test("the manifest shares by POST, and what it names is there", () => {
  const manifest = JSON.parse(read("manifest.webmanifest"));
  const { action, method, enctype, params } = manifest.share_target;
  assert.deepEqual([action, method, enctype], ["share", "POST", "multipart/form-data"]);
  assert.deepEqual(Object.keys(params), ["title", "text", "url", "files"]);
  // Relative, so that the folder may lie anywhere.
  for (const address of [manifest.start_url, manifest.scope, manifest.file_handlers[0].action])
    assert.equal(address, "./");
  for (const { src, type } of manifest.icons) assert.ok(src.startsWith(`data:${type};base64,`));
});

test("another content makes another version, and the service worker has the hashes of what lies beside it", () => {
  const [kept] = read("sw.js").match(/\{"\.\/":[^}]+\}/) ?? assert.fail("sw.js has no files");
  for (const [name, hash] of Object.entries(JSON.parse(kept)))
    assert.equal(hash, hashOf(readFileSync(new URL(name === "./" ? "index.html" : name, dist))), name);
  const versions = ["a", "b", "a"].map((content) => precache({ "main.js": content }).version);
  assert.notEqual(versions[0], versions[1]);
  assert.equal(versions[0], versions[2]);
});

/** All of the page's scripts and styles beside the package, in brotli. */
const BUDGET = 50 * 1024;

test("the page's scripts and styles are at most 50 KB", async () => {
  const source = fileURLToPath(new URL("www", root));
  const options = { external: ["copydesk", "copydesk/*"] };
  const page = await bundlePage(source, options);
  const parts = {
    script: page.script,
    style: page.style,
    worker: await bundleWorker(source, { ...options, format: "esm" }),
    "service worker": await bundleServiceWorker(source, precache({})),
  };
  const sizes = Object.entries(parts).map(
    ([name, text]) => /** @type {const} */ ([name, brotliCompressSync(text).length]),
  );
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  assert.ok(sum <= BUDGET, `${sum} bytes: ${sizes.map((part) => part.join(" ")).join(", ")}`);
});
