"""T051: a decision or the result of an election is made public once it is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROADS, ROADS_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.naming import date_in_doubt
from yizhan.checks.shared.tallies import elections
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.record import Display
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{start} 就公布了，会议在 {date} 才开。",
    "It was published on {start}, before the meeting of {date}.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if date_in_doubt(record):
        return
    for pointer, display in _displays(record):
        if display is not None and display.start.surely_before(record.date):
            message = _FOUND.format(start=display.start, date=record.date)
            yield Problem(record, (*pointer, "start"), message)


def _displays(record: Meeting) -> Iterator[tuple[Pointer, Display | None]]:
    """What was made public of a meeting, and where that is."""
    for pointer, decision in decisions(record):
        yield (*pointer, "published"), decision.published
        yield (*pointer, "result_published"), decision.result_published
    for _, pointer, election in elections(record):
        yield (*pointer, "published"), election.published


_PUBLISHED = """\
        published:
          start: {start}
          end: 2026-03-10
          where: 村务公开栏
"""

CHECK = Check(
    code="T051",
    title=Text("先有决定，后公布", "Decided first, published afterwards"),
    why=Text(
        "会还没有开，公布不了它的决定；总有一个日期写错了。",
        "Nothing that a meeting decided can be published before it was held; one of the days is wrong.",
    ),
    fix=Text(
        "核对会议的日期和公布的 start（起）；会前公示的是草案的，不写在这里。",
        "Check the day of the meeting and the start of the publication; a draft that was shown before it does not belong here.",
    ),
    bad=Example({ROADS_PATH: ROADS + _PUBLISHED.format(start="2026-02-01")}),
    good=Example({ROADS_PATH: ROADS + _PUBLISHED.format(start="2026-02-23")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
