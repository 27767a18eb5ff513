"""What is said because something is not there hinges on files that could not be opened."""

import pytest

from yizhan.checks.shared.check import Hinge, in_years, one_of
from yizhan.model.kinds import Identity
from yizhan.model.vocabulary import Kind

YARD = "records/rounds/2026/20260210-shili-walk/yard.jpg"


@pytest.mark.parametrize(
    ("path", "met"),
    [
        (YARD, True),
        ("records/rounds/2026/20260210-shili-walk", True),
        ("records", True),
        ("records/rounds/2026/20260210-shili-walk/yard", False),
        ("records/rounds/2026/20260210-shili", False),
        (f"{YARD}/1.jpg", False),
    ],
)
def test_a_missing_file_may_be_what_was_not_opened_or_lie_in_it(path, met):
    assert Hinge(file=YARD).is_met(path, ()) is met


@pytest.mark.parametrize(
    ("hinge", "met"),
    [
        (Hinge(), True),
        (one_of("a", "b"), True),
        (one_of("b"), False),
        (in_years(Kind.MATTER, 2026), True),
        (in_years(Kind.MATTER, 2027), False),
        (in_years(Kind.ROUND), False),
        (Hinge(rule="shili-rules"), True),
    ],
)
def test_a_missing_record_may_be_what_a_path_says(hinge, met):
    path = "records/matters/2026/a.yaml"
    assert hinge.is_met(path, [Identity(Kind.MATTER, "a", "2026")]) is met
    assert not hinge.is_met("records/notes.yaml", ())
