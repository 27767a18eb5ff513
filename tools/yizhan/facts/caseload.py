"""What each place and body has, over all kinds of record: grouped once for every page and list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.follow_up import TaskProgress, TaskStatus, follow_up, followed
from yizhan.facts.succession import moved
from yizhan.facts.summary import Summary
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import Kind

Groups = dict[str, list[Record]]

_TO_DO = (TaskStatus.LATE, TaskStatus.ONGOING)

_MODELS: tuple[type[Record], ...] = (
    Body,
    Meeting,
    Round,
    Rule,
    Amendment,
    Scheme,
    Batch,
    Honour,
    Claims,
    Procedure,
)


@dataclass(frozen=True, slots=True)
class Caseload:
    """Records grouped, newest first where they have a date.

    Attributes:
        ordered: every record of a kind.
        here: by kind, then by the place a record names.
        within: by kind, then by that place and every place above it.
        handled: ids of open matters by the body that has them, newest activity first.
        tasks: tasks that meetings gave, by the body that is to do them; what is still to be done of
            a body that is gone, by its one heir.
        progress: what became of a meeting's tasks, by the meeting's id.
    """

    ordered: dict[Kind, list[Record]] = field(default_factory=dict)
    here: dict[Kind, Groups] = field(default_factory=dict)
    within: dict[Kind, Groups] = field(default_factory=dict)
    handled: dict[str, list[str]] = field(default_factory=dict)
    tasks: dict[str, list[TaskProgress]] = field(default_factory=dict)
    progress: dict[str, tuple[TaskProgress, ...]] = field(default_factory=dict)


def caseload(archive: Archive, matters: Iterable[Summary], as_of: date) -> Caseload:
    """Group every record but matters in one pass a kind, and open matters by who has them.

    Args:
        archive: every record.
        matters: every matter that has a state, newest activity first.
        as_of: the day asked.
    """
    found = Caseload()
    above: dict[str, tuple[str, ...]] = {}
    for model in _MODELS:
        _group(archive, model, found, above)
    fixed = example_day(archive.of(Place), as_of)
    by_meeting = followed(archive)
    now = moved(archive, lambda body: day_of(body, as_of, fixed))
    for meeting in archive.meetings:
        later = by_meeting.get(meeting.id, {}).values()
        day = day_of(meeting, as_of, fixed)
        tasks = found.progress[meeting.id] = follow_up(meeting, later, day)
        for progress in tasks:
            body = progress.task.body
            if progress.status in _TO_DO:
                body = now.get(body, body)
            found.tasks.setdefault(body, []).append(progress)
    for matter in matters:
        if matter.open and matter.handler is not None:
            found.handled.setdefault(matter.handler, []).append(matter.id)
    return found


def _group(
    archive: Archive, model: type[Record], found: Caseload, above: dict[str, tuple[str, ...]]
) -> None:
    ordered = sorted(archive.of(model), key=lambda record: record.id)
    ordered.sort(key=_day, reverse=True)
    here: Groups = {}
    within: Groups = {}
    for record in ordered:
        places = places_of(archive, record)
        for place in places:
            here.setdefault(place, []).append(record)
            if place not in above:
                above[place] = tuple(each.id for each in archive.lineage(place))
        # what two places have in common holds the record once
        for each in dict.fromkeys(each for place in places for each in above[place]):
            within.setdefault(each, []).append(record)
    found.ordered[model.kind] = ordered
    found.here[model.kind] = here
    found.within[model.kind] = within


def _day(record: Record) -> date:
    day = date_of(record)
    return day.latest if day is not None else date.min


def places_of(archive: Archive, record: Record) -> tuple[str, ...]:
    """The places a record is about, as it names them or as what it belongs to does."""
    match record:
        case Meeting():
            return (record.place, *(each for each in record.places if each != record.place))
        case Body() | Round() | Rule() | Scheme() | Honour() | Claims() | Matter():
            return (record.place,)
        case Batch():
            scheme = archive.get(Scheme, record.scheme)
            place = record.place or (scheme.place if scheme is not None else None)
        case Amendment():
            rule = archive.get(Rule, record.rule)
            place = rule.place if rule is not None else None
        case Procedure():
            return record.places
        case Place():
            place = record.id
        case _:
            place = None
    return () if place is None else (place,)


def date_of(record: Record) -> PartialDate | None:
    """The date a record is listed under; None for kinds that are not dated."""
    match record:
        case Meeting() | Round() | Batch() | Honour():
            return record.date
        case Claims():
            return record.end
        case Amendment():
            return record.dossier[-1].date if record.dossier else None
        case Matter():
            return record.raised.date
    return None


def in_(groups: Mapping[Kind, Groups], kind: Kind, place: str) -> Sequence[Record]:
    """The records of a kind in a group; empty where there are none."""
    return groups[kind].get(place, ())
