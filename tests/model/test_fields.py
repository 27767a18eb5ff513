"""The fields of the model's classes, and the one walk that everything found in a record rests on."""

from __future__ import annotations

from dataclasses import dataclass

from yizhan.checks.shared.contents import dates, texts
from yizhan.model.dates import PartialDate
from yizhan.model.fields import MISSING, Field, fields_of, leaves, value_at
from yizhan.model.finding import Pointer
from yizhan.model.matter import LogEntry, Matter, Raised
from yizhan.model.record import Attachment
from yizhan.model.reference import PlaceId, Ref
from yizhan.model.references import references
from yizhan.model.vocabulary import Category, Channel, Kind, RaisedBy

DAY = PartialDate.parse("2026-01-08")
MATTER = Matter(
    id="20260108-lamps",
    title="路灯不亮",
    path="records/matters/2026/20260108-lamps.yaml",
    place="square",
    procedure="local",
    category=Category.UTILITIES,
    raised=Raised(date=DAY, by=RaisedBy.RESIDENTS, channel=Channel.COUNTER),
    attachments=(Attachment(file="before.jpg", title="修理之前"),),
    log=(
        LogEntry(date=DAY, step="accept"),
        LogEntry(date=DAY, step="split", into=("20260109-a", "20260109-b"), with_=("team",)),
    ),
)


@dataclass(frozen=True)
class _Plain:
    number: int


@dataclass(frozen=True)
class _Sample:
    places: tuple[PlaceId, ...]
    from_: PartialDate | None = None
    inner: _Plain | None = None
    many: tuple[_Plain, ...] = ()


def _is_date(field: Field) -> bool:
    return field.type is PartialDate


def test_fields_say_what_their_hints_say() -> None:
    assert fields_of(_Sample) == (
        Field("places", "places", True, str, Ref((Kind.PLACE,)), MISSING),
        Field("from_", "from", False, PartialDate, None, None),
        Field("inner", "inner", False, _Plain, None, None),
        Field("many", "many", True, _Plain, None, ()),
    )


def test_a_walk_finds_values_however_deep_in_order() -> None:
    found = [(pointer, value, field.name) for pointer, value, field in leaves(MATTER, _is_date)]
    assert found == [
        (("raised", "date"), DAY, "date"),
        (("log", 0, "date"), DAY, "date"),
        (("log", 1, "date"), DAY, "date"),
    ]
    assert leaves(_Plain(1), _is_date) == []
    sample = _Sample(("a",), inner=_Plain(1), many=(_Plain(2),))
    assert leaves(sample, _is_date) == []


def test_references_keep_the_keys_of_the_file() -> None:
    found: list[tuple[Pointer, str]] = [
        (reference.pointer, reference.target) for reference in references(MATTER)
    ]
    assert found == [
        (("place",), "square"),
        (("procedure",), "local"),
        (("log", 1, "with", 0), "team"),
        (("log", 1, "into", 0), "20260109-a"),
        (("log", 1, "into", 1), "20260109-b"),
    ]


def test_a_value_is_found_by_names_of_the_file_and_positions() -> None:
    assert value_at(MATTER, ("log", 1, "into", 1)) == "20260109-b"
    assert value_at(MATTER, ("log", 0, "with")) == ()
    assert value_at(MATTER, ("log", 9)) is None
    assert value_at(MATTER, ("nothing",)) is None
    assert value_at(MATTER, ("title", "x")) is None
    assert value_at(MATTER, ()) is MATTER


def test_texts_are_what_a_clerk_wrote_in_words() -> None:
    """No id, no path, no date: a date's digits are no text in which a number could hide."""
    assert [text for _, text in texts(MATTER)] == [
        "路灯不亮", "before.jpg", "修理之前", "accept", "split",
    ]  # fmt: skip
    assert list(dates(MATTER)) == [
        (("raised", "date"), DAY), (("log", 0, "date"), DAY), (("log", 1, "date"), DAY),
    ]  # fmt: skip
