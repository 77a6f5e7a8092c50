// A line of the paste as a row of the list.

import { copyTemplate } from "../shell/page.js";
import { kindLook } from "./kinds.js";

/** @typedef {import("./sheet.js").Line} Line */

/** A longer line is cut in the list, which is for finding lines, and stands whole in the article. */
const LONGEST_SHOWN = 1200;

/** @param {Line} line */
export function makeRow(line) {
  const row = /** @type {HTMLElement} */ (copyTemplate("line").firstElementChild);
  const [number, , , text] = row.children;
  row.id = `line-${line.number}`;
  row.dataset.number = String(line.number);
  number.textContent = String(line.number);
  text.textContent = shorten(line.text);
  setRow(row, line);
  return row;
}

/**
 * What can change of a line: how strict one is decides on its kind, too.
 * @param {HTMLElement} row
 * @param {Line} line
 */
export function setRow(row, line) {
  if (row.dataset.kind !== line.kind) {
    const { word, mark } = kindLook(line.kind);
    const kind = row.children[2];
    row.dataset.kind = line.kind;
    kind.children[0].textContent = mark;
    kind.children[1].textContent = word;
  }
  row.setAttribute("aria-selected", String(line.kept));
  row.classList.toggle("by-hand", line.byHand);
  row.classList.toggle("by-rule", line.byRule);
}

/** @param {string} text */
function shorten(text) {
  if (text.length <= LONGEST_SHOWN) return text;
  const rest = text.length - LONGEST_SHOWN;
  return `${text.slice(0, LONGEST_SHOWN)} … (${rest.toLocaleString("en")} more characters)`;
}
