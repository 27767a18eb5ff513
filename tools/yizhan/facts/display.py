"""Publicity periods 公示: what is on display on a day, until when, and where objections go.

Derived from every record that has such a period: posts, points, honours, rules, amendments in
consultation or made public, decisions and what resulted from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.rule_end import end_of
from yizhan.facts.succession import ending
from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.honour import Honour, Selection
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch
from yizhan.model.record import Display, Record
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import DossierStage, HonourStage

RECENT_DAYS = 90
"""How long ago a display may have ended to be still listed."""


class Subject(StrEnum):
    """What is on display."""

    POST = "post"
    POINTS = "points"
    HONOUR = "honour"
    RULE = "rule"
    CONSULTATION = "consultation"
    AMENDMENT = "amendment"
    DECISION = "decision"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class OnDisplay:
    """One publicity period.

    Attributes:
        record: what it belongs to.
        part: what of the record says so.
        detail: the post or the decision, where the record has several.
        objections_to: in words; ``body`` is the id of a body, where the record names one.
        objections: how many came in; opinions for a consultation.
    """

    subject: Subject
    record: Record
    part: Display | DossierEntry | Selection
    start: PartialDate
    end: PartialDate
    detail: str | None = None
    where: str | None = None
    objections_to: str | None = None
    body: str | None = None
    objections: int | None = None
    note: str | None = None

    def covers(self, day: date) -> bool:
        """Whether it may run on a day; a vague date is read widely."""
        return self.start.earliest <= day <= self.end.latest

    def days_left(self, day: date) -> int | None:
        """Calendar days after ``day``; 0 on the last day; None where the end is vague."""
        return None if self.end.day is None else (self.end.day - day).days


@dataclass(frozen=True, slots=True)
class Displays:
    """Publicity periods around a day.

    Attributes:
        now: running, those that end first in front.
        coming: not begun, soonest first.
        recent: ended in the last ``RECENT_DAYS`` days, latest first.
    """

    now: tuple[OnDisplay, ...]
    coming: tuple[OnDisplay, ...]
    recent: tuple[OnDisplay, ...]


def displays(archive: Archive, as_of: date) -> Displays:
    """What is, will be and was on display, seen from a day; examples from the example's."""
    fixed = example_day(archive.of(Place), as_of)
    found = [(each, day_of(each.record, as_of, fixed)) for each in periods(archive)]
    recent = timedelta(days=RECENT_DAYS)
    return Displays(
        now=tuple(sorted((each for each, day in found if each.covers(day)), key=_by_end)),
        coming=tuple(
            sorted((each for each, day in found if each.start.surely_after(day)), key=_by_start)
        ),
        recent=tuple(
            sorted(
                (each for each, day in found if day - recent <= each.end.latest < day),
                key=_by_end,
                reverse=True,
            )
        ),
    )


def _by_end(each: OnDisplay) -> tuple[date, str, str]:
    return each.end.latest, each.record.id, each.detail or ""


def _by_start(each: OnDisplay) -> tuple[date, str, str]:
    return each.start.earliest, each.record.id, each.detail or ""


def periods(archive: Archive) -> Iterator[OnDisplay]:
    """Every publicity period of the archive."""
    for body in archive.of(Body):
        for post in body.posts:
            if post.display is not None:
                found = _of(Subject.POST, body, post.display, post.title)
                yield replace(found, end=_cut(found.end, body.dissolved))
    for record, subject in _whole(archive):
        if record.display is not None:
            found = _of(subject, record, record.display)
            last = _last_day(archive, record.place) if isinstance(record, Rule) else None
            yield replace(found, end=_cut(found.end, last))
    for honour in archive.of(Honour):
        yield from _of_honour(honour)
    for amendment in archive.of(Amendment):
        rule = archive.get(Rule, amendment.rule)
        last = _last_day(archive, rule.place) if rule is not None else None
        end = end_of(rule, archive) if rule is not None else None
        for each in _of_amendment(amendment, end.day if end is not None else None):
            yield replace(each, end=_cut(each.end, last))
    for meeting in archive.meetings:
        yield from _of_meeting(meeting)


def _whole(archive: Archive) -> Iterator[tuple[Batch | Rule, Subject]]:
    """Records that are on display as a whole."""
    yield from ((batch, Subject.POINTS) for batch in archive.of(Batch))
    yield from ((rule, Subject.RULE) for rule in archive.of(Rule))


def _of(subject: Subject, record: Record, display: Display, detail: str | None = None) -> OnDisplay:
    return OnDisplay(
        subject,
        record,
        display,
        display.start,
        display.end,
        detail,
        display.where,
        display.objections_to,
        None,
        display.objections,
        display.note,
    )


def _of_honour(honour: Honour) -> Iterator[OnDisplay]:
    for station in honour.stages:
        if station.stage is HonourStage.DISPLAYED and station.until is not None:
            yield OnDisplay(
                Subject.HONOUR,
                honour,
                station,
                station.date,
                station.until,
                where=station.where,
                objections_to=station.objections_to,
                body=honour.body,
                note=station.note,
            )


_DOSSIER = {
    DossierStage.CONSULTATION: Subject.CONSULTATION,
    DossierStage.PUBLICATION: Subject.AMENDMENT,
}


def _last_day(archive: Archive, place: str) -> PartialDate | None:
    """The last day of a place, with which what it asked its residents ends."""
    found = ending(archive, place)
    return None if found is None else found.dissolved


def _cut(end: PartialDate, last: PartialDate | None) -> PartialDate:
    """The end of a period that another day may end before its time."""
    return last if last is not None and last.latest < end.latest else end


def _of_amendment(amendment: Amendment, last: PartialDate | None) -> Iterator[OnDisplay]:
    """Consultations and publications; a draft that was withdrawn is open to opinions no more.

    Nor is one of a rule that has ended: ``last`` is its last day.
    """
    withdrawn = next(
        (each.date for each in amendment.dossier if each.stage is DossierStage.WITHDRAWAL), None
    )
    for entry in amendment.dossier:
        subject = _DOSSIER.get(entry.stage)
        if subject is None or entry.until is None:
            continue
        end = _cut(entry.until, withdrawn)
        end = _cut(end, last)
        yield OnDisplay(
            subject,
            amendment,
            entry,
            entry.date,
            end,
            where=entry.where,
            body=entry.body,
            objections=entry.opinions,
            note=entry.note,
        )


def _of_meeting(meeting: Meeting) -> Iterator[OnDisplay]:
    for item in meeting.agenda:
        for decision in item.decisions:
            if decision.published is not None:
                yield _of(Subject.DECISION, meeting, decision.published, decision.text)
            if decision.result_published is not None:
                yield _of(Subject.RESULT, meeting, decision.result_published, decision.text)
