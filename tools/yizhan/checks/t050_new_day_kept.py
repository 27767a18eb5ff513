"""T050: a postponed meeting is held on its new day, or the record says what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "会议改到 {new}，已经过了 {days} 天，没有写后来开的是哪次会议。",
    "The meeting was moved to {new}, {days} {days:day|days} ago; which meeting was held then is not recorded.",
)


def _run(record: Meeting, _archive: Archive, context: Context) -> Iterator[Problem]:
    off = record.not_held
    if off is None or off.new_date is None or off.meeting is not None:
        return
    days = (context.day_of(record) - off.new_date.latest).days
    forward = off.how is NotHeldKind.BROUGHT_FORWARD
    earlier = off.new_date.latest <= record.date.earliest
    if days > 0 and earlier is forward:  # otherwise T045 says that it is no such day
        message = _FOUND.format(new=off.new_date, days=days)
        later = in_years(Kind.MEETING, since=record.date.earliest.year)
        yield Problem(record, ("not_held", "new_date"), message, hinges_on=later)


_PATH = "records/meetings/2026/20260308-shili-talk.yaml"
_MEETING = """\
id: 20260308-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-08
planned: true
not_held:
  how: postponed
  reason: 暴雨预警。
  new_date: 2026-03-18
"""
_LATER = """\
id: 20260318-shili-talk
title: 村民议事会（改期）
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
"""

CHECK = Check(
    code="T050",
    title=Text("改期的会后来开了", "Postponed meetings are held"),
    why=Text(
        "说好改到哪天，到时候没有下文，居民不知道开了没有。",
        "Without a word of what came of the new day, residents cannot tell whether it was held.",
    ),
    fix=Text(
        "后来开的会另写一份，在 not_held 的 meeting（改期后的会议）里写它的编号；又没有开成的，也写一份，写明 not_held。",
        "Write the meeting of the new day as a record and name it in meeting of not_held; if that was not held either, it gets a not_held of its own.",
    ),
    bad=Example({_PATH: _MEETING}),
    good=Example({_PATH: _MEETING + "  meeting: 20260318-shili-talk\n", MARCH_PATH: _LATER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
