"""Tasks that meetings gave, and what became of them: for minutes and for the body that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.follow_up import TaskProgress, TaskStatus
from yizhan.model.meeting import FollowUp, Task
from yizhan.pages.links import Link
from yizhan.pages.reading_day import until
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import part_listed
from yizhan.wording.meeting import task_status


class TaskView(NamedTuple):
    """A task and what became of it.

    Attributes:
        mark: class of its badge's colour and icon.
        until: attributes for the script, while it is not done and not due.
        was: what was said of it before its meeting was corrected, by what leads to the root.
        reported: the later meeting that spoke of it, its date or that of its report, its note.
    """

    task: Task
    body: Link | None
    matter: Link | None
    status: TaskStatus
    mark: str
    word: str
    until: Markup
    reported_by: Link | None
    reported: FollowUp | None
    done_late: bool
    meeting: Link
    was: Callable[[str], Markup]


_MARKS = {
    TaskStatus.DONE: "yz-f-confirmed",
    TaskStatus.ONGOING: "yz-f-working",
    TaskStatus.LATE: "yz-f-late",
    TaskStatus.DROPPED: "yz-f-unsolved",
}


def task_view(site: Site, progress: TaskProgress) -> TaskView:
    """A task with its progress, for minutes and for the page of the body that has it."""
    meeting = site.link(progress.meeting.id)
    assert meeting is not None
    status, late = progress.status, TaskStatus.LATE
    if status is late and not site.stands_still(progress.meeting):
        status = TaskStatus.ONGOING  # whether it is late by now, the script says
    due = progress.task.due if status is TaskStatus.ONGOING else None
    return TaskView(
        task=progress.task,
        body=site.link(progress.task.body),
        matter=site.link(progress.task.matter),
        status=status,
        mark=_MARKS[status],
        word=site.words.label(task_status(status)),
        until=until(site, progress.meeting, due, site.words.label(task_status(late)), _MARKS[late]),
        reported_by=site.link(progress.reported_by.id) if progress.reported_by else None,
        reported=progress.reported,
        done_late=progress.done_late,
        meeting=Link(f"{meeting.url}#task-{progress.task.key}", meeting.title),
        was=part_listed(site, progress.meeting, progress.task),
    )
