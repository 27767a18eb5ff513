"""Minutes after the shapes of real councils' and villages' meetings, laid over the village."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.facts.states import States
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.finding import Finding
from yizhan.pages.site import Site, SiteConfig

HERE = Path(__file__).parent
VILLAGE = HERE.parent / "village"
AS_OF = date(2026, 12, 1)


def lay(folder: Path) -> Path:
    """Copy the village and the minutes to a folder."""
    for source in (VILLAGE, HERE):
        shutil.copytree(source / "records", folder / "records", dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day on which the minutes are read."""
    return AS_OF


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the village and the minutes, which no test changes."""
    return lay(tmp_path_factory.mktemp("meetings"))


@pytest.fixture(scope="session")
def site(archive: Path) -> Site:
    """The same as a site in Chinese."""
    loaded = load(archive)
    assert loaded.findings == ()
    presets, calendar = load_presets(), official_calendar()
    states = States(loaded.archive, presets, AS_OF, calendar)
    config = SiteConfig("https://example.org/edit/", "https://example.org/history/")
    return Site(loaded.archive, states, AS_OF, "zh", presets, calendar, config)


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str, str, str], tuple[Finding, ...]]:
    """What the checks find after one piece of one file was replaced."""

    def after(name: str, old: str, new: str) -> tuple[Finding, ...]:
        lay(tmp_path)
        (file,) = (tmp_path / "records").rglob(f"{name}.yaml")
        text = file.read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        file.write_text(text.replace(old, new, 1), "utf-8")
        return run(tmp_path, AS_OF, cached=False).findings

    return after
