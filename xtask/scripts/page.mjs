// Bundles www/ into dist/: the scripts into one, the styles into one, and the page as it is.
import { cp, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = path.join(root, "www");
const draft = path.join(root, "node_modules/.cache/copydesk/dist");
const result = path.join(root, "dist");

await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });
await build({
  entryPoints: [path.join(source, "main.js"), path.join(source, "style.css")],
  outdir: draft,
  bundle: true,
  format: "esm",
  minify: true,
  // The oldest browsers that compile a module of this size without waiting.
  target: ["chrome115", "edge115", "firefox115", "safari16.4"],
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
await cp(path.join(source, "index.html"), path.join(draft, "index.html"));

// Moved into place whole, so that a server meanwhile never sees half a page.
await rm(result, { recursive: true, force: true });
await rename(draft, result);
