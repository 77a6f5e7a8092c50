/** Characters of a paste or a file: what a phone of today cleans without running out of memory. */
export const LARGEST = 32_000_000;

/** @param {number} length */
export function tooLarge(length) {
  const millions = (/** @type {number} */ n) =>
    `${(n / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} million characters`;
  return `This is ${millions(length)}; the page takes ${millions(LARGEST)} at once. Nothing was changed. Paste it in pieces, or clean it with the command: copydesk FILE.`;
}
