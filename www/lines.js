import { kindLook } from "./kinds.js";
import { byId, copyTemplate } from "./page.js";

/**
 * @typedef {import("copydesk").Result["lines"][number]} Line
 */

/** A longer line is cut in the list, which is for finding lines, and stands whole in the article. */
const LONGEST_SHOWN = 1200;
/** Rows that Page Up and Page Down pass over. */
const PAGE_STEP = 12;

/**
 * The pasted lines as a list to choose from: a selected line is kept. One row at a time can be reached with Tab, the
 * arrow keys go on from there.
 * @param {{ onFlip: (number: number) => void, onPoint: (line: Line | null) => void }} handlers
 */
export function lineList({ onFlip, onPoint }) {
  const list = byId("lines");
  /** @type {readonly Line[]} */
  let lines = [];
  /** @type {Map<number, HTMLElement>} */
  const rows = new Map();
  /** @type {HTMLElement | null} */
  let current = null;

  /** @param {EventTarget | null} target */
  const rowOf = (target) =>
    target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(".line")) : null;
  /** @param {HTMLElement} row */
  const numberOf = (row) => Number(row.dataset.number);
  /** @param {HTMLElement | null} row */
  const point = (row) => onPoint(row ? lines[numberOf(row) - 1] : null);

  /** @param {HTMLElement | null | undefined} row */
  function setCurrent(row) {
    if (!row) return;
    if (current) {
      current.tabIndex = -1;
      current.removeAttribute("aria-describedby");
    }
    current = row;
    current.tabIndex = 0;
    current.setAttribute("aria-describedby", "why");
  }

  list.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    // Whoever drags over a line's text wants to select it.
    if (!row || !getSelection()?.isCollapsed) return;
    onFlip(numberOf(row));
    point(row);
  });
  list.addEventListener("focusin", (event) => {
    setCurrent(rowOf(event.target));
    point(current);
  });
  list.addEventListener("focusout", () => point(null));
  list.addEventListener("pointerover", (event) => {
    const row = rowOf(event.target);
    if (row) point(row);
  });
  list.addEventListener("pointerleave", () => point(list.contains(document.activeElement) ? current : null));
  list.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      onFlip(numberOf(row));
      point(row);
    } else {
      const next = neighbour(list, row, event.key);
      if (!next) return;
      next.focus();
    }
    event.preventDefault();
  });

  return {
    /**
     * Shows the lines of a new paste. A blank line is a gap: it has no row, and the numbers skip it.
     * @param {readonly Line[]} shown
     */
    show(shown) {
      lines = shown;
      rows.clear();
      current = null;
      const all = document.createDocumentFragment();
      let gap = false;
      for (const line of lines) {
        if (line.kind === "blank") {
          gap = true;
          continue;
        }
        const row = makeRow(line);
        row.classList.toggle("after-gap", gap);
        gap = false;
        rows.set(line.number, row);
        all.append(row);
      }
      list.replaceChildren(all);
      list.scrollTop = 0;
      setCurrent(rows.values().next().value);
      onPoint(null);
    },

    /**
     * Shows the same paste with some of its lines set otherwise.
     * @param {readonly Line[]} shown
     */
    update(shown) {
      const before = lines;
      lines = shown;
      for (const [number, row] of rows) {
        const line = lines[number - 1];
        const old = before[number - 1];
        if (line.kept !== old.kept || line.byHand !== old.byHand) setRow(row, line);
      }
    },
  };
}

/** @param {Line} line */
function makeRow(line) {
  const row = /** @type {HTMLElement} */ (copyTemplate("line").firstElementChild);
  const { word, mark } = kindLook(line.kind);
  const [number, , kind, text] = row.children;
  row.id = `line-${line.number}`;
  row.dataset.number = String(line.number);
  row.dataset.kind = line.kind;
  number.textContent = String(line.number);
  kind.children[0].textContent = mark;
  kind.children[1].textContent = word;
  text.textContent = shorten(line.text);
  setRow(row, line);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {Line} line
 */
function setRow(row, line) {
  row.setAttribute("aria-selected", String(line.kept));
  row.classList.toggle("by-hand", line.byHand);
}

/** @param {string} text */
function shorten(text) {
  if (text.length <= LONGEST_SHOWN) return text;
  const rest = text.length - LONGEST_SHOWN;
  return `${text.slice(0, LONGEST_SHOWN)} … (${rest.toLocaleString()} more characters)`;
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {string} key
 * @returns {HTMLElement | null} null for a key that does not move
 */
function neighbour(list, row, key) {
  /** @param {"nextElementSibling" | "previousElementSibling"} way @param {number} steps */
  const go = (way, steps) => {
    let at = /** @type {Element} */ (row);
    for (let i = 0; i < steps; i += 1) at = at[way] ?? at;
    return at;
  };
  /** @type {Record<string, () => Element | null>} */
  const moves = {
    ArrowDown: () => go("nextElementSibling", 1),
    ArrowUp: () => go("previousElementSibling", 1),
    PageDown: () => go("nextElementSibling", PAGE_STEP),
    PageUp: () => go("previousElementSibling", PAGE_STEP),
    Home: () => list.firstElementChild,
    End: () => list.lastElementChild,
  };
  return /** @type {HTMLElement | null} */ (Object.hasOwn(moves, key) ? moves[key]() : null);
}
