// Serves the built page on a loopback address. `cargo xtask serve` runs it; the browser tests import `serve`.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

const HOST = "127.0.0.1";
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 20;

/**
 * @param {string} folder the built page
 * @param {{ port?: number }} [options] `port`: 0, the default, takes any free one; another is taken when it is free,
 *   else the next free one after it
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0 } = {}) {
  const policy = await pagePolicy(folder);
  // `dev` looks at the files at each request: a page that is built again meanwhile is served as it is then.
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const [address] = (request.url ?? "/").split("?", 1);
    // No Cross-Origin-Opener-Policy: a bookmarklet's page speaks with the page that it opened.
    response.setHeader("Content-Security-Policy", POLICIES[address] ?? policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    files(request, response);
  });
  const taken = await listen(server, port);
  return { url: `http://${HOST}:${taken}/`, close: () => close(server) };
}

/** What has another policy than the page. @type {Record<string, string>} */
const POLICIES = {
  // It fetches the page's files to keep them, and nothing else.
  "/sw.js": "default-src 'none'; script-src 'self'; connect-src 'self'",
  // It has its own in itself, with hashes that each build changes.
  "/copydesk.html": "frame-ancestors 'none'",
};

/**
 * The page says its policy once, in its own `meta` element, so that it holds wherever the page is hosted. Here it is
 * sent as a header too, with the one part that a `meta` element cannot say.
 * @param {string} folder
 */
async function pagePolicy(folder) {
  const file = path.join(folder, "index.html");
  const html = await readFile(file, "utf8").catch(() => {
    throw new Error(`cannot read ${file}: run \`cargo xtask build\` first`);
  });
  const policy = html.match(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/)?.[1];
  if (!policy)
    throw new Error(`${file} has no <meta http-equiv="Content-Security-Policy">: add one to www/index.html`);
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * @param {import("node:http").Server} server
 * @param {number} first
 * @returns {Promise<number>} the port that was free
 */
async function listen(server, first) {
  for (let port = first; port < first + PORTS_TO_TRY && port <= 65535; port++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, HOST, () => {
          server.off("error", reject);
          resolve(undefined);
        });
      });
      return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") throw error;
      server.removeAllListeners("error");
    }
  }
  throw new Error(`no port is free from ${first} on: name another with --port`);
}

/**
 * @param {import("node:http").Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string" }, open: { type: "boolean" } },
  });
  const [folder = "dist"] = positionals;
  const port = Number(values.port ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}"`);
  const { url } = await serve(folder, { port });
  console.log(`The page is at ${url} (Ctrl+C ends it)`);
  if (values.open) {
    const { default: open } = await import("open");
    // A desktop without a browser is no reason to stop serving: the address stands above.
    await open(url).catch((error) => console.error(`no browser could be opened: ${error.message}`));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
