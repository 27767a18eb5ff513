"""A last day in time says wherever it stands that it may be earlier, or still move."""

from datetime import date

import pytest

from yizhan.facts.deadlines import Due, DueSource
from yizhan.model.text import Lang
from yizhan.wording.deadline import last_day, was_late
from yizhan.wording.words import words_in

DAY = date(2026, 9, 3)


@pytest.mark.parametrize(
    ("lang", "earliest", "provisional", "said"),
    [
        ("zh", None, False, "2026年9月3日"),
        ("zh", date(2026, 8, 5), False, "2026年9月3日（起算日不详，最迟）"),
        (
            "en",
            date(2026, 8, 5),
            False,
            "3 September 2026 (at the latest: since when is not known)",
        ),
        ("zh", None, True, "2026年9月3日（放假安排公布前的暂定日期）"),
        ("en", None, True, "3 September 2026 (provisional, until the holidays are published)"),
    ],
)
def test_a_last_day(lang: Lang, earliest: date | None, provisional: bool, said: str) -> None:
    due = Due(DAY, provisional, DueSource.LIMIT, earliest)
    assert last_day(words_in(lang), due) == said


def test_what_was_late_by_a_day_that_may_move_says_so() -> None:
    words = words_in("zh")
    assert was_late(words, 3, may_move=False) == "曾逾期 3 个工作日"
    assert was_late(words, 3, may_move=True) == "曾逾期 3 个工作日（放假安排公布前的暂定日期）"
    assert was_late(words, 3, may_move=False, least=True) == "曾逾期至少 3 个工作日"
