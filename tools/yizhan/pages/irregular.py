"""Irregular acts 不合规的事: all of them on one page, by what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from yizhan.checks.shared.acknowledged import INSIDE, NUMBERED
from yizhan.checks.shared.contents import when
from yizhan.facts.irregular import Act, State, all_acts, state_on
from yizhan.loading.late_entries import may_be_moved
from yizhan.loading.schemas import load_vocabulary
from yizhan.pages.corrections import item_named
from yizhan.pages.links import Link, link_to
from yizhan.pages.marks import ROOT, mark_of
from yizhan.pages.page import Slot
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording.irregular import NOTHING, OF, STATE_TITLE, STATES, Mark


class Place(NamedTuple):
    """An item of a list, for residents: by its number, and its title or wording.

    Attributes:
        said: which list, and the number in it; what is inside another item says so.
        name: its own words, never a key; empty where it has none.
    """

    said: str
    name: str


class ActView(NamedTuple):
    """One irregular act in the list of all.

    Attributes:
        what: the kind of record.
        day: on which what the record is of happened; empty where it has no day.
        where: which thing of the record it is; empty where it is all of it.
    """

    link: Link
    what: str
    day: str
    where: tuple[Place, ...]
    mark: Mark


class Group(NamedTuple):
    """The acts of which one thing became, real ones first."""

    title: str
    acts: tuple[ActView, ...]


def slots(site: Site) -> Iterator[Slot]:
    """The whole page, for ``docs/irregular.md``."""
    url = site.url(ROOT)
    found = [
        act for act in all_acts(site.archive, site.overview.irregular) if site.shows(act.record)
    ]
    boards = tuple(
        (example, tuple(_groups(site, [each for each in found if each.record.example is example])))
        for example in (False, True)
    )
    content = render(
        "irregular.html",
        url,
        site.lang,
        boards=[(example, groups) for example, groups in boards if groups],
        states=site.words.say(STATES),
        nothing=site.words.say(NOTHING),
        example_day=site.example_day,
    )
    yield Slot(url, "irregular", content)


def counts(site: Site, *, example: bool) -> tuple[str, ...]:
    """How many acts there are of which one thing became, in real records or in those of the example."""
    found = Counter(
        state_on(act.said, site.day_of(act.record))
        for act in all_acts(site.archive, site.overview.irregular)
        if act.record.example is example and site.shows(act.record)
    )
    return tuple(
        site.words.label(OF, what=STATE_TITLE[state], n=found[state])
        for state in State
        if found[state]
    )


def _groups(site: Site, acts: list[Act]) -> Iterator[Group]:
    views = [_view(site, act) for act in sorted(acts, key=_newest_first)]
    for state in State:
        own = tuple(view for view in views if view.mark.state is state)
        if own:
            title = site.words.label(OF, what=STATE_TITLE[state], n=len(own))
            yield Group(title, own)


def _newest_first(act: Act) -> tuple[int, str]:
    return -act.said.date.latest.toordinal(), act.record.id


def _view(site: Site, act: Act) -> ActView:
    happened = when(act.record)
    return ActView(
        link_to(act.record, site.lang),
        site.words.title(act.record.kind),
        site.words.date(happened[1]) if happened is not None else "",
        tuple(_places(site, act)),
        mark_of(site, act.record, act.said),
    )


def _places(site: Site, act: Act) -> Iterator[Place]:
    """What is irregular of a record, from the outside in; nothing where it is all of it.

    A number is that of the file, and left out where items may stand elsewhere in it.
    """
    owner, vocabulary, inside = act.pointer[:-2], load_vocabulary(), False
    moved = bool(act.record.corrections) or may_be_moved(act.record)
    for end, part in enumerate(owner, 1):
        if isinstance(part, int):
            field = vocabulary.field(act.record.kind, owner[: end - 1])
            said = field if moved else NUMBERED.format(field=field, number=part + 1)
            said = INSIDE.format(outer="", inner=said) if inside else said
            yield Place(site.words.say(said), item_named(site, act.record, owner[:end]))
            inside = True
