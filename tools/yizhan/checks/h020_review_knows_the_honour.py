"""H020: a meeting at which honours were reviewed has them on its agenda."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH, TALK, TALK_PATH
from yizhan.checks.shared.naming import all_there, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{meeting}的议程里没有这项荣誉。",
    "The agenda of {meeting} does not list this honour.",
)


def _run(record: Honour, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, stage in enumerate(record.stages):
        meeting = archive.get(Meeting, stage.meeting)
        if meeting is None:
            continue
        listed = {each for item in meeting.agenda for each in item.honours}
        if all_there(archive, Honour, listed) and record.id not in listed:
            pointer = ("stages", number, "meeting")
            yield Problem(record, pointer, _FOUND.format(meeting=named(meeting)))


_LANE = f"""\
{LANE}  - stage: reviewed
    date: 2026-02-18
    meeting: 20260218-shili-talk
"""
_AGENDA = """\
agenda:
  - title: 整洁巷道
"""
_LISTED = "    honours: [20260210-shili-lane]\n"

CHECK = Check(
    code="H020",
    title=Text("会议评过这项荣誉", "The meeting reviewed the honour"),
    why=Text(
        "说是会上评的，会议记录里就要有；否则居民查会议，找不到依据。",
        "What is said to be reviewed at a meeting must be in its minutes, or residents look for it in vain.",
    ),
    fix=Text(
        "在会议议程的 honours 里写上这项荣誉；会上没有评过的，改这里的 meeting。",
        "List the honour under honours in the meeting's agenda; if it was reviewed elsewhere, change meeting here.",
    ),
    bad=Example({LANE_PATH: _LANE, TALK_PATH: TALK + _AGENDA}),
    good=Example({LANE_PATH: _LANE, TALK_PATH: TALK + _AGENDA + _LISTED}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.ERROR,
)
