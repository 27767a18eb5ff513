"""A day on which nothing happens changes only the pages that are a statement on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from .conftest import AS_OF, lay_out, tree, yizhan

pytestmark = pytest.mark.xdist_group("a_day_passes")  # four builds, made once

STATEMENTS_ON_A_DAY = re.compile(
    r"""(en/)?(
        index\.html                                # the home page: how many are open, late, on display
      | display/index\.html                        # what is on display
      | data/figures/(example/)?index\.html        # the figures
      | matters/late/(page/\d+/)?index\.html       # what is late
    )
    | data/figures\.json                           # the figures for programs
    | assets/day\.js                               # the day of the build
    """,
    re.VERBOSE,
)
MOST = 14
"""The list above without further pages, in two languages."""


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[date, dict[str, str]]:
    """The village built for two days in a row on which nothing happens, and when a deadline passed."""
    project = lay_out(tmp_path_factory.mktemp("days") / "project")
    first = date.fromisoformat(AS_OF)
    found = {}
    for day in (first, first + timedelta(1), date(2026, 4, 20), date(2026, 4, 22)):
        # The village's planned meeting of 12 April is written up by nobody, which fails no build.
        site = project / f"site-{day}"
        done = yizhan(project, "build", "--as-of", str(day), "--site-dir", str(site))
        assert done.returncode == 0, done.stdout + done.stderr
        found[day] = tree(site)
    return found


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(file for file in one | other if one.get(file) != other.get(file))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 20), date(2026, 4, 22)),
    ],
    ids=["nothing happens", "a deadline passes"],
)
def test_only_statements_on_a_day_change(
    days: dict[date, dict[str, str]], one: date, other: date
) -> None:
    changed = differing(days[one], days[other])
    assert [file for file in changed if not STATEMENTS_ON_A_DAY.fullmatch(file)] == []
    assert "assets/day.js" in changed
    assert len(changed) <= MOST


def test_a_record_page_names_no_day_of_its_build(built: Path) -> None:
    text = (built / "site/matters/20260308-shili-drain/index.html").read_text("utf-8")
    assert "截至 2026年3月31日" not in text
    assert "2026年3月31日" not in text
