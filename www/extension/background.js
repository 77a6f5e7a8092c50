// The extension: a click on its button, its key, or its entry in the menu of a selection reads the page that is shown, and
// the extension's own page cleans it. The right to read is that of the one click (`activeTab`).

/** What was read and waits for the page that shows it, by its mark. */
const readings = new Map();
const FILE = "reader.js";
const MENU = "clean-selection";
/** Chromium gives the right to read in its own time: now and then the page does not know of it when the click is told. */
const TRIES = 5;
const WAITS_MS = 100;

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({
    id: MENU,
    title: "Clean the selection with Copydesk",
    contexts: ["selection"],
  });
});
chrome.action.onClicked.addListener(show);
chrome.contextMenus.onClicked.addListener((_, tab) => tab && show(tab));

/** @param {chrome.tabs.Tab} tab */
async function show(tab) {
  const mark = crypto.randomUUID();
  readings.set(mark, await read(tab));
  await chrome.tabs.create({ url: `index.html#extension=${mark}`, index: tab.index + 1 });
}

/** @param {chrome.tabs.Tab} tab */
async function read(tab) {
  for (let tries = 1; ; tries += 1) {
    try {
      const [{ result }] = await chrome.scripting.executeScript({
        target: { tabId: tab.id ?? -1 },
        files: [FILE],
      });
      return { reading: result };
    } catch {
      // The browser's own pages, its shop of extensions, and files without leave.
      if (tries === TRIES)
        return {
          problem: "The browser lets no extension read this page. Select all of it, copy, and paste here.",
        };
      await new Promise((resolve) => setTimeout(resolve, WAITS_MS));
    }
  }
}

// Only pages of the extension itself can send this.
chrome.runtime.onMessage.addListener((message, _, respond) => {
  const mark = message?.take;
  respond(readings.get(mark) ?? { problem: "What was read is gone: click Copydesk on the page again." });
  readings.delete(mark);
});
