"""Migrations: pure, total, and each number leads to today's."""

from __future__ import annotations

import ast
import copy
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yizhan.loading.migrations import MIGRATIONS, from_1, from_2, migrate, migrated, move
from yizhan.loading.parse import build
from yizhan.loading.record_format import FIRST, FORMAT
from yizhan.model.keys import keys
from yizhan.model.matter import LogEntry

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
KEYS = st.sampled_from(
    ["log", "date", "step", "corrects", "entries", "account", "kind", "item", "reverses", "title"]
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=12
)
PATHS = st.sampled_from(
    [
        "records/matters/2026/20260101-x.yaml",
        "records/points/2026/20260102-x.yaml",
        "records/points/schemes/x.yaml",
        "records/tallies/2026/20260103-x.yaml",
        "records/tallies/2026/20260103-x/photo.jpg",
        "records/claims/2026/20260103-x.yaml",
        "records/places/x.yaml",
        "records/x.yaml",
        "somewhere/else",
    ]
)
FILES = st.dictionaries(PATHS, ANYTHING)


def test_there_is_a_migration_for_every_number_before() -> None:
    assert list(MIGRATIONS) == list(range(FIRST, FORMAT))


@pytest.mark.parametrize("number", [0, FORMAT + 1])
def test_there_is_no_way_from_a_number_that_is_none(number: int) -> None:
    with pytest.raises(ValueError, match=f"no format {number}"):
        migrate({}, number)


@given(FILES)
def test_todays_format_stays_as_it_is(files: dict[str, Any]) -> None:
    assert migrate(files, FORMAT) == files


@given(FILES, st.sampled_from(range(FIRST, FORMAT)))
@settings(max_examples=300)
def test_whatever_files_hold_none_is_lost_and_none_is_changed_in_place(
    files: dict[str, Any], number: int
) -> None:
    before = copy.deepcopy(files)
    way = migrated(files, number)
    assert files == before
    assert sorted(first for first, _, _ in way) == sorted(files)
    after = migrate(files, number)
    assert len(after) == len(files)
    assert migrate(after, number) == after, "what is brought over stays as it is"


def test_claims_move_with_what_is_beside_them() -> None:
    files = {
        "records/tallies/2025/20251231-x.yaml": {"id": "20251231-x"},
        "records/tallies/2025/20251231-x/biao.pdf": None,
        "records/places/tallies.yaml": {"id": "tallies"},
    }
    assert migrate(files, 1) == {
        "records/claims/2025/20251231-x.yaml": {"id": "20251231-x"},
        "records/claims/2025/20251231-x/biao.pdf": None,
        "records/places/tallies.yaml": {"id": "tallies"},
    }
    assert move("records/tallies/2025/20251231-x.yaml", 1) == "records/claims/2025/20251231-x.yaml"
    assert move("records/tallies/2025/20251231-x.yaml", FORMAT).startswith("records/tallies/")


def test_a_correction_names_the_key_of_the_entry_it_counted() -> None:
    path = "records/matters/2026/20260101-x.yaml"
    log = [
        {"date": "2026-01-02", "step": "accept"},
        {"date": "2026-01-02", "step": "accept"},
        {"date": 2026, "step": "correct", "corrects": 2},
        {"date": "2026-03", "step": "correct", "corrects": 1},
        {"date": "2026-03", "step": "correct", "corrects": 9},
        {"date": "2026-03", "step": "correct", "corrects": True},
    ]
    (after,) = from_1.rewrite({path: {"id": "x", "log": log}}).values()
    assert [entry.get("corrects") for entry in after["log"]] == [
        None,
        None,
        "20260102-accept-2",
        "20260102-accept",
        9,
        True,
    ]


def test_a_reversal_names_the_key_of_the_entry_it_counted() -> None:
    award = {"account": "a-1", "kind": "award", "item": "sweep", "points": 5}
    names = ["20260101-a#1", "20260101-a#2", "20260102-b#1", "20260101-a#3", "20260103-c#1", "x", 7]
    back = [{"account": "a-1", "kind": "reversal", "reverses": name} for name in names]
    files = {
        "records/points/2026/20260101-a.yaml": {"entries": [award, award]},
        "records/points/2026/20260102-b.yaml": {"entries": back},
    }
    after = migrate(files, 1)["records/points/2026/20260102-b.yaml"]
    assert [entry["reverses"] for entry in after["entries"]] == [
        "20260101-a#a-1-sweep",
        "20260101-a#a-1-sweep-2",
        "20260102-b#a-1-reversal",
        "20260101-a#3",
        "20260103-c#1",
        "x",
        7,
    ]


def test_a_file_whose_new_place_is_taken_stays() -> None:
    files = {"records/tallies/x.yaml": {"id": "old"}, "records/claims/x.yaml": {"id": "new"}}
    assert migrate(files, 1) == files


def test_a_migration_asks_nothing_of_what_may_change() -> None:
    """Today's modules say how today's format is; a migration says for itself how its own was."""
    folder = Path(from_1.__file__).parent
    files = sorted(folder.glob("from_*.py"))
    assert len(files) == len(MIGRATIONS)
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or "."] if isinstance(node, ast.ImportFrom) else []
            assert [
                name for name in names if name.split(".")[0] not in sys.stdlib_module_names
            ] == []


def test_the_keys_of_format_2_are_still_those_of_today() -> None:
    """Not asked of the migration, but of today's model: keys that are out are never derived anew."""
    log = [{"date": date, "step": "visit"} for date in ("2026-01-02", "2026-01-02", "2026-01")]
    path = "records/matters/2026/20260101-x.yaml"
    corrections = [{"date": 2026, "step": "correct", "corrects": n + 1} for n in range(3)]
    (after,) = from_1.rewrite({path: {"log": log + corrections}}).values()
    own = keys([build(LogEntry, entry) for entry in log])
    assert tuple(entry["corrects"] for entry in after["log"][3:]) == own
    assert own == ("20260102-visit", "20260102-visit-2", "202601-visit")


MATTER = "records/matters/2026/20260101-x.yaml"
ACCEPT = {"date": "2026-01-02", "step": "accept", "by": "a", "to": "b"}
REPORT = {
    "date": "2026-01-05",
    "step": "report_done",
    "outcome": {"result": "solved", "text": "x", "cost": 1850, "funding": "y"},
}


def corrected(*entries: dict[str, Any], **others: Any) -> dict[str, Any]:
    data = {"id": "x", "log": [ACCEPT, REPORT, *entries], **others}
    (after,) = from_2.rewrite({MATTER: data}).values()
    return dict(after)


def test_a_step_that_corrects_becomes_a_correction_of_each_value_that_differs() -> None:
    entry = {
        "date": "2026-01-09",
        "step": "correct",
        "by": "c",
        "corrects": "20260105-report_done",
        "note": "发票是 1580 元。",
        "sources": [{"title": "发票"}],
        "outcome": {"result": "solved", "text": "x", "cost": 1580, "reason": "z"},
    }
    after = corrected(entry)
    assert after["log"] == [ACCEPT, REPORT]
    head = {"date": "2026-01-09", "by": "c"}
    tail = {"reason": "发票是 1580 元。", "sources": [{"title": "发票"}]}
    at = "log/20260105-report_done/outcome"
    assert after["corrections"] == [
        {**head, "at": f"{at}/cost", "value": 1580, **tail},
        {**head, "at": f"{at}/reason", "value": "z", **tail},
        {**head, "at": f"{at}/funding", "annul": True, **tail},
    ]


def test_who_corrects_does_not_become_who_acted() -> None:
    entry = {"date": "2026-01-09", "step": "correct", "by": "c", "corrects": "20260102-accept"}
    after = corrected({**entry, "to": "d", "note": "交给 d。"})
    assert [each["at"] for each in after["corrections"]] == ["log/20260102-accept/to"]
    assert after["corrections"][0]["by"] == "c"


def test_what_corrects_nothing_is_told_under_the_key_it_had() -> None:
    told = {"date": "2026-01-09", "step": "correct", "corrects": "20260102-accept", "note": "说明"}
    after = corrected(told)
    assert after["log"][2] == {
        "date": "2026-01-09",
        "step": "progress",
        "key": "20260109-correct",
        "note": "说明",
    }
    assert "corrections" not in after


def test_a_photo_of_a_correction_stays_in_the_log() -> None:
    photo = [{"file": "a.jpg", "title": "发票"}]
    entry = {"date": "2026-01-09", "step": "correct", "corrects": "20260102-accept"}
    after = corrected({**entry, "to": "d", "note": "n", "attachments": photo})
    assert after["log"][2]["attachments"] == photo
    assert "to" not in after["log"][2]
    assert len(after["corrections"]) == 1


@pytest.mark.parametrize("target", ["20260109-correct", "20260103-accept", 7, None])
def test_a_step_that_corrects_nothing_it_can_find_stays_for_the_checks(target: Any) -> None:
    entry = {"date": "2026-01-09", "step": "correct", "corrects": target, "to": "d"}
    assert corrected(entry)["log"][2] == entry


def test_the_second_of_two_changes_what_the_first_left() -> None:
    entry = {"step": "correct", "corrects": "20260102-accept", "note": "n"}
    after = corrected(
        {"date": "2026-01-07", **entry, "to": "d"},
        {"date": "2026-01-08", **entry, "to": "d", "until": "2026-02"},
        corrections=[{"at": "title"}],
    )
    assert [each["at"] for each in after["corrections"]] == [
        "title",
        "log/20260102-accept/to",
        "log/20260102-accept/until",
    ]


def test_a_procedure_has_no_step_that_corrects() -> None:
    path = "records/procedures/own.yaml"
    procedure = {
        "id": "own",
        "without": ["correct"],
        "steps": [
            {"key": "fix", "action": "correct"},
            {"key": "go", "action": "progress", "requires": ["note", "corrects"]},
        ],
    }
    own = {"date": "2026-01-09", "step": "fix", "corrects": "20260102-accept", "to": "d"}
    files = {path: procedure, MATTER: {"id": "x", "procedure": "own", "log": [ACCEPT, own]}}
    after = from_2.rewrite(files)
    assert after[path] == {
        "id": "own",
        "steps": [{"key": "go", "action": "progress", "requires": ["note"]}],
    }
    assert [each["at"] for each in after[MATTER]["corrections"]] == ["log/20260102-accept/to"]
