"""Of whom a majority is one: of those who vote where the law says so, and the represented count as well."""

import pytest

from .told import found_in, meeting

PAPERS = "ballots: {{issued: {}, returned: {}, valid: {}, invalid: 0}}"


def recall(present, papers, for_, against, result="adopted", proxies=""):
    """A recall by those who are registered to vote, 1,180 of them; all papers that came back are valid."""
    ballots = f", {PAPERS.format(present, papers, papers)}" if papers else ""
    return meeting(
        "villagers_assembly",
        f"basis: voters, due: 1180, present: {present}{proxies}",
        f"""\
  - title: 罢免
    decisions:
      - text: 罢免一名委员
        rule: villagers-recall
        result: {result}
        method: ballot
        vote: {{for: {for_}, against: {against}{ballots}}}
        published: {{start: 2026-02-23, end: 2026-03-24, where: 村务公开栏}}
""",
        more="request: {date: 2026-02-01, basis: voters, count: 300, of: 1180}\nnotice: {date: 2026-02-08, how: 公告}\n",
    )


def assembly(present, proxies, for_, against, abstained=0):
    said = f", proxies: {{number: {proxies}}}" if proxies else ""
    return meeting(
        "villagers_assembly",
        f"basis: persons, due: 900, present: {present}{said}",
        f"""\
  - title: 修路
    decisions:
      - text: 修路
        result: adopted
        vote: {{for: {for_}, against: {against}, abstained: {abstained}}}
        published: {{start: 2026-02-23, end: 2026-03-24, where: 村务公开栏}}
""",
        more="notice: {date: 2026-02-08, how: 公告}\n",
    )


CASES = {
    "a recall by more than half of those who voted": (recall(700, 600, 310, 290), []),
    "which is recorded as rejected": (recall(700, 600, 310, 290, "rejected"), ["T006"]),
    "a recall by half of those who voted": (recall(700, 600, 300, 300), ["G033"]),
    "too few voted, though enough were there": (recall(600, 500, 310, 190), ["G033"]),
    "papers are not counted, and those there are": (recall(600, 0, 310, 290), []),
    "too few there, and enough with those they stand for": (
        recall(580, 0, 310, 290, proxies=", proxies: {number: 20}"),
        [],
    ),
    "half of those there and represented": (assembly(550, 100, 325, 325), ["T006"]),
    "more than half of those there, and not with the represented": (
        assembly(550, 100, 290, 280, 80),
        ["T006"],
    ),
    "more than half of all who could vote": (assembly(550, 100, 326, 324), []),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("counted"), CASES)


@pytest.mark.parametrize("name", CASES)
def test_of_whom(name, found):
    assert sorted(code for code, _ in found[name]) == CASES[name][1]
