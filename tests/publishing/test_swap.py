from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yizhan.publishing.errors import PublishingError
from yizhan.publishing.swap import apply, beside, may_replace, swap


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


def test_changes_are_carried_out_in_the_site_that_is_there(site: Path) -> None:
    (site / "gone").mkdir()
    (site / "gone/index.html").write_text("x")
    inode = (site / "old").stat().st_ino
    with beside(site) as fresh:
        (fresh / "deep/er").mkdir(parents=True)
        (fresh / "deep/er/new").write_text("new")
        apply(fresh, site, ["gone/index.html", "never was"])
    assert names(site) == ["deep", "old"]
    assert (site / "deep/er/new").read_text() == "new"
    assert (site / "old").stat().st_ino == inode
    assert names(site.parent) == ["site"]


def test_changes_that_a_dead_build_began_are_finished(site: Path) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    begun = site.parent / f".site.changes-{gone}-x"
    begun.mkdir()
    (begun / "second").write_text("moved now")
    (begun / ".removed.json").write_text('["old"]')
    (site / "first").write_text("moved before")
    with beside(site):
        assert names(site) == ["first", "second"]
    assert names(site.parent) == ["site"]


def test_a_build_at_work_is_left_alone(site: Path) -> None:
    with beside(site) as first, beside(site):
        assert first.exists()


@pytest.mark.parametrize("site", ["project/records", "project", "."])
def test_a_folder_that_is_not_a_former_site_is_left_alone(tmp_path: Path, site: str) -> None:
    records = tmp_path / "project" / "records"
    records.mkdir(parents=True)
    (records / "kept.yaml").write_text("id: kept\n")
    with pytest.raises(PublishingError) as caught:
        may_replace(tmp_path / site, tmp_path / "project")
    path = (tmp_path / site).resolve()
    assert caught.value.text.zh == (
        f"{path} 里有别的东西，不是从前搭建的网站，所以没有动它：请换一个空的文件夹。"
    )
    assert caught.value.text.en == (
        f"{path} holds something else than a former site and was left alone: name an empty folder."
    )


def test_a_project_is_never_replaced_even_where_it_has_a_front_page(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x")
    with pytest.raises(PublishingError):
        may_replace(tmp_path, tmp_path)


def test_a_former_site_an_empty_folder_and_a_new_one_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "index.html").write_text("x")
    for name in ("empty", "old", "new"):
        may_replace(tmp_path / name, tmp_path / "project")
