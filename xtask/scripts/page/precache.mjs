// What the service worker keeps, and the version that it is of.
import { createHash } from "node:crypto";

/** @typedef {{ files: Record<string, string>, version: string }} Precache */

/** A hash in the form of integrity attributes and policies. @param {string | Uint8Array} content */
export const hashOf = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

/**
 * @param {Record<string, string | Uint8Array>} contents by name
 * @returns {Precache}
 */
export function precache(contents) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const [name, content] of Object.entries(contents)) {
    // By the address of the folder: some hosts answer "index.html" with a redirection there.
    files[name === "index.html" ? "./" : name] = hashOf(content);
  }
  return { files, version: createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16) };
}
