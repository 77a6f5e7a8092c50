// What the bookmarklet brings: the text in the fragment, and the HTML by message. All of it is a stranger's.

import { webAddress } from "../inout/address.js";
import { LARGEST } from "../inout/limits.js";

const MARK = "#page&";
const LONGEST_TITLE = 500;
/** The page that opened this one answers at once or not at all. */
const WAITS_MS = 60_000;
const READY = "copydesk: ready";

/**
 * @typedef {object} Brought
 * @property {string} title
 * @property {string} text
 * @property {string | null} url of the web or nothing
 * @property {number} missing characters of the text that found no room in the fragment
 */

/** Read and cleared when this module is loaded, before anything else of the page: the history never holds it for long. */
const fragment = location.hash.startsWith(MARK) ? location.hash : "";
if (fragment !== "") history.replaceState(history.state, "", location.pathname + location.search);

/** @returns {Brought | null} */
export function broughtPage() {
  if (fragment === "") return null;
  const fields = new URLSearchParams(fragment.slice(MARK.length));
  const text = (fields.get("text") ?? "").slice(0, LARGEST);
  const whole = Number(fields.get("of"));
  return {
    title: (fields.get("title") ?? "").slice(0, LONGEST_TITLE),
    text,
    url: webAddress(fields.get("url")),
    missing: Number.isSafeInteger(whole) ? Math.max(0, whole - text.length) : 0,
  };
}

/**
 * Asks the page that opened this one for its HTML. One answer is taken, from that page alone; nothing else that is posted
 * here is looked at.
 * @param {(html: string | null) => void} onAnswer null where none came
 */
export function askOpener(onAnswer) {
  const { opener } = window;
  if (!opener) {
    onAnswer(null);
    return;
  }
  const end = (/** @type {string | null} */ html) => {
    clearTimeout(timer);
    removeEventListener("message", hear);
    onAnswer(html);
  };
  /** @param {MessageEvent} event */
  const hear = ({ source, data }) => {
    if (source !== opener || data?.copydesk !== "page") return;
    const { html } = data;
    if (typeof html === "string" && html.length <= LARGEST) end(html);
  };
  const timer = setTimeout(() => end(null), WAITS_MS);
  addEventListener("message", hear);
  // It says nothing but that the page is there, so any origin may hear it.
  opener.postMessage(READY, "*");
}
