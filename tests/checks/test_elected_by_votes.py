"""Who has the votes for a seat that is empty is declared elected, or the record says why not."""

import pytest

from .told import chosen, found_in


def undeclared(a, b, result, said, seats=1, more=""):
    """A council's election in which nobody is declared elected."""
    text = chosen(f"{{key: a, votes: {a}}}, {{key: b, votes: {b}}}{more}")
    after = "".join(f"        {each}\n" for each in said.split(", ", 1)[1:])
    return text.replace("seats: 1\n", f"seats: {seats}\n{after}").replace(
        "result: elected", f"result: {result}"
    )


CASES = {
    **{
        f"{a} to {b}, and {result}{more}": (undeclared(a, b, result, more), found)
        for a, b, result, more, found in (
            (8, 5, "failed", "", ["T038"]),
            (8, 5, "runoff", "", ["T038"]),
            (6, 5, "failed", "", []),  # somebody asked for half
            (6, 5, "failed", ", needs: most_votes", ["T038"]),
            (6, 5, "runoff", "", []),
            (5, 5, "failed", "", []),
            (8, 5, "failed", ", needs: two_thirds_of_present", []),
            (9, 4, "failed", ", needs: two_thirds_of_present", ["T038"]),
            (8, 5, "failed", ", note: 有人多领了票，当场宣布无效。", []),
            (
                8,
                5,
                "failed",
                ", ballots: {issued: 13, returned: 14}",
                [],
            ),  # thrown out, as it had to be
            (8, 5, "unknown", "", []),
        )
    },
    "three for two seats, and none declared": (
        undeclared(8, 7, "failed", "", seats=2, more=", {key: c, votes: 3}"),
        ["T038", "T038"],
    ),
    "a seat kept for a woman that nobody filled": (
        undeclared(7, 4, "failed", "", more=", {key: c, votes: 2, reserved: 妇女名额}"),
        [],
    ),
    "more against than for": (
        chosen("{key: a, votes: 4, against: 8}").replace("elected\n", "failed\n"),
        [],
    ),
    "too few there": (
        undeclared(3, 2, "failed", "").replace("present: 13", "present: 5"),
        [],
    ),
    "nobody knows how many voted": (
        undeclared(8, 5, "runoff", "").replace(", present: 13", ""),
        ["T005"],
    ),
    "two elected before one with more votes": (
        undeclared(
            8, 5, "elected", "", seats=2, more=", {key: c, votes: 4, elected: true}"
        ).replace("votes: 5", "votes: 5, elected: true"),
        ["T038"],
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("elected"), CASES)


@pytest.mark.parametrize("name", CASES)
def test_each_is_told_at_the_candidates(name, found):
    assert [code for code, _ in found[name]] == CASES[name][1]
    where = {line.partition(":")[0] for code, line in found[name] if code == "T038"}
    assert where <= {"candidates"}
