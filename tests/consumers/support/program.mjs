// The small program that every consumer runs: each entry of the package, on one page.

import { story } from "../../support/story.mjs";

/** What it must log. */
export const ANSWERS = {
  main: story.title,
  set: true,
  worker: story.title,
  progress: [0, 1],
  byHand: true,
  slim: story.title,
};

/**
 * The program as a module. It gives its answers as a promise, `answers`.
 *
 * @param {object} choices
 * @param {string} choices.wasm an expression for the file of `copydesk/wasm`
 * @param {string} [choices.imports] what goes before it
 * @param {string} [choices.worker] the options of `createWorker`
 */
export const program = ({ wasm, imports = "", worker = "" }) => `
${imports}
import { clean } from "copydesk";
import * as slim from "copydesk/slim";
import { createWorker } from "copydesk/worker";

const text = ${JSON.stringify(story.raw)};

async function run() {
  // First of all, so that this side has its module from the worker.
  const worker = createWorker(${worker});
  const progress = [];
  const onProgress = ({ done }) => progress.push(done);
  const cleaned = await worker.clean(text, { onProgress });
  const byHand = cleaned.with({ 1: true }).textContent.startsWith("Home");
  worker.terminate();
  const result = await clean(text);
  await slim.init(${wasm});
  return {
    main: result.title,
    set: result.with({ 1: true }).lines[0].kept,
    worker: cleaned.title,
    progress,
    byHand,
    slim: (await slim.clean(text)).title,
  };
}

export const answers = run();
`;

/** In a page also Readability's interface, on the page's own document. */
export const IN_A_PAGE = `
import { isProbablyReaderable, Readability } from "copydesk/readability";
import { answers } from "./program.js";

globalThis.answers = answers.then((given) => ({
  ...given,
  readability: new Readability(document).parse().title,
  readerable: isProbablyReaderable(document),
}));
`;

export const ANSWERS_IN_A_PAGE = { ...ANSWERS, readability: story.title, readerable: true };

/** A page with an article, and a script. @param {string} script its address */
export const page = (script) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${story.title}</title>
<script type="module" src="${script}"></script>
<h1>${story.title}</h1>
${story.paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
`;
