"""Whether a resolution makes good what was never adopted: only one of those who could adopt it does.

The meeting that the law names makes and amends rules (村民委员会组织法, 2025: 第三十一条第一款;
城市居民委员会组织法, 2025: 第三十一条第一款), and those who vote elect (村民委员会组织法, 2025: 第十八条第二款).
No text at hand lets anybody else make law of what they rejected; nor does one say what such a
ratification is. So the records show that there was one, and not what it does.
"""

from __future__ import annotations

from typing import TypeVar

from yizhan.facts.effects import ADOPTING
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.fields import fields_of
from yizhan.model.frozen import dataclass
from yizhan.model.record import Irregularity, Record
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import BodyKind, ResolutionResult, RuleKind

A = TypeVar("A", bound=Irregularity)

_MADE_BY_ALL = frozenset(
    {
        *(RuleKind.CHARTER, RuleKind.VILLAGE_RULES),
        *(RuleKind.RESIDENTS_COVENANT, RuleKind.OWNERS_COVENANT),
    }
)
"""Kinds of rule whose maker a law names: the assembly of all (representatives where it empowers them)."""
_OF_SOME = "代表"
"""In the title of an assembly that is one of representatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeGood(Irregularity):
    """An acknowledgment of what was not adopted, ratified since by those who could adopt it."""


def weighed(said: Irregularity, record: Record, archive: Archive) -> Irregularity:
    """An acknowledgment as its resolution counts: made good where those who can adopt ratified it.

    Args:
        said: one of the record's acknowledgments.
        record: a rule, an amendment, or the meeting of an election.
        archive: where bodies and rules are.
    """
    found = said.resolution
    if said.code not in ADOPTING or found is None or type(said) is not Irregularity:
        return said
    body = archive.body(found.by)
    ratified = found.result is ResolutionResult.RATIFIED
    if ratified and body is not None and _may_adopt(body, record, archive):
        return recast(said, MadeGood)
    return said


def recast(said: Irregularity, model: type[A]) -> A:
    """The same acknowledgment, as one of which more is known."""
    return model(**{each.name: getattr(said, each.name) for each in fields_of(Irregularity)})


def _may_adopt(body: Body, record: Record, archive: Archive) -> bool:
    """Whether a body could have adopted a rule or amendment; elected is by those who vote alone."""
    rule = archive.get(Rule, record.rule) if isinstance(record, Amendment) else record
    if not isinstance(rule, Rule) or body.place != rule.place:
        return False
    if rule.rule_kind in _MADE_BY_ALL:
        return body.body_kind is BodyKind.ASSEMBLY and _OF_SOME not in body.title
    return body.body_kind in (BodyKind.ASSEMBLY, BodyKind.COUNCIL)
