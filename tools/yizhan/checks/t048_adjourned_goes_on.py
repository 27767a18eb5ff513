"""T048: an adjourned meeting goes on by the day it set."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.examples import TALK, TALK_PATH
from yizhan.checks.shared.indexes import resumed
from yizhan.checks.shared.meeting_examples import BROKEN_OFF, MARCH_PATH, SITTING
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "会议休会到 {until}，已经过了 {days} 天，还没有续会的记录。",
    "The meeting was adjourned to {until}, {days} {days:day|days} ago; no meeting goes on with it.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    until = record.adjourned.until if record.adjourned is not None else None
    if until is None or until.surely_before(record.date):
        return  # T047 says that the day comes too early
    days = (context.day_of(record) - until.latest).days
    if days <= 0 or record.id in resumed(archive.of(Meeting)):
        return
    message = _FOUND.format(until=until, days=days)
    later = in_years(Kind.MEETING, since=record.date.earliest.year)
    yield Problem(record, ("adjourned", "until"), message, hinges_on=later)


CHECK = Check(
    code="T048",
    title=Text("休了会的接着开", "Adjourned meetings go on"),
    why=Text(
        "休会时说好哪天接着开，到时候没有下文，没议完的事就没有了着落。",
        "What was left when a meeting broke off has no home until it goes on.",
    ),
    fix=Text(
        "续会另写一份记录，resumes（续开哪次会议）写这一份的编号；改期没有开的，也写一份，写明 not_held。",
        "Write the sitting as a record that names this one in resumes; if it was not held, write one with not_held.",
    ),
    bad=Example({TALK_PATH: TALK + BROKEN_OFF}),
    good=Example(
        {TALK_PATH: TALK + BROKEN_OFF, MARCH_PATH: SITTING + "resumes: 20260218-shili-talk\n"}
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
