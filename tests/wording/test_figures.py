"""What figures are called and count, what a value says, what groups are called."""

from __future__ import annotations

import pytest

from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.metric_tables import NONE, OTHERS, Dimension
from yizhan.model.archive import Archive
from yizhan.wording import figures
from yizhan.wording.words import words_in


def test_every_figure_has_a_title_and_says_what_it_counts():
    texts = [text for each in DEFINITIONS for text in (figures.title(each), figures.counts(each))]
    assert all(text.zh and text.en and "{" not in text.zh + text.en for text in texts)
    assert len({figures.title(each) for each in DEFINITIONS}) == len(DEFINITIONS)


def test_every_reason_is_said():
    assert set(figures.REASONS) == set(Reason)


@pytest.mark.parametrize(
    ("dimension", "key", "zh", "en", "own"),
    [
        (Dimension.PLACE, OTHERS, "其他", "Others", False),
        (Dimension.BODY, NONE, "承办单位尚未明确", "Nobody has it yet", False),
        (Dimension.TIER, NONE, "没有分类", "No tier", False),
        (Dimension.MONTH, "2026", "2026年（月份不详）", "2026 (month unknown)", False),
        (Dimension.MONTH, "2026-03", "2026年3月", "March 2026", False),
        (Dimension.CATEGORY, "other", "其他", "Other", False),
        (Dimension.PLACE, "nowhere/own", "nowhere（未分到下级）", "nowhere itself", True),
    ],
)
def test_a_group_is_called(dimension, key, zh, en, own):
    archive = Archive(())
    assert figures.group_name(words_in("zh"), archive, dimension, key) == (zh, own)
    assert figures.group_name(words_in("en"), archive, dimension, key) == (en, own)


@pytest.mark.parametrize(("n", "en"), [(0, "0 days"), (1, "1 day"), (1200, "1,200 days")])
def test_days(n, en):
    assert figures.DAYS.format(n=n).en == en
