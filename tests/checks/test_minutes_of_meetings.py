"""Minutes of an assembly that a clerk got wrong in one place: what is found, and nothing beside it."""

import pytest

from yizhan.model.finding import Level

MEETING = "20260222-shili-vote"
MINUTES = """\
meeting_kind: villagers_assembly
date: 2026-02-22
convener: shili-committee
notice:
  date: 2026-02-08
  how: 村务公开栏
attendance:
  basis: persons
  due: 900
  present: 520
agenda:
  - title: 修路
    decisions:
      - text: 修路。
        result: adopted
        method: show_of_hands
        vote:
          for: 500
          against: 12
          abstained: 8
        published:
          start: 2026-02-23
          end: 2026-03-12
          where: 村务公开栏
"""
FELL = ("result: adopted", "result: rejected")
BALLOT = ("method: show_of_hands", "method: ballot")
PAPERS = "          abstained: 8\n"
NOT_HELD = ("agenda:", "not_held:\n  how: no_quorum\n  date: 2026-02-22\nagenda:")
FEW = ("present: 520", "present: 400")
FEWER = ("          for: 500\n", "          for: 380\n")

NO_VOTE = (MINUTES[MINUTES.index("    decisions:") :], "")
OFF = ("agenda:", "not_held:\n  how: cancelled\n  reason: 雨。\nagenda:")
NOBODY = ("attendance:\n  basis: persons\n  due: 900\n  present: 520\n", "")
TALK = ("villagers_assembly", "building_deliberation")

CASES = {
    "as it was": ((), set()),
    "a quorum lost by those who left": (
        (("    decisions:", "    movements:\n      - left: 100\n    decisions:"), FEWER),
        {"T006"},
    ),
    "without a quorum": ((FEW, NO_VOTE, NOT_HELD), set()),
    "without a quorum that was there": ((NO_VOTE, NOT_HELD), {"T060"}),
    "without a quorum of households that was there": (
        (NO_VOTE, NOT_HELD, ("basis: persons\n  due: 900\n  present: 520", "basis: households\n  due: 300\n  present: 200")),
        {"T060"},
    ),
    "without a quorum of what the law does not count": (
        (NO_VOTE, NOT_HELD, ("basis: persons", "basis: representatives")),
        set(),
    ),
    "without a quorum, and nobody knows how many were due": (
        (NO_VOTE, NOT_HELD, ("  due: 900\n", "")),
        set(),
    ),
    "without a quorum, though all came, where no law asks for one": (
        (NO_VOTE, NOT_HELD, TALK, ("due: 900", "due: 520")),
        {"T060"},
    ),
    "without a quorum of its own, where no law asks for one": ((NO_VOTE, NOT_HELD, TALK), set()),
    "without a quorum known the day before": (
        (FEW, NO_VOTE, (NOT_HELD[0], NOT_HELD[1].replace("02-22", "02-21"))),
        {"T060"},
    ),
    "without a quorum, with an item discussed": (
        (FEW, (NO_VOTE[0], "    outcome: discussed\n"), NOT_HELD),
        set(),
    ),
    "cancelled": ((NO_VOTE, NOBODY, OFF), set()),
    "cancelled, with an item put off": (
        ((NO_VOTE[0], "    outcome: deferred\n"), NOBODY, OFF),
        set(),
    ),
    "cancelled, with an item discussed": (
        ((NO_VOTE[0], "    outcome: discussed\n"), NOBODY, OFF),
        {"T004"},
    ),
    "cancelled, with people who left": (
        ((NO_VOTE[0], "    movements:\n      - left: 6\n"), NOBODY, OFF),
        {"T004"},
    ),
    "cancelled, and broken off": (
        (NO_VOTE, NOBODY, (OFF[0], "adjourned:\n  reason: 雨。\n" + OFF[1])),
        {"T004"},
    ),
    "cancelled, with a polling place that counted": (
        (
            NO_VOTE,
            NOBODY,
            (
                OFF[0],
                "sessions:\n  - key: a\n    title: 一组\n    session_kind: polling_place\n"
                "    ballots:\n      issued: 30\n" + OFF[1],
            ),
        ),
        {"T004"},
    ),
    "cancelled, with the places where it was to be": (
        (
            NO_VOTE,
            NOBODY,
            (OFF[0], "sessions:\n  - key: a\n    title: 一组\n    session_kind: venue\n" + OFF[1]),
        ),
        set(),
    ),
    "cancelled, with a task and a publication": (
        (
            (
                NO_VOTE[0],
                ("    decisions:\n      - text: 修路。\n"
                "        published:\n          start: 2026-02-23\n          end: 2026-03-12\n          where: 村务公开栏\n"
                "        tasks:\n          - key: road\n            text: 修路。\n            body: shili-committee\n"),
            ),
            NOBODY,
            OFF,
        ),
        {"T004"},
    ),
    "more left than were there": (
        (("    decisions:", "    movements:\n      - left: 600\n    decisions:"),),
        {"T040"},
    ),
    "on display before it was decided": (
        (("start: 2026-02-23", "start: 2026-02-10"),),
        {"T051"},
    ),
    "the end of the display before its start": (
        (("end: 2026-03-12", "end: 2026-02-20"),),
        {"D002"},
    ),
    "adjourned to an earlier day": (
        (("agenda:", "adjourned:\n  reason: 天黑。\n  until: 2026-02-10\nagenda:"),),
        {"T047"},
    ),
    "put off to a day before it was put off": (
        (
            (MINUTES[MINUTES.index("attendance:") : MINUTES.index("agenda:")], "planned: true\n"),
            (MINUTES[MINUTES.index("    decisions:") :], ""),
            (
                "agenda:",
                ("not_held:\n  how: postponed\n  date: 2026-02-20\n  reason: 雨。\n"
                "  new_date: 2026-02-19\nagenda:"),
            ),
        ),
        {"D002"},
    ),
    "decisions of a meeting that lacked its quorum": ((FEW, FEWER, NOT_HELD), {"T004"}),
    "rejected because the quorum lacked": ((FEW, FEWER, FELL), {"T006"}),
    "rejected by the meeting's own threshold": (
        (FELL, ("for: 500", "for: 300"), ("result:", "needs: two_thirds_of_present\n        result:")),
        set(),
    ),
    "papers of a show of hands": (
        ((PAPERS, f"{PAPERS}          ballots:\n            issued: 520\n"),),
        {"T034"},
    ),
    "more papers than voters": (
        (BALLOT, (PAPERS, f"{PAPERS}          ballots:\n            issued: 950\n")),
        {"T036"},
    ),
    "more papers than were there to take them": (
        (BALLOT, (PAPERS, f"{PAPERS}          ballots:\n            issued: 521\n")),
        {"T036"},
    ),
    "as many papers as were there": (
        (BALLOT, (PAPERS, f"{PAPERS}          ballots:\n            issued: 520\n")),
        set(),
    ),
    "as many papers as voters, carried round": (
        (
            BALLOT,
            ("convener:", "form: door_to_door\nconvener:"),
            (PAPERS, f"{PAPERS}          ballots:\n            issued: 900\n"),
        ),
        set(),
    ),
    "papers, and nobody knows how many were due": (
        (BALLOT, (PAPERS, f"{PAPERS}          ballots:\n            issued: 520\n"), ("  due: 900\n", "")),
        {"T016"},
    ),
    "the mandate is the meeting's own": (
        (
            ("villagers_assembly", "villagers_representatives"),
            ("basis: persons", "basis: representatives"),
            ("present: 520", "present: 620"),
            ("agenda:", f"mandate: {MEETING}\nagenda:"),
        ),
        {"A011"},
    ),
    "upheld as without effect from the beginning": (
        (
            FEW,
            FEWER,
            (
                "agenda:",
                ("irregular:\n  - code: T006\n    article: 村民委员会组织法第二十六条\n    reason: 人不够。\n"
                "    by: shili-committee\n    date: 2026-02-23\n    resolution:\n      result: upheld\n"
                "      by: shili-office\n      date: 2026-03-01\n      from_beginning: true\nagenda:"),
            ),
        ),
        {"R006"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_mistake_is_told_once(name, lay, files):
    edits, codes = CASES[name]
    text = MINUTES
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    found = [
        each.code
        for each in lay(files.meeting(MEETING, text))
        if each.level is not Level.DUE and MEETING in str(each.path) and not each.acknowledged
    ]
    assert sorted(found) == sorted(codes)


@pytest.mark.parametrize(
    ("edits", "lines"),
    [
        ((FEW, FEWER), ["    present: 400"]),
        (
            (
                (
                    "    decisions:",
                    "    attendance:\n      basis: persons\n      due: 900\n      present: 400\n    decisions:",
                ),
                FEWER,
            ),
            ["      present: 400"],
        ),
        (
            (("    decisions:", "    movements:\n      - left: 100\n    decisions:"), FEWER),
            ["      - left: 100"],
        ),
        (
            (
                ("agenda:\n", "agenda:\n  - title: 汇报\n    movements:\n      - left: 100\n"),
                FEWER,
            ),
            ["  - title: 修路"],
        ),
        (
            (
                (
                    "    decisions:",
                    "    attendance:\n      basis: owners\n      due: 900\n      present: 520\n    decisions:",
                ),
            ),
            ["      basis: owners"],
        ),
    ],
)
def test_a_quorum_is_short_where_it_is(lay, files, edits, lines):
    """At the item whose attendance it is, or where people left: there it is to be acknowledged."""
    text = MINUTES
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    laid = files.meeting(MEETING, text)
    written = next(content for path, content in laid.items() if MEETING in path).splitlines()
    found = [each for each in lay(laid) if each.code == "T006"]
    assert [written[each.line - 1].strip() for each in found] == [line.strip() for line in lines]


def test_the_end_of_a_period_is_called_what_it_is_called(lay, files):
    """A new day is no end, and an objection's day no beginning."""
    text = MINUTES
    for old, new in CASES["put off to a day before it was put off"][0]:
        text = text.replace(old, new, 1)
    (found,) = [each for each in lay(files.meeting(MEETING, text)) if each.code == "D002"]
    assert found.message == (
        "“改期到”（2026-02-19）早于“宣布日期”（2026-02-20）。",
        "“New day” (2026-02-19) lies before “Announced” (2026-02-20).",
    )


@pytest.mark.parametrize("size", [2, 3])
def test_motions_that_change_one_another_are_one_finding(lay, files, size):
    names = "abc"[:size]
    motions = "".join(
        f"      - key: {key}\n        text: 第{key}项\n        amends: {names[(number + 1) % size]}\n"
        "        result: withdrawn\n"
        for number, key in enumerate(names)
    )
    text = MINUTES[: MINUTES.index("      - text:")] + motions
    found = [each for each in lay(files.meeting(MEETING, text)) if MEETING in each.path]
    assert [each.code for each in found] == ["T032"]
    assert found[0].message.zh == "顺着 amends 找下去，这一项修改的是它自己。"


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2026-02-22", "2026-02-22"), 1),
        (("2026-02-22", "2026-02"), 1),
        (("2026-02-20", "2026-02-22"), 1),
    ],
)
def test_meetings_each_before_the_other_are_one_finding(lay, files, days, found):
    talk = "meeting_kind: building_deliberation\ndate: {day}\nearlier: {other}\n"
    ids = [f"{day.replace('-', '')}-{letter}" for day, letter in zip(days, "ab", strict=True)]
    laid = {}
    for number, day in enumerate(days):
        text = talk.format(day=day, other=ids[1 - number])
        laid |= files.meeting(ids[number], text)
    codes = [each.code for each in lay(laid) if each.level is Level.ERROR]
    assert codes == ["T063"] * found


def test_a_meeting_before_that_is_not_there_is_missed_by_another(lay, files):
    text = "meeting_kind: building_deliberation\ndate: 2026-02-22\nearlier: {other}\n"
    assert [
        each.code
        for each in lay(files.meeting(MEETING, text.format(other="20260101-nowhere")))
        if each.level is Level.ERROR
    ] == ["A004"]
    chained = text.format(other="20260301-b") + "chain: four-deliberations\nchain_step: consult\n"
    laid = files.meeting(MEETING, chained) | files.meeting(
        "20260301-b", text.partition("earlier")[0].replace("2026-02-22", "2026-03-01")
    )
    assert "T063" not in [each.code for each in lay(laid)]
