"""Claims: what an office claims, beside what the records themselves count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any, NamedTuple

from yizhan.facts.caseload import in_
from yizhan.model.claims import Claim, Claims, Share
from yizhan.model.dates import PartialDate
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.vocabulary import Family, Kind, Measure
from yizhan.pages.frame import record_page
from yizhan.pages.links import Link, url_of
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
from yizhan.wording.claims import AT_LEAST, CONTRADICTS, own_figures
from yizhan.wording.words import Words


class ClaimView(NamedTuple):
    """A claim as the page shows it.

    Attributes:
        value: the claimed figure with its unit.
        arithmetic: what the claim's own figures give, where it says them.
        wrong: whether they contradict the claimed percentage.
        own: what the records count; a link to them.
        differs: whether that is another number.
    """

    claim: Claim
    value: str
    arithmetic: str
    wrong: bool
    own: Link | None
    differs: bool


def pages(site: Site) -> Iterator[Draft]:
    """Lists by year and place, and one page each."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site)
    for each in site.archive.of(Claims):
        yield Draft(url_of(each, site.lang), make, each)


def slots(site: Site) -> Iterator[Slot]:
    """The first page of all claims."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    return lists_of(
        site,
        Section(
            Kind.CLAIMS,
            "claims",
            _("单位或报道所说的数字，照录并写明出处；能对照的，把本站记录数出来的数放在旁边。"),
            _("还没有通报数字。"),
        ),
    )


def row(site: Site, record: Record) -> Row:
    """Claims in a list."""
    assert isinstance(record, Claims)
    words = site.words
    wrong = any(contradicted(claim.share) for claim in record.claims)
    return plain_row(
        site,
        record,
        Fact(words.period(record.start, record.end)),
        place_fact(site, record.place),
        Fact(words.n_("{n} 项数字", len(record.claims))),
        mark="yz-f-late" if wrong else "",
        word=words.say(CONTRADICTS) if wrong else "",
    )


def page(site: Site, record: Claims) -> Page:
    """The page of one record of claims."""
    values: dict[str, Any] = {
        "line": site.line(record.place),
        "by": site.link(record.by),
        "comparable": any(claim.measure is not None for claim in record.claims),
        "claims": tuple(claim_view(site, record, claim) for claim in record.claims),
        "related": related(site, record),
    }
    place = site.where(record.place)
    description = site.words._("{place}：{title}。", place=place, title=record.title)
    lines = [part for claim in record.claims for part in (claim.title, claim.note)]
    entry = search_entry(site, record, lines, record.place, record.end)
    return record_page(site, record, "claims.html", "claims", description, values, entry)


def claim_view(site: Site, record: Claims, claim: Claim) -> ClaimView:
    """A claim with what its own figures give and what the records count."""
    own = own_count(site, record, claim.measure) if claim.measure is not None else None
    link = None
    if own is not None and claim.measure is not None:
        link = Link(_list_url(site, record, claim.measure, own), site.words.number(own))
    differs = own is not None and claim.value is not None and own != claim.value
    return ClaimView(
        claim,
        _value(site.words, claim),
        _arithmetic(site.words, claim.share),
        contradicted(claim.share),
        link,
        differs,
    )


def _value(words: Words, claim: Claim) -> str:
    if claim.value is None:
        return f"{plain(claim.share.percent)}%" if claim.share is not None else ""
    number = f"{Decimal(str(claim.value)).normalize():,f}"
    return words.say(AT_LEAST, number=number) if claim.at_least else number


def plain(value: float) -> str:
    """A figure as the source writes it, without a needless ``.0``."""
    return f"{Decimal(str(value)).normalize():f}"


def given(share: Share) -> Decimal | None:
    """What a share's own figures give, half rounded up to as many places as it is claimed with."""
    if share.numerator is None or not share.denominator:
        return None
    places = Decimal(1).scaleb(-max(1, len(plain(share.percent).partition(".")[2])))
    exact = Decimal(100 * share.numerator) / Decimal(share.denominator)
    return exact.quantize(places, ROUND_HALF_UP)


def contradicted(share: Share | None) -> bool:
    """Whether a claimed percentage is not what its own figures give.

    A source may round to whole percents: both are rounded to the places of the claim.
    """
    if share is None or share.numerator is None or not share.denominator:
        return False
    claimed = Decimal(plain(share.percent))
    places = Decimal(1).scaleb(-len(plain(share.percent).partition(".")[2]))
    exact = Decimal(100 * share.numerator) / Decimal(share.denominator)
    return exact.quantize(places, ROUND_HALF_UP) != claimed


def _arithmetic(words: Words, share: Share | None) -> str:
    result = given(share) if share is not None else None
    if share is None or share.numerator is None or share.denominator is None or result is None:
        return ""
    return own_figures(
        words,
        plain(share.percent),
        share.numerator,
        share.denominator,
        f"{result:f}",
        contradicted=contradicted(share),
    )


def own_count(site: Site, record: Claims, measure: Measure) -> int:
    """What the records count for the claims' place and period."""
    match measure:
        case Measure.MATTERS | Measure.MATTERS_CONFIRMED:
            return _matters(site, record, measure)
        case Measure.MEETINGS:
            found = in_(site.caseload.within, Kind.MEETING, record.place)
            return sum(
                isinstance(each, Meeting)
                and each.held
                and not each.date.surely_after(site.day_of(each))
                and _within(record, each.date)
                for each in found
            )
        case Measure.ROUNDS:
            found = in_(site.caseload.within, Kind.ROUND, record.place)
            return sum(isinstance(each, Round) and _within(record, each.date) for each in found)
        case Measure.HONOURS:
            found = in_(site.caseload.within, Kind.HONOUR, record.place)
            honours = [each for each in found if isinstance(each, Honour)]
            return sum(each.count or 0 for each in honours if _within(record, each.date))


def _matters(site: Site, record: Claims, measure: Measure) -> int:
    count = 0
    for identifier in site.overview.by_place.get(record.place, ()):
        matter = site.summary(identifier)
        if measure is Measure.MATTERS:
            count += _within(record, matter.raised)
        elif matter.family is Family.CONFIRMED and matter.closed_on is not None:
            count += _within(record, matter.closed_on)
    return count


def _within(record: Claims, day: PartialDate) -> bool:
    """Whether some reading of a date lies in the claims' period."""
    starts = record.start is None or day.latest >= record.start.earliest
    return starts and day.earliest <= record.end.latest


_LISTS = {
    Measure.MATTERS: "matters/",
    Measure.MATTERS_CONFIRMED: "matters/",
    Measure.MEETINGS: "meetings/",
    Measure.ROUNDS: "rounds/",
    Measure.HONOURS: "honours/",
}


def _list_url(site: Site, record: Claims, measure: Measure, own: int) -> str:
    """The list of the place that the count was made from; the place itself where it is empty."""
    if not own:
        return site.url(f"places/{record.place}/")
    return site.url(f"{_LISTS[measure]}place/{record.place}/")
