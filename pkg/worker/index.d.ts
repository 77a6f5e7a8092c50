import type { CleanOptions, Result } from "../index.js";
import type { Global } from "../platform.js";

export type { CleanOptions, Kind, Line, Result } from "../index.js";

/** How far the worker is. */
export interface Progress {
  /** Pages that are done, those included that failed. `0` when the worker has begun the first. */
  readonly done: number;
  /** Pages there are. */
  readonly total: number;
}

export interface WorkerOptions extends CleanOptions {
  /** Gives up the pages that are not done: the promise rejects with the signal's reason. */
  readonly signal?: Global<"AbortSignal"> | null;
  /** Called when the worker has begun the first page, and after each page. */
  readonly onProgress?: ((progress: Progress) => void) | null;
}

/** A page for {@link CleanWorker.cleanAll}: its text, or an object with its text, its HTML, or both. */
export type PageInput =
  | string
  | {
      /** The page's text. With `html` beside it, as `options.html` of `clean`. */
      readonly text?: string | null;
      /** The page's HTML. */
      readonly html?: string | null;
      /** The address of this page, in place of `options.url`. */
      readonly url?: string | null;
    };

/** A worker that cleans. Its calls queue up; every one of them is answered, or rejects. */
export interface CleanWorker {
  /** As `clean` of the main entry. The result works on this thread: its `with` and its forms do not wait. */
  clean(text: string, options?: WorkerOptions | null): Promise<Result>;

  /** As `cleanHtml` of the main entry. A document cannot leave its thread; its `outerHTML` can. */
  cleanHtml(html: string, options?: WorkerOptions | null): Promise<Result>;

  /** As `isProbablyReaderable` of the main entry, of a text. */
  isProbablyReaderable(text: string, options?: WorkerOptions | null): Promise<boolean>;

  /**
   * Cleans many pages with the same options. A page that fails does not stop the others: the outcomes are as
   * `Promise.allSettled` gives them, in the order of the pages.
   *
   * @example
   * const outcomes = await worker.cleanAll(pages, {
   *   onProgress: ({ done, total }) => console.log(`${done} of ${total}`),
   * });
   */
  cleanAll(
    pages: Iterable<PageInput>,
    options?: WorkerOptions | null,
  ): Promise<PromiseSettledResult<Result>[]>;

  /** Ends the worker. What was not done rejects. */
  terminate(): void;
}

/** A `Worker` of the browser, or of `node:worker_threads`. */
export interface AnyWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/**
 * A worker that cleans pages off this thread. It is started by the first call, and started again where it has ended.
 *
 * Its script is found beside this module: without a bundler, and by Vite's build and webpack. Elsewhere give `start`,
 * which makes a worker that runs `copydesk/worker-script` as a module.
 *
 * @example
 * const worker = createWorker();
 * const { title } = await worker.clean(text);
 *
 * @example
 * import CopydeskWorker from "copydesk/worker-script?worker"; // Vite
 * const worker = createWorker({ start: () => new CopydeskWorker() });
 */
export function createWorker(options?: {
  /** Makes the worker. Called again when the one before has ended. */
  readonly start?: () => AnyWorker;
}): CleanWorker;
