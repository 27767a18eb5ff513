"""A file that cannot be read: it hides nothing that does not hinge on it, and nothing is made up.

It counts as not there. What is said because something is not there is withheld while a file that
might be it cannot be read, and the run tells how many records could not be judged in full.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.days import Days
from yizhan.checking.engine import Result, inspect, run
from yizhan.checking.entries import Entry
from yizhan.checking.recent import Recent
from yizhan.checking.runner import judge
from yizhan.checking.tracking import DUPLICATES, marks_of
from yizhan.checks import discover
from yizhan.checks.shared.check import Check
from yizhan.loading import load
from yizhan.loading.tree import walk
from yizhan.model.finding import Level

VILLAGE = Path(__file__).parents[1] / "village"
CHECKS = {check.code: check for check in discover()}
DAY = date(2026, 3, 31)
BROKEN = "title:坏了\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The village."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    return tmp_path


def _lay(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8", "surrogateescape"))


def _found(result: Result) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in result.findings]


def _wrong(result: Result) -> list[tuple[str, str]]:
    """What is found, but for what the calendar brings."""
    found = (each for each in result.findings if each.level is not Level.DUE)
    return [(finding.path, finding.code) for finding in found]


def _judged(root: Path, entries: list[Entry], again: list[Entry]) -> set[tuple[str, int, str]]:
    """What is found where; in which words may hang on what else can be read."""
    judge(root, walk(root), entries, again, Days(DAY, DAY, DAY))
    return {
        (finding.path, finding.line, finding.code)
        for entry in again
        for finding in entry.judged or ()
    }


def _each_hidden(root: Path, again: list[Entry], entries: list[Entry]) -> None:
    """Hide each file in turn: of the others nothing is said that is not so when it can be read."""
    before = _judged(root, entries, again)
    asked = {entry.path: set(entry.looked_up) for entry in again}
    for hidden in entries:
        marks = set(marks_of(hidden.record())) | {DUPLICATES}
        rest = [entry for entry in again if entry is not hidden and asked[entry.path] & marks]
        without = [replace(entry, blob=None) if entry is hidden else entry for entry in entries]
        after = _judged(root, without, rest)
        paths = {entry.path for entry in rest}
        expected = {finding for finding in before if finding[0] in paths}
        assert after <= expected, f"made up while {hidden.path} cannot be read"


def _entries(root: Path) -> list[Entry]:
    entries = [Entry.fresh(root, file, Recent()) for file in walk(root).records]
    return [entry for entry in entries if entry.blob is not None]


def test_whichever_file_of_the_village_cannot_be_read_nothing_is_made_up(root: Path) -> None:
    entries = _entries(root)
    _each_hidden(root, entries, entries)


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_whichever_neighbour_cannot_be_read_nothing_is_made_up(root: Path, check: Check) -> None:
    for example in (check.good, check.bad):
        _lay(root, example.files)
        entries = _entries(root)
        own = [entry for entry in entries if entry.path in example.files]
        _each_hidden(root, own, entries)


def test_another_missing_record_is_still_missed(root: Path) -> None:
    _lay(root, CHECKS["A004"].bad.files)
    (path,) = CHECKS["A004"].bad.files
    _lay(root, {path: (root / path).read_text("utf-8").replace("shili-committee", "shili-square")})
    _lay(root, {"records/bodies/shili-square.yaml": BROKEN})
    result = run(root, DAY)
    assert [code for found, code in _found(result) if found == path] == ["A004"]
    assert dict(result.in_doubt) == {"records/bodies/shili-square.yaml": 1}


def test_a_matter_is_judged_by_what_can_be_read_of_its_bodies(root: Path) -> None:
    """The first body of a log cannot be read; that the second was dissolved is told all the same."""
    bad = CHECKS["M023"].bad.files
    path = next(path for path in bad if "/matters/" in path)
    _lay(root, bad)
    found = run(root, DAY).findings
    expected = {each for each in found if each.path == path and each.code == "M023"}
    assert expected
    text = (root / path).read_text("utf-8")
    _lay(root, {path: text, "records/bodies/shili-committee.yaml": BROKEN})
    assert expected <= set(run(root, DAY).findings)


@pytest.mark.parametrize(
    ("code", "unread", "told"),
    [
        ("J006", "records/points/2026/20260101-shili-lost.yaml", False),
        ("J006", "records/points/2027/20270101-shili-lost.yaml", True),
        ("J006", "records/meetings/2026/20260301-shili-lost.yaml", True),
        ("J007", "records/points/2027/20270101-shili-lost.yaml", False),
        ("T012", "records/meetings/2026/20260320-shili-lost.yaml", False),
        ("T012", "records/meetings/2025/20250320-shili-lost.yaml", True),
        ("N001", "records/rules/shili-rules/amendments/shili-lost.yaml", False),
        ("N001", "records/rules/shili-other/amendments/shili-lost.yaml", True),
        ("M020", "records/matters/2026/20260301-shili-lost.yaml", True),
        ("J005", "records/points/2026/20260219-shili-lost.yaml", True),
    ],
)
def test_only_what_the_file_might_refute_is_withheld(
    root: Path, code: str, unread: str, *, told: bool
) -> None:
    _lay(root, CHECKS[code].bad.files)
    run(root, DAY)
    _lay(root, {unread: BROKEN})
    kept, fresh = run(root, DAY), run(root, DAY, cached=False)
    assert kept.findings == fresh.findings
    assert kept.in_doubt == fresh.in_doubt
    assert ({code} <= {found for _, found in _found(fresh)}) is told
    assert dict(fresh.in_doubt) == ({} if told else {unread: 1})
    (root / unread).unlink()
    assert {code} == {found for _, found in _found(run(root, DAY))}


def test_who_asked_for_a_file_that_cannot_be_read_is_counted(root: Path) -> None:
    assert dict(run(root, DAY).in_doubt) == {}
    _lay(root, {"records/places/shili-cun-square.yaml": BROKEN})
    first, second = run(root, DAY), run(root, DAY)
    assert dict(first.in_doubt) == dict(second.in_doubt)
    (count,) = first.in_doubt.values()
    assert count >= 1


def test_a_reversal_of_what_cannot_be_read_is_not_called_unknown(root: Path) -> None:
    _lay(root, CHECKS["J005"].bad.files)
    batch = "records/points/2026/20260220-shili-cleanup.yaml"
    (root / batch).unlink()
    assert "J005" in {code for _, code in _found(run(root, DAY))}
    _lay(root, {batch: BROKEN})
    result = run(root, DAY)
    assert {path for path, _ in _found(result)} == {batch}
    assert result.in_doubt[batch] >= 1


def test_a_part_that_cannot_be_read_may_be_what_names_the_meeting(root: Path) -> None:
    """The whole matter does not name the meeting that lists it; its part might."""
    matters = CHECKS["M015"].good.files
    whole, part, _ = sorted(matters)
    meeting = CHECKS["M020"].bad.files
    (path,) = meeting
    listed = {path: meeting[path].replace("20260308-shili-drain", "20260210-shili-square")}
    _lay(root, {**matters, **listed})
    assert _wrong(run(root, DAY)) == [(path, "M020")]
    _lay(root, {part: BROKEN})
    result = run(root, DAY)
    assert {found for found, _ in _wrong(result)} == {part}
    assert dict(result.in_doubt) == {part: 2}, "the whole, and the meeting"
    _lay(root, {part: matters[part], "records/matters/2026/20260301-shili-lost.yaml": BROKEN})
    assert (path, "M020") in _wrong(run(root, DAY)), "a matter that is no part of it hides nothing"
    assert (root / whole).exists()


ALL_LINKED = ("records", "link")
"""Followed: where the records are is the operator's business."""


def _folders() -> list[str]:
    """Every folder of the village's records that holds something."""
    found = {each.parent for each in (VILLAGE / "records").glob("*/**/*")}
    found |= {each.parent for each in found}
    return sorted(each.relative_to(VILLAGE).as_posix() for each in found - {VILLAGE})


def _shut(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for somebody who may not open it; root may open everything."""
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if str(path) == str(folder):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)


@pytest.mark.parametrize(
    ("folder", "way"),
    [(each, way) for each in _folders() for way in ("shut", "link") if (each, way) != ALL_LINKED],
)
def test_whichever_folder_cannot_be_opened_nothing_is_made_up(
    root: Path, monkeypatch: pytest.MonkeyPatch, folder: str, way: str
) -> None:
    before = set(_wrong(run(root, DAY)))
    if way == "shut":
        _shut(root / folder, monkeypatch)
    else:
        (root / folder).rename(root / "elsewhere")
        (root / folder).symlink_to(root / "elsewhere")
    kept, fresh = run(root, DAY), run(root, DAY, cached=False)
    assert kept.findings == fresh.findings
    assert set(_wrong(fresh)) - before == {(folder, "Y023")}
    assert dict(kept.in_doubt) == dict(fresh.in_doubt)
    assert set(fresh.in_doubt) <= {folder}


def test_of_a_folder_that_cannot_be_opened_it_is_told_how_much_hinges_on_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lay(root, {"records/rounds/2026/20260210-shili-walk.yaml": _ROUND})
    before = [code for _, code in _wrong(run(root, DAY))]
    assert before == ["A004", "A007"]
    with monkeypatch.context() as patch:
        _shut(root / "records/places", patch)
        result = run(root, DAY)
        assert _wrong(result) == [
            ("records/places", "Y023"),
            ("records/rounds/2026/20260210-shili-walk.yaml", "A007"),
        ]
        (finding,) = [each for each in result.findings if each.code == "Y023"]
        assert finding.message.zh == "文件夹打不开：没有权限。"
        assert result.in_doubt["records/places"] > 1
    with monkeypatch.context() as patch:
        _lay(root, {"records/rounds/2026/20260210-shili-walk/other.jpg": ""})
        _shut(root / "records/rounds/2026/20260210-shili-walk", patch)
        codes = [code for _, code in _wrong(run(root, DAY))]
        assert codes == ["Y023", "A004"], "the body is missing all the same"
    (root / "records/rounds/2026/20260210-shili-walk/other.jpg").unlink()
    assert [code for _, code in _wrong(run(root, DAY))] == before


def test_a_link_in_the_place_of_a_record_is_a_file_that_cannot_be_read(root: Path) -> None:
    place = root / "records/places/shili-cun-square.yaml"
    before = set(_wrong(run(root, DAY)))
    place.rename(root / "elsewhere.kept")
    place.symlink_to(root / "elsewhere.kept")
    photo = root / "records/places/shili-cun-square/photo.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"")
    result = run(root, DAY)
    path = "records/places/shili-cun-square.yaml"
    assert set(_wrong(result)) - before == {(path, "Y023")}, "nor is its photo a stray file"
    assert result.in_doubt[path] >= 1
    assert inspect(root, DAY).loaded.unread == load(root).unread == {"shili-cun-square"}


_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-nowhere
by: shili-committee
attachments:
  - file: yard.jpg
    title: 走访的院落
"""


def test_what_the_last_run_left_out_is_judged_anew(root: Path) -> None:
    """A file that can be read again withholds nothing, whichever other file cannot be read now."""
    lamps = "records/matters/2026/20260108-shili-lamps.yaml"
    drain = "records/matters/2026/20260308-shili-drain.yaml"
    right = (root / lamps).read_text("utf-8")
    _lay(root, {lamps: BROKEN})
    assert lamps in run(root, DAY).in_doubt
    _lay(root, {lamps: right, drain: BROKEN})
    assert dict(run(root, DAY).in_doubt) == dict(run(root, DAY, cached=False).in_doubt) == {}
