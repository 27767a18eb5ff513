"""Amendments: what each changes, article by article, and its way from draft to effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from yizhan.facts.irregular import rests_on
from yizhan.facts.redline import Piece, redline
from yizhan.facts.rule_end import bound, end_of
from yizhan.facts.rule_text import RestsOn, Wording, apply, text_before, text_on
from yizhan.facts.rule_turns import amendment_turns, place_turns, resolved_on
from yizhan.model.amendment import Amendment, Change, DossierEntry
from yizhan.model.meeting import Meeting
from yizhan.model.record import Record
from yizhan.model.rule import Article, Rule
from yizhan.model.vocabulary import DossierStage, Kind, Operation
from yizhan.pages.frame import record_page
from yizhan.pages.links import FOLDERS, Link, url_of
from yizhan.pages.minutes import Part, vote_parts
from yizhan.pages.page import Draft, Page
from yizhan.pages.reading_day import ONE_DAY, until
from yizhan.pages.record_lists import (
    Fact,
    RecordList,
    Row,
    Section,
    day_fact,
    list_pages,
    lists_of,
    place_fact,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site
from yizhan.pages.source_views import SourceView, source_view
from yizhan.pages.standing import Standing, body_title, place_that_ends, standing
from yizhan.pages.struck_lists import never, part_listed
from yizhan.wording import numerals
from yizhan.wording.rule import TONES, amendment_status


class ChangeView(NamedTuple):
    """One changed article.

    Attributes:
        number: its number in the text that it stands in, old for a repeal, new otherwise.
        anchor: where it stands on the rule's page, which shows the text in force.
        old: the old wording with what goes marked; None for a new article.
        new: the new wording with what comes marked; None for a repeal.
    """

    change: Change
    number: str
    title: str
    anchor: str
    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None


class StationView(NamedTuple):
    """One entry of the dossier.

    Attributes:
        parts: of the tally in the meeting's minutes.
        was: what the minutes said before they were corrected, by what leads to the root.
    """

    entry: DossierEntry
    mark: str
    body: Link | None
    meeting: Link | None
    parts: tuple[Part, ...]
    was: Callable[[str], Markup]
    ahead: bool
    not_yet: Markup
    open: bool
    until: Markup
    sources: tuple[SourceView, ...]


_MARKS = {stage: f"yz-f-{tone}" for stage, tone in TONES.items()}


def pages(site: Site) -> Iterator[Draft]:
    """Lists by year and place, and one page an amendment."""
    _ = site.words._
    section = Section(
        Kind.AMENDMENT,
        "rules",
        _("规约的每一次修订：改了哪几条，为什么改，走到哪一步。"),
        _("还没有修订记录。"),
    )
    lists = _with_way_up(site, lists_of(site, section))
    yield from list_pages(site, lists, lambda record: row(site, record))
    make = partial(page, site)
    for amendment in site.archive.of(Amendment):
        rule = site.archive.get(Rule, amendment.rule)
        if rule is not None:
            yield Draft(url_of(amendment, site.lang), make, amendment, rule)


def _with_way_up(site: Site, lists: Iterator[RecordList]) -> Iterator[RecordList]:
    """The list of all amendments has a page of its own, below that of the rules."""
    for number, found in enumerate(lists):
        if number == 0:
            up = Link(site.url(FOLDERS[Kind.RULE]), site.words.kinds(Kind.RULE))
            yield found.below(up)
        else:
            yield found


def row(site: Site, record: Record) -> Row:
    """An amendment in a list."""
    assert isinstance(record, Amendment)
    found = progress_of(site, record)
    rule = site.archive.get(Rule, record.rule)
    return plain_row(
        site,
        record,
        day_fact(site, record),
        place_fact(site, rule.place if rule is not None else None),
        Fact(found.sentence, until=found.then),
        mark=found.mark,
        word=found.word,
        until=found.until,
    )


def progress_of(site: Site, amendment: Amendment) -> Standing:
    """How far an amendment has come on the site's day."""
    rule = site.archive.get(Rule, amendment.rule)
    assert rule is not None
    irregular = rests_on(amendment, site.archive)
    place = place_that_ends(site, rule.place)
    name = partial(body_title, site)
    said = partial(
        amendment_status,
        site.words,
        rule,
        amendment,
        rests_on=irregular,
        place=place,
        name=name,
        end=end_of(rule, site.archive),
    )
    turns = (
        *amendment_turns(bound(rule, site.archive), amendment),
        *resolved_on(irregular),
        *place_turns(place),
    )
    return standing(site, amendment, said, turns)


def resting(site: Site) -> RestsOn:
    """What is irregular of an amendment and of its votes."""
    return partial(rests_on, archive=site.archive)


def page(site: Site, amendment: Amendment, rule: Rule) -> Page:
    """The page of one amendment."""
    found = progress_of(site, amendment)
    values: dict[str, Any] = {
        "amendment": amendment,
        "rule": site.link(rule.id),
        "line": site.line(rule.place),
        "status": found,
        "changes": tuple(_changes(site, amendment, rule)),
        "stations": tuple(_stations(site, amendment)),
        "consultation": _consultation(site, amendment),
        "consulter": _consulter(site, amendment),
        "until": _until(site, amendment),
        "matters": site.links(amendment.matters),
        "related": related(site, amendment),
    }
    lines = [part for each in amendment.changes for part in (each.title, each.text, each.reason)]
    lines += [each.note for each in amendment.dossier]
    day = amendment.dossier[-1].date if amendment.dossier else None
    entry = search_entry(site, amendment, lines, rule.place, day, found.word)
    description = site.words._(
        "{title}：{status}{sentence}",
        title=amendment.title,
        status=found.word + site.words._("。"),
        sentence=found.sentence,
    )
    return record_page(site, amendment, "amendment.html", "rules", description, values, entry)


def _consultation(site: Site, amendment: Amendment) -> DossierEntry | None:
    """The consultation that is open on the site's day."""
    for each in reversed(amendment.dossier):
        if each.stage is DossierStage.CONSULTATION and _open(site, amendment, each):
            return each
    return None


def _until(site: Site, amendment: Amendment) -> Markup:
    """Attributes for what is said only while opinions are asked for."""
    found = _consultation(site, amendment)
    last = found.until if found is not None else None
    return until(site, amendment, last, "")


def _open(site: Site, amendment: Amendment, entry: DossierEntry) -> bool:
    rule = site.archive.get(Rule, amendment.rule)
    end = end_of(rule, site.archive) if rule is not None else None
    if end is not None and end.day.latest < site.day_of(amendment):
        return False
    return (
        entry.until is not None
        and not entry.date.surely_after(site.day_of(amendment))
        and entry.until.latest >= site.day_of(amendment)
    )


def _consulter(site: Site, amendment: Amendment) -> Link | None:
    found = _consultation(site, amendment)
    return site.link(found.body) if found is not None else None


def _changes(site: Site, amendment: Amendment, rule: Rule) -> Iterator[ChangeView]:
    amendments = [
        record
        for record, reference in site.archive.referrers_of(Amendment, rule.id)
        if reference.pointer == ("rule",)
    ]
    now = text_on(bound(rule, site.archive), amendments, site.day_of(rule), resting(site))
    before = text_before(rule, amendments, amendment, resting(site))
    after, _conflicts = apply(before, amendment)
    for change in amendment.changes:
        was, will = before.find(change.article), after.find(change.article)
        old: tuple[Piece, ...] | None
        new: tuple[Piece, ...] | None
        if change.operation is Operation.REPEAL:
            old, new = _whole(was.text if was is not None else ""), None
        elif change.operation is Operation.INSERT or was is None:
            old, new = None, _whole(change.text or "")
        else:
            old, new = redline(was.text, change.text or "")
        article = will or was
        number = _number(after if will else before, change.article)
        anchor = f"#{change.article}" if now.find(change.article) is not None else ""
        yield ChangeView(change, number, _title(article), anchor, old, new)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, changed=True),)


def _title(article: Article | None) -> str:
    return article.title or "" if article is not None else ""


def _number(wording: Wording, key: str) -> str:
    keys = [article.key for article in wording.articles()]
    return numerals.article(keys.index(key) + 1) if key in keys else ""


def _stations(site: Site, amendment: Amendment) -> Iterator[StationView]:
    for entry in amendment.dossier:
        parts, was = _vote(site, amendment, entry)
        yield StationView(
            entry=entry,
            mark=_MARKS[entry.stage],
            body=site.link(entry.body),
            meeting=site.link(entry.meeting),
            parts=parts,
            was=was,
            ahead=entry.date.surely_after(site.day_of(amendment)),
            not_yet=until(site, amendment, entry.date.earliest - ONE_DAY, ""),
            open=entry.stage is DossierStage.CONSULTATION and _open(site, amendment, entry),
            until=until(site, amendment, entry.until, ""),
            sources=tuple(source_view(source) for source in entry.sources),
        )


_NO_VOTE: tuple[tuple[Part, ...], Callable[[str], Markup]] = ((), never)


def _vote(
    site: Site, amendment: Amendment, entry: DossierEntry
) -> tuple[tuple[Part, ...], Callable[[str], Markup]]:
    """The tally of the meeting's decision on this amendment, and what writes what it said before."""
    meeting = site.archive.get(Meeting, entry.meeting)
    if meeting is None or entry.stage is not DossierStage.VOTE:
        return _NO_VOTE
    for item in meeting.agenda:
        if amendment.id in item.amendments:
            for decision in item.decisions:
                if decision.vote is not None:
                    parts = vote_parts(site.words, meeting, decision)
                    return parts, part_listed(site, meeting, decision.vote)
    return _NO_VOTE
