// The worker's script: it works, and tells the page of what it asks the network for.

import { toMessage, watch } from "../host/watch.js";
import "./worker.js";

// Its script is a text of the page, and it has nothing to load: each request counts.
watch(
  (seen) => postMessage(toMessage(seen)),
  () => 0,
);
