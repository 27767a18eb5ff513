"""No remedy puts a file over another one: a copy is compared, and goes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect

VILLAGE = Path(__file__).parents[1] / "village"
DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
OFFICE = "records/bodies/shili-office.yaml"
COPIES = {
    "records/meetings/2026/20260308-shili-drain.yaml": ("S010", DRAIN),
    "records/records/matters/2026/20260308-shili-x.yaml": ("Y021", DRAIN),
    "records/matters/2026年/20260308-shili-drain.yaml": ("Y021", DRAIN),
    "20260308-shili-drain.yaml": ("Y021", DRAIN),
    "records/bodies/2026-x.yaml": ("A001", OFFICE),
    "records/bodies/shili-office.yml": ("Y022", OFFICE),
    "records/bodies/shili-office.txt": ("Y022", OFFICE),
    "records/bodies/shili-office": ("Y022", OFFICE),
    "records/bodies/shili-office.yaml.txt": ("Y025", OFFICE),
    "records/bodies/shili-office.yaml.yaml": ("Y026", OFFICE),
    "records/bodies/Office.yaml": ("Y026", OFFICE),
}


@pytest.mark.parametrize("copy", COPIES)
def test_what_is_there_is_not_overwritten(tmp_path: Path, copy: str) -> None:
    code, original = COPIES[copy]
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    (tmp_path / copy).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(tmp_path / original, tmp_path / copy)
    found = inspect(tmp_path, date(2026, 4, 10)).result.findings
    (told,) = (each for each in found if each.path == copy)
    assert told.code == code
    assert told.fix.zh.startswith(f"{original} 已经有了，不要盖掉它：先对照两份的内容")
    assert told.fix.en.startswith(f"{original} is there already and must not be overwritten")


@pytest.mark.parametrize("moved", COPIES)
def test_what_is_not_there_is_moved(tmp_path: Path, moved: str) -> None:
    _, original = COPIES[moved]
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    (tmp_path / moved).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / original).rename(tmp_path / moved)
    found = inspect(tmp_path, date(2026, 4, 10)).result.findings
    told = [each for each in found if each.path == moved]
    assert told
    assert not any("不要盖掉它" in each.fix.zh for each in told)
