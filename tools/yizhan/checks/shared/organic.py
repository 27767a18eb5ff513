"""What checks of the organic laws share: which versions hold for a record, and how they are cited."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.checks.shared.check import Context
from yizhan.facts.organic_law import laws_at
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.organic_law import Law
from yizhan.model.vocabulary import PlaceLevel


def laws_for(
    place: str, date: PartialDate, archive: Archive, context: Context
) -> Mapping[str, Law]:
    """The laws in force at a place on a date, by key."""
    return laws_at(context.presets.organic, date, archive.lineage(place))


def community_of(place: str, archive: Archive) -> str | None:
    """The village or community that a place is in, or is; None where it is in none."""
    levels = (PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY)
    return next((each.id for each in archive.lineage(place) if each.level in levels), None)
