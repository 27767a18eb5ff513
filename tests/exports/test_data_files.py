"""The figures for programs are the command line's, byte for byte, and the same each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.commands.metrics import metrics
from yizhan.exports.data_files import write_data_files
from yizhan.loading import load
from yizhan.publishing.publish import Address, make_site

SMALL = Path(__file__).parents[1] / "pages" / "archive"
DAY = date(2026, 4, 3)


def test_figures_for_programs(tmp_path):
    for folder in ("one", "two"):
        site = make_site(load(SMALL), DAY, Address())
        write_data_files(tmp_path / folder, site.books, site.as_of)
    found = (tmp_path / "one/data/figures.json").read_bytes()
    assert found == (tmp_path / "two/data/figures.json").read_bytes()
    assert found.decode() == metrics(SMALL, DAY).text("json", "zh")
