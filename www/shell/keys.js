// The keys of the page. Single letters can be switched off, for those who speak to their machine or hit keys by chance.

import { byId } from "./page.js";
import { remember, remembered } from "./settings.js";

/**
 * @typedef {object} Key
 * @property {string} key as `KeyboardEvent.key` has it, in lower case
 * @property {"plain" | "command" | "command+shift"} [with] `command`: Ctrl, on a Mac ⌘
 * @property {string} shown as the help writes it
 * @property {string} does
 * @property {() => void} act
 */

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
const COMMAND = isMac ? "⌘" : "Ctrl";

/**
 * @param {readonly Key[]} keys
 * @param {readonly { shown: string, does: string }[]} others keys that something else listens to, for the help
 */
export function useKeys(keys, others) {
  const box = /** @type {HTMLInputElement} */ (byId("single-keys"));
  box.checked = remembered("single-keys") !== "off";
  box.addEventListener("change", () => remember("single-keys", box.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const command = event.ctrlKey || event.metaKey;
    const isField = target.matches("textarea, input:not([type=range], [type=checkbox], [type=radio])");
    // Of a text that is being written the browser knows the steps; an empty field has none that matter.
    const isWriting = isField && /** @type {HTMLInputElement} */ (target).value !== "";
    const pressed = event.key.toLowerCase();
    for (const { key, with: held = "plain", act } of keys) {
      if (key !== pressed) continue;
      if (held === "plain" ? command || isField || !box.checked : !command || isWriting) continue;
      if (held !== "plain" && event.shiftKey !== (held === "command+shift")) continue;
      event.preventDefault();
      act();
      return;
    }
  });

  byId("key-list").replaceChildren(
    ...[...others, ...keys].flatMap(({ shown, does }) => {
      const term = document.createElement("dt");
      term.append(
        ...shown.split(" ").flatMap((name, i) => {
          const cap = document.createElement("kbd");
          cap.textContent = name.replace("Command", COMMAND);
          return i === 0 ? [cap] : [" ", cap];
        }),
      );
      const text = document.createElement("dd");
      text.textContent = does;
      return [term, text];
    }),
  );
}

/** @param {string} id */
export function showDialog(id) {
  const dialog = /** @type {HTMLDialogElement} */ (byId(id));
  if (!dialog.open) dialog.showModal();
}

/** What was pasted is to be seen. */
export function hideDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
}

/** A dialog closes with a click beside it, too. */
export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog"))
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
}
