import { announce, warn } from "./page.js";

const SHOWN_FOR_MS = 2000;

/**
 * Copies, and says so on the button and to a screen reader.
 * @param {HTMLElement} button
 * @param {string} text
 * @param {string} name what was copied, for the message
 */
export async function copyFrom(button, text, name) {
  if (!(await writeClipboard(text))) {
    warn("The browser refused to copy. Select the article and copy it with the keyboard.");
    return;
  }
  announce(`${name} copied.`);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), SHOWN_FOR_MS);
}

/** @param {string} text */
async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeByCommand(text);
  }
}

/**
 * The older way, for a page that may not use the clipboard interface (a frame, an address that is not secure).
 * @param {string} text
 */
function writeByCommand(text) {
  let written = false;
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    written = true;
  };
  document.addEventListener("copy", fill);
  document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return written;
}
