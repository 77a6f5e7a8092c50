import { readableDate } from "./dates.js";
import { hasArticle } from "./desk.js";
import { byId } from "./page.js";
import { renderContent, replaceChanged } from "./render.js";

/**
 * @typedef {import("copydesk").Result} Result
 */

const reading = byId("reading");
const notices = {
  waiting: byId("waiting"),
  none: byId("none"),
  failed: byId("failed"),
  article: byId("article"),
};
const article = notices.article;

/** @param {keyof typeof notices} name */
function showOnly(name) {
  for (const [each, element] of Object.entries(notices)) element.hidden = each !== name;
}

/** Before the first paste. */
export function showWaiting() {
  showOnly("waiting");
  reading.scrollTop = 0;
}

/** @param {unknown} error */
export function showFailure(error) {
  byId("failed-why").textContent = error instanceof Error ? error.message : String(error);
  showOnly("failed");
}

/**
 * Sets the article. Where the reader has scrolled to stays, so that a flipped line does not lose their place.
 * @param {Result} result
 */
export function showArticle(result) {
  if (!hasArticle(result)) return showOnly("none");
  setOptional(article, "lang", result.lang);
  setOptional(article, "dir", result.dir);
  fill("title", result.title);
  fill("subtitle", result.subtitle);
  byId("origin").replaceChildren(...origin(result));
  byId("origin").hidden = byId("origin").childNodes.length === 0;
  replaceChanged(byId("body"), renderContent(result.content));
  showOnly("article");
}

/** A new article is read from its top. The focus goes there too, so that the arrow keys scroll it. */
export function readFromTop() {
  reading.scrollTop = 0;
  scrollTo(0, 0);
  reading.focus({ preventScroll: true });
}

/**
 * Byline, date and site, as far as the paste tells them.
 * @param {Result} result
 */
function origin({ byline, publishedTime, siteName, lang }) {
  const parts = [];
  if (byline) parts.push(element("span", "byline", byline));
  if (publishedTime) {
    const time = /** @type {HTMLTimeElement} */ (element("time", "date", readableDate(publishedTime, lang)));
    time.dateTime = publishedTime;
    parts.push(time);
  }
  if (siteName) parts.push(element("span", "site", siteName));
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
