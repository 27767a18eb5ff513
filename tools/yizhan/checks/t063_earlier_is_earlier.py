"""T063: the meeting before a meeting comes before it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.minutes import NOT_BEFORE
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ONE_ANOTHER = Text(
    "{meeting}的 earlier 写的又是本次会议，哪一次在前说不清。",
    "{meeting} names this meeting as the one before it in turn: which came first cannot be told.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    other = archive.get(Meeting, record.earlier)
    if other is None or other.id == record.id:
        return
    after = record.date.surely_before(other.date)
    if after and record.chain is None:  # of a chain T013 says so
        message = NOT_BEFORE.format(meeting=named(other), held=other.date, date=record.date)
        yield Problem(record, ("earlier",), message)
    either_way = not after and not other.date.surely_before(record.date)
    if either_way and other.earlier == record.id and record.id < other.id:  # said once of the two
        yield Problem(record, ("earlier",), _ONE_ANOTHER.format(meeting=named(other)))


_OTHER = """\
id: {id}
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: {date}
"""


def _other(date: str) -> dict[str, str]:
    identifier = f"{date.replace('-', '')}-shili-first"
    path = f"records/meetings/{date[:4]}/{identifier}.yaml"
    return {path: _OTHER.format(id=identifier, date=date)}


CHECK = Check(
    code="T063",
    title=Text("前一次会议在前", "The meeting before comes before"),
    why=Text(
        "网页按 earlier 把几次会议前后连起来；前后写颠倒，居民看到的经过就是反的。",
        "Pages join meetings by earlier; the wrong way round, residents read the course of things backwards.",
    ),
    fix=Text(
        "核对两次会议的日期；earlier 写错的，改成在它前面的那次会议，没有就删去。",
        "Check the days of both meetings; if earlier is wrong, name the meeting that came before, or delete it where there is none.",
    ),
    bad=Example({TALK_PATH: TALK + "earlier: 20260301-shili-first\n", **_other("2026-03-01")}),
    good=Example({TALK_PATH: TALK + "earlier: 20260203-shili-first\n", **_other("2026-02-03")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
