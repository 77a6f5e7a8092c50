// A fresh process with a first clean: `node first.mjs PACKAGE PAGE`. PAGE holds a text.

import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pkg, page] = process.argv.slice(2);
const { clean } = await import(pathToFileURL(path.join(pkg, "index.js")).href);
const { textContent } = await clean(readFileSync(page, "utf8"));
if (textContent === "") throw new Error("the first page has no article");
