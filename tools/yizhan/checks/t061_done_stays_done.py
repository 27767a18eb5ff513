"""T061: a task that was reported as done is not reported as going on later."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.indexes import followers
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import FollowUp, Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, TaskState
from yizhan.wording.terms import term

_FOUND = Text(
    "{meeting}已经说这项任务办好了，这里又写“{state}”。",
    "{meeting} already said that this task was done; here it is “{state}”.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    if all(report.state is TaskState.DONE for report in record.follow_ups):
        return
    every = followers(archive.of(Meeting))
    for number, report in enumerate(record.follow_ups):
        if report.state is TaskState.DONE:
            continue
        others = every.get(report.meeting, {}).values()
        before = [each for each in others if _said_done(each, report, record)]
        if before:
            first = min(before, key=lambda each: (each.date.earliest, each.id))
            message = _FOUND.format(meeting=named(first), state=term(report.state))
            yield Problem(record, ("follow_ups", number, "state"), message)


def _said_done(other: Meeting, report: FollowUp, record: Meeting) -> bool:
    """Whether a meeting surely before another said that its task was done."""
    return other.date.surely_before(record.date) and any(
        (each.meeting, each.task, each.state) == (report.meeting, report.task, TaskState.DONE)
        for each in other.follow_ups
    )


_MEETING = (
    TALK
    + """\
follow_ups:
  - meeting: 20260110-shili-deliberation
    task: lamps
    state: {state}
"""
)

CHECK = Check(
    code="T061",
    title=Text("办好的任务不再说在办", "What is done is not going on"),
    why=Text(
        "上次会议说办好了，这次又说在办，居民不知道信哪一次；返工的另交办一项任务，才看得出是第二回。",
        "If one meeting says that a task is done and a later one that it goes on, nobody knows which to believe; what has to "
        "be done again is a task of its own, so that it shows as the second time.",
    ),
    fix=Text(
        "核对 state（办理情况）：前一次说早了的，用 corrections 更正；办好以后要返工的，在决定里另交办一项任务，这一条写 done；这样写是实情的，这条提醒可以留着。",
        "Check state: if the earlier meeting spoke too soon, put it right in corrections; what has to be done again is given as a new task, and this one is done; if it is "
        "as written, this warning may stay.",
    ),
    bad=Example({TALK_PATH: _MEETING.format(state="ongoing")}),
    good=Example({TALK_PATH: _MEETING.format(state="done")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
