// Small choices that stay on this machine. Where a browser keeps nothing, as in a private window, they last as long as
// the page.

const PREFIX = "copydesk.";

/** @param {string} name */
export function remembered(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice holds for this page all the same.
  }
}
