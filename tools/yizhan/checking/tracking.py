"""Noting what an archive was asked.

What a check looked at decides when it must look again. Each question leaves a mark: the id asked
for, or a sign and a name for a list (the functions below). A changed file turns into the same
marks, and a record is judged again where the two meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from yizhan.model.archive import Listener, Source, targets_of
from yizhan.model.place import Place
from yizhan.model.vocabulary import Kind

EVERYTHING = "*"
"""Mark of a question about all records."""

DUPLICATES = "="
"""Mark of a question about records whose id is taken."""

UNREAD = "!"
"""Mark of a finding that a file that cannot be read may refute."""


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


class Questions(Listener):
    """Notes the questions an archive is asked, as marks.

    Attributes:
        marks: of the questions asked since it was last emptied.
    """

    def __init__(self) -> None:
        self.marks: set[str] = set()

    def one(self, identifier: str) -> None:
        """Note the id."""
        self.marks.add(identifier)

    def several(self, identifiers: Collection[str]) -> None:
        """Note the ids."""
        self.marks.update(identifiers)

    def kind(self, kind: Kind) -> None:
        """Note the kind."""
        self.marks.add(kind_mark(kind))

    def everything(self) -> None:
        """Note that all were asked for."""
        self.marks.add(EVERYTHING)

    def duplicates(self) -> None:
        """Note that taken ids were asked for."""
        self.marks.add(DUPLICATES)

    def referrers(self, identifier: str) -> None:
        """Note the record that is referred to."""
        self.marks.add(referrers_mark(identifier))

    def children(self, place: str) -> None:
        """Note the place that is looked into."""
        self.marks.add(children_mark(place))


def marks_of(source: Source) -> Iterator[str]:
    """The marks of every question whose answer a record is part of.

    Args:
        source: the record, or what gives it: it is made only if that cannot be told without it.
    """
    yield source.id
    yield EVERYTHING
    yield kind_mark(source.kind)
    if source.kind is Kind.PLACE:
        place = source.record()
        if isinstance(place, Place) and place.parent is not None:
            yield children_mark(place.parent)
    for target in targets_of(source):
        yield referrers_mark(target)
