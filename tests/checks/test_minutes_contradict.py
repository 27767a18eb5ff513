"""Minutes that contradict themselves, or another meeting: each is told at its line, once."""

import pytest

from .told import chosen, council, election, found_in, item, meeting

COUNCIL = "basis: representatives, due: 15, present: {}"
HERE = COUNCIL.format(13)
MOTION = "{text: 甲, result: adopted, vote: {for: 9, against: 2}%s}"


def other(identifier, kind="council_meeting", place="shili-cun", more=""):
    """An earlier meeting."""
    day = f"{identifier[:4]}-{identifier[4:6]}-{identifier[6:8]}"
    return {
        f"records/meetings/2026/{identifier}.yaml": f"""\
id: {identifier}
title: {identifier}
example: true
place: {place}
meeting_kind: {kind}
date: {day}
{more}"""
    }


ADJOURNED = "adjourned: {reason: 晚了。, until: 2026-02-22}\n"
DECIDED = """\
agenda:
  - title: 甲
    decisions: [{text: 甲, result: adopted}]
  - title: 乙
    decisions: [{text: 乙, result: deferred}]
  - title: 丙
    outcome: discussed
  - title: 丁
    outcome: deferred
    decisions: [{text: 推迟, result: adopted}]
"""
ELSEWHERE = """\
id: {id}
title: {id}
example: true
{more}
"""
MORE = {
    **other("20260210-council", more=ADJOURNED),
    **other("20260211-hearing", "hearing", more=ADJOURNED),
    **other("20260212-far", place="far-cun", more=ADJOURNED),
    **other("20260213-decided", more=DECIDED),
    **other("20260214-whole"),
    **other("20260215-part", place="shili-cun-1", more=ADJOURNED),
    "records/places/far-xian.yaml": ELSEWHERE.format(
        id="far-xian", more="level: district\nregion: 示例省"
    ),
    "records/places/far-zhen.yaml": ELSEWHERE.format(
        id="far-zhen", more="level: town\nparent: far-xian"
    ),
    "records/places/far-cun.yaml": ELSEWHERE.format(
        id="far-cun", more="level: village\nparent: far-zhen"
    ),
    "records/bodies/far-committee.yaml": ELSEWHERE.format(
        id="far-committee", more="body_kind: committee\nplace: far-cun"
    ),
    "records/places/lost-cun.yaml": ELSEWHERE.format(
        id="lost-cun", more="level: village\nparent: lost-zhen"
    ),
    "records/bodies/lost-committee.yaml": ELSEWHERE.format(
        id="lost-committee", more="body_kind: committee\nplace: lost-cun"
    ),
    "records/bodies/far-office.yaml": ELSEWHERE.format(
        id="far-office", more="body_kind: government\nplace: far-zhen"
    ),
}


def line(text):
    return f"- {text}"


def goes_on(identifier):
    return meeting("council_meeting", HERE, item("甲", "for: 9"), more=f"resumes: {identifier}\n")


def continues(title, identifier="20260213-decided"):
    return meeting(
        "council_meeting",
        HERE,
        f"  - title: {title}\n    continues: {identifier}\n    outcome: discussed\n",
    )


def with_parts(parts):
    return MOTION % "" if parts is None else (MOTION % "").replace("2}", f"2, parts: [{parts}]}}")


FURTHER = """\
  - title: 选
    elections:
      - title: 理事
        key: one
        seats: 2
        candidates: [{key: a, votes: 9, elected: true}, {key: b, votes: 4}, {key: c, votes: 4}]
        needs: half_of_present
        result: runoff
  - title: 再选
    elections:
      - title: 再选
        seats: 1
        runoff_of: one
        candidates: [%s]
        result: elected
"""
ONE_MORE = "{key: b, votes: 8, elected: true}, {key: c, votes: 4}"
TWO_MORE = "{key: b, votes: 6, elected: true}, {key: c, votes: 6, elected: true}"
TIMED = """\
  - title: 一
    start_time: "19:30"
    end_time: "19:50"
    movements: [{left: 1, time: "%s"}]
    decisions:
      - {text: 甲, result: adopted, time: "19:45", vote: {for: 9}}
  - title: 二
    start_time: "%s"
    end_time: "20:10"
    outcome: discussed
"""
REQUEST = "request: {date: %s, basis: representatives, count: 5, of: %s}\n"
SHOWN = "published: {start: 2026-03-01, end: 2026-03-20, where: 公开栏}"
RESULT = "result_published: {start: %s, end: 2026-03-20, where: 公开栏}"
RESULTS = (MOTION % f", {SHOWN}, {RESULT}") % "2026-02-25"
RESULTS_LATER = (MOTION % f", {SHOWN}, {RESULT}") % "2026-03-05"
ACTING = ", moved_by: [{group: representatives, number: 8}], seconded_by: [{group: representatives, number: %s}]"
TASK = ", tasks: [{key: t, text: 做, body: %s}]"
WOMEN = "categories: [{title: 妇女, present: 5}, {title: %s, present: 6}]"


def outcome(word, motion="", more=""):
    decided = f"    decisions: [{motion}]\n" if motion else ""
    return meeting("council_meeting", HERE, f"  - title: 甲\n    outcome: {word}\n{more}{decided}")


def form(word, online=None, method="show_of_hands"):
    there = HERE if online is None else f"{HERE}, online: {online}"
    return meeting(
        "council_meeting",
        there,
        item("甲", "for: 9").replace("result:", f"method: {method}\n        result:"),
        more=f"form: {word}\n",
    )


PUT_OFF = "{text: 推迟到下次, result: adopted, vote: {for: 9}}"

CASES = {
    "nobody there, and adopted": (
        meeting("council_meeting", COUNCIL.format(0), "  - title: 甲\n    decisions:\n"
                "      - {text: 甲, result: adopted}\n"),
        [("T008", "- {text: 甲, result: adopted}")],
    ),
    "nobody there, and rejected for it": (
        meeting("council_meeting", COUNCIL.format(0), "  - title: 甲\n    decisions:\n"
                "      - {text: 甲, result: rejected}\n"),
        [],
    ),
    # what became of an item
    "not reached, and adopted": (outcome("not_reached", MOTION % ""), [("T080", "outcome: not_reached")]),
    "withdrawn, and adopted": (outcome("withdrawn", MOTION % ""), [("T080", "outcome: withdrawn")]),
    "put off by a motion": (outcome("deferred", PUT_OFF), []),
    "put off, with an amendment adopted": (
        outcome("deferred", "{key: m, text: 甲, result: deferred}, {text: 乙, amends: m, result: adopted}"),
        [],
    ),
    "not reached, with somebody elected": (
        meeting("council_meeting", HERE, election("召集人", "{key: a, votes: 9, elected: true}",
                                                  "    outcome: not_reached\n")),
        [("T080", "outcome: not_reached")],
    ),
    "noted, until a day": (
        outcome("noted", more="    until: 2026-03-05\n"),
        [("T080", "until: 2026-03-05")],
    ),
    "discussed, and referred to": (
        outcome("discussed", more="    referred_to: shili-committee\n"),
        [("T080", "referred_to: shili-committee")],
    ),
    "referred, to somebody": (outcome("referred", more="    referred_to: shili-committee\n"), []),
    "adopted, until a day": (
        council(MOTION % ", until: 2026-03-05"),
        [("T080", line(MOTION % ", until: 2026-03-05"))],
    ),
    "adopted, and referred to": (
        council(MOTION % ", referred_to: shili-committee"),
        [("T080", line(MOTION % ", referred_to: shili-committee"))],
    ),
    # publications, times
    "what came of it before the decision": (council(RESULTS), [("T051", line(RESULTS))]),
    "what came of it after the decision": (council(RESULTS_LATER), []),
    "left after the vote": (
        meeting("council_meeting", HERE, TIMED % ("19:48", "19:50")),
        [("T043", 'movements: [{left: 1, time: "19:48"}]')],
    ),
    "left before the vote": (meeting("council_meeting", HERE, TIMED % ("19:40", "19:50")), []),
    "two items at one time": (
        meeting("council_meeting", HERE, TIMED % ("19:40", "19:40")),
        [("T043", 'start_time: "19:40"')],
    ),
    "two items at one time in two rooms": (
        meeting("council_meeting", HERE, TIMED % ("19:40", "19:40"),
                more="sessions: [{key: a, title: 东厅, session_kind: venue}, {key: b, title: 西厅, session_kind: venue}]\n"),
        [],
    ),
    "left at some time before a vote of which nobody knows when": (
        meeting("council_meeting", HERE, (TIMED % ("19:48", "19:50")).replace(', time: "19:45"', "")),
        [],
    ),
    # elections
    "elected without a vote": (
        chosen("{key: a, votes: 0, elected: true}"),
        [("T038", "candidates: [{key: a, votes: 0, elected: true}]")],
    ),
    "one more in a further vote": (meeting("council_meeting", HERE, FURTHER % ONE_MORE), []),
    "too many in both votes together": (
        meeting("council_meeting", HERE, (FURTHER % TWO_MORE).replace("seats: 1", "seats: 2")),
        [("T039", f"candidates: [{TWO_MORE}]")],
    ),
    # who was there
    "a category twice": (
        meeting("council_meeting", f"{HERE}, {WOMEN % '妇女'}", item("甲", "for: 9")),
        [("T003", f"attendance: {{{HERE}, {WOMEN % '妇女'}}}")],
    ),
    "two categories": (
        meeting("council_meeting", f"{HERE}, {WOMEN % '党员'}", item("甲", "for: 9")),
        [],
    ),
    "online, with some of them online": (
        form("online", 3),
        [("T081", f"attendance: {{{HERE}, online: 3}}")],
    ),
    "online, with all of them online": (form("online", 13), []),
    "in the room, with some online": (
        form("in_person", 3),
        [("T081", f"attendance: {{{HERE}, online: 3}}")],
    ),
    "in the room, with nobody online": (form("in_person", 0), []),
    "in writing, by show of hands": (form("written"), [("T081", "method: show_of_hands")]),
    "in writing, by ballot": (form("written", method="ballot"), []),
    "more movers and seconders than people": (
        council(MOTION % (ACTING % 8)),
        [("T052", line(MOTION % (ACTING % 8)))],
    ),
    "as many movers and seconders as people": (council(MOTION % (ACTING % 5)), []),
    # requests
    "called before it was demanded": (
        council(MOTION % "", more="notice: {date: 2026-02-01, how: 群}\n" + REQUEST % ("2026-02-03", 15)),
        [("G014", (REQUEST % ("2026-02-03", 15)).strip())],
    ),
    "demanded by some of twice as many": (
        council(MOTION % "", more=REQUEST % ("2026-02-03", 30)),
        [("G014", (REQUEST % ("2026-02-03", 30)).strip())],
    ),
    "demanded by some of a few more": (council(MOTION % "", more=REQUEST % ("2026-02-03", 17)), []),
    "demanded by some of the village, and held by a group": (
        council(MOTION % "", more="place: shili-cun-1\n" + REQUEST % ("2026-02-03", 30)),
        [],
    ),
    # meetings that go on with others
    "goes on with one that was adjourned": (goes_on("20260210-council"), []),
    "goes on with it as well": (goes_on("20260210-council"), [("T047", "resumes: 20260210-council")]),
    "goes on with a hearing": (goes_on("20260211-hearing"), [("T047", "resumes: 20260211-hearing")]),
    "goes on with one of another county": (
        goes_on("20260212-far"),
        [("T047", "resumes: 20260212-far")],
    ),
    "goes on with one that was not adjourned": (
        goes_on("20260214-whole"),
        [("T047", "resumes: 20260214-whole")],
    ),
    "goes on with one of a part": (goes_on("20260215-part"), []),
    "takes up what was decided": (continues("甲"), [("T047", "continues: 20260213-decided")]),
    "takes up what was put off": (continues("乙"), []),
    "takes up what was discussed": (continues("丙"), []),
    "takes up what was put off by a motion": (continues("丁"), []),
    # parts of a tally
    "more in a part than at the meeting": (
        council(with_parts("{title: 甲, present: 14, for: 9, against: 2}")),
        [("T042", line(with_parts("{title: 甲, present: 14, for: 9, against: 2}")))],
    ),
    "a part twice": (
        council(with_parts("{title: 甲, for: 5}, {title: 甲, for: 4, against: 2}")),
        [("T042", line(with_parts("{title: 甲, for: 5}, {title: 甲, for: 4, against: 2}")))],
    ),
    "a part of another county": (
        council(with_parts("{title: 甲, place: far-cun, for: 9, against: 2}")),
        [("T042", line(with_parts("{title: 甲, place: far-cun, for: 9, against: 2}")))],
    ),
    "parts of groups": (
        council(with_parts("{title: 甲, place: shili-cun-1, present: 5, for: 5}, {title: 乙, present: 6, for: 4, against: 2}")),
        [],
    ),
    # tasks
    "a task for those of another county": (
        council(MOTION % (TASK % "far-committee")),
        [("A021", line(MOTION % (TASK % "far-committee")))],
    ),
    "a task for a government of another county": (council(MOTION % (TASK % "far-office")), []),
    "a task for those of nowhere": (council(MOTION % (TASK % "lost-committee")), []),
    "a task for the town": (council(MOTION % (TASK % "shili-office")), []),
}  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return found_in(tmp_path_factory.mktemp("told"), CASES, MORE)


@pytest.mark.parametrize("name", CASES)
def test_each_is_told_at_its_line_and_once(name, found):
    assert found[name] == CASES[name][1]
