// What the page shows as a whole: the place to paste into or the lines, and in a narrow window one pane of the two.

import { byId } from "./page.js";

const body = document.body;

/** @param {"empty" | "lines"} stage */
export function setStage(stage) {
  body.dataset.stage = stage;
  const hasLines = stage === "lines";
  for (const id of ["again", "lines-view", "line-tools"]) byId(id).hidden = !hasLines;
  byId("paste").hidden = hasLines;
  if (!hasLines) byId("article-tools").hidden = true;
}

/** @param {"article" | "lines"} view */
export function setView(view) {
  body.dataset.view = view;
  for (const each of ["article", "lines"])
    byId(`view-${each}`).setAttribute("aria-pressed", String(each === view));
}

export function useViewSwitch() {
  byId("view-article").addEventListener("click", () => setView("article"));
  for (const id of ["view-lines", "to-lines"]) byId(id).addEventListener("click", () => setView("lines"));
}
