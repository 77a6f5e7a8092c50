// The page under attack: files, names, fragments, shares and a storage of somebody who means harm. It starts, says what
// it has left out, works on, and runs nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { paste, settled } from "./support/desk.mjs";
import { choose, download, drop, listedRules, names, opened, openRules } from "./support/flows.mjs";
import { useHost, whenKept } from "./support/host.mjs";
import { payloads } from "./support/payloads.mjs";
import { serveStrangers } from "./support/strangers.mjs";
import { tricks } from "./support/tricks.mjs";

const open = usePage();
const openAtHost = useHost();
const { raw, title, numbers, paragraphs } = story;
const all = [...payloads, ...tricks].map(({ html }) => html);

/** @typedef {import("playwright-core").Page} Page */

/** What ran. @param {Page} page */
async function listen(page) {
  /** @type {string[]} */
  const ran = [];
  await page.context().exposeFunction("canary", () => ran.push("canary"));
  page.on("dialog", (dialog) => ran.push(dialog.type()));
  page.on("popup", () => ran.push("popup"));
  return ran;
}

/** A person can go on working. @param {Page} page */
async function works(page) {
  await paste(page, raw);
  assert.equal(await page.locator("#title").textContent(), title);
  assert.deepEqual(await page.evaluate(() => Object.keys(Object.prototype)), []);
}

const STRANGE =
  "script, iframe, object, embed, svg, math, style, link, meta, base, form, input, img, video, audio, template, noscript, [id]:not(#title, #subtitle, #origin, #body, [id^='line-']), [name], [onerror]";

/** @param {Page} page */
const strange = (page) =>
  page
    .locator("#article, #rows, #tabs, #news")
    .evaluateAll(
      (places, wanted) =>
        places.flatMap((place) =>
          [...place.querySelectorAll(wanted)].map((each) => each.outerHTML.slice(0, 200)),
        ),
      STRANGE,
    );

const page = (/** @type {string} */ body) =>
  `<html><title>River</title><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>${body}`).join("\n")}`;
const bytes = (/** @type {number[]} */ ...each) => Buffer.from(each);
const noise = Buffer.from(
  Array.from({ length: 200_000 }, (_, i) => 1 + (((i * 2_654_435_761) >>> 13) % 255)),
);
const IMAGE = "<img src=x onerror=canary()>";

/** @type {Record<string, { name: string, text: string | Buffer }>} */
const FILES = {
  "every payload in one page": { name: "all.html", text: page(all.join("\n")) },
  "every payload as text": {
    name: "all.txt",
    text: all.map((each) => each.replaceAll("\0", "")).join(`\n${paragraphs[0]}\n`),
  },
  "noise that is called a page": { name: "noise.html", text: noise },
  "noise that is called a text": { name: "noise.txt", text: noise },
  "a tag that is too long by a byte each": {
    name: "overlong.html",
    text: Buffer.concat([
      Buffer.from(page("")),
      bytes(0xc0, 0xbc),
      Buffer.from("img src=x onerror=canary()"),
      bytes(0xe0, 0x80, 0xbe),
    ]),
  },
  "UTF-16 in halves, the last one torn": {
    name: "half.html",
    text: Buffer.concat([
      bytes(0xff, 0xfe),
      Buffer.from(page(`\ud800${IMAGE}\udc00`), "utf16le"),
      bytes(0x3c),
    ]),
  },
  "UTF-16 the other way round": {
    name: "turned.html",
    text: Buffer.concat([bytes(0xfe, 0xff), Buffer.from(page(IMAGE), "utf16le").swap16()]),
  },
  "a declared UTF-7": {
    name: "seven.html",
    text: `<meta charset=utf-7>${page("+ADw-img src=x onerror=canary()+AD4-")}`,
  },
  "a declared ISO-2022-JP that swallows a tag": {
    name: "jp.html",
    text: `<meta charset=iso-2022-jp>${page(`<a title="\u001b$B">x</a> \u001b(B <b title="${IMAGE}">y</b>`)}`,
  },
  "a declared encoding that is none": {
    name: "none.html",
    text: `<meta charset="hz-gb-2312">${page(IMAGE)}${"\u00e9"}`,
  },
  "a page of 60,000 elements that nothing closes": {
    name: "deep.html",
    text: page("<div><b><i>".repeat(20_000)),
  },
  "a mark at its start, twice": { name: "marks.txt", text: `\ufeff\ufeff${raw}` },
};

for (const [what, file] of Object.entries(FILES))
  test(`a file: ${what}`, async (t) => {
    const page = await open(t);
    const ran = await listen(page);
    await drop(page, { files: [file] });
    await page
      .locator("body[data-stage=lines], .warning")
      .first()
      .waitFor({ state: "attached", timeout: 60_000 });
    await settled(page);
    assert.deepEqual(await strange(page), []);
    await works(page);
    assert.deepEqual(ran, []);
  });

/** What turns text around, breaks lines, or is a path. */
const NAMES = [
  "river\u202elmth.exe.txt",
  "\u2066\u2067\u202d.html",
  "../../etc/passwd.txt",
  "C:\\windows\\con.txt",
  "a\u0000\u0007\u001b[31m\r\nb.txt",
  `<img src=x onerror=canary()>.html`,
  `${"long ".repeat(2000)}.txt`,
  "__proto__.txt",
  "\ud800.txt",
];
/** As `www/inout/names.js` and the systems that take files have it. */
const BAD_IN_LABELS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const BAD_IN_FILES = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[. -]|[. ]$/u;

test("names of files are shown as plain words, and do not become names of what is saved", async (t) => {
  const page = await open(t);
  const ran = await listen(page);
  await drop(page, { files: NAMES.map((name) => ({ name, text: "Menu\nSign in\nPrivacy\n" })) });
  await opened(page, NAMES.length - 1);
  for (const label of await names(page)) {
    assert.doesNotMatch(label, BAD_IN_LABELS);
    assert.ok(label.length > 0 && label.length < 250, label);
  }
  await drop(page, { files: NAMES.map((name) => ({ name: `${name}.png`, text: "x", type: "image/png" })) });
  const warning = page.locator(".warning");
  await warning.waitFor();
  const said = (await warning.textContent()) ?? "";
  assert.doesNotMatch(said, BAD_IN_LABELS);
  assert.match(said, /^riverlmth\.exe\.txt\.png is a picture/);

  for (const name of NAMES) {
    await paste(
      page,
      "",
      `<title>${name.replaceAll("<", "&lt;")}</title><h1>${name.replaceAll("<", "&lt;")}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`,
    );
    const saved = await download(page, () => choose(page, "Save", "Text"));
    assert.doesNotMatch(saved.name, BAD_IN_FILES);
    assert.match(saved.name, /^.{1,90}\.txt$/u);
  }
  assert.deepEqual(await strange(page), []);
  assert.deepEqual(ran, []);
});

const payload = encodeURIComponent(IMAGE.repeat(3));
const FRAGMENTS = [
  "#page&",
  "#page&text=",
  "#page&text=%",
  "#page&text=%E0%A4%A&title=%ff%fe&url=%00",
  `#page&title=${payload}&url=javascript:canary()&of=1e999&text=${payload}`,
  `#page&title=%E2%80%AEtxt&url=https://user:secret@courier.example/&of=-5&text=${payload}`,
  `#page&of=NaN&text=${"x".repeat(900_000)}`,
  "#page&__proto__=x&constructor=y&text=__proto__",
  `#page&text=a&text=${payload}&text=b`,
  "#shared",
  "#extension=x",
  `#${payload}`,
  "#title",
];

test("fragments of whoever sends a link: what is text is a text, the rest is nothing", async (t) => {
  const page = await open(t);
  const ran = await listen(page);
  const home = page.url();
  for (const fragment of FRAGMENTS) {
    await page.goto("about:blank");
    await page.goto(home + fragment);
    await page.locator("#sent", { hasText: "nothing was sent" }).waitFor();
    await settled(page);
    assert.deepEqual(await strange(page), [], fragment);
    assert.ok(!(await page.content()).includes("user:secret"));
    if (/^#(?:page|shared)/.test(fragment)) assert.equal(new URL(page.url()).hash, "", fragment);
    await works(page);
  }
  assert.deepEqual(ran, []);
});

test("another site posts to the page that takes shares: it comes as text, and runs nothing", async (t) => {
  const { page, host } = await openAtHost(t);
  const ran = await listen(page);
  await whenKept(page);
  const field = (/** @type {string} */ name, /** @type {string} */ value) =>
    `<textarea name="${name}">${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</textarea>`;
  const stranger = serveStrangers({
    form: {
      body: `<form method=post enctype="multipart/form-data" action="${host.url}share">${field("title", `\u202e${IMAGE}`)}
        ${field("text", `${all.join("\n")}\n${raw}`)}${field("url", "javascript:canary()")}${field("problem", `A lie: ${IMAGE}`)}
        ${field("files", "not a file")}${field("__proto__", "x")}</form><script>document.forms[0].submit()</script>`,
    },
  });
  await page.goto(await stranger("form"));
  await page.waitForURL(host.url);
  await page.locator("body[data-stage=lines]").waitFor();
  await settled(page);
  assert.deepEqual(await strange(page), []);
  assert.equal(
    await page.locator("#news", { hasText: "A lie" }).count(),
    0,
    "only the page says what was left out",
  );
  await works(page);
  assert.deepEqual(ran, []);
});

/** Values that nothing here has written. */
const GARBAGE = [
  "",
  "null",
  "\0",
  `"><img src=x onerror=canary()>`,
  "dark light",
  "__proto__",
  "x".repeat(300_000),
];

test("a storage of garbage, wherever there is one: the page starts, and keeps its own choices", async (t) => {
  const page = await open(t);
  const ran = await listen(page);
  for (const value of GARBAGE) {
    await page.evaluate(async (text) => {
      localStorage.clear();
      for (const key of ["theme", "single-keys", "__proto__", "more", ""])
        localStorage.setItem(`copydesk.${key}`, text);
      localStorage.setItem("__proto__", text);
      sessionStorage.setItem("copydesk.theme", text);
      history.replaceState({ text, __proto__: { text } }, "");
      window.name = text;
      const scope = new URL("./", location.href).href;
      for (const part of ["shared", "", "x"]) {
        const cache = await caches.open(`copydesk ${scope} ${part}`);
        for (const name of ["share", "main.js?x"]) await cache.put(name, new Response(text));
      }
      const request = indexedDB.open("copydesk", 7);
      await new Promise((resolve) => {
        request.onupgradeneeded = () => request.result.createObjectStore("rules");
        request.onsuccess = resolve;
      });
      request.result.close();
    }, value);
    await page.reload();
    assert.equal(await page.locator("html").getAttribute("data-theme"), null);
    await page.goto(`${page.url()}#shared`);
    await page.reload();
    await works(page);
  }
  assert.deepEqual(ran, []);
});

const rule = { phrase: "home", site: null, keep: true, made: "2024-06-04" };
const stored = (/** @type {unknown[]} */ ...rules) =>
  JSON.stringify({ copydesk: "rules", version: 1, rules });

for (const [what, text, said, listed] of /** @type {const} */ ([
  ["no JSON at all", "{", /^What this browser has stored as your rules is none/, 0],
  [
    "rules of a later version",
    `{"copydesk":"rules","version":9,"rules":[]}`,
    /^What this browser has stored as your rules is none/,
    0,
  ],
  [
    "rules among others",
    stored(rule, 7, { ...rule, keep: 1 }),
    /^2 of the rules that this browser has stored are none and were left out/,
    1,
  ],
]))
  test(`a storage with ${what}: the page says what it has left out`, async (t) => {
    const page = await open(t);
    await page.evaluate((value) => localStorage.setItem("copydesk.rules.1", value), text);
    await page.reload();
    await page.locator(".warning", { hasText: said }).waitFor();
    await openRules(page);
    assert.equal((await listedRules(page)).length, listed);
  });

test("a storage that is full says so, and the page works", async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    for (let size = 1 << 22; size > 0; size >>= 1)
      for (let at = 0; at < 4; at += 1)
        try {
          localStorage.setItem(`full ${size} ${at}`, "x".repeat(size));
        } catch {
          break;
        }
  });
  await paste(page, raw);
  await page.locator(`#line-${numbers.home}`).click();
  await page.locator(".warning", { hasText: "no room left" }).waitFor();
  await works(page);
});
