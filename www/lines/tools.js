// What stands over the lines: the kinds as switches, the slider, the lines to look at.

import { kinds } from "copydesk";
import { buttonById, byId } from "../shell/page.js";
import { kindLook } from "./kinds.js";

/** @typedef {import("copydesk").Kind} Kind */

/**
 * @param {{
 *   onKind: (kind: Kind, isKept: boolean) => void,
 *   onStrictness: (strictness: number, gesture: string) => void,
 *   onUnsure: (direction: 1 | -1) => void,
 * }} handlers
 */
export function lineTools({ onKind, onStrictness, onUnsure }) {
  const firstAround = kinds.indexOf("navigation");
  /** @type {Map<Kind, { box: HTMLInputElement, count: HTMLElement, label: HTMLElement }>} */
  const switches = new Map();
  for (const [i, kind] of kinds.entries()) {
    if (kind === "blank") continue;
    const made = kindSwitch(kind);
    made.box.addEventListener("change", () => onKind(kind, made.box.checked));
    switches.set(kind, made);
    byId(i < firstAround ? "kinds-content" : "kinds-around").append(made.label);
  }

  const slider = /** @type {HTMLInputElement} */ (byId("strictness"));
  let gestures = 0;
  slider.addEventListener("input", () => onStrictness(slider.valueAsNumber, `slider ${gestures}`));
  // The end of a drag: the next one is a step of its own.
  slider.addEventListener("change", () => {
    gestures += 1;
  });
  byId("unsure-before").addEventListener("click", () => onUnsure(-1));
  byId("unsure-after").addEventListener("click", () => onUnsure(1));

  return {
    /**
     * @param {object} shown
     * @param {ReadonlyMap<Kind, { all: number, kept: number }>} shown.byKind
     * @param {(kind: Kind) => boolean} shown.keepsKind
     * @param {number} shown.strictness
     * @param {number} shown.unsure
     */
    show({ byKind, keepsKind, strictness, unsure }) {
      for (const [kind, { box, count, label }] of switches) {
        const { all, kept } = byKind.get(kind) ?? { all: 0, kept: 0 };
        box.checked = keepsKind(kind);
        count.textContent =
          all === 0 ? "none" : `${kept.toLocaleString("en")} of ${all.toLocaleString("en")}`;
        label.classList.toggle("absent", all === 0);
      }
      if (document.activeElement !== slider || slider.valueAsNumber !== strictness)
        slider.value = String(strictness);
      byId("unsure-count").textContent = `${unsure.toLocaleString("en")} uncertain`;
      for (const id of ["unsure-before", "unsure-after"]) buttonById(id).disabled = unsure === 0;
    },
  };
}

/** @param {Kind} kind */
function kindSwitch(kind) {
  const { word, mark } = kindLook(kind);
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  const count = document.createElement("span");
  count.className = "count";
  const sign = document.createElement("span");
  sign.className = "mark";
  sign.ariaHidden = "true";
  sign.textContent = mark;
  label.append(box, sign, word, count);
  return { box, count, label };
}
