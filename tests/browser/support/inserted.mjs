// A page that takes HTML for its own, in every way there is, and tells what came of it.
import { useBrowser } from "./browser.mjs";

export const HOST = "https://host.example/";

/**
 * What may come of the HTML that Copydesk writes: elements, each with its attributes. The last four are of the document
 * that it writes around an article.
 */
const ALLOWED = {
  ...Object.fromEntries(
    "p h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote pre table thead tbody tr em strong s sub sup br figure figcaption"
      .split(" ")
      .map((name) => [name, ""]),
  ),
  ol: "start",
  code: "class",
  td: "colspan rowspan",
  th: "colspan rowspan",
  a: "href",
  img: "src alt",
  title: "",
  meta: "charset",
  html: "lang dir",
  head: "",
  body: "",
};

/** What stands around it: elements within which a parser reads otherwise. */
const AROUND = [
  "<p>",
  "<a href='https://host.example/'>",
  "<form>",
  "<button>",
  "<svg>",
  "<svg><desc>",
  "<svg><title>",
  "<svg><style>",
  "<svg><foreignObject>",
  "<math>",
  "<math><mtext>",
  "<math><mtext><table><mglyph>",
  "<math><annotation-xml encoding='text/html'>",
  "<noscript>",
  "<noembed>",
  "<noframes>",
  "<iframe>",
  "<xmp>",
  "<style>",
  "<title>",
  "<textarea>",
  "<select>",
  "<select><option>",
  "<table>",
  "<table><caption>",
  "<table><colgroup>",
  "<table><tr>",
  "<table><tr><td>",
  "<template>",
  "<template shadowrootmode=open>",
  "<object>",
  "<details open>",
  "<ruby><rt>",
  "<pre>",
  "<nobr>",
  "<dialog open>",
];

/** What comes by itself, or of a hand. */
const EVENTS =
  "pointerover mouseover focus focusin animationstart transitionend toggle load error begin click";

/**
 * Runs in the page: gives it `insertEverywhere`.
 * @param {{ allowed: Record<string, string>, around: string[], events: string }} given
 */
function install({ allowed, around, events }) {
  const ways = {
    innerHTML: (/** @type {HTMLElement} */ place, /** @type {string} */ html) => {
      place.innerHTML = html;
    },
    "a contextual fragment": (/** @type {HTMLElement} */ place, /** @type {string} */ html) => {
      const range = document.createRange();
      range.selectNodeContents(place);
      place.append(range.createContextualFragment(html));
    },
    "a parser, and adopted": (/** @type {HTMLElement} */ place, /** @type {string} */ html) => {
      const { head, body } = new DOMParser().parseFromString(html, "text/html");
      place.append(...[...head.childNodes, ...body.childNodes].map((node) => document.adoptNode(node)));
    },
    "a template, and imported": (/** @type {HTMLElement} */ place, /** @type {string} */ html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      place.append(document.importNode(template.content, true));
    },
    "with shadow trees": (/** @type {any} */ place, /** @type {string} */ html) => {
      place.setHTMLUnsafe(html);
    },
    "as XHTML": (/** @type {HTMLElement} */ place, /** @type {string} */ html) => {
      const whole = `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`;
      const { documentElement } = new DOMParser().parseFromString(whole, "application/xhtml+xml");
      // Where it is no XML, the parser's own account of that comes out.
      if (documentElement.querySelector("parsererror") === null)
        place.append(document.importNode(documentElement, true));
    },
  };

  /** Every element, those of templates and shadow trees too. @param {ParentNode} root @returns {Element[]} */
  const all = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...("content" in element && element.content instanceof DocumentFragment ? all(element.content) : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);

  /** @param {ParentNode} root @param {Set<string>} own names of what stands around */
  const strange = (root, own) =>
    all(root).filter((element) => {
      const name = element.localName;
      if (element === root || own.has(name)) return false;
      const attributes = allowed[name]?.split(" ");
      if (!attributes || [...element.attributes].some((each) => !attributes.includes(each.name))) return true;
      const href = element.getAttribute("href");
      return href !== null && !/^(?:https?|mailto):/i.test(href);
    });

  /**
   * @param {HTMLElement} place
   * @param {Set<string>} own
   * @param {string} where
   */
  function* told(place, own, where) {
    for (const element of strange(place, own)) yield `${where}: ${element.outerHTML.slice(0, 160)}`;
    // Written out and read again, as editors and mail programs do: what it is then, too.
    const written = place.innerHTML;
    place.innerHTML = written;
    for (const element of strange(place, own))
      yield `${where}, read again: ${element.outerHTML.slice(0, 160)}`;
    place.remove();
  }

  const newPlace = () => document.body.appendChild(document.createElement("div"));

  /**
   * @param {string} html
   * @returns {string[]} what is there that should not be
   */
  const insertEverywhere = (html) => {
    /** @type {string[]} */
    const found = [];
    for (const [name, insert] of Object.entries(ways)) {
      const place = newPlace();
      insert(place, html);
      if (name === "innerHTML") touch(place);
      found.push(...told(place, new Set(["div"]), name));
    }
    for (const start of around) {
      const names = [...start.matchAll(/<([a-zA-Z-]+)/g)].map(([, name]) => name);
      const own = new Set([...names, "div", "tbody", "colgroup"]);
      const place = newPlace();
      // Where scripts run, the parser of a page takes it for text; where none do, for markup.
      if (names.includes("noscript")) ways["a parser, and adopted"](place, start + html);
      else ways["a contextual fragment"](place, start + html);
      found.push(...told(place, own, `in ${start}`));
    }
    return found;
  };

  /** As a hand would, on all but what leads elsewhere. @param {HTMLElement} place */
  const touch = (place) => {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (
      place.querySelectorAll(
        "*:not(a[href^=http i], a[href^=http i] *, a[href^=mailto i], a[href^=mailto i] *)",
      )
    )) {
      for (const type of events.split(" "))
        element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      if (/^\W*j/i.test(element.getAttribute("href") ?? "")) element.click();
    }
  };

  /** In documents of their own. @param {string} html */
  const insertInFrames = async (html) => {
    const written = document.body.appendChild(document.createElement("iframe"));
    const inner = written.contentDocument;
    if (!inner) throw new Error("a new frame has no document");
    inner.open();
    inner.write(html);
    inner.close();
    const given = document.createElement("iframe");
    given.srcdoc = html;
    const loaded = new Promise((resolve) => given.addEventListener("load", resolve, { once: true }));
    document.body.append(given);
    await loaded;
    const found = [written, given].flatMap(({ contentDocument }) =>
      contentDocument ? strange(contentDocument, new Set()) : [],
    );
    for (const frame of [written, given]) frame.remove();
    return found.map((element) => `in a frame: ${element.outerHTML.slice(0, 160)}`);
  };
  Object.assign(globalThis, { insertEverywhere, insertInFrames });
}

/**
 * Opens such a page, and others like it. They have no policy, and nothing is behind them: whatever they ask for is noted
 * and refused.
 */
export function useHostPage() {
  const newContext = useBrowser();
  return async () => {
    const context = await newContext({ serviceWorkers: "block" });
    /** @type {{ ran: string[], loaded: string[] }} */
    const seen = { ran: [], loaded: [] };
    await context.exposeFunction("canary", () => seen.ran.push("a script"));
    await context.route("**", async (route) => {
      const request = route.request();
      if (request.url() === HOST && request.resourceType() === "document")
        await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Host</title><body>" });
      else {
        seen.loaded.push(`${request.resourceType()} ${request.url()}`);
        await route.abort();
      }
    });
    await context.addInitScript(install, { allowed: ALLOWED, around: AROUND, events: EVENTS });
    const another = async () => {
      const page = await context.newPage();
      page.on("dialog", (dialog) => seen.ran.push(`a ${dialog.type()}`));
      page.on("popup", () => seen.ran.push("a popup"));
      await page.goto(HOST);
      return page;
    };
    return { page: await another(), another, seen };
  };
}

/**
 * What is strange in what has come of each. @param {import("playwright-core").Page} page @param {readonly string[]} all
 * @returns {Promise<string[]>}
 */
export const insertAll = (page, all) =>
  page.evaluate(async (texts) => {
    const { insertEverywhere, insertInFrames } = /** @type {any} */ (globalThis);
    const found = texts.flatMap((text) => insertEverywhere(text));
    return [...found, ...(await insertInFrames(texts.join("\n")))];
  }, all);
