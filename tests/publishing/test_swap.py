"""How a site takes its place, and what a build that died leaves."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from yizhan.publishing.errors import PublishingError
from yizhan.publishing.swap import apply, beside, clear_leftovers, swap
from yizhan.publishing.workplace import Workplace

from .swapped import names

_DIE = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
_BEGIN = """
import sys
from pathlib import Path
from yizhan.publishing import swap, workplace
site = Path(sys.argv[1])
with swap.beside(site) as fresh:
    place = workplace.Workplace(fresh.parent)
"""


def killed(site: Path, *lines: str) -> Path:
    """What a build leaves that is killed after these lines of its own."""
    code = _BEGIN + "".join(f"    {line}\n" for line in (*lines, _DIE))
    done = subprocess.run(
        [sys.executable, "-c", code, str(site)], check=False, capture_output=True, text=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    (left,) = site.parent.glob(".site.work-*")
    return left


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
    def fail() -> None:
        with beside(site) as fresh:
            fresh.rmdir()
            swap(fresh, site)

    with pytest.raises(FileNotFoundError):
        fail()
    assert names(site) == ["old"]
    assert names(site.parent) == ["site"]


def test_git_does_not_see_where_a_build_works(site: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=site.parent, check=True)
    with beside(site) as fresh:
        (fresh / "new").write_text("new")
        told = subprocess.run(
            ["git", "status", "--porcelain"],
            cwd=site.parent,
            check=True,
            capture_output=True,
            text=True,
        )
    assert told.stdout == "?? site/\n"


def test_a_build_that_died_before_its_site_was_whole_leaves_the_old_one(site: Path) -> None:
    killed(site, "(fresh / 'half').write_text('half')")
    assert clear_leftovers(site) == []
    assert (names(site), names(site.parent)) == (["old"], ["site"])


def test_the_old_site_is_put_back_where_a_build_died_between_its_renames(site: Path) -> None:
    killed(site, "site.rename(place.old)")
    assert not site.exists()
    assert clear_leftovers(site) == []
    assert (names(site), names(site.parent)) == (["old"], ["site"])


def test_what_no_build_made_is_not_lost_where_one_died_after_its_renames(site: Path) -> None:
    (site / "CNAME").write_text("village.example")
    killed(site, "site.rename(place.old)", "fresh.rename(site)")
    assert names(site) == []
    assert clear_leftovers(site) == []
    assert (names(site), names(site.parent)) == (["CNAME"], ["site"])


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


def test_a_file_becomes_a_folder_and_a_folder_a_file(site: Path) -> None:
    (site / "page/deep").mkdir(parents=True)
    (site / "page/deep/index.html").write_text("x")
    with beside(site) as fresh:
        (fresh / "old").mkdir()
        (fresh / "old/index.html").write_text("a page now")
        (fresh / "page").write_text("a file now")
        apply(fresh, site, ["old", "page/deep/index.html"])
    assert (site / "old/index.html").read_text() == "a page now"
    assert (site / "page").read_text() == "a file now"
    assert names(site.parent) == ["site"]


def test_a_folder_that_holds_what_no_build_made_makes_way_for_a_file(site: Path) -> None:
    (site / "page").mkdir()
    (site / "page/mine.txt").write_text("x")
    with beside(site) as fresh:
        (fresh / "page").write_text("a file now")
        apply(fresh, site, [])
    assert (site / "page").read_text() == "a file now"


@pytest.mark.parametrize("path", ["linked/new", "linked/deep/new"])
def test_no_link_within_the_site_is_written_through(site: Path, path: str) -> None:
    outside = site.parent / "outside"
    (outside / "deep").mkdir(parents=True)
    (site / "linked").symlink_to(outside)

    def write() -> None:
        with beside(site) as fresh:
            (fresh / path).parent.mkdir(parents=True)
            (fresh / path).write_text("new")
            apply(fresh, site, ["old"])

    with pytest.raises(PublishingError) as caught:
        write()
    assert caught.value.text.zh == (
        "网站里的 linked 是一个链接，不往里写：请删去这个链接，再搭建一次。"
    )
    assert caught.value.text.en == (
        "linked within the site is a link, which is not written through: delete it and build again."
    )
    assert names(outside) == ["deep"]
    assert names(site) == ["linked", "old"]  # nothing was begun


@pytest.mark.parametrize(
    ("path", "shut", "named"),
    [
        ("a", "", "site/"),
        ("matters/a", "matters", "matters/"),
        ("matters/deep/new/a", "matters/deep", "matters/deep/"),
        ("matters/deep/b", "matters/deep", "matters/deep/"),
    ],
)
def test_where_a_folder_cannot_be_written_nothing_is_begun(
    site: Path, monkeypatch: pytest.MonkeyPatch, path: str, shut: str, named: str
) -> None:
    (site / "matters/deep").mkdir(parents=True)
    access = os.access

    def refuse(folder: Path, mode: int, **how: bool) -> bool:
        return folder != site / shut and access(folder, mode, **how)

    monkeypatch.setattr(os, "access", refuse)  # root may write everywhere

    def write() -> None:
        with beside(site) as fresh:
            (fresh / "first").mkdir()
            (fresh / "first/a").write_text("new")
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_text("new")
            apply(fresh, site, ["matters/gone"])

    with pytest.raises(PublishingError) as caught:
        write()
    assert caught.value.text.zh == (
        f"网站里的 {named} 不能写，网站没有改动：请检查有没有写的权限，再搭建一次。"
    )
    assert names(site) == ["matters", "old"]
    assert names(site.parent) == ["site"]


def test_a_failure_midway_says_that_the_site_is_half_new(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def full(source: Path, target: Path) -> Path:
        if target == site / "b":
            raise OSError(28, "No space left on device", str(source), None, str(target))
        return replace(source, target)

    def write() -> None:
        with beside(site) as fresh:
            for name in ("a", "b", "c"):
                (fresh / name).write_text("new")
            monkeypatch.setattr(Path, "replace", full)
            apply(fresh, site, [])

    with pytest.raises(PublishingError) as caught:
        write()
    assert tuple(caught.value.text) == (
        "网站只换了一半：b 写不进去。请检查磁盘和写的权限，再搭建一次，就会换全。",
        "The site is half new: b could not be written. See to the disk and that you may write there, and build again: that puts it right.",
    )
    assert names(site.parent) == ["site"]


def test_changes_that_a_dead_build_began_are_finished(site: Path) -> None:
    killed(
        site,
        "(fresh / 'first').write_text('moved before')",
        "(fresh / 'second').write_text('moved now')",
        "place.begin(site, ['old'])",
        "(fresh / 'first').replace(site / 'first')",
    )
    assert names(site) == ["first", "old"]
    assert clear_leftovers(site) == []
    assert names(site) == ["first", "second"]
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize("spoilt", ["journal", "lock"])
@pytest.mark.parametrize("content", [None, b"", b"{", b"yizhan store 1\nsite work 1\n"])
def test_whatever_a_leftover_looks_like_the_next_build_goes_on(
    site: Path, spoilt: str, content: bytes | None
) -> None:
    left = killed(
        site, "(fresh / 'new').write_text('new')", "place.begin(site, ['old'])", "place.new"
    )
    (left / spoilt).unlink()
    if content is not None:
        (left / spoilt).write_bytes(content)
    told = clear_leftovers(site)
    assert names(site) == ["old"]
    assert left.exists() == bool(told) == (spoilt == "lock")
    with beside(site) as fresh:
        apply(fresh, site, [])


@pytest.mark.parametrize("gone", [("new",), ("new", "journal"), ("new", "journal", "lock")])
def test_a_build_that_died_while_its_folder_was_removed_is_forgotten(
    site: Path, gone: tuple[str, ...]
) -> None:
    left = killed(site, "place.begin(site, ['old'])", "place.done()", "place.begin(site, [])")
    for name in gone:
        shutil.rmtree(left / name) if name == "new" else (left / name).unlink()
    assert clear_leftovers(site) == []
    assert names(site) == ["old"]
    assert names(site.parent) == ["site"]


def test_a_leftover_that_came_from_elsewhere_is_left_alone_and_told(site: Path) -> None:
    """A clone or an archive has other inodes; neither may name what is removed or written."""
    victim = site.parent / "victim.txt"
    victim.write_text("kept")
    left = killed(
        site, "(fresh / 'new').write_text('new')", "place.begin(site, ['../victim.txt', 'old'])"
    )
    copied = site.parent / ".site.work-copied"
    shutil.copytree(left, copied)
    shutil.rmtree(left)
    former = site.parent / ".site.changes-4194305-x"
    former.mkdir()
    (former / ".removed.json").write_text('["../victim.txt", "old"]')
    (site.parent / ".site.work-link").symlink_to(site.parent)
    told = clear_leftovers(site)
    assert [each.en for each in told] == [
        f"{folder} was not left by a build on this computer and is left alone; delete it if nobody "
        "needs it."
        for folder in (former, copied, site.parent / ".site.work-link")
    ]
    assert told[0].zh == f"{former} 不是这台电脑上的搭建留下的，没有动它；不需要就请删去。"
    assert (names(site), victim.read_text()) == (["old"], "kept")


@pytest.mark.parametrize("path", ["../victim.txt", "{outside}/victim.txt", "linked/victim.txt"])
def test_no_leftover_reaches_out_of_the_site(site: Path, path: str) -> None:
    """Even one that is bound as ours are."""
    outside = site.parent / "outside"
    outside.mkdir()
    for folder in (outside, site.parent):
        (folder / "victim.txt").write_text("kept")
    (site / "linked").symlink_to(outside)
    killed(
        site,
        "(fresh / 'new').write_text('new')",
        f"place.begin(site, [{path.format(outside=outside)!r}])",
    )
    assert clear_leftovers(site) == []
    assert names(site) == ["linked", "old"]
    assert (outside / "victim.txt").exists()
    assert (site.parent / "victim.txt").exists()
    assert list(site.parent.glob(".site.*")) == []


def test_changes_of_another_site_are_not_carried_out(site: Path) -> None:
    killed(site, "(fresh / 'new').write_text('new')", "place.begin(site, ['old'])")
    shutil.copytree(site, site.parent / "copy")
    shutil.rmtree(site)
    (site.parent / "copy").rename(site)
    assert clear_leftovers(site) == []
    assert (names(site), names(site.parent)) == (["old"], ["site"])


def test_a_build_at_work_is_left_alone(site: Path) -> None:
    """Whatever number its process has: another container may give the same."""
    code = _BEGIN + "    print(fresh, flush=True)\n    sys.stdin.read()\n"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(site)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        first = Path(other.stdout.readline().strip())
        assert clear_leftovers(site) == []
        with beside(site) as second:
            assert first.is_dir()
            assert second != first
        other.communicate("")
    assert names(site.parent) == ["site"]


def test_where_the_journal_cannot_be_written_nothing_is_begun(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    def change() -> None:
        with beside(site) as fresh:
            (fresh / "new").write_text("new")
            monkeypatch.setattr("yizhan.loading.store.marshal.loads", full)
            Workplace(fresh.parent).begin(site, ["old"])

    with pytest.raises(OSError, match="No space left"):
        change()
    assert names(site) == ["old"]
