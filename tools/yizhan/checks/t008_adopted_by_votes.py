"""T008: what was adopted had more votes for than against."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.minutes import decisions
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind

_FOUND = Text(
    "赞成 {for_} 票，反对 {against} 票，却记成了通过。",
    "{for_} {for_:was|were} for and {against} against, yet it is recorded as adopted.",
)


def _run(record: Meeting, _archive: Archive, context: Context) -> Iterator[Problem]:
    # where the law sets a majority, T006 judges by it
    if any(
        record.meeting_kind in rule.meetings and rule.majority is not None
        for rule in context.presets.decision_rules
    ):
        return
    for pointer, decision in decisions(record):
        vote = decision.vote
        if vote is None or decision.result is not DecisionResult.ADOPTED:
            continue
        if vote.for_ <= vote.against:
            message = _FOUND.format(for_=vote.for_, against=vote.against)
            yield Problem(record, (*pointer, "result"), message)


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: {result}
        vote:
          for: 7
          against: 9
"""

CHECK = Check(
    code="T008",
    title=Text("通过的票数占多数", "Adopted by the votes"),
    why=Text(
        "反对的比赞成的多，就不是通过。会上确实宣布了通过的，记录如实写，但决定站不住，谁都可以提出异议。",
        "With more against than for nothing is adopted. Where the meeting did declare it adopted, the record "
        "says what happened, and the decision can be contested.",
    ),
    fix=Text(
        "核对票数和 result（结果）。",
        "Check tally and result.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(result="adopted")}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA.format(result="rejected")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
