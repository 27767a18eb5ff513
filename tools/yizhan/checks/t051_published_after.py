"""T051: what a meeting decided is made public after it was decided."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ROADS, ROADS_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.tallies import elections
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import MeetingForm
from yizhan.model.record import Display
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "从 {start} 起公布，早于会议的日期 {date}。",
    "It is on display from {start}, before the meeting itself on {date}.",
)
_STILL_VOTING = Text(
    "从 {start} 起公布，书面表决到 {date} 才结束。",
    "It is on display from {start}, while the vote in writing went on until {date}.",
)
_RESULT_FIRST = Text(
    "实施结果从 {start} 起公布，早于决议本身从 {decided} 起的公布。",
    "What came of it is on display from {start}, before the decision itself from {decided}.",
)
_CHECK_BOTH = Text(
    "核对两次公布的开始日期，改掉写错的那个。",
    "Check on which day each display began, and correct the one that is wrong.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.chain is not None:
        return  # T013 judges the order of a chain's steps and publications
    for pointer, display in _displays(record):
        if display is None:
            continue
        where = (*pointer, "start")
        if display.start.surely_before(record.date):
            yield Problem(record, where, _FOUND.format(start=display.start, date=record.date))
        elif (voted := _voted_until(record)) is not None and display.start.surely_before(voted):
            yield Problem(record, where, _STILL_VOTING.format(start=display.start, date=voted))
    yield from _results_first(record)


def _voted_until(record: Meeting) -> PartialDate | None:
    """The last day of a vote in writing; at other meetings of several days each day may decide."""
    return record.end_date if record.form is MeetingForm.WRITTEN else None


def _results_first(record: Meeting) -> Iterator[Problem]:
    """What came of a decision, made public before the decision was."""
    for pointer, decision in decisions(record):
        first, then = decision.published, decision.result_published
        if first is not None and then is not None and then.start.surely_before(first.start):
            message = _RESULT_FIRST.format(start=then.start, decided=first.start)
            where = (*pointer, "result_published", "start")
            yield Problem(record, where, message, _CHECK_BOTH)


def _displays(record: Meeting) -> Iterator[tuple[Pointer, Display | None]]:
    for pointer, decision in decisions(record):
        yield (*pointer, "published"), decision.published
        yield (*pointer, "result_published"), decision.result_published
    for _, pointer, election in elections(record):
        yield (*pointer, "published"), election.published


_PUBLISHED = """\
        published:
          start: {start}
          end: 2026-03-20
          where: 村务公开栏
"""

CHECK = Check(
    code="T051",
    title=Text("先决定后公布", "Decided before it is made public"),
    why=Text(
        "会还没有开，就没有决定可以公布；那时贴出来的是草案或者通知。",
        "Before the meeting there is no decision to be made public; what is put up then is a draft or a notice.",
    ),
    fix=Text(
        "核对公布的开始日期和会议的日期；会前公布草案的，写进通知（notice），不写在这里。",
        "Check both days; a draft that was put up before belongs to the notice, not here.",
    ),
    bad=Example({ROADS_PATH: ROADS + _PUBLISHED.format(start="2026-02-12")}),
    good=Example({ROADS_PATH: ROADS + _PUBLISHED.format(start="2026-02-23")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
