"""T002: no more votes are cast than people are present."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ADOPTED, ATTENDANCE, TALK, TALK_PATH
from yizhan.facts.presence import attendance_at, recused, represented, voters
from yizhan.facts.tally import cast, most_valid, spoiled
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Vote

_FOUND = Text(
    "赞成、反对、弃权合计 {votes} 票，超过了实到 {present} 人。",
    "For, against and abstained add up to {votes}, more than the {present} present.",
)
_WITH_SPOILED = Text(
    "赞成、反对、弃权和无效、空白票合计 {votes} 张，超过了能表决的 {most} 人。",
    "For, against, abstained, invalid and blank papers add up to {votes}, more than the {most} who could vote.",
)
_OF_VOTERS = Text(
    "合计 {votes} 票，超过了能表决的 {most} 人（实到 {present}，受托 {represented}，回避 {recused}）。",
    "{votes} {votes:vote is|votes are} more than the {most} who could vote ({present} present, {represented} represented, {recused} recused).",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        most = voters(record, number)
        attendance = attendance_at(record, number)
        if most is None or attendance is None or attendance.present is None:
            continue
        if attendance.present < 0 or most < 0:
            continue  # more left, or stood aside, than were there: T040 says so
        for position, decision in enumerate(item.decisions):
            vote = decision.vote
            if vote is None or cast(vote) + spoiled(vote.ballots) <= max(most, 0):
                continue
            if _told_by_papers(vote, max(most, 0)):
                continue
            votes, present = cast(vote) + spoiled(vote.ballots), attendance.present
            if cast(vote) <= max(most, 0):
                message = _WITH_SPOILED.format(votes=votes, most=most)
            elif most == present:
                message = _FOUND.format(votes=votes, present=present)
            else:
                others = {"represented": represented(attendance), "recused": recused(item)}
                message = _OF_VOTERS.format(votes=votes, most=most, present=present, **others)
            yield Problem(record, ("agenda", number, "decisions", position, "vote"), message)


def _told_by_papers(vote: Vote, most: int) -> bool:
    """Whether T034 or T036 says it: votes that the papers do not have, or too many papers."""
    papers = vote.ballots
    if papers is None:
        return False
    valid = most_valid(papers)
    if papers.valid is not None and valid is not None and cast(vote) > valid:
        return True
    return cast(vote) <= most and papers.returned is not None and papers.valid is not None


_MEETING = TALK + ATTENDANCE + ADOPTED
_VOTE = """\
        vote:
          for: {votes}
          against: 2
          abstained: 1
"""

CHECK = Check(
    code="T002",
    title=Text("票数不超过实到人数", "Votes of those present"),
    why=Text(
        "票比人多，这次表决就没有人会信。",
        "With more votes than people nobody believes the tally.",
    ),
    fix=Text(
        "对照计票单核对票数和实到人数。",
        "Compare tally and attendance with the counting sheet.",
    ),
    bad=Example({TALK_PATH: _MEETING + _VOTE.format(votes=17)}),
    good=Example({TALK_PATH: _MEETING + _VOTE.format(votes=15)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
