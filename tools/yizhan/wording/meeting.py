"""What is said of a meeting: who counts as due, how it voted, what became of its tasks."""

from __future__ import annotations

from yizhan.facts.follow_up import TaskStatus
from yizhan.model.text import Text
from yizhan.model.vocabulary import Basis, TaskState
from yizhan.wording.terms import term

BASIS = {
    Basis.PERSONS: Text("应到、实到都按人数计。", "Due and present count persons."),
    Basis.HOUSEHOLDS: Text(
        "应到、实到都按户计，一户一名代表。",
        "Due and present count households, one representative each.",
    ),
    Basis.REPRESENTATIVES: Text(
        "应到、实到都按代表人数计。", "Due and present count elected representatives."
    ),
    Basis.OWNERS: Text(
        "应到、实到都按业主计，另按专有部分面积计。",
        "Due and present count owners, and their floor area in addition.",
    ),
    Basis.VOTERS: Text(
        "应到、实到都按登记参加选举的人计。", "Due and present count registered voters."
    ),
}
"""What those due and present are counted in."""
FOR = Text("赞成", "for")
AGAINST = Text("反对", "against")
ABSTAINED = Text("弃权", "abstained")
SILENT = Text("未表决", "did not vote")
TASK = Text("任务", "task")
_TASK_LATE = Text("逾期未完成", "overdue")
_TASK_DONE_LATE = Text("晚于期限完成", "done late")


def task_status(status: TaskStatus, *, done_late: bool = False) -> Text:
    """What became of a task, in the words of the record except where it is late."""
    if status is TaskStatus.LATE:
        return _TASK_LATE
    return _TASK_DONE_LATE if done_late else term(TaskState(status))
