// The package in Node: `node node.mjs PAGES PACKAGE`. PAGES has a page in each line; PACKAGE is the package's folder.

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { answer, timed } from "./asked.mjs";

const [file, pkg] = process.argv.slice(2);
const { clean, cleanHtml } = await import(pathToFileURL(path.join(pkg, "index.js")).href);
const rows = readFileSync(file, "utf8").split("\n").slice(0, -1);
/** @type {{ html: string, paste: string }[]} */
const pages = rows.map((row) => JSON.parse(row));

await answer((asked) =>
  asked.mode === "text"
    ? timed(clean, pages[asked.page].paste, asked)
    : timed(cleanHtml, pages[asked.page].html, asked),
);
