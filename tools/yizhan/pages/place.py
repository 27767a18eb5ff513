"""Places: the tree, and each place with its bodies, matters, meetings, rounds, rules, claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.facts.caseload import in_
from yizhan.facts.overview import Tally
from yizhan.facts.succession import (
    gone,
    has_come,
    heirs,
    predecessors,
    still_to_end,
    successors,
    whose,
)
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind
from yizhan.pages import body, claims, honour, meeting, points, rule
from yizhan.pages import round as rounds
from yizhan.pages.frame import record_page
from yizhan.pages.links import FOLDERS, Link, link_to, url_of
from yizhan.pages.matter_lists import RowCache, family_choices, roots
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.reading_day import late_of
from yizhan.pages.record_lists import Row, also
from yizhan.pages.related import search_entry
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.pages.struck_lists import listed
from yizhan.wording.deadline import late_matters
from yizhan.wording.succession import DISSOLVED, end_label, place_gone, which_place_unsaid

_NODES = 300
"""Places that the tree shows at once; a larger tree shows fewer levels, the rest lies deeper."""
_MATTERS = 6
_ROWS = 5
"""Rows of each block on a place's page."""


class Node(NamedTuple):
    """A place in the tree.

    Attributes:
        inherited: how many open matters came with places that are gone.
        was: what the line said before the place was corrected, by what leads to the root.
    """

    link: Link
    level: str
    matters: int
    inherited: int
    children: tuple[Node, ...]
    was: Callable[[str], Markup]


class Inherited(NamedTuple):
    """What came with a place that became part of another.

    Attributes:
        link: to its own page, with its history.
        open: how many of its matters that the new place is known to have are not closed.
        matters: those of them that are shown.
        unsaid: of a place that became several: how many open matters nobody is recorded to have
            taken over; empty where there are none.
        blocks: its rules and bodies.
    """

    link: Link
    open: int
    matters: Markup
    unsaid: str
    more: str
    blocks: tuple[PlaceBlock, ...]


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
        _level(site, place),
        len(site.overview.by_place.get(place.id, ())),
        sum(
            here == place.id
            for each in _before(site, place)
            for here in _owners(site, each).values()
        ),
        tuple(_node(site, child, depth - 1) for child in below),
        listed(site, place),
    )


def _level(site: Site, place: Place) -> str:
    """How far down a place is, and that it is no more."""
    level = site.words.title(place.level)
    ended = gone(place, site.day_of(place))
    return f"{level} · {site.words.say(DISSOLVED)}" if ended else level


def page(site: Site, rows: RowCache, place: Place) -> Page:
    """The page of one place."""
    tally, still = site.overview.of_place.get(place.id, Tally()), site.stands_still(place)
    first = site.overview.by_place[place.id][:_MATTERS] if tally.total else ()
    url = url_of(place, site.lang)
    later, earlier = successors(site.archive, place), predecessors(site.archive, place)
    ended = gone(place, site.day_of(place))
    values: dict[str, Any] = {
        "place": place,
        "end_label": end_label(site.words, place, site.day_of(place)),
        "still_to_end": still_to_end(place, site.day_of(place)),
        "line": site.line(place.id)[:-1],
        "children": tree(site, site.archive.children(place.id)),
        "predecessors": site.links(place.predecessors),
        "taken_over": site.links_to(
            each
            for each in earlier
            if each.id not in place.predecessors and has_come(each, site.day_of(place))
        ),
        "successors": site.links_to(later),
        "gone": place_gone(site.words, place, leads_on=bool(later)) if ended else "",
        "inherited": tuple(
            _inherited(site, rows, url, each, place) for each in _before(site, place)
        ),
        "families": family_choices(site.words, tally),
        "matters": rows.html(first, url),
        "matter_count": tally.total,
        "late": late_matters(site.words, tally.late) if still and tally.late else "",
        "late_of": "" if still else late_of(tally.days),
        "all": site.url(f"matters/place/{place.id}/"),
        "blocks": tuple(_blocks(site, place)),
    }
    line = " ".join(link.title for link in site.line(place.id)[-3:])
    number = site.words.n_("{n} 件事项", tally.total)
    description = site.words._("{line}：{number}。", line=line, number=number)
    lines = [site.words.title(place.level), place.code, *place.aliases]
    entry = search_entry(site, place, lines, place.id)
    return record_page(site, place, "place.html", "places", description, values, entry)


def _before(site: Site, place: Place) -> tuple[Place, ...]:
    """The places that a place came from, theirs, and so on; those that are gone."""
    found: dict[str, Place] = {}
    waiting = list(predecessors(site.archive, place))
    while waiting:
        each = waiting.pop(0)
        if each.id not in found and each.id != place.id:
            found[each.id] = each
            waiting.extend(predecessors(site.archive, each))
    return tuple(each for each in found.values() if gone(each, site.day_of(each)))


def _inherited(site: Site, rows: RowCache, url: str, place: Place, now: Place) -> Inherited:
    """What a dissolved place left to one that goes on: open matters, rules, bodies, and its page."""
    owners = _owners(site, place)
    own = [each for each, whose in owners.items() if whose == now.id]
    unsaid = sum(whose is None for whose in owners.values())
    return Inherited(
        link_to(place, site.lang),
        len(own),
        rows.html(own[:_MATTERS], url) if own else Markup(""),
        which_place_unsaid(site.words, unsaid) if unsaid else "",
        site.url(f"matters/place/{place.id}/"),
        tuple(_blocks(site, place, (Kind.RULE, Kind.BODY))),
    )


def _owners(site: Site, place: Place) -> dict[str, str | None]:
    """The open matters of a dissolved place: in which of those that it became each is now."""
    several = heirs(site.archive, place, site.day_of(place))
    found = {}
    for each in site.overview.by_place.get(place.id, ()):
        handler, still_open = site.summary(each).handler, site.summary(each).open
        if still_open:
            bodies = (handler, *(site.states[each].joint if len(several) > 1 else ()))
            found[each] = whose(site.archive, several, bodies)
    return found


def _blocks(
    site: Site, place: Place, kinds: Collection[Kind] = frozenset(_ROW_OF)
) -> Iterator[PlaceBlock]:
    for kind, row in _ROW_OF.items():
        found = in_(site.caseload.within, kind, place.id)
        if found and kind in kinds:
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
