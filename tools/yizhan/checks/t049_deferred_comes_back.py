"""T049: what a meeting put off to a day comes back."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.indexes import continued
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ItemOutcome
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind

_FOUND = Text(
    "“{title}”暂缓到 {until} 再议，已经过了 {days} 天，后来的会议没有接着议。",
    "“{title}” was put off to {until}, {days} {days:day|days} ago; no later meeting goes on with it.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, title, until in _deferred(record):
        days = (context.day_of(record) - until.latest).days
        if days <= 0 or until.surely_before(record.date):
            continue
        if record.id in continued(archive.of(Meeting)):
            return
        message = _FOUND.format(title=title, until=until, days=days)
        later = in_years(Kind.MEETING, since=record.date.earliest.year)
        yield Problem(record, pointer, message, hinges_on=later)


def _deferred(record: Meeting) -> Iterator[tuple[Pointer, str, PartialDate]]:
    for number, item in enumerate(record.agenda):
        if item.outcome is ItemOutcome.DEFERRED and item.until is not None:
            yield ("agenda", number, "until"), item.title, item.until
        for position, decision in enumerate(item.decisions):
            if decision.result is DecisionResult.DEFERRED and decision.until is not None:
                pointer = ("agenda", number, "decisions", position, "until")
                yield pointer, item.title, decision.until


_AGENDA = """\
agenda:
  - title: 广场使用
    decisions:
      - text: 晚上九点关音响。
        result: deferred
        until: 2026-03-18
"""
_LATER = """\
id: 20260318-shili-talk
title: 三月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
agenda:
  - title: 广场使用
    continues: 20260218-shili-talk
    outcome: discussed
"""

CHECK = Check(
    code="T049",
    title=Text("暂缓的事到期再议", "What was put off comes back"),
    why=Text(
        "说好哪天再议，到时候没有下文，提的人就白提了。",
        "What is put off to a day and never comes back was put off for good, without anybody saying so.",
    ),
    fix=Text(
        "再议过的，在那次会议的议题里写 continues（接着哪次会议）。",
        "If it was taken up again, let the item of that meeting name this one in continues.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _AGENDA, MARCH_PATH: _LATER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
