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

// What a script of the page would do, without an element of its own in the page.
// By its whole address: a page may have a base of its own.
const LOAD = `import(location.origin + "/copydesk/index.js").then((copydesk) => { globalThis.copydesk = copydesk; })`;

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
      response.setHeader("Content-Type", "text/html; charset=utf-8").end(html);
    }
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  /**
   * @param {string} [content] of the page's body, and of its head where it begins with elements of that
   * @param {{ isWhole?: boolean }} [options] whether the content is the whole page, to be served as it is
   */
  return async function open(content = "", { isWhole = false } = {}) {
    if (!server.listening)
      await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    html = isWhole ? content : `<!doctype html><title>host</title>${SCRIPT}${content}`;
    const page = await (await newContext()).newPage();
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await page.goto(`http://127.0.0.1:${port}/`);
    if (isWhole) await page.evaluate(LOAD);
    await page.waitForFunction(() => "copydesk" in globalThis);
    return page;
  };
}
