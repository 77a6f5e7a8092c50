// A plain static host, as there are many: no headers of its own, at the site's root or below it. It notes what it is
// asked for.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { useBrowser } from "./browser.mjs";

export const dist = fileURLToPath(new URL("../../../dist", import.meta.url));

/**
 * @param {string} [folder]
 * @param {string} [under] where the folder lies at the site
 */
export async function startHost(folder = dist, under = "/") {
  const files = sirv(folder, { dev: true, etag: true });
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.method !== "GET" || !request.url?.startsWith(under)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(under.length - 1);
    files(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}${under}`, asked, close };
}

/** The function it gives opens the page of a host that lives as long as the test. */
export function useHost() {
  const newContext = useBrowser();
  /**
   * @param {import("node:test").TestContext} t
   * @param {import("playwright-core").BrowserContextOptions & { folder?: string, under?: string }} [options]
   */
  return async function open(t, { folder, under, ...options } = {}) {
    const host = await startHost(folder, under);
    const context = await newContext({
      permissions: ["clipboard-read", "clipboard-write"],
      locale: "en-GB",
      ...options,
    });
    t.after(async () => {
      await context.close();
      await host.close();
    });
    const page = await context.newPage();
    await page.goto(host.url);
    return { page, host };
  };
}

/** Until the service worker has what it keeps. @param {import("playwright-core").Page} page */
export const whenKept = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve));
  });
