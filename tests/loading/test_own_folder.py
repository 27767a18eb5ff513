"""Links in Yizhan's own folder are taken away, never followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.loading import store
from yizhan.loading.own_folder import keep_only, ready, ready_part


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "kept").write_text("theirs")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {each.name: each.read_text() for each in folder.iterdir()}


def test_a_link_in_the_place_of_the_folder_is_replaced(tmp_path: Path, outside: Path) -> None:
    own = tmp_path / ".yizhan"
    own.symlink_to(outside)
    store.keep(own / "x.cache", b"key", 1)
    assert store.recall(own / "x.cache", b"key") == 1
    assert not own.is_symlink()
    assert contents(outside) == {"kept": "theirs"}


def test_a_link_in_the_place_of_the_ignored_list_is_replaced(tmp_path: Path, outside: Path) -> None:
    own = tmp_path / ".yizhan"
    own.mkdir()
    (own / ".gitignore").symlink_to(outside / "kept")
    assert store.moment(own) is not None
    assert (own / ".gitignore").read_text() == "*\n"
    assert contents(outside) == {"kept": "theirs"}


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / ".yizhan").write_text("theirs")
    with pytest.raises(FileExistsError):
        ready(tmp_path / ".yizhan")
    assert (tmp_path / ".yizhan").read_text() == "theirs"


@pytest.mark.parametrize("kind", ["file", "link", "nothing"])
def test_a_part_takes_the_place_of_whatever_is_there(
    tmp_path: Path, outside: Path, kind: str
) -> None:
    part = tmp_path / ".yizhan" / "search"
    part.parent.mkdir()
    if kind == "file":
        part.write_text("x")
    elif kind == "link":
        part.symlink_to(outside)
    ready_part(part)
    assert part.is_dir()
    assert not part.is_symlink()
    assert contents(outside) == {"kept": "theirs"}


def test_only_plain_files_of_some_names_are_kept(tmp_path: Path, outside: Path) -> None:
    part = tmp_path / "search"
    (part / "folder").mkdir(parents=True)
    (part / "kept").write_text("ours")
    (part / "other").write_text("x")
    (part / "link").symlink_to(outside / "kept")
    (part / "linked").symlink_to(outside)
    keep_only(part, {"kept", "link", "folder"})
    assert contents(part) == {"kept": "ours"}
    assert contents(outside) == {"kept": "theirs"}


def test_a_link_is_not_emptied(tmp_path: Path, outside: Path) -> None:
    (tmp_path / "search").symlink_to(outside)
    keep_only(tmp_path / "search", set())
    assert contents(outside) == {"kept": "theirs"}
