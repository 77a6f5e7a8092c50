// The examples of the package's README, each where its readers would run it. What they log stands behind it.

import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { useBrowser } from "../browser/support/browser.mjs";
import { withEsbuild, withVite, withWebpack } from "./support/bundle.mjs";
import { load } from "./support/extension.mjs";
import { project, root, run } from "./support/project.mjs";
import { POLICY, serve, useVisits } from "./support/site.mjs";

const visit = useVisits();
const newContext = useBrowser();

/**
 * The fenced blocks of a README in this language, in their order.
 *
 * @param {string} file
 * @param {string} language
 */
function blocks(file, language) {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, code]) => code);
}

/** What an example logs, by itself. @param {string} code */
const expected = (code) => [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, log]) => log);

const [paste] = blocks("README.md", "text");
const title = "River returns to its bed after nine days";

/** The paste as a page. */
const html = (/** @type {string} */ more) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>${more}
${paste
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (line === title ? `<h1>${line}</h1>` : `<p>${line}</p>`))
  .join("\n")}
`;

/** In the examples the web has one page. */
const WEB = `
globalThis.fetch = async (address) => {
  if (address !== "https://courier.example/river") throw new Error("no such page: " + address);
  const response = new Response(${JSON.stringify(html(""))});
  Object.defineProperty(response, "url", { value: address });
  return response;
};
`;

const scripts = blocks("pkg/README.md", "js");
const inNode = scripts.filter((code) => !code.startsWith("// "));
const elsewhere = scripts.filter((code) => code.startsWith("// "));

test("there are examples", () => assert.ok(inNode.length >= 9 && elsewhere.length >= 5));

for (const [i, code] of inNode.entries()) {
  test(`in Node: ${code.split("\n").slice(0, 2).join(" ")}`, () => {
    const files = { "main.js": code, "page.txt": paste, "page.html": html(""), "web.js": WEB };
    const folder = project(`readme-${i}`, files);
    symlinkSync(path.join(root, "node_modules/jsdom"), path.join(folder, "node_modules/jsdom"), "junction");
    assert.ok(expected(code).length > 0);
    const { stdout, stderr } = run(process.execPath, ["--import", "./web.js", "main.js"], folder);
    assert.deepEqual([stdout.trimEnd().split("\n"), stderr], [expected(code), ""]);
  });
}

test("the command", () => {
  const commands = blocks("pkg/README.md", "sh")
    .flatMap((block) => block.trimEnd().split("\n"))
    .filter((line) => line.startsWith("npx "));
  assert.ok(commands.length >= 5);
  const row = JSON.stringify({ id: 1, html: html("") });
  const files = {
    "page.txt": paste,
    "page.html": html(""),
    "pages/river.html": html(""),
    "pages.jsonl": `${row}\n`,
  };
  const folder = project("readme-command", files);
  for (const [, ...args] of commands.map((line) => line.split(" "))) {
    const { stdout } = run("npx", ["--offline", ...args], folder);
    const out = args.includes("--out")
      ? readFileSync(path.join(folder, "articles/river.md"), "utf8")
      : stdout;
    assert.ok(out.includes(title), args.join(" "));
  }
});

const bundlers = { "// With Vite": withVite, "// With webpack": withWebpack, "// With esbuild": withEsbuild };

for (const [i, code] of elsewhere.entries()) {
  const [where] = code.split("\n");
  const [, bundle] = Object.entries(bundlers).find(([name]) => where.startsWith(name)) ?? [];
  if (!bundle) continue;
  test(where.slice(3), async () => {
    const page = html('<script type="module" src="/main.js"></script>');
    const built = await bundle(project(`readme-page-${i}`, { "main.js": code, "index.html": page }));
    const logs = expected(code);
    assert.deepEqual(await visit(await serve(built), logs.length), { answers: logs, errors: [] });
  });
}

test("in a content script and its service worker, whatever the page's policy is", async (t) => {
  const example = (/** @type {string} */ where) =>
    elsewhere.find((code) => code.startsWith(`// In ${where}`)) ?? assert.fail(`no example in ${where}`);
  const [manifest] = blocks("pkg/README.md", "json");
  const ask = `
    globalThis.ask = async () => {
      const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*", active: true });
      return chrome.tabs.sendMessage(tab.id, "article");
    };`;
  const files = {
    "content.js": example("a content script"),
    "background.js": example("the extension's service worker") + ask,
  };
  const { context, background } = await load(t, "readme-extension", files, {
    ...JSON.parse(manifest),
    host_permissions: ["http://127.0.0.1/*"],
  });
  const page = await context.newPage();
  for (const policy of ["", "default-src 'none'"]) {
    await page.goto(await serve(project(`readme-site${policy.length}`, { "index.html": html("") }), policy));
    const answer = await background.evaluate(() => /** @type {any} */ (globalThis).ask());
    assert.equal(answer.title, title, answer.error);
    assert.ok(answer.markdown.startsWith(`# ${title}`));
  }
  assert.equal(elsewhere.length, Object.keys(bundlers).length + 3, "an example is run nowhere");
});

test("in a page without a bundler", async () => {
  const [block] = blocks("pkg/README.md", "html");
  const folder = project("readme-plain", { "index.html": html(block) });
  const policy = POLICY.replace("script-src", "script-src 'unsafe-inline'");
  const logs = expected(block);
  assert.ok(logs.length > 0);
  assert.deepEqual(await visit(await serve(folder, policy), logs.length), { answers: logs, errors: [] });
});

test("in React", async (t) => {
  const [component] = blocks("pkg/README.md", "jsx");
  const main = `
    import { createRoot } from "react-dom/client";
    import { Desk } from "./desk.jsx";
    createRoot(document.getElementById("root")).render(<Desk />);`;
  const page =
    '<!doctype html><title>Desk</title><div id="root"></div><script type="module" src="main.js"></script>';
  const folder = project("readme-react", { "desk.jsx": component, "main.jsx": main, "index.html": page });
  await build({
    absWorkingDir: folder,
    entryPoints: ["main.jsx"],
    outdir: ".",
    bundle: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [path.join(root, "tests/consumers/node_modules")],
    logLevel: "error",
  });
  const context = await newContext();
  t.after(() => context.close());
  const opened = await context.newPage();
  await opened.goto(await serve(folder));
  await opened.locator("textarea").evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, paste);
  await opened.locator("h1").waitFor();
  assert.equal(await opened.locator("h1").textContent(), title);
  const article = opened.locator("pre");
  assert.ok(!(await article.textContent())?.includes("Share on Facebook"));
  await opened.getByLabel("Share on Facebook").click();
  assert.ok((await article.textContent())?.startsWith("Share on Facebook"));
});
