// What the extension has read, when this page is its own.

const MARK = "#extension=";

/** @typedef {{ reading?: import("copydesk/page").PageReading, problem?: string }} Taken */

/**
 * @param {(taken: Taken) => void} onTaken
 */
export async function takeFromExtension(onTaken) {
  /** @type {any} only a page of an extension has it */
  const { chrome } = globalThis;
  if (location.protocol !== "chrome-extension:" || !location.hash.startsWith(MARK)) return;
  const mark = location.hash.slice(MARK.length);
  history.replaceState(history.state, "", location.pathname);
  onTaken(await chrome.runtime.sendMessage({ take: mark }));
}
