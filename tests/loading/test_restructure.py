"""A file of an older format is changed where its format says otherwise, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from yizhan.loading.migrations import from_2
from yizhan.loading.restructure import restructure
from yizhan.loading.round_trip import NoPlaceError
from yizhan.loading.strict_yaml import read

PATH = "records/matters/2026/20260101-x.yaml"
BEFORE = """\
id: x   # 编号
log:
  # 第一条
  - date: 2026-01-02
    step: accept
  # 写错了
  - date: 2026-01-05   # 当天
    step:  correct
    corrects: 20260102-accept
    note: "说明"
  - date: 2026-01-06
    step: correct
    corrects: 20260102-accept
    note: 还有
    to: c
  - date: 2026-01-07
    step: progress
    note: |
      最后一条

title: '题'
"""
AFTER = """\
id: x   # 编号
log:
  # 第一条
  - date: 2026-01-02
    step: accept
  # 写错了
  - date: 2026-01-05   # 当天
    step:  progress
    key: 20260105-correct
    note: "说明"
  - date: 2026-01-07
    step: progress
    note: |
      最后一条

title: '题'
corrections:
  - date: 2026-01-06
    at: log/20260102-accept/to
    value: c
    reason: 还有
"""


def migrated(raw: str) -> Any:
    return from_2.rewrite({PATH: read(raw.encode()).data})[PATH]


def test_every_other_byte_stays() -> None:
    after, count = restructure(BEFORE.encode(), migrated(BEFORE))
    assert after.decode() == AFTER
    assert count == 5


def test_what_says_it_already_stays() -> None:
    assert restructure(AFTER.encode(), read(AFTER.encode()).data) == (AFTER.encode(), 0)


@pytest.mark.parametrize(
    ("raw", "after"),
    [
        ("log: [{a: 1}, {a: 2}]\n", {"log": [{"a": 2}]}),
        ("log:\n  - a: 1\n    b: 2\n", {"log": [{"b": 2}]}),
        ("log:\n  - a: 1\n", {}),
        ("a: {b: 1}\n", {"a": {"b": 1, "c": 2}}),
        ("a:\n  - {'b': 1}\n", {"a": [{"c": 1}]}),
        ("a: 1\n", {"a": [1]}),
    ],
)
def test_what_cannot_be_changed_without_more_is_refused(raw: str, after: Any) -> None:
    with pytest.raises(NoPlaceError):
        restructure(raw.encode(), after)


def test_a_field_goes_with_its_lines() -> None:
    raw = "id: x\nsteps:\n  - key: a\n    requires:\n      - b\n      - c\n    to: d\nz: 1\n"
    wanted = {"id": "x", "steps": [{"key": "a", "to": "d"}], "z": 1}
    after, _ = restructure(raw.encode(), wanted)
    assert after.decode() == "id: x\nsteps:\n  - key: a\n    to: d\nz: 1\n"
