// Each line of a page with what became of it, for a person to read.

/** So much of a line is shown, in characters: enough to know it by. JSON has the whole. */
const SHOWN = 72;

/** Kept lines stand out, dropped ones step back: by weight, as every terminal's colours have both. */
const KEPT = "\u001b[1;32m";
const DROPPED = "\u001b[2m";
const PLAIN = "\u001b[0m";

/** Control characters, line and paragraph separators and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Whether there are colours in what this process prints, by what is customary.
 *
 * @param {string} when
 */
export function isColourOn(when) {
  if (when !== "auto") return when === "always";
  const { NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, CI } = process.env;
  if (NO_COLOR) return false;
  if (CLICOLOR_FORCE) return true;
  if (CLICOLOR === "0" || !process.stdout.isTTY) return false;
  const canShow = TERM === undefined ? process.platform === "win32" : TERM !== "dumb";
  return canShow || CLICOLOR !== undefined || CI !== undefined;
}

/**
 * The lines of an article's page, in columns, and how many make the article.
 *
 * @param {import("../index.js").Result} article
 * @param {boolean} colour
 */
export function explain({ lines, confidence }, colour) {
  const widest = (width) => lines.reduce((most, line) => Math.max(most, width(line)), 0);
  const numbers = String(lines.length).length;
  const kinds = widest((line) => line.kind.length);
  const reasons = widest((line) => line.reason.length);
  let out = "";
  for (const { number, text, kind, kept, score, reason } of lines) {
    const start = `${String(number).padStart(numbers)} ${kept ? "+" : "-"} ${kind.padEnd(kinds)}`;
    const row = trimEnd(`${start} ${score.toFixed(3)}  ${reason.padEnd(reasons)}  ${shown(text)}`);
    out += colour ? `${kept ? KEPT : DROPPED}${row}${PLAIN}\n` : `${row}\n`;
  }
  const kept = lines.filter((line) => line.kept).length;
  return `${out}${kept} of ${lines.length} lines kept, confidence ${confidence.toFixed(3)}\n`;
}

/**
 * The start of a text, without what would change how a terminal shows it.
 *
 * @param {string} text
 */
function shown(text) {
  let start = 0;
  const harmless = text.replace(HARMFUL, " ");
  while (harmless[start] === " ") start++;
  const trimmed = trimEnd(harmless.slice(start));
  let end = 0;
  let characters = 0;
  for (const character of trimmed) {
    if (characters++ === SHOWN) return `${trimmed.slice(0, end)}…`;
    end += character.length;
  }
  return trimmed;
}

/**
 * A pattern for spaces at the end would take time with the square of those in the middle.
 *
 * @param {string} text
 */
function trimEnd(text) {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return text.slice(0, end);
}
