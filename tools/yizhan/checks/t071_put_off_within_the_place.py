"""T071: a meeting is put off to one of its own place, and its other places are others."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.examples import TALK_PATH
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import OTHER_VILLAGE, OTHER_VILLAGE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ELSEWHERE = Text(
    "{meeting}是别的地方的会，不会是这次会议改期开的。",
    "{meeting} is a meeting of another place; this one cannot have been put off to it.",
)
_OWN = Text(
    "会议的地点已经是这里，places 里不用再写。",
    "This is the meeting's place already; it is not one of the others.",
)
_TAKE_OUT = Text(
    "从 places 里删去；几个地方一起开的，places 只写另外的地方。",
    "Take it out of places, which names the other places that hold the meeting together with this one.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, place in enumerate(record.places):
        if place == record.place:
            yield Problem(record, ("places", number), _OWN, _TAKE_OUT)
    put_off = record.not_held
    other = None if put_off is None else archive.get(Meeting, put_off.meeting)
    if other is None or other.id == record.id:
        return
    near = {record.place, *record.places}
    line = {each.id for place in near for each in archive.lineage(place)}
    there = {each.id for each in archive.lineage(other.place)}
    if other.place not in line and not near & there:
        message = _ELSEWHERE.format(meeting=named(other))
        hinge = one_of(record.place, other.place)
        yield Problem(record, ("not_held", "meeting"), message, hinges_on=hinge)


_PATH = "records/meetings/2026/20260212-shili-talk.yaml"
_OFF = """\
id: 20260212-shili-talk
title: 二月村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-02-12
not_held:
  how: postponed
  reason: 下大雪。
  new_date: 2026-02-18
  meeting: 20260218-shili-talk
"""
_THEN = """\
id: 20260218-shili-talk
title: 二月议事会
example: true
meeting_kind: building_deliberation
place: {place}
date: 2026-02-18
"""
_FILES = {_PATH: _OFF, OTHER_VILLAGE_PATH: OTHER_VILLAGE}

CHECK = Check(
    code="T071",
    title=Text("改期的会还是这个地方的会", "Put off within the place"),
    why=Text(
        "这里的会改到哪天开，居民照着去；指到别的地方的会，就找不到这次会议的下文。",
        "Residents go by where a meeting was put off to; led to another place's meeting, they never find what became of theirs.",
    ),
    fix=Text(
        "meeting 写这个地方后来开的那一次；还没有开的，只写 new_date。",
        "Let meeting name the one that this place held later; until it is held, write new_date alone.",
    ),
    bad=Example({**_FILES, TALK_PATH: _THEN.format(place="shili-other")}),
    good=Example({**_FILES, TALK_PATH: _THEN.format(place="shili-cun")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
