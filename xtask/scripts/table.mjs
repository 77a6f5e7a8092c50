// Sizes in columns.

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(12);

/**
 * @param {number} width of the names
 * @param {string[]} columns
 */
export const header = (width, columns) =>
  "".padEnd(width) + columns.map((column) => column.padStart(12)).join("");

/**
 * @param {number} width of the names
 * @param {string} name
 * @param {number[]} sizes in bytes
 */
export const row = (width, name, sizes) => name.padEnd(width) + sizes.map(kilobytes).join("");
