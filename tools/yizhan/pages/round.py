"""Rounds 走访: lists, and one page each with the matters that resulted from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from yizhan.model.matter import Matter
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.vocabulary import Kind
from yizhan.pages.frame import record_page
from yizhan.pages.links import url_of
from yizhan.pages.matter_lists import RowCache
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.record_lists import (
    Fact,
    RecordList,
    Row,
    Section,
    list_pages,
    list_slot,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site


def pages(site: Site) -> Iterator[Draft]:
    """Lists by year and place, and one page a round."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site, RowCache(site))
    for each in site.archive.of(Round):
        yield Draft(url_of(each, site.lang), make, each)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all rounds."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    return lists_of(
        site,
        Section(
            Kind.ROUND,
            "rounds",
            _("谁到哪里走访，走了多少户，带回来哪些事。"),
            _("还没有走访记录。"),
        ),
    )


def came_of(site: Site, record: Round) -> list[Matter]:
    """The matters a round brought back: those it names and those that name it."""
    found = dict.fromkeys(record.matters)
    for referrer, reference in site.archive.referrers_of(Matter, record.id):
        if reference.pointer == ("raised", "round"):
            found[referrer.id] = None
    matters = (site.archive.get(Matter, each) for each in found)
    return [each for each in matters if each is not None and site.shows(each)]


def row(site: Site, record: Record) -> Row:
    """A round in a list."""
    assert isinstance(record, Round)
    words = site.words
    body = site.link(record.by)
    matters = len(came_of(site, record))
    return plain_row(
        site,
        record,
        Fact(words.period(record.date, record.end or record.date)),
        place_fact(site, record.place),
        Fact(body.title if body else "", own=True),
        Fact(words.n_("带回 {n} 件事", matters) if matters else ""),
    )


def page(site: Site, rows: RowCache, record: Round) -> Page:
    """The page of one round."""
    words = site.words
    matters = came_of(site, record)
    url = url_of(record, site.lang)
    values: dict[str, Any] = {
        "round": record,
        "line": site.line(record.place),
        "by": site.link(record.by),
        "matters": rows.html([each.id for each in matters], url) if matters else Markup(""),
        "count": len(matters),
        "related": related(site, record, (Kind.MATTER,)),
    }
    place = site.where(record.place)
    description = words._("{place}：{title}。", place=place, title=record.title)
    if matters:
        description += words.n_("带回 {n} 件事", len(matters)) + words._("。")
    lines = [matter.title for matter in matters]
    entry = search_entry(site, record, lines, record.place, record.date)
    return record_page(site, record, "round.html", "rounds", description, values, entry)
