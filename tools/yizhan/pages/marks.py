"""The mark of an irregular act: at the thing itself, in lists, and in what search shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from yizhan.checks import with_codes
from yizhan.facts.irregular import State, acts_of, state_on
from yizhan.facts.resting import Ground, grounds
from yizhan.facts.settled import weighed
from yizhan.model.record import Irregularity, Record
from yizhan.model.text import Text
from yizhan.pages.links import Link, link_to, url_of
from yizhan.pages.page import SearchEntry
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording.irregular import Mark, badge, mark, resting_badge

ROOT = "irregular/"
"""The page of all of them."""


def marks(site: Site, record: Record) -> Callable[[Iterable[Irregularity]], Markup]:
    """What writes the marks of a list of acknowledgments on a record's page."""

    def write(said: Iterable[Irregularity]) -> Markup:
        views = tuple(mark_of(site, record, each) for each in said)
        url = url_of(record, site.lang)
        html = render("irregular_marks.html", url, site.lang, marks=views, list=site.url(ROOT))
        return Markup(html)  # noqa: S704 - it is rendered

    return write


def mark_of(site: Site, record: Record, said: Irregularity, day: date | None = None) -> Mark:
    """What is said of one acknowledgment of a record, on the site's day or another."""

    def title(identifier: str) -> str:
        body = site.archive.body(identifier)
        return body.title if body is not None else identifier

    resolved_by = title(said.resolution.by) if said.resolution is not None else ""
    check = with_codes((said.code,))
    about = check[0].title if check else Text(said.code, said.code)
    said = weighed(said, record, site.archive)
    return mark(site.words, said, day or site.day_of(record), about, title(said.by), resolved_by)


class Resting(NamedTuple):
    """What a record rests on that is irregular: its own mark, and where it is."""

    link: Link
    mark: Mark


def resting_on(site: Site, record: Record) -> tuple[Resting, ...]:
    """The marks of everything irregular of other records that a record rests on."""
    day = site.day_of(record)
    return tuple(
        Resting(link_to(ground.record, site.lang), mark_of(site, ground.record, ground.said, day))
        for ground in backed(site, record)
    )


def backed(site: Site, record: Record) -> Iterator[Ground]:
    """What a record rests on, less what nothing backs any more."""
    day = site.day_of(record)
    for ground in grounds(record, site.archive):
        if state_on(ground.said, day) is not State.UNBACKED:
            yield ground


def badges(site: Site, record: Record) -> tuple[str, ...]:
    """In a few words, what is irregular of a record and of what it rests on, each once."""
    day = site.day_of(record)
    acts = (weighed(act.said, record, site.archive) for act in acts_of(record))
    found = [site.words.label(badge(said, day)) for said in acts]
    found += (site.words.label(resting_badge(each.said, day)) for each in backed(site, record))
    return tuple(dict.fromkeys(found))


def marked_entry(site: Site, record: Record, entry: SearchEntry | None) -> SearchEntry | None:
    """What search shows of a record, with what is irregular of it."""
    said = badges(site, record) if entry is not None else ()
    if entry is None or not said:
        return entry
    status = " · ".join(each for each in (entry.meta.get("status", ""), *said) if each)
    return replace(
        entry, text="\n".join((entry.text, *said)), meta={**entry.meta, "status": status}
    )
