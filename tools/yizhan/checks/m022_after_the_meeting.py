"""M022: what a meeting or round brought about is not dated before it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED, TALK, TALK_PATH
from yizhan.checks.shared.naming import date_in_doubt, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "这一步的日期 {date} 早于{event}的日期 {held}。",
    "This entry is dated {date}, before {event} on {held}.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.log):
        if entry.meeting is None and entry.round is None:
            continue
        for event in (archive.get(Meeting, entry.meeting), archive.get(Round, entry.round)):
            if event is None or date_in_doubt(event):
                continue
            if entry.date.surely_before(event.date):
                message = _FOUND.format(date=entry.date, event=named(event), held=event.date)
                yield Problem(record, ("log", number, "date"), message)


_TALKED_OVER = """\
log:
  - date: {date}
    step: progress
    by: shili-committee
    meeting: 20260218-shili-talk
    note: 议事会商定晚上九点关音响。
"""
_AGENDA = """\
agenda:
  - title: 广场使用
    matters: [20260210-shili-noise]
"""

CHECK = Check(
    code="M022",
    title=Text("会后的事不早于会议", "What came of a meeting follows it"),
    why=Text(
        "会还没开，就说会上定了，居民会认为是先定好再走过场。",
        "A result dated before its meeting looks as if the meeting had been a formality.",
    ),
    fix=Text(
        "核对这一步和会议（走访）的日期。",
        "Check the dates of the entry and of the meeting or round.",
    ),
    bad=Example(
        {
            NOISE_PATH: NOISE_RAISED + _TALKED_OVER.format(date="2026-02-15"),
            TALK_PATH: TALK + _AGENDA,
        }
    ),
    good=Example(
        {
            NOISE_PATH: NOISE_RAISED + _TALKED_OVER.format(date="2026-02-18"),
            TALK_PATH: TALK + _AGENDA,
        }
    ),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
