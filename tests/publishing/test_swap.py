from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yizhan.publishing.swap import beside, swap


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old").write_text("old")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_site_takes_the_place_of_the_old(site: Path) -> None:
    with beside(site) as fresh:
        (fresh / "new").write_text("new")
        swap(fresh, site)
    assert names(site) == ["new"]
    assert names(site.parent) == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    with beside(site) as fresh:
        (fresh / "new").write_text("new")
        swap(fresh, site)
    assert names(site) == ["new"]
    assert site.stat().st_mode & 0o777 == 0o755  # a web server must be able to read it


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_site_and_nothing_else(
    site: Path, error: type[BaseException]
) -> None:
    def fail() -> None:
        with beside(site) as fresh:
            (fresh / "half").write_text("half")
            raise error

    with pytest.raises(error):
        fail()
    assert names(site) == ["old"]
    assert names(site.parent) == ["site"]


def test_the_old_site_comes_back_where_the_second_rename_fails(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap(site.parent / "not there", site)
    assert names(site) == ["old"]
    assert names(site.parent) == ["site"]


def test_what_a_dead_build_left_is_removed_and_its_old_site_put_back(site: Path) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (site.parent / f".site.new-{gone}-x").mkdir()
    aside = site.parent / f".site.old-{gone}-y"
    aside.mkdir()
    site.rename(aside / "site")
    with beside(site):
        assert names(site) == ["old"]
    assert names(site.parent) == ["site"]


def test_a_build_at_work_is_left_alone(site: Path) -> None:
    with beside(site) as first, beside(site):
        assert first.exists()
