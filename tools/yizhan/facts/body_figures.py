"""Figures by body: what a body has counts as it stands now, lateness and redoing as of who had it then.

A matter is with one body now, and with that one everything counts that is asked of matters as they
stand. That it was late, taken over late or handled again is put to the account of the body in whose
time it was: such a figure of a body looks at all matters that it has or once had, so that nobody is
late with what another let run, and nobody sheds lateness by handing on. A matter can therefore be in
the base of several bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from yizhan.facts.metric_definitions import DEFINITIONS, Measured, Reason
from yizhan.facts.succession import holder
from yizhan.facts.summary import Summary
from yizhan.facts.whose_time import Account, Deed
from yizhan.model.archive import Archive

Measures = tuple[Measured, ...]
"""One for each of ``DEFINITIONS``."""

NOBODY = "none"
"""Key of the group of what nobody has."""

_LATE = frozenset((Deed.LATE, Deed.TAKEN_LATE, Deed.NOT_TAKEN))
OF_THEN: Mapping[str, frozenset[Deed]] = {
    "late_ever": _LATE,
    "closed_late": _LATE,
    "taken_late": frozenset((Deed.TAKEN_LATE,)),
    "reopened": frozenset((Deed.REDONE,)),
}
"""Figures that count by who had the matter then, each with what counts in it."""

_KEYS = tuple(definition.key for definition in DEFINITIONS)


def by_body(
    archive: Archive, matters: Mapping[str, Summary], measured: Mapping[str, Measures]
) -> dict[str, dict[str, Measures]]:
    """The matters of each body: those it has, and those it once had, with what each of them is to it.

    Args:
        archive: for who goes on with what a dissolved body had.
        matters: in short, by id.
        measured: their measures, whosever they are.
    """
    found: dict[str, dict[str, Measures]] = {}
    for identifier, matter in matters.items():
        whole, now = measured[identifier], matter.handler or NOBODY
        deeds = _deeds(archive, matter.accounts)
        if not deeds:
            found.setdefault(now, {})[identifier] = whole
            continue
        for body in (now, *(each for each in deeds if each != now)):
            own = _of(whole, deeds.get(body, frozenset()), has=body == now)
            found.setdefault(body, {})[identifier] = own
    return {key: found[key] for key in sorted(found)}


def together(groups: Iterable[Mapping[str, Measures]]) -> dict[str, Measures]:
    """The matters of several bodies as those of one group."""
    found: dict[str, Measures] = {}
    for group in groups:
        for identifier, measures in group.items():
            known = found.get(identifier)
            found[identifier] = measures if known is None else _both(known, measures)
    return dict(sorted(found.items()))


def _deeds(archive: Archive, accounts: Iterable[Account]) -> dict[str, frozenset[Deed]]:
    """What is put to each body's account; to that of who went on with what one that was gone had."""
    found: dict[str, frozenset[Deed]] = {}
    for deed, body, day in accounts:
        key = holder(archive, body, day) or NOBODY
        found[key] = found.get(key, frozenset()) | {deed}
    return found


def _of(whole: Measures, deeds: frozenset[Deed], *, has: bool) -> Measures:
    """What a matter is to a body that has it, or once had it."""
    return tuple(
        _then(key, measure, deeds) if key in OF_THEN else measure if has else Reason.WITH_ANOTHER
        for key, measure in zip(_KEYS, whole, strict=True)
    )


def _then(key: str, whole: Measured, deeds: frozenset[Deed]) -> Measured:
    if isinstance(whole, Reason):
        return whole
    if key == "reopened" and Deed.DONE not in deeds:
        return Reason.NEVER_DONE
    return int(bool(OF_THEN[key] & deeds))


def _both(one: Measures, other: Measures) -> Measures:
    return tuple(reduce(_stronger, pair) for pair in zip(one, other, strict=True))


def _stronger(one: Measured, other: Measured) -> Measured:
    """What a matter is to two bodies together: what one of them has counts."""
    if isinstance(one, Reason):
        return other if not isinstance(other, Reason) or one is Reason.WITH_ANOTHER else one
    return one if isinstance(other, Reason) else max(one, other)
