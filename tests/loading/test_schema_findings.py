"""Schema findings: the fast validator's verdict is the authority's, and no record breaks them."""

from __future__ import annotations

import copy
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yizhan.loading.load import read_record
from yizhan.loading.schemas import load_vocabulary
from yizhan.loading.strict_yaml import read
from yizhan.loading.typed_dates import likely_date
from yizhan.loading.typed_words import likely_word
from yizhan.loading.validators import authority, is_valid, quickest
from yizhan.model.kinds import identify
from yizhan.model.vocabulary import Kind

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "tests/village/records").glob("*/**/*.yaml"))
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3, 2026, 99999, 10**17, 1.5, "", " ", "x", "停车", "2026-02-29"),
    *("2026-04-01", "2026/4/1", "a" * 81, "line\nbreak", "大", [], ["x"], ["x", "x"], {}, {"x": 1}),
)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of nested data."""
    found: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        found.append((value, key))
        if isinstance(inner, dict | list):
            found += _places(inner)
    return found


def _mutated(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    changed = copy.deepcopy(data)
    for _ in range(chance.randint(1, 3)):
        places = _places(changed)
        if not places:
            return changed
        container, key = chance.choice(places)
        match chance.randrange(4):
            case 0:
                del container[key]
            case 1 if isinstance(container, dict):
                container[chance.choice(("status", "状态", "标题", "x", "date"))] = "x"
            case _:
                container[key] = copy.deepcopy(chance.choice(VALUES))
    return changed


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_fast_validator_agrees_with_the_authority(path: Path) -> None:
    identity = identify(path.relative_to(ROOT / "tests/village").as_posix())
    data = read(path.read_bytes()).data
    assert identity is not None
    assert data is not None
    chance = random.Random(path.stem)
    verdicts = set()
    for changed in (data, *(_mutated(data, chance) for _ in range(60))):
        verdict = is_valid(identity.kind, changed)
        assert verdict == authority(identity.kind).is_valid(changed), changed
        verdicts.add(verdict)
    assert verdicts == {True, False}


@pytest.mark.parametrize("kind", Kind)
def test_the_fast_validator_is_taken_where_it_is_installed(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert quickest(kind) is not authority(kind)
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)  # importing it fails from now on
    assert quickest.__wrapped__(kind) is authority(kind)


@given(st.sampled_from(RECORDS), st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_a_mutilated_record_gives_findings_and_no_traceback(
    path: Path, chance: random.Random
) -> None:
    name = path.relative_to(ROOT / "tests/village").as_posix()
    identity = identify(name)
    assert identity is not None
    raw = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(raw))
        piece = chance.choice([b"", b":", b" ", b"\n", b"- ", b"'", b"2026/4/1", b"\xe4", b"\0"])
        raw[start : start + chance.randrange(12)] = piece
        if not raw:
            break
    result = read_record(name, identity, bytes(raw))
    assert (result.record is None) == any(f.level == "error" for f in result.findings)
    for finding in result.findings:
        assert finding.path == name
        assert finding.line <= raw.count(b"\n") + 1
        assert finding.message.zh.endswith(("。", "？"))
        assert finding.message.en.endswith(".")
        assert finding.fix.zh
        assert finding.fix.en


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2020/6/12", "2020-06-12"),
        ("2020.6.12", "2020-06-12"),
        ("2020年6月12日", "2020-06-12"),
        ("2020-6-12", "2020-06-12"),
        ("2020－06－12", "2020-06-12"),
        ("２０２０年６月", "2020-06"),
        ("2020/6", "2020-06"),
        ("2020年", "2020"),
        ("20200612", "2020-06-12"),
        (20200612, "2020-06-12"),
        ("“2020-06-12”", "2020-06-12"),
        ("2020/6/12 15:30", "2020-06-12"),
        ("2020-13-01", None),
        ("2021-02-29", None),
        ("去年", None),
        ("12/6/2020", None),
    ],
)
def test_dates_in_other_forms(typed: object, date: str | None) -> None:
    assert likely_date(typed) == date


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("停车", "parking"),
        ("Parking", "parking"),
        ("parkng", "parking"),
        ("“停车”", "parking"),
        ("fire-safety", "fire_safety"),
        ("消防安全", "fire_safety"),
        ("水", None),
        ("茶话会", None),
        (12, None),
    ],
)
def test_words_that_were_meant(typed: object, word: str | None) -> None:
    choices = load_vocabulary().choices(Kind.MATTER, ("category",))
    assert likely_word(typed, choices) == word
