// What a person does on the page and sees there, by name.

/** @typedef {import("playwright-core").Page} Page */

/**
 * Puts a page's text on the clipboard, with its HTML where there is any, and presses the keys that paste it. It waits
 * until the article is set.
 * @param {Page} page
 * @param {string} text
 * @param {string} [html]
 */
export async function paste(page, text, html) {
  await fillClipboard(page, text, html);
  await page.keyboard.press("ControlOrMeta+V");
  await page.locator("body[data-stage=lines]").waitFor();
  await settled(page);
}

/**
 * Both flavours go there as another program would lay them down: the clipboard's own interface would clean the HTML.
 * @param {Page} page
 * @param {string} text
 * @param {string} [html]
 */
export const fillClipboard = (page, text, html) =>
  page.evaluate(
    ([plain, markup]) => {
      /** @param {ClipboardEvent} event */
      const fill = (event) => {
        event.clipboardData?.setData("text/plain", plain ?? "");
        if (markup !== undefined) event.clipboardData?.setData("text/html", markup);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener("copy", fill, { capture: true, once: true });
      if (!document.execCommand("copy")) throw new Error("Chromium refused to fill the clipboard");
    },
    [text, html],
  );

/** Waits until what was last done is to be seen: nothing is being cleaned or set any more. @param {Page} page */
export const settled = (page) =>
  page.waitForFunction(() => document.getElementById("reading")?.ariaBusy !== "true");

/** @param {Page} page */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Everything that lies on the clipboard, item by item and flavour by flavour. @param {Page} page */
export const flavours = (page) =>
  page.evaluate(async () => {
    const raw = /** @type {any} */ ({ unsanitized: ["text/html"] });
    const items = await navigator.clipboard.read(raw);
    return Promise.all(
      items.map(async (item) =>
        Object.fromEntries(
          await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])),
        ),
      ),
    );
  });

/**
 * A line's row, where it is drawn: in sight, or not far from it.
 * @param {Page} page
 * @param {number} number
 */
export const line = (page, number) => page.locator(`#line-${number}`);

/**
 * A line's row, brought into sight by scrolling as a person would with the bar: near the place first, then nearer.
 * @param {Page} page
 * @param {number} number
 */
export async function bring(page, number) {
  const found = await page.evaluate(async (wanted) => {
    const list = /** @type {HTMLElement} */ (document.getElementById("lines"));
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (let tries = 0; tries < 60; tries += 1) {
      const row = document.getElementById(`line-${wanted}`);
      const sight = list.getBoundingClientRect();
      const place = row?.getBoundingClientRect();
      if (place && place.top >= sight.top && place.bottom <= sight.bottom) return true;
      if (place) list.scrollTop += place.top - sight.top - (sight.height - place.height) / 2;
      else {
        const seen = [...list.querySelectorAll(".line")]
          .filter((each) => Math.abs(each.getBoundingClientRect().top - sight.top) < 3 * sight.height)
          .map((each) => Number(/** @type {HTMLElement} */ (each).dataset.number));
        const middle = (Math.min(...seen) + Math.max(...seen)) / 2;
        const each = (3 * sight.height) / Math.max(1, Math.max(...seen) - Math.min(...seen));
        list.scrollTop +=
          Math.sign(wanted - middle) * Math.max(sight.height, Math.abs(wanted - middle) * each * 0.3);
      }
      await frame();
    }
    return false;
  }, number);
  if (!found) throw new Error(`line ${number} could not be brought into sight: has it a row?`);
  return line(page, number);
}

/**
 * @param {Page} page
 * @param {number} number
 */
export const isKept = async (page, number) =>
  (await line(page, number).getAttribute("aria-selected")) === "true";

/**
 * Clicks a line, wherever it is in the list, and waits for the article of it.
 * @param {Page} page
 * @param {number} number
 * @param {{ modifiers?: ["Shift"] }} [how]
 */
export async function flip(page, number, how) {
  await (await bring(page, number)).click(how);
  await settled(page);
}

/** The number of the line that the list calls active, 0 where there is none. @param {Page} page */
export const activeLine = async (page) =>
  Number((await page.locator("#lines").getAttribute("aria-activedescendant"))?.replace("line-", "") ?? 0);

/**
 * All rows of the list from its first to its last, gathered while scrolling through it.
 * @param {Page} page
 */
export const allRows = (page) =>
  page.evaluate(async () => {
    const list = /** @type {HTMLElement} */ (document.getElementById("lines"));
    /** @type {Map<number, { number: number, kind: string, word: string, mark: string, kept: boolean, text: string }>} */
    const rows = new Map();
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    // A key that went to a far line may be on its way yet.
    for (let still = 0; still < 5; still += 1) {
      if (list.scrollTop > 0) still = 0;
      list.scrollTop = 0;
      await frame();
    }
    for (;;) {
      await frame();
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".line"))) {
        const of = (/** @type {string} */ name) => row.querySelector(name)?.textContent ?? "";
        rows.set(Number(row.ariaPosInSet), {
          number: Number(of(".number")),
          kind: row.dataset.kind ?? "",
          word: of(".word"),
          mark: of(".mark"),
          kept: row.ariaSelected === "true",
          text: of(".text"),
        });
      }
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break;
      list.scrollTop += list.clientHeight / 2;
    }
    return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  });

/** Chooses a pane in a narrow window. @param {Page} page @param {"Article" | "Lines"} name */
export const view = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Waits for the page to say this to a screen reader. @param {Page} page @param {string | RegExp} words */
export const said = (page, words) =>
  page.getByRole("status").filter({ hasText: words }).waitFor({ state: "attached" });

/** The article's body as it is set. @param {Page} page */
export const bodyHtml = (page) =>
  page.locator("#body").evaluate((body) => {
    const copy = /** @type {HTMLElement} */ (body.cloneNode(true));
    // What the panes know one another by is none of the article.
    for (const element of copy.querySelectorAll("*")) {
      element.removeAttribute("data-line");
      element.classList.remove("here");
      if (element.getAttribute("class") === "") element.removeAttribute("class");
    }
    // As the core writes it: a block a line.
    return [...copy.children].map((block) => `${block.outerHTML}\n`).join("");
  });

/** How long a person may wait for what a key or a tap brings into sight, in milliseconds. Rows are drawn a frame later. */
const SIGHT_WITHIN = 5000;

/**
 * Whether a person comes to see the whole of an element: it lies within the window, and nothing covers its middle or the
 * middles of its edges.
 * @param {Page} page
 * @param {string} selector
 */
export const inSight = (page, selector) =>
  page
    .waitForFunction(
      (wanted) => {
        const element = document.querySelector(wanted);
        if (!element) return false;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (right <= left || bottom <= top || left < 0 || top < 0) return false;
        if (right > innerWidth + 0.5 || bottom > innerHeight + 0.5) return false;
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const edge = 2;
        return [top + edge, y, bottom - edge].every((height) =>
          element.contains(document.elementFromPoint(x, height)),
        );
      },
      selector,
      { timeout: SIGHT_WITHIN },
    )
    .then(
      () => true,
      () => false,
    );
