"""G033: a recall has the votes without which there is none."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.falling_short import falls_short, of_recall
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    yield from falls_short(record, archive, context, lambda each: of_recall(each, context))


_RECALL = """\
request:
  date: 2026-03-01
  basis: voters
  count: 300
  of: 900
agenda:
  - title: 罢免一名委员
    decisions:
      - text: 罢免一名委员。
        result: adopted
        method: ballot
        rule: villagers-recall
        vote:
          for: {votes}
          against: 220
"""

CHECK = Check(
    code="G033",
    title=Text("罢免的人数、票数够", "A recall has the votes it needs"),
    why=Text(
        "罢免村民委员会成员，须有登记参加选举的村民过半数投票，并须经投票的村民过半数通过（村民委员会组织法2025年修正第十九条第二款）；居民委员会见城市居民委员会组织法"
        "2025年修订第二十条第二款。不够的，和选举一样（G016），不算数。",
        "A member of the villagers' committee is recalled where more than half of those registered vote and more than half of those voting agree (Organic Law of "
        "Villagers' Committees, 2025, article 19, paragraph 2); for residents' committees see article 20, paragraph 2, of their law of 2025. Short of that, as with elections (G016), it does not count.",
    ),
    fix=Text(
        "对照选民登记和计票单核对人数和票数；确实不够的，结果写 rejected，不要改数字。",
        "Compare with the register of voters and the counting sheets; if they really fall short, let result be rejected, and never touch the figures.",
    ),
    bad=Example({VOTE_PATH: vote("罢免的会议", BY_ASSEMBLY) + _RECALL.format(votes=230)}),
    good=Example({VOTE_PATH: vote("罢免的会议", BY_ASSEMBLY) + _RECALL.format(votes=300)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
