"""What a site is made of, and which of its pages need not be made again."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from yizhan.model.text import Lang
from yizhan.pages.notes import Digest, Digester
from yizhan.pages.site import Site
from yizhan.publishing.address import Address
from yizhan.publishing.generated import Generated
from yizhan.publishing.kept import (
    Kept,
    KeptPages,
    KeptRow,
    Made,
    changed_marks,
    packed,
    records_now,
    unpacked,
)

LARGEST_KEPT = 100_000
"""Records up to which a build is kept: what is kept of 100,000 takes 0.1 GB of memory."""

LARGEST_WITH_ROWS = 20_000
"""Records up to which rows of lists are held for all pages, and kept: those of 50,000 matters would
take some 80 MB."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a site is made of.

    Attributes:
        project: the folder that holds ``records/`` and ``node_modules/``.
        site: the Chinese site.
        contents: digest of each record's content, by id.
        files: path of every attachment.
        address: where the site will be.
        languages: in which it is written, Chinese first.
        generated: the generator's pages.
        generated_now: whether they were made for this build; if not, the former site has them.
    """

    project: Path
    site: Site
    contents: Mapping[str, Digest]
    files: frozenset[str]
    address: Address
    languages: tuple[Lang, ...]
    generated: Generated
    generated_now: bool = True

    @property
    def is_kept(self) -> bool:
        """Whether what pages were made of is kept for the next build."""
        return len(self.contents) <= LARGEST_KEPT

    @property
    def shares_rows(self) -> bool:
        """Whether rows of lists are made once for all pages, and kept for the next build."""
        return len(self.contents) <= LARGEST_WITH_ROWS

    @property
    def sites(self) -> tuple[Site, ...]:
        """The site in each of its languages."""
        return tuple(
            self.site if lang == self.site.lang else self.site.in_(lang) for lang in self.languages
        )


class Reuse:
    """What of the last build still holds.

    Args:
        source: what the site is made of now.
        former: what the last build kept, if anything.

    Attributes:
        frame: digests of what every page is made of besides records: shells, day, addresses.
        records: what records hold now, to be kept.
        digester: makes digests of inputs.
    """

    def __init__(self, source: Source, former: Kept | None) -> None:
        self.digester = Digester(source.contents)
        self._former = former
        site, generated = source.site, source.generated
        self.frame = {
            "day": self.digester.of((site.as_of, site.example_day)),
            "address": self.digester.of(source.address),
            "languages": self.digester.of(source.languages),
            "shells": self.digester.of(tuple(generated.shells.items())),
            "slots": self.digester.of(tuple(generated.pages.items())),
        }
        self._keeps = source.is_kept
        self.records = records_now(site.archive, source.contents if self._keeps else {}, former)
        self._marks: list[tuple[list[str], MarkNumbers]] = []
        self._changed: set[str] | None = None
        if former is not None and all(
            former.others.get(key) == digest for key, digest in self.frame.items()
        ):
            self._changed = changed_marks(former, self.records, site.derived, self.digester)

    def of(self, lang: str) -> ReusePages:
        """What holds of the pages of a language."""
        some = (self._former.pages.get(lang) if self._former is not None else None) or KeptPages()
        known = [] if self._changed is None else some.marks
        marks = next((marks for had, marks in self._marks if had is known or had == known), None)
        if marks is None:
            marks = MarkNumbers(known)
            self._marks.append((known, marks))
        return ReusePages(some, marks, self._changed, self.digester, keeps=self._keeps)

    @cached_property
    def attachments(self) -> Mapping[str, tuple[int, ...]]:
        """Stamps of the attachments that were copied."""
        return self._former.attachments if self._former is not None else {}

    def same(self, name: str, digest: Digest) -> bool:
        """Whether what a file is made of is what it was made of at the last build."""
        return self._former is not None and self._former.others.get(name) == digest


class MarkNumbers:
    """Marks and their numbers: pages of every language are made of the same records.

    Args:
        known: marks that have numbers already.

    Attributes:
        all: every mark, by number.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.all = list(known)
        self._numbers = {mark: number for number, mark in enumerate(self.all)}

    def number(self, mark: str) -> int:
        """The number of a mark; a new one gets the next."""
        number = self._numbers.get(mark)
        if number is None:
            number = self._numbers[mark] = len(self.all)
            self.all.append(mark)
        return number

    def known(self, marks: Iterable[str]) -> set[int]:
        """The numbers of those marks that have one."""
        return {self._numbers[mark] for mark in marks if mark in self._numbers}


class ReusePages:
    """Which pages of a language need not be made again; and what is kept of those that are made.

    Args:
        former: what was kept of them.
        marks: with the numbers that ``former`` names them by.
        changed: marks of what changed; None where every page is made.
        digester: makes digests of inputs.
        keeps: False where there will be no next build that asks.

    Attributes:
        now: what is kept for the next build.
    """

    def __init__(
        self,
        former: KeptPages,
        marks: MarkNumbers,
        changed: Iterable[str] | None,
        digester: Digester,
        *,
        keeps: bool = True,
    ) -> None:
        self._entries: Mapping[str, Made] = former.pages
        self._former: Mapping[str, Made] = {} if changed is None else former.pages
        self._former_rows: Mapping[str, KeptRow] = {} if changed is None else former.rows
        self.now = KeptPages(marks.all)
        self._number = marks.number
        self._changed = marks.known(changed or ())
        self._digester = digester
        self._keeps = keeps

    def inputs(self, *inputs: object) -> Digest:
        """A digest of what a page is made of besides what its maker asks for; a record's is at hand."""
        if not self._keeps:
            return b""
        return self._digester.of(inputs[0] if len(inputs) == 1 else inputs)

    def entry(self, name: str) -> Digest:
        """The digest of what search knew of a page at the last build; empty where it knew nothing."""
        made = self._entries.get(name)
        return b"" if made is None else unpacked(made)[2]

    def holds(self, name: str, inputs: Digest) -> bool:
        """Whether a page need not be made again."""
        made = self._former.get(name)
        if made is None:
            return False
        before, numbers, _rest = unpacked(made)
        if before != inputs:
            return False
        return not self._changed or self._changed.isdisjoint(array("I", numbers))

    def rows(self) -> Rows:
        """The rows of lists, those that hold among them."""
        return Rows(self._former_rows, self.now.marks, self._changed)

    def keep_rows(self, rows: Rows) -> None:
        """Keep rows for the next build: those that hold, asked for or not, and new ones."""
        self.now.rows = dict(rows.holding())
        for matter, (row, marks) in rows.made():
            self.now.rows[matter] = (
                row,
                array("I", [self._number(each) for each in marks]).tobytes(),
            )

    def keep(self, name: str) -> bytes:
        """Keep once more what was kept of a page that holds; its last part is given back."""
        made = self.now.pages[name] = self._former[name]
        return unpacked(made)[2]

    def note(self, name: str, inputs: Digest, marks: Iterable[str], entry: bytes = b"") -> None:
        """Keep what a page was made of; of a large archive only that it is there."""
        numbers = array("I", [self._number(mark) for mark in marks] if self._keeps else ())
        self.now.pages[name] = packed(inputs, numbers.tobytes(), entry)


class Rows(dict[str, tuple[bytes, tuple[str, ...]]]):
    """Matters as rows of lists, each with its marks: those of the last build that hold, and new ones.

    Args:
        former: what was kept.
        marks: by number.
        changed: numbers of the marks of what changed.
    """

    def __init__(
        self, former: Mapping[str, KeptRow], marks: Sequence[str], changed: Collection[int]
    ) -> None:
        super().__init__()
        self._former = former
        self._marks = marks
        self._changed = changed
        self._taken: set[str] = set()

    def get(self, matter: str, default: Any = None) -> Any:
        """The row of a matter, if it is here or one that was kept holds."""
        found = super().get(matter)
        if found is None and (kept := self._former.get(matter)) is not None and self._holds(kept):
            marks = tuple([self._marks[number] for number in array("I", kept[1])])
            found = self[matter] = (kept[0], marks)
            self._taken.add(matter)
        return default if found is None else found

    def holding(self) -> Iterator[tuple[str, KeptRow]]:
        """The rows that were kept and hold."""
        return ((matter, kept) for matter, kept in self._former.items() if self._holds(kept))

    def made(self) -> Iterator[tuple[str, tuple[bytes, tuple[str, ...]]]]:
        """The rows that were made in this build."""
        return ((matter, row) for matter, row in self.items() if matter not in self._taken)

    def _holds(self, kept: KeptRow) -> bool:
        return not self._changed or not any(each in self._changed for each in array("I", kept[1]))
