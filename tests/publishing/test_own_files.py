"""Whatever the village has of its own is really there: nothing that a link leads to is published."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yizhan.publishing.assemble import assemble
from yizhan.publishing.errors import PublishingError
from yizhan.publishing.own_files import own_files, read_own

from .conftest import yizhan

SECRET = "SECRET_TOKEN=abc\n"
LINK = "{path} 是符号链接，没有读它，也没有发布：请用文件本身代替它，或者删去它。"
PATHS = (
    *("docs/h.txt", "docs/deep/h.md", "docs/assets/stylesheets/kinds.css", "docs/folder"),
    *("overrides/main.html", "docs", "overrides", "mkdocs.yml", "overlays.txt"),
)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    folder = tmp_path / "village"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: 柳树村\n", "utf-8")
    return folder


@pytest.mark.parametrize("path", PATHS)
def test_a_link_is_named_and_nothing_behind_it_is_read(
    village: Path, tmp_path: Path, path: str
) -> None:
    folder = path in ("docs", "overrides", "docs/folder")
    secret = tmp_path / "secret"
    if folder:
        secret.mkdir()
    (secret / "a.md" if folder else secret).write_text(SECRET, "utf-8")
    link = village / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh == LINK.format(path=path)
    assert caught.value.text.en == (
        f"{path} is a symbolic link and was neither read nor published: put what it leads to in "
        "its place, or delete it."
    )
    assert (secret / "a.md" if folder else secret).read_text("utf-8") == SECRET


@pytest.mark.parametrize("path", ["docs/a.md", "docs/deep/a.png", "docs"])
def test_a_pipe_is_not_waited_for(village: Path, path: str) -> None:
    (village / path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(village / path)
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh == (
        f"{path} 不是普通文件，没有读它：请删去它，或者用普通文件代替它。"
    )


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs", "zensical"])
def test_a_link_stops_a_build_whatever_the_generator(
    village: Path, tmp_path: Path, generator: str
) -> None:
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    (village / "docs").mkdir()
    (village / "docs/h.txt").symlink_to(tmp_path / "secret")
    (village / "records").mkdir()
    (village / "records/format.yaml").write_text("format: 3\n", "utf-8")
    done = yizhan(village, "build", "--generator", generator)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == LINK.format(path="docs/h.txt") + "\n"
    assert not (village / "site").exists()


def test_hidden_files_stay_out_whatever_they_are(village: Path) -> None:
    (village / "docs/__pycache__").mkdir(parents=True)
    (village / "docs/.git").symlink_to("nowhere")
    (village / "docs/a.md").write_text("a", "utf-8")
    for name in ("Thumbs.db", "desktop.ini", "ehthumbs.db", "~$表格.docx"):
        (village / "docs" / name).write_text("a", "utf-8")
    assert own_files(village) == {"docs/a.md": village / "docs/a.md"}


@pytest.mark.parametrize("path", ["docs/a.md", "mkdocs.yml", "overlays.txt"])
def test_what_may_not_be_read_is_not_called_unwritable(
    village: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (village / "docs").mkdir()
    (village / path).write_text("site_name: a\n", "utf-8")
    opening = os.open

    def refuse(file: Path, *rest: int, **named: int) -> int:
        if str(file) == str(village / path):
            raise PermissionError(13, "Permission denied", str(file))
        return opening(file, *rest, **named)

    monkeypatch.setattr(os, "open", refuse)  # root may read everything
    with pytest.raises(PublishingError) as caught:
        assemble(village)
    assert caught.value.text.zh == f"{path} 读不了：请检查有没有读取权限。"


def test_a_folder_that_may_not_be_opened_is_named(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (village / "docs/deep").mkdir(parents=True)
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if str(folder).endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)  # root may open everything
    with pytest.raises(PublishingError) as caught:
        own_files(village)
    assert caught.value.text.zh == "docs/deep 读不了：请检查有没有读取权限。"


def test_what_is_not_there_is_not_there(village: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_own(village, "docs/nowhere.md")
