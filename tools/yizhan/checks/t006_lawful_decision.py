"""T006: a decision has the quorum and majority that the law asks for."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, ROAD, VOTE_PATH, vote
from yizhan.checks.shared.falling_short import falls_short, of_recall
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    """Everything but what a recall does not come about without, which is G033's."""
    yield from falls_short(record, archive, context, lambda each: not of_recall(each, context))


_TITLE = "村民会议：修路"
_VOTE = """\
        method: show_of_hands
        vote:
          for: 400
          against: 10
"""

CHECK = Check(
    code="T006",
    title=Text("决定合乎法定人数和票数", "Quorum and majority as the law asks"),
    why=Text(
        "人数不够开的会、票数不够通过的事，可以争议。村民会议要有过半数的成年村民或者三分之二以上的户的"
        "代表参加，经到会人员过半数通过；居民会议、代表会议和业主大会各有规定，都按开会那天有效的法律算。",
        "What an assembly without quorum or majority decided can be contested. A villagers' assembly needs more than "
        "half of the adults or two thirds of the households, and more than half of those present in favour; residents' "
        "assemblies, representatives and owners have rules of their own; each is judged by the law of its day.",
    ),
    fix=Text(
        "对照签到表和计票单核对人数和票数；确实不够的，重新开会表决，不要改数字。",
        "Compare with the attendance and counting sheets; if they really fall short, hold the vote again and never touch the figures.",
    ),
    bad=Example({VOTE_PATH: vote(_TITLE, BY_ASSEMBLY | {"present": 430}) + ROAD + _VOTE}),
    good=Example({VOTE_PATH: vote(_TITLE, BY_ASSEMBLY | {"present": 470}) + ROAD + _VOTE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
