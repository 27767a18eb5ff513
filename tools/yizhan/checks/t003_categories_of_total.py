"""T003: no category of those present is larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import attendances
from yizhan.checks.shared.twice import given_twice
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Attendance, Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_OF_DUE = Text(
    "“{title}”实到 {present} 人，超过了它的应到 {due} 人。",
    "Of “{title}” {present} {present:was|were} present, more than the {due} who {due:was|were} due.",
)
_OF_TOTAL = Text(
    "“{title}”应到 {due} 人，超过了会议的应到 {total} 人。",
    "Of “{title}” {due} {due:was|were} due, more than the {total} of the whole meeting.",
)
_TWICE = Text("“{title}”写了两次。", "“{title}” is listed twice.")
_ONCE = Text(
    "留下对的那一条；是不同的人的，名称写得不一样。",
    "Keep the one that is right; if they are different people, let their titles differ.",
)


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, attendance in attendances(record):
        yield from _of(record, pointer, attendance)


def _of(record: Meeting, where: Pointer, attendance: Attendance) -> Iterator[Problem]:
    rows = (
        ((*where, "categories", number, "title"), each.title, each)
        for number, each in enumerate(attendance.categories)
    )
    for pointer, title, _ in given_twice(rows):
        yield Problem(record, pointer, _TWICE.format(title=title), _ONCE)
    total = attendance.due
    for number, category in enumerate(attendance.categories):
        if category.due is None:
            continue  # guests are no part of those due
        pointer = (*where, "categories", number)
        if category.present > category.due:
            message = _OF_DUE.format(
                title=category.title, present=category.present, due=category.due
            )
            yield Problem(record, (*pointer, "present"), message)
        if total is not None and category.due > total:
            message = _OF_TOTAL.format(title=category.title, due=category.due, total=total)
            yield Problem(record, (*pointer, "due"), message)


_CATEGORIES = """\
  categories:
    - title: 妇女
      due: {due}
      present: 7
"""

CHECK = Check(
    code="T003",
    title=Text("分类人数不超过总数", "Categories within the whole"),
    why=Text(
        "妇女代表、党员这些分类都是总数的一部分，比总数还大就一定有一个写错了。",
        "Women, party members and the like are part of the whole; a larger part means that a figure is wrong.",
    ),
    fix=Text(
        "核对分类的应到、实到；列席人员只写 present。",
        "Check the category's figures; for guests give present only.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _CATEGORIES.format(due=25)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _CATEGORIES.format(due=8)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
