// The rules between windows, in files, and in a storage that somebody else has written to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "../support/story.mjs";
import { usePage } from "./support/browser.mjs";
import { bodyHtml, flip, isKept, line, paste, settled } from "./support/desk.mjs";
import { download, listedRules, openRules, storedRules } from "./support/flows.mjs";

const open = usePage();
const { raw, numbers, paragraphs } = story;

/** @param {unknown[]} rules */
const file = (...rules) => JSON.stringify({ copydesk: "rules", version: 1, rules });
const rule = { phrase: "home", site: null, keep: true, made: "2024-06-04" };

test("exported, forgotten and imported, the rules are the same; what is no rule is told", async (t) => {
  const page = await open(t);
  await paste(page, raw);
  for (const number of [numbers.home, numbers.second]) await flip(page, number);
  const before = await storedRules(page);
  await openRules(page);
  const { name, text } = await download(page, () => page.getByRole("button", { name: "Export" }).click());
  assert.equal(name, "copydesk-rules.json");
  assert.deepEqual(JSON.parse(text).rules, before);
  await page.getByRole("button", { name: "Forget all" }).click();
  const news = page.getByRole("dialog").getByRole("status");
  const give = async (/** @type {string} */ content, /** @type {RegExp} */ answer) => {
    const buffer = Buffer.from(content);
    await page
      .locator("#rules-file")
      .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer });
    await news.filter({ hasText: answer }).waitFor();
  };
  await give(text, /^2 rules imported\.$/);
  assert.deepEqual(await storedRules(page), before);
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await storedRules(page), []);
  await give(
    file(rule, { ...rule, phrase: "" }, 7),
    /^1 rule imported\. 2 were known already or are no rules\.$/,
  );
  await give("<html>", /^mine\.json: This file is no JSON/);
  await give(" ".repeat(6_000_000), /^mine\.json: This file is longer than/);
  await give(file(rule), /^0 rules imported\. 1 were known already/);
  assert.equal((await storedRules(page)).length, 1, "and none of that changed anything");
});

test("two windows agree, and each hears of the other's changes at once", async (t) => {
  const page = await open(t);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openRules(other);
  await page.bringToFront();
  await paste(page, raw);
  await flip(page, numbers.home);
  await flip(page, numbers.second);
  await other.locator("#rule-list li").nth(1).waitFor();
  await other.getByRole("button", { name: "Forget: keep home" }).click();
  await page.waitForFunction(() => !localStorage.getItem("copydesk.rules.1")?.includes('"home"'));
  await page.bringToFront();
  await flip(page, numbers.news);
  assert.deepEqual(
    (await storedRules(page)).map(({ phrase }) => phrase.slice(0, 4)),
    ["most", "news"],
    "a window does not bring back what the other has forgotten",
  );
  await other.locator("#rule-list li", { hasText: "news" }).waitFor();
  await other.bringToFront();
  await other.getByRole("button", { name: "Forget all" }).click();
  await page.bringToFront();
  await paste(page, raw);
  assert.ok(await page.locator("#ruled").isHidden());
});

/** What may lie in the storage: by a bug, an older version, an extension, a person who looks around. */
const poisons = {
  "no JSON": "{rules",
  "other JSON": `["rules"]`,
  null: "null",
  "a later version": JSON.stringify({ copydesk: "rules", version: 99, rules: [rule] }),
  "rules that are none": file(
    null,
    7,
    "x",
    [],
    {},
    { ...rule, keep: "no" },
    { ...rule, made: "yesterday" },
    { ...rule, site: 5 },
  ),
  "names of objects": file(
    ...["__proto__", "constructor", "toString", "hasOwnProperty"].map((phrase) => ({
      ...rule,
      phrase,
      keep: false,
    })),
  ).replace("{", `{"__proto__":{"keep":true},`),
  "very much": `{"copydesk":"rules","version":1,"rules":[${`${JSON.stringify(rule)},`.repeat(40_000)}0]}`,
  "a phrase without an end": file({ ...rule, phrase: "home ".repeat(100_000) }),
};

for (const [name, poison] of Object.entries(poisons))
  test(`a storage with ${name} does no harm`, async (t) => {
    const page = await open(t);
    await paste(page, raw);
    const clean = await bodyHtml(page);
    await page.evaluate((text) => localStorage.setItem("copydesk.rules.1", text), poison);
    await page.reload();
    await paste(page, raw);
    const applied = (await isKept(page, numbers.home)) ? 1 : 0;
    assert.equal(await page.locator("#ruled").isVisible(), applied === 1);
    assert.equal(applied, name === "very much" ? 1 : 0, "one rule of forty thousand copies");
    if (applied === 0) assert.equal(await bodyHtml(page), clean);
    await flip(page, numbers.second);
    await paste(page, raw);
    assert.ok(!(await bodyHtml(page)).includes(paragraphs[1]), "and new rules are remembered");
    await openRules(page);
    await page.getByRole("button", { name: "Forget all" }).click();
    assert.deepEqual(await listedRules(page), []);
    assert.deepEqual(await page.evaluate(() => Object.keys(Object.prototype)), []);
  });

test("a phrase with HTML is shown as the text that it is", async (t) => {
  const page = await open(t);
  const phrase = `<img src=x onerror="document.title='taken'"><b>home</b>`;
  const text = `\u202e${phrase}`;
  await paste(page, `${text}\n${raw}`);
  await line(page, 1).click();
  await settled(page);
  const site = `"><script>document.title="taken"</script>`;
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key, value),
    ["copydesk.rules.1", file({ ...rule, phrase }, { ...rule, site, phrase: "news" })],
  );
  await page.reload();
  await openRules(page);
  assert.deepEqual(
    (await listedRules(page)).map(([, said, where]) => [said, where]),
    [
      ["news", site],
      [phrase, "any paste without a site"],
    ],
  );
  assert.equal(await page.locator("#rule-list :is(img, b, script)").count(), 0);
  assert.equal(await page.title(), "Copydesk");
});
