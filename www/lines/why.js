import { byId, copyTemplate } from "../shell/page.js";
import { kindLook } from "./kinds.js";

/**
 * Tells of one line why it was kept or dropped, in a place of its own, so that nothing moves under the pointer.
 * @param {import("./sheet.js").Line | null} line null when none is pointed at
 */
export function showWhy(line) {
  const place = byId("why");
  if (!line) {
    place.replaceChildren(hint());
    return;
  }
  const shown = copyTemplate("why-line");
  /** @param {string} selector @param {string} text */
  const fill = (selector, text) => {
    const target = shown.querySelector(selector);
    if (target) target.textContent = text;
  };
  fill("strong", `Line ${line.number}: ${kindLook(line.kind).word}`);
  fill(".outcome", `${line.kept ? "kept" : "dropped"}${byWhom(line)}`);
  fill(".reason", line.reason);
  fill(".percent", `${Math.round(line.score * 100)} %`);
  const meter = shown.querySelector("meter");
  if (meter) meter.value = line.score;
  place.replaceChildren(shown);
}

/** @param {import("./sheet.js").Line} line */
function byWhom({ byHand, byRule }) {
  if (byHand) return " by you";
  return byRule ? " by your rule" : "";
}

function hint() {
  const text = document.createElement("p");
  text.className = "hint";
  text.textContent = "Point at a line to see why it was kept or dropped. Click it to change that.";
  return text;
}
