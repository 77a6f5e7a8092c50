// What goes out: by the clipboard, as files, on paper.

import { hasArticle, isArticleSelected } from "../article/article.js";
import { byId } from "../shell/page.js";
import { cite } from "./citation.js";
import { copyFrom, fillFlavours, sayCopied } from "./copy.js";
import { fileName } from "./names.js";
import { saveFile } from "./save.js";

/** @typedef {import("../desk/desk.js").Desk} Desk */

/** @param {Desk} desk */
export function outlets(desk) {
  const article = () => {
    const view = desk.showing?.view;
    return view && hasArticle(view.article) ? view.article : null;
  };
  const html = () => {
    const shown = article();
    if (!shown) return "";
    // Each block on lines of its own, as the package writes them.
    const body = shown.blocks.map((block) => block.trim()).join("\n");
    return shown.frame[0] + body + shown.frame[1];
  };
  const text = () => article()?.text ?? "";
  const citation = () => {
    const { view } = desk.showing ?? {};
    return view ? cite({ ...view.article, url: view.url }) : { text: "" };
  };
  /** @param {".md" | ".txt" | ".html"} ending */
  const name = (ending) => fileName(article()?.title, ending);

  /** @type {Record<string, () => unknown>} */
  const actions = {
    copy: () => copyFrom(byId("copy"), { text: text(), html: html() }, "Article"),
    "copy-markdown": () => copyFrom(byId("copy-as"), { text: desk.markdown() }, "Markdown"),
    "copy-text": () => copyFrom(byId("copy-as"), { text: text() }, "Text"),
    "copy-citation": () => copyFrom(byId("copy-as"), citation(), "Citation"),
    "save-markdown": async () => saveFile(name(".md"), "text/markdown", await desk.markdown()),
    "save-text": () => saveFile(name(".txt"), "text/plain", text()),
    "save-html": () => saveFile(name(".html"), "text/html", html()),
    print: () => print(),
  };
  for (const [id, act] of Object.entries(actions))
    byId(id).addEventListener("click", () => {
      if (article()) act();
    });

  // The keys that copy, where the whole article is selected or nothing at all: both flavours, as the button does.
  document.addEventListener("copy", (event) => {
    if (!article() || isField(event.target) || !isArticleSelected()) return;
    fillFlavours(event, { text: text(), html: html() });
    sayCopied(byId("copy"), "Article");
  });

  // Browsers print it above the page, and name the PDF after it.
  const pageTitle = document.title;
  addEventListener("beforeprint", () => {
    document.title = article()?.title ?? pageTitle;
  });
  addEventListener("afterprint", () => {
    document.title = pageTitle;
  });

  return {
    /** @param {"copy" | "copy-markdown"} action */
    act: (action) => {
      if (article()) actions[action]();
    },
  };
}

/** @param {EventTarget | null} target */
const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
