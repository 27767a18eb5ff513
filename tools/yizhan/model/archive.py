"""The archive: every record of a tree, indexed once, read-only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

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


class Archive:
    """Records by id and by kind, the tree of places, and who refers to whom.

    Where two files carry one id, the first by path is indexed and ``duplicates`` holds the rest, so
    that a check can name them.

    Args:
        records: in any order; presets first where they are among them.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        by_id: dict[str, Record] = {}
        by_kind: dict[Kind, list[Record]] = defaultdict(list)
        duplicates: list[Record] = []
        for record in sorted(records, key=lambda record: record.path):
            if record.id in by_id:
                duplicates.append(record)
                continue
            by_id[record.id] = record
            by_kind[record.kind].append(record)
        self._by_id = by_id
        self._by_kind = {
            kind: tuple(sorted(found, key=lambda record: record.id))
            for kind, found in by_kind.items()
        }
        self.duplicates: tuple[Record, ...] = tuple(duplicates)
        self._referrers: dict[str, list[tuple[Record, Reference]]] | None = None
        self._children: dict[str, list[Place]] | None = None

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by id."""
        return MappingProxyType(self._by_id)

    def of(self, model: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id: ``archive.of(Matter)``."""
        return self._by_kind.get(model.kind, ())  # type: ignore[return-value]

    def get(self, model: type[R], identifier: str | None) -> R | None:
        """The record of this kind with this id, or None."""
        record = self._by_id.get(identifier) if identifier is not None else None
        return record if isinstance(record, model) else None

    def find(self, identifier: str) -> Record | None:
        """The record of whatever kind with this id, or None."""
        return self._by_id.get(identifier)

    def referrers(self, identifier: str) -> tuple[tuple[Record, Reference], ...]:
        """Who refers to a record, and where in the referring record."""
        if self._referrers is None:
            found: dict[str, list[tuple[Record, Reference]]] = defaultdict(list)
            for record in self._by_id.values():
                for reference in references(record):
                    found[reference.target].append((record, reference))
            self._referrers = found
        return tuple(self._referrers.get(identifier, ()))

    def children(self, place: str) -> tuple[Place, ...]:
        """The places that lie directly in a place, by id."""
        if self._children is None:
            found: dict[str, list[Place]] = defaultdict(list)
            for each in self.of(Place):
                if each.parent is not None:
                    found[each.parent].append(each)
            self._children = found
        return tuple(self._children.get(place, ()))

    def lineage(self, place: str) -> tuple[Place, ...]:
        """A place and what it lies in, from the root down; stops where the tree is broken."""
        line: list[Place] = []
        seen: set[str] = set()
        current = self.get(Place, place)
        while current is not None and current.id not in seen:
            seen.add(current.id)
            line.append(current)
            current = self.get(Place, current.parent)
        return tuple(reversed(line))

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
