"""What a record said before it was corrected."""

from dataclasses import replace

import pytest

from yizhan.facts.first_words import first_recorded
from yizhan.model.dates import PartialDate
from yizhan.model.record import Correction

CORRECTION = Correction(
    date=PartialDate.parse("2026-04-10"),
    reason="录错了",
    at="raised",
    was={"date": "2026-03-01", "by": "residents"},
    target=("raised",),
)


@pytest.mark.parametrize(
    ("pointer", "was"),
    [
        (("raised",), CORRECTION.was),
        (("raised", "date"), "2026-03-01"),
        (("raised", "count"), None),
        (("raised", "date", "year"), None),
        (("title",), None),
    ],
)
def test_what_was_said_at_a_place_or_within_it(make, pointer, was):
    record = replace(make.matter(), corrections=(CORRECTION,))
    assert first_recorded(record, pointer) == (None if was is None else (was, CORRECTION))


def test_an_annulment_has_no_first_words(make):
    record = replace(make.matter(), corrections=(replace(CORRECTION, annul=True),))
    assert first_recorded(record, ("raised",)) is None
