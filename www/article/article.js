import { byId } from "../shell/page.js";
import { bodyOf } from "./body.js";
import { readableDate } from "./dates.js";

/** @typedef {import("../engine/view.js").Shown} Shown */

const reading = byId("reading");
const notices = {
  waiting: byId("waiting"),
  working: byId("working"),
  none: byId("none"),
  failed: byId("failed"),
  article: byId("article"),
};
const article = notices.article;
const { setBody, isLong } = bodyOf(byId("body"));

/** @param {keyof typeof notices} name */
function showOnly(name) {
  for (const [each, element] of Object.entries(notices)) element.hidden = each !== name;
}

/** Before the first paste. */
export function showWaiting() {
  showOnly("waiting");
  reading.scrollTop = 0;
}

/** While a large paste is cleaned. */
export function showWorking() {
  showOnly("working");
}

/** @param {unknown} error */
export function showFailure(error) {
  byId("failed-why").textContent = error instanceof Error ? error.message : String(error);
  showOnly("failed");
}

/** @param {Shown} shown */
export const hasArticle = ({ title, hasText }) => Boolean(title) || hasText;

/**
 * Sets the article. Where the reader has scrolled to stays, so that a flipped line does not lose their place.
 * @param {Shown} shown
 * @returns {Promise<boolean>} whether it was set to its end; not where another came meanwhile
 */
export async function showArticle(shown) {
  if (!hasArticle(shown)) {
    showOnly("none");
    return setBody({ ...shown, blocks: [] });
  }
  setOptional(article, "lang", shown.lang);
  setOptional(article, "dir", shown.dir);
  fill("title", shown.title);
  fill("subtitle", shown.subtitle);
  byId("origin").replaceChildren(...origin(shown));
  showOnly("article");
  return setBody(shown);
}

/**
 * A new article is read from its top. The focus goes there too, so that the arrow keys scroll it.
 * @param {{ focus: boolean }} how
 */
export function readFromTop({ focus }) {
  reading.scrollTop = 0;
  if (focus) reading.focus({ preventScroll: true });
}

/**
 * The whole article as a selection, so that the next key can copy it. A long one is copied by that key all the same, as
 * nothing else is selected: to select it the browser would have to lay out all of it.
 */
export function selectArticle() {
  if (article.hidden || isLong()) {
    getSelection()?.removeAllRanges();
    return;
  }
  getSelection()?.selectAllChildren(article);
}

/** Whether what is selected is the whole article, or nothing at all: then a copy is meant to be of the article. */
export function isArticleSelected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return true;
  const range = selection.getRangeAt(0);
  const all = document.createRange();
  all.selectNodeContents(article);
  return (
    range.compareBoundaryPoints(Range.START_TO_START, all) <= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, all) >= 0
  );
}

/**
 * Byline, date and site, as far as the paste tells them, and how long it is.
 * @param {Shown} shown
 */
function origin({ byline, publishedTime, siteName, lang, words, minutes }) {
  const parts = [];
  if (byline) parts.push(element("span", "byline", byline));
  if (publishedTime) {
    const time = /** @type {HTMLTimeElement} */ (element("time", "date", readableDate(publishedTime, lang)));
    time.dateTime = publishedTime;
    parts.push(time);
  }
  if (siteName) parts.push(element("span", "site", siteName));
  if (words > 0) {
    const count = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
    const length = element("span", "words", `${count}, ${minutes} min`);
    length.lang = "en";
    parts.push(length);
  }
  return parts;
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} text
 */
function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * @param {string} id
 * @param {string | null | undefined} text
 */
function fill(id, text) {
  byId(id).textContent = text ?? "";
  byId(id).hidden = !text;
}

/**
 * @param {HTMLElement} target
 * @param {string} name
 * @param {string | null | undefined} value
 */
function setOptional(target, name, value) {
  if (value) target.setAttribute(name, value);
  else target.removeAttribute(name);
}
