"""D002: every period begins before it ends."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.tallies import elections
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.periods import Period, periods
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{last}”（{end}）早于“{first}”（{start}）。",
    "“{last}” ({end}) lies before “{first}” ({start}).",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    fields = load_vocabulary()
    of_lists = _objections(record) if isinstance(record, Meeting) else ()
    for each in (*periods(record), *of_lists):
        start, end = each.start, each.end
        if start is not None and end is not None and end.surely_before(start):
            message = _FOUND.format(
                last=fields.field(record.kind, each.pointer),
                first=fields.field(record.kind, each.begins),
                start=start,
                end=end,
            )
            yield Problem(record, each.pointer, message)


def _objections(meeting: Meeting) -> Iterator[Period]:
    """From the publication of each list of voters to each objection to it: before, there was no list."""
    for _, pointer, election in elections(meeting):
        voters, at = election.voter_list, (*pointer, "voter_list")
        if voters is None:
            continue
        for position, each in enumerate(voters.objections):
            raised = (*at, "objections", position, "date")
            yield Period(raised, voters.published, each.date, (*at, "published"))


_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
end: {end}
place: shili-cun
by: shili-committee
"""

CHECK = Check(
    code="D002",
    title=Text("先开始后结束", "Periods begin before they end"),
    why=Text(
        "公示、任期、征求意见这些期限，起止颠倒就等于没有期限，居民也无从提出异议。",
        "A display, a term or a consultation that ends before it begins is no period at all, "
        "and leaves residents no time to object.",
    ),
    fix=Text(
        "核对两个日期，把写颠倒的改过来。",
        "Check the two dates and put them right.",
    ),
    bad=Example({WALK_PATH: _ROUND.format(end="2026-02-01")}),
    good=Example({WALK_PATH: _ROUND.format(end="2026-02-12")}),
    # a matter's only periods are its entries' time limits, of which M010 speaks
    kinds=tuple(kind for kind in Kind if kind is not Kind.MATTER),
    run=_run,
    level=Level.ERROR,
)
