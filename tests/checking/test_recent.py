"""Records are let go when nobody holds them, and made again when somebody asks."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from yizhan.checking import engine
from yizhan.checking.engine import inspect, run
from yizhan.checking.entries import Entry
from yizhan.checking.recent import HELD_OF_MANY, Recent
from yizhan.loading.load import load
from yizhan.loading.tree import walk
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter
from yizhan.model.place import Place

from .test_engine import DAY, VILLAGE


@pytest.fixture
def village(tmp_path: Path) -> Path:
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    return tmp_path


def archive_of(root: Path, held: int) -> Archive:
    """The archive of a folder, of whose matters so many are held."""
    recent = Recent(held)
    return Archive(Entry.fresh(root, file, recent).source() for file in walk(root).records)


def test_a_matter_is_let_go_and_made_again(village: Path) -> None:
    archive = archive_of(village, held=1)
    first, second, *_ = archive.ids_of(Matter)
    made = archive.get(Matter, first)
    assert made is archive.get(Matter, first), "one object as long as somebody holds it"
    seen = weakref.ref(made)
    text = repr(made)
    assert archive.get(Matter, second) is not None
    del made
    gc.collect()
    assert seen() is None
    assert repr(archive.get(Matter, first)) == text


def test_the_last_ones_are_held(village: Path) -> None:
    archive = archive_of(village, held=2)
    first, second, *_ = archive.ids_of(Matter)
    seen = [weakref.ref(archive.get(Matter, each)) for each in (first, second)]
    gc.collect()
    assert all(each() is not None for each in seen)


def test_other_kinds_are_held_for_good(village: Path) -> None:
    archive = archive_of(village, held=0)
    seen = [weakref.ref(archive.get(Place, each)) for each in archive.ids_of(Place)]
    gc.collect()
    assert all(each() is not None for each in seen)


def test_few_matters_live_after_all_were_judged(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither reading nor judging nor what is handed on keeps them."""
    monkeypatch.setattr(engine, "Recent", lambda *_: Recent(1))
    before = _living()
    inspected = inspect(village, DAY, cached=False)
    archive = inspected.loaded.archive
    assert len(archive.ids_of(Matter)) > 1
    assert _living() - before <= 1
    assert sum(1 for each in archive.ids_of(Matter) if archive.get(Matter, each)) > 1
    assert _living() - before <= 1


@pytest.mark.parametrize("many", [0, 10_000])
def test_a_large_archive_holds_fewer_and_says_the_same(
    village: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    sizes = []
    monkeypatch.setattr(engine, "_MANY", many)
    monkeypatch.setattr(engine, "Recent", lambda *size: sizes.append(size) or Recent(*size))
    inspected = inspect(village, DAY, cached=False)
    assert sizes == [() if many else (HELD_OF_MANY,)]
    plain = load(village).archive
    assert dict(inspected.loaded.archive.records) == dict(plain.records)


def test_findings_are_the_same_however_few_are_held(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = min((village / "records/matters").rglob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("place: ", "place: no-", 1), "utf-8")
    many = run(village, DAY, cached=False)
    monkeypatch.setattr(engine, "Recent", lambda *_: Recent(0))
    few = run(village, DAY, cached=False)
    assert few.findings == many.findings != ()


def _living() -> int:
    gc.collect()
    return sum(isinstance(each, Matter) for each in gc.get_objects())
