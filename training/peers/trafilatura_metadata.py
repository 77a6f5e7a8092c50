"""What trafilatura says of each page of the corpus: title, author, date. One JSON object a line, to standard output.

Run by `cargo xtask evaluate DIR --peers`, which makes the environment. It is given what the core is given: the HTML
and the address.
"""

import io
import json
import logging
import pathlib
import sys

import trafilatura
import zstandard
from trafilatura.metadata import extract_metadata

WINDOW = 2**27

logging.disable(logging.CRITICAL)


def pages(path):
    with open(path, "rb") as file:
        reader = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(file)
        for line in io.TextIOWrapper(reader, encoding="utf-8", newline="\n"):
            yield json.loads(line)


def told(page):
    html, url = page.get("html") or "", page.get("url") or None
    try:
        # Where it finds no article it gives no metadata either; asked for these alone it does.
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True) or extract_metadata(html, default_url=url)
        fields = found.as_dict()
    except Exception:  # noqa: BLE001 (a page that it cannot read tells nothing)
        fields = {}
    return {name: fields.get(name) for name in ("title", "author", "date")}


for path in sys.argv[1:]:
    name = pathlib.Path(path).name
    for page in pages(path):
        print(json.dumps({"file": name, "id": page["id"], **told(page)}))
