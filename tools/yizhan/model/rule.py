"""Rules: the text as first adopted."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.frozen import dataclass
from yizhan.model.record import Display, Record
from yizhan.model.reference import BodyId, MatterId, MeetingId, PlaceId
from yizhan.model.vocabulary import Kind, RuleKind, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article; ``key`` is permanent, its number is counted from its position."""

    key: str
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; a rule without chapters has one without a title."""

    key: str
    articles: tuple[Article, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """By whom and when the first text was adopted."""

    date: PartialDate
    body: BodyId | None = None
    meeting: MeetingId | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Filing 备案 with the township or street (村民委员会组织法, 2025: 第三十一条)."""

    date: PartialDate
    with_: BodyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Record):
    """One rule; its text on a day is this text with the amendments then in effect.

    Attributes:
        wording: whether the chapters hold the very words, a report of them, or nothing.
        effective: first day in force.
        repealed: last day in force.
        matters: the matters that it resulted from.
        decision_rules: quorums and majorities the rule itself sets; only stricter than the law.
    """

    kind: ClassVar[Kind] = Kind.RULE

    rule_kind: RuleKind
    place: PlaceId
    wording: Wording
    adopted: Adoption | None = None
    effective: PartialDate | None = None
    repealed: PartialDate | None = None
    filing: Filing | None = None
    display: Display | None = None
    chapters: tuple[Chapter, ...] = ()
    matters: tuple[MatterId, ...] = ()
    decision_rules: tuple[DecisionRule, ...] = ()
