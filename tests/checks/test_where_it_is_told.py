"""Where a mistake in minutes is told: at the smallest thing that it is of, once, and nothing beside it.

Each case is a meeting in few lines, with what is found: the code, and the line that it points at.
"""

import pytest

from .told import election, found_in, item, meeting

REPS = "basis: representatives, due: 40, present: 30"
PERSONS = "basis: persons, due: 900, present: {}"
CALLED = "convener: shili-committee\nnotice: {date: 2026-02-08, how: 公告}\n"
LEFT = "    movements: [{left: 8}]\n"
CAME = "    movements: [{arrived: 8}]\n"
CHOSEN = "{key: a, votes: 20, elected: true}, {key: b, votes: 2}"
WITHOUT = PERSONS.format(400) + ", excluded: 300, excluded_reason: 外出"
ENOUGH = PERSONS.format(700) + ", excluded: 100, excluded_reason: 外出"
OF_COMMITTEE = "        body: shili-committee\n"
OF_SUPERVISORS = "        body: shili-supervisors\n"
BY_ELECTION = "    subject: by_election\n"
SUPERVISORS = "    subject: supervisors\n"
REQUEST = "request: {date: 2026-02-01, basis: voters, count: 200, of: 900}\n"
RECALL = """\
  - title: 罢免
    decisions:
      - text: 罢免一名委员。
        rule: villagers-recall
        result: adopted
        method: ballot
        vote: {for: 30, against: 10}
        published: {start: 2026-02-23, end: 2026-03-12, where: 村务公开栏}
"""

CASES = {
    "a quorum lost at the second item": (
        meeting(
            "villagers_representatives", REPS, item("一", "for: 30"), item("二", "for: 22", LEFT)
        ),
        [("T006", "movements: [{left: 8}]")],
    ),
    "a quorum lost, and not found again by the third": (
        meeting(
            "villagers_representatives",
            REPS,
            item("一", "for: 30"),
            item("二", "for: 22", LEFT),
            item("三", "for: 22"),
        ),
        [("T006", "movements: [{left: 8}]"), ("T006", "- title: 三")],
    ),
    "a quorum lost, found again and lost": (
        meeting(
            "villagers_representatives",
            REPS,
            item("一", "for: 30"),
            item("二", "for: 22", LEFT),
            item("三", "for: 30", CAME),
            item("四", "for: 21", "    movements: [{left: 9}]\n"),
        ),
        [("T006", "movements: [{left: 8}]"), ("T006", "movements: [{left: 9}]")],
    ),
    "a quorum that was never there, and fewer later": (
        meeting(
            "villagers_representatives",
            "basis: representatives, due: 40, present: 26",
            item("一", "for: 26"),
            item("二", "for: 18", LEFT),
        ),
        [("T006", "attendance: {basis: representatives, due: 40, present: 26}")],
    ),
    "a quorum lost before anything was decided": (
        meeting(
            "villagers_representatives",
            "basis: representatives, due: 40, present: 26",
            "  - title: 一\n    outcome: discussed\n    movements: [{left: 1}]\n",
            item("二", "for: 25"),
        ),
        [("T006", "- title: 二")],
    ),
    "an item with an attendance of its own": (
        meeting(
            "villagers_representatives",
            REPS,
            item("一", "for: 30"),
            item(
                "二", "for: 20", "    attendance: {basis: representatives, due: 40, present: 20}\n"
            ),
        ),
        [("T006", "attendance: {basis: representatives, due: 40, present: 20}")],
    ),
    "an item counted by others than the law counts": (
        meeting(
            "villagers_representatives",
            REPS,
            item("一", "for: 30"),
            item("二", "for: 30", "    attendance: {basis: persons, due: 40, present: 40}\n"),
        ),
        [("T006", "attendance: {basis: persons, due: 40, present: 40}")],
    ),
    "left out without a ground, so that too few were there": (
        meeting("villagers_assembly", WITHOUT, item("一", "for: 380"), more=CALLED),
        [("T006", f"attendance: {{{WITHOUT}}}")],
    ),
    "left out without a ground, with enough there all the same": (
        meeting(
            "villagers_assembly",
            ENOUGH,
            item("一", "for: 600"),
            more=CALLED,
        ),
        [("T006", f"attendance: {{{ENOUGH}}}")],
    ),
    "the head of a group, elected by too few households": (
        meeting(
            "villagers_group",
            "basis: households, due: 42, present: 10",
            election("小组长", "{key: a, votes: 8, elected: true}"),
            more="place: shili-cun-1\n",
        ),
        [("T006", "attendance: {basis: households, due: 42, present: 10}")],
    ),
    "supervisors, elected by too few representatives": (
        meeting(
            "villagers_representatives",
            "basis: representatives, due: 40, present: 26",
            election("监委会", CHOSEN, SUPERVISORS, OF_SUPERVISORS),
        ),
        [("T006", "attendance: {basis: representatives, due: 40, present: 26}")],
    ),
    "nobody elected by too few representatives": (
        meeting(
            "villagers_representatives",
            "basis: representatives, due: 40, present: 26",
            election("监委会", "{key: a, votes: 8}, {key: b, votes: 8}", SUPERVISORS).replace(
                "elected", "failed"
            ),
        ),
        [],
    ),
    "a vacancy, filled by too few representatives": (
        meeting(
            "villagers_representatives",
            "basis: representatives, due: 40, present: 26",
            election("补选委员", CHOSEN, BY_ELECTION, OF_COMMITTEE + "        method: ballot\n"),
        ),
        [
            ("T006", "attendance: {basis: representatives, due: 40, present: 26}"),
            ("G020", "- title: 补选委员"),
        ],
    ),
    "supervisors, elected by the committee": (
        meeting(
            "committee_meeting",
            "basis: persons, due: 5, present: 5",
            election("监委会", "{key: a, votes: 5, elected: true}", SUPERVISORS, OF_SUPERVISORS),
        ),
        [("G005", "subject: supervisors")],
    ),
    "supervisors by their body alone, elected by the committee": (
        meeting(
            "committee_meeting",
            "basis: persons, due: 5, present: 5",
            election("监委会", "{key: a, votes: 5, elected: true}", "", OF_SUPERVISORS),
        ),
        [("G005", "body: shili-supervisors")],
    ),
    "supervisors, elected at an election meeting": (
        meeting(
            "election_meeting",
            "basis: voters, due: 900, present: 600",
            election("监委会", "{key: a, votes: 500, elected: true}", "", OF_SUPERVISORS),
        ),
        [],
    ),
    "a recall by representatives counted as persons": (
        meeting(
            "villagers_representatives",
            "basis: persons, due: 40, present: 40",
            RECALL,
            more=REQUEST,
        ),
        [("T023", "rule: villagers-recall")],
    ),
    "a recall by voters at an election meeting": (
        meeting(
            "election_meeting",
            "basis: voters, due: 60, present: 40",
            RECALL,
            more=REQUEST.replace("900", "60").replace("200", "20"),
        ),
        [],
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("told"), CASES)


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_at_the_smallest_thing_and_once(name, found):
    assert found[name] == CASES[name][1]
