// How much memory the module of WebAssembly takes for a page: `node benches/memory.mjs`, after `cargo xtask build`.
//
// Its memory grows and never shrinks, so each page gets a process of its own. What `cargo xtask bench` prints natively
// is what is allocated at a time; this is what the engine has given, the page itself in it.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { clean, cleanHtml } from "../pkg/index.js";
import { largePage } from "../tests/support/large.mjs";

const MB = 1e6;
const SIZES = [1, 10];

/** @type {Record<string, (length: number) => { text?: string, html?: string }>} */
const PAGES = {
  "an ordinary text": (length) => ({ text: largePage(length).text }),
  "ordinary HTML": (length) => ({ html: largePage(length).html }),
  "a text of short lines": (length) => ({ text: "a\n".repeat(length / 2) }),
  "HTML of short lines": (length) => ({ html: "<p>a".repeat(length / 4) }),
};

/**
 * The memory that the module has when the page is clean, for each byte of it.
 *
 * @param {string} name
 * @param {number} megabytes
 */
async function measure(name, megabytes) {
  const { initSync } = await import("../pkg/generated/copydesk.js");
  const { text, html } = PAGES[name](megabytes * MB);
  const page = text ?? html ?? "";
  if (text === undefined) await cleanHtml(page);
  else await clean(page);
  // Started, the glue gives back what runs and starts nothing.
  const { memory } = initSync({ module: new Uint8Array() });
  return memory.buffer.byteLength / Buffer.byteLength(page);
}

const [name, megabytes] = process.argv.slice(2);
if (name !== undefined) {
  try {
    console.log((await measure(name, Number(megabytes))).toFixed(0));
  } catch (error) {
    console.log(/** @type {Error} */ (error).message);
  }
} else {
  console.log(
    `${"bytes of memory for each byte of the page".padEnd(48)} ${SIZES.map((size) => `${size} MB`).join("  ")}`,
  );
  for (const page of Object.keys(PAGES)) {
    const script = fileURLToPath(import.meta.url);
    const sizes = SIZES.map((size) =>
      spawnSync(process.execPath, [script, page, `${size}`], { encoding: "utf8" }).stdout.trim(),
    );
    console.log(`${page.padEnd(48)} ${sizes.map((size) => size.padStart(4)).join("  ")}`);
  }
}
