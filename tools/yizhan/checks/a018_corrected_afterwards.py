"""A018: a correction is dated after what it corrects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import when
from yizhan.checks.shared.examples import CORRECTED, CORRECTED_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.fields import value_at
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.record import Correction, Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage

_SITTING = frozenset({"attendance", "elections", "follow_ups", "movements", "result", "vote"})
"""What only a meeting that sits can give."""

_FOUND = Text(
    "更正的日期 {date} 早于被更正的内容（{earlier}）。",
    "The correction is dated {date}, before what it corrects ({earlier}).",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for position, correction in enumerate(record.corrections):
        earlier = None if _known_before(record, correction) else _recorded(record, correction)
        if earlier is not None and correction.date.surely_before(earlier):
            message = _FOUND.format(date=correction.date, earlier=earlier)
            yield Problem(record, ("corrections", position, "date"), message)


def _known_before(record: Record, correction: Correction) -> bool:
    """Whether what is corrected is on record before its day: what a meeting is called for, an effect."""
    if isinstance(record, Meeting):
        return _SITTING.isdisjoint(correction.target)
    if isinstance(record, Amendment):
        was = correction.was
        stage = was.get("stage") if isinstance(was, dict) else None
        found = value_at(record, correction.target[:2])
        return DossierStage.EFFECT in (stage, getattr(found, "stage", None))
    return False


def _recorded(record: Record, correction: Correction) -> PartialDate | None:
    """The day of what is corrected: of the item it is in, or of the record.

    Where a date is what is corrected, the one that holds now counts: a wrong one may be any.
    """
    target = correction.target[:-1] if correction.annul else correction.target
    found = _date_of(correction.was) if correction.annul else None
    for end in range(1, len(target) + 1):
        found = found or _date_of(value_at(record, target[:end]))
    about = when(record)
    if found is None and about is None and isinstance(record, Body | Place):
        return record.established
    return found or (about[1] if about is not None else None)


def _date_of(value: Any) -> PartialDate | None:
    if isinstance(value, dict):
        return PartialDate.parse(str(value["date"])) if "date" in value else None
    date = getattr(value, "date", None)
    return date if isinstance(date, PartialDate) else None


_BAD = CORRECTED.replace("2026-03-20", "2026-02-02").format(
    at="log/20260211-accept/note", value="value: 已派人查看。"
)
_GOOD = CORRECTED.format(at="log/20260211-accept/note", value="value: 已派人查看。")

CHECK = Check(
    code="A018",
    title=Text("更正在被更正的内容之后", "A correction comes after what it corrects"),
    why=Text(
        "先有记录才有更正；日期写反了，人们就看不出哪一个说法是后来的。",
        "What is corrected was recorded before; with the dates the wrong way round nobody can tell which of the two came later.",
    ),
    fix=Text(
        "date 写更正的那一天，不是事情发生的那一天。",
        "Let date be the day of correcting, not the day on which it happened.",
    ),
    bad=Example({CORRECTED_PATH: _BAD}),
    good=Example({CORRECTED_PATH: _GOOD}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
