// The pasted lines as a list to choose from: a selected line is kept. Only the rows that are in sight are in the
// document. The focus is on the list as a whole, which tells of its active row, so a row may go while it is active.

import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { byId } from "../shell/page.js";
import { makeRow, setRow } from "./row.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */

/** Rows that Page Up and Page Down pass over. */
const PAGE_STEP = 12;
/** Rows drawn beyond those in sight. */
const OVERSCAN = 10;
/** What a row takes before it was seen: its height, and what each further line of text adds, in pixels. */
const ROW_HEIGHT = 28;
const TEXT_HEIGHT = 20;
const CHARACTERS_A_LINE = 64;
const GAP_HEIGHT = 10;
const MOST_LINES_GUESSED = 20;
/** Rows are guessed, drawn and measured so often at most before they are shown. */
const MOST_ROUNDS = 4;

/**
 * @param {{
 *   onFlip: (numbers: readonly number[], keep: boolean) => void,
 *   onPoint: (number: number | null) => void,
 *   onScroll: () => void,
 * }} handlers
 */
export function lineList({ onFlip, onPoint, onScroll }) {
  const scroller = byId("lines");
  const inner = byId("rows");
  /** @type {Sheet | null} */
  let sheet = null;
  /** By row. @type {Map<number, HTMLElement>} */
  const drawn = new Map();
  /** The active row, and the row from which a run of them is marked. */
  let active = 0;
  let anchor = 0;
  let isDrawing = false;

  /** @type {Virtualizer<HTMLElement, HTMLElement>} */
  const virtual = new Virtualizer({
    count: 0,
    getScrollElement: () => scroller,
    estimateSize: (row) => guessHeight(row),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: OVERSCAN,
    onChange: () => draw(),
  });
  virtual._didMount();

  /** @param {number} row */
  function guessHeight(row) {
    if (!sheet) return ROW_HEIGHT;
    const number = sheet.rows[row];
    const more = Math.min(MOST_LINES_GUESSED, Math.floor(sheet.length(number) / CHARACTERS_A_LINE));
    return ROW_HEIGHT + more * TEXT_HEIGHT + (sheet.isAfterGap(number) ? GAP_HEIGHT : 0);
  }

  /** The rows in sight and the active one, wherever it is: without it a screen reader would be lost. */
  function itemsToDraw() {
    const items = virtual.getVirtualItems();
    const alone = virtual.measurementsCache[active];
    if (!alone || items.some(({ index }) => index === active)) return items;
    return active < (items[0]?.index ?? 0) ? [alone, ...items] : [...items, alone];
  }

  function draw() {
    // What is measured here moves the rows after it, and the virtualizer tells of it: once is enough. In a pane that is
    // hidden every row would measure nothing; the virtualizer tells when it has a size again.
    if (!sheet || isDrawing || scroller.clientHeight === 0) return;
    isDrawing = true;
    for (let rounds = 0; rounds < MOST_ROUNDS && drawMissing(sheet); rounds += 1);
    isDrawing = false;
    inner.style.height = `${virtual.getTotalSize()}px`;
    for (const { index, start } of itemsToDraw()) {
      const element = drawn.get(index);
      if (element) element.style.transform = `translateY(${start}px)`;
    }
    mark();
  }

  /**
   * Takes away the rows that are out of sight and makes those that have come into it. They are measured when all of
   * them are there, so that the browser lays them out once.
   * @param {Sheet} shown
   * @returns {boolean} whether there were any: rows lower than was guessed make room for more
   */
  function drawMissing(shown) {
    const items = itemsToDraw();
    const wanted = new Set(items.map(({ index }) => index));
    for (const [row, element] of drawn) {
      if (wanted.has(row)) continue;
      element.remove();
      drawn.delete(row);
    }
    /** @type {HTMLElement[]} */
    const made = [];
    let before = /** @type {Element | null} */ (null);
    for (const { index } of items) {
      let element = drawn.get(index);
      if (!element) {
        element = drawRow(shown, index);
        if (before) before.after(element);
        else inner.prepend(element);
        made.push(element);
      }
      before = element;
    }
    for (const element of made) virtual.measureElement(element);
    return made.length > 0;
  }

  /**
   * @param {Sheet} shown
   * @param {number} row
   */
  function drawRow(shown, row) {
    const number = shown.rows[row];
    const element = makeRow(shown.line(number));
    element.dataset.index = String(row);
    element.classList.toggle("after-gap", shown.isAfterGap(number));
    element.setAttribute("aria-setsize", String(shown.rows.length));
    element.setAttribute("aria-posinset", String(row + 1));
    drawn.set(row, element);
    return element;
  }

  /** Shows which row is active and which are marked. */
  function mark() {
    const [from, to] = marked();
    for (const [row, element] of drawn) {
      element.classList.toggle("active", row === active);
      element.classList.toggle("marked", from !== to && row >= from && row <= to);
    }
    const element = drawn.get(active);
    if (element) scroller.setAttribute("aria-activedescendant", element.id);
    else scroller.removeAttribute("aria-activedescendant");
  }

  const marked = () => [Math.min(anchor, active), Math.max(anchor, active)];

  /**
   * @param {number} row
   * @param {{ extend?: boolean }} [how]
   */
  function setActive(row, { extend = false } = {}) {
    if (!sheet || sheet.rows.length === 0) return;
    active = Math.max(0, Math.min(sheet.rows.length - 1, row));
    if (!extend) anchor = active;
    draw();
    onPoint(sheet.rows[active]);
  }

  /** The lines that are marked, all of them as the first is told to be. */
  function flipMarked() {
    if (!sheet || sheet.rows.length === 0) return;
    const [from, to] = marked();
    const numbers = [...sheet.rows.subarray(from, to + 1)];
    onFlip(numbers, !sheet.isKept(sheet.rows[anchor]));
  }

  /** @param {EventTarget | null} target */
  const rowOf = (target) => {
    const element = target instanceof Element ? target.closest(".line") : null;
    return element instanceof HTMLElement ? Number(element.dataset.index) : null;
  };

  /** Whoever drags over a line's text wants to select it. */
  const isSelecting = () => {
    const selection = getSelection();
    return selection !== null && !selection.isCollapsed && scroller.contains(selection.anchorNode);
  };

  scroller.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    if (row === null || !sheet || (!event.shiftKey && isSelecting())) return;
    if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      const keep = sheet.isKept(sheet.rows[anchor]);
      setActive(row, { extend: true });
      const [from, to] = marked();
      onFlip([...sheet.rows.subarray(from, to + 1)], keep);
    } else {
      setActive(row);
      flipMarked();
    }
  });
  scroller.addEventListener("focus", () => {
    if (sheet && sheet.rows.length > 0) onPoint(sheet.rows[active]);
    mark();
  });
  scroller.addEventListener("blur", () => onPoint(null));
  scroller.addEventListener("pointerover", (event) => {
    const row = rowOf(event.target);
    if (row !== null && sheet) onPoint(sheet.rows[row]);
  });
  scroller.addEventListener("pointerleave", () => {
    onPoint(sheet && document.activeElement === scroller ? (sheet.rows[active] ?? null) : null);
  });
  scroller.addEventListener("scroll", onScroll, { passive: true });
  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !sheet) return;
    const last = sheet.rows.length - 1;
    /** @type {Record<string, number>} */
    const moves = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE_STEP,
      PageUp: active - PAGE_STEP,
      Home: 0,
      End: last,
    };
    if (event.key === "Enter" || event.key === " ") flipMarked();
    else if (event.key === "Escape" && anchor !== active) setActive(active);
    else if (Object.hasOwn(moves, event.key)) {
      setActive(moves[event.key], { extend: event.shiftKey });
      virtual.scrollToIndex(active, { align: "auto" });
    } else return;
    event.preventDefault();
  });

  return {
    /**
     * Shows the lines of a paste from their beginning.
     * @param {Sheet | null} shown
     */
    show(shown) {
      sheet = shown;
      for (const element of drawn.values()) element.remove();
      drawn.clear();
      active = 0;
      anchor = 0;
      virtual.setOptions({ ...virtual.options, count: sheet?.rows.length ?? 0 });
      virtual.measure();
      virtual._willUpdate();
      virtual.scrollToOffset(0);
      draw();
      onPoint(null);
    },

    /**
     * Shows the same paste with some of its lines set otherwise.
     * @param {Sheet} shown
     */
    update(shown) {
      sheet = shown;
      for (const [row, element] of drawn) setRow(element, shown.line(shown.rows[row]));
    },

    /** The line that is active. */
    activeLine: () => sheet?.rows[active] ?? 0,

    /**
     * Makes a line the active one and brings it into sight.
     * @param {number} number
     * @param {{ focus?: boolean }} [how]
     */
    goTo(number, { focus = false } = {}) {
      if (!sheet) return;
      setActive(sheet.rowOf(number));
      virtual.scrollToIndex(active, { align: "center" });
      if (focus) scroller.focus({ preventScroll: true });
    },

    /** Lights up lines that stand in one place of the article. @param {ReadonlySet<number>} numbers */
    light(numbers) {
      for (const [row, element] of drawn)
        element.classList.toggle("here", sheet !== null && numbers.has(sheet.rows[row]));
    },

    /** For scrolling together and for the map: places in pixels. */
    place: {
      scroller,
      /** @param {number} offset from the top of the list */
      rowAt: (offset) => virtual.getVirtualItemForOffset(offset)?.index ?? 0,
      /** @param {number} row */
      topOf: (row) => virtual.measurementsCache[row]?.start ?? 0,
      total: () => virtual.getTotalSize(),
    },
  };
}
