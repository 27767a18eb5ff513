"""T062: a motion that was not put through gives no tasks."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.indexes import followers
from yizhan.checks.shared.minutes import decisions
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.wording.terms import term

_GIVEN = Text(
    "这项动议的结果是“{result}”，却交办了任务“{task}”。",
    "The motion was “{result}”, yet it gives the task “{task}”.",
)
_REPORTED = Text(
    "这项动议的结果是“{result}”，却交办了任务“{task}”，{meeting}还说了办得怎样。",
    "The motion was “{result}”, yet it gives the task “{task}”, and {meeting} says what became of it.",
)
_FELL = frozenset((DecisionResult.REJECTED, DecisionResult.WITHDRAWN, DecisionResult.LAPSED))
"""Results with which nothing was put through; what is put off or referred has something to do."""


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    fallen = [(at, each) for at, each in decisions(record) if each.result in _FELL and each.tasks]
    if not fallen:
        return
    later = followers(archive.of(Meeting)).get(record.id, {}).values()
    for pointer, decision in fallen:
        task = decision.tasks[0]
        reports = [each for each in later if _speaks_of(each, record, decision)]
        message = _GIVEN if not reports else _REPORTED
        said = message.format(
            result=term(decision.outcome),
            task=task.text.rstrip("。"),
            meeting=named(min(reports, key=lambda each: each.id)) if reports else "",
        )
        yield Problem(record, (*pointer, "tasks"), said)


def _speaks_of(other: Meeting, record: Meeting, decision: Decision) -> bool:
    given = {task.key for task in decision.tasks}
    return any(each.meeting == record.id and each.task in given for each in other.follow_ups)


_MEETING = (
    TALK
    + """\
attendance:
  basis: persons
  due: 20
  present: 18
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: {result}
        vote:
          for: {votes}
          against: 8
        tasks:
          - key: sign
            text: 立牌子
            body: shili-committee
"""
)

CHECK = Check(
    code="T062",
    title=Text("没有通过的不交办任务", "What was not adopted gives no tasks"),
    why=Text(
        "没有通过、撤回或者没有人附议的动议，没有定下什么事要办；任务挂在它下面，居民会以为定了，也会按期限催问。",
        "A motion that was rejected, withdrawn or not seconded settles nothing that is to be done; with a task below it residents take it as settled and "
        "ask for it in time.",
    ),
    fix=Text(
        "核对 result（结果）；会上另外定了要办的事，例如退回去修改的，另写一项决定，任务写在那里；来源就是这样写的，这条提醒可以留着。",
        "Check result; if the meeting settled something else, such as to have the draft revised, write that as a decision of its own with the task; if the source has it "
        "so, let this warning stand.",
    ),
    bad=Example({TALK_PATH: _MEETING.format(result="rejected", votes=7)}),
    good=Example({TALK_PATH: _MEETING.format(result="adopted", votes=9)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
