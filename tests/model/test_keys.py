"""Keys: given or derived, never counted from the start of the list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.loading.parse import build, parse
from yizhan.model.amendment import DossierEntry
from yizhan.model.honour import Selection
from yizhan.model.keys import keyed_lists, keys, may_repeat, position_of
from yizhan.model.kinds import KINDS
from yizhan.model.matter import LogEntry
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.points import Entry
from yizhan.model.vocabulary import Kind


def log(*entries: tuple[str, str] | tuple[str, str, str]) -> tuple[LogEntry, ...]:
    names = ("date", "step", "key")
    return tuple(build(LogEntry, dict(zip(names, each, strict=False))) for each in entries)


@pytest.mark.parametrize(
    ("model", "data", "key"),
    [
        (LogEntry, {"date": "2026-03-01", "step": "accept"}, "20260301-accept"),
        (LogEntry, {"date": "2026-03", "step": "report_done"}, "202603-report_done"),
        (LogEntry, {"date": 2026, "step": "accept"}, "2026-accept"),
        (LogEntry, {"date": "2026-03-01", "step": "accept", "key": "own"}, "own"),
        (DossierEntry, {"date": "2025-05-10", "stage": "draft"}, "20250510-draft"),
        (Selection, {"date": "2025-12-01", "stage": "nominated"}, "20251201-nominated"),
        (
            Entry,
            {"account": "a-0k3m9x2p", "kind": "award", "item": "sweep", "points": 5},
            "a-0k3m9x2p-sweep",
        ),
        (
            Entry,
            {"account": "a-0k3m9x2p", "kind": "reversal", "points": -5},
            "a-0k3m9x2p-reversal",
        ),
        (AgendaItem, {"title": "更换村口路灯"}, "item-2598a79a"),
        (Decision, {"text": "同意更换。", "result": "adopted"}, "decision-82ac592a"),
        (Decision, {"text": "同意更换。", "result": "adopted", "key": "gaizao"}, "gaizao"),
    ],
)
def test_a_key_is_given_or_follows_from_the_item(model: Any, data: Any, key: str) -> None:
    assert keys([build(model, data)]) == (key,)


def test_the_same_day_and_step_are_told_apart() -> None:
    entries = log(
        ("2026-03-01", "accept"),
        ("2026-03-01", "note"),
        ("2026-03-01", "accept", "given"),
        ("2026-03-01", "accept"),
    )
    own = ("20260301-accept", "20260301-note", "given", "20260301-accept-3")
    assert keys(entries) == own
    assert [position_of(entries, key) for key in own] == [0, 1, 2, 3]
    assert position_of(entries, "20260301-accept-2") is None


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (log(("2026-03-01", "visit"), ("2026-03-01", "visit")), False),
        (log(("2026-03-01", "visit"), ("2026-03-01", "visit-2")), True),
        (log(("2026-03-01", "visit"), ("2026-03-02", "visit", "x")), True),
        ([build(Entry, {"account": "a", "kind": "award", "item": "x2", "points": 1})], True),
        ([build(Entry, {"account": "a", "kind": "award", "item": "x", "points": 1})], False),
        ([build(Entry, {"account": "a", "kind": "reversal", "points": 1})], False),
        ([build(AgendaItem, {"title": "议题2"})], False),
        ([], False),
    ],
)
def test_whether_keys_may_repeat_at_all(items: Any, expected: bool) -> None:
    assert may_repeat(items) is expected
    assert expected or len(set(keys(items))) == len(items)


@given(
    st.lists(st.tuples(st.sampled_from(["2026-03-01", "2026-03"]), st.sampled_from("ab"))),
    st.integers(0, 9),
    st.booleans(),
)
def test_a_key_stays_whatever_comes_after_and_whatever_else_is_put_before(
    entries: list[tuple[str, str]], at: int, given: bool
) -> None:
    before = log(*entries)
    own = keys(before)
    assert len(set(own)) == len(own)
    at = min(at, len(before))
    (other,) = log(("2026-02-02", "c"))
    other = replace(other, key="x") if given else other
    after = (*before[:at], other, *before[at:])
    assert [key for key in keys(after) if key != keys([other])[0]] == list(own)
    assert keys((*before, *before))[: len(own)] == own


@pytest.mark.parametrize("kind", Kind)
def test_the_lists_of_a_record(kind: Kind) -> None:
    from yizhan.loading.schemas import load_schema

    (example,) = load_schema(kind)["examples"]
    record = parse(KINDS[kind].model, example, "x.yaml")
    found = {".".join(map(str, pointer)) for pointer, _ in keyed_lists(record)}
    expected = {
        Kind.MATTER: {"log"},
        Kind.AMENDMENT: {"dossier"},
        Kind.HONOUR: {"stages"},
        Kind.BATCH: {"entries"},
        Kind.MEETING: {"agenda", "agenda.0.decisions", "agenda.0.elections"},
    }
    assert found == expected.get(kind, set())


def test_where_the_lists_are() -> None:
    meeting = parse(
        Meeting,
        {
            "id": "20260301-x",
            "title": "会",
            "meeting_kind": "joint_session",
            "place": "p",
            "date": "2026-03-01",
            "agenda": [{"title": "甲"}, {"title": "甲"}],
        },
        "x.yaml",
    )
    (_, agenda), *decisions = keyed_lists(meeting)
    first, second = keys(agenda)  # type: ignore[misc]
    assert second == f"{first}-2"
    assert [pointer for pointer, _ in decisions] == [
        ("agenda", 0, "decisions"),
        ("agenda", 0, "elections"),
        ("agenda", 1, "decisions"),
        ("agenda", 1, "elections"),
    ]
