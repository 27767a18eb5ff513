"""What a record belongs with, both ways; and what search knows of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from yizhan.model.dates import PartialDate
from yizhan.model.record import Record
from yizhan.model.references import references
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import Link, link_to
from yizhan.pages.marks import badges
from yizhan.pages.page import SearchEntry
from yizhan.pages.site import Site

_ORDER = tuple(Kind)
_SHOWN = 8
"""Links of one kind; a street office has thousands."""


class Named(NamedTuple):
    """A record that is named, with what is irregular of it in a few words each."""

    link: Link
    irregular: tuple[str, ...]


class Related(NamedTuple):
    """Records of one kind that refer to a record.

    Attributes:
        rows: the last of them by id, which for dated kinds are the newest.
        more: how many others there are.
    """

    title: str
    rows: tuple[Named, ...]
    more: int = 0


def related(site: Site, record: Record, without: Collection[Kind] = ()) -> tuple[Related, ...]:
    """Records that refer to a record and are not named on its page already, by kind; nothing twice.

    Args:
        site: the site.
        record: the record whose page it is; what it refers to stands on that page anyway.
        without: kinds that the page shows elsewhere.
    """
    shown = {reference.target for reference in references(record)} | {record.id}
    by_kind: dict[Kind, list[str]] = {}
    for kind, other in site.archive.referring(record.id):
        if kind not in without and other not in shown and site.has_page(kind, other):
            by_kind.setdefault(kind, []).append(other)
    return tuple(_related(site, kind, by_kind[kind]) for kind in _ORDER if kind in by_kind)


def _related(site: Site, kind: Kind, found: list[str]) -> Related:
    ids = sorted(found)[-_SHOWN:]
    title = site.words.title(kind) if len(found) == 1 else site.words.kinds(kind)
    return Related(title, tuple(_named(site, ids)), len(found) - len(ids))


def _named(site: Site, ids: Iterable[str]) -> Iterator[Named]:
    for identifier in ids:
        record = site.archive.find(identifier)
        if record is not None and site.shows(record):
            yield Named(link_to(record, site.lang), badges(site, record))


def search_entry(
    site: Site,
    record: Record,
    lines: Iterable[str | None],
    place: str | None = None,
    day: PartialDate | None = None,
    status: str = "",
) -> SearchEntry | None:
    """What search knows of a record; None on English pages, which search leaves out."""
    if site.lang != "zh":
        return None
    places = [link.title for link in site.line(place)] if place is not None else []
    words = site.words
    text = [record.title, record.id, " ".join(places), record.summary, *lines]
    filters: dict[str, tuple[str, ...]] = {"kind": (words.title(record.kind),)}
    meta = {"title": record.title}
    if place is not None:
        filters["place"] = tuple(places)
        meta["place"] = site.where(place)
    if day is not None:
        filters["year"] = (str(day.year),)
        meta["date"] = words.date(day)
    if status:
        meta["status"] = status
    return SearchEntry(
        text="\n".join(line for line in text if line),
        filters=filters,
        meta=meta,
        sort={"date": day.latest.isoformat()} if day is not None else {},
    )
