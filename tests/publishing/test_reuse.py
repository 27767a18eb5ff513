"""A page that need not be made again is the one that would be made; shown in memory, edit by edit."""

from __future__ import annotations

import random
import shutil
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect
from yizhan.model.text import Lang
from yizhan.pages.catalogue import SLOTS, all_pages
from yizhan.pages.matter_lists import matter_row
from yizhan.pages.notes import Digester, Noted, Notes, follow, is_way, way_to
from yizhan.pages.site import Site
from yizhan.publishing import kept_summaries
from yizhan.publishing.address import Address
from yizhan.publishing.generated import Generated
from yizhan.publishing.kept import Kept, ways_now
from yizhan.publishing.publish import make_site
from yizhan.publishing.reuse import Reuse, ReusePages, Source

from .conftest import VILLAGE

DAY = date(2026, 3, 31)
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
Made = dict[str, str]


class Build:
    """Every page and slot of a project, and which of them a build would have kept."""

    def __init__(self, project: Path, former: Kept | None) -> None:
        notes = Notes()
        inspected = inspect(project, DAY, cached=False, listener=notes)
        site = make_site(inspected, DAY, Address(), notes, former)
        site.work_out()
        nothing = Generated({}, {}, "", [])
        about = (Address(), LANGUAGES)
        source = Source(project, site, inspected.contents, frozenset(), *about, nothing)
        self.reuse = Reuse(source, former)
        self.made: Made = {}
        self.held: set[str] = set()
        self.rows_made = 0
        self.wrong_rows: list[str] = []
        kept = {}
        for each in source.sites:
            pages = self.reuse.of(each.lang)
            self._make(each, pages, notes)
            kept[each.lang] = pages.now
        ways = dict(ways_now(kept.values(), site.derived, self.reuse.digester))
        rest = (self.reuse.records, {}, dict(self.reuse.frame), {})
        basis = kept_summaries.basis(site.archive, inspected.contents, DAY)
        about = (former, inspected.contents, basis, site.derived.states.summaries)
        self.kept = Kept({}, kept, ways, *rest, basis, kept_summaries.to_keep(*about))

    def _make(self, site: Site, pages: ReusePages, notes: Notes) -> None:
        site.rows = rows = pages.rows()
        for draft in all_pages(site):
            inputs = pages.inputs(*draft.inputs)
            if pages.holds(draft.url, inputs):
                self.held.add(draft.url)
            notes.marks = set()
            self.made[draft.url] = repr(draft.page)
            pages.note(draft.url, inputs, notes.marks)
        for name, make in SLOTS.items():
            key = f"{site.lang} {name}"
            if pages.holds(key, b""):
                self.held.add(key)
            notes.marks = set()
            self.made[key] = repr(list(make(site)))
            pages.note(key, b"", notes.marks)
        pages.keep_rows(rows)
        self.rows_made += sum(1 for _ in rows.made())
        self.wrong_rows += [
            matter
            for matter, (row, _marks) in pages.now.rows.items()
            if row != matter_row(site, matter).encode()
        ]


@pytest.fixture(scope="module")
def before() -> Build:
    return Build(VILLAGE, None)


def edited(project: Path, before: Build) -> tuple[Build, list[str]]:
    """A build after an edit, and the pages it would have kept although they are others now."""
    now = Build(project, before.kept)
    assert now.wrong_rows == []
    return now, sorted(name for name in now.held if now.made[name] != before.made.get(name))


FILES = sorted(
    path.relative_to(VILLAGE).as_posix() for path in (VILLAGE / "records").glob("*/**/*.yaml")
)


@pytest.mark.parametrize("path", FILES)
def test_another_title(before: Build, tmp_path: Path, path: str) -> None:
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    file = tmp_path / path
    file.write_text(file.read_text("utf-8").replace("title: ", "title: 改", 1), "utf-8")
    now, wrong = edited(tmp_path, before)
    assert wrong == []
    assert now.made != before.made
    if "/procedures/" not in path and "/places/" not in path:
        assert len(now.held) > len(now.made) / 3


@pytest.mark.parametrize("path", [each for each in FILES if "/places/" not in each])
def test_a_file_that_is_gone(before: Build, tmp_path: Path, path: str) -> None:
    """Others may still name it, which the checks would refuse; no page may be wrong all the same."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    (tmp_path / path).unlink()
    _now, wrong = edited(tmp_path, before)
    assert wrong == []


@pytest.mark.parametrize("left", [("shili-drain",), ("shili-office", "nothing"), ()])
def test_to_compare_what_was_looked_at_makes_nothing(
    before: Build, tmp_path: Path, left: tuple[str, ...]
) -> None:
    """A group whose last matter is gone is not there again because the last build had looked at it."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    for file in (tmp_path / "records/matters").rglob("*.yaml"):
        if not file.stem.endswith(left):
            file.unlink()
    now, full = Build(tmp_path, before.kept), Build(tmp_path, None)
    assert sorted(now.made.keys() ^ full.made.keys()) == []
    assert sorted(name for name in full.made if now.made[name] != full.made[name]) == []
    asked = now.kept.ways.keys() & full.kept.ways.keys()
    assert [way for way in asked if now.kept.ways[way] != full.kept.ways[way]] == []


@pytest.mark.parametrize("seed", range(12))
def test_lines_taken_out_of_logs_and_lists(before: Build, tmp_path: Path, seed: int) -> None:
    """Any line that can go without breaking the file: a state, a group, a figure changes with it."""
    chance = random.Random(seed)
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    path = chance.choice([each for each in FILES if "/matters/" in each or "/meetings/" in each])
    lines = (tmp_path / path).read_text("utf-8").splitlines(keepends=True)
    starts = [n for n, line in enumerate(lines) if line.startswith("  - ")]
    cut = chance.choice(starts) if starts else len(lines)
    end = next(
        (n for n in range(cut + 1, len(lines)) if not lines[n].startswith("    ")), len(lines)
    )
    (tmp_path / path).write_text("".join(lines[:cut] + lines[end:]), "utf-8")
    _now, wrong = edited(tmp_path, before)
    assert wrong == []


def test_without_a_change_everything_holds(before: Build) -> None:
    now, wrong = edited(VILLAGE, before)
    assert wrong == []
    assert now.held == set(now.made)
    assert (before.rows_made > 0, now.rows_made) == (True, 0)


def test_parts_that_are_looked_at_are_noted_and_found_again() -> None:
    notes = Notes()
    value = {"a": ["x", "y", "z"], "b": []}
    noted = Noted(value, way_to("value"), notes)
    assert noted["a"][:2] == ["x", "y"]
    assert noted.get("c", 0) == 0
    assert not noted["b"]
    assert list(noted["a"]) == ["x", "y", "z"]
    assert [key for key, _value in noted.items()] == ["a", "b"]

    class Root:
        def __init__(self) -> None:
            self.value = value

    assert all(is_way(mark) for mark in notes.marks)
    found = {mark.replace("\x1f", " "): follow(Root(), mark) for mark in notes.marks}
    assert found == {
        " .value *": ("a", "b"),
        " .value [a *": ("x", "y", "z"),
        " .value [a ::2": ["x", "y"],
        " .value [a #": 3,
        " .value [b #": 0,
        " .value ?c": False,
    }
    assert follow(Root(), "\x1f.value\x1f[gone\x1f#") is None


def test_to_follow_a_way_makes_no_group() -> None:
    class Root:
        def __init__(self) -> None:
            self.value: dict[str, list[str]] = defaultdict(list)

    root = Root()
    assert follow(root, "\x1f.value\x1f[gone\x1f#") is None
    assert root.value == {}


def test_digests_tell_what_differs_and_nothing_else() -> None:
    digester = Digester({})
    assert digester.of(("a", "b")) != digester.of(("ab",))
    assert digester.of((["a"], ["b"])) != digester.of((["a", "b"], []))
    assert digester.of(DAY) == digester.of(date(2026, 3, 31))
