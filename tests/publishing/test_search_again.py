"""The search index made again after edits, in several shards: as if it had been made from nothing."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from yizhan.pages.page import Draft, Page, SearchEntry
from yizhan.publishing import search_shards
from yizhan.publishing.output import Output, Stamp, stamps
from yizhan.publishing.search import KeptShard, SearchIndex, _digest, _line
from yizhan.publishing.search_shards import shard_list
from yizhan.publishing.swap import apply, beside, swap

from .conftest import ROOT, tree


@pytest.fixture(autouse=True)
def _shards_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_shards, "SMALLEST_SHARD", 3)
    monkeypatch.setattr(search_shards, "LARGEST_SHARD", 3)


def page(number: int, year: str = "2024") -> Page:
    filters = {"kind": ("事项",), "year": (year,) if year else ()}
    entry = SearchEntry(f"路灯不亮{number}", filters, {"title": "路灯"}, {})
    return Page(f"matters/x{number:02}/", "matters", "路灯", "", "", "zh", search=entry)


@dataclass
class Archive:
    """An index that is made again for other pages, as a build does.

    Attributes:
        listed: what the search page says of the shards.
        kept: what the next build is given.
    """

    folder: Path
    listed: list[dict[str, object]] = field(default_factory=list)
    kept: dict[str, KeptShard] = field(default_factory=dict)
    _entries: dict[str, bytes] = field(default_factory=dict)
    _files: dict[str, Stamp] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self, pages: list[Page]) -> int:
        """Make it of these pages; how many files were written."""
        with beside(self.site) as fresh:
            output = Output(fresh, self.site if self._files else None, self._files)
            lines = self.folder / "lines"
            with SearchIndex(ROOT, output, len(pages), self.kept, lines) as index:
                self._entries = {each.url: self._add(index, each) for each in pages}
                self.listed = shard_list(index.finish())
            if output.former is None:
                swap(fresh, self.site)
            else:
                apply(fresh, self.site, output.removed)
        self.kept = index.kept
        self._files = stamps(self.site, output)
        return output.written

    def _add(self, index: SearchIndex, page: Page) -> bytes:
        before, now = self._entries.get(page.url, b""), _digest(_line(page))
        if before == now:
            index.add_unchanged(Draft(page.url, lambda: page), now)
            return now
        return index.add(page, before)

    def assert_as_if_full(self, pages: list[Page]) -> None:
        """What the browser gets and what is kept are those of an index made from nothing."""
        full = Archive(self.folder / "full")
        full.build(pages)
        assert self.listed == full.listed
        assert sum(int(str(each["count"])) for each in self.listed) == len(pages)
        assert self.kept == full.kept
        assert tree(self.site) == tree(full.site)
        assert tree(self.folder / "lines") == tree(full.folder / "lines")
        shutil.rmtree(full.folder)


@pytest.mark.parametrize(
    ("many", "gone"),
    [(2, {1}), (5, {1, 3}), (7, {5}), (7, {0, 1, 2})],
)
def test_after_records_are_gone_the_build_after_the_next_finds_all_others(
    tmp_path: Path, many: int, gone: set[int]
) -> None:
    archive = Archive(tmp_path)
    pages = [page(number, str(2020 + number)) for number in range(many)]
    left = [each for number, each in enumerate(pages) if number not in gone]
    archive.build(pages)
    archive.build(left)
    archive.assert_as_if_full(left)
    kept, listed = archive.kept, archive.listed
    assert archive.build(left) == 0
    assert (archive.kept, archive.listed) == (kept, listed)
    archive.build(pages)
    archive.assert_as_if_full(pages)


@pytest.mark.parametrize("seed", range(2))
def test_records_that_come_go_and_change_between_builds(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    archive = Archive(tmp_path)
    years = dict.fromkeys(range(0, 20, 2), "2024")
    for _ in range(6):
        pages = [page(number, year) for number, year in sorted(years.items())]
        archive.build(pages)
        archive.assert_as_if_full(pages)
        number = chance.randrange(20)
        if years.pop(number, None) is None or chance.random() < 0.5:
            years[number] = chance.choice(["2023", "2025", ""])
