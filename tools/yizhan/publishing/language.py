"""The pages and slots of a site in one language."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from yizhan.pages.catalogue import SLOTS, all_pages, manual_pages
from yizhan.pages.notes import Notes
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.rendering import CODE
from yizhan.pages.site import Site
from yizhan.publishing.kept import KeptPages
from yizhan.publishing.output import Output
from yizhan.publishing.reuse import Reuse, ReusePages, Source
from yizhan.publishing.search import SearchIndex
from yizhan.publishing.shells import read_shells, shell_for
from yizhan.publishing.slots import WHOLE, fill_slots, is_whole

_REPORT_EVERY = 200


@dataclass(frozen=True, slots=True)
class LanguageDone:
    """What came of one language.

    Attributes:
        kept: what the next build may use.
        filled: names of the slots that were filled, by address.
        named: path of every file of the language.
        made: how many of them were made.
        changed: path of each of those that is new or changed.
        code: of the templates that were compiled for it; a second process has to hand it over.
    """

    kept: KeptPages
    filled: dict[str, set[str]]
    named: set[str]
    made: int
    changed: set[str]
    code: dict[str, bytes]


class PublishedLanguage:
    """Writes the pages and slots of one language.

    Args:
        site: the site in that language.
        source: what the site is made of.
        reuse: what of the last build holds.
        output: where files go.
        index: takes what search should know; None where it knows the pages in another language.
        progress: told how many pages are made.
    """

    def __init__(
        self,
        site: Site,
        source: Source,
        reuse: Reuse,
        output: Output,
        index: SearchIndex | None = None,
        progress: Callable[[int, bool], None] = lambda _count, _done: None,
    ) -> None:
        self._site = site
        self._source = source
        self._reuse: ReusePages = reuse.of(site.lang)
        self._output = output.part()
        self._index = index
        self._progress = progress
        self._shells = read_shells(source.generated.shells)
        self._filled: dict[str, set[str]] = defaultdict(set)

    def write(self) -> LanguageDone:
        """Write everything."""
        known = set(CODE)
        rows = self._site.rows = self._reuse.rows() if self._source.shares_rows else None
        self._pages()
        if self._index is not None:
            self._index.close()
        self._slots()
        if rows is not None:
            self._reuse.keep_rows(rows)
        output = self._output
        code = {name: CODE[name] for name in CODE.keys() - known}
        filled = dict(self._filled)
        return LanguageDone(
            self._reuse.now, filled, output.named, output.made, output.changed, code
        )

    def _pages(self) -> None:
        """Make and write every page that does not hold."""
        reuse, output, index = self._reuse, self._output, self._index
        for draft in chain(all_pages(self._site), self._manual()):
            inputs = reuse.inputs(*draft.inputs)
            path = f"{draft.url}index.html"
            if reuse.holds(draft.url, inputs):
                output.keep(path)
                entry = reuse.keep(draft.url)
                if index is not None:
                    index.add_unchanged(draft, entry)
                continue
            self._forget_questions()
            page = draft.page
            marks = self._questions()
            output.write(path, self._html(page))
            entry = b"" if index is None else index.add(page, reuse.entry(draft.url))
            reuse.note(draft.url, inputs, marks, entry)
            if output.made % _REPORT_EVERY == 0:
                self._progress(output.made, False)

    def _manual(self) -> Iterator[Draft]:
        """The pages of the manual for which the generator has left a place."""
        pages = self._source.generated.pages
        for draft in manual_pages(self._site):
            if is_whole(pages.get(draft.url, "")):
                self._filled[draft.url].add(WHOLE)
                yield draft

    def _html(self, page: Page) -> bytes:
        return shell_for(self._shells, page).fill(page).encode()

    def _slots(self) -> None:
        """Fill narrative pages; one page is filled anew as a whole."""
        holding: dict[str, list[tuple[str, str]]] = {}
        made: list[Slot] = []
        for name, make in SLOTS.items():
            if self._reuse.holds(name, b""):
                holding[name] = json.loads(self._reuse.keep(name))
            else:
                made += self._made(name, make)
        while again := _sharing(holding, {slot.url for slot in made}):
            del holding[again]
            made += self._made(again, SLOTS[again])
        for url, name in chain.from_iterable(holding.values()):
            self._filled[url].add(name)
        for url in {url for url, _name in chain.from_iterable(holding.values())}:
            self._output.keep(f"{url}index.html")
        for slot in made:
            self._filled[slot.url].add(slot.name)
        for url, html in fill_slots(self._source.generated.pages, made):
            self._output.write(f"{url}index.html", html.encode())

    def _made(self, name: str, make: Callable[[Site], Iterable[Slot]]) -> Iterator[Slot]:
        self._forget_questions()
        slots = list(make(self._site))
        where = json.dumps([(slot.url, slot.name) for slot in slots])
        self._reuse.note(name, b"", self._questions(), where.encode())
        yield from slots

    def _forget_questions(self) -> None:
        if self._site.notes is not None:
            self._site.notes.marks = set()

    def _questions(self) -> Iterable[str]:
        notes: Notes | None = self._site.notes
        return () if notes is None else notes.marks


def _sharing(holding: dict[str, list[tuple[str, str]]], urls: set[str]) -> str | None:
    """A maker whose slots hold although it shares a page with slots that do not."""
    return next(
        (name for name, slots in holding.items() if any(url in urls for url, _ in slots)), None
    )
