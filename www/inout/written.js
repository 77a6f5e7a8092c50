// The text that a person writes or pastes into the field itself.

import { byId } from "../shell/page.js";

/** @param {(text: string) => void} onText */
export function writtenText(onText) {
  const input = /** @type {HTMLTextAreaElement} */ (byId("input"));
  const done = byId("typed");
  const give = () => {
    const text = input.value;
    input.value = "";
    done.hidden = true;
    onText(text);
  };
  let wasEmpty = true;
  input.addEventListener("input", (event) => {
    // Some keyboards of phones paste without a paste event.
    const { inputType } = /** @type {InputEvent} */ (event);
    if (wasEmpty && inputType === "insertFromPaste") give();
    wasEmpty = input.value === "";
    done.hidden = wasEmpty;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) give();
  });
  done.addEventListener("click", give);

  return {
    /** Whether a paste into this goes where it was aimed at. @param {EventTarget | null} target */
    isBeingWritten: (target) =>
      (target === input && input.value !== "") ||
      (target instanceof HTMLInputElement && target.type === "search"),
  };
}
