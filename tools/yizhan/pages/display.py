"""Now on display 正在公示: what may be objected to, where, to whom and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from yizhan.facts.display import RECENT_DAYS, OnDisplay, Subject, displays
from yizhan.pages.links import Link, link_to
from yizhan.pages.page import Slot
from yizhan.pages.reading_day import until
from yizhan.pages.rendering import render
from yizhan.pages.site import Site
from yizhan.wording.deadline import display_left
from yizhan.wording.words import Words

ROOT = "display/"


class Board(NamedTuple):
    """What is on display in real places, or in the example village."""

    now: tuple[Shown, ...]
    coming: tuple[Shown, ...]
    recent: tuple[Shown, ...]


class Shown(NamedTuple):
    """A publicity period as the page shows it.

    Attributes:
        what: what sort of thing is on display.
        may: what residents may do about it.
        left: until when, or in the example village how much time is left; empty once it is over.
        dates: attributes for the script, which says how much time is left.
        body: a link to the body that objections go to, where the record names one.
        came: what came in, where the record says it.
    """

    each: OnDisplay
    link: Link
    what: str
    may: str
    left: str
    dates: Markup
    body: Link | None
    came: str


def slots(site: Site) -> Iterator[Slot]:
    """The whole page, for ``docs/display.md``."""
    url = site.url(ROOT)
    found = displays(site.archive, site.as_of)
    content = render(
        "on_display.html",
        url,
        site.lang,
        as_of=site.as_of,
        example_day=site.example_day,
        days=RECENT_DAYS,
        boards=tuple(
            Board(
                *(
                    _shown(site, each, example=example)
                    for each in (found.now, found.coming, found.recent)
                )
            )
            for example in (False, True)
        ),
    )
    yield Slot(url, "display", content)


def _shown(site: Site, found: tuple[OnDisplay, ...], *, example: bool) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            each,
            link_to(each.record, site.lang),
            _what(site.words, each.subject),
            _may(site.words, each.subject),
            _left(site, each),
            _dates(site, each),
            site.link(each.body),
            _came(site.words, each),
        )
        for each in found
        if each.record.example is example
    )


def _what(words: Words, subject: Subject) -> str:
    _ = words._
    return {
        Subject.POST: _("人选公示"),
        Subject.POINTS: _("积分公示"),
        Subject.HONOUR: _("评选公示"),
        Subject.RULE: _("规约公示"),
        Subject.CONSULTATION: _("征求意见"),
        Subject.AMENDMENT: _("修订公布"),
        Subject.DECISION: _("决议公示"),
        Subject.RESULT: _("实施结果公示"),
    }[subject]


def _may(words: Words, subject: Subject) -> str:
    _ = words._
    return {
        Subject.POST: _("对人选合不合适、推选合不合规矩，可以提出异议。"),
        Subject.POINTS: _("对加分、扣分和兑换，可以提出异议。"),
        Subject.HONOUR: _("对候选对象符不符合条件，可以提出异议。"),
        Subject.RULE: _("对通过的程序和内容，可以提出异议。"),
        Subject.CONSULTATION: _("草案还没有定，逐条都可以提意见。"),
        Subject.AMENDMENT: _("对通过的程序和内容，可以提出异议。"),
        Subject.DECISION: _("对会议的程序和决定，可以提出异议。"),
        Subject.RESULT: _("对做得怎么样、花得怎么样，可以提出异议。"),
    }[subject]


def _left(site: Site, each: OnDisplay) -> str:
    words = site.words
    if each.start.surely_after(site.day_of(each.record)):
        return words._("{day} 开始", day=words.date(each.start))
    if not each.covers(site.day_of(each.record)):
        return ""
    days = each.days_left(site.day_of(each.record))
    if days is None:
        return words._("哪一天截止没有写明")
    if site.stands_still(each.record):
        return display_left(words, days)
    return words._("{day} 为止", day=words.date(each.end))


def _dates(site: Site, each: OnDisplay) -> Markup:
    given = until(site, each.record, each.end, site.words._("公示期满"))
    if given and each.start.day is not None and each.end.day is not None:
        given += Markup(' data-from="{}"').format(each.start.day)
    return given


def _came(words: Words, each: OnDisplay) -> str:
    if each.objections is None:
        return ""
    if each.subject is Subject.CONSULTATION:
        return words.n_("收到意见 {n} 条", each.objections)
    if each.objections:
        return words.n_("收到异议 {n} 条", each.objections)
    return words._("没有收到异议")
