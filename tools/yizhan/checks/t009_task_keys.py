"""T009: a meeting's tasks have keys of their own."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ADOPTED, TALK, TALK_PATH
from yizhan.checks.shared.twice import given_twice
from yizhan.facts.follow_up import tasks_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "任务的 key“{key}”在这次会议里已经用过。",
    "The key “{key}” is already used for a task of this meeting.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    rows = (
        (("agenda", item, "decisions", decision, "tasks", position, "key"), task.key, task)
        for item, decision, position, task in tasks_of(record)
    )
    for pointer, key, _ in given_twice(rows):
        yield Problem(record, pointer, _FOUND.format(key=key))


_TASKS = """\
        tasks:
          - key: sign
            text: 立牌子
            body: shili-committee
          - key: {key}
            text: 巡查
            body: shili-committee
"""

CHECK = Check(
    code="T009",
    title=Text("任务的 key 不重复", "Keys of tasks are given once"),
    why=Text(
        "下次会议按 key 说哪一件办得怎样；重复了，就不知道办完的是哪一件。",
        "The next meeting follows tasks up by their keys; used twice, nobody knows which one is done.",
    ),
    fix=Text(
        "给后一个任务另起一个 key。",
        "Give the later task a key of its own.",
    ),
    bad=Example({TALK_PATH: TALK + ADOPTED + _TASKS.format(key="sign")}),
    good=Example({TALK_PATH: TALK + ADOPTED + _TASKS.format(key="patrol")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
