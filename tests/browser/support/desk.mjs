// What a person does on the page and sees there, by name.

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

/**
 * Whether a person can see the whole of an element: it lies within the window, and nothing covers its middle or the
 * middles of its edges.
 * @param {Page} page
 * @param {string} selector
 */
export const inSight = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (right <= left || bottom <= top || left < 0 || top < 0) return false;
    if (right > innerWidth + 0.5 || bottom > innerHeight + 0.5) return false;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const edge = 2;
    return [top + edge, y, bottom - edge].every((height) =>
      element.contains(document.elementFromPoint(x, height)),
    );
  });
