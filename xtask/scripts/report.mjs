// Draws what was evaluated and timed: `node report.mjs TARGET PAGE [DOCS]`. TARGET is the build folder with what was
// measured, PAGE the file that is written, DOCS the folder of the README's pictures, without which none are made.

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { entries } from "./entries.mjs";
import { read } from "./report/data.mjs";
import { page } from "./report/page.mjs";
import { quality, speed } from "./report/pictures.mjs";

const [target, file, docs] = process.argv.slice(2);
const measured = await read(target);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, page(measured, await entries()));
if (docs) {
  await writeFile(path.join(docs, "quality.svg"), quality(measured.evaluate));
  await writeFile(path.join(docs, "speed.svg"), speed(measured.bench));
}
