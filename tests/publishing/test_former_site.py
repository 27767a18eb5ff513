"""What may be replaced by a site, and what is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.publishing.errors import PublishingError
from yizhan.publishing.former_site import LIST, listed, may_replace
from yizhan.publishing.swap import beside, swap

from .swapped import names


@pytest.mark.parametrize("part", ["records", "docs/site", "overrides", ".git/x", ".yizhan/site"])
def test_folders_of_sources_are_never_replaced(tmp_path: Path, part: str) -> None:
    site = tmp_path / part
    with pytest.raises(PublishingError) as caught:
        may_replace(site, tmp_path)
    name = part.partition("/")[0]
    assert caught.value.text.zh == (
        f"网站不能写到 {site}：{name}/ 里是村里自己的文件。请换一个文件夹，例如 site。"
    )
    assert caught.value.text.en == (
        f"The site cannot be written to {site}: {name}/ holds the village's own files. "
        "Name another folder, such as site."
    )


@pytest.mark.parametrize("site", ["project", "."])
def test_a_folder_that_holds_the_project_is_left_alone(tmp_path: Path, site: str) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / site / LIST).write_bytes(listed([]))
    with pytest.raises(PublishingError) as caught:
        may_replace(tmp_path / site, tmp_path / "project")
    path = (tmp_path / site).resolve()
    assert caught.value.text.zh == (
        f"{path} 里有别的东西，不是从前搭建的网站，所以没有动它：请换一个空的文件夹。"
    )
    assert caught.value.text.en == (
        f"{path} holds something else than a former site and was left alone: name an empty folder."
    )


@pytest.mark.parametrize("files", [["index.html"], ["notes.txt"], [".git/HEAD", "CNAME"]])
def test_a_foreign_site_is_not_replaced(tmp_path: Path, files: list[str]) -> None:
    for path in files:
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text("theirs")
    with pytest.raises(PublishingError):
        may_replace(tmp_path / "site", tmp_path / "project")


def test_a_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(PublishingError) as caught:
        may_replace(tmp_path / "site", tmp_path / "project")
    assert caught.value.text.en == (
        f"The site is to be written to {tmp_path / 'site'}, which is a file: name another folder, "
        "or move that file."
    )


def test_a_former_site_an_empty_folder_and_a_new_one_may_be_replaced(
    site: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "worktree/.git").mkdir(parents=True)
    earlier = tmp_path / "earlier"
    (earlier / "assets/stylesheets").mkdir(parents=True)
    (earlier / "index.html").write_text("x")
    (earlier / "assets/stylesheets/yizhan.css").write_text("x")
    for folder in (site, tmp_path / "empty", tmp_path / "worktree", earlier, tmp_path / "new"):
        may_replace(folder, tmp_path / "project")


@pytest.mark.parametrize("earlier", [False, True])
def test_what_no_build_made_stays_at_the_top(site: Path, earlier: bool) -> None:
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    (site / "CNAME").write_text("village.example")
    if earlier:
        (site / LIST).unlink()
    with beside(site) as fresh:
        (fresh / "new").write_text("new")
        (fresh / LIST).write_bytes(listed(["new"]))
        swap(fresh, site)
    assert names(site) == [".git", "CNAME", "new"]
    assert (site / ".git/HEAD").read_text() == "ref"


def test_the_list_is_the_same_for_the_same_files() -> None:
    assert listed(["b/x", "a", "b/y"]).decode().splitlines()[2:] == [LIST, "a", "b"]
