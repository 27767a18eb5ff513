"""What a record said before it was corrected, and whether it was."""

from __future__ import annotations

from typing import Any

from yizhan.model.finding import Pointer
from yizhan.model.order import in_order
from yizhan.model.record import Correction, CorrectionFault, Record


def first_recorded(record: Record, pointer: Pointer) -> tuple[Any, Correction] | None:
    """What the file says at a place that was corrected since, and the first correction of it.

    Args:
        record: with its corrections applied.
        pointer: a place in it.

    Returns:
        None where it was never corrected, and where there was nothing before.
    """
    for correction in record.corrections:
        target = correction.target
        if target and not correction.annul and pointer[: len(target)] == target:
            was = _within(correction.was, pointer[len(target) :])
            return None if was is None else (was, correction)
    return None


def is_corrected(record: Record, pointer: Pointer) -> bool:
    """Whether something at a place in a record was corrected, or anything within it.

    Args:
        record: with its corrections applied.
        pointer: a place in it; what was annulled just before it is no part of it.
    """
    return any(
        each.fault is None
        and each.target[: len(pointer)] == pointer
        and not (each.annul and each.target == pointer)
        for each in record.corrections
    )


def confirms(record: Record, correction: Correction) -> bool:
    """Whether a correction says once more what another body had corrected: it was looked into, and is so.

    Args:
        record: with its corrections applied.
        correction: one of them.
    """
    if correction.fault != CorrectionFault.NO_CHANGE or correction.by is None:
        return False
    made = [record.corrections[each] for each in in_order([c.date for c in record.corrections])]
    at = next(number for number, each in enumerate(made) if each is correction)
    return any(
        each.at == correction.at and each.fault is None and each.by != correction.by
        for each in made[:at]
    )


def _within(data: Any, pointer: Pointer) -> Any:
    for part in pointer:
        if not (isinstance(data, dict) and part in data):
            return None
        data = data[part]
    return data
