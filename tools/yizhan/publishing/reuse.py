"""What a site is made of, and which of its pages need not be made again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from yizhan.model.text import Lang
from yizhan.pages.notes import Digest, Digester
from yizhan.pages.site import Site
from yizhan.publishing.address import Address
from yizhan.publishing.generated import Generated
from yizhan.publishing.kept import (
    Kept,
    KeptPages,
    Made,
    changed_marks,
    packed,
    records_now,
    unpacked,
)

LARGEST_KEPT = 100_000
"""Records up to which a build is kept: what is kept of 100,000 takes 0.1 GB of memory."""


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

    def keep(self, name: str) -> bytes:
        """Keep once more what was kept of a page that holds; its last part is given back."""
        made = self.now.pages[name] = self._former[name]
        return unpacked(made)[2]

    def note(self, name: str, inputs: Digest, marks: Iterable[str], entry: bytes = b"") -> None:
        """Keep what a page was made of; of a large archive only that it is there."""
        numbers = array("I", [self._number(mark) for mark in marks] if self._keeps else ())
        self.now.pages[name] = packed(inputs, numbers.tobytes(), entry)
