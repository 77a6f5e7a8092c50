"""The peers in Python: `python peers.py PEER PAGES`. Asked for a range of pages, it answers with milliseconds; asked for a
page's body, with that.

src/lib.rs says how it is asked.
"""

import json
import sys
from time import perf_counter


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=True)


def trafilatura():
    import logging

    from trafilatura import extract

    logging.disable(logging.CRITICAL)
    # Comments are no body.
    return lambda html: extract(html, include_comments=False)


def justext():
    from justext import get_stoplist, justext

    english = get_stoplist("English")

    def extract(html):
        paragraphs = justext(html, english)
        return "\n\n".join(one.text for one in paragraphs if not one.is_boilerplate)

    return extract


def boilerpy3():
    from boilerpy3.extractors import ArticleExtractor

    return ArticleExtractor(raise_on_failure=False).get_content


PEERS = {one.__name__: one for one in (resiliparse, trafilatura, justext, boilerpy3)}


def milliseconds(extract, html):
    start = perf_counter()
    try:
        extract(html)
    except Exception:
        return None
    return (perf_counter() - start) * 1e3


def body(extract, html):
    try:
        return extract(html) or ""
    except Exception:
        return None


def main(peer, file):
    extract = PEERS[peer]()
    with open(file, encoding="utf-8", newline="\n") as rows:
        pages = [json.loads(row)["html"] for row in rows]
    print("ready", flush=True)
    for asked in sys.stdin:
        if asked.startswith("body "):
            # As ASCII, whatever encoding the output has.
            print(json.dumps(body(extract, pages[int(asked[5:])])), flush=True)
            continue
        first, end = map(int, asked.split())
        milliseconds(extract, pages[first])
        times = [milliseconds(extract, html) for html in pages[first:end]]
        print(json.dumps(times), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
