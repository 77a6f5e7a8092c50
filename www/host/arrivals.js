// What comes from outside other than by paste and drop: what is shared with the installed page, and the files that it
// is opened with. All of it is strange, and no more than text and files.

import { bound, MARK, takeUp } from "./shared.js";

/** @typedef {import("./shared.js").Arrival} Arrival */

/** @param {(arrival: Arrival) => void} handler */
export function onArrival(handler) {
  takeShared(handler);
  /** @type {any} the types of browsers do not know it yet */
  const { launchQueue } = globalThis;
  launchQueue?.setConsumer(async (/** @type {{ files?: readonly FileSystemFileHandle[] }} */ { files }) => {
    if (!files?.length) return;
    handler(await open(files));
  });
}

/** @param {(arrival: Arrival) => void} handler */
async function takeShared(handler) {
  if (location.hash !== MARK) return;
  // Gone before anything else, so that neither the history nor a reload asks for it again.
  history.replaceState(history.state, "", location.pathname + location.search);
  const arrival = await takeUp(new URL("./", location.href).href).catch(() => null);
  handler(arrival ?? { ...NOTHING, problem: "What was shared could not be found: share it again." });
}

const NOTHING = { title: "", text: "", url: "", files: [], problem: null };

/** @param {readonly FileSystemFileHandle[]} handles */
async function open(handles) {
  const opened = await Promise.allSettled(handles.map((handle) => handle.getFile()));
  const files = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const arrival = bound({ ...NOTHING, files });
  if (files.length === handles.length) return arrival;
  const problem = `${handles.length - files.length} of ${handles.length} files could not be read: open them again.`;
  return { ...arrival, problem: [problem, arrival.problem].filter(Boolean).join(" ") };
}
