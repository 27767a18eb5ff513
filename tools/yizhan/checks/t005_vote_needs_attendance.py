"""T005: who tallies votes says how many were there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.examples import ADOPTED, ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import unprovable
from yizhan.facts.presence import attendance_at
from yizhan.facts.tally import most_valid
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "记了票数，却没有记实到人数。",
    "There is a tally, but no number of those present.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    asked = {pointer for pointer, _ in unprovable(record, archive, context)}
    asked |= {pointer for _, pointer, *_ in committee_elections(record, archive, context)}
    for pointer in _counted(record):
        if pointer[:4] not in asked:  # a check of the law asks for it there
            yield Problem(record, pointer, _FOUND)


def _counted(record: Meeting) -> Iterator[Pointer]:
    """Yield what has a tally of which neither those present nor the papers are counted."""
    for number, item in enumerate(record.agenda):
        attendance = attendance_at(record, number)
        if attendance is not None and attendance.present is not None:
            continue
        for position, decision in enumerate(item.decisions):
            if decision.vote is not None and most_valid(decision.vote.ballots) is None:
                yield "agenda", number, "decisions", position, "vote"
        for position, election in enumerate(item.elections):
            counted = any(each.votes for each in election.candidates)
            if counted and most_valid(election.ballots) is None:
                yield "agenda", number, "elections", position, "candidates"


_VOTE = """\
        vote:
          for: 15
          against: 2
"""
_MEETING = TALK + ADOPTED + _VOTE

CHECK = Check(
    code="T005",
    title=Text("计票要有到会人数", "A tally needs an attendance"),
    why=Text(
        "只有票数没有人数，看不出够不够法定人数、过没过半数。",
        "Without the number of those present a tally shows neither quorum nor majority.",
    ),
    fix=Text(
        "对照签到表补上 attendance（应到、实到）；书面征求意见的，在票数的 ballots 里写发出、收回多少；来源没有写的，不要编，这条提醒可以留着。",
        "Add the attendance with due and present from the sheet; of a vote in writing, give issued and returned in the tally's ballots. Where the source does not say, invent nothing and let this warning stand.",
    ),
    bad=Example({TALK_PATH: _MEETING}),
    good=Example({TALK_PATH: _MEETING + ATTENDANCE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
