// The bookmarklet as the build has made it: `COPYDESK_HOME` in it stands for the address of this page. Where the page is
// one file there is none, as no page of the web may open a file.

/** @type {string | null} */
export const code = null;
