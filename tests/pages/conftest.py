"""A small archive on one day, and expected pieces of HTML that ``make accept`` writes again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from yizhan.facts.states import States
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.pages import rendering
from yizhan.pages.site import Site, SiteConfig

from .merged_village import merged
from .said_matters import site_with

__all__ = ["merged", "site_with"]
"""Fixtures that several modules of tests ask for, kept with what they are made of."""

HERE = Path(__file__).parent
VILLAGE = HERE.parent / "village"
AS_OF = date(2026, 4, 3)


def make_site(as_of: date = AS_OF, per_page: int = 50) -> Site:
    """The small archive as a site."""
    loaded = load(HERE / "archive")
    assert loaded.findings == ()
    presets, calendar = load_presets(), official_calendar()
    states = States(loaded.archive, presets, as_of, calendar)
    config = SiteConfig("https://example.org/edit/", "https://example.org/history/", per_page)
    return Site(loaded.archive, states, as_of, "zh", presets, calendar, config)


WRITTEN: dict[str, bytes] = {}
"""Code of the templates as they are written, compiled by earlier modules of these tests."""


@pytest.fixture(scope="module", autouse=True)
def as_templates_are_written() -> Iterator[None]:
    """Pages with the quotes, end tags and ends of lines of their templates, so that they can be read.

    ``tests/browser/test_compact.py`` holds that a browser makes the same of both.
    """
    compact = dict(rendering.CODE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "compact", str)
        _use_templates(WRITTEN)
        yield
        WRITTEN.update(rendering.CODE)
    _use_templates(compact)


def _use_templates(code: dict[str, bytes]) -> None:
    for cached in (rendering.compiled, rendering.environment):
        cached.cache_clear()
    rendering.CODE.clear()
    rendering.CODE.update(code)


@pytest.fixture(scope="session")
def site() -> Site:
    """The small archive in Chinese on 3 April 2026."""
    return make_site()


@pytest.fixture
def site_on() -> Callable[..., Site]:
    """The small archive on another day, or with shorter pages."""
    return make_site


def site_of(root: Path, as_of: date = AS_OF) -> Site:
    """An archive on a day, as a site in Chinese."""
    loaded = load(root)
    assert loaded.findings == ()
    return site_from(loaded.archive, as_of)


def site_from(archive: Archive, as_of: date = AS_OF) -> Site:
    """Records on a day, as a site in Chinese."""
    presets, calendar = load_presets(), official_calendar()
    states = States(archive, presets, as_of, calendar)
    config = SiteConfig("https://example.org/edit/", "https://example.org/history/")
    return Site(archive, states, as_of, "zh", presets, calendar, config)


@pytest.fixture(scope="session")
def load_site() -> Callable[..., Site]:
    """Any archive on any day."""
    return site_of


@pytest.fixture(scope="session")
def village(load_site: Callable[..., Site]) -> Site:
    """The village that checks are tested on, on 3 April 2026: it has every kind of record."""
    return load_site(VILLAGE)


@pytest.fixture
def village_with(load_site: Callable[..., Site], tmp_path: Path) -> Callable[..., Site]:
    """The village with some files changed: path → what is replaced by what."""

    def build(changes: dict[str, dict[str, str]], as_of: date = AS_OF) -> Site:
        shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
        for path, replacements in changes.items():
            file = tmp_path / "records" / path
            text = file.read_text("utf-8")
            for old, new in replacements.items():
                assert old in text, f"{old!r} is not in {path}"
                text = text.replace(old, new)
            file.write_text(text, "utf-8")
        return load_site(tmp_path, as_of)

    return build


@pytest.fixture
def expect() -> Callable[[str, str], None]:
    """Compare a piece of HTML with the file of its name in ``expected/``."""

    def compare(name: str, found: str) -> None:
        file = HERE / "expected" / name
        if os.environ.get("YIZHAN_ACCEPT") == "1":
            file.write_text(found, "utf-8")
        assert found == file.read_text("utf-8")

    return compare
