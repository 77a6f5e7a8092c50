import type { Global } from "./platform.js";

/**
 * What a line of a page is. The first ten are content and kept; `caption` and `credit` are content that is dropped
 * unless asked for; the rest is boilerplate, and `blank` an empty line.
 */
export type Kind =
  | "title"
  | "subtitle"
  | "byline"
  | "date"
  | "heading"
  | "paragraph"
  | "list"
  | "quote"
  | "code"
  | "table"
  | "caption"
  | "credit"
  | "navigation"
  | "related"
  | "advertisement"
  | "subscribe"
  | "share"
  | "comment"
  | "consent"
  | "legal"
  | "interface"
  | "other"
  | "blank";

/** Every kind, content first. */
export const kinds: readonly Kind[];

export interface CleanOptions {
  /** Kinds to keep beside those that are kept anyway: `["caption"]`. */
  readonly keep?: readonly Kind[] | null;
  /** Kinds to drop: `["table"]`. */
  readonly drop?: readonly Kind[] | null;
  /** How sure a line must be to count as content, from 0 (keep more) to 1 (keep less). Without it 0.5, the balance. */
  readonly strictness?: number | null;
  /**
   * The address the page was taken from: it helps to tell the site and the date, and makes links whole. It is never
   * requested.
   */
  readonly url?: string | null;
  /**
   * Of {@link clean} alone: the HTML of the same page, as a paste event has it beside the text. What it says of a line
   * counts beside what the line says, and the article keeps its structure; the lines stay those of the text.
   */
  readonly html?: string | null;
  /** Whether the article keeps its pictures, as links to where they are. Without it `false`. Text alone has none. */
  readonly images?: boolean | null;
}

/** A line of the input and what was made of it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** The line as it stands in the input, without its end; of HTML or a document, what a person sees of it. */
  readonly text: string;
  /** What it is: `"paragraph"`. */
  readonly kind: Kind;
  /** Whether it stands in the article. */
  readonly kept: boolean;
  /** The probability, from 0 to 1, that the line belongs in the body, to three places. */
  readonly score: number;
  /** What weighed most, in words: `"full sentences"`. */
  readonly reason: string;
  /** Whether it was kept or dropped by hand, with {@link Result.with}. */
  readonly byHand: boolean;
}

/**
 * The article, and every line with what was made of it. What the page does not tell is `null`.
 *
 * The fields are plain data: `JSON.stringify` gives what the command prints as JSON, and `structuredClone` takes them
 * (a clone has no methods).
 */
export interface Result {
  /** The headline, without the site's name. From HTML, of the markup and of the lines what is trusted more. */
  readonly title: string | null;
  /** The standfirst. */
  readonly subtitle: string | null;
  /** Who wrote it, without "By", date or job title: `"Ana Reyes"`. */
  readonly byline: string | null;
  /** When it was published, as ISO 8601, as precise as the page is: `"2017-02-25"`, `"2017-02-25T13:44:00Z"`. */
  readonly publishedTime: string | null;
  /** The site it stands on: `"The Harrow Ledger"`. */
  readonly siteName: string | null;
  /** The language of the body, as a primary BCP 47 tag: `"de"`. Where it is too short to tell, what the HTML says. */
  readonly lang: string | null;
  /** The direction the body is read in. */
  readonly dir: "ltr" | "rtl" | null;
  /** What the HTML says that the article is about, else the first paragraph of the body; cut at a word where long. */
  readonly excerpt: string | null;
  /**
   * The address of the article's picture, as the HTML names it: a whole one of http or https. A relative one needs
   * `options.url`. Text alone has none.
   */
  readonly image: string | null;
  /** The body as HTML, with no markup but our own: safe to put into a page. */
  readonly content: string;
  /** The body: words and order of the page, blocks apart by a blank line. `""` when there is no article. */
  readonly textContent: string;
  /** `textContent.length`, in UTF-16 units. */
  readonly length: number;
  /** Title, subtitle, byline and date, then the body, as Markdown. */
  readonly markdown: string;
  /** How sure it is that the page has an article and that this is it, from 0 to 1, to three places. */
  readonly confidence: number;
  /** Every line of the input, blank ones too. A line ends at `\n`, `\r\n` or `\r`. */
  readonly lines: readonly Line[];

  /**
   * The result with some lines kept (`true`) or dropped (`false`), by their numbers. At once, without waiting.
   * This one stays as it is.
   *
   * It sets, it does not toggle. A line keeps its kind; a kept line of boilerplate stands in the body as a
   * paragraph.
   *
   * @example
   * const better = result.with({ 12: true, 40: false });
   *
   * @throws RangeError when the page has no line of that number, counted from 1.
   * @throws TypeError when a value is not `true` or `false`.
   */
  with(changes: Readonly<Record<number, boolean>>): Result;

  /** Title, subtitle, byline and date, each on its line, a blank line, then the body. `""` when there is nothing. */
  toText(): string;

  /** A whole small HTML document: title, subtitle, byline and date, then `content`. */
  toHtml(): string;
}

/**
 * The article in the text of a page, as select-all and copy give it.
 *
 * Any text is valid; where there is no article, `textContent` is empty and `confidence` low. Nothing is sent
 * anywhere. Rejects when `text` is no string or an option is not as it should be.
 *
 * @example
 * const { title, textContent } = await clean(text);
 * const withCaptions = await clean(text, { keep: ["caption"] });
 */
export function clean(text: string, options?: CleanOptions | null): Promise<Result>;

/**
 * The article in a page's HTML. No DOM is needed, no script of the page runs, and nothing it names is loaded.
 *
 * The lines are what a person would see of the page by HTML's own style sheet; what attributes and inline styles hide is
 * left out. What the markup says of a line, its element, its classes, its links, counts as evidence beside its text.
 * Any string is valid HTML. Rejects when `html` is no string or an option is not as it should be.
 *
 * @example
 * const response = await fetch("https://example.org/story");
 * const { title, markdown } = await cleanHtml(await response.text(), { url: response.url });
 */
export function cleanHtml(html: string, options?: CleanOptions | null): Promise<Result>;

/**
 * The article in a document. Its lines are those that {@link cleanHtml} gives for its HTML; where its page is shown,
 * what style sheets hide is left out, too. Open shadow trees are read; what frames hold is not. The document's address
 * stands in for `options.url`, if it is one of the web.
 *
 * The document may be of any window, or of any library that has the DOM's nodes, as jsdom and linkedom: in these, in a
 * document of `DOMParser`, and in a frame that is not shown, attributes and inline styles alone tell what is hidden. It
 * stays as it is. Rejects when it is no document or an option is not as it should be.
 *
 * @example
 * const { title } = await cleanDocument(document);
 */
export function cleanDocument(document: Global<"Document">, options?: CleanOptions | null): Promise<Result>;

/**
 * Whether there probably is an article in this text or document: a body, with a confidence of at least 0.5. A document
 * is read as {@link cleanDocument} reads it.
 *
 * @example
 * if (await isProbablyReaderable(document)) showButton();
 */
export function isProbablyReaderable(
  input: string | Global<"Document">,
  options?: CleanOptions | null,
): Promise<boolean>;
