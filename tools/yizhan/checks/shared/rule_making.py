"""Who may make which rule, and with whom it is filed: dated law, shared by checks of rules.

Sources: 村民委员会组织法 2010/2018 第二十七条, from 2026-01-01 (decision of 2025-10-28) 第三十一条;
城市居民委员会组织法 1989/2018 第十五条, from 2026-01-01 第三十条、第三十一条; 物权法第七十六条第一款,
from 2021-01-01 民法典第二百七十八条第一款.
"""

from __future__ import annotations

from dataclasses import dataclass

from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.record import Validity
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import MeetingKind, PlaceLevel, RuleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMaking:
    """The law of making one sort of rule in one period.

    Attributes:
        rural: of villages; otherwise of urban communities; None for both.
        meetings: kinds of meeting that may make and amend it.
        making: the article that says so.
        filing: the article that asks for filing; None where the law asks none.
    """

    kinds: frozenset[RuleKind]
    rural: bool | None
    valid: Validity
    meetings: frozenset[MeetingKind]
    making: Text
    filing: Text | None = None


def making_of(rule: Rule, date: PartialDate, archive: Archive) -> RuleMaking | None:
    """Return the law under which a rule is made or amended on a date.

    The laws change on New Year's Day, so that even a year or a month tells which was in force.

    Returns:
        None where the law names no meeting.
    """
    rural = any(
        place.level in (PlaceLevel.VILLAGE, PlaceLevel.GROUP)
        for place in archive.lineage(rule.place)
    )
    fitting = (
        law
        for law in _LAWS
        if rule.rule_kind in law.kinds and law.rural in (None, rural) and law.valid.covers(date)
    )
    return next(fitting, None)


def _day(text: str) -> PartialDate:
    return PartialDate.parse(text)


_LAWS = (
    RuleMaking(
        kinds=frozenset({RuleKind.CHARTER, RuleKind.VILLAGE_RULES}),
        rural=True,
        valid=Validity(from_=_day("2010-10-28"), to=_day("2025-12-31")),
        meetings=frozenset({MeetingKind.VILLAGERS_ASSEMBLY}),
        making=Text(
            "村民委员会组织法（2018年修正）第二十七条第一款",
            "the Organic Law of Villagers' Committees (as amended in 2018), article 27, paragraph 1",
        ),
        filing=Text(
            "村民委员会组织法（2018年修正）第二十七条第一款",
            "the Organic Law of Villagers' Committees (as amended in 2018), article 27, paragraph 1",
        ),
    ),
    RuleMaking(
        kinds=frozenset({RuleKind.CHARTER, RuleKind.VILLAGE_RULES}),
        rural=True,
        valid=Validity(from_=_day("2026-01-01")),
        meetings=frozenset({MeetingKind.VILLAGERS_ASSEMBLY}),
        making=Text(
            "村民委员会组织法（2025年修正）第三十一条第一款",
            "the Organic Law of Villagers' Committees (as amended in 2025), article 31, paragraph 1",
        ),
        filing=Text(
            "村民委员会组织法（2025年修正）第三十一条第一款",
            "the Organic Law of Villagers' Committees (as amended in 2025), article 31, paragraph 1",
        ),
    ),
    RuleMaking(
        kinds=frozenset({RuleKind.RESIDENTS_COVENANT}),
        rural=False,
        valid=Validity(from_=_day("1990-01-01"), to=_day("2025-12-31")),
        meetings=frozenset({MeetingKind.RESIDENTS_ASSEMBLY}),
        making=Text(
            "城市居民委员会组织法（2018年修正）第十五条第一款",
            "the Organic Law of Urban Residents' Committees (as amended in 2018), article 15, paragraph 1",
        ),
        filing=Text(
            "城市居民委员会组织法（2018年修正）第十五条第一款",
            "the Organic Law of Urban Residents' Committees (as amended in 2018), article 15, paragraph 1",
        ),
    ),
    RuleMaking(
        kinds=frozenset({RuleKind.CHARTER, RuleKind.RESIDENTS_COVENANT}),
        rural=False,
        valid=Validity(from_=_day("2026-01-01")),
        meetings=frozenset({MeetingKind.RESIDENTS_ASSEMBLY, MeetingKind.RESIDENTS_REPRESENTATIVES}),
        making=Text(
            "城市居民委员会组织法（2025年修订）第三十条第一款、第二款",
            "the Organic Law of Urban Residents' Committees (as revised in 2025), article 30, "
            "paragraphs 1 and 2",
        ),
        filing=Text(
            "城市居民委员会组织法（2025年修订）第三十一条第一款",
            "the Organic Law of Urban Residents' Committees (as revised in 2025), article 31, paragraph 1",
        ),
    ),
    RuleMaking(
        kinds=frozenset({RuleKind.OWNERS_COVENANT}),
        rural=None,
        valid=Validity(from_=_day("2007-10-01"), to=_day("2020-12-31")),
        meetings=frozenset({MeetingKind.OWNERS_ASSEMBLY}),
        making=Text("物权法第七十六条第一款", "the Property Law, article 76, paragraph 1"),
    ),
    RuleMaking(
        kinds=frozenset({RuleKind.OWNERS_COVENANT}),
        rural=None,
        valid=Validity(from_=_day("2021-01-01")),
        meetings=frozenset({MeetingKind.OWNERS_ASSEMBLY}),
        making=Text("民法典第二百七十八条第一款", "the Civil Code, article 278, paragraph 1"),
    ),
)
