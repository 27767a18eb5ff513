"""What was compiled once is not compiled again, unless the package is another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yizhan.pages.rendering import CODE
from yizhan.publishing import compiled
from yizhan.publishing.compiled import FILE, Compiled
from yizhan.wording.words import ENGLISH


@pytest.fixture(autouse=True)
def apart() -> Iterator[None]:
    """Without what other tests compiled."""
    before = dict(CODE), dict(ENGLISH)
    CODE.clear()
    ENGLISH.clear()
    yield
    for known, former in zip((CODE, ENGLISH), before, strict=True):
        known.clear()
        known.update(former)


def keep(project: Path) -> None:
    CODE["zh ../ matter.html"] = b"code"
    ENGLISH["matter"] = "Matter"
    Compiled(project).keep()
    CODE.clear()
    ENGLISH.clear()


def test_the_next_build_has_it(tmp_path: Path) -> None:
    keep(tmp_path)
    Compiled(tmp_path).recall()
    assert (CODE, ENGLISH) == ({"zh ../ matter.html": b"code"}, {"matter": "Matter"})


def test_it_is_written_again_where_something_was_compiled(tmp_path: Path) -> None:
    keep(tmp_path)
    file = tmp_path / FILE
    before = file.stat().st_ino
    again = Compiled(tmp_path)
    again.recall()
    again.keep()
    assert file.stat().st_ino == before
    CODE["zh ../../ place.html"] = b"more"
    again.keep()
    CODE.clear()
    Compiled(tmp_path).recall()
    assert sorted(CODE) == ["zh ../ matter.html", "zh ../../ place.html"]


def test_of_another_version_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path)
    monkeypatch.setattr(compiled, "fingerprint", lambda *_about: b"another".ljust(16))
    Compiled(tmp_path).recall()
    assert CODE == {}
