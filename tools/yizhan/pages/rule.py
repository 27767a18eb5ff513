"""Rules: lists, and each rule's text in force with its amendments and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from yizhan.facts.adoption_shown import shown
from yizhan.facts.irregular import rule_rests_on
from yizhan.facts.rule_end import NEVER_BOUND, Ended, bound, end_of
from yizhan.facts.rule_text import effect_of, in_effect, text_on
from yizhan.facts.rule_turns import place_turns, resolved_on, rule_turns
from yizhan.model.amendment import Amendment
from yizhan.model.dates import PartialDate
from yizhan.model.record import Record
from yizhan.model.rule import Article, Rule
from yizhan.model.vocabulary import Kind, ResolutionResult
from yizhan.pages.amendment import progress_of, resting
from yizhan.pages.frame import record_page
from yizhan.pages.links import Link, link_to, url_of
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
from yizhan.pages.standing import Standing, body_title, place_that_ends, standing
from yizhan.wording import numerals
from yizhan.wording.lawfulness import rule_of_decision
from yizhan.wording.rule import (
    WORDING,
    Status,
    may_have_ended,
    rule_status,
)
from yizhan.wording.rule_adoption import as_shown
from yizhan.wording.rule_without_effect import NOT_ADOPTED


class ArticleView(NamedTuple):
    """An article with its number, and the amendment that gave it its wording.

    Attributes:
        first: the same article as the rule's own record has it; None where an amendment added it.
    """

    article: Article
    number: str
    changed: Link | None
    first: Article | None


class ChapterView(NamedTuple):
    """A chapter with its number; without a title it has no heading."""

    title: str
    key: str
    articles: tuple[ArticleView, ...]


class AmendmentView(NamedTuple):
    """An amendment in the list of a rule."""

    link: Link
    standing: Standing


def pages(site: Site) -> Iterator[Draft]:
    """Lists by place, and one page a rule."""
    yield from list_pages(site, _lists(site), lambda record: row(site, record))
    make = partial(page, site)
    for rule in site.archive.of(Rule):
        yield Draft(url_of(rule, site.lang), make, rule)


def slots(site: Site) -> Iterator[Slot]:
    """All rules, for ``docs/rules/index.md``."""
    yield list_slot(site, next(_lists(site)), lambda record: row(site, record))


def _lists(site: Site) -> Iterator[RecordList]:
    _ = site.words._
    return lists_of(
        site,
        Section(
            Kind.RULE,
            "rules",
            _("大家商定、共同遵守的约定：现在施行的是什么文本，哪一条是什么时候、因为什么改的。"),
            _("还没有规约记录。"),
            by_year=False,
        ),
    )


def row(site: Site, record: Record) -> Row:
    """A rule in a list."""
    assert isinstance(record, Rule)
    found = status(site, record)
    return plain_row(
        site,
        record,
        Fact(site.words.title(record.rule_kind)),
        place_fact(site, record.place),
        Fact(site.words.title(record.wording)),
        mark=found.mark,
        word=found.word,
        until=found.until,
    )


def status(site: Site, rule: Rule) -> Standing:
    """Whether a rule is in force on the site's day."""
    irregular = rule_rests_on(rule, site.archive)
    place = place_that_ends(site, rule.place)
    name = partial(body_title, site)
    of = shown(rule, site.archive)

    def said(day: date) -> Status:
        found = rule_status(site.words, rule, day, irregular, place, name)
        return as_shown(site.words, found, of)

    turns = (*rule_turns(rule), *resolved_on(irregular), *place_turns(place))
    return standing(site, rule, said, turns)


def page(site: Site, rule: Rule) -> Page:
    """The page of one rule."""
    amendments = amendments_of(site, rule)
    found = status(site, rule)
    end, held = end_of(rule, site.archive), bound(rule, site.archive)
    never = end is not None and end.why in (Ended.NEVER, Ended.UNSETTLED)
    unbound = end is not None and end.why in NEVER_BOUND
    chapters = tuple(_chapters(site, held, amendments))
    unsure = _is_unsure(site, held, amendments)
    values: dict[str, Any] = {
        "rule": rule,
        "line": site.line(rule.place),
        "status": found,
        "ended": end is not None and end.day.latest < site.day_of(rule),
        "wording": site.words.say(NOT_ADOPTED if never else WORDING[rule.wording]),
        "chapters": chapters,
        "since": _since(site, held, amendments) if chapters and not unsure | unbound else None,
        "unsure": unsure,
        "count": sum(len(chapter.articles) for chapter in chapters),
        "amended": tuple(view for view in _amendment_views(site, amendments)),
        "adopted_by": site.link(rule.adopted.body) if rule.adopted else None,
        "adopted_at": site.link(rule.adopted.meeting) if rule.adopted else None,
        "filed_with": site.link(rule.filing.with_) if rule.filing else None,
        "matters": site.links(rule.matters),
        "decision_rules": tuple(rule_of_decision(site.words, each) for each in rule.decision_rules),
        "related": related(site, rule, (Kind.AMENDMENT,)),
    }
    articles = [view.article for chapter in chapters for view in chapter.articles]
    lines = [part for each in articles for part in (each.title, each.text)]
    entry = search_entry(site, rule, lines, rule.place, _dated(rule), found.word)
    description = site.words._(
        "{title}：{kind}。{status}",
        title=rule.title,
        kind=site.words.title(rule.rule_kind),
        status=found.sentence,
    )
    return record_page(site, rule, "rule.html", "rules", description, values, entry)


def _is_unsure(site: Site, rule: Rule, amendments: tuple[Amendment, ...]) -> bool:
    """Whether the records leave it open if an amendment whose text is shown took effect at all."""
    applied = in_effect(rule, amendments, site.day_of(rule), resting(site))
    effects = [effect for each in applied if (effect := effect_of(rule, each)) is not None]
    return any(may_have_ended(rule, each, site.day_of(rule)) for each in effects)


def _since(site: Site, rule: Rule, amendments: tuple[Amendment, ...]) -> PartialDate | None:
    """Since when the text shown is in force; None where no source says it.

    That is the last amendment's first day, or the day on which one was annulled that had been in force.
    """
    day = site.day_of(rule)
    applied = in_effect(rule, amendments, day, resting(site))
    ended = [
        said.resolution.date
        for amendment in amendments
        if amendment not in applied and (effect := effect_of(rule, amendment)) is not None
        if amendment in in_effect(rule, amendments, effect.latest, resting(site))
        for said in resting(site)(amendment)
        if said.resolution is not None and not said.resolution.date.surely_after(day)
        if said.resolution.result is ResolutionResult.ANNULLED
        and not said.resolution.from_beginning
    ]
    began = effect_of(rule, applied[-1]) if applied else rule.effective
    if began is None or began.surely_after(day):
        return None
    return max((began, *ended), key=lambda each: each.earliest)


def _dated(rule: Rule) -> PartialDate | None:
    return rule.effective or (rule.adopted.date if rule.adopted is not None else None)


def amendments_of(site: Site, rule: Rule) -> tuple[Amendment, ...]:
    """The amendments of a rule, by id."""
    found = (
        record
        for record, reference in site.archive.referrers_of(Amendment, rule.id)
        if reference.pointer == ("rule",)
    )
    return tuple(sorted(found, key=lambda amendment: amendment.id))


def _chapters(site: Site, rule: Rule, amendments: tuple[Amendment, ...]) -> Iterator[ChapterView]:
    wording = text_on(rule, amendments, site.day_of(rule), resting(site))
    origin = dict(wording.origin)
    own = {each.key: each for chapter in rule.chapters for each in chapter.articles}
    number = 0
    for position, chapter in enumerate(wording.chapters, 1):
        views = []
        for article in chapter.articles:
            number += 1
            by = origin.get(article.key)
            changed = link_to(by, site.lang) if by is not None else None
            first = own.get(article.key)
            views.append(ArticleView(article, numerals.article(number), changed, first))
        title = f"{numerals.chapter(position)}　{chapter.title}" if chapter.title else ""
        yield ChapterView(title, chapter.key, tuple(views))


def _amendment_views(site: Site, amendments: tuple[Amendment, ...]) -> Iterator[AmendmentView]:
    for amendment in amendments:
        yield AmendmentView(link_to(amendment, site.lang), progress_of(site, amendment))
