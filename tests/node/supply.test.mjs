// What is not ours, as the lock files of npm name it, and what of it ships. `xtask/src/supply.rs` looks at the crates.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { root } from "./support.mjs";

const FOLDERS = [".", "tests/consumers", "benches/peers"];

/** Packages that would run a script when they are installed; nothing here lets them. */
const WITH_SCRIPTS = ["bun", "deno", "esbuild"];

/** Terms that MIT and Apache-2.0 can go with. None of those that are installed here ships, but for what is named below. */
const LICENCES = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MIT-0",
  "MPL-2.0",
  "Unlicense",
];

/** Parts of other packages that get into the page. */
const IN_THE_PAGE = ["@tanstack/virtual-core"];

const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** The packages of a lock file but the folder's own, by where they are put. */
const locked = (folder) =>
  Object.entries(readJson(path.join(folder, "package-lock.json")).packages).filter(
    ([place, { link }]) => place.includes("node_modules/") && !link,
  );
const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

for (const folder of FOLDERS) {
  test(`${folder}: the lock file is of this package.json, and every package is told by its hash`, () => {
    const wanted = readJson(path.join(folder, "package.json"));
    const own = readJson(path.join(folder, "package-lock.json")).packages[""];
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies", "workspaces"])
      assert.deepEqual(own[kind], wanted[kind], kind);
    const packages = locked(folder);
    assert.ok(packages.length > 0);
    for (const [place, { integrity, resolved }] of packages) {
      assert.match(integrity ?? "", /^sha512-/, place);
      // An address would be a registry's, of which there are many, or of something that is no registry.
      assert.equal(resolved, undefined, place);
    }
  });

  test(`${folder}: the licences are among those that are known, and no other package has a script to run`, () => {
    const packages = locked(folder);
    assert.deepEqual(
      packages
        .filter(([, { license }]) => !LICENCES.includes(license))
        .map(([place, { license }]) => [place, license]),
      [],
    );
    assert.deepEqual(
      packages.filter(
        ([place, { hasInstallScript }]) => hasInstallScript && !WITH_SCRIPTS.includes(nameOf(place)),
      ),
      [],
    );
  });
}

test("the package that ships needs no other, and runs nothing when it is installed", () => {
  const shipped = readJson("pkg/package.json");
  const may = [
    "name",
    "version",
    "description",
    "license",
    "keywords",
    "type",
    "engines",
    "sideEffects",
    "exports",
  ];
  assert.deepEqual(
    Object.keys(shipped).filter(
      (key) => ![...may, "types", "bin", "man", "files", "repository", "homepage"].includes(key),
    ),
    [],
  );
});

test("in the page are the packages that NOTICE names", async () => {
  const { metafile } = await build({
    entryPoints: ["www/main.js", "www/engine/watched.js", "www/extension/reader.js"].map((file) =>
      path.join(root, file),
    ),
    bundle: true,
    format: "esm",
    write: false,
    outdir: root,
    metafile: true,
    logLevel: "error",
  });
  const others = Object.keys(metafile.inputs).flatMap(
    (file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/)?.[1] ?? [],
  );
  const names = [...new Set(others)].filter((name) => name !== "copydesk");
  assert.deepEqual(names, IN_THE_PAGE);
  const notice = readFileSync(path.join(root, "NOTICE"), "utf8").split("\n");
  for (const name of names) {
    assert.equal(readJson(`node_modules/${name}/package.json`).license, "MIT");
    assert.ok(notice.includes(name), `NOTICE has no line with ${name}`);
  }
});

test("what ships of the page has its licences beside it", () => {
  for (const folder of ["dist", "dist-extension", "pkg"])
    for (const name of ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"])
      assert.equal(
        readFileSync(path.join(root, folder, name), "utf8"),
        readFileSync(path.join(root, name), "utf8"),
        `${folder}/${name}`,
      );
});

test("the tests that SECURITY.md names are there", () => {
  const text = readFileSync(path.join(root, "SECURITY.md"), "utf8");
  const named = [...text.matchAll(/`((?:tests|xtask)\/[\w./-]+)`/g)].map(([, file]) => file);
  const besides = [...text.matchAll(/(?<=, )`([\w-]+\.test\.mjs)`/g)].map(
    ([, file]) => `tests/browser/${file}`,
  );
  assert.ok(named.length > 10 && besides.length > 2);
  assert.deepEqual(
    [...named, ...besides].filter((file) => !existsSync(path.join(root, file))),
    [],
  );
});
