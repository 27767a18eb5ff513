"""What has to wait for the end of a period: the vote for the consultation, an honour for the display."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from yizhan.checks.shared.check import Problem
from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.dates import PartialDate
from yizhan.model.honour import Honour, Selection
from yizhan.model.text import Text


def too_early(
    record: Amendment | Honour, period: StrEnum, following: StrEnum, no_end: Text, early: Text
) -> Iterator[Problem]:
    """Yield where a period has no last day, and where what follows it is dated before that day.

    Args:
        record: whose stages are looked at, in the order of the file.
        period: the stage that has a last day.
        following: the stage that waits for it.
        no_end: the message where it has none.
        early: the message where the other did not wait; of ``until`` and ``date``.
    """
    until: PartialDate | None = None
    name, stages = _stages(record)
    for number, each in enumerate(stages):
        if each.stage is period:
            until = each.until
            if until is None:
                yield Problem(record, (name, number, "until"), no_end)
        elif each.stage is following and until is not None and each.date.surely_before(until):
            message = early.format(until=until, date=each.date)
            yield Problem(record, (name, number, "date"), message)


def _stages(record: Amendment | Honour) -> tuple[str, tuple[DossierEntry | Selection, ...]]:
    return ("stages", record.stages) if isinstance(record, Honour) else ("dossier", record.dossier)
