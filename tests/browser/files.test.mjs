// Files that are opened or dropped, and what is told of those that cannot be read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanHtml } from "copydesk";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, fillClipboard, inSight, paste } from "./support/desk.mjs";
import { asSet, drop, htmlOf, look, names, opened, openFiles } from "./support/flows.mjs";

const open = usePage();
const { raw, title } = story;
const text = { name: "river.txt", text: raw };
const html = {
  name: "river.html",
  text: htmlOf({ site: "courier.example", body: "<ul><li>One</li><li>Two</li></ul>" }),
};

/** @param {import("playwright-core").Page} page @param {string | RegExp} words */
const warned = (page, words) => page.locator(".warning").filter({ hasText: words }).waitFor();

test("a file of text, of Markdown or of HTML is cleaned as what it is", async (t) => {
  const page = await open(t);
  await openFiles(page, [text]);
  assert.equal(asSet(await bodyHtml(page)), asSet((await clean(raw)).content));
  await openFiles(page, [{ name: "notes.md", text: `# ${title}\n\n${story.body}\n` }]);
  assert.equal(await page.locator("#body > p").count(), story.paragraphs.length);
  await openFiles(page, [html]);
  assert.equal(asSet(await bodyHtml(page)), asSet((await cleanHtml(html.text)).content));
  assert.equal((await names(page)).length, 3);
});

test("several at once are a tab each, named by title, else by the file", async (t) => {
  const page = await open(t);
  const list = { name: "list.txt", text: "Menu\nSign in\nPrivacy\n" };
  await openFiles(page, [list, text, html]);
  await page.waitForFunction(
    (name) => document.querySelectorAll(`#tabs button[title="${name}"]`).length === 2,
    title,
  );
  assert.deepEqual(await names(page), ["list.txt", title, title]);
  await look(page, "list.txt");
  assert.ok(await page.locator("#none").isVisible());
  await page.locator("#undo").click();
  await page.locator("body[data-stage=empty]").waitFor();
  assert.deepEqual(await names(page), [], "opening them was one step");
});

test("the same file can be opened again", async (t) => {
  const page = await open(t);
  await openFiles(page, [text]);
  await openFiles(page, [text]);
  await page.waitForFunction(() => document.querySelectorAll("#tabs li").length === 2);
});

test("files are dropped anywhere on the page, which shows that they may be", async (t) => {
  const page = await open(t);
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "x.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("#input", "dragenter", { dataTransfer: data });
  assert.ok(await page.locator("#drop").isVisible());
  await page.dispatchEvent("#input", "dragleave", { dataTransfer: data });
  assert.ok(await page.locator("#drop").isHidden());

  await drop(page, { files: [text, html] });
  await opened(page, 0);
  assert.ok(await page.locator("#drop").isHidden());
  assert.equal((await names(page)).length, 2);
  assert.equal(await page.locator("#body li").count(), 2, "the last of them is shown");
});

test("text is dropped as well, with its HTML; what else can be dragged is left to the browser", async (t) => {
  const page = await open(t);
  await drop(page, { flavours: { "text/plain": raw, "text/html": html.text } });
  await opened(page, 0);
  assert.equal(await page.locator("#title").textContent(), title);
  const isTaken = await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData("application/x-card", "1");
    const event = new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(isTaken, false);
});

test("a page in an older encoding is read as it declares", async (t) => {
  const page = await open(t);
  const markup = htmlOf({ site: "courier.example", heading: "Flut über Müritz: der Fluß kehrt zurück" });
  const bytes = Buffer.from(markup.replace("utf-8", "windows-1252"), "latin1");
  await openFiles(page, [{ name: "alt.htm", text: bytes }]);
  assert.equal(await page.locator("#title").textContent(), "Flut über Müritz: der Fluß kehrt zurück");
});

/** @type {[name: string, file: { text: string | Buffer, type?: string }, words: RegExp][]} */
const problems = [
  [
    "photo.png",
    { text: "\x89PNG\r\n\x1a\n", type: "image/png" },
    /^photo\.png is a picture, .*copy the page's text itself\./,
  ],
  [
    "paper.pdf",
    { text: "%PDF-1.7", type: "application/pdf" },
    /^paper\.pdf is a PDF: open it, select all, copy, and paste here\./,
  ],
  ["letter.docx", { text: "PK" }, /^letter\.docx is no file of plain text or HTML: open it/],
  [
    "tool.exe",
    { text: "MZ" },
    /^tool\.exe is a folder, or no file of text or HTML: choose files that end in \.txt/,
  ],
  ["empty.txt", { text: "" }, /^empty\.txt is empty\./],
  ["bytes.txt", { text: "a\0b" }, /^bytes\.txt holds bytes that no text has/],
];

for (const [name, file, words] of problems)
  test(`${name} is told, with what to do, and changes nothing`, async (t) => {
    const page = await open(t);
    await paste(page, raw);
    const before = await bodyHtml(page);
    await page.locator("#files").setInputFiles({
      name,
      mimeType: file.type ?? "",
      buffer: Buffer.from(file.text),
    });
    await warned(page, words);
    assert.ok(await inSight(page, ".warning"));
    assert.equal(await bodyHtml(page), before);
    assert.equal((await names(page)).length, 1);
  });

test("a file that is too large is not even read", async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(32_000_001).fill(97)], "huge.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await warned(page, /^huge\.txt has 32\.1 MB, and the page takes files of up to 32 MB/);
  assert.equal(await page.locator("body").getAttribute("data-stage"), "empty");
});

test("beside files that can be read, those that cannot are told, and stay in sight", async (t) => {
  const page = await open(t);
  const bad = (/** @type {string} */ name) => ({ name, text: "x", type: "image/jpeg" });
  await openFiles(page, [bad("a.jpg"), text, bad("b.jpg"), bad("<b>c.jpg"), bad("d.jpg"), bad("e.jpg")]);
  assert.equal(await page.locator("#title").textContent(), title);
  await warned(page, /^a\.jpg is a picture.* b\.jpg .* <b>c\.jpg .* So it is with 2 more\./);
  await page.waitForTimeout(500);
  assert.ok(await inSight(page, ".warning"));
  const news = page.locator("#news");
  assert.match(
    (await news.textContent()) ?? "",
    new RegExp(`${title}\\. \\d+ of \\d+ lines kept`),
    "and what was opened is said",
  );
});

test("a picture that is pasted is told to be one", async (t) => {
  const page = await open(t);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 4);
    canvas.getContext("2d")?.fillRect(0, 0, 4, 4);
    const png = await canvas.convertToBlob({ type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
  });
  await page.keyboard.press("ControlOrMeta+V");
  await warned(page, /is a picture, and there is no text in it/);
  assert.equal(await page.locator("body").getAttribute("data-stage"), "empty");
});

test("an address alone is no page", async (t) => {
  const page = await open(t);
  await fillClipboard(page, " https://courier.example/river?page=2\n");
  await page.keyboard.press("ControlOrMeta+V");
  await warned(page, "This is the address of a page");
  assert.equal(await page.locator("body").getAttribute("data-stage"), "empty");
  await drop(page, {
    flavours: { "text/uri-list": "https://courier.example/", "text/plain": "https://courier.example/" },
  });
  await warned(page, "This is the address of a page");
  await paste(page, `https://courier.example/river?page=2\n${raw}`);
  assert.equal(await page.locator("#title").textContent(), title);
});
