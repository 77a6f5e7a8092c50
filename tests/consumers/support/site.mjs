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
 */
export async function serve(folder) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => response.setHeader("Content-Security-Policy", POLICY),
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

/** Opens pages, and gives what their script answers, with what went wrong beside it. */
export function useVisits() {
  const newContext = useBrowser();
  return async function visit(/** @type {string} */ url) {
    const context = await newContext();
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      // A page has no icon here, and that is no matter of the package.
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (["error", "warning"].includes(message.type()) && !isIcon) errors.push(message.text());
    });
    page.on("requestfailed", (request) => errors.push(`${request.url()} ${request.failure()?.errorText}`));
    await page.goto(url);
    await page
      .waitForFunction(() => "answers" in globalThis, null, { timeout: 30_000 })
      .catch((error) => errors.push(error.message));
    const answers = await page
      .evaluate(() => /** @type {any} */ (globalThis).answers)
      .catch((error) => errors.push(error.message));
    await context.close();
    return { answers, errors };
  };
}
