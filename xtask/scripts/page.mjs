// Bundles www/ into dist/: scripts and styles through esbuild, everything else as it is.
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = path.join(root, "www");
const draft = path.join(root, "node_modules/.cache/copydesk/dist");
const result = path.join(root, "dist");

const isCode = (name) => /\.(js|mjs|css|md)$/.test(name);

await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });

const top = await readdir(source);
const entryPoints = top.filter((name) => name === "main.js" || name.endsWith(".css"));
await build({
  entryPoints: entryPoints.map((name) => path.join(source, name)),
  outdir: draft,
  bundle: true,
  format: "esm",
  minify: true,
  // The oldest browsers that compile a module of this size without waiting.
  target: ["chrome115", "edge115", "firefox115", "safari16.4"],
  loader: { ".txt": "text" },
  external: ["*.svg", "*.png", "*.woff2"],
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || isCode(entry.name)) continue;
  const file = path.join(entry.parentPath, entry.name);
  await cp(file, path.join(draft, path.relative(source, file)));
}

// Moved into place whole, so that a server meanwhile never sees half a page.
await rm(result, { recursive: true, force: true });
await rename(draft, result);
