"""Honours: lists, and each round of selection from nomination to conferral."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.model.honour import Honour, Selection
from yizhan.model.record import Record
from yizhan.model.vocabulary import HonourStage, Kind
from yizhan.pages.frame import record_page
from yizhan.pages.links import Link, url_of
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.reading_day import until
from yizhan.pages.record_lists import (
    Fact,
    RecordList,
    Row,
    Section,
    day_fact,
    list_pages,
    list_slot,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site


class StationView(NamedTuple):
    """One station of a selection."""

    station: Selection
    mark: str
    meeting: Link | None
    places: tuple[Link, ...]
    ahead: bool
    open: bool
    until: Markup


_MARKS = {
    HonourStage.NOMINATED: "yz-f-waiting",
    HonourStage.REVIEWED: "yz-f-working",
    HonourStage.DISPLAYED: "yz-f-claimed",
    HonourStage.CONFERRED: "yz-f-confirmed",
}


def pages(site: Site) -> Iterator[Draft]:
    """Lists by year and place, and one page a selection."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site)
    for each in site.archive.of(Honour):
        yield Draft(url_of(each, site.lang), make, each)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all honours."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    return lists_of(
        site,
        Section(
            Kind.HONOUR,
            "honours",
            _("评了什么、评出多少、按什么标准、公示过没有。楼栋和社区写名字，住户和个人只写数目。"),
            _("还没有评选记录。"),
        ),
    )


def row(site: Site, record: Record) -> Row:
    """A selection in a list."""
    assert isinstance(record, Honour)
    stage = last_stage(site, record)
    count = site.words.n_("{n} 个", record.count) if record.count is not None else ""
    return plain_row(
        site,
        record,
        day_fact(site, record),
        place_fact(site, record.place),
        Fact(site.words.title(record.unit)),
        Fact(count),
        mark=_MARKS[stage] if stage is not None else "",
        word=site.words.title(stage) if stage is not None else "",
    )


def last_stage(site: Site, record: Honour) -> HonourStage | None:
    """The last station reached by the site's day; None where no station is recorded."""
    known = [
        each.stage for each in record.stages if not each.date.surely_after(site.day_of(record))
    ]
    return known[-1] if known else None


def page(site: Site, record: Honour) -> Page:
    """The page of one selection."""
    stage = last_stage(site, record)
    values: dict[str, Any] = {
        "honour": record,
        "line": site.line(record.place),
        "body": site.link(record.body),
        "stations": tuple(_station(site, record, each) for each in record.stages),
        "related": related(site, record),
    }
    place = site.where(record.place)
    description = site.words._("{place}：{title}。", place=place, title=record.title)
    lines = [*record.criteria, *(each.note for each in record.stages)]
    status = site.words.title(stage) if stage is not None else ""
    entry = search_entry(site, record, lines, record.place, record.date, status)
    return record_page(site, record, "honour.html", "honours", description, values, entry)


def _station(site: Site, record: Honour, station: Selection) -> StationView:
    day = site.day_of(record)
    ahead = station.date.surely_after(day)
    shown = station.until is not None and station.until.latest >= day and not ahead
    return StationView(
        station,
        _MARKS[station.stage],
        site.link(station.meeting),
        site.links(station.places),
        ahead,
        shown,
        until(site, record, station.until, ""),
    )
