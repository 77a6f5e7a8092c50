// Counts in words.

import { byId } from "../shell/page.js";

/** @typedef {ReturnType<import("../lines/sheet.js").Sheet["counts"]>} Counts */

/** @param {number} count */
const lines = (count) => `${count.toLocaleString("en")} ${count === 1 ? "line" : "lines"}`;

/** @param {Counts} counts */
export const countOf = ({ all, kept }) => `${kept.toLocaleString("en")} of ${lines(all)} kept`;

/**
 * The bar that says openly what the person's rules did, or that they are left out.
 * @param {{ onShow: () => void, onRuled: (isRuled: boolean) => void }} handlers
 */
export function ruledBar({ onShow, onRuled }) {
  let isRuled = true;
  const way = byId("ruled-off");
  byId("ruled-next").addEventListener("click", onShow);
  way.addEventListener("click", () => onRuled(!isRuled));

  /** @param {Counts} counts */
  function words({ droppedByRule, keptByRule }) {
    const dropped = droppedByRule > 0 ? `${lines(droppedByRule)} dropped` : "";
    const kept = keptByRule > 0 ? `${dropped ? keptByRule : lines(keptByRule)} kept` : "";
    const both = [dropped, kept].filter(Boolean).join(" and ");
    return both && `${both} by your rules.`;
  }

  return {
    words,
    hide() {
      byId("ruled").hidden = true;
    },
    /**
     * @param {Counts} counts
     * @param {import("./workspace.js").Tab} tab
     */
    show(counts, tab) {
      isRuled = tab.isRuled;
      byId("ruled-text").textContent = isRuled ? words(counts) : "Your rules are left out here.";
      byId("ruled").hidden = isRuled && words(counts) === "";
      byId("ruled-next").hidden = !isRuled;
      // The same button, so that the focus stays on it.
      way.textContent = isRuled ? "Not here" : "Use them";
      way.ariaLabel = isRuled ? "Not here: leave your rules out of this paste" : "Use them: your rules";
    },
  };
}
