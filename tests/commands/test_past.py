"""Figures, a month and the day's list of a day that is past."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.commands.day_list import day_list
from yizhan.commands.metrics import metrics
from yizhan.commands.past import archive_of
from yizhan.commands.report import report
from yizhan.loading import load

VILLAGE = Path(__file__).parents[1] / "village"
THEN, TODAY = date(2026, 1, 15), date(2026, 3, 31)
LAMPS, DRAIN = "20260108-shili-lamps", "20260308-shili-drain"


def test_figures_know_nothing_that_came_later() -> None:
    now = len(metrics(VILLAGE, TODAY, today=TODAY).books["example"].sheet.matters)
    then = len(metrics(VILLAGE, THEN, today=TODAY).books["example"].sheet.matters)
    assert (then, now) == (1, 2)


def test_nor_does_a_month() -> None:
    then = report(VILLAGE, "2026-01", THEN, "zh", "shili-cun", today=TODAY)
    now = report(VILLAGE, "2026-01", TODAY, "zh", "shili-cun", today=TODAY)
    assert LAMPS in then
    assert then != now


def test_nor_does_the_days_list() -> None:
    shown = day_list(VILLAGE, THEN, TODAY)
    assert shown.wrong == ()
    ids = {each.record.id for group in shown.groups for one in group.remedies for each in one.items}
    assert DRAIN not in ids


def test_an_archive_of_today_is_itself() -> None:
    archive = load(VILLAGE).archive
    assert archive_of(archive, TODAY, TODAY) is archive
    assert archive_of(archive, TODAY, None) is archive
    assert DRAIN not in set(archive_of(archive, THEN, TODAY).ids())
    assert "four-affairs" in set(archive_of(archive, THEN, TODAY).ids())
