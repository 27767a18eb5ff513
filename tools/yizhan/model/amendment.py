"""Amendments: operations on articles, and the dossier from draft to effect."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Irregularity, Record, Source
from yizhan.model.reference import BodyId, MatterId, MeetingId, RuleId
from yizhan.model.vocabulary import DossierStage, Kind, Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One operation.

    Attributes:
        article: permanent key of the article that is replaced or repealed, or of the new one.
        after: for ``insert``: key of the article it comes after.
        text: the new wording; absent for ``repeal``.
        reason: why, in a sentence.
    """

    operation: Operation
    article: str
    after: str | None = None
    title: str | None = None
    text: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEntry:
    """One station of the way of an amendment.

    Attributes:
        until: last day of a consultation or a publicity period.
        opinions: how many opinions came in.
        taken_up: how many of them the draft took up.
        since: the day since which it is on record, where that is later than its date; not in the file.
    """

    stage: DossierStage
    date: PartialDate
    key: str | None = None
    until: PartialDate | None = None
    body: BodyId | None = None
    meeting: MeetingId | None = None
    opinions: int | None = None
    taken_up: int | None = None
    where: str | None = None
    note: str | None = None
    sources: tuple[Source, ...] = ()
    irregular: tuple[Irregularity, ...] = ()
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Record):
    """One amendment of one rule; in force from its dossier's ``effect`` entry.

    Attributes:
        rule: the rule it changes; the folder says it too.
        dossier: dated entries, append-only.
    """

    kind: ClassVar[Kind] = Kind.AMENDMENT

    rule: RuleId
    changes: tuple[Change, ...]
    dossier: tuple[DossierEntry, ...]
    matters: tuple[MatterId, ...] = ()
