"""A build after an edit gives the bytes of a full one, and writes only what changed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from yizhan.loading.record_format import FORMAT_FILE
from yizhan.publishing.kept import FILE as KEPT

from . import full_builds
from .conftest import AS_OF, BOTH, CHINESE, ROOT, lay_out, leftovers, speak, tree, yizhan
from .full_builds import assert_as_if_full, build

DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
Edit = Callable[[Path, random.Random], None]


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    return {
        file.relative_to(site).as_posix(): (file.stat().st_mtime_ns, file.stat().st_ino)
        for file in site.rglob("*")
        if file.is_file()
    }


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def retitle(project: Path, chance: random.Random, folder: str = "records") -> None:
    files = sorted((project / folder).rglob("*.yaml"))
    file = chance.choice([each for each in files if each != project / FORMAT_FILE])
    replace(file, "\ntitle: ", f"\ntitle: 改{chance.randrange(10)}")


class Village:
    """A village that is built once; after each test it is made what it was, which is one more edit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._project = folder
        self._is_whole = False
        self._own: dict[str, bytes] = {}
        self._site: dict[str, str] = {}

    def project(self) -> Path:
        """A project with the site of a former build and all that was kept of it."""
        if not self._is_whole:
            self._number += 1
            self._project = lay_out(self._folder / f"{self._number}")
            build(self._project)
            self._own, self._site = self._files(), tree(self._project / "site")
        self._is_whole = False
        return self._project

    def restore(self) -> None:
        """Take back what a test did, and see that the site is again what it was."""
        project = self._project
        for path in self._files().keys() - self._own.keys():
            (project / path).unlink()
        for path, content in self._own.items():
            file = project / path
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        shutil.rmtree(project / "full", ignore_errors=True)
        build(project)
        assert tree(project / "site") == self._site
        assert self._files() == self._own
        self._is_whole = True

    def _files(self) -> dict[str, bytes]:
        """What the village has of its own."""
        folders = [self._project / part for part in ("records", "docs", "overrides")]
        own = [*self._project.glob("*.*"), *(file for each in folders for file in each.rglob("*"))]
        return {
            file.relative_to(self._project).as_posix(): file.read_bytes()
            for file in own
            if file.is_file()
        }


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    folder = tmp_path_factory.mktemp("edited")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(full_builds, "OUTPUTS", folder / "outputs")
        yield Village(folder)


@pytest.fixture
def village(shared: Village) -> Iterator[Path]:
    """The project of the last test, which is what it was before that; a new one where it is not."""
    yield shared.project()
    shared.restore()


def test_nothing_changed_nothing_written(village: Path) -> None:
    before = stamps(village / "site")
    said = build(village)
    assert "写了 0 个，删去 0 个" in said
    assert stamps(village / "site") == before
    assert leftovers(village) == []


def test_only_files_whose_bytes_changed_are_written(village: Path) -> None:
    site = village / "site"
    bytes_before, before = tree(site), stamps(site)
    replace(village / DRAIN, "\ntitle: ", "\ntitle: 改")
    build(village)
    bytes_now, now = tree(site), stamps(site)
    changed = {path for path in now if bytes_before.get(path) != bytes_now[path]}
    assert {path for path in now if before.get(path) != now[path]} == changed
    assert "matters/20260308-shili-drain/index.html" in changed
    assert "rules/index.html" not in changed
    assert_as_if_full(village)


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_one_after_another(village: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(4):
        for _ in range(chance.randint(1, 3)):
            retitle(village, chance)
        build(village)
    assert_as_if_full(village)


def _new_matter(project: Path) -> None:
    text = (
        (project / DRAIN).read_text("utf-8").replace("20260308-shili-drain", "20260308-shili-new")
    )
    kept = text.partition("\nlog:")[0] + "\n"
    (project / "records/matters/2026/20260308-shili-new.yaml").write_text(kept, "utf-8")


def _gone(project: Path) -> None:
    """A matter nobody refers to goes again."""
    _new_matter(project)
    build(project)
    (project / "records/matters/2026/20260308-shili-new.yaml").unlink()


def _renamed(project: Path) -> None:
    _new_matter(project)
    build(project)
    folder = project / "records/matters/2026"
    text = (folder / "20260308-shili-new.yaml").read_text("utf-8")
    (folder / "20260308-shili-other.yaml").write_text(
        text.replace("20260308-shili-new", "20260308-shili-other"), "utf-8"
    )
    (folder / "20260308-shili-new.yaml").unlink()


def _attachment(project: Path) -> None:
    replace(project / DRAIN, "\nlog:", "\nattachments:\n  - file: a.jpg\n    title: 图\nlog:")
    file = project / DRAIN.removesuffix(".yaml") / "a.jpg"
    file.parent.mkdir(exist_ok=True)
    picture = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
    file.write_bytes(picture)
    build(project)
    file.write_bytes(picture[:-2] + b"\xff\xfe\x00\x03x\xff\xd9")


def laid_over(project: Path, path: str, text: str) -> None:
    """Lay a file over the package's, with something added at its end."""
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text((ROOT / path).read_text("utf-8") + text, "utf-8")


def _docs(project: Path) -> None:
    laid_over(project, "docs/index.md", "\n改\n")


def _overrides(project: Path) -> None:
    laid_over(project, "overrides/404.html", "<!-- 改 -->\n")


def _shell(project: Path) -> None:
    laid_over(project, "docs/matters/shell.md", "\n改\n")


def _config(project: Path) -> None:
    replace(project / "mkdocs.yml", "site_url: https://village", "site_url: https://other")


def _chinese_only(project: Path) -> None:
    speak(project, CHINESE)


def _english_comes_back(project: Path) -> None:
    speak(project, CHINESE)
    build(project)
    speak(project, BOTH)


def _add(project: Path, path: str, text: str) -> None:
    """Add an entry at the end of a record's last list."""
    with (project / path).open("a", encoding="utf-8") as stream:
        stream.write(text)


REPORTED = """\
  - date: 2026-03-12
    step: report_done
    by: shili-office
    outcome:
      result: solved
      text: 排水沟已经疏通。
      cost: 300
      funding: 村集体经费
"""
VERDICT = """\
  - date: 2026-03-14
    step: confirm
    verdict:
      asked: 3
      satisfied: 3
"""
DECISION = """\
      - text: 排水沟每月清一次。
        result: adopted
        method: show_of_hands
        vote:
          for: 16
          against: 0
          abstained: 0
        tasks:
          - key: drain
            text: 清一次排水沟
            body: shili-committee
            due: 2026-02-20
"""
AWARD = """\
  - account: a-q27hn5ce
    kind: award
    item: cleanup
    points: 10
"""


def _advance(project: Path) -> None:
    _add(project, DRAIN, REPORTED)


def _verdict(project: Path) -> None:
    _add(project, DRAIN, REPORTED)
    build(project)
    _add(project, DRAIN, VERDICT)


def _decision(project: Path) -> None:
    _add(project, "records/meetings/2026/20260110-shili-deliberation.yaml", DECISION)


def _batch_entry(project: Path) -> None:
    _add(project, "records/points/2026/20260220-shili-cleanup.yaml", AWARD)


def _file_becomes_page(project: Path) -> None:
    """And another page a file: what was a file has to make way for a folder, and back."""
    licence, page = project / "docs/LICENSE", project / "docs/terms.md"
    licence.write_text("as a file\n")
    page.write_text("# as a page\n")
    build(project)
    licence.unlink()
    page.unlink()
    licence.with_suffix(".md").write_text("# as a page\n")
    page.with_suffix("").write_text("as a file\n")


EDITS = [
    _file_becomes_page,
    _new_matter,
    _gone,
    _renamed,
    _attachment,
    _docs,
    _overrides,
    _shell,
    _config,
    _chinese_only,
    _english_comes_back,
]
EDITS += [_advance, _verdict, _decision, _batch_entry]


@pytest.mark.parametrize("edit", EDITS)
def test_after_each_sort_of_change_the_site_is_that_of_a_full_build(
    village: Path, edit: Callable[[Path], None]
) -> None:
    edit(village)
    build(village)
    assert_as_if_full(village)


@pytest.mark.parametrize("kind", ["places", "bodies", "meetings", "rules", "procedures", "points"])
def test_a_record_of_any_kind_may_change(village: Path, kind: str) -> None:
    retitle(village, random.Random(1), f"records/{kind}")
    build(village)
    assert_as_if_full(village)


def test_another_day(village: Path) -> None:
    build(village, as_of="2026-04-02")
    assert_as_if_full(village, as_of="2026-04-02")


def test_a_day_that_is_past_and_then_today_again(village: Path) -> None:
    past = ("build", "--as-of", "2026-01-15", "--site-dir")
    done = yizhan(village, *past, "site", YIZHAN_AS_OF=AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (village / "site/matters/20260308-shili-drain").exists()
    assert yizhan(village, *past, "full", "--full", YIZHAN_AS_OF=AS_OF).returncode == 0
    assert tree(village / "site") == tree(village / "full")
    build(village)
    assert (village / "site/matters/20260308-shili-drain").exists()
    assert_as_if_full(village)


def test_a_record_that_is_gone_takes_no_other_out_of_search_on_a_later_day(village: Path) -> None:
    (gone,) = (village / "records/claims").rglob("*.yaml")
    gone.unlink()
    build(village)
    build(village, as_of="2026-04-02")
    assert '"shards":[]' not in (village / "site/search/index.html").read_text("utf-8")
    assert_as_if_full(village, as_of="2026-04-02")


@pytest.mark.parametrize("harm", ["foreign", "damaged", "edited", "lost"])
def test_what_was_kept_is_not_trusted_blindly(village: Path, harm: str) -> None:
    cache = village / KEPT
    page = village / "site/matters/20260308-shili-drain/index.html"
    match harm:
        case "foreign":  # as it came with a copy of the project
            raw = cache.read_bytes()
            cache.unlink()
            cache.write_bytes(raw)
        case "damaged":
            raw = bytearray(cache.read_bytes())
            raw[-100] ^= 1
            with cache.open("r+b") as stream:
                stream.write(raw)
        case "edited":
            page.write_text("by hand", "utf-8")
        case "lost":
            page.unlink()
    build(village)
    assert_as_if_full(village)


@pytest.mark.parametrize("after", [0.3, 0.8, 1.2, 1.6])
def test_a_killed_build_leaves_a_site_that_the_next_one_heals(village: Path, after: float) -> None:
    replace(village / DRAIN, "\ntitle: ", "\ntitle: 改")
    running = subprocess.Popen(
        [sys.executable, "-m", "yizhan", "build", "--as-of", AS_OF],
        cwd=village,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    build(village)
    assert leftovers(village) == []
    assert_as_if_full(village)
