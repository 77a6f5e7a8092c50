// The package's types as its users meet them. Compiled and never run: what is wrong must not compile.

import * as copydesk from "copydesk";
import {
  type CleanOptions,
  clean,
  cleanDocument,
  cleanHtml,
  isProbablyReaderable,
  type Kind,
  kinds,
  type Line,
  type Result,
} from "copydesk";

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

export async function use(text: string): Promise<void> {
  const result: Result = await clean(text);
  same<typeof result.title, string | null>(true);
  same<typeof result.dir, "ltr" | "rtl" | null>(true);
  same<typeof result.image, string | null>(true);
  same<typeof result.length, number>(true);
  same<typeof result.lines, readonly Line[]>(true);

  for (const { number, text: words, kind, kept, score, reason, byHand } of result.lines) {
    const parts: [number, string, Kind, boolean, number, string, boolean] = [
      number,
      words,
      kind,
      kept,
      score,
      reason,
      byHand,
    ];
    console.log(parts);
  }

  const changed: Result = result
    .with({ 12: true, 40: false })
    .with(Object.fromEntries(result.lines.map((line) => [line.number, !line.kept])));
  console.log(changed.textContent, changed.markdown.length + changed.confidence);

  const forms: string[] = [result.toText(), result.toHtml()];
  console.log(forms);

  const options: CleanOptions = { keep: ["caption"], drop: [], strictness: 0.4, url: "https://orla.example" };
  await clean(text, options);
  await clean(text, null);
  await cleanDocument(document, { keep: null });
  same<ReturnType<typeof cleanHtml>, Promise<Result>>(true);
  await cleanHtml(text, { url: "https://courier.example/" });
  same<Awaited<ReturnType<typeof isProbablyReaderable>>, boolean>(true);
  await isProbablyReaderable(text);
  await isProbablyReaderable(document);
  const all: readonly Kind[] = kinds;
  console.log(all.includes("paragraph"), copydesk.kinds);
}

export async function misuse(text: string, result: Result): Promise<void> {
  // @ts-expect-error a misspelt option
  await clean(text, { kep: ["caption"] });
  // @ts-expect-error the HTML is a string
  await clean(text, { html: new URL("https://tessel.example") });
  // @ts-expect-error no such kind
  await clean(text, { keep: ["titel"] });
  // @ts-expect-error a number is meant
  await clean(text, { strictness: "0.5" });
  // @ts-expect-error an address is a string here
  await clean(text, { url: new URL("https://orla.example") });
  // @ts-expect-error the text is missing
  await clean();
  // @ts-expect-error a document is no text
  await clean(document);
  // @ts-expect-error a text is no document
  await cleanDocument(text);
  // @ts-expect-error a line is set, not toggled
  result.with([12]);
  // @ts-expect-error kept or dropped, nothing between
  result.with({ 12: "yes" });
  // @ts-expect-error may be null
  result.title.length;
  // @ts-expect-error results are not to be written to
  result.title = "Another";
  // @ts-expect-error nor are their lines
  result.lines[0].kept = true;
  // @ts-expect-error a document is no HTML
  await cleanHtml(document);
}
