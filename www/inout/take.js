// What comes in: pastes anywhere on the page, what is dropped on it, files that are opened.

import { byId, warn } from "../shell/page.js";
import { webAddress } from "./address.js";
import { readFiles } from "./files.js";
import { LARGEST, tooLarge } from "./limits.js";
import { shownName } from "./names.js";

/** @typedef {import("../desk/desk.js").Paste} Paste */

/** Files that are told to be none, by name. */
const MOST_TOLD = 3;
/** HTML that comes with an address alone. In longer one there may be a page. */
const LONGEST_LINK = 5000;

/**
 * @param {{ onPastes: (pastes: Paste[]) => number, isTaken: (event: ClipboardEvent) => boolean }} handlers `isTaken`:
 *   whether a paste goes where it was aimed at, as into a text that is being written
 */
export function takeEverything({ onPastes, isTaken }) {
  /** @param {DataTransfer | null} data */
  const takeFlavours = (data) => {
    const text = data?.getData("text/plain") ?? "";
    const html = data?.getData("text/html") ?? "";
    takeText({ text, html });
  };

  /**
   * @param {{ text: string, html?: string, url?: string | null, name?: string }} given
   * @returns {number} the key of its tab, 0 where there was nothing to take
   */
  const takeText = ({ text, html = "", url = null, name = "Paste" }) => {
    if (text.trim() === "" && html.trim() === "") {
      warn("There is no text in what was pasted.");
      return 0;
    }
    if (text.length > LARGEST) {
      warn(tooLarge(Math.max(text.length, html.length)));
      return 0;
    }
    if (html.length < LONGEST_LINK && isAddress(text)) {
      warn(
        "This is the address of a page, and nothing is fetched from here: open it, select all, copy, and paste that.",
      );
      return 0;
    }
    // Of a paste whose markup alone is too large, the text says enough.
    const usable = html.length > LARGEST ? "" : html;
    return onPastes([
      { name, text: text.trim() === "" ? null : text, html: usable === "" ? null : usable, url },
    ]);
  };

  /** @param {Iterable<File>} files */
  const takeFiles = async (files) => {
    const read = await readFiles(files, { largest: LARGEST });
    const problems = read.flatMap(({ name, problem }) => (problem ? [`${shownName(name)} ${problem}.`] : []));
    const pastes = read.flatMap(({ name, text, html, problem }) =>
      problem ? [] : [{ name, text: text ?? null, html: html ?? null, url: null }],
    );
    if (pastes.length > 0) onPastes(pastes);
    if (problems.length === 0) return;
    const untold = problems.length - MOST_TOLD;
    const rest = untold > 0 ? [`So it is with ${untold} more.`] : [];
    warn([...problems.slice(0, MOST_TOLD), ...rest].join(" "), { lasts: pastes.length > 0 });
  };

  document.addEventListener("paste", (event) => {
    if (isTaken(event)) return;
    event.preventDefault();
    const files = event.clipboardData?.files;
    if (files && files.length > 0 && !event.clipboardData?.types.includes("text/plain")) takeFiles(files);
    else takeFlavours(event.clipboardData);
  });

  const drop = byId("drop");
  let depth = 0;
  const isForUs = (/** @type {DragEvent} */ event) =>
    event.dataTransfer?.types.some((type) => ["Files", "text/plain", "text/html"].includes(type)) ?? false;
  document.addEventListener("dragenter", (event) => {
    if (!isForUs(event)) return;
    depth += 1;
    drop.hidden = false;
  });
  document.addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    drop.hidden = depth === 0;
  });
  document.addEventListener("dragover", (event) => {
    if (isForUs(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    depth = 0;
    drop.hidden = true;
    if (!isForUs(event)) return;
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (files && files.length > 0) takeFiles(files);
    else takeFlavours(event.dataTransfer);
  });

  const chooser = /** @type {HTMLInputElement} */ (byId("files"));
  for (const id of ["open", "open-files"]) byId(id).addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const files = [...(chooser.files ?? [])];
    // The same file can be opened again.
    chooser.value = "";
    await takeFiles(files);
  });

  return { takeText, takeFiles };
}

/** Whether it is an address and no more. @param {string} text */
const isAddress = (text) => !/\s/.test(text.trim()) && webAddress(text.trim()) !== null;
