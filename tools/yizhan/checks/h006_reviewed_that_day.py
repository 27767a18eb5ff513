"""H006: a station that names a meeting is dated as the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.checks.shared.naming import date_in_doubt, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "这一步的日期是 {date}，{meeting}却在 {held} 召开。",
    "This station is dated {date}, but {meeting} was held on {held}.",
)


def _run(record: Honour, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, station in enumerate(record.stages):
        meeting = archive.get(Meeting, station.meeting)
        if meeting is None or date_in_doubt(meeting):
            continue
        if station.date.surely_before(meeting.date) or meeting.date.surely_before(station.date):
            message = _FOUND.format(date=station.date, meeting=named(meeting), held=meeting.date)
            yield Problem(record, ("stages", number, "date"), message)


_STAGES = """\
  - stage: reviewed
    date: {date}
    meeting: 20260105-shili-council
"""
_MEETING_PATH = "records/meetings/2026/20260105-shili-council.yaml"
_MEETING = """\
id: 20260105-shili-council
title: 评议会
example: true
meeting_kind: council_meeting
place: shili-cun
date: 2026-01-05
agenda:
  - title: 评议整洁巷道
    honours: [20260210-shili-lane]
    outcome: discussed
"""

CHECK = Check(
    code="H006",
    title=Text("评议的日期是开会的日期", "Reviewed on the day of the meeting"),
    why=Text(
        "同一次评议在两个页面上是两个日期，就不知道公示是在评议之前还是之后。",
        "With two dates for one review nobody can tell whether the display came before it or after.",
    ),
    fix=Text(
        "核对这一步的 date 和 meeting，改正写错的那一个。",
        "Check date and meeting of the station and correct the wrong one.",
    ),
    bad=Example({_MEETING_PATH: _MEETING, LANE_PATH: LANE + _STAGES.format(date="2026-01-07")}),
    good=Example({_MEETING_PATH: _MEETING, LANE_PATH: LANE + _STAGES.format(date="2026-01-05")}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.ERROR,
)
