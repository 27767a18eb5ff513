"""G004: what the law asks for every year, half-year or quarter is on record for the last one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.checks.shared.check import Check, Context, Example, Problem, in_years
from yizhan.checks.shared.indexes import meetings_by_place
from yizhan.checks.shared.organic import community_of
from yizhan.facts.cadence import Period, missing
from yizhan.facts.organic_law import laws_at
from yizhan.facts.succession import place_gone
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Cadence, Every
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Subject
from yizhan.wording.law import cited
from yizhan.wording.lists import either
from yizhan.wording.terms import term

_FOUND = Text(
    "从 {date} 到{period}结束，没有别的{what}的记录；{law}要求{every}。",
    "After {date}, no other {what} is on record until the end of {period}; under {law}, it is due {every}.",
)
_YEARLY = Text(
    "从 {date} 到{period}结束，没有别的{what}的记录；{law}说的是年度工作报告，一年一次。",
    "After {date}, no other {what} is on record until the end of {period}; {law} speaks of a yearly report.",
)
_ABOUT = Text("{meetings}的{subject}", "{subject} by {meetings}")
_EVERY = {
    Every.YEAR: Text("每年至少一次", "at least once a year"),
    Every.HALF_YEAR: Text("每半年至少一次", "at least once in half a year"),
    Every.QUARTER: Text("每季度一次", "once a quarter"),
}
_PERIOD = {
    Every.YEAR: Text("{year}年", "{year}"),
    Every.HALF_YEAR: Text("{year}年{number}半年", "the {number} half of {year}"),
    Every.QUARTER: Text("{year}年第{number}季度", "the {number} quarter of {year}"),
}
_NUMBER = {
    Every.YEAR: (Text("", ""),),
    Every.HALF_YEAR: (Text("上", "first"), Text("下", "second")),
    Every.QUARTER: (
        Text("一", "first"),
        Text("二", "second"),
        Text("三", "third"),
        Text("四", "fourth"),
    ),
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    organic, day = context.presets.organic, context.day_of(record)
    for cadence in organic.cadences:
        if not _counts(record, cadence):
            continue
        period = missing((record.date,), cadence.every, day, context.presets.in_time)
        if period is None:
            continue
        if place_gone(archive, record.place, day):
            continue  # whoever is there no more meets no more
        line = archive.lineage(record.place)
        law = laws_at(organic, period.as_date(), line).get(cadence.law)
        if law is None or _followed(record, cadence, archive, day):
            continue
        found = _YEARLY if cadence.subject is Subject.ANNUAL_REPORT else _FOUND
        message = found.format(
            date=record.date,
            period=_named(period),
            what=_what(cadence),
            law=cited(law, cadence.article),
            every=_EVERY[cadence.every],
        )
        hinge = in_years(Kind.MEETING, since=record.date.year)
        yield Problem(record, ("date",), message, hinges_on=hinge)


def _followed(record: Meeting, cadence: Cadence, archive: Archive, day: date) -> bool:
    """Whether the place has a later one: what is missing is said once, at the last."""
    by_place = meetings_by_place(archive.of(Meeting))
    community = community_of(record.place, archive) or record.place
    for place in archive.within(community):
        for each in by_place.get(place.id, ()):
            later = (each.date.latest, each.id) > (record.date.latest, record.id)
            if later and each.date.earliest <= day and _counts(each, cadence):
                return True
    return False


def _counts(meeting: Meeting, cadence: Cadence) -> bool:
    if not meeting.held or meeting.meeting_kind not in cadence.meetings:
        return False
    return cadence.subject is None or any(
        item.subject is cadence.subject for item in meeting.agenda
    )


def _named(period: Period) -> Text:
    number = _NUMBER[period.every][period.number - 1]
    return _PERIOD[period.every].format(year=period.year, number=number)


def _what(cadence: Cadence) -> Text:
    meetings = either(term(kind) for kind in cadence.meetings)
    if cadence.subject is None:
        return meetings
    return _ABOUT.format(meetings=meetings, subject=term(cadence.subject))


_PATH = "records/meetings/2025/20250912-shili-reps.yaml"
_MEETING = """\
id: {id}
title: 村民代表会议
example: true
meeting_kind: villagers_representatives
place: shili-cun
date: {date}
"""
_THEN = {_PATH: _MEETING.format(id="20250912-shili-reps", date="2025-09-12")}
_LATER_PATH = "records/meetings/2025/20251114-shili-reps.yaml"
_LATER = _MEETING.format(id="20251114-shili-reps", date="2025-11-14")

CHECK = Check(
    code="G004",
    title=Text("该定期开的会开了、记了", "Meetings that are due in every period are on record"),
    why=Text(
        "村民会议每年至少一次，村民代表会议每季度一次，居民代表会议每半年至少一次，民主评议每年至少一次（2026年起："
        "村民委员会组织法第二十五条第三款、第三十条第一款、第三十八条第一款，城市居民委员会组织法第二十八条第二款、"
        "第三十七条第一款）。只问已经开始记这类会议的村和社区。",
        "A villagers' assembly at least once a year, villagers' representatives once a quarter, residents' representatives once in half "
        "a year, an appraisal once a year (from 2026: articles 25, 30 and 38, and articles 28 and 37, of the two organic laws). "
        "Only places that have begun to record such meetings are asked.",
    ),
    fix=Text(
        "开过的补记会议记录；没有开的，尽快召开，记下来以后这一条就消失。",
        "Write up the meeting if it was held; if not, hold it soon: once it is on record, this goes away.",
    ),
    bad=Example(_THEN),
    good=Example({**_THEN, _LATER_PATH: _LATER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.DUE,
)
