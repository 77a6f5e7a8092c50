// What comes and goes by other ways than the clipboard: files, rules, tabs.
import { readFile } from "node:fs/promises";
import { story } from "../../support/story.mjs";
import { settled } from "./desk.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ name: string, text: string | Buffer, type?: string }} GivenFile */

/** @param {GivenFile} file */
const toBuffer = ({ name, text, type = "" }) => ({ name, mimeType: type, buffer: Buffer.from(text) });

/**
 * Chooses files in the browser's own dialog, and waits until the last of them is set.
 * @param {Page} page
 * @param {readonly GivenFile[]} files
 */
export async function openFiles(page, files) {
  const before = await page.locator("#tabs li").count();
  await page.locator("#files").setInputFiles(files.map(toBuffer));
  await opened(page, before);
}

/** Waits for more tabs than these, and for what is shown then. @param {Page} page @param {number} before */
export async function opened(page, before) {
  await page.waitForFunction((count) => document.querySelectorAll("#tabs li").length > count, before);
  await settled(page);
}

/**
 * Drops on the page what a browser hands over: files, or flavours of text.
 * @param {Page} page
 * @param {{ files?: readonly GivenFile[], flavours?: Record<string, string> }} dropped
 */
export async function drop(page, { files = [], flavours = {} }) {
  const given = files.map(({ name, text, type = "" }) => ({
    name,
    type,
    bytes: Buffer.from(text).toString("base64"),
  }));
  const data = await page.evaluateHandle(
    ([all, texts]) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of all) {
        const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
        transfer.items.add(new File([content], name, { type }));
      }
      for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
      return transfer;
    },
    /** @type {const} */ ([given, flavours]),
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

/**
 * The file that a button hands over.
 * @param {Page} page
 * @param {() => Promise<void>} act
 */
export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/**
 * A choice of one of the menus over the article.
 * @param {Page} page
 * @param {"Copy as" | "Save"} menu
 * @param {string} choice
 */
export async function choose(page, menu, choice) {
  await page.locator("summary", { hasText: menu }).click();
  await page.getByRole("button", { name: choice }).click();
}

/** @param {Page} page */
export const names = (page) => page.locator("#tabs button:not(.close)").allTextContents();

/** @param {Page} page @param {string} name */
export async function look(page, name) {
  await page.locator("#tabs").getByRole("button", { name, exact: true }).click();
  await settled(page);
}

/** @param {Page} page @param {"Undo" | "Redo"} way */
export async function step(page, way) {
  await page.locator(`#${way.toLowerCase()}`).click();
  await settled(page);
}

/** Opens the list of rules. @param {Page} page */
export async function openRules(page) {
  await page.locator("#more > summary").click();
  await page.getByRole("button", { name: "Your rules …" }).click();
}

/** What each rule of the open list says, the latest first. @param {Page} page */
export const listedRules = (page) =>
  page
    .locator("#rule-list li")
    .evaluateAll((items) =>
      items.map((item) => ["verdict", "phrase", "site"].map((_, i) => item.children[i].textContent)),
    );

/** The rules as they lie in the browser's storage. @param {Page} page @returns {Promise<any[]>} */
export const storedRules = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem("copydesk.rules.1") ?? `{"rules":[]}`).rules);

const { title, byline, paragraphs } = story;
const MENU = ["Home", "News", "Sport", "Culture", "Sign in", ""];
const FOOT = ["", "Most read", "Ferry timetable changes", "Privacy policy", "Terms of use"];

/**
 * Pages of the story's article, as a site splits it: the header stands on each of them.
 * @param {number} number from 1 to 3
 */
export function pageOfStory(number) {
  const own = paragraphs.slice(3 * (number - 1), 3 * number);
  const mark = `Page ${number} of 3`;
  return [
    ...MENU,
    title,
    "",
    `By ${byline}`,
    "25 February 2017",
    mark,
    "",
    ...own.flatMap(gap),
    ...FOOT,
  ].join("\n");
}

/**
 * The body's HTML as it is compared: nodes write a quotation mark as it is where the core writes a reference, and between
 * blocks there need be nothing, and links open beside the page.
 * @param {string} html
 */
export const asSet = (html) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll(' rel="noopener noreferrer" target="_blank"', "")
    .replace(/>\s+(?=<)/g, ">")
    .trim();

/** @param {string} text */
const gap = (text) => [text, ""];

/** @param {string} text */
const toElement = (text) => `<p>${text}</p>`;

/**
 * A page of a site, as browsers save it.
 * @param {{ site: string, path?: string, heading?: string, body?: string }} told `body`: in the middle of the article
 */
export const htmlOf = ({ site, path = "river", heading = title, body = "" }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${heading}</title>
<link rel="canonical" href="https://${site}/${path}"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>${heading}</h1><p class="byline">By ${byline}</p><time datetime="2017-02-25">25 February 2017</time>
${paragraphs.slice(0, 4).map(toElement).join("\n")}
${body}
${paragraphs.slice(4).map(toElement).join("\n")}</article><footer><p>Privacy policy</p></footer></body></html>`;
