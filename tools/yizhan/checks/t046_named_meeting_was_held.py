"""T046: what is said to have happened at a meeting happened at one that was held."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.meeting_examples import MARCH_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import NotHeldKind
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.terms import term

_FOUND = Text(
    "{meeting}没有开成（{how}），不会有这里说的事。",
    "{meeting} was not held ({how}), and nothing can have happened there.",
)


_HELD = ("not_held", "attendance", "agenda", "follow_ups")
"""What a meeting says of whether it was held."""


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in references(record):
        if Kind.MEETING not in each.kinds or _speaks_of_it(each.pointer):
            continue
        meeting = archive.get(Meeting, each.target)
        if meeting is None or meeting.not_held is None:
            continue
        how = meeting.not_held.how
        if how is NotHeldKind.NO_QUORUM and record.kind is Kind.MATTER:
            continue  # people came, and may have talked
        message = _FOUND.format(meeting=named(meeting), how=term(how))
        yield Problem(
            record, each.pointer, message, about=" ".join(f"{meeting.id}/{each}" for each in _HELD)
        )


def _speaks_of_it(pointer: Pointer) -> bool:
    """Whether a reference says something of the record, not of what happened at the meeting."""
    return pointer[0] in ("corrects", "not_held", "resumes") or pointer[-1] == "continues"


_TALK = """\
id: 20260318-shili-talk
title: 村民议事会
example: true
meeting_kind: building_deliberation
place: shili-cun
date: 2026-03-18
agenda:
  - title: 广场使用
    matters: [20260210-shili-noise]
"""
_OFF = """\
not_held:
  how: cancelled
  reason: 暴雨预警。
"""
_LOG = """\
log:
  - date: 2026-03-18
    step: progress
    by: shili-committee
    meeting: 20260318-shili-talk
    note: 议事会商定晚上九点关音响。
"""

CHECK = Check(
    code="T046",
    title=Text("写到的会议开过", "A meeting that is named was held"),
    why=Text(
        "会没有开成，就不会在会上定下、交办或者通过什么。",
        "Nothing was decided, asked for or adopted at a meeting that was not held.",
    ),
    fix=Text(
        "核对是哪次会议；改期的写后来开的那次，会其实开过的，改那次会议的 not_held。",
        "Check which meeting it was; name the one held later, or correct not_held if this one was held after all.",
    ),
    bad=Example({MARCH_PATH: _TALK + _OFF, NOISE_PATH: NOISE_RAISED + _LOG}),
    good=Example({MARCH_PATH: _TALK, NOISE_PATH: NOISE_RAISED + _LOG}),
    kinds=(
        Kind.MATTER,
        Kind.MEETING,
        Kind.RULE,
        Kind.AMENDMENT,
        Kind.SCHEME,
        Kind.BATCH,
        Kind.HONOUR,
    ),
    run=_run,
    level=Level.ERROR,
)
