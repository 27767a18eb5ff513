"""``yizhan metrics``: figures about matters, each with what it counts and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from yizhan.commands.past import archive_of
from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.metric_tables import Book, Dimension, book
from yizhan.facts.metrics import measure
from yizhan.facts.states import States
from yizhan.facts.succession import gone, heirs, taken_over, whose
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.text import Lang, Text
from yizhan.reporting.figures import Figures
from yizhan.wording.figures import group_name
from yizhan.wording.there_are import there_are
from yizhan.wording.words import words_in

_NO_PLACE = Text(
    "没有“{place}”这个地方；要写 records/places/ 里的编号。{there}",
    "There is no place “{place}”; name an id of records/places/. {there}",
)

_TURNED = Text(
    "--from 写的 {first} 在 --to 写的 {last} 以后，中间没有一天。",
    "--from, {first}, is after --to, {last}: there is no day between them.",
)


class NoSuchDaysError(Exception):
    """A stretch on the command line that ends before it begins; its argument is a ``Text``."""


class NoSuchPlaceError(Exception):
    """A place on the command line that no record has; its argument is a ``Text``."""


def metrics(
    root: Path,
    as_of: date,
    place: str | None = None,
    first: date | None = None,
    last: date | None = None,
    today: date | None = None,
) -> Figures:
    """Work out the figures of a project.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day they hold for.
        place: only matters of this place and of everything in it.
        first: only what was raised on this day or later.
        last: only what was raised on this day or earlier.
        today: the day on which is asked; None where it is ``as_of``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        NoSuchPlaceError: there is no such place.
        NoSuchDaysError: the last day is before the first.
    """
    if first is not None and last is not None and last < first:
        raise NoSuchDaysError(_TURNED.format(first=first, last=last))
    archive = archive_of(load(root).archive, as_of, today)
    within = places_within(archive, place)
    former = taken_over_by(archive, within, as_of)
    places = None if within is None else within | {each.id for each in former}
    states = States(archive, load_presets(), as_of, official_calendar(root))
    came, parted = came_over_to(archive, states, within, as_of)
    every = states.summaries.values()
    counted = [m for m in every if places is None or m.place in places or m.id in came]
    books: dict[str, Book] = {}
    for data, example in (("real", False), ("example", True)):
        sheet = measure([each for each in counted if each.example is example], first, last)
        if sheet.matters or sheet.vague:
            books[data] = book(archive, sheet)
    titles = tuple(each.title for each in former)
    return Figures(books, as_of, _titles(archive), titles, parted)


def places_within(archive: Archive, place: str | None) -> frozenset[str] | None:
    """A place and everything in it; None where no place is asked for.

    Raises:
        NoSuchPlaceError: there is no such place.
    """
    if place is None:
        return None
    if archive.place(place) is None:
        places = {each.id: each.title for each in archive.of(Place)}
        raise NoSuchPlaceError(_NO_PLACE.format(place=place, there=there_are(place, places)))
    return frozenset(each.id for each in archive.within(place))


def taken_over_by(
    archive: Archive, places: frozenset[str] | None, as_of: date
) -> tuple[Place, ...]:
    """The places that are gone and went to one of some places; none where all places are meant."""
    if places is None:
        return ()
    shown = example_day(archive.of(Place), as_of)
    return taken_over(archive, places, lambda each: day_of(each, as_of, shown))


def came_over_to(
    archive: Archive, states: States, places: frozenset[str] | None, as_of: date
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The matters of places that became several which one of some places has, and the titles of those.

    Args:
        archive: every record.
        states: of its matters on the day.
        places: ids of the places that are asked for; None for all, to which nothing comes.
        as_of: the day.
    """
    found: dict[str, str] = {}
    shown = example_day(archive.of(Place), as_of)
    for place in archive.of(Place) if places is not None else ():
        day = day_of(place, as_of, shown)
        several = heirs(archive, place, day) if gone(place, day) else ()
        if len(several) < 2 or places is None or place.id in places:
            continue
        within = {each.id for each in archive.within(place.id)}
        for each in (one for one in states.summaries.values() if one.place in within):
            bodies = (each.handler, *states[each.id].joint)
            if whose(archive, several, bodies) in places:
                found[each.id] = place.title
    return frozenset(found), tuple(dict.fromkeys(found.values()))


def _titles(archive: Archive) -> Callable[[Dimension, str, Lang], str]:
    """What groups are called."""

    def title_of(dimension: Dimension, key: str, lang: Lang) -> str:
        return group_name(words_in(lang), archive, dimension, key).title

    return title_of
