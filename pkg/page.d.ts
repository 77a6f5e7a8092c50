import type { Global } from "./platform.js";

/** What a person sees of a page, where it is shown. */
export interface PageReading {
  /** The document's title. */
  readonly title: string;
  /** Its address. */
  readonly url: string;
  /** Its text, a line for each block; of a selection, the selection's. */
  readonly text: string;
  /**
   * Its HTML for {@link cleanHtml}: elements that are shown, with what their names, classes and links say of the text, and
   * of the head what tells title, author and date. No scripts but JSON-LD, no styles, never what a person has typed.
   */
  readonly html: string;
  /** Whether it is a selection and not the whole page. */
  readonly isSelection: boolean;
}

export interface ReadOptions {
  /** Whether a selection, where there is one, is read in the page's place. Without it `true`. */
  readonly selection?: boolean | null;
}

/**
 * Reads a page that is shown, at once: a content script of an extension has in `html` what `cleanHtml` takes, elsewhere and
 * later. Open shadow trees and frames of the same origin are read. What style sheets hide is left out, and so are the
 * values of forms. The page stays as it is. A page of more than 20 million characters is cut.
 *
 * Without the package's WebAssembly: this entry is a few kilobytes by itself.
 *
 * @example
 * const { html, url } = readPage(document);
 * const { markdown } = await cleanHtml(html, { url });
 */
export function readPage(document: Global<"Document">, options?: ReadOptions | null): PageReading;
