"""Which summaries of the last build still hold."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect
from yizhan.facts.states import States
from yizhan.facts.summary import Summary
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.publishing import kept_summaries
from yizhan.publishing.kept import Kept, records_now

from .conftest import ROOT

SMALL = ROOT / "tests/pages/archive"
DAY = date(2026, 4, 3)
SAID = "title: "


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SMALL / "records", tmp_path / "records")
    return tmp_path


def built(project: Path, former: Kept | None = None, day: date = DAY) -> tuple[Kept, set[str]]:
    """What a build keeps, and the ids of the summaries that it took over from the last one."""
    inspected = inspect(project, day, cached=False)
    archive, contents = inspected.loaded.archive, inspected.contents
    basis = kept_summaries.basis(archive, contents, day)
    known = kept_summaries.known(former, contents, basis)
    summaries = _made(archive, day, known)
    assert summaries == _made(archive, day, {}), "what is taken over is what would be made"
    records = records_now(archive, contents, former)
    plain = kept_summaries.to_keep(former, contents, basis, summaries)
    assert plain == kept_summaries.to_keep(None, contents, basis, summaries)
    return Kept({}, {}, {}, records, {}, {}, {}, basis, plain), set(known)


def _made(archive: object, day: date, known: dict[str, Summary]) -> dict[str, Summary]:
    return States(archive, load_presets(), day, official_calendar(), known).summaries  # type: ignore[arg-type]


def retitle(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace(SAID, f"{SAID}改", 1), "utf-8")


def test_all_hold_where_nothing_changed(project: Path) -> None:
    first, none = built(project)
    assert none == set()
    _, held = built(project, first)
    assert held == set(first.summaries) != set()


def test_only_that_of_an_edited_matter_is_made_again(project: Path) -> None:
    first, _ = built(project)
    file = min((project / "records/matters").rglob("*.yaml"))
    retitle(file)
    second, held = built(project, first)
    assert set(first.summaries) - held == {file.stem}
    file.unlink()
    third, held = built(project, second)
    assert set(third.summaries) == held == set(first.summaries) - {file.stem}


def test_none_holds_on_another_day(project: Path) -> None:
    first, _ = built(project)
    assert built(project, first, DAY + timedelta(days=1))[1] == set()


def test_none_holds_after_a_procedure_changed(project: Path) -> None:
    source = ROOT / "tests/village/records/procedures"
    own = project / "records/procedures"
    own.mkdir(exist_ok=True)
    for file in source.glob("*.yaml"):
        shutil.copy(file, own)
    first, _ = built(project)
    retitle(min(own.glob("*.yaml")))
    second, held = built(project, first)
    assert held == set()
    assert built(project, second)[1] == set(second.summaries)


def test_another_kind_of_record_changes_none(project: Path) -> None:
    first, _ = built(project)
    retitle(min((project / "records/places").rglob("*.yaml")))
    assert built(project, first)[1] == set(first.summaries)
