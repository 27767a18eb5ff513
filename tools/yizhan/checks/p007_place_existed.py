"""P007: what happened at a place happened while the place existed."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.lifetime import outside_lifetime
from yizhan.checks.shared.naming import DATED_KINDS
from yizhan.checks.shared.place_examples import OLD_GRID
from yizhan.model.acting import named_on_days
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    if isinstance(record, Meeting) and record.not_held is not None:
        return  # it never was, wherever it was to be
    for each in named_on_days(record, Kind.PLACE):
        place = archive.place(each.target)
        yield from outside_lifetime(record, each.pointer, place, each.day)


_PLACE = OLD_GRID + "dissolved: {dissolved}\n"
_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-old
by: shili-committee
"""
_PATHS = ("records/places/shili-old.yaml", "records/rounds/2026/20260210-shili-walk.yaml")

CHECK = Check(
    code="P007",
    title=Text("事情发生时地点存在", "The place existed at the time"),
    why=Text(
        "记在已经撤销的网格上，新网格的居民就查不到这件事。事情发生在哪里，就总有一个当时存在的地点，"
        "所以这是记错了，不是不合规。",
        "Recorded at a dissolved grid, the matter is not found by those who live in the new one. Wherever something "
        "happens there is a place that existed then, so this is a mistake of the record and nothing irregular.",
    ),
    fix=Text(
        "改成当时存在的地点；地点的设立或撤销日期写错的，改那里；定好的会因为地方撤销没有开的，写 not_held（没有召开）。",
        "Name the place that existed then; if the place's own dates are wrong, correct them there; a meeting that was not held since the place was dissolved gets not_held.",
    ),
    bad=Example(dict(zip(_PATHS, (_PLACE.format(dissolved="2025-12-31"), _ROUND), strict=True))),
    good=Example(dict(zip(_PATHS, (_PLACE.format(dissolved="2026-03-01"), _ROUND), strict=True))),
    kinds=(
        *DATED_KINDS,
        Kind.RULE,
        Kind.SCHEME,
    ),
    run=_run,
    level=Level.ERROR,
)
