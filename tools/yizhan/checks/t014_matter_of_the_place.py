"""T014: a meeting discusses matters of its own place, or of one above or below it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED, TALK_PATH
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import whole_line
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{matter}在“{other}”，不属于这次会议的地点“{own}”。",
    "{matter} is of “{other}”, which does not belong to this meeting's place, “{own}”.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    own = archive.place(record.place)
    if own is None or not any(item.matters for item in record.agenda):
        return
    above = whole_line(archive, own.id).union(
        *(whole_line(archive, each) for each in record.places)
    )
    for number, item in enumerate(record.agenda):
        for position, identifier in enumerate(item.matters):
            matter = archive.get(Matter, identifier)
            place = archive.place(matter.place) if matter is not None else None
            if matter is None or place is None or place.id in above:
                continue
            line = whole_line(archive, place.id)
            if above and line and not {own.id, *record.places} & line:
                message = _FOUND.format(matter=named(matter), other=place.title, own=own.title)
                yield Problem(record, ("agenda", number, "matters", position), message)


_TALK = """\
id: 20260218-shili-talk
title: 小组议事会
example: true
meeting_kind: building_deliberation
place: {place}
date: 2026-02-18
agenda:
  - title: 广场音响
    matters: [20260210-shili-noise]
"""
_TALKED_OVER = """\
log:
  - date: 2026-02-18
    step: progress
    by: shili-committee
    meeting: 20260218-shili-talk
    note: 议事会商定晚上九点关音响。
"""
_MATTER = NOISE_RAISED + _TALKED_OVER

CHECK = Check(
    code="T014",
    title=Text("会议议的是本地的事", "Meetings discuss matters of their place"),
    why=Text(
        "议程里混进了别处的事，多半是编号抄错了，两处的居民都会被弄糊涂。",
        "A matter of another place on the agenda is mostly a mistyped id; residents of both places are misled.",
    ),
    fix=Text(
        "核对事项的编号和会议的地点；几处合开的会，地点写它们共同的上级。",
        "Check the matter's id and the meeting's place; for a joint meeting name the place above them all.",
    ),
    bad=Example({TALK_PATH: _TALK.format(place="shili-cun-1"), NOISE_PATH: _MATTER}),
    good=Example({TALK_PATH: _TALK.format(place="shili-cun"), NOISE_PATH: _MATTER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
