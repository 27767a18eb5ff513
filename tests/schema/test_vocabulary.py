"""Words for kinds, fields and choices, in both languages."""

import pytest

from yizhan.loading.schemas import load_schema, load_vocabulary, schema_at
from yizhan.model.text import Text
from yizhan.model.vocabulary import Category, Family, Kind, RaisedBy, Side

WORDS = load_vocabulary()


def test_a_choice_by_list_and_word():
    assert WORDS.word("category", "parking") == Text("停车", "Parking")


def test_a_choice_by_the_models_enum():
    assert WORDS.title(Family.CLAIMED) == Text("报结待评", "Reported done")
    assert WORDS.title(RaisedBy.BUILDING_HEAD) == Text("楼栋长", "Building head")


def test_members_of_two_enums_that_are_equal_strings_keep_their_own_words():
    assert WORDS.title(RaisedBy.RESIDENTS) == Text("多位居民", "Residents")
    assert WORDS.title(Side.RESIDENTS) == Text("居民", "Residents")


def test_a_kind():
    assert WORDS.kind(Kind.AMENDMENT) == Text("修正案", "Amendment")


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ((), Text("事项", "Matter")),
        (("raised", "by"), Text("提出人身份", "By")),
        (("log", 2), Text("办理记录", "Log entry")),
        (("log", 2, "outcome", "reason"), Text("原因", "Reason")),
        (("log", 0, "with", 1), Text("组织编号", "Body id")),
        (("colour",), Text("colour", "colour")),
        (("log", 0, "colour", "depth"), Text("depth", "depth")),
    ],
)
def test_a_field(pointer, expected):
    assert WORDS.field(Kind.MATTER, pointer) == expected


def test_the_words_of_a_place_win_over_those_of_the_definition():
    assert WORDS.field(Kind.ROUND, ("end",)) == Text("结束日期", "End")
    assert WORDS.description(Kind.ROUND, ("end",)) == Text(
        "一段时间走访的最后一天。", "The last day of a series."
    )
    assert WORDS.description(Kind.ROUND, ("colour",)) is None


def test_choices_of_a_field():
    found = WORDS.choices(Kind.MATTER, ("category",))
    assert list(found) == [str(each) for each in Category]
    assert WORDS.choices(Kind.MATTER, ("title",)) == {}
    assert WORDS.choices(Kind.MATTER, ("colour",)) == {}


def test_unknown_words_are_errors_of_the_program():
    with pytest.raises(KeyError):
        WORDS.word("category", "colour")
    with pytest.raises(KeyError):
        WORDS.words("colour")


def test_the_schema_of_a_place_says_where_it_may_point():
    schema = schema_at(Kind.MATTER, ("log", 0, "with", 0))
    assert schema is not None
    assert schema["x-ref"] == ["body"]


def test_a_procedure_calls_the_fields_it_asks_for_as_a_log_does():
    choices = load_schema("procedure")["$defs"]["log_field"]["oneOf"]
    fields = load_schema("matter")["$defs"]["log_entry"]["properties"]
    for choice in choices:
        own = fields[choice["const"]]
        assert (choice["title"], choice["x-en"]["title"]) == (own["title"], own["x-en"]["title"])


def test_not_reported_is_offered_last() -> None:
    """Whoever is asked knows; only what is taken from a report may not say."""
    for field in ("by", "channel"):
        offered = list(WORDS.choices(Kind.MATTER, ("raised", field)))
        assert offered[-1] == "unknown"
        assert offered.count("unknown") == 1
