"""What an interview knows: the archive as it was found, and the records as choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.commands.check import source_lines
from yizhan.commands.interview import search
from yizhan.commands.interview.question import Choice
from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.matter_state import MatterState
from yizhan.facts.speakers import bodies_about
from yizhan.loading.presets import load_presets
from yizhan.loading.schemas import Vocabulary, load_vocabulary
from yizhan.loading.tree import RecordFile
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Finding, Level
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.presets import Presets
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.reporting.report import Report, public
from yizhan.wording.terms import one

_WITHIN = " › "


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a clerk: everything there is, on the day asked.

    Attributes:
        root: the folder that holds ``records/``.
        findings: what the checks said before anything was written.
        unread: ids of the files that cannot be read.
        files: the files of records.
    """

    root: Path
    as_of: date
    archive: Archive
    findings: tuple[Finding, ...]
    unread: frozenset[str]
    files: tuple[RecordFile, ...]
    presets: Presets
    calendar: WorkingDays
    words: Vocabulary

    def state(self, matter: Matter, day: date | None = None) -> MatterState | None:
        """A matter's state, today or on a day; None where its procedure is not there."""
        named = self.archive.procedure
        if named(matter.procedure) is None:
            return None
        steps = self.presets.common_steps
        on, bodies = day or self.as_of, bodies_about(self.archive, matter)
        return derive_remembering(matter, named, steps, on, self.calendar, bodies)

    def places(self, day: PartialDate | None = None) -> tuple[Choice, ...]:
        """The places that there are, or were on a day, as choices."""
        return tuple(
            self.place_choice(place)
            for place in self.archive.of(Place)
            if day is None or existed(place, day)
        )

    def place_choice(self, place: Place) -> Choice:
        """A place, distinguished from others of its name by the place it is in."""
        above = _WITHIN.join(each.title for each in self.archive.lineage(place.id)[:-1])
        note = Text(above, above) if above else None
        return Choice(place.id, Text(place.title, place.title), note, place.aliases)

    def body_choice(self, body: Body) -> Choice:
        """A body, distinguished from others of its name by its place."""
        line = [each.title for each in self.archive.lineage(body.place)]
        note = _WITHIN.join(line[-2:])
        return Choice(body.id, Text(body.title, body.title), Text(note, note))

    def bodies(self, like: Record, day: PartialDate) -> Iterator[Body]:
        """The bodies that there were on a day, examples for an example and real ones for others."""
        for body in self.archive.of(Body):
            if body.example == like.example and existed(body, day):
                yield body

    def around(self, bodies: Iterable[Body], place: str) -> tuple[Choice, ...]:
        """Bodies as choices: those of a place first, then of the places around it; busy ones before."""
        line = [each.id for each in reversed(self.archive.lineage(place))]
        order = {each: number for number, each in enumerate(line)}
        busy = Counter(matter.handler for matter in self.archive.matters)
        ranked = sorted(
            bodies, key=lambda body: (order.get(body.place, len(order)), -busy[body.id])
        )
        return tuple(self.body_choice(body) for body in ranked)

    def elsewhere(self, typed: str) -> Choice | None:
        """The record of an id, a title or a path, of whatever kind; its note says of which."""
        named = search.asked(typed)
        found = [each for each in self.archive.records.values() if named in search.called(each)]
        if len(found) != 1:
            return None
        return Choice(found[0].id, Text(found[0].title, found[0].title), one(found[0].kind))

    def related(self, one: str, other: str) -> bool:
        """Whether one of two places is in the other, or they are the same."""
        return one in {each.id for each in self.archive.lineage(other)} or other in {
            each.id for each in self.archive.lineage(one)
        }


def session_at(root: Path, as_of: date) -> Session:
    """Read the archive and check it.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    found = inspect(root, as_of)
    loaded = found.loaded
    return Session(
        root=root,
        as_of=as_of,
        archive=loaded.archive,
        findings=found.result.findings,
        unread=loaded.unread,
        files=found.result.files,
        presets=load_presets(),
        calendar=found.calendar,
        words=load_vocabulary(),
    )


def report(session: Session, findings: Iterable[Finding], *paths: str) -> Report:
    """What the checks say of the files that were written: some findings, with the lines they point to as the files are now.

    What is due is left out: it says what the calendar brings, not what was just written.
    """
    found = tuple(each for each in findings if each.level is not Level.DUE)
    lines = source_lines(session.root, found, session.files)
    return public(Report(found, len(session.files), session.as_of, lines, written=paths))


def existed(record: Place | Body, day: PartialDate) -> bool:
    """Whether a place or body may have been there on a day."""
    return not (
        (record.established is not None and day.surely_before(record.established))
        or (record.dissolved is not None and record.dissolved.surely_before(day))
    )


def dated(record: Meeting | Round | Matter) -> Choice:
    """A record that is distinguished from others by its date."""
    day = record.raised.date if isinstance(record, Matter) else record.date
    return Choice(record.id, Text(record.title, record.title), Text(str(day), str(day)))
