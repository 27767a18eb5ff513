"""The archive as checks see it: made on demand, and noting what was looked up.

What a check looked at decides when it must look again. Each question leaves a mark: the id asked
for, or a sign and a name for a list (``MARKS`` below). A changed file turns into the same marks,
and a record is judged again where the two meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.reference import Reference
from yizhan.model.references import references
from yizhan.model.vocabulary import Kind

R = TypeVar("R", bound=Record)

EVERYTHING = "*"
"""Mark of a question about all records."""

DUPLICATES = "="
"""Mark of a question about records whose id is taken."""


def referrers_mark(identifier: str) -> str:
    """Mark of the question who refers to a record."""
    return f">{identifier}"


def children_mark(place: str) -> str:
    """Mark of the question what lies directly in a place."""
    return f"<{place}"


def kind_mark(kind: Kind) -> str:
    """Mark of the question for all records of a kind."""
    return f"@{kind.value}"


def lines_mark(path: str) -> str:
    """Mark of a finding that stands in another record's file: its line may move."""
    return f"~{path}"


class Source(Protocol):
    """Something that can give a record: read already, or kept from the last run."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def kind(self) -> Kind:
        """The record's kind."""

    def record(self) -> Record:
        """Make the record, once."""


class TrackedArchive(Archive):
    """An archive that notes what it is asked.

    Args:
        sources: in the order of their paths, the presets first.
        unread: ids of files that could not be read.

    Attributes:
        looked_up: marks of the questions asked since it was last emptied.
        asked_unread: whether a record was asked for that is there but cannot be read; what a check
            then says may be wrong and is not said.
    """

    def __init__(self, sources: Iterable[Source], unread: frozenset[str]) -> None:
        by_id: dict[str, Source] = {}
        by_kind: dict[Kind, list[Source]] = defaultdict(list)
        self._taken: list[Source] = []
        for source in sources:
            if source.id in by_id:
                self._taken.append(source)
                continue
            by_id[source.id] = source
            by_kind[source.kind].append(source)
        self._sources = by_id
        self._source_kinds = by_kind
        self._unread = unread
        self._of: dict[Kind, tuple[Record, ...]] = {}
        self._referring: dict[str, list[tuple[Record, Reference]]] | None = None
        self._inside: dict[str, list[Place]] | None = None
        self.looked_up: set[str] = set()
        self.asked_unread = False

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by id; only going through all of them counts as asking for all."""
        return _Records(self)

    @property
    def duplicates(self) -> tuple[Record, ...]:  # type: ignore[override]
        """The records whose id another file has already."""
        self.looked_up.add(DUPLICATES)
        return tuple(source.record() for source in self._taken)

    def of(self, model: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id."""
        self.looked_up.add(kind_mark(model.kind))
        return self._all_of(model.kind)  # type: ignore[return-value]

    def get(self, model: type[R], identifier: str | None) -> R | None:
        """The record of this kind with this id, or None."""
        if identifier is None:
            return None
        record = self.find(identifier)
        return record if isinstance(record, model) else None

    def find(self, identifier: str) -> Record | None:
        """The record of whatever kind with this id, or None."""
        self.looked_up.add(identifier)
        source = self._sources.get(identifier)
        if source is None:
            if identifier in self._unread:
                self.asked_unread = True
            return None
        return source.record()

    def referrers(self, identifier: str) -> tuple[tuple[Record, Reference], ...]:
        """Who refers to a record, and where in the referring record."""
        self.looked_up.add(referrers_mark(identifier))
        if self._referring is None:
            self._referring = defaultdict(list)
            for source in self._sources.values():
                record = source.record()
                for reference in references(record):
                    self._referring[reference.target].append((record, reference))
        return tuple(self._referring.get(identifier, ()))

    def children(self, place: str) -> tuple[Place, ...]:
        """The places that lie directly in a place, by id."""
        self.looked_up.add(children_mark(place))
        if self._inside is None:
            self._inside = defaultdict(list)
            for each in self._all_of(Kind.PLACE):
                if isinstance(each, Place) and each.parent is not None:
                    self._inside[each.parent].append(each)
        return tuple(self._inside.get(place, ()))

    def _all_of(self, kind: Kind) -> tuple[Record, ...]:
        if kind not in self._of:
            found = [source.record() for source in self._source_kinds.get(kind, ())]
            self._of[kind] = tuple(sorted(found, key=lambda record: record.id))
        return self._of[kind]

    def ids(self) -> Iterator[str]:
        """Every id, in the order of the paths."""
        self.looked_up.add(EVERYTHING)
        return iter(self._sources)


class _Records(Mapping[str, Record]):
    """The records by id, asking the archive for each."""

    def __init__(self, archive: TrackedArchive) -> None:
        self._archive = archive

    def __getitem__(self, identifier: str) -> Record:
        record = self._archive.find(identifier)
        if record is None:
            raise KeyError(identifier)
        return record

    def __iter__(self) -> Iterator[str]:
        return self._archive.ids()

    def __len__(self) -> int:
        return sum(1 for _ in self._archive.ids())


def marks_of(record: Record) -> Iterator[str]:
    """The marks of every question whose answer a record is part of."""
    yield record.id
    yield EVERYTHING
    yield kind_mark(record.kind)
    if isinstance(record, Place) and record.parent is not None:
        yield children_mark(record.parent)
    for reference in references(record):
        yield referrers_mark(reference.target)
