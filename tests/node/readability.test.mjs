// Readability's interface, as a small program uses it that was written for it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { cleanHtml } from "copydesk";
import { isProbablyReaderable, Readability, ready } from "copydesk/readability";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { wholePage } from "../support/markup.mjs";
import { story } from "../support/story.mjs";
import { root } from "./support.mjs";

const url = "https://tessel.example/river";

/** @type {Record<string, (html: string) => Document>} */
const libraries = {
  jsdom: (html) => new JSDOM(html, { url }).window.document,
  linkedom: (html) => parseHTML(html).document,
};

/** The fields that Readability documents. */
const FIELDS = "title content textContent length excerpt byline dir siteName lang publishedTime".split(" ");

const MENU = "<!doctype html><html><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>";

for (const [library, read] of Object.entries(libraries)) {
  test(`a document of ${library} is read, without waiting, and stays as it was`, async () => {
    const document = read(wholePage);
    const before = document.documentElement.outerHTML;
    assert.equal(isProbablyReaderable(document), true);
    const article = new Readability(document).parse() ?? assert.fail("no article");
    assert.deepEqual(Object.keys(article).sort(), [...FIELDS].sort());
    const options = { images: true, ...(library === "jsdom" && { url }) };
    const expected = JSON.parse(JSON.stringify(await cleanHtml(wholePage, options)));
    assert.deepEqual(article, Object.fromEntries(FIELDS.map((field) => [field, expected[field]])));
    assert.ok(article.textContent.includes(story.body));
    assert.equal(document.documentElement.outerHTML, before);
  });

  test(`a document of ${library} without an article gives null`, () => {
    assert.equal(new Readability(read(MENU)).parse(), null);
    assert.equal(isProbablyReaderable(read(MENU)), false);
  });

  test(`in ${library}, what the caller says is hidden is left out`, () => {
    const document = read(wholePage);
    const seen = /** @type {string[]} */ ([]);
    const isVisible = (/** @type {any} */ node) => {
      seen.push(node.localName);
      return node.localName !== "p";
    };
    assert.equal(isProbablyReaderable(document, { visibilityChecker: () => true }), true);
    assert.equal(isProbablyReaderable(document, { visibilityChecker: isVisible }), false);
    assert.equal(isProbablyReaderable(document, isVisible), false);
    assert.ok(seen.includes("p") && document.querySelector("p"));
  });

  test(`in ${library}, a serializer is given the article's element`, () => {
    const document = read(wholePage);
    const article = new Readability(document, { serializer: (element) => element }).parse();
    const element = /** @type {Element} */ (article?.content);
    assert.ok(element.querySelectorAll("p").length >= story.paragraphs.length);
    assert.equal(element.querySelector("p")?.textContent, story.paragraphs[0]);
    assert.notEqual(element.ownerDocument, document);
  });
}

const document = libraries.jsdom(wholePage);

test("a document of too many elements is refused", () => {
  const count = document.getElementsByTagName("*").length;
  assert.ok(new Readability(document, { maxElemsToParse: count }).parse());
  assert.ok(new Readability(document, { maxElemsToParse: 0 }).parse());
  assert.throws(() => new Readability(document, { maxElemsToParse: count - 1 }).parse(), {
    message: `Readability: the document has ${count} elements, more than maxElemsToParse allows`,
  });
});

test("where the article is shorter than asked for, more is kept", () => {
  const page = libraries.jsdom(
    `${MENU}<h1>Ferry</h1><p>It sails.</p>${story.paragraphs.map((text) => `<p>${text}</p>`).join("")}<p>Said by the harbour, from a sign at the quay</p><ul><li>Rain later on</ul>`,
  );
  const length = (/** @type {number | undefined} */ charThreshold) =>
    new Readability(page, { charThreshold }).parse()?.length ?? 0;
  const once = length(undefined);
  assert.equal(length(once), once);
  assert.ok(length(100_000) > once, `${length(100_000)} of ${once}`);
});

test("what a readerable page must come to can be asked for", () => {
  const longest = Math.max(...story.paragraphs.map((text) => text.length));
  assert.equal(isProbablyReaderable(document, { minContentLength: longest - 1, minScore: 0 }), true);
  assert.equal(isProbablyReaderable(document, { minContentLength: longest, minScore: 0 }), false);
  assert.equal(isProbablyReaderable(document, { minScore: 1000 }), false);
  assert.equal(isProbablyReaderable(document, { minContentLength: 10_000 }), false);
  assert.equal(isProbablyReaderable(libraries.jsdom(MENU), { minContentLength: 0, minScore: -1 }), false);
});

test("options without a meaning here change nothing", () => {
  const others = {
    debug: true,
    nbTopCandidates: 9,
    classesToPreserve: ["note"],
    keepClasses: true,
    disableJSONLD: true,
    allowedVideoRegex: /orla/,
    linkDensityModifier: 1,
  };
  assert.deepEqual(new Readability(document, others).parse(), new Readability(document, null).parse());
});

for (const value of [undefined, null, wholePage, {}]) {
  test(`${JSON.stringify(value)?.slice(0, 12)} is refused as no document`, () => {
    const wrong = /** @type {any} */ (value);
    assert.throws(() => new Readability(wrong), /^TypeError: Readability: expected a document/);
    assert.throws(() => isProbablyReaderable(wrong), /^TypeError: isProbablyReaderable: expected a document/);
  });
}

test("ready may be awaited anywhere, and changes nothing", async () => {
  assert.equal(await ready(), undefined);
  assert.ok(new Readability(document).parse());
});

test("where a browser does not compile without waiting, the error names ready, which makes it work", () => {
  const program = `
    import { isProbablyReaderable, Readability, ready } from "copydesk/readability";
    import { parseHTML } from "linkedom";
    // As Chrome before 115 on the main thread.
    for (const name of ["Module", "Instance"]) {
      WebAssembly[name] = new Proxy(WebAssembly[name], {
        construct() { throw new RangeError("disallowed on the main thread"); },
      });
    }
    const { document } = parseHTML(${JSON.stringify(wholePage)});
    const log = (work) => { try { console.log(work()); } catch (error) { console.log(error.message); } };
    log(() => new Readability(document).parse());
    log(() => isProbablyReaderable(document));
    await ready();
    log(() => new Readability(document).parse().title);
    log(() => isProbablyReaderable(document));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(run.stderr, "");
  const [parse, readerable, title, yes] = run.stdout.trimEnd().split("\n");
  const message =
    /: this browser compiles WebAssembly .* Call `await ready\(\)` once before, with `import \{ ready \} from "copydesk\/readability"`$/;
  assert.match(parse, message);
  assert.ok(parse.startsWith("Readability: ") && readerable.startsWith("isProbablyReaderable: "));
  assert.match(readerable, message);
  assert.deepEqual([title, yes], [story.title, "true"]);
});

test("where WebAssembly is forbidden, the error says what allows it", () => {
  const program = `
    import { Readability } from "copydesk/readability";
    WebAssembly.Module = function () { throw new WebAssembly.CompileError("refused by the policy"); };
    try { new Readability({ nodeType: 9 }).parse(); } catch (error) { console.log(error.message); }`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  assert.match(run.stdout, /script-src needs 'wasm-unsafe-eval'\. The cause: refused by the policy\n$/);
});
