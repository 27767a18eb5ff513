"""Claims: totals that an office claims, beside which the site sets the records' own count."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record
from yizhan.model.reference import BodyId, PlaceId
from yizhan.model.vocabulary import Kind, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A claimed percentage with the figures it is said to come from.

    Attributes:
        percent: as claimed, for example ``81.9``.
        numerator: the claimed part.
        denominator: the claimed whole.
    """

    percent: float
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claimed figure.

    Attributes:
        value: the number; ``at_least`` says that the source writes "more than".
        unit: 件, 人次, 场, …
        measure: what the records themselves can count beside it.
    """

    key: str
    title: str
    value: float | None = None
    unit: str | None = None
    at_least: bool = False
    share: Share | None = None
    measure: Measure | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims(Record):
    """Claims for one place and period from one source.

    Attributes:
        start: first day of the period, where the source says it.
        end: last day of the period.
    """

    kind: ClassVar[Kind] = Kind.CLAIMS

    place: PlaceId
    end: PartialDate
    start: PartialDate | None = None
    by: BodyId | None = None
    claims: tuple[Claim, ...] = ()
