"""Corrections: new entries that set earlier ones right, which stay in the log as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from yizhan.facts.workflow import Workflow
from yizhan.model.keys import position_of
from yizhan.model.matter import LogEntry
from yizhan.model.vocabulary import Action

_CORRECTABLE = (
    "by",
    "to",
    "with_",
    "meeting",
    "round",
    "tier",
    "until",
    "reason",
    "outcome",
    "verdict",
    "into",
    "merged_into",
)


def effective_log(
    log: Sequence[LogEntry], workflow: Workflow, as_of: date
) -> Iterator[tuple[int, LogEntry]]:
    """The entries known on a day, with corrections worked in.

    A correction gives its target the fields it carries; step and date of the target stay. It
    counts from its own date on.

    Yields:
        position from 0, and the entry as it is to be read; corrections themselves too.
    """
    known = {i: entry for i, entry in enumerate(log) if not entry.date.surely_after(as_of)}
    for position, entry in tuple(known.items()):
        if entry.corrects is None:  # nearly every entry, of some ten thousand
            continue
        target = target_of_correction(log, workflow, position)
        if target is not None and target in known:
            known[target] = _corrected(known[target], entry)
    yield from known.items()


def target_of_correction(log: Sequence[LogEntry], workflow: Workflow, position: int) -> int | None:
    """Position from 0 of what an entry corrects; None for other entries and empty pointings."""
    entry = log[position]
    if entry.corrects is None or not is_correction(entry, workflow):
        return None
    target = position_of(log[:position], entry.corrects)
    return None if target is None or is_correction(log[target], workflow) else target


def is_correction(entry: LogEntry, workflow: Workflow) -> bool:
    """Whether an entry is a correction of another."""
    step = workflow.steps.get(entry.step)
    return step is not None and step.action is Action.CORRECT


def _corrected(entry: LogEntry, correction: LogEntry) -> LogEntry:
    given = {
        name: value
        for name in _CORRECTABLE
        if (value := getattr(correction, name)) is not None and value != ()
    }
    return replace(entry, **given)
