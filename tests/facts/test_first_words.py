"""What a record said before it was corrected."""

from dataclasses import replace

import pytest

from yizhan.facts.first_words import first_recorded, is_corrected
from yizhan.facts.month_entries import Decided
from yizhan.loading.parse import build
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Meeting
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


@pytest.mark.parametrize(
    ("changed", "pointer", "said"),
    [
        ({}, ("raised",), True),
        ({"target": ("raised", "date")}, ("raised",), True),
        ({}, ("raised", "date"), False),
        ({}, ("title",), False),
        ({"fault": "protected"}, ("raised",), False),
        ({"annul": True}, ("raised",), False),
        ({"annul": True, "target": ("raised", "count")}, ("raised",), True),
    ],
)
def test_whether_a_place_was_corrected(make, changed, pointer, said):
    record = replace(make.matter(), corrections=(replace(CORRECTION, **changed),))
    assert is_corrected(record, pointer) is said


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (None, (False, False)),
        (("title",), (True, True)),
        (("venue",), (False, False)),
        (("agenda", 0, "decisions", 0, "vote", "for"), (True, False)),
        (("agenda", 0, "decisions", 1, "result"), (False, True)),
    ],
)
def test_whether_a_decision_of_the_month_was_corrected(target, said):
    made = () if target is None else (replace(CORRECTION, target=target),)
    data = {"id": "m", "title": "会", "meeting_kind": "other", "place": "p", "date": "2026-03-22"}
    both = [{"text": "甲。", "result": "adopted"}, {"text": "乙。", "result": "rejected"}]
    meeting = replace(
        build(Meeting, {**data, "agenda": [{"title": "事", "decisions": both}]}), corrections=made
    )
    decided = [Decided(meeting, meeting.agenda[0], each) for each in meeting.agenda[0].decisions]
    assert tuple(each.corrected for each in decided) == said
