// The page's parts, put together.

import { askOpener, broughtPage } from "./bookmarklet/arrival.js";
import { offerBookmarklet } from "./bookmarklet/offer.js";
import { Desk } from "./desk/desk.js";
import { panes } from "./desk/panes.js";
import { takeFromExtension } from "./extension/arrival.js";
import { onArrival } from "./host/arrivals.js";
import { keepOffline } from "./host/offline.js";
import { countRequests, describeRequests } from "./host/requests.js";
import { shownName } from "./inout/names.js";
import { outlets } from "./inout/out.js";
import { sample } from "./inout/sample.js";
import { takeEverything } from "./inout/take.js";
import { writtenText } from "./inout/written.js";
import { rulesDialog } from "./rules/dialog.js";
import { openRules, pageStorage } from "./rules/store.js";
import { closeDialogs, hideDialogs, showDialog, useKeys } from "./shell/keys.js";
import { closeMenus } from "./shell/menus.js";
import { announce, buttonById, byId, warn } from "./shell/page.js";
import { useViewSwitch } from "./shell/stage.js";
import { chooseTheme } from "./shell/theme.js";
import { joinOffer } from "./tabs/offer.js";
import { tabStrip } from "./tabs/strip.js";

byId("dead").remove();

// What is said of a correction stands beside what comes of it.
const rules = openRules(pageStorage(), (message) => warn(message, { lasts: true }));
const shown = panes(() => desk, { onChange: showSurroundings });
const desk = new Desk(rules, { ...shown, onState: showSurroundings });
const out = outlets(desk);
const written = writtenText((text) => take.takeText({ text, name: "Typed text" }));
const take = takeEverything({
  onPastes: (pastes) => {
    hideDialogs();
    return desk.open(pastes);
  },
  isTaken: ({ target }) => written.isBeingWritten(target),
});
const strip = tabStrip({
  onLook: (key) => desk.look(key),
  onClose: (key, name) => {
    desk.close(key);
    announce(`${name} closed.`);
  },
});
const join = joinOffer((keys) => desk.join(keys));

/** Tabs, undo and redo, and the offer to join: what changes with each step. */
function showSurroundings() {
  const { tabs, current } = desk.state;
  strip.show(
    tabs.map(({ key, name }) => ({
      key,
      name: shownName(desk.titleOf(key) ?? name) || "Paste",
      isCurrent: key === current,
    })),
  );
  join.show(desk);
  for (const [id, word, what] of /** @type {const} */ ([
    ["undo", "Undo", desk.undoes],
    ["redo", "Redo", desk.redoes],
  ])) {
    const button = buttonById(id);
    button.disabled = what === null;
    button.ariaLabel = what === null ? word : `${word}: ${what}`;
    button.title = button.ariaLabel;
  }
}

/** @param {"undo" | "redo"} way */
function goBack(way) {
  const what = desk[way]();
  if (what !== null) announce(`${way === "undo" ? "Undone" : "Done again"}: ${what}.`);
}

byId("sample").addEventListener("click", () => take.takeText({ text: sample, name: "Sample" }));
byId("again").addEventListener("click", () => desk.look(0));
byId("undo").addEventListener("click", () => goBack("undo"));
byId("redo").addEventListener("click", () => goBack("redo"));
for (const id of ["show-rules", "ruled-all"]) byId(id).addEventListener("click", () => showDialog("rules"));
byId("show-bookmarklet").addEventListener("click", () => showDialog("bookmarklet"));
byId("show-keys").addEventListener("click", () => showDialog("keys"));

useViewSwitch();
closeMenus();
closeDialogs();
offerBookmarklet();
rulesDialog(rules, { onChange: (what, effect) => desk.did(what, effect), onUndo: () => goBack("undo") });
chooseTheme(() => shown.redraw());
useKeys(
  [
    { key: "n", shown: "N", does: "Next uncertain line", act: () => shown.goToUnsure(1) },
    { key: "p", shown: "P", does: "Previous uncertain line", act: () => shown.goToUnsure(-1) },
    { key: "l", shown: "L", does: "To the lines", act: () => shown.focusLines() },
    { key: "a", shown: "A", does: "To the article", act: () => shown.focusArticle() },
    { key: "c", shown: "C", does: "Copy the article", act: () => out.act("copy") },
    { key: "m", shown: "M", does: "Copy it as Markdown", act: () => out.act("copy-markdown") },
    { key: "?", shown: "?", does: "These keys", act: () => showDialog("keys") },
    { key: "z", with: "command", shown: "Command Z", does: "Undo", act: () => goBack("undo") },
    { key: "z", with: "command+shift", shown: "Command Shift Z", does: "Redo", act: () => goBack("redo") },
    { key: "y", with: "command", shown: "Command Y", does: "Redo", act: () => goBack("redo") },
  ],
  [
    { shown: "Command V", does: "Paste a page, anywhere" },
    { shown: "Command C", does: "Copy the article that was set" },
    { shown: "↑ ↓", does: "From line to line" },
    { shown: "Enter", does: "Keep or drop a line" },
    { shown: "Shift ↓", does: "Extend to a run of lines; Enter keeps or drops it" },
  ],
);

countRequests((seen) => {
  byId("sent").textContent = describeRequests(seen);
});
onArrival(({ title, text, url, files, problem }) => {
  if (files.length > 0) take.takeFiles(files);
  if (text !== "") take.takeText({ text, url: url || null, name: title || "Shared" });
  if (problem) warn(problem, { lasts: true });
});
const brought = broughtPage();
if (brought) {
  const { title, text, url, missing } = brought;
  const key = take.takeText({ text, url, name: title || "Page" });
  askOpener((html) => {
    if (html !== null) desk.readBetter(key, { text: null, html, url });
    else if (missing > 0)
      warn(
        `The page is too long for its address: ${missing.toLocaleString("en")} characters of its end are missing. For all of it, select and copy the page, and paste here.`,
      );
  });
}
takeFromExtension(({ reading, problem }) => {
  if (reading)
    desk.open([{ name: reading.title || "Page", text: null, html: reading.html, url: reading.url }]);
  if (problem) warn(problem);
});
keepOffline({
  onUpdate: (reload) => {
    byId("update").hidden = false;
    byId("update-now").addEventListener("click", reload);
  },
});
showSurroundings();
