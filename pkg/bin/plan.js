// Which pages there are, and where the article of each goes.

import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cause, Stop } from "./errors.js";
import { isFolder, STANDARD_INPUT } from "./input.js";

/** Said before and after folders are walked. */
export const URL_OF_MANY = '--url goes with one page alone; of many, rows of --jsonl have a "url" each';

/** What the names of pages end with, in folders. A file that is named by itself may have any name. */
const PAGES = [".txt", ".md", ".html", ".htm", ".xhtml"];

/** What the names of files of a form end with. */
const EXTENSIONS = { text: ".txt", markdown: ".md", html: ".html", json: ".json" };

/**
 * A page to be cleaned, and the file that its article is written to; without it, to standard output.
 *
 * @typedef {{ input: string, to?: string }} Task
 */

/**
 * What there is to do, and what is to be told of the folders.
 *
 * @typedef {{ tasks: Task[], failed: string[], skipped?: string }} Plan
 */

/**
 * Each input as a page, printed to standard output.
 *
 * @param {string[]} inputs
 * @returns {Plan}
 */
export function toStandardOutput(inputs) {
  return { tasks: inputs.map((input) => ({ input })), failed: [] };
}

/**
 * Each input, and each page in the folders among them, as a file in the folder `out`. Nothing is written yet.
 *
 * @param {string[]} inputs
 * @param {string} out
 * @param {keyof typeof EXTENSIONS} form
 * @returns {Plan}
 */
export function plan(inputs, out, form) {
  if (existsSync(out) && !isFolder(out)) {
    throw new Stop(`${out} is a file; name a folder for --out`);
  }
  const walk = new Walk(out, EXTENSIONS[form]);
  for (const input of inputs) {
    if (input === STANDARD_INPUT) {
      throw new Stop("standard input has no name for a file in --out; name files or folders");
    }
    if (isFolder(input)) walk.folder(input, out, true);
    else walk.add(input, join(out, path.basename(input)));
  }
  check(walk.tasks);
  return { tasks: walk.tasks, failed: walk.failed, skipped: walk.skippedInAll() };
}

class Walk {
  /** @type {Task[]} */
  tasks = [];
  /** @type {string[]} */
  failed = [];
  /** How many files and folders were skipped, by why. @type {Map<string, number>} */
  #skipped = new Map();
  #ownOutput;
  #extension;

  /**
   * @param {string} out
   * @param {string} extension
   */
  constructor(out, extension) {
    this.#ownOutput = real(out);
    this.#extension = extension;
  }

  /**
   * @param {string} input
   * @param {string} to with any extension
   */
  add(input, to) {
    const { dir, name } = path.parse(to);
    this.tasks.push({ input, to: join(dir, name + this.#extension) });
  }

  /**
   * @param {string} folder
   * @param {string} to
   * @param {boolean} isNamed
   */
  folder(folder, to, isNamed) {
    // What an earlier run has written is no input of this one.
    if (!isNamed && this.#ownOutput !== undefined && real(folder) === this.#ownOutput) return;
    for (const entry of this.#entries(folder)) {
      const [input, relative] = [join(folder, entry.name), join(to, entry.name)];
      if (entry.name.startsWith(".")) this.#skip("hidden");
      else if (entry.isDirectory()) this.folder(input, relative, false);
      else if (!entry.isFile()) this.#skip("link or device");
      else this.#file(input, relative);
    }
  }

  #file(input, to) {
    const extension = path.extname(input).toLowerCase();
    if (PAGES.includes(extension)) this.add(input, to);
    else this.#skip(extension.length > 1 ? extension : "without an ending");
  }

  #entries(folder) {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.sort((one, other) => inBytes(one.name, other.name));
    } catch (error) {
      this.failed.push(`${folder} cannot be read: ${cause(error)}`);
      return [];
    }
  }

  #skip(why) {
    this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1);
  }

  /** What was skipped, in one line. */
  skippedInAll() {
    const sorted = [...this.#skipped].sort(([one], [other]) => inBytes(one, other));
    const all = sorted.reduce((sum, [, count]) => sum + count, 0);
    const parts = sorted.map(([why, count]) => `${count} ${why}`);
    return all > 0 ? `note: skipped ${all} in folders, which are no pages: ${parts.join(", ")}` : undefined;
  }
}

/**
 * Each article is a file of its own, and no file that is read.
 *
 * @param {Task[]} tasks
 */
function check(tasks) {
  const from = new Map();
  const inputs = new Set(tasks.map(({ input }) => real(input)));
  for (const { input, to } of tasks) {
    if (from.has(to)) {
      throw new Stop(
        `${from.get(to)} and ${input} would both be written to ${to}; clean them into two folders`,
      );
    }
    from.set(to, input);
    const place = real(to);
    if (place !== undefined && inputs.has(place)) {
      throw new Stop(`${to} is an input and would be replaced; name another folder for --out`);
    }
  }
}

/** The one path of a file that is there. */
function real(name) {
  try {
    return realpathSync(name);
  } catch {
    return undefined;
  }
}

/** Joins without tidying: what the user has written comes back as it was written. */
function join(folder, name) {
  return folder === "" || folder.endsWith("/") || folder.endsWith(path.sep)
    ? folder + name
    : folder + path.sep + name;
}

function inBytes(one, other) {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/**
 * Writes a file, and the folders that it lies in.
 *
 * @param {string} to
 * @param {string} text
 */
export function write(to, text) {
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, text);
  } catch (error) {
    throw new Error(`${to} cannot be written: ${cause(error)}`, { cause: error });
  }
}
