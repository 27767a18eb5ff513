"""T019: a planned meeting whose day is over is written up."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import ATTENDANCE
from yizhan.checks.shared.indexes import corrected
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "会议定在 {date} 召开，已经过了 {days} 天，还没有补记开了没有、定了什么。",
    "The meeting was planned for {date}, {days} {days:day|days} ago; it is not recorded whether it was held and what it decided.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    days = (context.day_of(record) - record.date.latest).days
    if not record.planned or record.not_held is not None or days <= 0 or _held(record):
        return
    if record.id in corrected(archive.of(Meeting)):
        return  # put off: an id begins with its date, so that another day is another record
    message = _FOUND.format(date=record.date, days=days)
    later = in_years(Kind.MEETING, since=record.date.earliest.year)
    yield Problem(record, ("date",), message, hinges_on=later)


def _held(record: Meeting) -> bool:
    """Whether it has what only a meeting that was held can have; T004 reports that."""
    decided = any(
        item.elections or any(each.result is not None for each in item.decisions)
        for item in record.agenda
    )
    return record.attendance is not None or bool(record.follow_ups) or decided


_TALK = """\
id: 20260318-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
"""

CHECK = Check(
    code="T019",
    title=Text("开过的会补记下来", "Meetings are written up"),
    why=Text(
        "会开过了还挂着“将要召开”，居民不知道开了没有、定了什么。",
        "While a meeting still stands as planned after its day, residents cannot tell whether it was held and what it decided.",
    ),
    fix=Text(
        "开过的，删去 planned，补记到会人数和决定；没有开成的，写 not_held（延期、取消、撤回还是流会，改到哪一天），"
        "planned 留着；改期后的会议按新的日期另写一份。",
        "If it was held, delete planned and record attendance and decisions; if not, write not_held (postponed, cancelled, "
        "withdrawn or without a quorum, and the new day) and leave planned; the meeting of the new day is a record of its own.",
    ),
    bad=Example({MARCH_PATH: _TALK + "planned: true\n"}),
    good=Example({MARCH_PATH: _TALK + ATTENDANCE}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
