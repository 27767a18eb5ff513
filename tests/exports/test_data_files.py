"""The figures for programs are the command line's, byte for byte, and the same each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.commands.metrics import metrics
from yizhan.exports.data_files import FIGURES, data_files
from yizhan.publishing.address import Address
from yizhan.publishing.publish import make_site

SMALL = Path(__file__).parents[1] / "pages" / "archive"
DAY = date(2026, 4, 3)


def test_figures_for_programs():
    found = []
    for _ in range(2):
        site = make_site(inspect(SMALL, DAY, cached=False), DAY, Address())
        found.append(dict(data_files(site.books, site.as_of)))
    assert found[0] == found[1]
    assert found[0][FIGURES].decode() == metrics(SMALL, DAY).text("json", "zh")
