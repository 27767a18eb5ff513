"""Broken records, a folder each: laid over the village, they give exactly ``expected.txt``.

A folder holds what a clerk might write or a machine might leave behind. ``YIZHAN_ACCEPT=1 pytest
tests/broken`` writes what is found now; read the difference like code.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.loading.validators import quickest
from yizhan.model.finding import Finding

HERE = Path(__file__).parent
VILLAGE = HERE.parent / "village"
CASES = sorted(path.name for path in HERE.iterdir() if (path / "records").is_dir())


@pytest.fixture(params=["jsonschema-rs", "jsonschema"])
def validator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With the accelerator, and as if it were not installed."""
    if request.param == "jsonschema":
        monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    quickest.cache_clear()
    yield request.param
    quickest.cache_clear()


def render(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column} {finding.code} {finding.level}"
    texts = (finding.message.zh, finding.fix.zh, finding.message.en, finding.fix.en)
    return "\n".join((place, *(f"  {text}" for text in texts))) + "\n"


@pytest.mark.usefixtures("validator")
@pytest.mark.parametrize("case", CASES)
def test_finds_exactly(case: str, tmp_path: Path) -> None:
    shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / case / "records", tmp_path / "records", dirs_exist_ok=True)

    result = run(tmp_path, date(2026, 4, 10), cached=False)

    found = "\n".join(render(finding) for finding in result.findings)
    expected = HERE / case / "expected.txt"
    if os.environ.get("YIZHAN_ACCEPT"):
        expected.write_text(found, encoding="utf-8")
    assert found
    assert found == expected.read_text(encoding="utf-8")


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 70
