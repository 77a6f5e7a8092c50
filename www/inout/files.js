import { decode } from "./decode.js";

/**
 * A file as text or as HTML, or what is wrong with it: `problem` goes behind the name.
 * @typedef {{ name: string, text?: string, html?: string, problem?: string }} ReadFile
 */

/** What is read of a file, and its article, are in memory several times over. In bytes. */
const LARGEST = 50_000_000;
/** A file that is no text shows it within so many characters. */
const SNIFFED = 8000;
const MB = 1_000_000;

const HTML = [".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml"];
/** What else people have, by what the system calls it or by its ending, and how its text comes here. */
const OTHERS = [
  {
    form: /^image\//i,
    problem: "is a picture, and there is no text in it to be read: copy the page's text itself",
  },
  {
    form: /^application\/pdf$|\.pdf$/i,
    problem: "is a PDF: open it, select all, copy, and paste here",
  },
  {
    form: /\.(?:docx?|odt|rtf|pages|epub)$/i,
    problem: "is no file of plain text or HTML: open it, select all, copy, and paste here",
  },
];
const TEXT = [".txt", ".md", "text/plain", "text/markdown"];

/**
 * Reads files that were dropped or chosen, one after another. It never rejects: what cannot be read is told.
 * @param {Iterable<File>} files
 * @param {{ largest?: number }} [limits] in bytes
 * @returns {Promise<ReadFile[]>}
 */
export async function readFiles(files, { largest = LARGEST } = {}) {
  const read = [];
  for (const file of files) read.push(await readOne(file, largest));
  return read;
}

/**
 * @param {File} file
 * @param {number} largest
 * @returns {Promise<ReadFile>}
 */
async function readOne(file, largest) {
  const { name, size, type } = file;
  const problem = (/** @type {string} */ what) => ({ name, problem: what });
  const form = formOf(file);
  const other = OTHERS.find((each) => each.form.test(type) || each.form.test(name));
  if (!form && other) return problem(other.problem);
  if (!form)
    return problem(
      "is a folder, or no file of text or HTML: choose files that end in .txt, .md, .html, .htm or .xhtml",
    );
  if (size > largest)
    return problem(
      `has ${inMb(size)} MB, and the page takes files of up to ${inMb(largest)} MB: split it, or give it to the copydesk command`,
    );
  try {
    const text = decode(new Uint8Array(await file.arrayBuffer()), form === "html");
    if (text === "") return problem("is empty");
    if (text.slice(0, SNIFFED).includes("\0"))
      return problem("holds bytes that no text has: if it is one, save it as UTF-8 and choose it again");
    return form === "html" ? { name, html: text } : { name, text };
  } catch {
    return problem("cannot be read: a folder, or a file that was moved or is locked. Choose the file again");
  }
}

/**
 * By the name's ending, else by what the system says.
 * @param {File} file
 */
function formOf({ name, type }) {
  for (const key of [/\.[^.]*$/.exec(name)?.[0] ?? "", type.split(";")[0].trim()]) {
    if (HTML.includes(key.toLowerCase())) return "html";
    if (TEXT.includes(key.toLowerCase())) return "text";
  }
  return null;
}

/** A little too much must not look like just enough. @param {number} bytes */
const inMb = (bytes) => Math.ceil((bytes / MB) * 10) / 10;
