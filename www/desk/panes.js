// The two panes and what stands around them: they show what lies on the desk, and say what a person does there.

import {
  hasArticle,
  readFromTop,
  selectArticle,
  showArticle,
  showFailure,
  showWaiting,
} from "../article/article.js";
import { panesTogether } from "../article/together.js";
import { kindLook } from "../lines/kinds.js";
import { lineList } from "../lines/list.js";
import { pasteMap } from "../lines/map.js";
import { lineTools } from "../lines/tools.js";
import { showWhy } from "../lines/why.js";
import { announce, byId } from "../shell/page.js";
import { nextSlice } from "../shell/slices.js";
import { setStage, setView } from "../shell/stage.js";
import { countOf, ruledBar } from "./counts.js";
import { workingNotice } from "./working.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {import("./desk.js").Showing} Showing */

/**
 * @param {() => Desk} desk
 * @param {{ onChange: () => void }} handlers after each step and each view
 */
export function panes(desk, { onChange }) {
  const reading = byId("reading");
  /** @type {import("../lines/sheet.js").Sheet | null} */
  let sheet = null;
  /** How often a view was asked for. While the last is on its way or being set, the article is busy. */
  let asked = 0;
  /** What a person did, for a screen reader: said with the counts that come of it. @type {string | null} */
  let toSay = null;
  /** The line that is pointed at. @type {number | null} */
  let pointed = null;
  const tellWhy = () => showWhy(pointed !== null && sheet ? sheet.line(pointed) : null);

  const list = lineList({
    onFlip: (numbers, keep) => {
      desk().set(numbers, keep);
      const what = numbers.length === 1 ? `Line ${numbers[0]}` : `${numbers.length} lines`;
      toSay = `${what} ${keep ? "kept" : "dropped"}. `;
      // At once; the article follows.
      if (sheet) list.update(sheet);
      tellWhy();
    },
    onPoint: (number) => {
      pointed = number;
      tellWhy();
      together.pointAtLine(number);
    },
    onScroll: () => {
      map.moveFrame();
      together.linesScrolled();
    },
  });
  const map = pasteMap(/** @type {HTMLCanvasElement} */ (byId("map")), byId("map-frame"), list.place);
  const together = panesTogether(reading, byId("body"), list.place, list.light);
  const tools = lineTools({
    onKind: (kind, isKept) => {
      desk().setKind(kind, isKept);
      toSay = `${kindLook(kind).word}: ${isKept ? "kept" : "dropped"}. `;
    },
    onStrictness: (strictness, gesture) => {
      desk().setStrictness(strictness, gesture);
      toSay = "";
    },
    onUnsure: goToUnsure,
  });
  const working = workingNotice(() => desk().cancel());
  const ruled = ruledBar({
    onShow: () => {
      const next = sheet?.nextByRule(list.activeLine());
      if (next) goTo(next);
    },
    onRuled: (isRuled) => desk().setRuled(isRuled),
  });

  /** @param {number} number of the line */
  function goTo(number) {
    together.followLines();
    list.goTo(number, { focus: true });
  }

  /** @param {1 | -1} direction */
  function goToUnsure(direction) {
    if (!sheet || sheet.unsure.length === 0) {
      announce("No line is uncertain.");
      return;
    }
    const from = list.activeLine();
    const unsure = direction > 0 ? sheet.unsure : sheet.unsure.toReversed();
    const next = unsure.find((number) => (number - from) * direction > 0) ?? unsure[0];
    setView("lines");
    goTo(next);
  }

  reading.addEventListener("scroll", () => together.articleScrolled(), { passive: true });
  // What is pointed at, and a link that takes the focus.
  for (const type of ["pointerover", "focusin"])
    reading.addEventListener(type, (event) => {
      pointed = together.pointAtPlace(event.target) || null;
      tellWhy();
    });
  reading.addEventListener("pointerleave", () => {
    pointed = null;
    together.pointAtLine(null);
    tellWhy();
  });
  // Twice on a paragraph: to its line, to see what it is and to drop it.
  reading.addEventListener("dblclick", (event) => {
    const number = together.pointAtPlace(event.target);
    if (number > 0) list.goTo(number);
  });
  showWhy(null);

  return {
    goToUnsure,
    redraw: () => map.show(sheet),
    focusLines() {
      setView("lines");
      byId("lines").focus();
    },
    focusArticle() {
      setView("article");
      reading.focus();
    },

    onAsked() {
      asked += 1;
      toSay = null;
      reading.ariaBusy = "true";
    },

    /** @param {number} ms */
    onWorking(ms) {
      sheet = null;
      setStage("lines");
      setView("article");
      list.show(null);
      map.show(null);
      ruled.hide();
      byId("article-tools").hidden = true;
      byId("kept").textContent = "Reading";
      announce(working.show(ms));
      reading.focus();
      onChange();
    },

    /** @param {Showing} showing */
    async onView(showing) {
      const { view, tab, isOther } = showing;
      const mine = asked;
      working.hide();
      sheet = showing.sheet;
      setStage("lines");
      if (isOther) {
        list.show(sheet);
        setView("article");
      } else {
        list.update(sheet);
        tellWhy();
      }
      map.show(sheet);
      const counts = sheet.counts();
      byId("kept").textContent = countOf(counts);
      ruled.show(counts, tab);
      tools.show({
        byKind: counts.byKind,
        keepsKind: (kind) => desk().keepsKind(kind),
        strictness: tab.strictness,
        unsure: sheet.unsure.length,
      });
      byId("article-tools").hidden = !hasArticle(view.article);
      onChange();
      await nextSlice();
      if (mine !== asked) return;
      const isWhole = showArticle(view.article);
      if (isOther) {
        readFromTop({ focus: !byId("tabs").contains(document.activeElement) });
        const title = hasArticle(view.article)
          ? (view.article.title ?? "Article without a title")
          : "No article found";
        announce(`${title}. ${countOf(counts)}. ${ruled.words(counts)}`);
      } else if (toSay !== null) {
        announce(`${toSay}${countOf(counts)}.`);
      }
      if (!(await isWhole)) return;
      together.refresh(sheet);
      if (isOther) selectArticle();
      if (mine === asked) reading.ariaBusy = "false";
    },

    onEmpty() {
      sheet = null;
      working.hide();
      list.show(null);
      map.show(null);
      showWaiting();
      setStage("empty");
      byId("kept").textContent = "No lines yet";
      byId("input").focus();
      reading.ariaBusy = "false";
      onChange();
    },

    /** @param {unknown} error */
    onFailure(error) {
      sheet = null;
      working.hide();
      list.show(null);
      map.show(null);
      showFailure(error);
      byId("article-tools").hidden = true;
      reading.ariaBusy = "false";
      onChange();
    },
  };
}
