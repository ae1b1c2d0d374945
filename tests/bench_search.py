"""What a search costs: bytes and processor time in a real Chromium, over made-up documents with words as often as in real texts."""

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from archivegen.build import site_parts
from archivegen.publish.search import build_search_index
from archivegen.publish.search_table import write_search_table
from archivegen.publish.site_files import other_files, path_of
from archivegen.publish.write import write_bytes, write_text
from archivegen.reading import read_archive
from tests.conftest import request_for
from tests.generated_archive import write_archive
from tests.generated_words import Words
from tests.undisturbed import Host, UndisturbedPage, hosted

_RUNS = 9
# The first words are short, and longer words begin with them.
_COMMONEST_SHORT = 70
_FACETS = {
    f"{name}.column"
    for name in "people organisations places archives kinds languages collections subjects statuses".split()
}


@dataclass(frozen=True, slots=True)
class Searched:
    """A word that was searched for: how many documents have it, the milliseconds of processor time and of waiting, each time."""

    documents: int
    processor: tuple[float, ...]
    waiting: tuple[float, ...]

    @classmethod
    def of(cls, searches: Iterable[tuple[object, ...]]) -> Self:
        """Return several searches as one: each documents, processor time and waiting."""
        documents, processor, waiting = list(zip(*searches, strict=True))[:3]
        return cls(round(statistics.median(documents)), processor, waiting)

    def __str__(self) -> str:
        return f"{self.documents:,} documents: {_spread(self.processor)} of processor time, {_spread(self.waiting)} of waiting"


def _spread(times: tuple[float, ...]) -> str:
    """Return the median and the 95th of a hundred."""
    last = sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]
    return f"p50 {statistics.median(times):.0f} ms, p95 {last:.0f} ms"


def searchable_site(count: int, folder: Path) -> Path:
    """Write the search page of an archive of so many documents with all that it asks; no other page. Return the site."""
    request = request_for(write_archive(folder / "archive", count, words=Words()), jobs=os.cpu_count())
    parts = site_parts(request, read_archive(request))
    site = folder / "site"
    for page in parts.plan.pages:
        if page.address == "search/":
            write_text(site / path_of(page.address), parts.renderer.page(page.view()))
    for path, made in other_files(parts):
        if path.startswith("assets/"):
            write_bytes(site / path, made())
    shards = build_search_index(
        parts.plan.search_shards(), parts.renderer, site, folder / "nothing", request.watch
    )
    write_search_table(site, parts.plan, shards, ())
    return site


class Reader:
    """A page of the site in a browser, before anything was searched for."""

    def __init__(self, host: Host) -> None:
        self._page = UndisturbedPage(host, "search/")

    def type(self, word: str) -> tuple[int, float, float]:
        """Load what the page loads while somebody types a word; return no documents, and what it costs."""
        letters = "for (const place of [...query.text].keys()) await archive.prepare(query.text.slice(0, place + 1));"
        return self._asked(f"{letters} return 0;", text=word)

    def search(self, text: str, **narrowed: object) -> tuple[int, float, float]:
        """Return the documents, and the milliseconds of processor time and of waiting until ten hits are there, with
        `passages=True` also theirs.
        """
        return self._asked(
            "const answer = await ask(query); if (query.passages) await Promise.all(answer.hits.map((hit) => hit.passages())); return answer.total;",
            text=text,
            **narrowed,
        )

    def count_facets(self, text: str, **narrowed: object) -> tuple[int, float, float]:
        """Return the same of the counts of every facet and of the bars of the years."""
        return self._asked(
            "const answer = await ask(query); await Promise.all([...archive.manifest.facets.map((name) => answer.facets(name)), answer.years()]); return answer.total;",
            text=text,
            **narrowed,
        )

    def slugs(self, facet: str) -> list[str]:
        """Return the first values of a facet."""
        body = f"return (await (await ask(query)).facets({json.dumps(facet)})).slice(0, 9).map(({{ slug }}) => slug);"
        return self._asked(body, text="")[0]

    def _asked(self, body: str, **query: object) -> tuple[Any, float, float]:
        asked = {"facets": {}, "from": "", "to": "", "sort": "relevance"} | query
        (value, waited), processor = self._page.run(_ERRAND.format(query=json.dumps(asked), body=body))
        return value, processor, waited

    def close(self) -> None:
        """Leave the page."""
        self._page.close()


_ERRAND = """async () => {{
  const began = performance.now(), query = {query};
  window.archive ??= import(new URL("../assets/search/ask.js", location.href)).then((port) => port.openArchive(new URL("../", location.href)));
  const archive = await window.archive, ask = (query) => archive.ask(query, {{ first: 0, count: 10 }});
  const value = await (async () => {{ {body} }})();
  return [value, performance.now() - began];
}}"""


def _words_of_share(reader: Reader, least: float, most: float) -> list[str]:
    """Return some words that such a share of the documents has, longer words that begin with them counted too."""
    total = reader.search("")[0]
    found: list[str] = []
    for word in Words().all[_COMMONEST_SHORT::7]:
        if len(found) == _RUNS:
            break
        if least * total <= reader.search(word)[0] <= most * total:
            found.append(word)
    return found


def _first_searches(host: Host, words: list[str]) -> Iterator[str]:
    """Yield what the first search of a reader costs."""
    preparing, searches, sizes, at_once = [], [], [], []
    for word in words:
        reader = Reader(host)
        preparing.append(reader.type(word))
        searches.append(reader.search(word))
        reader.close()
        sizes.append(sum(size for name, size in host.sent.items() if name not in _FACETS))
        reader = Reader(host)
        at_once.append(reader.search(word))
        reader.close()
    yield f"while the first word is typed: {Searched.of(preparing)}"
    yield f"the first search: {Searched.of(searches)}"
    yield f"the first search of an address that has its word, nothing typed before: {Searched.of(at_once)}"
    yield f"it transfers {statistics.median(sizes) / 1000:.0f} KB (median), {max(sizes) / 1000:.0f} KB at most, facet columns aside, the page itself with it"


def figures(count: int) -> Iterator[str]:
    """Yield what searches in so many documents cost, a line each."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        site = searchable_site(count, Path(folder))
        yield f"{count:,} documents read and indexed in {time.perf_counter() - began:.0f} s"
        yield from figures_of(site)


def figures_of(site: Path) -> Iterator[str]:
    """Yield what searches of a site cost, a line each."""
    with hosted(site) as host:
        reader = Reader(host)
        common, rare = _words_of_share(reader, 0.15, 0.2), Words().all[5000:5200:20][:_RUNS]
        reader.close()
        yield from _first_searches(host, common)
        reader = Reader(host)
        reader.search(rare[0])
        yield f"the next, a word in a fifth: {Searched.of([reader.search(word) for word in common])}"
        yield f"the passages of its ten hits: {Searched.of([reader.search(word, passages=True) for word in common])}"
        yield f"the next, a rare word: {Searched.of([reader.search(word) for word in rare[1:]])}"
        yield f"two words: {Searched.of([reader.search(f'{one} {other}') for one, other in pairwise(common)])}"
        yield f"a phrase of two: {Searched.of([reader.search(_quoted(one, other)) for one, other in pairwise(common)])}"
        yield from _narrowings(reader, common)
        yield f"the word that nearly all have, “{Words().all[0]}”: {Searched.of([reader.search(Words().all[0])])}"
        reader.close()


def _quoted(*words: str) -> str:
    return f'"{" ".join(words)}"'


def _narrowings(reader: Reader, words: list[str]) -> Iterator[str]:
    """Yield what it costs to choose another value of a facet, or other days, the columns being there."""
    reader.count_facets(words[0])
    people = reader.slugs("people")
    yield f"another person chosen: {Searched.of([reader.search(words[0], facets={'people': [slug]}) for slug in people])}"
    yield f"its counts of all facets and years: {Searched.of([reader.count_facets(words[0], facets={'people': [slug]}) for slug in people])}"
    days = [f"19{year}-05-0{year % 9 + 1}" for year in range(25, 25 + _RUNS)]
    yield f"other days chosen: {Searched.of([reader.search(words[0], **{'from': day}) for day in days])}"
    yield f"its counts of all facets and years: {Searched.of([reader.count_facets(words[0], **{'from': day}) for day in days])}"


def main() -> None:
    """Print what searches cost in archives of the sizes that are given."""
    for count in map(int, sys.argv[1:] or ["10000", "50000"]):
        for line in figures(count):
            print(f"search in {count:,}: {line}", flush=True)
        print(
            f"memory of the program at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000:.1f} GB; of the indexer: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000_000:.1f} GB; load {os.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    main()
