// Pages of HTML that hide nothing by style sheet: whoever reads one, from its HTML or from a document that something made
// of it, sees the same lines.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { story } from "./story.mjs";

const items = (/** @type {string[]} */ texts) =>
  texts.map((text) => `<li><a href="/x">${text}</a></li>`).join("\n");

/** A whole page, with every tag written out. */
export const wholePage = `<!doctype html>
<html lang="en"><head><title>${story.title} - Tessel Courier</title>
<meta name="author" content="${story.byline}">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2017-02-25T08:30:00Z"}</script>
<script>document.title += "<p>never</p>";</script></head>
<body><nav class="main-menu"><ul>${items(["Home", "News", "Sport"])}</ul></nav>
<form action="/search"><input name="q" value="Search"><button>Search</button></form>
<article class="story"><h1>${story.title}</h1>
<p class="byline">By <a rel="author" href="/reyes">${story.byline}</a></p><p><time datetime="2017-02-25">25 February 2017</time></p>
<figure><img src="/dike.jpg" alt="A dike"><figcaption>Crews on the dike. <small>Photo: Orla Press</small></figcaption></figure>
${story.paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
<h2>The water in <em>numbers</em></h2>
<table><thead><tr><th>Day</th><th>Level</th></tr></thead><tbody><tr><td>Monday</td><td>4.1 m</td></tr></tbody></table>
<pre><code class="language-sh">level --at bridge
  4.1</code></pre>
<blockquote><p>We carried the piano<sup>2</sup> upstairs<br>for <b>nothing</b>.</p></blockquote>
</article>
<aside class="related"><h2>Most read</h2><ul>${items(["Ferry timetable changes", "Choir looks for tenors"])}</ul></aside>
<footer><a href="/privacy">Privacy policy</a> <a href="/terms">Terms of use</a></footer></body></html>`;

/** Pages of a few lines, each with what is tried. */
const small = {
  "no element": "River",
  "no tags around": "<p>One <b>two</b>\n three<p>four",
  blocks: "<div>a</div><div>b</div><section><h2>c</h2>d</section>e",
  "line ends": "a<br>b<br><br>c<hr>d<wbr>e",
  lists: "<ul><li>a<li>b<ul><li>c</ul><li>d</ul><ol start=3><li>e<li value=9>f</ol>",
  terms: "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
  tables: "<table><caption>k</caption><tr><th>x<td>1<tr><td><td>2</table>",
  "tables in tables": "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>",
  "preformatted text": "<pre>\n  x\n\n\ty  z</pre>w<pre>a\n  b</pre>",
  "preformatted text that begins with an empty line": "<pre>\n\n  x</pre>",
  "line ends in code": "<pre><code>\na\n</code></pre><pre><b>\n</b>x</pre>",
  characters: "<h1>A&amp;B&lt;c&gt;</h1>\u00a0d&nbsp;e &eacute;&#x1f600;",
  fields:
    "<select><option>a<option>b</select><textarea>c</textarea><input value=d><button>e</button><label>f</label>",
  "what is hidden": "<p>a<p hidden>b<p style='display: none'>c<p>d<span style='visibility:hidden'>e</span>",
  "what is shown in what is hidden":
    "<div style='visibility: hidden'>a<p style='visibility: visible'>b</p>c<b style='visibility:visible'>d</b></div>",
  "hidden line ends and pictures":
    "a<br hidden>b<br style='display:none'>c<hr hidden>d<img src=/x.png hidden alt=x>",
  "no text":
    "<style>p {}</style><script>if (a < b) x('</p>')</script><template><p>x</template><iframe>x</iframe><p>a",
  drawings: "<p>a<svg><title>x</title><text>y</text></svg>b<math><mi>c</mi></math>",
  "closed parts": "<details><summary>a</summary><p>b</p></details><dialog>c</dialog><dialog open>d</dialog>",
  popovers: "<p>a<div popover>b</div>",
  neighbours:
    "<nav><a href=/>a</a><a href=/n>b</a></nav><span class=x>c</span><span class=y>d</span><b>e</b><i>f</i>",
  "styles in the line":
    "<p>a <span style='display:block'>b</span> c <span style='white-space:pre'>d  e\nf</span></p>",
  "items in a row": "<ul><li style='display:inline'>a</li><li style='display:inline-block'>b</li></ul>",
  "flexible boxes": "<div style='display:flex'><span>a</span><span>b</span><a href=/c>c</a></div>",
  emphasis:
    "<h2>a <b>b</b><span>c</span></h2><p><b>d<span>e</span><span style='font-weight:400'>f</span></b> <i>g</i>" +
    "<s>h</s> <sup><a href=/i>i</a></sup><sub>j</sub><address>k<span>l</span></address>",
  ruby: "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
  "paragraphs left open": "<p>a<div>b</div>c<p>d<ul><li>e</ul>f",
  "ends of nothing": "<p>a</span>b</p></p>c</div></ul></table>d<div>e</p>f</div>",
  "misnested elements": "<b><p>a</b>b</p>c<i>d<div>e</i>f</div>",
  "links in links": "<a href=1>a<a href=2>b",
  "a form that stands before itself":
    "<form>a<input name=firstChild><input name=attributes><input name=nextSibling><input name=nodeType><p>b" +
    "<input name=localName><input name=getAttribute><input name=getAttributeNames><input name=shadowRoot></form>c",
  "pictures that stand before the document":
    "<img name=body><img name=defaultView><img name=documentElement><img name=nodeType><img name=URL>" +
    "<form name=childNodes></form><img name=compatMode><p>a",
  "what only shows without scripts": `<div id=app></div><noscript>${"<p>After nine days of flood the Orla is back.</p>".repeat(3)}</noscript><p>Loading`,
  nothing: "",
};

const failures = new URL("../failures/", import.meta.url);
const folders = existsSync(failures) ? readdirSync(failures) : [];
const filed = folders
  .map((folder) => ({ name: folder, file: new URL(`${folder}/page.html`, failures) }))
  .filter(({ file }) => existsSync(file))
  .map(({ name, file }) => ({ name, html: readFileSync(file, "utf8") }))
  // A clipboard with a header of its own is no document.
  .filter(({ html }) => html.startsWith("<"));

/** Pages that libraries which do not build trees by the standard read in another way: they split no element in two. */
export const misnested = ["misnested elements", "links in links"];

/** Pages of which a document that is shown has other lines: scripts ran there, and what is for those without is not seen. */
export const withoutScripts = ["what only shows without scripts"];

/** @type {{ name: string, html: string }[]} */
export const pages = [
  { name: "a whole page", html: wholePage },
  ...Object.entries(small).map(([name, html]) => ({ name, html: `<!doctype html>${html}` })),
  ...filed,
];
