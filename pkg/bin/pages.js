// Pages: each input is one.

import { clean, cleanHtml } from "../index.js";
import { unreadable } from "./errors.js";
import { explain } from "./explain.js";
import { looksLike, nameOf, open, PASTE_LIMIT, readPaste } from "./input.js";
import { print } from "./output.js";
import { write } from "./plan.js";
import { Progress } from "./progress.js";

/** Outputs that stand a blank line apart. */
const APART = ["text", "markdown", "explain"];
/** Outputs that are the article alone, without its lines. */
const BARE = ["text", "markdown", "html"];

/**
 * How each page is cleaned.
 *
 * @typedef {{ from?: string, output: string, colour: boolean, options: import("../index.js").CleanOptions }} Cleaning
 */

/**
 * Prints or writes the article of each page. A page that cannot be read is told, and the others are done.
 *
 * @param {import("./plan.js").Plan} plan
 * @param {Cleaning} cleaning
 * @returns {Promise<boolean>} whether nothing is missing
 */
export async function cleanPages({ tasks, failed, skipped }, cleaning) {
  const prints = tasks.some((task) => task.to === undefined);
  const many = prints && tasks.length > 1;
  const progress = new Progress(tasks.length > 1, prints);
  for (const message of failed) progress.tell(message);
  if (skipped !== undefined) progress.tell(skipped);
  let missing = failed.length > 0;
  let printed = false;
  for (const [index, task] of tasks.entries()) {
    progress.show(`${index} of ${tasks.length} pages`);
    try {
      const output = await cleanPage(task, cleaning, many, (message) => progress.tell(message));
      if (task.to !== undefined) {
        write(task.to, output);
      } else if (output !== "") {
        await print(printed && APART.includes(cleaning.output) ? `\n${output}` : output);
        printed = true;
      }
    } catch (error) {
      progress.tell(error.message);
      missing = true;
    }
  }
  progress.end();
  return !missing;
}

/**
 * @param {import("./plan.js").Task} task
 * @param {Cleaning} cleaning
 * @param {boolean} many whether there is more than one page in what is printed
 * @param {(message: string) => void} tell
 */
async function cleanPage({ input }, cleaning, many, tell) {
  const name = nameOf(input);
  const page = await read(input, tell);
  const from = cleaning.from ?? looksLike(input);
  const article = await cleanAs(from, page, cleaning.options).catch((cause) => {
    throw new Error(`${name}: ${cause.message}`, { cause });
  });
  if (article.textContent === "" && BARE.includes(cleaning.output)) {
    // Else an empty output looks like a fault.
    tell(`note: no article in ${name}; --explain tells why of each line`);
  }
  switch (cleaning.output) {
    case "text":
      return article.toText();
    case "markdown":
      return article.markdown;
    case "html":
      return article.toHtml();
    case "json":
      return `${many ? JSON.stringify({ file: name, ...article }) : JSON.stringify(article, null, 2)}\n`;
    default:
      return (many ? `${name}:\n` : "") + explain(article, cleaning.colour);
  }
}

/**
 * @param {string} from
 * @param {string} page
 * @param {import("../index.js").CleanOptions} options
 */
function cleanAs(from, page, options) {
  return from === "html" ? cleanHtml(page, options) : clean(page, options);
}

/**
 * @param {string} input
 * @param {(message: string) => void} tell
 */
async function read(input, tell) {
  const name = nameOf(input);
  try {
    const { text, encoding, hasReplaced, isGuess } = await readPaste(open(input), PASTE_LIMIT);
    if (hasReplaced) {
      const called = encoding.replace(/^utf-.*/, (utf) => utf.toUpperCase());
      tell(
        `note: ${name} was read as ${called}, and U+FFFD stands for what is none of it. Save it as UTF-8 if words look wrong`,
      );
    } else if (isGuess) {
      tell(`note: ${name} was read as ${encoding}, which is a guess. Save it as UTF-8 if words look wrong`);
    }
    return text;
  } catch (error) {
    throw new Error(`${name} ${unreadable(error)}`, { cause: error });
  }
}
