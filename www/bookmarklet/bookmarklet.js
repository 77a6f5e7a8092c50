// The bookmarklet. It runs within a stranger's page: it reads what is shown there, opens Copydesk from the same click with
// the text in the address's fragment, which no server sees, and hands the HTML over when the new page asks for it.

import { readPage } from "copydesk/page";

/** Where Copydesk is; the page that offers the bookmarklet puts its own address here. */
const HOME = "COPYDESK_HOME";
/** Characters of a fragment. Firefox ends addresses at 1,048,576. */
const LONGEST_FRAGMENT = 1e6;
/** How long the new page may ask for the HTML. */
const ASKED_WITHIN_MS = 6e4;
/** How long what is said stands. */
const SAID_FOR_MS = 2e4;

const { title, url, text, html } = readPage(document);

/** Half of a pair of surrogates cannot be written into an address. @param {string} part */
const written = (part) =>
  encodeURIComponent(
    part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
  );

const head = `#page&title=${written(title.slice(0, 500))}&url=${written(url.slice(0, 4000))}`;
let sent = text;
let fragment = "";
do {
  fragment = `${head}&of=${text.length}&text=${written(sent)}`;
  sent = sent.slice(0, sent.length / 2);
} while (fragment.length > LONGEST_FRAGMENT);

const desk = open(HOME + fragment);
if (desk) {
  const home = new URL(HOME).origin;
  /** @param {MessageEvent} event */
  const answer = (event) => {
    if (event.source !== desk || event.origin !== home || event.data !== "copydesk: ready") return;
    removeEventListener("message", answer);
    desk.postMessage({ copydesk: "page", html }, home);
  };
  addEventListener("message", answer);
  setTimeout(() => removeEventListener("message", answer), ASKED_WITHIN_MS);
} else {
  navigator.clipboard.writeText(text).then(
    () => say("This page lets no window open. Its text is copied: paste it at "),
    () => say("This page lets no window open and nothing be copied. Select all of it, copy, and paste at "),
  );
}

/** In the page itself, by properties alone: its policy may forbid style sheets. @param {string} what */
function say(what) {
  const note = document.createElement("div");
  note.textContent = what + HOME;
  note.style.cssText =
    "all:initial;position:fixed;inset:1em 1em auto;z-index:2147483647;padding:1em;background:#1d2733;color:#fff;font:16px sans-serif;border-radius:8px";
  document.documentElement.append(note);
  setTimeout(() => note.remove(), SAID_FOR_MS);
}
