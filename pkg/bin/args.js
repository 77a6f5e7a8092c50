// The arguments, and the command that they make. They are read as the native command reads them, in the same order, so
// that of two mistakes both commands tell the same one.

import { kinds } from "../index.js";
import { Stop } from "./errors.js";
import { isColourOn } from "./explain.js";
import { STANDARD_INPUT } from "./input.js";
import { URL_OF_MANY } from "./plan.js";

const MOST_THREADS = 1024;
const SEE_HELP = "see copydesk --help";

/** An option without a value is `null`, one that may stand there several times has `many`. */
const OPTIONS = {
  out: { read: notEmpty },
  from: { read: oneOf("text", "html") },
  to: { read: oneOf("text", "markdown", "html", "json") },
  explain: null,
  color: { read: oneOf("auto", "always", "never") },
  keep: { read: readKinds, many: true },
  drop: { read: readKinds, many: true },
  strictness: { read: readStrictness, negative: true },
  url: { read: (value) => value },
  images: null,
  jsonl: null,
  lines: null,
  strict: null,
  threads: { read: readThreads, negative: true },
  completions: { read: oneOf("bash", "elvish", "fish", "powershell", "zsh") },
  man: null,
};

/** What looks like a negative number, and may so be a value. */
const NEGATIVE = /^-\d+(\.\d*)?(e\d+)?$/;

/**
 * What is to be done.
 *
 * @param {string[]} given
 */
export function readCommand(given) {
  const args = new Arguments(given).read();
  if (args.completions !== undefined) throw new Stop("", `completions.${args.completions}`);
  if (args.man) throw new Stop("", "copydesk.1");
  return check(args);
}

class Arguments {
  #given;
  /** @type {Record<string, any>} */
  #args = { files: [] };
  /** The option that was read last, whose value is not judged before the next argument is known. */
  #pending;

  /** @param {string[]} given */
  constructor(given) {
    this.#given = given;
  }

  read() {
    let onlyFiles = false;
    for (const argument of this.#given) {
      if (onlyFiles || !argument.startsWith("-") || argument === "-" || this.#isNegativeValue(argument)) {
        if (!onlyFiles && this.#pending && this.#pending.value === undefined) {
          this.#pending.value = argument;
        } else {
          this.#file(argument);
        }
      } else if (argument === "--") {
        onlyFiles = true;
      } else if (argument.startsWith("--")) {
        this.#long(argument.slice(2));
      } else {
        this.#short(argument[1]);
      }
    }
    this.#judge();
    return this.#args;
  }

  /** @param {string} argument */
  #isNegativeValue(argument) {
    const pending = this.#pending;
    return pending?.value === undefined && pending?.option.negative && NEGATIVE.test(argument);
  }

  /** @param {string} path */
  #file(path) {
    if (this.#pending) this.#judge();
    this.#args.files.push(path);
  }

  /** @param {string} argument */
  #long(argument) {
    const [, name, value] = /^([^=]*)(?:=(.*))?$/s.exec(argument);
    const isAnswer = name === "help" || name === "version";
    if (!isAnswer && !Object.hasOwn(OPTIONS, name))
      throw new Stop(`there is no option --${name}; ${SEE_HELP}`);
    const option = isAnswer ? null : OPTIONS[name];
    if (option === null && value !== undefined) {
      throw new Stop(`--${name} takes no value; leave out "${value}"`);
    }
    this.#judge();
    if (isAnswer) this.#answer(name);
    if (option === null) {
      if (this.#args[name]) throw new Stop(`--${name} is given twice; leave one out`);
      this.#args[name] = true;
    } else {
      this.#pending = { name, option, value };
      if (value !== undefined) this.#judge();
    }
  }

  /** @param {string} letter */
  #short(letter) {
    if (letter !== "h" && letter !== "V") throw new Stop(`there is no option -${letter}; ${SEE_HELP}`);
    this.#judge();
    this.#answer(letter === "h" ? "help" : "version");
  }

  /**
   * @param {string} name
   * @returns {never}
   */
  #answer(name) {
    throw new Stop("", name === "help" ? "help.txt" : name);
  }

  /** Reads the value of the option before, or judges the files before. */
  #judge() {
    if (!this.#pending) {
      if (this.#args.files.includes("")) throw new Stop(`[FILE]... needs a value; ${SEE_HELP}`);
      return;
    }
    const { name, option, value } = this.#pending;
    this.#pending = undefined;
    if (value === undefined) {
      throw new Stop(
        `--${name} needs a value${option.read.choices ? `: ${option.read.choices}` : `; ${SEE_HELP}`}`,
      );
    }
    if (option.many) {
      this.#args[name] = [...(this.#args[name] ?? []), ...option.read(value, name)];
    } else if (this.#args[name] !== undefined) {
      throw new Stop(`--${name} is given twice; leave one out`);
    } else {
      this.#args[name] = option.read(value, name);
    }
  }
}

/** @param {string[]} choices */
function oneOf(...choices) {
  const listed = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  const read = (value, name) => {
    if (value === "") throw new Stop(`--${name} needs a value: ${listed}`);
    if (!choices.includes(value)) throw new Stop(`--${name}: expected ${listed}, got "${value}"`);
    return value;
  };
  return Object.assign(read, { choices: listed });
}

function notEmpty(value, name) {
  if (value === "") throw new Stop(`--${name} needs a value; ${SEE_HELP}`);
  return value;
}

function readKinds(value, name) {
  return value.split(",").map((part) => {
    const kind = part.trim();
    if (kinds.includes(kind)) return kind;
    const choices = kinds.filter((choice) => choice !== "blank").join(", ");
    throw new Stop(`--${name}: unknown kind ${JSON.stringify(kind)}; the kinds are ${choices}`);
  });
}

function readStrictness(value) {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
  const number = isNumber ? Math.fround(Number(value)) : Number.NaN;
  if (number >= 0 && number <= 1) return number;
  throw new Stop(`--strictness: expected a number from 0 (keep more) to 1 (keep less), got "${value}"`);
}

function readThreads(value) {
  const number = /^\+?\d+$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= MOST_THREADS) return number;
  throw new Stop(`--threads: expected a whole number from 1 to ${MOST_THREADS}, got "${value}"`);
}

/** The command, or what about the arguments does not go together. */
function check(args) {
  const { files, keep = [], drop = [], strictness, url, images = false } = args;
  const wrong = contradiction(args);
  if (wrong) throw new Stop(wrong);
  const both = keep.find((kind) => drop.includes(kind));
  if (both) throw new Stop(`${both} is in both --keep and --drop; leave one out`);
  const inputs = files.length > 0 ? files : [STANDARD_INPUT];
  if (inputs.filter((input) => input === STANDARD_INPUT).length > 1) {
    throw new Stop("standard input is named twice, but can be read once; leave one - out");
  }
  const options = { keep, drop, strictness, url, images };
  if (args.jsonl) {
    return { inputs, options, mode: { rows: { lines: args.lines, strict: args.strict } } };
  }
  const output = args.explain ? "explain" : (args.to ?? "text");
  const colour = args.explain && isColourOn(args.color ?? "auto");
  return { inputs, options, mode: { pages: { from: args.from, output, colour, out: args.out } } };
}

/** What of two options does not go together, and what to do. */
function contradiction(args) {
  const { jsonl, explain, files } = args;
  const has = (name) => args[name] !== undefined;
  const rules = [
    [
      jsonl && has("from"),
      '--from does not go with --jsonl, whose rows have a "text" or "html"; leave it out',
    ],
    [jsonl && has("to"), "--to does not go with --jsonl, whose rows have every form; leave one out"],
    [jsonl && explain, "--explain does not go with --jsonl; --lines gives the lines of each row"],
    [jsonl && has("out"), "--out does not go with --jsonl, which is one stream; send its output to a file"],
    [explain && has("to"), "--explain does not go with --to; leave one out"],
    [explain && has("out"), "--explain does not go with --out; --to json writes the lines too"],
    [has("url") && (jsonl || files.length > 1), URL_OF_MANY],
    [args.lines && !jsonl, "--lines goes with --jsonl alone; for one page, --to json has the lines"],
    [args.strict && !jsonl, "--strict goes with --jsonl alone; leave it out"],
    [has("color") && !explain, "--color goes with --explain alone; leave it out"],
  ];
  return rules.find(([broken]) => broken)?.[1];
}
