// The bookmarklet, to be dragged to the bookmarks.

import { announce, byId, warn } from "../shell/page.js";
import { code } from "./code.js";

export function offerBookmarklet() {
  byId("show-bookmarklet").hidden = code === null;
  if (code === null) return;
  const home = location.origin + location.pathname;
  const link = /** @type {HTMLAnchorElement} */ (byId("bookmarklet-link"));
  link.href = `javascript:${code.replaceAll("COPYDESK_HOME", home.replaceAll('"', "%22"))}`;
  /** @type {HTMLAnchorElement} */ (byId("bookmarklet-source")).href = "bookmarklet.js";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    warn("Here it would read Copydesk itself. Drag it to your bookmarks, and click it there on any page.");
  });
  byId("bookmarklet-copy").addEventListener("click", () => {
    navigator.clipboard.writeText(link.href).then(
      () => announce("The bookmarklet's address is copied."),
      () => warn("The browser refused to copy. Press on the bookmarklet for long and copy its link."),
    );
  });
}
