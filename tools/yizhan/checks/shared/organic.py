"""What checks of the organic laws share: which versions hold for a record, and how they are cited."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.checks.shared.check import Context
from yizhan.facts.organic_law import laws_at
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.organic_law import Law
from yizhan.model.vocabulary import PlaceLevel


def laws_for(
    place: str, date: PartialDate, archive: Archive, context: Context
) -> Mapping[str, Law]:
    """The laws in force at a place on a date, by key."""
    return laws_at(context.presets.organic, date, archive.lineage(place))


def laws_of_body(body: Body, archive: Archive, context: Context) -> Mapping[str, Law]:
    """The laws that a body is judged by as a whole: those of the day, or of its last where it ended."""
    day, ended = context.day_of(body), body.dissolved
    last = PartialDate.of(day) if ended is None or ended.surely_after(day) else ended
    return laws_for(body.place, last, archive, context)


def community_of(place: str, archive: Archive) -> str | None:
    """The village or community that a place is in, or is; None where it is in none."""
    levels = (PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY)
    return next((each.id for each in archive.lineage(place) if each.level in levels), None)
