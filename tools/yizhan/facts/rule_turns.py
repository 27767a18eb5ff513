"""The days from which on something else may be said of a rule or an amendment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from yizhan.model.amendment import Amendment
from yizhan.model.place import Place
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule


def rule_turns(rule: Rule) -> Iterator[date]:
    """The days from which on a rule's status may be another."""
    if rule.repealed is not None:
        yield rule.repealed.earliest + timedelta(days=1)
        yield rule.repealed.latest + timedelta(days=1)
    if rule.effective is not None:
        yield rule.effective.earliest
        yield rule.effective.latest


def amendment_turns(rule: Rule, amendment: Amendment) -> Iterator[date]:
    """The days from which on an amendment's status may be another."""
    if rule.repealed is not None:
        yield rule.repealed.earliest + timedelta(days=1)
        yield rule.repealed.latest + timedelta(days=1)
    for entry in amendment.dossier:
        yield entry.date.earliest
        if entry.until is not None:
            yield entry.until.latest + timedelta(days=1)


def resolved_on(rests_on: Sequence[Irregularity]) -> Iterator[date]:
    """The days from which on something irregular may be resolved."""
    for each in rests_on:
        if each.resolution is not None:
            yield each.resolution.date.earliest
            yield each.resolution.date.latest


def place_turns(place: Place | None) -> Iterator[date]:
    """The days from which on something else may be said because the place is gone."""
    if place is not None and place.dissolved is not None:
        yield place.dissolved.earliest + timedelta(days=1)
        yield place.dissolved.latest + timedelta(days=1)
