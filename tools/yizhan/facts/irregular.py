"""What became of irregular acts, and whether something follows from them: yes, no, or not shown.

The answer rests on the rule that is broken (``facts/effects.py``) and on a resolution. An annulment
takes the effect away from its own day on: no law at hand says more of villages' and residents'
bodies (村民委员会组织法, 2025: 第二十七条 and 第四十一条 let an assembly annul or change a decision, and a
court annul it, without a word of when that begins; 城市居民委员会组织法, 2025: 第三十条 and 第四十条
likewise). Where the annulment itself says that there was none from the beginning, its record says so.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, cast

from yizhan.facts.adoption import adopted_by, superseded_votes
from yizhan.facts.effects import ADOPTING, effect_of
from yizhan.facts.settled import MadeGood, Unsettled, recast, weighed
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.fields import Field, fields_of, leaves
from yizhan.model.finding import Effect, Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.kinds import KINDS
from yizhan.model.matter import Matter
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.record import Irregularity, Record, Resolution
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import DossierStage, ResolutionResult

R = TypeVar("R", bound=Record)

_OF_A_PART = frozenset({"L003"})
"""Codes of what a rule's record acknowledges of one of its decision rules, and not of itself."""


REFUSED = frozenset({"M002", "M003", "M007", "M008", "M009", "M013", "M027"})
"""Codes of steps that ``facts/progress.py`` refuses by itself."""


class Act(NamedTuple):
    """One irregular act: what its record acknowledges.

    Attributes:
        pointer: where in the record.
    """

    record: Record
    pointer: Pointer
    said: Irregularity


def acts_of(record: Record) -> Iterator[Act]:
    """Every irregular act that a record acknowledges, in the order of the file's fields."""
    for pointer, said, _ in leaves(record, _is_irregularity):
        yield Act(record, pointer, said)


def _is_irregularity(field: Field) -> bool:
    return field.type is Irregularity


def all_acts(archive: Archive, matters: Iterable[str]) -> Iterator[Act]:
    """Every irregular act of an archive, by kind and id.

    Args:
        archive: where they are.
        matters: ids of those that acknowledge something; of other kinds all records are asked.
    """
    for kind in KINDS.values():
        if kind.model is Matter:
            found = (archive.get(Matter, each) for each in sorted(matters))
            records: Iterable[Record] = (each for each in found if each is not None)
        else:
            records = archive.of(kind.model)
        for record in records:
            for act in acts_of(record):
                yield act._replace(said=weighed(act.said, record, archive))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbacked(Irregularity):
    """An acknowledgment that no check backs: nothing follows from it, and it cites no article."""


def unbacked(record: R, pointers: Collection[Pointer]) -> R:
    """A record in which some of its acknowledgments are said to have nothing to back them.

    Args:
        record: of any kind.
        pointers: where they are.
    """
    for pointer in pointers:
        record = _replaced(record, pointer, Unbacked)
    return record


def unsettled(record: R, archive: Archive) -> R:
    """A record in which what somebody settled who settles nothing is said to be so."""
    for act in tuple(acts_of(record)):
        said = weighed(act.said, record, archive)
        if isinstance(said, Unsettled):
            record = _replaced(record, act.pointer, type(said))
    return record


def marked_in(record: Record) -> tuple[str, ...]:
    """Where a record acknowledges something that nothing backs, or that is not settled, as text."""
    acts = [act for act in acts_of(record) if isinstance(act.said, Unbacked | Unsettled)]
    return tuple(f"{type(act.said).__name__} {act.pointer}" for act in acts)


def _replaced(value: Any, pointer: Pointer, model: type[Irregularity]) -> Any:
    """A value in which more is known of the acknowledgment at a pointer."""
    if not pointer:
        return recast(value, model)
    here, *rest = pointer
    if isinstance(here, int):
        return tuple(
            _replaced(each, tuple(rest), model) if n == here else each
            for n, each in enumerate(value)
        )
    fields = fields_of(cast("Hashable", type(value)))
    name = next(each.name for each in fields if each.key == here)
    return replace(value, **{name: _replaced(getattr(value, name), tuple(rest), model)})


class State(StrEnum):
    """What became of an irregular act; ``open`` where nobody resolved it."""

    OPEN = "open"
    UPHELD = "upheld"
    RATIFIED = "ratified"
    ANNULLED = "annulled"
    UNSETTLED = "unsettled"
    UNBACKED = "unbacked"


def resolution_on(said: Irregularity, day: date) -> Resolution | None:
    """How an irregular act had been resolved by a day; None while it was open."""
    found = said.resolution
    return None if found is None or found.date.surely_after(day) else found


def known_on(said: Irregularity, day: date, today: date) -> Irregularity:
    """An act as it was known on a day before today: what was made of it is told once it surely had happened."""
    found = said.resolution
    if found is None or day >= today or found.date.latest <= day or found.date.surely_after(day):
        return said
    return replace(said, resolution=None)


def happened_by(said: Irregularity, today: date) -> Irregularity:
    """An act today: what is on record of it has happened by then, on whatever day of a year it was."""
    found = said.resolution
    if found is None or found.date.latest <= today or found.date.surely_after(today):
        return said
    return replace(said, resolution=replace(found, date=replace(found.date, latest=today)))


def state_on(said: Irregularity, day: date) -> State:
    """What had become of an irregular act by a day."""
    found = resolution_on(said, day)
    if found is None:
        return State.UNBACKED if isinstance(said, Unbacked) else State.OPEN
    kept = found.result is not ResolutionResult.ANNULLED
    adopting = kept and said.code in ADOPTING and not isinstance(said, MadeGood)
    if adopting or isinstance(said, Unsettled):
        return State.UNSETTLED
    return State(found.result.value)


def has_effect(acknowledged: Iterable[Irregularity], day: date) -> bool | None:
    """Whether an act has effect on a day, as far as its irregularities go.

    Returns:
        False where a condition is not met and nobody settled it, or it was annulled; None where the broken rule does not say, somebody let stand what lacks a
        condition, or it is not known to the day since when it is annulled; True otherwise.
    """
    answers = [_effect(said, day) for said in acknowledged]
    if False in answers:
        return False
    return None if None in answers else True


def binds(acknowledged: Iterable[Irregularity], day: date) -> bool:
    """Whether something is held to bind on a day: in force as recorded, though perhaps contestable.

    What was never adopted does not become so because somebody who could not adopt it ratifies it.
    """
    said = tuple(acknowledged)
    adopting = (each for each in said if each.code in ADOPTING)
    unsettled = any(state_on(each, day) is State.UNSETTLED for each in adopting)
    return not unsettled and has_effect(said, day) is not False


def ratified_since(acknowledged: Iterable[Irregularity]) -> PartialDate | None:
    """The day from which on something counts that was not adopted before: the last such ratification."""
    days = [
        said.resolution.date
        for said in acknowledged
        if said.resolution is not None and isinstance(said, MadeGood)
    ]
    return max(days, key=lambda each: each.latest, default=None)


def is_void(acknowledged: Iterable[Irregularity], day: date) -> bool:
    """Whether nothing follows from a log entry because of what it acknowledges.

    A step that the procedure refuses leads nowhere whoever acknowledges it; to ask its
    acknowledgment as well would undo the entry once the step is no longer refused.
    """
    asked = [said for said in acknowledged if said.code not in REFUSED]
    return has_effect(asked, day) is False


def annulled_on(acknowledged: Iterable[Irregularity], day: date) -> PartialDate | None:
    """The day on which a log entry that had an effect until then lost it; None of every other entry.

    Args:
        acknowledged: of the entry.
        day: the day asked.
    """
    said = tuple(acknowledged)
    if not said or not is_void(said, day):
        return None
    asked = (each for each in said if each.code not in REFUSED and not isinstance(each, Unsettled))
    found = (resolution_on(each, day) for each in asked)
    ended = (each for each in found if each is not None and not each.from_beginning)
    days = [each.date for each in ended if each.result is ResolutionResult.ANNULLED]
    first = min(days, key=lambda each: each.latest, default=None)
    if first is None or is_void(said, first.latest - timedelta(days=1)):
        return None
    return first


def _effect(said: Irregularity, day: date) -> bool | None:
    found = resolution_on(said, day)
    if found is None:
        return True if isinstance(said, Unbacked) else _BY_RULE[effect_of(said.code)]
    if isinstance(said, Unsettled):
        kept = found.result is not ResolutionResult.ANNULLED and said.code in ADOPTING
        return None if kept else _BY_RULE[effect_of(said.code)]
    if found.result is not ResolutionResult.ANNULLED:
        late = isinstance(said, MadeGood) and found.date.latest > day
        return None if late else settled_effect(said)
    return False if found.from_beginning or found.date.latest <= day else None


def settled_effect(said: Irregularity) -> bool | None:
    """Whether an act has effect that somebody upheld or ratified."""
    return True if isinstance(said, MadeGood) else _SETTLED[effect_of(said.code)]


_BY_RULE: dict[Effect, bool | None] = {
    Effect.CONDITION: False,
    Effect.DUTY: True,
    Effect.UNSAID: None,
}
"""Whether an act has effect whose irregularity nobody resolved."""
_SETTLED: dict[Effect, bool | None] = {
    Effect.CONDITION: None,
    Effect.DUTY: True,
    Effect.UNSAID: True,
}
"""Whether an act has effect that somebody upheld or ratified.

No text at hand lets anybody make up for a condition of effect: 选举有效, 始得当选 (村民委员会组织法, 2025:
第十八条第二款). What becomes of it then, the records do not show.
"""


def decision_effect(
    meeting: Meeting, item: AgendaItem, decision: Decision, day: date
) -> bool | None:
    """Whether what a meeting decided has effect on a day: its own irregularities, and those around it."""
    return has_effect((*meeting.irregular, *item.irregular, *decision.irregular), day)


def own(amendment: Amendment) -> tuple[Irregularity, ...]:
    """What an amendment's own record acknowledges, but for votes that it does not rest on."""
    superseded = superseded_votes(amendment)
    entries = (
        said
        for position, entry in enumerate(amendment.dossier)
        if position not in superseded
        for said in entry.irregular
    )
    return (*amendment.irregular, *entries)


def rests_on(amendment: Amendment, archive: Archive) -> tuple[Irregularity, ...]:
    """What is irregular of an amendment and of the meetings whose vote it rests on."""
    itself = (weighed(said, amendment, archive) for said in own(amendment))
    return (*itself, *_of_votes(amendment, archive))


def votes_of(amendment: Amendment, archive: Archive) -> Iterator[Meeting]:
    """The meetings on whose vote an amendment rests."""
    superseded = superseded_votes(amendment)
    for position, entry in enumerate(amendment.dossier):
        meeting = archive.get(Meeting, entry.meeting)
        if entry.stage is DossierStage.VOTE and meeting is not None and position not in superseded:
            yield meeting


def _of_votes(amendment: Amendment, archive: Archive) -> Iterator[Irregularity]:
    for meeting in votes_of(amendment, archive):
        items = (item for item in meeting.agenda if amendment.id in item.amendments)
        found = (*meeting.irregular, *carried(items, amendment.title))
        yield from (weighed(said, meeting, archive) for said in found)


def carried(items: Iterable[AgendaItem], title: str) -> Iterator[Irregularity]:
    """What is irregular of the items about a rule or amendment, and of the motions that carried it."""
    for item in items:
        yield from item.irregular
        yield from (said for each in adopted_by(item, title) for said in each.irregular)


def rule_rests_on(rule: Rule, archive: Archive) -> tuple[Irregularity, ...]:
    """What is irregular of a rule's adoption and of the meeting that adopted it."""
    found = [weighed(said, rule, archive) for said in of_rule_itself(rule)]
    meeting = archive.get(Meeting, rule.adopted.meeting) if rule.adopted is not None else None
    if meeting is not None:
        items = (item for item in meeting.agenda if rule.id in item.rules)
        around = (*meeting.irregular, *carried(items, rule.title))
        found += (weighed(said, meeting, archive) for said in around)
    return tuple(found)


def of_rule_itself(rule: Rule) -> tuple[Irregularity, ...]:
    """What a rule's record acknowledges of the rule, and not of one of its decision rules."""
    return tuple(said for said in rule.irregular if said.code not in _OF_A_PART)
