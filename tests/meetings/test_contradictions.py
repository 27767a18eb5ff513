"""Minutes changed so that they contradict themselves: each is found, at its place, by its check."""

from __future__ import annotations

import pytest

from . import contradictions_of_minutes as of_minutes
from . import contradictions_of_more as of_more
from . import contradictions_of_votes as of_votes

CASES = [*of_votes.CASES, *of_minutes.CASES, *of_more.CASES]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "level"),
    CASES,
    ids=[f"{position:02}-{case[3]}" for position, case in enumerate(CASES)],
)
def test_a_contradiction_is_found(found, name, old, new, code, level):
    said = {(each.code, str(each.level)) for each in found(name, old, new)}
    if level is None:
        assert not {each for each in said if each[0] == code}
    else:
        assert any(each.startswith(code) and kind == level for each, kind in said), said


@pytest.mark.parametrize(("name", "old", "new"), of_more.LAWFUL)
def test_another_meeting_is_no_contradiction(found, name, old, new):
    assert {
        each.code for each in found(name, old, new) if str(each.level) in ("error", "irregular")
    } == set()
