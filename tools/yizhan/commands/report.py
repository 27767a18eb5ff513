"""``yizhan report YYYY-MM``: the month for a supervising committee."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.checking.backing import marked
from yizhan.checks.shared.check import Context
from yizhan.commands.metrics import came_over_to, places_within, taken_over_by
from yizhan.commands.past import archive_of
from yizhan.facts.example_day import day_of_data, example_day
from yizhan.facts.irregular import Act, all_acts
from yizhan.facts.monthly import Months, last_day, month_of
from yizhan.facts.states import States
from yizhan.facts.summary import Summary
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.typed_dates import likely_date
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.text import Lang, Text
from yizhan.reporting.month import MonthReport, formats

_NO_MONTH = Text("“{month}”不是月份；要写成 2026-10。", "“{month}” is no month; write 2026-10.")
_NEAR_MONTH = Text("“{month}”不是月份；请写成 {near}。", "“{month}” is no month; write {near}.")
_NOT_YET = Text(
    "{month} 还没有到，没有情况可写。", "{month} has not begun; there is nothing to tell."
)


class NoSuchMonthError(Exception):
    """A month that is none, or not begun; its argument is a ``Text``."""


def report(  # the options of the command, one each
    root: Path,
    month: str,
    as_of: date,
    lang: Lang,
    place: str | None = None,
    form: str = "markdown",
    today: date | None = None,
) -> str:
    """Write the report of a month.

    Real and example data are never mixed: a report is about example data where its place is an
    example, and about real data otherwise.

    Args:
        root: the folder that holds ``records/``.
        month: ``2026-10``.
        as_of: nothing later is counted or listed.
        lang: of the report's own words.
        place: only this place and everything in it.
        form: one of the formats of ``yizhan report --format``.
        today: the day on which is asked; None where it is ``as_of``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        NoSuchMonthError: it is no month, or begins after ``as_of``.
        NoSuchPlaceError: there is no such place.
    """
    _require(month, as_of)
    loaded = load(root)
    archive = archive_of(loaded.archive, as_of, today)
    shown = example_day(archive.of(Place), as_of)
    context = Context(as_of, load_presets(), official_calendar(root), loaded.files, shown, today)
    return formats()[form].write(_month_report(archive, context, month, place), lang)


def _month_report(archive: Archive, context: Context, month: str, place: str | None) -> MonthReport:
    """The month of a place and everything in it, or of all places, ready to be written."""
    named = archive.place(place)
    example = named is not None and named.example
    places = places_within(archive, place)
    states = States(archive, context.presets, context.as_of, context.working_days)
    summaries = states.summaries.values()
    former = taken_over_by(archive, places, context.as_of)
    reach = None if places is None else places | {each.id for each in former}
    came, parted = came_over_to(archive, states, places, context.as_of)
    matters = [
        m for m in summaries if m.example is example and (_in(m.place, reach) or m.id in came)
    ]
    archive = _marked(archive, matters, context)
    months = _months(archive, matters, places, context, example=example)
    marks = {each.id: each.marks for each in matters if each.marks}
    active = tuple(each.key for each in months.active)
    instead = None if place is not None else _example(archive)
    day = day_of_data(context.as_of, context.example_day, example=example)
    found = months.of(month)
    titles = tuple(each.title for each in former)
    return MonthReport(found, archive, place, example, active, instead, marks, day, titles, parted)


def _example(archive: Archive) -> tuple[str, str] | None:
    """The id and the title of a place of which example data are kept; None where there are none."""
    tops = (each for each in archive.of(Place) if each.example and each.parent is None)
    return next(((each.id, each.title) for each in tops), None)


def _months(
    archive: Archive,
    matters: list[Summary],
    places: frozenset[str] | None,
    context: Context,
    *,
    example: bool,
) -> Months:
    """The months of what is in some places, either real or an example."""
    acts = all_acts(archive, [each.id for each in matters if each.irregular])
    return Months(
        archive,
        matters,
        [m for m in archive.meetings if m.example is example and _in(m.place, places)],
        day_of_data(context.as_of, context.example_day, example=example),
        context.working_days,
        [each for each in acts if each.record.example is example and _acted_in(each, places)],
    )


def _marked(archive: Archive, matters: list[Summary], context: Context) -> Archive:
    """An archive in which acknowledgments that no check backs are marked as such; itself without any."""
    acts = all_acts(archive, [each.id for each in matters if each.irregular])
    records = {act.record.id: act.record for act in acts}
    found = {each.id: each for each in marked(records.values(), archive, context)}
    if not found:
        return archive
    return Archive(found.get(each.id, each) for each in archive.records.values())


def _acted_in(act: Act, places: frozenset[str] | None) -> bool:
    """Whether an irregular act is of some places; of a record that names none, only of all."""
    place = getattr(act.record, "place", None)
    return places is None or (place is not None and place in places)


def _in(place: str, places: frozenset[str] | None) -> bool:
    return places is None or place in places


def _require(month: str, as_of: date) -> None:
    try:
        last_day(month)
    except ValueError:
        near = likely_date(month)
        form = _NO_MONTH if near is None or len(near) < len("2026-10") else _NEAR_MONTH
        near = None if near is None else near[: len("2026-10")]
        raise NoSuchMonthError(form.format(month=month, near=near)) from None
    if month > month_of(as_of):
        raise NoSuchMonthError(_NOT_YET.format(month=month))
