"""What a record said before it was corrected, and whether it was."""

from __future__ import annotations

from typing import Any

from yizhan.model.finding import Pointer
from yizhan.model.record import Correction, Record


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


def _within(data: Any, pointer: Pointer) -> Any:
    for part in pointer:
        if not (isinstance(data, dict) and part in data):
            return None
        data = data[part]
    return data
