"""Which corrections change what residents said, or what they said it of, by those who did the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yizhan.checks.shared.check import Context, Problem
from yizhan.checks.shared.last import OfRecord
from yizhan.checks.shared.log import bodies_of, progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.facts.residents_word import Course, course_of, touched
from yizhan.facts.speakers import Bodies
from yizhan.facts.who_worked import (
    is_beside,
    is_unknown,
    one_with,
    same,
    settled_later,
    versions,
    work_in,
)
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter
from yizhan.model.record import Correction
from yizhan.model.text import Text

Told = tuple[tuple[Correction, Text], ...]
"""Corrections of a matter that are not for those who made them, and what is said of each."""

_BY_THEM = Text(
    "更正的是居民说的话或者居民评价过的结果，更正的{body}却是办这件事的，或者原来记的是它办的。",
    "This corrects what residents said, or the result they said it of, and {body}, which corrects it, did the work, or did by what was first on record.",
)
_BY_A_PART = Text(
    "更正的是居民说的话或者居民评价过的结果，更正的{body}和办这件事的{other}却是上下级。",
    "This corrects what residents said, or the result they said it of; between {body}, which corrects it, and {other}, which did the work, one is part of the other.",
)
_UNKNOWN = Text(
    "更正的是居民说的话或者居民评价过的结果；这件事谁办的不清楚，也就不能说更正的{body}没有办过。",
    "This corrects what residents said, or the result they said it of; who did the work is not known, so it cannot be said that {body}, which corrects it, did not.",
)
_BY_NOBODY = Text(
    "更正的是居民说的话或者居民评价过的结果，没有写明由谁更正。",
    "This corrects what residents said, or the result they said it of, and does not name who corrects it.",
)


class _Doers(NamedTuple):
    """Who did the work by any version of a record.

    Attributes:
        matter: with all its corrections.
        did: their ids.
        unknown: whether nobody knows who did some of it.
        bodies: what the archive says of bodies.
    """

    matter: Matter
    did: set[str]
    unknown: bool
    bodies: Bodies

    def include(self, by: str) -> bool:
        return same(by, self.did, self.bodies)


def _find(record: Matter, archive: Archive, context: Context) -> Told:
    return tuple(_told(record, archive, context)) if record.corrections else ()


def _told(record: Matter, archive: Archive, context: Context) -> Iterator[tuple[Correction, Text]]:
    made = tuple(versions(record))
    did: set[str] = set()
    unknown = False
    courses: list[Course] = []
    for matter in (*(each.matter for each in made), record):
        progress = progress_at_start(matter, archive, context)
        if progress is None:
            return
        did |= work_in(matter, progress.workflow, progress.bodies).did
        unknown = unknown or is_unknown(matter, progress.workflow)
        courses.append(course_of(matter, progress))
    doers = _Doers(record, did, unknown, bodies_of(record, archive))
    told: set[str] = set()
    for at, each in enumerate(made):
        for correction in each.then:
            if correction.fault is not None:
                continue
            was, now = (each.matter, courses[at]), (each.after, courses[at + 1])
            what = touched(correction, was, now)
            message = _message(correction.by, doers, archive)
            if what is None or what in told or message is None:
                continue
            if settled_later(record, correction, doers.include):
                continue
            told.add(what)
            yield correction, message


def _message(by: str | None, doers: _Doers, archive: Archive) -> Text | None:
    """What is wrong with who corrects; None where that is a body that had no share in the work."""
    if by is None:
        return _BY_NOBODY
    body = archive.body(by)
    if body is None:
        return None
    if not doers.include(by):
        known = not doers.unknown or is_beside(by, doers.matter, doers.bodies)
        return None if known else _UNKNOWN.format(body=named(body))
    other = None if by in doers.did else archive.body(one_with(by, doers.did, doers.bodies))
    if other is None:
        return _BY_THEM.format(body=named(body))
    return _BY_A_PART.format(body=named(body), other=named(other))


corrected_by_doers = OfRecord(_find)
"""Asked by the check of them, and by that of all other words, which tells none of them twice."""


def at_corrections(record: Matter, told: Iterable[tuple[Correction, Text]]) -> Iterator[Problem]:
    """Problems at who corrects, or at the correction where nobody is named."""
    for correction, message in told:
        inner = () if correction.by is None else ("by",)
        pointer = ("corrections", record.corrections.index(correction), *inner)
        yield Problem(record, pointer, message)
