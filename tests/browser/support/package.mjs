// The package as its users have it without a bundler: a page of their own, with the package's folder beside it.
import { createServer } from "node:http";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { useBrowser } from "./browser.mjs";

const pkg = sirv(fileURLToPath(new URL("../../../pkg", import.meta.url)), { dev: true });

const SCRIPT = `<script type="module">
  import * as copydesk from "./copydesk/index.js";
  globalThis.copydesk = copydesk;
</script>`;

/**
 * Serves pages with the package during a file's tests. The function it gives opens a page of this HTML, where the
 * package stands as the global `copydesk`, and tells the page's address too.
 */
export function usePackage() {
  const newContext = useBrowser();
  let html = "";
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/copydesk/")) {
      request.url = request.url.slice("/copydesk".length);
      pkg(request, response);
    } else {
      response.setHeader("Content-Type", "text/html").end(html);
    }
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  /** @param {string} [content] of the page's body, and of its head where it begins with elements of that */
  return async function open(content = "") {
    if (!server.listening)
      await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    html = `<!doctype html><meta charset="utf-8"><title>host</title>${SCRIPT}${content}`;
    const page = await (await newContext()).newPage();
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => "copydesk" in globalThis);
    return page;
  };
}
