"""The archive: every record of a tree, indexed once, read-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar, cast

from yizhan.model.body import Body
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.reference import Reference
from yizhan.model.references import references
from yizhan.model.vocabulary import Kind

R = TypeVar("R", bound=Record)


class Source(Protocol):
    """Something that gives one record: the record itself, or what can make it when asked."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def path(self) -> str:
        """The record's file."""

    @property
    def kind(self) -> Kind:
        """The record's kind."""

    @property
    def targets(self) -> Collection[str] | None:
        """The ids that the record refers to, where they are known without making it."""

    def record(self) -> Record:
        """The record; the same object as long as somebody holds it."""


class Listener:
    """Hears every question that an archive is asked; this one does nothing with it."""

    def one(self, identifier: str) -> None:
        """One record was asked for, whether it is there or not."""

    def several(self, identifiers: Collection[str]) -> None:
        """Several records were asked for one after another, whether they are there or not."""
        for each in identifiers:
            self.one(each)

    def kind(self, kind: Kind) -> None:
        """All records of a kind were asked for."""

    def everything(self) -> None:
        """All records were asked for."""

    def duplicates(self) -> None:
        """The records whose id is taken were asked for."""

    def referrers(self, identifier: str) -> None:
        """Everything that refers to a record was asked for."""

    def children(self, place: str) -> None:
        """The places directly in a place were asked for."""


NOBODY = Listener()
"""Listens to nothing."""


class Archive:
    """Records by id and by kind, the tree of places, and who refers to whom.

    Where two files carry one id, the first by path is indexed and ``duplicates`` holds the rest, so
    that a check can name them.

    Args:
        sources: records, or what makes them when they are first asked for, in any order.
        listener: gets every question before it is answered.
    """

    def __init__(self, sources: Iterable[Source], listener: Listener = NOBODY) -> None:
        by_id: dict[str, Source] = {}
        by_kind: dict[Kind, list[Source]] = defaultdict(list)
        taken: list[Source] = []
        for source in sorted(sources, key=lambda source: source.path):
            if source.id in by_id:
                taken.append(source)
                continue
            by_id[source.id] = source
            by_kind[source.kind].append(source)
        self._by_id = by_id
        self._by_kind = by_kind
        self._taken = taken
        self._listener = listener
        self._asked_for = listener.one  # bound once: the checks ask some forty times a record
        self._of: dict[Kind, tuple[Record, ...]] = {}
        self._referring: dict[str, list[Source]] | None = None
        self._children: dict[str, list[Place]] | None = None
        self._lines: dict[str, tuple[tuple[Place, ...], frozenset[str]]] = {}

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by id; only going through all of them asks for all."""
        return _Records(self)

    @property
    def duplicates(self) -> tuple[Record, ...]:
        """The records whose id another file has already."""
        self._listener.duplicates()
        return tuple(source.record() for source in self._taken)

    def ids(self) -> Iterator[str]:
        """Every id, by path."""
        self._listener.everything()
        return iter(self._by_id)

    def of(self, model: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id: ``archive.of(Matter)``; the same tuple each time."""
        self._listener.kind(model.kind)
        return self._all_of(model)

    def ids_of(self, model: type[R]) -> tuple[str, ...]:
        """The id of every record of a kind, in order; no record is made for it."""
        self._listener.kind(model.kind)
        return tuple(sorted(source.id for source in self._by_kind.get(model.kind, ())))

    def get(self, model: type[R], identifier: str | None) -> R | None:
        """The record of this kind with this id, or None."""
        record = self.find(identifier) if identifier is not None else None
        return record if isinstance(record, model) else None

    def find(self, identifier: str) -> Record | None:
        """The record of whatever kind with this id, or None."""
        self._asked_for(identifier)
        source = self._by_id.get(identifier)
        return source.record() if source is not None else None

    def referrers(self, identifier: str) -> tuple[tuple[Record, Reference], ...]:
        """Who refers to a record, and where in the referring record."""
        self._listener.referrers(identifier)
        return tuple(self._where(identifier, self._sources_of(identifier)))

    def referrers_of(self, model: type[R], identifier: str) -> tuple[tuple[R, Reference], ...]:
        """Records of a kind that refer to a record, and where; no others are made."""
        self._listener.referrers(identifier)
        sources = [each for each in self._sources_of(identifier) if each.kind is model.kind]
        found = tuple(self._where(identifier, sources))
        return cast("tuple[tuple[R, Reference], ...]", found)  # a kind has one class

    def referring(self, identifier: str) -> tuple[tuple[Kind, str], ...]:
        """Kind and id of whoever refers to a record, each once; no record is made for it."""
        self._listener.referrers(identifier)
        return tuple((source.kind, source.id) for source in self._sources_of(identifier))

    def source(self, identifier: str) -> Source | None:
        """What gives a record; a listener is not told, since no question is answered by it."""
        return self._by_id.get(identifier)

    def _sources_of(self, identifier: str) -> Sequence[Source]:
        if self._referring is None:
            self._referring = self._sources_by_target()
        return self._referring.get(identifier, ())

    def _where(
        self, identifier: str, sources: Iterable[Source]
    ) -> Iterator[tuple[Record, Reference]]:
        for source in sources:
            record = source.record()
            for reference in references(record):
                if reference.target == identifier:
                    yield record, reference

    def _sources_by_target(self) -> dict[str, list[Source]]:
        """Who refers to whom; a source that knows its targets need not make its record for that.

        To make all 4,200 records and walk them for one question took a tenth of a second: half of
        a check of one changed file, and 5 % of a build after it.
        """
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self._by_id.values():
            for target in targets_of(source):
                found[target].append(source)
        return found

    def children(self, place: str) -> tuple[Place, ...]:
        """The places directly in a place, by id."""
        self._listener.children(place)
        if self._children is None:
            found: dict[str, list[Place]] = defaultdict(list)
            for each in self._all_of(Place):
                if each.parent is not None:
                    found[each.parent].append(each)
            self._children = found
        return tuple(self._children.get(place, ()))

    def _all_of(self, model: type[R]) -> tuple[R, ...]:
        found = self._of.get(model.kind)
        if found is None:
            made = (source.record() for source in self._by_kind.get(model.kind, ()))
            found = self._of[model.kind] = tuple(sorted(made, key=lambda record: record.id))
        # A kind has one class (``KINDS``); to look at each record again would cost every caller.
        return cast("tuple[R, ...]", found)

    def lineage(self, place: str) -> tuple[Place, ...]:
        """A place and those around it, from the root down; stops where the tree is broken.

        Each line is followed once, since some three are asked for at every matter; the listener
        hears all of it each time.
        """
        known = self._lines.get(place)
        if known is None:
            known = self._lines[place] = self._line(place)
        line, asked = known
        self._listener.several(asked)
        return line

    def _line(self, place: str) -> tuple[tuple[Place, ...], frozenset[str]]:
        """A place and those around it, and every id that was looked for on the way."""
        line: list[Place] = []
        asked: set[str] = set()
        following: str | None = place
        while following is not None and following not in asked:
            asked.add(following)
            source = self._by_id.get(following)
            current = source.record() if source is not None else None
            if not isinstance(current, Place):
                break
            line.append(current)
            following = current.parent
        return tuple(reversed(line)), frozenset(asked)

    def within(self, place: str) -> Iterator[Place]:
        """A place and everything below it, depth first; each place once."""
        seen: set[str] = set()
        waiting = [place]
        while waiting:
            each = self.get(Place, waiting.pop())
            if each is None or each.id in seen:
                continue
            seen.add(each.id)
            yield each
            waiting.extend(child.id for child in reversed(self.children(each.id)))

    @property
    def matters(self) -> tuple[Matter, ...]:
        """Every matter, by id."""
        return self.of(Matter)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting, by id."""
        return self.of(Meeting)

    def body(self, identifier: str | None) -> Body | None:
        """The body with this id, or None."""
        return self.get(Body, identifier)

    def place(self, identifier: str | None) -> Place | None:
        """The place with this id, or None."""
        return self.get(Place, identifier)

    def procedure(self, identifier: str | None) -> Procedure | None:
        """The procedure with this id, preset or local, or None."""
        return self.get(Procedure, identifier)


def targets_of(source: Source) -> Collection[str]:
    """The ids that a record refers to; it is made only where they are not known."""
    targets = source.targets
    return {each.target for each in references(source.record())} if targets is None else targets


class _Records(Mapping[str, Record]):
    """The records by id, asking the archive for each."""

    def __init__(self, archive: Archive) -> None:
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
