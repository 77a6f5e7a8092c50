import { clean } from "copydesk";
import { readFromTop, showArticle, showFailure, showWaiting } from "./article.js";
import { copyFrom } from "./copy.js";
import { countLines, flipLine, hasArticle, openDesk } from "./desk.js";
import { lineList } from "./lines.js";
import { announce, byId, warn } from "./page.js";
import { countRequests, describeRequests } from "./requests.js";
import { sample } from "./sample.js";
import { showWhy } from "./why.js";

/** @typedef {import("./desk.js").Desk} Desk */

const body = document.body;
const input = /** @type {HTMLTextAreaElement} */ (byId("input"));
const copyButtons = ["copy-text", "copy-markdown"].map((id) => /** @type {HTMLButtonElement} */ (byId(id)));
/** Typing is cleaned when it rests for this long. */
const TYPING_RESTS_MS = 200;

/** @type {Desk | null} */
let desk = null;
/** Cleanings begun: the answer to one that has been overtaken is thrown away. */
let begun = 0;
/** The timer of typing that has not rested yet. */
let resting = 0;
/** How far a narrow window had scrolled each pane. @type {Record<string, number>} */
let leftAt = { article: 0, lines: 0 };

const list = lineList({ onFlip: flip, onPoint: showWhy });

/**
 * Cleans a text and shows the article, and the lines too unless the person is still typing.
 * @param {string} text
 * @param {{ typing?: boolean }} [how]
 */
async function take(text, { typing = false } = {}) {
  clearTimeout(resting);
  begun += 1;
  const mine = begun;
  if (text.trim() === "") {
    if (typing) startAgain();
    else warn("There is no text in what was pasted.");
    return;
  }
  try {
    const result = await clean(text);
    if (mine !== begun) return;
    desk = openDesk(result);
  } catch (error) {
    if (mine !== begun) return;
    desk = null;
    list.show([]);
    showFailure(error);
    showCounts();
    if (!typing) setStage("empty");
    return;
  }
  showArticle(desk.result);
  showCounts();
  if (!typing) showLines(desk);
}

/** @param {Desk} shown */
function showLines(shown) {
  list.show(shown.result.lines);
  setStage("lines");
  setView("article");
  leftAt = { article: 0, lines: 0 };
  input.value = "";
  readFromTop();
  const title = hasArticle(shown.result)
    ? (shown.result.title ?? "Article without a title")
    : "No article found";
  announce(`${title}. ${keptOf(shown)}.`);
}

/** @param {number} number */
function flip(number) {
  if (!desk) return;
  desk = flipLine(desk, number);
  list.update(desk.result.lines);
  showArticle(desk.result);
  showCounts();
  const { kept } = desk.result.lines[number - 1];
  announce(`Line ${number} ${kept ? "kept" : "dropped"}. ${keptOf(desk)}.`);
}

function startAgain() {
  begun += 1;
  desk = null;
  input.value = "";
  list.show([]);
  showWaiting();
  showCounts();
  setStage("empty");
  input.focus();
}

/** @param {Desk} counted */
function keptOf(counted) {
  const { all, kept } = countLines(counted.result);
  return `${kept.toLocaleString("en")} of ${all.toLocaleString("en")} ${all === 1 ? "line" : "lines"} kept`;
}

function showCounts() {
  byId("kept").textContent = desk ? keptOf(desk) : "No lines yet";
  for (const button of copyButtons) button.disabled = !desk || !hasArticle(desk.result);
}

/** @param {"empty" | "typing" | "lines"} stage */
function setStage(stage) {
  body.dataset.stage = stage;
  byId("again").hidden = stage !== "lines";
  byId("typed").hidden = stage !== "typing";
  byId("lines-help").hidden = stage !== "lines";
  byId("lines-view").hidden = stage !== "lines";
  byId("paste").hidden = stage === "lines";
}

/**
 * Which of the panes a narrow window shows. Each is found again where it was left.
 * @param {"article" | "lines"} view
 */
function setView(view) {
  leftAt[body.dataset.view ?? view] = scrollY;
  body.dataset.view = view;
  scrollTo(0, leftAt[view]);
  for (const each of ["article", "lines"])
    byId(`view-${each}`).setAttribute("aria-pressed", String(each === view));
}

document.addEventListener("paste", (event) => {
  // Into a text that the person is writing, a paste goes as everywhere else, and `input` follows.
  if (event.target === input && input.value !== "") return;
  event.preventDefault();
  take(event.clipboardData?.getData("text/plain") ?? "");
});

input.addEventListener("input", (event) => {
  clearTimeout(resting);
  // Some keyboards of phones paste without a paste event, and text can be dropped here.
  const arrivedWhole = ["insertFromPaste", "insertFromDrop"].includes(
    /** @type {InputEvent} */ (event).inputType,
  );
  if (arrivedWhole && body.dataset.stage === "empty") {
    take(input.value);
    return;
  }
  setStage(input.value === "" ? "empty" : "typing");
  resting = setTimeout(() => take(input.value, { typing: true }), TYPING_RESTS_MS);
});

byId("typed").addEventListener("click", () => take(input.value));
byId("sample").addEventListener("click", () => take(sample));
byId("again").addEventListener("click", startAgain);
byId("view-article").addEventListener("click", () => setView("article"));
for (const id of ["view-lines", "to-lines"]) byId(id).addEventListener("click", () => setView("lines"));
byId("copy-text").addEventListener("click", (event) => {
  if (desk) copyFrom(/** @type {HTMLElement} */ (event.currentTarget), desk.result.toText(), "Text");
});
byId("copy-markdown").addEventListener("click", (event) => {
  if (desk) copyFrom(/** @type {HTMLElement} */ (event.currentTarget), desk.result.markdown, "Markdown");
});

countRequests((seen) => {
  byId("sent").textContent = describeRequests(seen);
});
showWhy(null);
