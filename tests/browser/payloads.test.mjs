// Pasted markup runs nothing, as text and as HTML, under the page's policy and without it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/browser.mjs";
import { allRows, paste, settled } from "./support/desk.mjs";
import { payloads } from "./support/payloads.mjs";

const open = usePage();

const story =
  "After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday.";

/** What nobody may find in the article or among the lines. */
const FORBIDDEN =
  "script, iframe, object, embed, svg, math, style, link, meta, base, form, input:not(.menu input), img, video, audio, template, noscript";

/** @param {import("playwright-core").Page} page */
async function listen(page) {
  /** @type {string[]} */
  const ran = [];
  await page.exposeFunction("canary", () => ran.push("canary"));
  page.on("dialog", (dialog) => ran.push(dialog.type()));
  page.on("popup", () => ran.push("popup"));
  page.on("framenavigated", () => ran.push("navigated"));
  return ran;
}

/** Keeps every line, and goes over all that has come of it as a hand would. @param {import("playwright-core").Page} page */
async function keepAll(page) {
  await page.locator("#lines").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Enter");
  await settled(page);
  if ((await page.locator("#line-1[aria-selected=true]").count()) === 0) await page.keyboard.press("Enter");
  await settled(page);
  await page.locator("#body").evaluate((body) => {
    for (const element of body.querySelectorAll("*"))
      for (const type of ["pointerover", "pointerenter", "mouseover", "focusin", "animationstart", "click"])
        if (!element.closest("a") || type !== "click")
          element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    // Away again, so that no pane is brought to the place that was pointed at last.
    document.getElementById("reading")?.dispatchEvent(new Event("pointerleave"));
  });
}

/** What the paste has made on the page that it should not have. @param {import("playwright-core").Page} page */
const strange = (page) =>
  page.locator("#article, #rows").evaluateAll((places, forbidden) => {
    const allowed = new Set(
      "href rel target start colspan rowspan data-line data-language class id dir lang hidden datetime role aria-selected aria-setsize aria-posinset aria-hidden data-index data-kind data-number style".split(
        " ",
      ),
    );
    return places.flatMap((place) =>
      [...place.querySelectorAll("*")].flatMap((element) => {
        const attributes = [...element.attributes].filter(
          ({ name, value }) =>
            !allowed.has(name) ||
            (name === "href" && !/^(https?|mailto):/.test(value)) ||
            (name === "style" && !place.matches("#rows")),
        );
        return element.matches(forbidden) || attributes.length > 0 ? [element.outerHTML.slice(0, 200)] : [];
      }),
    );
  }, FORBIDDEN);

for (const bypassCSP of [false, true]) {
  const guard = bypassCSP ? "even with the page's policy switched off" : "under the page's policy";

  test(`markup in a text is text and runs nothing, ${guard}`, async (t) => {
    const page = await open(t, { bypassCSP });
    const ran = await listen(page);
    const hostile = payloads.map(({ html }) => `${html.replaceAll(/[\n\0]/g, " ")} ${story}`);
    await paste(page, hostile.join("\n"));
    await keepAll(page);

    assert.deepEqual(
      (await allRows(page)).map(({ text }) => text),
      hostile,
    );
    // The spaces of a text are the page's to set; its words are not.
    const words = (/** @type {string} */ text) => text.replace(/[\s\u00a0]+/g, "");
    const shown = words(await page.locator("#article").evaluate((article) => article.textContent ?? ""));
    const lost = hostile.filter((text) => !shown.includes(words(text).slice(1, -1)));
    assert.deepEqual(
      lost.filter((text) => !/^[[#>*+-]/.test(text)),
      [],
    );
    assert.deepEqual(await strange(page), []);
    await page.waitForTimeout(300);
    assert.deepEqual(ran, []);
  });

  test(`markup in HTML runs nothing, ${guard}`, async (t) => {
    const page = await open(t, { bypassCSP });
    const ran = await listen(page);
    for (const { way, html } of payloads) {
      const pages = `<h1>River</h1><p>${story}</p><p>${html} ${story}</p><p>${story}</p>`;
      await paste(page, "", pages);
      await keepAll(page);
      assert.deepEqual(await strange(page), [], `${way}: ${html}`);
      // What was shown goes, so that each starts from an empty desk.
      await page
        .getByRole("button", { name: /^Close / })
        .last()
        .click();
      await settled(page);
      assert.deepEqual(ran, [], `${way}: ${html}`);
    }
    await page.waitForTimeout(300);
    assert.deepEqual(ran, []);
  });
}

test("both flavours together, and what goes out again: the copies hold nothing that runs", async (t) => {
  const page = await open(t);
  const ran = await listen(page);
  const html = payloads.map(({ html }) => `<p>${html} ${story}</p>`).join("\n");
  await paste(page, payloads.map(() => story).join("\n\n"), html);
  await keepAll(page);
  assert.deepEqual(await strange(page), []);
  await page.keyboard.press("a");
  await page.keyboard.press("c");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read(/** @type {any} */ ({ unsanitized: ["text/html"] }));
    return (await item.getType("text/html")).text();
  });
  // A second Chromium page, without any policy, takes the copy for HTML.
  const plain = await page.context().newPage();
  /** @type {string[]} */
  const sang = [];
  await plain.exposeFunction("canary", () => sang.push("canary"));
  await plain.setContent(copied);
  await plain.waitForTimeout(300);
  assert.deepEqual([...ran, ...sang], []);
});

test("the canary sings when markup does run", async (t) => {
  const page = await open(t, { bypassCSP: true, expectErrors: true });
  const ran = await listen(page);
  const image = payloads.find(({ html }) => html.startsWith("<img src=x onerror=")) ?? assert.fail();
  await page.evaluate((html) => {
    document.body.insertAdjacentHTML("beforeend", html);
  }, image.html);
  await page.waitForTimeout(300);
  assert.deepEqual(ran, ["canary"]);
});

test("and most payloads would run in a page that takes them for its own", async (t) => {
  const page = await open(t, { bypassCSP: true, expectErrors: true });
  const plain = await page.context().newPage();
  let sang = 0;
  await plain.exposeFunction("canary", () => {
    sang += 1;
  });
  let singing = 0;
  for (const { way, html } of payloads.filter(({ way }) => /loads|by itself|script element/.test(way))) {
    sang = 0;
    await plain.setContent(`<p>${html}</p>`, { waitUntil: "domcontentloaded" });
    await plain.waitForTimeout(60);
    if (sang > 0) singing += 1;
    else t.diagnostic(`${way}: silent in Chromium: ${html.slice(0, 60)}`);
  }
  assert.ok(singing >= 12, `${singing} of them ran`);
});

test("the page's policy lets no script hand text to an HTML parser", async (t) => {
  const page = await open(t, { expectErrors: true });
  const answers = await page.evaluate(() => {
    const { trustedTypes } = /** @type {any} */ (globalThis); // newer than many libraries of types
    /** @param {() => void} attempt */
    const outcome = (attempt) => {
      try {
        attempt();
        return "allowed";
      } catch (error) {
        return error instanceof TypeError ? "refused" : String(error);
      }
    };
    return [
      outcome(() => {
        document.body.innerHTML = "<b>x</b>";
      }),
      outcome(() => new DOMParser().parseFromString("<b>x</b>", "text/html")),
      outcome(() => trustedTypes.createPolicy("any", { createHTML: (/** @type {string} */ text) => text })),
    ];
  });
  assert.deepEqual(answers, ["refused", "refused", "refused"]);
});
