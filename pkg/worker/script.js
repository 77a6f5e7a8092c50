// What runs in the worker, in browsers.

import { serve } from "./service.js";

const answer = serve((message) => postMessage(message));

addEventListener("message", ({ data }) => answer(data));
