// The package without a bundler, and in an extension, in Chromium under a strict policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { load } from "./support/extension.mjs";
import { ANSWERS_IN_A_PAGE, IN_A_PAGE, page, program } from "./support/program.mjs";
import { project } from "./support/project.mjs";
import { serve, useVisits } from "./support/site.mjs";

const visit = useVisits();

/** @param {string} script */
const byFile = (script) =>
  script
    .replaceAll('"copydesk"', '"./node_modules/copydesk/index.js"')
    .replaceAll(/"copydesk\/(slim|readability)"/g, '"./node_modules/copydesk/$1.js"')
    .replaceAll('"copydesk/worker"', '"./node_modules/copydesk/worker/index.js"');

const WASM = 'new URL("./node_modules/copydesk/generated/copydesk_bg.wasm", import.meta.url)';

test("a plain module script", async () => {
  const folder = project("plain", {
    "index.html": page("main.js"),
    "main.js": byFile(IN_A_PAGE),
    "program.js": byFile(program({ wasm: WASM })),
  });
  assert.deepEqual(await visit(await serve(folder)), { answers: ANSWERS_IN_A_PAGE, errors: [] });
});

test("a module worker of the page's own", async () => {
  const folder = project("worker", {
    "index.html": page("main.js"),
    "main.js": `
      const worker = new Worker("own.js", { type: "module" });
      globalThis.answers = new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });`,
    "own.js": byFile(`
      import { clean } from "copydesk";
      postMessage((await clean(${JSON.stringify(story.raw)})).title);`),
  });
  assert.deepEqual(await visit(await serve(folder)), { answers: story.title, errors: [] });
});

test("a worker whose script is not there, or is none, is told", async () => {
  const folder = project("no-worker", {
    "index.html": page("main.js"),
    "fails.js": "throw new Error('mine')",
    "main.js": byFile(`
      import { createWorker } from "copydesk/worker";
      const start = (name) => () => new Worker(name, { type: "module" });
      const tell = (name) => createWorker({ start: start(name) }).clean("").catch((error) => error.message);
      globalThis.answers = Promise.all(["missing.js", "https://orla.example/worker.js", "fails.js"].map(tell));`),
  });
  const { answers } = await visit(await serve(folder));
  assert.match(answers[0], /the worker could not be started: its script did not load or was refused/);
  assert.match(answers[1], /the worker could not be started: /);
  assert.match(answers[2], /the worker failed: .*mine/);
  assert.equal(answers.length, 3);
});

test("an extension's service worker, its script in a page, and its own page", async (t) => {
  const files = {
    "index.html": page("main.js"),
    "main.js": byFile(IN_A_PAGE),
    "program.js": byFile(program({ wasm: WASM })),
    "content.js": `
      import { cleanDocument } from "copydesk";
      cleanDocument(document).then(
        ({ title, textContent }) => { document.body.dataset.answer = JSON.stringify([title, textContent]); },
        (error) => { document.body.dataset.answer = error.message; });`,
    "background.js": `
      import { clean } from "copydesk";
      globalThis.answer = () => clean(${JSON.stringify(story.raw)}).then((result) => result.title);`,
  };
  const policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";
  const { context, background } = await load(t, "extension", files, {
    content_security_policy: { extension_pages: policy },
  });
  assert.equal(await background.evaluate(() => /** @type {any} */ (globalThis).answer()), story.title);

  const visited = await context.newPage();
  await visited.goto(await serve(project("site", { "index.html": page("none.js") }), ""));
  await visited.locator("body[data-answer]").waitFor();
  const answer = (await visited.locator("body").getAttribute("data-answer")) ?? "";
  assert.ok(answer.startsWith("["), answer);
  const [title, body] = JSON.parse(answer);
  assert.equal(title, story.title);
  assert.ok(body.includes(story.paragraphs[0]));

  const own = await context.newPage();
  await own.goto(`chrome-extension://${new URL(background.url()).host}/index.html`);
  await own.waitForFunction(() => "answers" in globalThis);
  assert.deepEqual(await own.evaluate(() => /** @type {any} */ (globalThis).answers), ANSWERS_IN_A_PAGE);
});
