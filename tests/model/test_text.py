"""Texts in two languages: fields, numbers, plurals, lists."""

from __future__ import annotations

import pytest

from yizhan.model.dates import PartialDate
from yizhan.model.text import Text, commas

DAYS = Text("逾期 {n:,} 个工作日", "{n:,} working {n:day|days} late")


@pytest.mark.parametrize(
    ("n", "zh", "en"),
    [
        (0, "逾期 0 个工作日", "0 working days late"),
        (1, "逾期 1 个工作日", "1 working day late"),
        (2, "逾期 2 个工作日", "2 working days late"),
        (-1, "逾期 -1 个工作日", "-1 working day late"),
        (1001, "逾期 1,001 个工作日", "1,001 working days late"),
    ],
)
def test_the_word_goes_with_the_number(n, zh, en):
    assert DAYS.format(n=n) == Text(zh, en)
    assert (DAYS.in_("zh", n=n), DAYS.in_("en", n=n)) == (zh, en)


def test_each_number_of_a_sentence_has_its_own_word():
    text = Text("{a} 件，{b} 次", "{a} {a:matter|matters}, {b} {b:meeting|meetings}")
    assert text.in_("en", a=1, b=2) == "1 matter, 2 meetings"
    assert text.in_("en", a=2, b=1) == "2 matters, 1 meeting"


def test_a_text_within_a_text_is_said_in_its_language():
    text = Text("{who}正在办。", "{who} has it.")
    assert text.format(who=Text("居委会", "the committee")) == Text(
        "居委会正在办。", "the committee has it."
    )


def test_only_a_number_has_a_word_that_goes_with_it():
    with pytest.raises(ValueError, match="Invalid format specifier"):
        Text("", "{n:day|days}").format(n="1")


def test_digits_to_be_copied_have_no_commas():
    assert Text("写 {n}", "Write {n}").format(n=2600) == Text("写 2600", "Write 2600")


def test_braces_stay_where_no_values_are_given():
    assert Text("{n} 件", "{n}").in_("zh") == "{n} 件"


def test_commas():
    assert commas(["甲", Text("乙", "B"), "丙"]) == Text("甲、乙、丙", "甲, B, 丙")
    assert commas([]) == Text("", "")


@pytest.mark.parametrize(
    ("day", "en"),
    [
        ("2026-06-30", "It ended on 2026-06-30."),
        ("2026-06", "It ended in 2026-06."),
        ("2026", "It ended in 2026."),
    ],
)
def test_something_happens_on_a_day_and_in_a_month(day, en):
    for said in ("It ended on {day}.", "It ended in {day}."):
        text = Text("到{day}为止。", said)
        assert text.in_("en", day=PartialDate.parse(day)) == en
        assert text.in_("zh", day=PartialDate.parse(day)) == f"到{day}为止。"


def test_a_date_in_words_and_at_the_beginning_and_what_is_no_date():
    text = Text("{day}", "On {day} it ended in {where}.")
    assert text.in_("en", day="October 2026", where="东村") == "In October 2026 it ended in 东村."
    assert (
        text.in_("en", day="7 October 2026", where="2025") == "On 7 October 2026 it ended in 2025."
    )
