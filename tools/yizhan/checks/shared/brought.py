"""What only a correction brought: the remedy is at the correction, and not to invent anew what it took back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yizhan.facts.matter_log import Fault, Violation
from yizhan.facts.progress import Refusal
from yizhan.model.keys import keys
from yizhan.model.matter import Matter
from yizhan.model.record import Correction, Former
from yizhan.model.text import Text, commas

_FIX = Text(
    "这是 {day} 更正 {at} 以后才不合的：那条更正错了的，再加一条更正改回来；没有错的，这一条跟着更正（改对，或者写 annul: true）。",
    "Only the correction of {at} on {day} brought this: if it is wrong, add one that restores what was; if it is right, correct this entry with it (put it right, or annul: true).",
)


_RESTS = frozenset(
    (
        Refusal.WRONG_STAGE,
        Refusal.VERDICT_BEFORE_REPORT,
        Refusal.NO_HANDOVER,
        Refusal.WRONG_TAKER,
        Refusal.NOT_PAUSED,
        Fault.STRANGER,
        Fault.NOT_TAKEN_OVER,
    )
)
"""What is wrong because something before it is not there: of a number, the check's own words help."""


def fix_of_brought(
    record: Matter, violation: Violation, found: Callable[[Matter], Sequence[Violation]]
) -> Text | None:
    """What to do about something wrong that was not wrong before a correction; None of anything else.

    Args:
        record: with its corrections applied.
        violation: what is wrong with it.
        found: everything that is wrong with a matter.
    """
    if violation.key not in _RESTS:
        return None
    own = _named(record, violation)
    for former in reversed(record.formerly):
        if own not in [_named(former.record, each) for each in found(former.record)]:
            those = [each for each in record.corrections if _may_be_of(each, former)]
            ats = commas(dict.fromkeys(each.at for each in those))
            return _FIX.format(day=those[0].date, at=ats) if those else None
    return None


def _named(record: Matter, violation: Violation) -> tuple[object, str]:
    """What is wrong, and with which entry, by the key that no correction changes."""
    index = violation.index
    return violation.key, "" if index is None else keys(record.log)[index]


def _may_be_of(correction: Correction, former: Former) -> bool:
    """Whether a correction may have been made on the day on which a former record was corrected."""
    day = correction.date
    return correction.fault is None and day.earliest <= former.until <= day.latest
