// Standard output, no faster than it is read.

import { once } from "node:events";

/**
 * Prints a text. Waits where nobody has read yet what was written before, so that it does not pile up.
 *
 * @param {string} text
 * @param {import("node:stream").Writable} [to]
 */
export async function print(text, to = process.stdout) {
  if (text !== "" && !to.write(text)) {
    await once(to, "drain");
  }
}
