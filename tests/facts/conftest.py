"""A small procedure with limits, a calendar of weekdays, matters to count, and short ways to write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.matter_log import violations
from yizhan.facts.speakers import Bodies
from yizhan.facts.summary import summarize
from yizhan.facts.workflow import workflow_of
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter, Raised
from yizhan.model.procedure import Procedure
from yizhan.model.reference import UNKNOWN
from yizhan.model.vocabulary import Category, Channel, RaisedBy

FAR = date(2099, 1, 1)
OFFICES = Bodies(speaks=lambda _: False)


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

_SOLVED = {"outcome": {"result": "solved", "text": "修好了。"}}
_PARTLY = {"outcome": {"result": "partly", "text": "修了一半。"}}
_ASKED = {"how": "visit", "recorded_by": "watch"}
_START = "2026-03-02"
_COUNTED = {
    # id: (raised, log); the procedure's limits: 2 working days waiting, 10 handling, 4 reopened
    "m01": (
        _START,
        ("2026-03-03", "accept"),
        ("2026-03-10", "report", _SOLVED),
        ("2026-03-12", "confirm", {"verdict": _ASKED | {"asked": 10, "satisfied": 9}}),
    ),
    "m02": (
        _START,
        ("2026-03-04", "accept"),
        ("2026-03-20", "report", _PARTLY),
        ("2026-03-25", "confirm", {"verdict": {"asked": 4, "satisfied": 3}}),
    ),
    "m03": (
        _START,
        ("2026-03-03", "accept"),
        ("2026-03-12", "report", _SOLVED),
        ("2026-03-20", "lapse"),
    ),
    "m04": (_START, ("2026-03-03", "accept"), ("2026-03-06", "refuse", {"reason": "没有地方。"})),
    "m05": (
        _START,
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", _SOLVED),
        ("2026-03-09", "object", {"verdict": _ASKED | {"asked": 5, "satisfied": 1}}),
    ),
    "m06": (_START, ("2026-03-05", "accept"), ("2026-04-27", "report", _SOLVED)),
    "m07": (_START, ("2026-03-03", "accept"), ("2026-04-29", "handover", {"to": "street"})),
    "m08": ("2026-04-29",),
    "m09": (_START,),
    "m10": (_START, ("2026-03-03", "withdraw")),
    "m11": (
        _START,
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", _SOLVED),
        ("2026-03-06", "confirm"),
        ("2026-04-28", "reopen"),
    ),
    "m12": (_START, ("2026-03-05", "merge", {"merged_into": "m01"})),
    "m13": (_START, ("2026-03-05", "split", {"into": ["m01", "m02"]})),
    "m14": ("2026-03", ("2026-03", "accept"), ("2026-04", "report", _SOLVED)),
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
    """The violations of a log as (key, index, field); entries that name nobody say so."""

    def of(*log, bodies=OFFICES, under=procedure, **fields):
        said = [(*args, {"by": UNKNOWN, **more}) for *args, more in map(_with_fields, log)]
        found = violations(
            matter(*said, **fields), workflow_of(under, common_steps), weekdays, bodies
        )
        return [(each.key.value, each.index, each.field) for each in found]

    return of


@pytest.fixture(scope="session")
def counted_on():
    """The day on which the figures' matters are looked at."""
    return date(2026, 4, 30)


@pytest.fixture(scope="session")
def state_of(procedure, common_steps, weekdays, counted_on):
    def of(matter):
        return derive(matter, procedure, common_steps, counted_on, weekdays)

    return of


@pytest.fixture(scope="session")
def cases(state_of):
    """Matters that figures are worked out of by hand, with their states."""
    found = {}
    for key, (raised, *log) in _COUNTED.items():
        one = replace(matter(*log, raised=raised), id=key)
        found[key] = (one, state_of(one))
    return found


@pytest.fixture(scope="session")
def summary_of(state_of, counted_on):
    def of(matter):
        return summarize(matter, state_of(matter), counted_on)

    return of
