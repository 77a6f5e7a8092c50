// The body on the page. It is set block by block in short slices, so that the page answers keys meanwhile; and of a
// body that is shown already only what differs is set anew, so that neither the reader's place nor their selection is
// lost.

import { nextSlice } from "../shell/slices.js";
import { renderBlock } from "./render.js";

/** A slice ends after this many milliseconds: half a frame. */
const SLICE_MS = 8;
/** From so many blocks on those out of sight are not laid out. */
const LONG = 400;

/** @typedef {import("../engine/view.js").Shown} Shown */
/** @typedef {{ html: string, lines: readonly number[] }} Block `lines`: those with which its leaves begin */

/** @param {HTMLElement} place */
export function bodyOf(place) {
  /** What stands in `place`, block by block. @type {Block[]} */
  let set = [];
  let turn = 0;

  /**
   * @param {Shown} shown
   * @returns {Promise<boolean>} whether it was set to its end; not where another body came meanwhile
   */
  async function setBody(shown) {
    turn += 1;
    const mine = turn;
    const next = blocksOf(shown);
    place.classList.toggle("long", next.length > LONG);
    const shorter = Math.min(set.length, next.length);
    let start = 0;
    while (start < shorter && isSame(set[start], next[start])) start += 1;
    let end = 0;
    while (end < shorter - start && isSame(set[set.length - 1 - end], next[next.length - 1 - end])) end += 1;

    // From node to node: to count children from the first again and again would take a long body's length squared.
    let element = start === 0 ? place.firstElementChild : place.children[start];
    for (let gone = set.length - end - start; gone > 0; gone -= 1) {
      const following = element?.nextElementSibling ?? null;
      element?.remove();
      element = following;
    }
    const last = next.length - end;
    const setUpTo = (/** @type {number} */ i) => next.slice(0, i).concat(next.slice(last));
    let began = performance.now();
    for (let i = start; i < last; i += 1) {
      const { html, lines } = next[i];
      let leaf = 0;
      place.insertBefore(
        renderBlock(html, () => lines[leaf++] ?? 0),
        element,
      );
      if (performance.now() - began < SLICE_MS) continue;
      set = setUpTo(i + 1);
      await nextSlice();
      if (mine !== turn) return false;
      began = performance.now();
    }
    set = next;
    return true;
  }

  return { setBody, isLong: () => place.classList.contains("long") };
}

/**
 * @param {Shown} shown
 * @returns {Block[]}
 */
function blocksOf({ blocks, leafCounts, leafLines }) {
  let leaf = 0;
  return blocks.map((html, i) => {
    const lines = [...leafLines.subarray(leaf, leaf + leafCounts[i])];
    leaf += leafCounts[i];
    return { html, lines };
  });
}

/**
 * @param {Block} a
 * @param {Block} b
 */
function isSame(a, b) {
  return (
    a.html === b.html && a.lines.length === b.lines.length && a.lines.every((line, i) => line === b.lines[i])
  );
}
