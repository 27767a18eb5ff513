"""What became of the tasks that meetings gave, on a day: derived from later meetings' follow-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from yizhan.facts.irregular import decision_effect
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import FollowUp, Meeting, Task
from yizhan.model.vocabulary import DecisionResult, TaskState


class TaskStatus(StrEnum):
    """How a task stands on a day."""

    DONE = "done"
    ONGOING = "ongoing"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """One task and what became of it.

    Attributes:
        meeting: the meeting that gave it.
        item: position of the agenda item, from 0.
        decision: position of the decision in the item, from 0.
        position: position of the task in the decision, from 0.
        reported: the follow-up that counts, with the meeting that made it; None where no later
            meeting has said anything.
        done_late: done, but on a day surely after the one by which it was due.
    """

    meeting: Meeting
    item: int
    decision: int
    position: int
    task: Task
    status: TaskStatus
    reported: FollowUp | None
    reported_by: Meeting | None
    done_late: bool


def tasks_of(meeting: Meeting) -> Iterator[tuple[int, int, int, Task]]:
    """The tasks a meeting gave: positions of item, decision and task, and the task."""
    for number, item in enumerate(meeting.agenda):
        for index, decision in enumerate(item.decisions):
            for position, task in enumerate(decision.tasks):
                yield number, index, position, task


def followed(archive: Archive) -> dict[str, dict[str, Meeting]]:
    """The meetings that follow up what a meeting gave, by its id.

    To ask the archive who refers to each meeting would look into every matter as well.
    """
    return followers(archive.meetings)


def followers(meetings: Iterable[Meeting]) -> dict[str, dict[str, Meeting]]:
    """Of some meetings those that follow up what a meeting gave, by its id, by their own."""
    found: dict[str, dict[str, Meeting]] = defaultdict(dict)
    for meeting in meetings:
        for report in meeting.follow_ups:
            found[report.meeting][meeting.id] = meeting
    return found


def follow_up(
    meeting: Meeting, later_meetings: Iterable[Meeting], as_of: date
) -> tuple[TaskProgress, ...]:
    """How each task of a meeting stands on a day.

    A task of a decision that has no effect is dropped, unless it was done. The last follow-up by the date of its meeting counts; of several on one day the later id.

    Args:
        meeting: the meeting that gave the tasks.
        later_meetings: meetings that may follow them up; others among them do no harm.
        as_of: meetings surely after this day are left out.
    """
    said: dict[str, tuple[Meeting, FollowUp]] = {}
    known = [each for each in later_meetings if not each.date.surely_after(as_of)]
    for each in sorted(known, key=lambda found: (found.date.earliest, found.id)):
        for report in each.follow_ups:
            if report.meeting == meeting.id:
                said[report.task] = (each, report)
    return tuple(
        _progress(
            meeting,
            (item, decision, position),
            task,
            said.get(task.key),
            as_of,
        )
        for item, decision, position, task in tasks_of(meeting)
    )


def _progress(
    meeting: Meeting,
    where: tuple[int, int, int],
    task: Task,
    said: tuple[Meeting, FollowUp] | None,
    as_of: date,
) -> TaskProgress:
    by, report = said if said is not None else (None, None)
    done_on = None
    if by is not None and report is not None and report.state is TaskState.DONE:
        done_on = report.date or by.date
    return TaskProgress(
        meeting=meeting,
        item=where[0],
        decision=where[1],
        position=where[2],
        task=task,
        status=_status(task, report, as_of, void=_void(meeting, where, as_of)),
        reported=report,
        reported_by=by,
        done_late=_done_late(task, done_on),
    )


def _void(meeting: Meeting, where: tuple[int, int, int], as_of: date) -> bool:
    """Whether the decision that gave a task has no effect: annulled, withdrawn, or not seconded."""
    item = meeting.agenda[where[0]]
    decision = item.decisions[where[1]]
    return decision.result in _NOT_PUT or decision_effect(meeting, item, decision, as_of) is False


_NOT_PUT = frozenset((DecisionResult.WITHDRAWN, DecisionResult.LAPSED))
"""What was not put to the vote settles nothing; a rejected motion may send a draft back all the same."""


def _status(task: Task, report: FollowUp | None, as_of: date, *, void: bool) -> TaskStatus:
    if report is not None and report.state is TaskState.DONE:
        return TaskStatus.DONE
    if void or (report is not None and report.state is TaskState.DROPPED):
        return TaskStatus.DROPPED
    late = task.due is not None and task.due.latest < as_of
    return TaskStatus.LATE if late else TaskStatus.ONGOING


def _done_late(task: Task, done_on: PartialDate | None) -> bool:
    return done_on is not None and task.due is not None and task.due.surely_before(done_on)
