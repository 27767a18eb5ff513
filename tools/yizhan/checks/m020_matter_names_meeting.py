"""M020: a matter on a meeting's agenda says what the meeting did with it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{matter}的日志里没有提到这次会议。",
    "The log of {matter} does not mention this meeting.",
)
_NOT_RAISED = Text(
    "{matter}在 {raised} 才提出，开会那天还没有它。",
    "{matter} was raised on {raised}; on the day of the meeting there was no such matter.",
)
_WHICH = Text(
    "核对列的是不是这一件，和它的提出日期；会上提出来的，在它的 raised 里写上 meeting（这次会议），渠道写会议。",
    "Check whether it is this matter that is meant, and when it was raised; what was raised at the meeting names it "
    "under raised (meeting), and its channel is a meeting.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    if not record.held:
        return
    for number, item in enumerate(record.agenda):
        for position, identifier in enumerate(item.matters):
            matter = archive.get(Matter, identifier)
            if matter is None or record.id in _meetings_of(matter, archive):
                continue
            pointer = ("agenda", number, "matters", position)
            parts = [part for entry in matter.log for part in entry.into]
            last = record.end_date or record.date
            if last.surely_before(matter.raised.date):
                message = _NOT_RAISED.format(matter=named(matter), raised=matter.raised.date)
                yield Problem(record, pointer, message, fix=_WHICH, hinges_on=one_of(*parts))
                continue
            message = _FOUND.format(matter=named(matter))
            about = f"{matter.id}/log {matter.id}/raised"
            yield Problem(record, pointer, message, hinges_on=one_of(*parts), about=about)


def _meetings_of(matter: Matter, archive: Archive) -> set[str | None]:
    """Collect the meetings that a matter or its parts mention."""
    parts = (archive.get(Matter, part) for entry in matter.log for part in entry.into)
    return {
        meeting
        for each in (matter, *parts)
        if each is not None
        for meeting in (each.raised.meeting, *(entry.meeting for entry in each.log))
    }


_MEETING = """\
id: 20260318-shili-talk
title: 三月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
agenda:
  - title: 排水沟
    matters: [20260308-shili-drain]
"""
_MATTER_PATH = "records/matters/2026/20260308-shili-drain.yaml"
_MATTER = """\
id: 20260308-shili-drain
title: 第一村民小组排水沟堵塞
example: true
place: shili-cun-1
procedure: shili-local
category: drainage
raised:
  date: 2026-03-08
  by: resident
  channel: counter
tier: big
handler: shili-office
log:
  - date: 2026-03-09
    step: accept
    by: shili-office
  - date: 2026-03-18
    step: progress
    by: shili-office
    meeting: 20260318-shili-talk
    note: 议事会商定清沟的时间。
"""

CHECK = Check(
    code="M020",
    title=Text("上过会的事项写明会议", "A discussed matter names the meeting"),
    why=Text(
        "居民看的是事项页；会上议过却没有写进日志，他就不知道会上说了什么。",
        "Residents read the matter's page; what the meeting said must reach its log.",
    ),
    fix=Text(
        "在事项的日志里加一步，meeting 填这次会议。",
        "Add an entry to the matter's log that names this meeting.",
    ),
    bad=Example({MARCH_PATH: _MEETING}),
    good=Example({MARCH_PATH: _MEETING, _MATTER_PATH: _MATTER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
