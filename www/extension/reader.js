// Runs in the page that is read; what it makes is given back to the extension.

import { readPage } from "copydesk/page";

export const reading = readPage(document);
