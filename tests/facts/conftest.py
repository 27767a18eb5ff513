"""A small procedure with limits, a calendar of weekdays, and short ways to write matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import pytest

from yizhan.facts.matter_log import violations
from yizhan.facts.matter_state import derive
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter, Raised
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import Category, Channel, RaisedBy

FAR = date(2099, 1, 1)


@dataclass(frozen=True)
class Weekdays:
    """Fake calendar: Monday to Friday, known to the end of 2026; the real one is tested apart."""

    def is_working(self, day):
        return day.weekday() < 5

    def known(self, day):
        return day.year <= 2026


PROCEDURE = {
    "id": "test-workflow",
    "title": "测试规程",
    "start": "raised",
    "answer_days": 5,
    "handover_days": 3,
    "tiers": [
        {"key": "small", "title": "小事", "handled_by": "居民自治"},
        {"key": "big", "title": "大事", "handled_by": "街道"},
    ],
    "stages": [
        {"key": "raised", "title": "已反映", "family": "waiting", "limits": [{"days": 2}]},
        {
            "key": "handling",
            "title": "办理中",
            "family": "working",
            "limits": [{"days": 10}, {"days": 20, "tier": "big"}],
        },
        {"key": "done", "title": "已报结", "family": "claimed"},
        {"key": "closed", "title": "已销号", "family": "confirmed"},
        {"key": "unsolved", "title": "未能解决", "family": "unsolved"},
        {"key": "reopened", "title": "重办", "family": "reopened", "limits": [{"days": 4}]},
    ],
    "steps": [
        {
            "key": "accept",
            "title": "受理",
            "action": "accept",
            "from": ["raised"],
            "to": "handling",
        },
        {
            "key": "assign",
            "title": "交办",
            "action": "assign",
            "from": ["raised", "handling", "reopened"],
            "to": "handling",
        },
        {
            "key": "big_meeting",
            "title": "大事会商",
            "action": "deliberate",
            "from": ["handling"],
            "tiers": ["big"],
        },
        {
            "key": "report",
            "title": "报结",
            "action": "report_done",
            "from": ["handling"],
            "to": "done",
        },
        {
            "key": "confirm",
            "title": "认可",
            "action": "confirm",
            "from": ["done"],
            "to": "closed",
            "side": "residents",
        },
        {
            "key": "object",
            "title": "不认可",
            "action": "object",
            "from": ["done"],
            "to": "reopened",
            "side": "residents",
        },
        {"key": "lapse", "title": "期满", "action": "lapse", "from": ["done"], "to": "closed"},
        {
            "key": "refuse",
            "title": "不能办",
            "action": "refuse",
            "from": ["raised", "handling", "reopened"],
            "to": "unsolved",
        },
        {"key": "withdraw", "title": "撤回", "action": "withdraw", "to": "unsolved"},
        {
            "key": "reopen",
            "title": "重办",
            "action": "reopen",
            "from": ["closed", "unsolved"],
            "to": "reopened",
            "side": "either",
        },
    ],
}

OUTCOME = {"result": "solved", "text": "办好了。"}


def entry(day, step, **fields):
    """A log entry from YAML-like keys: ``with`` is written ``with_``."""
    data = {key.rstrip("_"): value for key, value in fields.items()}
    return build(LogEntry, {"date": day, "step": step, **data})


def matter(*log, raised="2026-03-02", **fields):
    """A matter raised on a Monday by a resident."""
    return Matter(
        id="20260302-x",
        title="一件事",
        place="p",
        procedure="test-workflow",
        category=Category.NOISE,
        raised=Raised(
            date=PartialDate.parse(raised), by=RaisedBy.RESIDENT, channel=Channel.COUNTER
        ),
        log=tuple(entry(*args, **kwargs) for *args, kwargs in map(_with_fields, log)),
        **fields,
    )


def _with_fields(item):
    return item if isinstance(item[-1], dict) else (*item, {})


@pytest.fixture(scope="session")
def weekdays():
    return Weekdays()


@pytest.fixture(scope="session")
def procedure():
    return build(Procedure, PROCEDURE)


@pytest.fixture(scope="session")
def common_steps():
    return load_presets().common_steps


@pytest.fixture(scope="session")
def make():
    return SimpleNamespace(entry=entry, matter=matter, outcome=OUTCOME, procedure=PROCEDURE)


@pytest.fixture(scope="session")
def state(procedure, common_steps, weekdays):
    """Derive the state of a matter made of log tuples."""

    def of(*log, as_of="2099-01-01", under=procedure, **fields):
        day = date.fromisoformat(as_of)
        return derive(matter(*log, **fields), under, common_steps, day, weekdays)

    return of


@pytest.fixture(scope="session")
def faults(procedure, common_steps, weekdays):
    """The violations of a log as (key, index, field)."""

    def of(*log, speaks=lambda _: False, under=procedure, **fields):
        found = violations(matter(*log, **fields), under, common_steps, weekdays, speaks)
        return [(each.key.value, each.index, each.field) for each in found]

    return of
