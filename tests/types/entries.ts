// The types of the package's other entries, as `api.ts` has them of the main one.

import type { Result } from "copydesk";
import { type PageReading, readPage } from "copydesk/page";
import { isProbablyReaderable, Readability, type ReadabilityArticle, ready } from "copydesk/readability";
import * as slim from "copydesk/slim";
import wasm from "copydesk/wasm";
import { type CleanWorker, createWorker, type Progress } from "copydesk/worker";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

export async function useSlim(bytes: Uint8Array<ArrayBuffer>, response: Promise<Response>): Promise<void> {
  same<ReturnType<typeof slim.init>, Promise<void>>(true);
  await slim.init("copydesk.wasm");
  await slim.init(new URL("https://tessel.example/copydesk.wasm"));
  await slim.init(bytes);
  await slim.init(bytes.buffer);
  await slim.init(response);
  await slim.init(await WebAssembly.compile(bytes));
  await slim.init(wasm);
  same<typeof slim.clean, typeof import("copydesk").clean>(true);
  same<typeof slim.cleanHtml, typeof import("copydesk").cleanHtml>(true);
  same<typeof slim.cleanDocument, typeof import("copydesk").cleanDocument>(true);
  same<typeof slim.isProbablyReaderable, typeof import("copydesk").isProbablyReaderable>(true);
  // @ts-expect-error the file is missing
  await slim.init();
  // @ts-expect-error null is no file
  await slim.init(null);
}

export async function useWorker(text: string, signal: AbortSignal): Promise<void> {
  const worker: CleanWorker = createWorker({ start: () => new Worker("worker.js", { type: "module" }) });
  const onProgress = ({ done, total }: Progress): void => console.log(done / total);
  same<ReturnType<typeof worker.clean>, Promise<Result>>(true);
  await worker.clean(text, { signal, onProgress, keep: ["caption"] });
  await worker.cleanHtml(text, null);
  const yes: boolean = await worker.isProbablyReaderable(text, { signal });
  const outcomes = await worker.cleanAll(new Set([text, { html: text, url: null }]), { onProgress });
  same<typeof outcomes, PromiseSettledResult<Result>[]>(true);
  worker.terminate();
  console.log(yes);
  // @ts-expect-error a document cannot leave its thread
  await worker.cleanHtml(document);
  // @ts-expect-error a page is a text, or an object that has one
  await worker.cleanAll([1]);
  // @ts-expect-error a worker is made, not named
  createWorker({ start: "worker.js" });
}

export async function useReadability(document: Document): Promise<void> {
  const article = new Readability(document).parse();
  same<typeof article, ReadabilityArticle | null>(true);
  same<ReadabilityArticle["title"], string | null>(true);
  same<ReadabilityArticle["content"], string>(true);
  const element = new Readability(document, {
    serializer: (node) => node as Element,
    charThreshold: 500,
  }).parse();
  console.log(element?.content.children, isProbablyReaderable(document, { minContentLength: 140 }));
  same<ReturnType<typeof isProbablyReaderable>, boolean>(true);
  isProbablyReaderable(document, (node) => node.nodeName !== "ASIDE");
  await ready();
  // @ts-expect-error a string is no document
  new Readability("<p>River");
  // @ts-expect-error a misspelt option
  new Readability(document, { charThresold: 500 });
  // @ts-expect-error may be null
  article.title;
}

export function usePage(): string {
  same<ReturnType<typeof readPage>, PageReading>(true);
  const { title, url, text, html, isSelection } = readPage(document, { selection: false });
  readPage(document, null);
  // @ts-expect-error a text is no document
  readPage("<p>");
  // @ts-expect-error no such option
  readPage(document, { hidden: true });
  const whole: boolean = isSelection;
  return `${title}${url}${text}${html}${whole}`;
}
