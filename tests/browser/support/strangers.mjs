// Pages of others, as the bookmarklet meets them: each with its own policy, served on loopback from another origin.
import { createServer } from "node:http";
import { after } from "node:test";

/** @typedef {{ head?: string, body: string, headers?: Record<string, string>, whole?: string }} Stranger */

export const STORY = [
  "The harbour board of Vessen has voted to keep the last of its three wooden cranes, after a year in which nobody could say who owned it.",
  "The crane was built in 1921 and has not lifted anything since the winter of 1988, when a cable parted and a load of timber went into the basin.",
  "“It is not a monument, it is a nuisance that we have grown fond of,” said Marten Hylle, who has run the slipway for thirty years.",
  "The board will spend 40,000 crowns on the footing before the autumn storms, and nothing at all on the machinery.",
];
export const TITLE = "Board votes to keep the last wooden crane";

const MENU = ["Home", "Harbour", "Sport", "Letters", "Sign in"].map(
  (word) => `<li><a href="/${word}">${word}</a></li>`,
);

/** @param {string} [more] after the text */
export const story = (more = "") => `
  <nav><ul>${MENU.join("")}</ul></nav>
  <main><article><h1>${TITLE}</h1><p class="byline">By Ilse Marchetti</p>
  ${STORY.map((text) => `<p>${text}</p>`).join("\n")}${more}</article></main>
  <p hidden>Hidden from everyone who looks at this page, and so from Copydesk as well, we should hope.</p>
  <form><input value="typed-secret-1"><textarea>typed-secret-2</textarea><select><option>typed-secret-3</option></select></form>
  <footer><p>© 2026 Vessen Ledger Press. All rights reserved.</p></footer>`;

/** @param {Record<string, Stranger>} strangers by path, without the slash */
export function serveStrangers(strangers) {
  const server = createServer((request, response) => {
    const stranger = strangers[(request.url ?? "/").slice(1).split("?")[0]];
    if (!stranger) {
      response.writeHead(404).end();
      return;
    }
    const { head = "", body, headers = {}, whole } = stranger;
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(
      whole ??
        `<!doctype html><html lang="en"><head><title>${TITLE} | Ledger</title>${head}</head><body>${body}</body></html>`,
    );
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return async (/** @type {string} */ path) => {
    if (!server.listening)
      await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return `http://127.0.0.1:${port}/${path}`;
  };
}
