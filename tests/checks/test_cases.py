"""What the examples leave out: an example of a check changed a little; by subject in ``cases/``.

Each case has its golden file ``expected/<CODE>-<name>.txt``; where the file is empty nothing may
be found.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from checks.cases import (
    assemblies,
    elections,
    matters,
    meetings,
    places_and_bodies,
    points_and_honours,
    records,
    rules,
    rules_under_law,
)

EXPECTED = Path(__file__).parent / "expected"
OF_ORGANIC_LAWS = (assemblies, elections, rules_under_law)
"""Of a case of these only what its own check finds is looked at: meetings are bare but for one thing."""
SUBJECTS = (
    *OF_ORGANIC_LAWS,
    matters,
    meetings,
    places_and_bodies,
    points_and_honours,
    records,
    rules,
)
CASES = {name: case for subject in SUBJECTS for name, case in subject.CASES.items()}
BARE = {name for subject in OF_ORGANIC_LAWS for name in subject.CASES}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    found = lay(CASES[name](files))
    if name in BARE:
        assert [each for each in found if each.code[0] in "YS"] == []  # else it says nothing
        found = tuple(each for each in found if each.code == name[:4])
    expect(name, found)


def test_every_expectation_has_its_case():
    assert {file.stem for file in EXPECTED.glob("*-*.txt")} == set(CASES)


def test_no_case_stands_in_two_subjects():
    assert sum(len(subject.CASES) for subject in SUBJECTS) == len(CASES)
