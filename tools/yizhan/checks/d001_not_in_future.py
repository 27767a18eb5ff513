"""D001: what a record says has happened is not dated in the future."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import dates
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.claims import Claims
from yizhan.model.finding import Level, Pointer
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, HonourStage

_FOUND = Text(
    "日期 {found} 还没有到（核对日是 {as_of}），还没发生的事不能记成已经发生。",
    "The date {found} lies ahead of {as_of}; what has not happened cannot be recorded as done.",
)
_MAY_LIE_AHEAD = frozenset(
    {
        "until",  # extensions, deadlines, consultations and displays run on
        "due",  # a task is to be done
        "start",  # a term or a display may be announced
        "end",
        "from",  # a scheme or procedure may be adopted before it is in force
        "to",
        "effective",  # a rule may be adopted before it is in force
        "repealed",
        "dissolved",  # may be decided beforehand
        "example_day",  # a made-up day
        "next_date",  # a meeting is to go on
        "new_date",
    }
)


def _run(record: Record, _archive: Archive, context: Context) -> Iterator[Problem]:
    today = context.today or context.as_of
    for pointer, found in dates(record):
        if found.surely_after(today) and not _may_lie_ahead(record, pointer):
            yield Problem(record, pointer, _FOUND.format(found=found, as_of=today))


def _may_lie_ahead(record: Record, pointer: Pointer) -> bool:
    match record:
        case Claims() | Round():
            return False  # a count or a visit covers only what is over
        case Meeting() if not record.held and pointer[-1] in ("date", "end_date"):
            return pointer[0] in ("date", "end_date", "sessions")
        case Honour() if pointer == ("date",):
            return all(station.stage is not HonourStage.CONFERRED for station in record.stages)
        case Amendment() if pointer[0] == "dossier" and isinstance(pointer[1], int):
            if record.dossier[pointer[1]].stage is DossierStage.EFFECT:
                return True
    return pointer[-1] in _MAY_LIE_AHEAD and pointer[0] != "extent"


_PATH = "records/rounds/2026/{id}.yaml"
_ROUND = """\
id: {id}
title: 走访
example: true
date: {date}
place: shili-cun
by: shili-committee
"""

CHECK = Check(
    code="D001",
    title=Text("没有发生的事不记成已经发生", "Nothing is recorded before it happened"),
    why=Text(
        "记录是事后写的；日期在将来，不是写错了年月，就是把打算当成了结果。只有计划中的会议、截止日、"
        "公示期、任期和生效日可以在将来。",
        "Records are written afterwards; a date ahead is a mistake, or a plan told as a fact. Only planned "
        "meetings, deadlines, displays, terms and days of taking effect may lie ahead.",
    ),
    fix=Text(
        "核对年月日；还没有办的事，等办完再记。",
        "Check the date; record what is still to come once it is done.",
    ),
    bad=Example(
        {
            _PATH.format(id="20260410-shili-walk"): _ROUND.format(
                id="20260410-shili-walk", date="2026-04-10"
            )
        }
    ),
    good=Example(
        {
            _PATH.format(id="20260310-shili-walk"): _ROUND.format(
                id="20260310-shili-walk", date="2026-03-10"
            )
        }
    ),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
