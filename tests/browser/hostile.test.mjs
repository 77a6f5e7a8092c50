import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./support/browser.mjs";
import { line, paste } from "./support/desk.mjs";

const open = usePage();

const payloads = [
  `<img src=x onerror="canary()">`,
  `<script>canary()</script>`,
  `"><svg onload=canary()>`,
  `</textarea></template></li><script>canary()</script>`,
  `<iframe srcdoc="<script>parent.canary()</script>"></iframe>`,
  `<a href="javascript:canary()" autofocus onfocus=canary()>read on</a>`,
  `&lt;img src=x onerror=canary()&gt;`,
  `<p>closed</p><h2>and opened</h2>`,
  `<style>body{background:url(x)}</style><base href="https://example.org/">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=canary()>`,
];
const story =
  "After nine days of flood the Orla is back within its banks, the water board of Tessel said on Friday.";
const hostile = payloads.map((payload) => `${payload} ${story}`);

/** @param {import("playwright-core").Page} page */
async function keepAll(page) {
  for (let number = 1; number <= hostile.length; number += 1) {
    if ((await line(page, number).getAttribute("aria-selected")) === "false")
      await line(page, number).click();
  }
}

for (const bypassCSP of [false, true]) {
  const guard = bypassCSP ? "even with the page's policy switched off" : "under the page's policy";
  test(`markup in a paste is text and runs nothing, ${guard}`, async (t) => {
    const page = await open(t, { bypassCSP });
    /** @type {string[]} */
    const ran = [];
    await page.exposeFunction("canary", () => ran.push("canary"));
    page.on("dialog", (dialog) => ran.push(dialog.type()));
    await paste(page, hostile.join("\n"));
    await keepAll(page);

    const shown = await page.locator("#article").innerText();
    for (const text of hostile) assert.ok(shown.includes(text), text);
    assert.deepEqual(await page.locator("#lines .text").allTextContents(), hostile);
    const made = "#article, #lines";
    assert.equal(
      await page.locator(made).locator("img, script, svg, iframe, a, style, base, math").count(),
      0,
    );
    await page.waitForTimeout(300);
    assert.deepEqual(ran, []);
  });
}

test("the canary sings when markup does run", async (t) => {
  const page = await open(t, { bypassCSP: true, expectErrors: true });
  /** @type {string[]} */
  const ran = [];
  await page.exposeFunction("canary", () => ran.push("canary"));
  await page.evaluate((html) => {
    document.body.insertAdjacentHTML("beforeend", html);
  }, payloads[0]);
  await page.waitForTimeout(300);
  assert.deepEqual(ran, ["canary"]);
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
