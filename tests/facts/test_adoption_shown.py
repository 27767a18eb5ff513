"""What the records show of a rule's adoption, and what a page says of what they do not show."""

import pytest

from yizhan.facts.adoption_shown import Shown, shown
from yizhan.loading.parse import build
from yizhan.model.archive import Archive
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.wording.rule import Status
from yizhan.wording.rule_adoption import as_shown
from yizhan.wording.words import words_in

DATE = {"date": "2026-03-10"}
AT = DATE | {"meeting": "m"}
BY = DATE | {"body": "all"}
ATTENDANCE = {"basis": "persons", "due": 600, "present": 500}
VOTE = {"for": 490, "against": 10}


def rule(adopted, kind="village_rules"):
    data = {"id": "r", "title": "规约", "rule_kind": kind, "place": "cun", "wording": "verbatim"}
    return build(Rule, data | ({"adopted": adopted} if adopted else {}))


def meeting(attendance=ATTENDANCE, vote=VOTE, result="adopted", own=None):
    motion = {"text": "通过规约。", "result": result} | ({"vote": vote} if vote else {})
    item = {"title": "规约", "rules": ["r"], "decisions": [motion]}
    item |= {"attendance": own} if own else {}
    data = {
        "id": "m",
        "title": "会",
        "meeting_kind": "villagers_assembly",
        "place": "cun",
        "date": "2026-03-10",
        "agenda": [item],
    }
    return build(Meeting, data | ({"attendance": attendance} if attendance else {}))


@pytest.mark.parametrize(
    ("record", "records", "found"),
    [
        (rule(None), (), Shown.NOTHING),
        (rule(None, "measures"), (), Shown.NOTHING),
        (rule(DATE), (), Shown.DATE_ALONE),
        (rule(DATE, "list"), (), Shown.DATE_ALONE),
        (rule(BY), (), Shown.NO_MEETING),
        (rule(BY, "customs"), (), Shown.ADOPTION),
        (rule(BY, "measures"), (), Shown.ADOPTION),
        (rule(AT), (), Shown.DATE_ALONE),  # A004 says that there is no such meeting
        (rule(AT), (meeting(),), Shown.ADOPTION),
        (rule(AT), (meeting(attendance=None),), Shown.NO_COUNT),
        (rule(AT), (meeting(vote=None),), Shown.NO_COUNT),
        (rule(AT), (meeting(attendance=None, own=ATTENDANCE),), Shown.ADOPTION),
        (rule(AT, "customs"), (meeting(vote=None),), Shown.ADOPTION),
        (rule(AT), (meeting(vote=None, result="rejected"),), Shown.ADOPTION),  # L007
    ],
)
def test_each_way_of_recording_an_adoption(record, records, found) -> None:
    assert shown(record, Archive((record, *records))) is found


@pytest.mark.parametrize(
    ("of", "zh", "en"),
    [
        (Shown.NOTHING, "由谁、怎样通过，没有记录。", "By whom and how it was adopted is not on record."),
        (Shown.DATE_ALONE, "只记了通过的日期，由谁、怎样通过，看不出来。", "Only the date of its adoption is on record; by whom and how does not show."),
        (Shown.NO_MEETING, "没有会议的记录，怎样表决的，看不出来。", "No meeting is on record for it; how it was voted on does not show."),
        (Shown.NO_COUNT, "通过它的会议没有记下到会人数或者票数，够不够数，看不出来。", "Of the meeting that adopted it, attendance or tally is not on record; whether they sufficed does not show."),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_said_and_no_adoption_is_claimed(of, zh, en) -> None:
    in_force = Status("confirmed", "施行中", "2026年3月12日起施行。")
    assert as_shown(words_in("zh"), in_force, of) == (
        "unknown", "施行中（按记录）", "2026年3月12日起施行。" + zh,
    )  # fmt: skip
    english = Status("confirmed", "In force", "In force from 12 March 2026.")
    assert as_shown(words_in("en"), english, of) == (
        "unknown", "In force, as recorded", "In force from 12 March 2026. " + en,
    )  # fmt: skip
    contestable = Status("claimed", "施行中，可争议", "可争议。")
    assert as_shown(words_in("zh"), contestable, of) == (
        "claimed",
        "施行中，可争议",
        "可争议。" + zh,
    )
    ended = Status("unsolved", "已废止", "已经废止。")
    assert as_shown(words_in("zh"), ended, of) is ended


def test_of_a_recorded_adoption_nothing_is_added() -> None:
    found = Status("confirmed", "施行中", "2026年3月12日起施行。")
    assert as_shown(words_in("zh"), found, Shown.ADOPTION) is found
