// Standard output, no faster than it is read.

import { once } from "node:events";

/**
 * Waits where nobody has read yet what was written before, so that it does not pile up.
 *
 * @param {string} text
 */
export async function print(text) {
  if (text !== "" && !process.stdout.write(text)) {
    await once(process.stdout, "drain");
  }
}
