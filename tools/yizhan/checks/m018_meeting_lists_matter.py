"""M018: a meeting that a matter refers to has the matter on its agenda."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED, TALK, TALK_PATH
from yizhan.checks.shared.log import mentions
from yizhan.checks.shared.naming import all_there, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{meeting}的议程里没有这件事项。",
    "The agenda of {meeting} does not list this matter.",
)
_NOT_YET = Text(
    "{meeting}还没有召开，议程里也没有这件事项。",
    "{meeting} has not been held yet, nor does its agenda list this matter.",
)
_OTHER = Text(
    "议程里有这件事项的是{those}，多半要写它；{rest}",
    "{those} lists this matter and is most likely meant; {rest}",
)
_WRITE_IT = Text(
    "真是这次会议议的，在它的议程的 matters 里写上这件事项；没有上会的，删去这里的 meeting。",
    "if it was this meeting, list the matter under matters in its agenda; if it was not discussed, delete meeting here.",
)
_DELETE = Text(
    "没有上过会的，删去这里的 meeting。", "if it was not discussed at any, delete meeting here."
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, identifier in mentions(record, "meeting"):
        meeting = archive.get(Meeting, identifier)
        if meeting is None:
            continue
        # what a meeting said of the whole holds for its parts
        listed = [each for item in meeting.agenda for each in item.matters]
        if not all_there(archive, Matter, listed):
            continue  # one that is written wrong may be this one; it is said there
        if not any({record.id, record.part_of} & set(item.matters) for item in meeting.agenda):
            message = _NOT_YET if meeting.planned else _FOUND
            fix = _likely(record, archive, meeting)
            yield Problem(record, pointer, message.format(meeting=named(meeting)), fix)


def _likely(record: Matter, archive: Archive, meeting: Meeting) -> Text | None:
    """What to do where another meeting lists the matter and is not named by it yet."""
    told = {identifier for _, identifier in mentions(record, "meeting")}
    others = [
        named(each)
        for each, _ in archive.referrers_of(Meeting, record.id)
        if each.id not in told and any(record.id in item.matters for item in each.agenda)
    ]
    if not others:
        return None
    rest = _DELETE if meeting.planned else _WRITE_IT
    return _OTHER.format(those=commas(dict.fromkeys(others)), rest=rest)


_TALKED_OVER = """\
log:
  - date: 2026-02-18
    step: progress
    by: shili-committee
    meeting: 20260218-shili-talk
    note: 议事会商定晚上九点关音响。
"""
_MATTER = NOISE_RAISED + _TALKED_OVER
_AGENDA = """\
agenda:
  - title: 广场使用
"""
_LISTED = "    matters: [20260210-shili-noise]\n"

CHECK = Check(
    code="M018",
    title=Text("会议议过这件事", "The meeting discussed the matter"),
    why=Text(
        "说是会上提出或者决定的，会议记录里就要有；否则居民查会议，找不到依据。",
        "What is said to be raised or decided at a meeting must be in its minutes, or residents look for it in vain.",
    ),
    fix=Text(
        "在会议议程的 matters 里写上这件事项；没有上会的，删去这里的 meeting。",
        "List the matter under matters in the meeting's agenda; if it was not discussed there, delete meeting here.",
    ),
    bad=Example({NOISE_PATH: _MATTER, TALK_PATH: TALK + _AGENDA}),
    good=Example({NOISE_PATH: _MATTER, TALK_PATH: TALK + _AGENDA + _LISTED}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
