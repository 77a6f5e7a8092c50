// What runs in the worker, in Node and what is like it.

import { parentPort } from "node:worker_threads";
import { serve } from "./service.js";

if (!parentPort) throw new Error("copydesk/worker-script runs in a worker, and is not imported");

const port = parentPort;
const answer = serve((message) => port.postMessage(message));

port.on("message", answer);
