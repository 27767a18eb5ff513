"""Every word of the site exists in both languages, and nothing is translated in vain."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import yizhan
from yizhan.model.dates import PartialDate
from yizhan.model.vocabulary import Category, RaisedBy, Side
from yizhan.wording.words import load_catalog, words_in

FOLDER = Path(yizhan.__file__).parent


def said() -> dict[str, str]:
    """Each message id in code and templates, with where it stands."""
    found = extract_from_dir(
        FOLDER,
        method_map=[("**.py", "python"), ("pages/templates/**.html", "jinja2.ext:babel_extract")],
        keywords={"_": None, "n_": None},
    )
    return {message: f"{file}:{line}" for file, line, message, _comments, _context in found}


def translated() -> dict[str, tuple[str, ...]]:
    """Each message id of the catalogue with its English forms."""
    pairs = {}
    for message in load_catalog():
        if message.id:
            single = isinstance(message.id, str)
            key = message.id if single else message.id[0]
            pairs[key] = (message.string,) if single else tuple(message.string)
    return pairs


def test_everything_said_is_translated():
    known = translated()
    missing = {where: text for text, where in said().items() if not all(known.get(text, ("",)))}
    assert missing == {}


def test_nothing_is_translated_in_vain():
    assert set(translated()) - set(said()) == set()


def test_translations_fill_the_same_fields():
    def fields(text):
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}

    wrong = {
        key: forms
        for key, forms in translated().items()
        if any(fields(form) != fields(key) for form in forms)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2021-05-07", "2021年5月7日", "7 May 2021"),
        ("2021-12", "2021年12月", "December 2021"),
        ("2021", "2021年", "2021"),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(text, zh, en):
    value = PartialDate.parse(text)
    assert (words_in("zh").date(value), words_in("en").date(value)) == (zh, en)


def test_periods():
    start, end = PartialDate.parse("2021-05"), PartialDate.parse("2022")
    zh, en = words_in("zh"), words_in("en")
    assert (zh.period(start, end), en.period(start, end)) == (
        "2021年5月至2022年",
        "May 2021 to 2022",
    )
    assert (zh.period(start, None), en.period(start, None)) == ("2021年5月 起", "from May 2021")
    assert (zh.period(None, end), en.period(None, end)) == ("至 2022年", "until 2022")
    assert (zh.period(None, None), zh.period(end, end)) == ("", "2022年")
    assert zh.date(date(2026, 1, 2)) == "2026年1月2日"


def test_equal_words_of_different_lists_are_not_mixed_up():
    words = words_in("zh")
    assert Side.RESIDENTS == RaisedBy.RESIDENTS
    assert words.title(Side.RESIDENTS) != words.title(RaisedBy.RESIDENTS)
    assert words.title(Category.OTHER) == "其他"


def test_english_counts():
    assert words_in("en").n_("共 {n} 件", 1) == "1 matter"
    assert words_in("en").n_("共 {n} 件", 1200) == "1,200 matters"
    assert words_in("zh").n_("共 {n} 件", 1200) == "共 1,200 件"
