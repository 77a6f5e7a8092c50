// A folder served as a site, under the strictest policy that the package works with.

import { createServer } from "node:http";
import { after } from "node:test";
import sirv from "sirv";
import { useBrowser } from "../../browser/support/browser.mjs";

/** No `unsafe-eval`, no `data:`, no `blob:`, no script but the site's own. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self' 'unsafe-inline'";

/**
 * Serves a folder until the file's tests have ended, and gives its address.
 *
 * @param {string} folder
 * @param {string} [policy]
 */
export async function serve(folder, policy = POLICY) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => response.setHeader("Content-Security-Policy", policy),
  });
  const server = createServer((request, response) =>
    files(request, response, () => response.writeHead(404).end()),
  );
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;
}

/**
 * Opens pages, and gives what their script answers and logs, with what went wrong beside it.
 *
 * `answers` is what the script has put there, or a promise of it. Where there are `logs` to wait for, these are it.
 */
export function useVisits() {
  const newContext = useBrowser();

  /**
   * @param {string} url
   * @param {number} [logs]
   */
  return async function visit(url, logs) {
    const context = await newContext();
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    /** @type {string[]} */
    const logged = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      // A page has no icon here, and that is no matter of the package.
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (message.type() === "log") logged.push(message.text());
      if (["error", "warning"].includes(message.type()) && !isIcon) errors.push(message.text());
    });
    page.on("requestfailed", (request) => errors.push(`${request.url()} ${request.failure()?.errorText}`));
    await page.goto(url);
    const answered =
      logs === undefined ? page.waitForFunction(() => "answers" in globalThis) : waitFor(logged, logs);
    await answered.catch((error) => errors.push(error.message));
    const answers =
      logs === undefined
        ? await page
            .evaluate(() => /** @type {any} */ (globalThis).answers)
            .catch((error) => errors.push(error.message))
        : logged;
    await context.close();
    return { answers, errors };
  };
}

/** In milliseconds. */
const [PATIENCE, PAUSE] = [20_000, 50];

/**
 * @param {string[]} logged
 * @param {number} count
 */
async function waitFor(logged, count) {
  for (let waited = 0; logged.length < count; waited += PAUSE) {
    if (waited > PATIENCE) throw new Error(`only ${logged.length} of ${count} lines were logged`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
