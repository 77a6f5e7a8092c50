import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml } from "copydesk";
import { story } from "../support/story.mjs";
import { native } from "./support.mjs";

const item = (/** @type {string} */ text) => `<li><a href="/x">${text}</a></li>`;

const PAGE = `<!doctype html>
<html lang=en><head><title>${story.title}</title><script>document.write("<p>never</p>")</script></head>
<body><nav class=main-menu><ul>${["Home", "News", "Sport"].map(item).join("")}</ul></nav>
<article class=story><h1>${story.title}</h1>
<p class=byline>By ${story.byline}</p><p><time datetime=2017-02-25>25 February 2017</time></p>
${story.paragraphs.map((text) => `<p>${text}`).join("\n")}
</article>
<aside class=related><h2>Most read</h2><ul>${["Ferry timetable changes", "Choir looks for tenors"].map(item).join("")}</ul></aside>
<footer><a href=/privacy>Privacy policy</a></footer></body></html>`;

test("HTML gives the article and every line that can be seen", async () => {
  const result = await cleanHtml(PAGE, { url: "https://tessel.example/orla" });
  assert.equal(result.title, story.title);
  assert.equal(result.byline, story.byline);
  assert.equal(result.publishedTime, "2017-02-25");
  assert.equal(result.textContent, story.body);
  assert.ok(!result.lines.some((line) => line.text.includes("never")), "scripts are no text");
  assert.equal(result.lines.find((line) => line.text === "Privacy policy")?.kept, false);
});

test("lines of HTML are set by hand as others are", async () => {
  const result = await cleanHtml(PAGE);
  const menu = result.lines.find((line) => line.text === "Sport");
  assert.ok(menu);
  const changed = result.with({ [menu.number]: true });
  assert.match(changed.textContent, /^Sport\n\nAfter nine days/);
  assert.equal(changed.lines.length, result.lines.length);
  assert.equal(result.with({}).textContent, result.textContent);
});

test("any string is valid HTML, and nothing else is", async () => {
  for (const html of ["", "<", "</p></div>", "<div>".repeat(20_000), "\0<p \ud83d=x>\ud83d"]) {
    const { textContent, lines } = await cleanHtml(html);
    assert.equal(textContent === "" || lines.length > 0, true);
  }
  for (const wrong of [undefined, null, 5, new Uint8Array(3)]) {
    await assert.rejects(
      // @ts-expect-error what is no string
      cleanHtml(wrong),
      /cleanHtml: expected the page's HTML as a string, got/,
    );
  }
});

test("options hold for HTML, and a wrong one is told", async () => {
  const { textContent } = await cleanHtml(PAGE, { drop: ["paragraph"] });
  assert.ok(!textContent.includes(story.paragraphs[0]));
  await assert.rejects(cleanHtml(PAGE, /** @type {any} */ ({ keeep: [] })), /unknown option "keeep"/);
});

test("HTML has the same labels natively and in WebAssembly", async () => {
  const { lines, textContent } = JSON.parse(native(["--from", "html", "--to", "json"], PAGE));
  const result = await cleanHtml(PAGE);
  assert.equal(result.textContent, textContent);
  assert.deepEqual(JSON.parse(JSON.stringify(result.lines)), lines);
});

const RICH = PAGE.replace(
  "</article>",
  `<h2>What is left</h2><ol start=3><li>Two plums, and <a href="/piano"><b>the piano</b></a> that was carried up the stairs of the school.</li><li>The wheel of <em>the mill</em>, which nobody had thought would hold.</li></ol>
<p>The board of Tessel has put a gauge at the mill.</p><img src=/mill.jpg alt="The mill">
<p>It is read twice a day, at eight in the morning and at eight at night.</p></article>`,
);

test("the structure of HTML is kept, and comes back when lines are set", async () => {
  const options = { url: "https://tessel.example/orla", images: true };
  const result = await cleanHtml(RICH, options);
  assert.match(
    result.markdown,
    /\n## What is left\n\n3\. Two plums, and \[\*\*the piano\*\*\]\(https:\/\/tessel\.example\/piano\) that .*\n4\. The wheel of \*the mill\*,/,
  );
  assert.match(
    result.content,
    /<ol start="3">\n<li>Two plums, and <a href="https:\/\/tessel\.example\/piano"><strong>the piano<\/strong>/,
  );
  assert.match(result.markdown, /\n!\[The mill\]\(https:\/\/tessel\.example\/mill\.jpg\)\n/);
  const again = result.with({});
  assert.deepEqual(again, result);
  assert.equal(again.toHtml(), result.toHtml());
  const item = result.lines.find((line) => line.text.startsWith("Two plums"));
  assert.ok(item);
  const without = result.with({ [item.number]: false }).with({ [item.number]: true });
  assert.equal(without.content, result.content);
  assert.ok(!(await cleanHtml(RICH)).content.includes("<img"), "pictures come when they are asked for");
});

test("a text with its HTML keeps the text's lines and the HTML's structure", async () => {
  const { lines } = await cleanHtml(RICH);
  const text = lines.map((line) => line.text).join("\n");
  const plain = await clean(text);
  const both = await clean(text, { html: RICH, url: "https://tessel.example/orla" });
  assert.deepEqual(
    both.lines.map((line) => line.text),
    plain.lines.map((line) => line.text),
  );
  assert.ok(
    both.content.includes('<a href="https://tessel.example/piano">') && !plain.content.includes("<a"),
  );
  assert.deepEqual(both.with({}), both);
  const other = await clean(text, { html: "<p>Another page, of which the text has no word.</p>" });
  assert.deepEqual(other.lines, plain.lines);
  await assert.rejects(cleanHtml(RICH, { html: RICH }), /options\.html goes with a text/);
});
