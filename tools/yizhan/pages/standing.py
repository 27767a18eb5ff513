"""How a rule or an amendment stands: a badge and a sentence, and what the script makes of them later."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.succession import ending
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.pages.reading_day import NONE, turn, until
from yizhan.pages.site import Site
from yizhan.wording.rule import Status


class Standing(NamedTuple):
    """What is said of a record on a day, as a page shows it.

    Attributes:
        mark: class that gives the badge a colour and an icon.
        word: what the badge says.
        sentence: what it means.
        until: attributes for the script where the badge holds up to a day only.
        then: the same for the sentence.
    """

    mark: str
    word: str
    sentence: str
    until: Markup = NONE
    then: Markup = NONE


def standing(
    site: Site, record: Record, said: Callable[[date], Status], days: Iterable[date]
) -> Standing:
    """How a record stands on the site's day, and what is to be said once a later day has come.

    Args:
        site: the site.
        record: a rule or an amendment.
        said: what is said of it on a day.
        days: the days from which on something else may be said.
    """
    now = said(site.day_of(record))
    mark = _mark(now)
    turned = turn(site, record, days, said)
    if turned is None:
        return Standing(mark, now.word, now.sentence)
    last, then = turned
    return Standing(
        mark,
        now.word,
        now.sentence,
        until(site, record, last, then.word, _mark(then)),
        until(site, record, last, then.sentence) if then.sentence != now.sentence else NONE,
    )


def place_that_ends(site: Site, place: str) -> Place | None:
    """The place, or the nearest one that it lies in, whose end is recorded; None where all go on."""
    return ending(site.archive, place)


def body_title(site: Site, identifier: str) -> str:
    """What a body is called; its id where there is none."""
    body = site.archive.body(identifier)
    return identifier if body is None else body.title


def _mark(status: Status) -> str:
    return "yz-unknown" if status.tone == "unknown" else f"yz-f-{status.tone}"
