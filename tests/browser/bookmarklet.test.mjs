// The bookmarklet on pages of strangers. Chromium offers no way to click a bookmark from outside. The nearest is what is
// done here: its code is run in the page by the debugger as the act of a person (`userGesture`), which, as a bookmark's,
// is stopped by no policy of the page and may open one window.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, test } from "node:test";
import { serve } from "../../www/serve.mjs";
import { useBrowser } from "./support/browser.mjs";
import { STORY, serveStrangers, story, TITLE } from "./support/strangers.mjs";

const dist = new URL("../../dist/", import.meta.url);
const docs = new URL("../../docs/bookmarklet.md", import.meta.url);
/** Below this, every browser keeps it; Firefox's own end is at 65,536. */
const LONGEST_BOOKMARK = 4096;

const newContext = useBrowser();
const home = await serve(decodeURIComponent(dist.pathname));
after(() => home.close());

const csp = (/** @type {string} */ policy) => ({ "Content-Security-Policy": policy });
/** Sentences that are not all alike, as many as asked for. */
const report = (/** @type {number} */ count) => {
  const words = STORY.join(" ").match(/\p{L}+/gu) ?? [];
  let seed = 1;
  const next = (/** @type {number} */ below) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  return Array.from({ length: count }, () => {
    const said = Array.from({ length: 12 + next(40) }, () => words[next(words.length)]);
    return `<p>The ${said.join(" ")}.</p>`;
  }).join("\n");
};

/** Together longer than a fragment. */
const LONG_SENTENCES = 8000;

/** @type {Record<string, import("./support/strangers.mjs").Stranger>} */
const STRANGERS = {
  plain: { body: story() },
  "default-src-none": { body: story(), headers: csp("default-src 'none'") },
  "script-src-self": { body: story(), headers: csp("script-src 'self'") },
  "trusted-types": {
    body: story(),
    headers: csp("require-trusted-types-for 'script'; trusted-types 'none'"),
  },
  coop: { body: story(), headers: { "Cross-Origin-Opener-Policy": "same-origin" } },
  "sandbox-popups": { body: story(), headers: csp("sandbox allow-scripts allow-popups") },
  "sandbox-popups-escape": {
    body: story(),
    headers: csp("sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"),
  },
  sandbox: { body: story(), headers: csp("sandbox allow-scripts") },
  large: {
    body: `${story()}<script type="application/json">${JSON.stringify("x".repeat(1_500_000))}</script>
      <div hidden>${`<p data-more="${"y".repeat(200)}">More that nobody sees.</p>`.repeat(6500)}</div>`,
  },
  long: { body: story(report(LONG_SENTENCES)) },
  "long-coop": {
    body: story(report(LONG_SENTENCES)),
    headers: { "Cross-Origin-Opener-Policy": "same-origin" },
  },
  nodes: { body: story(`<p>${"<i></i>".repeat(100_000)}</p>`) },
  shadow: {
    body: `<nav><a href="/">Home</a></nav><div id="host"></div><script>
      const root = host.attachShadow({ mode: "open" });
      root.innerHTML = ${JSON.stringify(`<style>.gone{display:none}</style><article><h1>${TITLE}</h1>${STORY.map((t) => `<p>${t}</p>`).join("")}<p class="gone">Not shown to anybody at all.</p></article>`)};
    </script>`,
  },
  rtl: {
    whole: `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>المرفأ</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>مجلس المرفأ يقرر الإبقاء على الرافعة الخشبية</h1>${"<p>صوّت مجلس المرفأ في المدينة أمس على الإبقاء على آخر رافعة خشبية في الميناء بعد عام من النقاش بين السكان والتجار.</p><p>وقال مدير الرصيف إن الرافعة ليست أثرا تاريخيا، لكنها جزء من ذاكرة الناس الذين يعملون هنا منذ ثلاثين عاما.</p>"}</article></body></html>`,
    body: "",
  },
  frameset: {
    whole: `<!doctype html><html><head><title>${TITLE}</title></head><frameset cols="20%,80%"><frame src="/menu"><frame src="/plain"></frameset></html>`,
    body: "",
  },
  menu: { body: "<ul><li><a href='/'>Home</a></li><li><a href='/x'>Letters</a></li></ul>" },
  overwritten: {
    head: `<script>
      window.seen = [];
      for (const name of ["parse", "stringify"]) JSON[name] = (...all) => { seen.push(all); return "stolen"; };
      for (const name of Object.getOwnPropertyNames(Array.prototype))
        if (typeof Array.prototype[name] === "function") Array.prototype[name] = function () { seen.push(name); throw new Error("stolen"); };
      window.postMessage = (...all) => { seen.push(all); };
      MessagePort.prototype.postMessage = (...all) => { seen.push(all); };
    </script>`,
    body: story(),
  },
};
const strangers = serveStrangers(STRANGERS);

/** The address of the bookmark, as a person would drag it. */
async function bookmark() {
  const page = await (await newContext()).newPage();
  await page.goto(home.url);
  await page.locator("#more > summary").click();
  await page.locator("#show-bookmarklet").click();
  const href = await page
    .locator("#bookmarklet-link")
    .evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
  await page.context().close();
  return href;
}

/**
 * Opens a page and runs the bookmarklet there as the act of a person.
 * @param {string} name
 */
async function click(name) {
  const context = await newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(await strangers(name));
  await page.waitForTimeout(50);
  const code = decodeURIComponent((await bookmark()).slice("javascript:".length));
  const debugging = await context.newCDPSession(page);
  const opened = context.waitForEvent("page", { timeout: 5000 }).catch(() => null);
  const { exceptionDetails } = await debugging.send("Runtime.evaluate", {
    expression: code,
    userGesture: true,
  });
  assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
  return { context, page, desk: await opened };
}

/** @param {import("playwright-core").Page} desk */
async function article(desk) {
  await desk.locator("#article:not([hidden]) #body > *").first().waitFor({ timeout: 30_000 });
  return {
    title: await desk.locator("#title").textContent(),
    body: (await desk.locator("#body").textContent()) ?? "",
  };
}

/** @param {import("playwright-core").Page} desk */
const undoes = (desk) => desk.locator("#undo").getAttribute("aria-label");

/** What came of it, for the table in the docs. @type {[what: string, result: string][]} */
const table = [];

test("the bookmark is under 4 KB", async () => {
  const href = await bookmark();
  assert.match(href, /^javascript:/);
  assert.ok(href.length < LONGEST_BOOKMARK, `it has ${href.length} characters`);
  assert.ok(!/COPYDESK_HOME/.test(href), "the page's address is not in it");
});

const ARRIVES = {
  plain: "no policy",
  "default-src-none": "`default-src 'none'`",
  "script-src-self": "`script-src 'self'`",
  "trusted-types": "Trusted Types required",
  "sandbox-popups-escape": "sandboxed, `allow-popups allow-popups-to-escape-sandbox`",
  large: "3 MB",
  nodes: "100,000 nodes",
  shadow: "open shadow roots",
  frameset: "a frameset",
  overwritten: "`JSON`, `Array.prototype` and `postMessage` overwritten",
};
for (const [name, what] of Object.entries(ARRIVES))
  test(`the article arrives: ${what}`, async () => {
    const { context, desk } = await click(name);
    assert.ok(desk, "no window was opened");
    await desk.locator("#undo[aria-label*='HTML']").waitFor({ timeout: 60_000 });
    const { title, body } = await article(desk);
    assert.equal(title, TITLE);
    for (const text of STORY) assert.ok(body.includes(text), `the article lacks: ${text}`);
    assert.ok(
      !body.includes("Hidden from everyone") && !body.includes("Not shown to anybody"),
      "hidden text came along",
    );
    const raw = await desk.evaluate(() => document.body.textContent);
    assert.ok(!raw?.includes("typed-secret"), "what was typed into a form came along");
    assert.equal(new URL(desk.url()).hash, "", "the fragment stands in the address");
    table.push([what, "arrives: the text at once, then the HTML"]);
    await context.close();
  });

test("the text has arrived where the opener is cut off: Cross-Origin-Opener-Policy", async () => {
  const { context, desk } = await click("coop");
  assert.ok(desk);
  const { title, body } = await article(desk);
  assert.equal(title, TITLE);
  for (const text of STORY) assert.ok(body.includes(text));
  assert.equal(await undoes(desk), "Undo: Paste", "HTML came, though there is no opener");
  table.push(["`Cross-Origin-Opener-Policy: same-origin`", "arrives, from the text alone"]);
  await context.close();
});

test("a text too long for a fragment: its beginning at once, all of it with the HTML", async () => {
  const { context, desk } = await click("long");
  assert.ok(desk);
  await desk.locator("#undo[aria-label*='HTML']").waitFor({ timeout: 60_000 });
  await desk.locator("#kept", { hasText: /of 8,0\d\d lines/ }).waitFor({ timeout: 60_000 });
  table.push(["a text too long for a fragment", "its beginning at once, all of it with the HTML"]);
  await context.close();
});

test("a text too long for a fragment, and no opener: the person is told", async () => {
  const { context, desk } = await click("long-coop");
  assert.ok(desk);
  await desk
    .locator("#news.warning", { hasText: /characters of its end are missing/ })
    .waitFor({ timeout: 60_000 });
  table.push([
    "the same under `Cross-Origin-Opener-Policy`",
    "its beginning, and the person is told how much is missing",
  ]);
  await context.close();
});

test("a page from right to left is read from right to left", async () => {
  const { context, desk } = await click("rtl");
  assert.ok(desk);
  await desk.locator("#undo[aria-label*='HTML']").waitFor();
  await article(desk);
  assert.equal(await desk.locator("#article").getAttribute("dir"), "rtl");
  table.push(["right to left", "arrives: the text at once, then the HTML"]);
  await context.close();
});

test("a sandbox that its windows inherit: the person reads why not", async () => {
  const { context, desk } = await click("sandbox-popups");
  assert.ok(desk);
  await desk.locator("#dead:visible, #article:visible").first().waitFor({ timeout: 15_000 });
  const arrived = await desk.locator("#article").isVisible();
  table.push([
    "sandboxed, `allow-popups`",
    arrived ? "arrives" : "the new window is in the sandbox too, and says what to do",
  ]);
  await context.close();
});

test("a sandbox without windows: the person reads why not", async () => {
  const { context, page, desk } = await click("sandbox");
  assert.equal(desk, null);
  const note = page.locator("html > div").last();
  await note.waitFor();
  assert.match((await note.textContent()) ?? "", /lets no window open.*paste/s);
  assert.ok((await note.textContent())?.includes(home.url));
  table.push(["sandboxed, no `allow-popups`", "the person is told what to do"]);
  await context.close();
});

test("a selection is read in the page's place", async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(await strangers("plain"));
  await page.evaluate(() => {
    const texts = document.querySelectorAll("article p:not(.byline)");
    getSelection()?.setBaseAndExtent(texts[0], 0, texts[1], 1);
  });
  const code = decodeURIComponent((await bookmark()).slice("javascript:".length));
  const debugging = await context.newCDPSession(page);
  const opened = context.waitForEvent("page");
  await debugging.send("Runtime.evaluate", { expression: code, userGesture: true });
  const desk = await opened;
  await desk.locator("#undo[aria-label*='HTML']").waitFor();
  const { body } = await article(desk);
  assert.ok(body.includes(STORY[0]) && body.includes(STORY[1]));
  assert.ok(!body.includes(STORY[2]), "more than the selection was read");
  await context.close();
});

test("a hostile opener posts garbage for a minute, and nothing of it is taken", async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(await strangers("plain"));
  const opened = context.waitForEvent("page");
  await page.evaluate((address) => {
    const text = encodeURIComponent("A page that means harm.\n".repeat(5));
    const desk = open(
      `${address}#page&title=${encodeURIComponent("<img src=x onerror=alert(1)>")}&url=javascript:alert(1)&of=x&text=${text}`,
    );
    const garbage = [
      null,
      1,
      "copydesk: page",
      { copydesk: "page" },
      { copydesk: "page", html: 7 },
      { copydesk: "page", html: ["<p>x</p>"] },
      { copydesk: "else", html: "<p>x</p>" },
      { copydesk: "page", html: { toString: () => "x", length: 3 } },
    ];
    let posted = 0;
    const end = performance.now() + 60_000;
    const post = () => {
      for (const each of garbage) {
        try {
          desk?.postMessage(each, "*");
        } catch {
          // Some of it cannot be posted at all.
        }
        posted += 1;
      }
      Object.assign(window, { posted });
      if (performance.now() < end) setTimeout(post, 1);
    };
    post();
  }, home.url);
  const desk = await opened;
  /** @type {string[]} */
  const errors = [];
  desk.on("pageerror", (error) => errors.push(error.message));
  desk.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  await desk.waitForTimeout(61_000);
  assert.ok((await page.evaluate(() => /** @type {any} */ (window).posted)) > 1000);
  assert.deepEqual(errors, []);
  assert.match((await undoes(desk)) ?? "", /^Undo: Paste$/, "something of the garbage was taken");
  // And it still works.
  await desk.locator("#again").click();
  await desk.locator("#sample").click();
  assert.ok((await article(desk)).body.length > 1000);
  table.push(["a hostile opener, garbage for a minute", "nothing of it is taken, the page works on"]);
  await context.close();
});

test("the table in docs/bookmarklet.md is what came of this", async () => {
  const rows = table.map(([what, result]) => `| ${what} | ${result} |`).sort();
  const made = ["| The page | What comes of a click |", "|---|---|", ...rows].join("\n");
  const text = await readFile(docs, "utf8");
  const part = /(<!-- table -->\n).*?(\n<!-- end -->)/s;
  const next = text.replace(part, (_, start, end) => start + made + end);
  if (process.env.COPYDESK_TEXTS === "update") await writeFile(docs, next);
  else assert.equal(text, next, "run it with COPYDESK_TEXTS=update, and look at the difference");
});
