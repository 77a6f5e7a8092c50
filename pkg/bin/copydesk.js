#!/usr/bin/env node
// The command `copydesk`: the text or the HTML of a page in, the article out. The same as the native command, `cli/` in
// the repository, byte for byte for input in UTF-8; it works on one page after another.

import { readFileSync } from "node:fs";
import { readCommand } from "./args.js";
import { cause, Stop, tell } from "./errors.js";
import { cleanPages } from "./pages.js";
import { plan, toStandardOutput, URL_OF_MANY } from "./plan.js";
import { answerRows } from "./rows.js";

const DONE = 0;
const INCOMPLETE = 1;
const WRONG_USE = 2;

process.stdout.on("error", (error) => {
  // Whoever reads the output has seen enough, as `head` does: no failure, and nothing to say.
  if (error.code === "EPIPE") process.exit(DONE);
  tell(`cannot write the output: ${cause(error)}`);
  process.exit(INCOMPLETE);
});
// When nobody can hear it, the work goes on.
process.stderr.on("error", () => {});

try {
  process.exitCode = (await run(process.argv.slice(2))) ? DONE : INCOMPLETE;
} catch (stop) {
  if (!(stop instanceof Stop)) throw stop;
  if (stop.answer === undefined) {
    tell(stop.message);
    process.exitCode = WRONG_USE;
  } else {
    process.stdout.write(answer(stop.answer));
  }
}

/**
 * Whether nothing is missing.
 *
 * @param {string[]} given
 */
async function run(given) {
  const { inputs, options, mode } = readCommand(given);
  if (mode.rows) {
    return answerRows(inputs, mode.rows, options);
  }
  const { from, output, out } = mode.pages;
  const todo = out === undefined ? toStandardOutput(inputs) : plan(inputs, out, output);
  if (options.url !== undefined && todo.tasks.length > 1) {
    throw new Stop(URL_OF_MANY);
  }
  return cleanPages(todo, { from, output, colour: mode.pages.colour, options });
}

/**
 * What the command says of itself: the native one's words, as files.
 *
 * @param {string} name
 */
function answer(name) {
  if (name === "version") {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    return `copydesk ${version}\n`;
  }
  return readFileSync(new URL(`texts/${name}`, import.meta.url), "utf8");
}
