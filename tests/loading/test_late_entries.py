"""Late entries: read by date, wherever they stand, with the day since which they are on record."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.loading.load import origin_in, read_record
from yizhan.loading.strict_yaml import positions
from yizhan.model.dates import PartialDate
from yizhan.model.keys import keys
from yizhan.model.kinds import identify
from yizhan.model.order import entered_later, in_order

PATH = "records/matters/2026/20260210-shili-noise.yaml"
HEAD = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-01
  by: residents
  channel: counter
log:
"""


def raw(*entries: tuple[str, str], corrections: str = "") -> bytes:
    lines = "".join(f"  - date: {date}\n    step: {step}\n" for date, step in entries)
    return f"{HEAD}{lines}{corrections}".encode()


def read(*entries: tuple[str, str], corrections: str = "") -> Any:
    identity = identify(PATH)
    assert identity is not None
    found = read_record(PATH, identity, raw(*entries, corrections=corrections))
    assert found.findings == ()
    return found.record


def shown(record: Any) -> list[tuple[str, str | None]]:
    return [(each.step, each.since and each.since.text) for each in record.log]


FIRST = ("2026-02-02", "accept")
TENTH = ("2026-02-10", "visit")
TWELFTH = ("2026-02-12", "meet")


def test_two_clerks_entries_merge_in_either_order() -> None:
    one = read(FIRST, TENTH, TWELFTH)
    other = read(FIRST, TWELFTH, TENTH)
    assert [each.step for each in one.log] == [each.step for each in other.log]
    assert shown(one) == [("accept", None), ("visit", None), ("meet", None)]
    assert shown(other) == [("accept", None), ("visit", "2026-02-12"), ("meet", None)]


def test_a_day_moved_later_makes_nothing_late_that_stands_behind_it() -> None:
    """What was on record then is the first date: the entries behind it were entered after that."""
    moved = "corrections:\n  - {date: 2026-03-20, at: log/20260202-accept/date, value: 2026-02-11, reason: 录错}\n"
    record = read(FIRST, TENTH, TWELFTH, corrections=moved)
    assert shown(record) == [("visit", None), ("accept", None), ("meet", None)]
    earlier = moved.replace("20260202-accept", "20260212-meet").replace("02-11", "02-09")
    record = read(FIRST, TWELFTH, TENTH, corrections=earlier)
    assert shown(record) == [("accept", None), ("meet", "2026-02-12"), ("visit", "2026-02-12")]


def test_keys_are_those_of_the_order_in_the_file() -> None:
    record = read(FIRST, ("2026-02-12", "visit"), ("2026-02-10", "meet"), ("2026-02-10", "meet"))
    assert keys(record.log) == (
        *("20260202-accept", "20260210-meet", "20260210-meet-2"),
        "20260212-visit",
    )


def test_lines_are_those_of_the_file() -> None:
    text = raw(FIRST, TWELFTH, TENTH)
    from yizhan.model.vocabulary import Kind

    origin = origin_in(PATH, Kind.MATTER, text)
    lines = text.decode().split("\n")
    (line, _), *_ = positions(text.decode(), origin(("log", 1, "step")))
    assert lines[line - 1].strip() == "step: visit"
    assert origin(("title",)) == ("title",)


CORRECTED = """\
corrections:
  - date: {on}
    at: log/{key}/date
    value: {value}
    reason: 录错。
"""


@pytest.mark.parametrize(
    ("key", "value", "on", "since"),
    [
        # a report that is put back is on record since the day that was written first
        ("20260212-meet", "2026-02-05", "2026-03-01", "2026-02-12"),
        # one that is put off counts from the day that holds
        ("20260202-accept", "2026-02-04", "2026-03-01", None),
        # a year typed wrongly was seen on the day of the correction at the latest
        ("20290212-meet", "2026-02-12", "2026-02-14", "2026-02-14"),
    ],
)
def test_a_correction_that_moves_an_entry_erases_nothing(
    key: str, value: str, on: str, since: str | None
) -> None:
    last = ("2029-02-12", "meet") if key.startswith("2029") else TWELFTH
    record = read(FIRST, last, corrections=CORRECTED.format(key=key, value=value, on=on))
    found = dict(zip(keys(record.log), record.log, strict=True))[key]
    assert found.date.text == value
    assert (found.since and found.since.text) == since


def test_what_stands_behind_a_moved_entry_is_as_late_as_that() -> None:
    correction = CORRECTED.format(key="20290212-meet", value="2026-02-08", on="2026-02-14")
    record = read(FIRST, ("2029-02-12", "meet"), ("2026-02-09", "visit"), corrections=correction)
    assert shown(record) == [("accept", None), ("meet", "2026-02-14"), ("visit", "2026-02-14")]


def test_an_effect_that_was_told_beforehand_makes_nothing_late() -> None:
    path = "records/rules/shili-rules/amendments/2026-dogs.yaml"
    text = """\
id: 2026-dogs
title: 养犬
example: true
rule: shili-rules
changes:
  - operation: repeal
    article: a1
dossier:
  - stage: vote
    date: 2026-02-01
  - stage: effect
    date: 2026-04-01
  - stage: filing
    date: 2026-02-20
"""
    identity = identify(path)
    assert identity is not None
    record: Any = read_record(path, identity, text.encode()).record
    assert record is not None
    assert [(str(each.stage), each.since) for each in record.dossier] == [
        ("vote", None),
        ("filing", None),
        ("effect", None),
    ]


def test_selections_of_an_honour_are_read_by_date() -> None:
    path = "records/honours/2026/20260210-shili-lane.yaml"
    text = """\
id: 20260210-shili-lane
title: 美丽楼栋
example: true
place: shili-cun
unit: building
date: 2026-02-10
stages:
  - stage: conferred
    date: 2026-02-10
  - stage: nominated
    date: 2026-02-01
"""
    identity = identify(path)
    assert identity is not None
    found = read_record(path, identity, text.encode())
    record: Any = found.record
    assert found.findings == ()
    assert [(str(each.stage), str(each.since)) for each in record.stages] == [
        ("nominated", "2026-02-10"),
        ("conferred", "None"),
    ]


DATES = st.sampled_from(
    ["2026", "2026-01", "2026-02", "2026-01-05", "2026-01-20", "2026-02-03", "2026-02-03", "2027"]
)


@given(st.lists(DATES, max_size=7))
def test_nothing_stands_behind_what_is_surely_later(texts: list[str]) -> None:
    dates = [PartialDate.parse(text) for text in texts]
    order = list(in_order(dates))
    assert sorted(order) == list(range(len(dates)))
    put = [dates[position] for position in order]
    assert entered_later(put) == frozenset() or any(date.day is None for date in put)
    for position, (one, other) in enumerate(pairwise(put)):
        assert not other.surely_before(one), position


@given(
    st.lists(st.sampled_from(["2026-01-05", "2026-01-20", "2026-02-03"]), max_size=5, unique=True)
)
def test_days_come_in_one_order_however_they_were_merged(texts: list[str]) -> None:
    orders = {
        tuple(some[position] for position in in_order([PartialDate.parse(each) for each in some]))
        for some in permutations(texts)
    }
    assert len(orders) == 1


def corrected(at: str, what: str, day: str = "2026-04-01") -> str:
    return f"  - date: {day}\n    at: log/{at}\n    {what}\n    reason: 录错了。\n"


MARCH = (("2026-03-03", "accept"), ("2026-03-04", "visit"), ("2026-03-10", "meet"))


@pytest.mark.parametrize(
    ("entries", "corrections", "since"),
    [
        (MARCH, (), {}),
        (MARCH, (("20260304-visit/date", "value: 2026-03-30"),), {}),
        (MARCH, (("20260303-accept/date", "value: 2026-03-05"),), {}),
        (MARCH, (("20260304-visit", "value: {date: 2026-03-30, step: visit}"),), {}),
        (MARCH, (("20260310-meet/date", "value: 2026-03-02"),), {"meet": "2026-03-10"}),
        (
            (*MARCH, ("2026-03-06", "ask")),
            (("20260310-meet/date", "value: 2026-03-02"),),
            {"meet": "2026-03-10", "ask": "2026-03-10"},
        ),
        (
            (*MARCH, ("2026-03-06", "ask")),
            (("20260310-meet", "annul: true"),),
            {"ask": "2026-03-10"},
        ),
        (
            MARCH,
            (
                ("20260304-visit/date", "value: 2026-03-30"),
                ("20260304-visit/date", "value: 2026-03-01"),
            ),
            {"visit": "2026-03-04"},
        ),
    ],
)
def test_a_correction_of_one_entry_leaves_since_when_those_behind_it_are_on_record(
    entries: tuple[tuple[str, str], ...],
    corrections: tuple[tuple[str, str], ...],
    since: dict[str, str],
) -> None:
    added = "".join(corrected(*each) for each in corrections)
    record = read(*entries, corrections=added and f"corrections:\n{added}")
    assert {step: day for step, day in shown(record) if day is not None} == since
