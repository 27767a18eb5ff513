"""The text of a rule on a day: the first text with the amendments then in effect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from yizhan.facts.irregular import binds, own
from yizhan.model.amendment import Amendment, Change
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Irregularity
from yizhan.model.rule import Article, Chapter, Rule
from yizhan.model.vocabulary import DossierStage, Operation


class Conflict(StrEnum):
    """Why an operation does not fit the text it is to change."""

    NO_SUCH_ARTICLE = "no_such_article"
    KEY_TAKEN = "key_taken"
    NO_SUCH_PLACE = "no_such_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The wording of a rule after some amendments.

    Attributes:
        chapters: as in force; repealed articles are gone.
        origin: key of an article → the amendment that gave it its wording; absent for first text.
        used: every key that ever was, so that none is given twice.
    """

    chapters: tuple[Chapter, ...]
    origin: tuple[tuple[str, Amendment], ...] = ()
    used: frozenset[str] = frozenset()

    def articles(self) -> tuple[Article, ...]:
        """Every article in order; its number is its position from 1."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    def find(self, key: str) -> Article | None:
        """The article with this key, or None."""
        return next((article for article in self.articles() if article.key == key), None)


def first(rule: Rule) -> Wording:
    """Return the text as first adopted."""
    keys = (article.key for chapter in rule.chapters for article in chapter.articles)
    return Wording(chapters=rule.chapters, used=frozenset(keys))


def withdrawn(amendment: Amendment) -> bool:
    """Whether whoever moved an amendment took it back."""
    return any(entry.stage is DossierStage.WITHDRAWAL for entry in amendment.dossier)


def set_effect(amendment: Amendment) -> PartialDate | None:
    """Return the day that the dossier sets for the effect; None for a draft or one withdrawn."""
    if withdrawn(amendment):
        return None
    for entry in amendment.dossier:
        if entry.stage is DossierStage.EFFECT:
            return entry.date
    return None


RestsOn = Callable[[Amendment], Iterable[Irregularity]]
"""What is irregular of an amendment; with an archive at hand, of its votes too."""


def comes_too_late(rule: Rule, effect: PartialDate) -> bool:
    """Whether an effect lies surely after the rule's last day: what has ended is not amended."""
    return rule.repealed is not None and rule.repealed.surely_before(effect)


def maybe_too_late(rule: Rule, effect: PartialDate) -> bool:
    """Whether the records leave it open if the rule had ended before an effect."""
    ended = rule.repealed is not None and rule.repealed.earliest < effect.latest
    return ended and not comes_too_late(rule, effect)


def effect_of(rule: Rule, amendment: Amendment) -> PartialDate | None:
    """Return the day an amendment takes effect.

    None while it is a draft, where it was withdrawn, and where the rule had ended before.
    """
    effect = set_effect(amendment)
    return None if effect is None or comes_too_late(rule, effect) else effect


def in_effect(
    rule: Rule, amendments: Iterable[Amendment], day: date, rests_on: RestsOn = own
) -> tuple[Amendment, ...]:
    """Return the amendments in effect on a day, in the order in which they took effect.

    One that was annulled, or lacks a condition of its effect, is none of them; one that can be
    contested is, as long as nobody annuls it.
    """
    dated = [
        (effect.earliest, amendment.id, amendment)
        for amendment in amendments
        if (effect := effect_of(rule, amendment)) is not None and effect.earliest <= day
        if binds(rests_on(amendment), day)
    ]
    return tuple(amendment for _, _, amendment in sorted(dated, key=lambda each: each[:2]))


def text_on(
    rule: Rule, amendments: Iterable[Amendment], day: date, rests_on: RestsOn = own
) -> Wording:
    """Return the text in force on a day; operations that do not fit are passed over."""
    wording = first(rule)
    for amendment in in_effect(rule, amendments, day, rests_on):
        wording, _ = apply(wording, amendment)
    return wording


def text_before(
    rule: Rule,
    amendments: Iterable[Amendment],
    amendment: Amendment,
    rests_on: RestsOn = own,
) -> Wording:
    """Return the text that an amendment changes.

    For one in effect: the text after those that took effect before it. For a draft: the text after
    all that are in effect.
    """
    others = [other for other in amendments if other.id != amendment.id]
    effect = effect_of(rule, amendment)
    if effect is None:
        return text_on(rule, others, date.max, rests_on)
    wording = first(rule)
    for other in in_effect(rule, others, effect.earliest, rests_on):
        earlier = effect_of(rule, other)
        assert earlier is not None
        if (earlier.earliest, other.id) < (effect.earliest, amendment.id):
            wording, _ = apply(wording, other)
    return wording


def apply(
    wording: Wording, amendment: Amendment
) -> tuple[Wording, tuple[tuple[int, Conflict], ...]]:
    """Carry out an amendment.

    Returns:
        The new wording, and the position and reason of every operation that does not fit.
    """
    conflicts: list[tuple[int, Conflict]] = []
    for number, change in enumerate(amendment.changes):
        conflict = _conflict(wording, change)
        if conflict is not None:
            conflicts.append((number, conflict))
        else:
            wording = _carry_out(wording, change, amendment)
    return wording, tuple(conflicts)


def _conflict(wording: Wording, change: Change) -> Conflict | None:
    if change.operation is Operation.INSERT:
        if change.article in wording.used:
            return Conflict.KEY_TAKEN
        if change.after is not None and wording.find(change.after) is None:
            return Conflict.NO_SUCH_PLACE
        return None
    return Conflict.NO_SUCH_ARTICLE if wording.find(change.article) is None else None


def _carry_out(wording: Wording, change: Change, amendment: Amendment) -> Wording:
    chapters = tuple(_changed(chapter, change) for chapter in wording.chapters)
    if change.operation is Operation.INSERT and change.after is None:
        chapters = _appended(chapters, change)
    origin = dict(wording.origin)
    origin.pop(change.article, None)
    if change.operation is not Operation.REPEAL:
        origin[change.article] = amendment
    return Wording(
        chapters=chapters,
        origin=tuple(origin.items()),
        used=wording.used | {change.article},
    )


def _changed(chapter: Chapter, change: Change) -> Chapter:
    articles: list[Article] = []
    for article in chapter.articles:
        hit = article.key == change.article
        if hit and change.operation is Operation.REPLACE:
            articles.append(
                Article(
                    key=article.key,
                    title=change.title if change.title is not None else article.title,
                    text=change.text or "",
                )
            )
        elif not (hit and change.operation is Operation.REPEAL):
            articles.append(article)
        if change.operation is Operation.INSERT and article.key == change.after:
            articles.append(_new(change))
    return replace(chapter, articles=tuple(articles))


def _appended(chapters: tuple[Chapter, ...], change: Change) -> tuple[Chapter, ...]:
    """Put a new article without a place at the very end."""
    if not chapters:
        return (Chapter(key="text", articles=(_new(change),)),)
    last = chapters[-1]
    return (*chapters[:-1], replace(last, articles=(*last.articles, _new(change))))


def _new(change: Change) -> Article:
    return Article(key=change.article, title=change.title, text=change.text or "")
