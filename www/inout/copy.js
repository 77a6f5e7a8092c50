// What goes out by the clipboard.

import { announce, warn } from "../shell/page.js";

const SHOWN_FOR_MS = 2000;

/** @typedef {{ text: string | Promise<string>, html?: string }} Content */

/**
 * Copies, and says so on the button and to a screen reader.
 * @param {HTMLElement} button
 * @param {Content} content
 * @param {string} name what was copied, for the message
 */
export async function copyFrom(button, content, name) {
  if (!(await writeClipboard(content))) {
    warn("The browser refused to copy. Select the article and copy it with the keyboard.");
    return;
  }
  sayCopied(button, name);
}

/**
 * @param {HTMLElement} button
 * @param {string} name
 */
export function sayCopied(button, name) {
  announce(`${name} copied.`);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), SHOWN_FOR_MS);
}

/**
 * One item with both flavours, where there are two. What is at hand goes by the command: it is done at once, in every
 * browser, and hands the HTML over as it is, where the newer interface has the browser parse it first.
 * @param {Content} content
 */
async function writeClipboard({ text, html }) {
  if (typeof text === "string" && writeByCommand({ text, html })) return true;
  try {
    // The promise goes in as it is: a browser forgets the click while we wait.
    /** @type {Record<string, Promise<Blob>>} */
    const flavours = {
      "text/plain": Promise.resolve(text).then((plain) => new Blob([plain], { type: "text/plain" })),
    };
    if (html !== undefined) flavours["text/html"] = Promise.resolve(new Blob([html], { type: "text/html" }));
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return true;
  } catch {
    return writeByCommand({ text: await text, html });
  }
}

/** @param {{ text: string, html: string | undefined }} content */
function writeByCommand(content) {
  let written = false;
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    fillFlavours(event, content);
    event.stopImmediatePropagation();
    written = true;
  };
  document.addEventListener("copy", fill, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return written;
}

/**
 * @param {ClipboardEvent} event
 * @param {{ text: string, html: string | undefined }} content
 */
export function fillFlavours(event, { text, html }) {
  event.clipboardData?.setData("text/plain", text);
  if (html !== undefined) event.clipboardData?.setData("text/html", html);
  event.preventDefault();
}
