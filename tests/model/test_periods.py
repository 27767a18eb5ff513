"""Periods are found by type hints, so that no list of kinds has to know of a new one."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass

import pytest

from yizhan.loading.parse import build
from yizhan.model.dates import PartialDate
from yizhan.model.fields import fields_of
from yizhan.model.kinds import KINDS
from yizhan.model.periods import bounds_of, periods
from yizhan.model.rule import Rule

MAY, JUNE = PartialDate.parse("2026-05"), PartialDate.parse("2026-06-01")


@dataclass(frozen=True)
class _Span:
    start: PartialDate
    end: PartialDate | None = None


@dataclass(frozen=True)
class _Turn:
    from_: PartialDate
    to: PartialDate
    spans: tuple[_Span, ...] = ()


@dataclass(frozen=True)
class _Top:
    date: PartialDate
    turns: tuple[_Turn, ...] = ()
    span: _Span | None = None


def test_periods_are_found_however_deep() -> None:
    inner = _Turn(JUNE, MAY, (_Span(MAY), _Span(MAY, JUNE)))
    assert list(periods(_Top(MAY, (inner,), _Span(JUNE, JUNE)))) == [
        (("turns", 0, "to"), JUNE, MAY, ("turns", 0, "from")),
        (("turns", 0, "spans", 0, "end"), MAY, None, ("turns", 0, "spans", 0, "start")),
        (("turns", 0, "spans", 1, "end"), MAY, JUNE, ("turns", 0, "spans", 1, "start")),
        (("span", "end"), JUNE, JUNE, ("span", "start")),
    ]


def test_the_period_of_a_rule_of_decision() -> None:
    rule = build(
        Rule,
        {
            "id": "r",
            "title": "章程",
            "rule_kind": "charter",
            "place": "shili-cun",
            "wording": "verbatim",
            "decision_rules": [
                {
                    "key": "k",
                    "title": "t",
                    "meetings": ["villagers_assembly"],
                    "law": "章程",
                    "article": "一",
                    "valid": {"from": "2026-06-01", "to": "2026-05"},
                    "quorums": [],
                }
            ],
        },
    )
    assert list(periods(rule)) == [
        (("decision_rules", 0, "valid", "to"), JUNE, MAY, ("decision_rules", 0, "valid", "from"))
    ]


def _classes(model: type, found: dict[str, type]) -> dict[str, type]:
    if model.__name__ not in found:
        found[model.__name__] = model
        for each in fields_of(model):
            if is_dataclass(each.type) and each.type is not PartialDate:
                _classes(each.type, found)
    return found


_ON_RECORD = {"since"}
OTHERS = {
    **dict.fromkeys(("LogEntry", "DossierEntry", "Selection"), _ON_RECORD),  # not in the file
    "Place": {"example_day"},  # a single day
    "Rule": {"effective", "repealed"},  # the order of adopted, effective, repealed is L001's
}
"""Dates of classes with more than one that neither begin nor end a period."""


@pytest.mark.parametrize("kind", KINDS)
def test_where_a_class_has_several_dates_they_are_periods_or_said_not_to_be(kind) -> None:
    for name, model in _classes(KINDS[kind].model, {}).items():
        dates = {each.name for each in fields_of(model) if each.type is PartialDate}
        paired = {each.name for pair in bounds_of(model) for each in pair}
        if len(dates) > 1:
            assert dates - paired == OTHERS.get(name, set())
