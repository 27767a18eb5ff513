"""Places: the tree, and each place with its bodies, matters, meetings, rounds, rules, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.facts.caseload import in_
from yizhan.facts.overview import merged_or_split
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.vocabulary import Family, Kind
from yizhan.pages import body, claims, honour, meeting, points, rule
from yizhan.pages import round as rounds
from yizhan.pages.frame import record_page
from yizhan.pages.links import FOLDERS, Link, link_to, url_of
from yizhan.pages.matter_lists import Choice, RowCache, roots
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.reading_day import late_of
from yizhan.pages.record_lists import Row, also
from yizhan.pages.related import search_entry
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording.deadline import late_matters

_NODES = 300
"""Places that the tree shows at once; a larger tree shows fewer levels, the rest lies deeper."""
_MATTERS = 6
_ROWS = 5
"""Rows of each block on a place's page."""


class Node(NamedTuple):
    """A place in the tree."""

    link: Link
    level: str
    matters: int
    children: tuple[Node, ...]


class PlaceBlock(NamedTuple):
    """Records of one kind on a place's page."""

    title: str
    rows: tuple[Row, ...]
    total: int
    more: str


_ROW_OF = {
    Kind.MEETING: meeting.row,
    Kind.RULE: rule.row,
    Kind.BODY: body.row,
    Kind.ROUND: rounds.row,
    Kind.SCHEME: points.scheme_row,
    Kind.BATCH: points.batch_row,
    Kind.HONOUR: honour.row,
    Kind.CLAIMS: claims.row,
}
"""What a place's page shows besides matters, in this order."""


def pages(site: Site) -> Iterator[Draft]:
    """One page a place."""
    make = partial(page, site, RowCache(site))
    for place in site.archive.of(Place):
        yield Draft(url_of(place, site.lang), make, place)


def slots(site: Site) -> Iterator[Slot]:
    """The tree of all places."""
    url = site.url("places/")
    examples = [place for place in site.archive.of(Place) if place.parent is None and place.example]
    content = render(
        "place_tree.html",
        url,
        site.lang,
        nodes=tree(site, roots(site)),
        examples=tree(site, examples),
        also=also(site, Kind.PLACE),
        as_of=site.as_of,
        example_day=site.example_day,
    )
    yield Slot(url, "places", content)


def tree(site: Site, tops: Sequence[Place]) -> tuple[Node, ...]:
    """The places below some, as deep as the tree stays readable."""
    depth, level, seen = 0, list(tops), len(tops)
    while level:
        level = [child for place in level for child in site.archive.children(place.id)]
        seen += len(level)
        if seen > _NODES:
            break
        depth += 1
    return tuple(_node(site, place, depth) for place in tops)


def _node(site: Site, place: Place, depth: int) -> Node:
    below = site.archive.children(place.id) if depth > 0 else ()
    return Node(
        link_to(place, site.lang),
        site.words.title(place.level),
        len(site.overview.by_place.get(place.id, ())),
        tuple(_node(site, child, depth - 1) for child in below),
    )


def page(site: Site, rows: RowCache, place: Place) -> Page:
    """The page of one place."""
    matters, still = site.overview.by_place.get(place.id, []), site.stands_still(place)
    url = url_of(place, site.lang)
    families = Counter(
        state.family for matter in matters if not merged_or_split(state := site.states[matter.id])
    )
    successors = [
        record
        for record, reference in site.archive.referrers(place.id)
        if isinstance(record, Place) and reference.pointer[:1] == ("predecessors",)
    ]
    values: dict[str, Any] = {
        "place": place,
        "line": site.line(place.id)[:-1],
        "children": tree(site, site.archive.children(place.id)),
        "predecessors": site.links(place.predecessors),
        "successors": site.links_to(successors),
        "families": tuple(_choices(site, families)),
        "matters": rows.html(matters[:_MATTERS], url) if matters else Markup(""),
        "matter_count": len(matters),
        "late": _late(site, matters) if still else "",
        "late_of": "" if still else late_of(_deadlines(site, matters)),
        "all": site.url(f"matters/place/{place.id}/"),
        "blocks": tuple(_blocks(site, place)),
    }
    line = " ".join(link.title for link in site.line(place.id)[-3:])
    number = site.words.n_("{n} 件事项", len(matters))
    description = site.words._("{line}：{number}。", line=line, number=number)
    lines = [site.words.title(place.level), place.code, *place.aliases]
    entry = search_entry(site, place, lines, place.id)
    return record_page(site, place, "place.html", "places", description, values, entry)


def _late(site: Site, matters: Sequence[Matter]) -> str:
    """How many of the example village's matters are late; empty where none is."""
    number = sum(site.states[matter.id].late_days > 0 for matter in matters)
    return late_matters(site.words, number) if number else ""


def _deadlines(site: Site, matters: Sequence[Matter]) -> Iterator[date]:
    for matter in matters:
        due = site.states[matter.id].due
        if due is not None:
            yield due.day


def _choices(site: Site, families: Counter[Family]) -> Iterator[Choice]:
    for family in Family:
        if families[family]:
            yield Choice("", site.words.title(family), families[family], f"yz-f-{family}")


def _blocks(site: Site, place: Place) -> Iterator[PlaceBlock]:
    for kind, row in _ROW_OF.items():
        found = in_(site.caseload.within, kind, place.id)
        if found:
            yield PlaceBlock(
                site.words.kinds(kind),
                tuple(row(site, record) for record in _nearest(site, place, kind, found)),
                len(found),
                site.url(f"{FOLDERS[kind]}place/{place.id}/"),
            )


def _nearest(site: Site, place: Place, kind: Kind, found: Sequence[Record]) -> Sequence[Record]:
    """For kinds without a date, those of the place itself before those below it."""
    if kind not in (Kind.BODY, Kind.RULE, Kind.SCHEME):
        return found[:_ROWS]
    own = in_(site.caseload.here, kind, place.id)
    names = {record.id for record in own}
    return [*own, *(record for record in found if record.id not in names)][:_ROWS]
