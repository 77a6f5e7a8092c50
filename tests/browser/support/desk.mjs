// What a person does on the page and sees there, by name.
import { readdirSync, readFileSync } from "node:fs";

const pages = new URL("../../pages/", import.meta.url);

/** The golden pages' names. */
export const slugs = readdirSync(pages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** @param {string} slug */
export function golden(slug) {
  const read = (/** @type {string} */ name) => readFileSync(new URL(`${slug}/${name}`, pages), "utf8");
  return { raw: read("raw.txt"), body: read("body.txt"), article: JSON.parse(read("article.json")) };
}

/** @typedef {import("playwright-core").Page} Page */

/**
 * Puts the text on the clipboard and presses the keys that paste it.
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("ControlOrMeta+V");
  await page.locator("body[data-stage=lines]").waitFor();
}

/** @param {Page} page */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/**
 * @param {Page} page
 * @param {number} number
 */
export const line = (page, number) => page.locator(`#line-${number}`);

/**
 * @param {Page} page
 * @param {number} number
 */
export const isKept = async (page, number) =>
  (await line(page, number).getAttribute("aria-selected")) === "true";

/** The article's body as it is set. @param {Page} page */
export const bodyHtml = (page) => page.locator("#body").innerHTML();
