// What comes into the page beside pastes, and what goes out: files, addresses, names of files, citations.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { webAddress } from "../../www/inout/address.js";
import { cite } from "../../www/inout/citation.js";
import { fileName } from "../../www/inout/names.js";
import { originOf } from "../../www/inout/origin.js";
import { fastest } from "./support.mjs";

const URL_OF = "https://courier.example/river";

// Dates are written as the reader's browser says, and not every Node has one.
const navigator = Object.getOwnPropertyDescriptor(globalThis, "navigator");
before(() =>
  Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-GB"] }, configurable: true }),
);
after(() => {
  if (navigator) Object.defineProperty(globalThis, "navigator", navigator);
  else delete globalThis.navigator;
});

const river = {
  title: "River returns to its bed",
  byline: "Ana Reyes",
  siteName: "The Tessel Courier",
  publishedTime: "2024-03-14",
  url: URL_OF,
  lang: "en",
};

test("an address is one of http or https, without a password", () => {
  assert.equal(webAddress("HTTPS://Courier.example/a b"), "https://courier.example/a%20b");
  assert.equal(webAddress("http://ana:secret@courier.example/"), "http://courier.example/");
  assert.equal(webAddress("/river", "https://courier.example/news"), URL_OF);
  const others = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///river",
    "ftp://x.example/",
    "/river",
    "x",
    "",
    null,
  ];
  for (const address of others) assert.equal(webAddress(address), null, String(address));
  for (const address of [
    `${URL_OF}${"x".repeat(5000)}`,
    `${URL_OF}${" ".repeat(5000)}`,
    `${URL_OF}/${"é".repeat(1500)}`,
  ])
    assert.equal(webAddress(address), null, "too long");
  assert.equal(webAddress("javascript:alert(1)", URL_OF), null);
});

test("a citation has title, author, site, date and address, in one line", () => {
  assert.deepEqual(cite(river), {
    text: `River returns to its bed. Ana Reyes, The Tessel Courier, 14 March 2024. ${URL_OF}`,
    html: `<a href="${URL_OF}">River returns to its bed</a>. Ana Reyes, The Tessel Courier, 14 March 2024`,
  });
});

test("what is not known is left out", () => {
  const without = (...keys) => cite({ ...river, ...Object.fromEntries(keys.map((key) => [key, null])) });
  assert.deepEqual(without("url"), {
    text: "River returns to its bed. Ana Reyes, The Tessel Courier, 14 March 2024",
  });
  assert.equal(
    without("byline").text,
    `River returns to its bed. The Tessel Courier, 14 March 2024. ${URL_OF}`,
  );
  assert.equal(without("byline", "siteName", "publishedTime").text, `River returns to its bed. ${URL_OF}`);
  assert.equal(
    without("byline", "siteName", "publishedTime").html,
    `<a href="${URL_OF}">River returns to its bed</a>`,
  );
  assert.deepEqual(without("title", "byline", "publishedTime"), {
    text: `The Tessel Courier. ${URL_OF}`,
    html: `The Tessel Courier. <a href="${URL_OF}">${URL_OF}</a>`,
  });
  assert.deepEqual(cite({ url: URL_OF }), { text: URL_OF, html: `<a href="${URL_OF}">${URL_OF}</a>` });
  assert.deepEqual(cite({}), { text: "" });
  assert.equal(cite({ ...river, byline: "The Tessel Courier" }).text.match(/Courier,/g).length, 1);
});

test("the date is in the article's language, and as exact as it is known", () => {
  const dates = [
    ["2024-03-14", "de", "14. März 2024"],
    ["2024-03", "en", "March 2024"],
    ["2024", "fr", "2024"],
    ["soon", "en", "soon"],
    ["2024-03-14", "no language at all", "2024-03-14"],
  ];
  for (const [publishedTime, lang, expected] of dates)
    assert.equal(cite({ title: "T", publishedTime, lang }).text, `T. ${expected}`);
});

test("a citation is one line, has one full stop at a time, and no markup but its own", () => {
  const hostile = cite({
    ...river,
    title: "Is it\nover?\u0000",
    byline: '<b onclick="x">Ana</b> & Co.',
    url: `${URL_OF}?a="<b>&b='`,
  });
  const address = `${URL_OF}?a=%22%3Cb%3E&b=%27`;
  assert.equal(
    hostile.text,
    `Is it over? <b onclick="x">Ana</b> & Co., The Tessel Courier, 14 March 2024. ${address}`,
  );
  assert.equal(
    hostile.html,
    `<a href="${address.replace("&", "&amp;")}">Is it over?</a> &lt;b onclick=&quot;x&quot;&gt;Ana&lt;/b&gt; &amp; Co., The Tessel Courier, 14 March 2024`,
  );
  assert.deepEqual(cite({ title: "River", url: "javascript:alert(1)" }), { text: "River" });
  assert.equal(cite({ title: "“Is it over?”", url: URL_OF }).text, `“Is it over?” ${URL_OF}`);
  assert.equal(cite({ title: "終わり。", url: URL_OF }).text, `終わり。 ${URL_OF}`);
});

test("a title gives a name that every system takes", () => {
  const names = [
    ["River returns to its bed", "River returns to its bed.md"],
    ['What now? 9/11: <a> "b" | c\\d*', "What now 9 11 a b c d.md"],
    ["  ..hidden.. ", "hidden.md"],
    ["--rf", "rf.md"],
    ["../../etc/passwd", "etc passwd.md"],
    ["河水回到河床", "河水回到河床.md"],
    ["رودخانه می\u200cآید", "رودخانه می\u200cآید.md"],
    ["e\u0301t\u00e9\tet\nhiver", "\u00e9t\u00e9 et hiver.md"],
    ["cod\u202egpj.exe\u0000", "cod gpj.exe.md"],
    ["CON", "_CON.md"],
    ["aux.v2", "_aux.v2.md"],
    ["Lpt1 ", "_Lpt1.md"],
    ["COM²", "_COM².md"],
    ["Console", "Console.md"],
    ["com12", "com12.md"],
    ["\ud83d", "article.md"],
    ["???", "article.md"],
    ["", "article.md"],
    [null, "article.md"],
    [undefined, "article.md"],
  ];
  for (const [title, name] of names) assert.equal(fileName(title, ".md"), name, String(title));
  assert.equal(fileName("River", ".html"), "River.html");
});

test("a long title is cut after a word, or where it must be", () => {
  const stem = (title) => fileName(title, ".html").slice(0, -".html".length);
  const words = `${"river ".repeat(12)}returns to its bed`;
  assert.equal(stem(words), `${"river ".repeat(12)}returns`, "80 characters are 72 and 7, and then a space");
  assert.equal(
    stem(`${"river ".repeat(12)}quayside walk`),
    `${"river ".repeat(12)}quayside`,
    "80 are 72 and 8",
  );
  assert.equal(stem(`${"x".repeat(79)} y`), "x".repeat(79));
  assert.equal(stem(`${"x".repeat(80)} y`), "x".repeat(80));
  assert.equal(stem("x".repeat(81)), "x".repeat(80));
  assert.equal(stem(`a ${"x".repeat(200)}`), `a ${"x".repeat(78)}`, "not after the one short word");
  for (const letter of ["é", "河", "😀", "नि", "\u0301", "x."]) {
    const name = fileName(letter.repeat(1000), ".html");
    assert.ok([...name].length <= 85, letter);
    assert.ok(new TextEncoder().encode(name).length <= 255, letter);
    assert.ok(!name.includes("\ufffd") && name.isWellFormed?.() !== false, letter);
  }
  assert.ok(stem(`x${"नि".repeat(100)}`).endsWith("नि"), "a letter keeps its marks");
});

const head = (...lines) =>
  `<!DOCTYPE html><html><head>${lines.join("\n")}</head><body><p>River</body></html>`;

test("a page's address is what it calls its canonical one, gives to those who share it, or was saved from", () => {
  const canonical = `<link rel="canonical" href="${URL_OF}">`;
  const shared = '<meta property="og:url" content="https://courier.example/shared">';
  const saved = "<!-- saved from url=(0029)https://courier.example/saved -->";
  assert.equal(originOf(head(saved, shared, canonical)), URL_OF);
  assert.equal(originOf(head(saved, shared)), "https://courier.example/shared");
  assert.equal(originOf(head(saved)), "https://courier.example/saved");
  assert.equal(originOf(head("<!-- nothing -->")), null);
  assert.equal(originOf(head(saved, '<link rel=canonical href="/river">')), URL_OF);
  assert.equal(
    originOf(head('<link rel=canonical href="/river">', shared)),
    "https://courier.example/shared",
  );
});

test("attributes come in every way that HTML has", () => {
  const ways = [
    `<LINK HREF='${URL_OF}' REL='alternate Canonical'/>`,
    `<link\n\trel = canonical\n  href = ${URL_OF}\n>`,
    `<link data-x="a > b" rel=canonical href=${URL_OF}>`,
    `<link rel=canonical href=" ${URL_OF} " href="https://other.example/">`,
    `<meta name="og:url" content="${URL_OF}" />`,
    `<meta content='${URL_OF}' property=OG:URL>`,
    `<title>a < b</title><link rel=canonical href=${URL_OF}>`,
  ];
  for (const way of ways) assert.equal(originOf(head(way)), URL_OF, way);
  for (const amp of ["&amp;", "&#38;", "&#038;", "&#x26;", "&"])
    assert.equal(originOf(head(`<link rel=canonical href="${URL_OF}?a=1${amp}b=2">`)), `${URL_OF}?a=1&b=2`);
});

test("what is no head's own word is not heard", () => {
  const canonical = `<link rel="canonical" href="${URL_OF}">`;
  const others = [
    `<script>document.write('${canonical}')</script>`,
    `<SCRIPT>"${canonical}"</SCRIPT >`,
    `<style>/* ${canonical} */</style>`,
    `<meta name=description content='${canonical}'>`,
    `<title>${canonical}</title>`,
    `<!-- ${canonical} -->`,
    `</head><body>${canonical}`,
    `<script>${canonical}`,
    `<!--${canonical}`,
    `<x-link rel="canonical" href="${URL_OF}">`,
    `<link rel="canonical-ish" href="${URL_OF}">`,
    '<link rel="canonical" href="javascript:alert(1)">',
    '<link rel="canonical" href="file:///home/ana/river.html">',
    '<link rel="canonical">',
    '<meta property="og:url">',
    `<meta property="og:title" content="${URL_OF}">`,
    `<link rel="stylesheet" href="${URL_OF}">`,
    "<!-- saved from url=(0011)about:blank -->",
    `<p title="<!-- saved from url=(0029)-->">`,
    `${" ".repeat(200_000)}${canonical}`,
  ];
  for (const other of others) assert.equal(originOf(head(other)), null, other.slice(-120));
  for (const text of ["", "River returns to its bed", `See ${URL_OF}`, "a < b > c"])
    assert.equal(originOf(text), null);
  assert.equal(originOf(head("<SCRIPT>x</SCRIPT>", canonical)), URL_OF, "behind a script it goes on");
});

test("whatever the characters are, reading a head takes linear time", () => {
  const units = [
    "<",
    "<link ",
    '<meta a="',
    "<meta a='<link b=\"",
    "<!--",
    "<!-->",
    "<script>",
    "<script></script",
    "<link a = ",
    "<link  /",
    "<meta =",
    "<link a=",
    " ",
    "<title",
  ];
  for (const unit of units) {
    const time = (length) => {
      const html = `<link ${unit.repeat(length / unit.length)}`;
      return fastest(() => originOf(html));
    };
    assert.ok(time(200_000) < 60 * Math.max(time(20_000), 0.1), unit);
  }
});
