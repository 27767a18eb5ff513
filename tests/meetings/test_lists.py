"""Meetings in lists: what is said of those not held, and where one of several places shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yizhan.facts.caseload import in_
from yizhan.facts.monthly import Months
from yizhan.loading.working_days import official_calendar
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Ballots, Candidate
from yizhan.pages.election import election_view
from yizhan.pages.lawfulness import judged
from yizhan.pages.meeting import row, slots


@pytest.fixture(scope="module")
def march(site, as_of):
    meetings = site.archive.meetings
    return Months(site.archive, (), meetings, as_of, official_calendar()).of("2026-03")


def meeting(site, identifier):
    found = site.archive.get(Meeting, identifier)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("identifier", "zh", "en"),
    [
        ("20260314-yanqi", "延期", "Postponed"),
        ("20260316-quxiao", "取消", "Cancelled"),
        ("20260318-chehui", "撤回召集", "Call withdrawn"),
        ("20260320-liuhui", "流会", "No quorum"),
        ("20260324-xiuhui", "休会", "Adjourned"),
        ("20261220-niandu-jihua", "将要召开", "To be held"),
        ("20260301-council-regular", "", ""),
    ],
)
def test_a_list_says_what_became_of_a_meeting(site, identifier, zh, en):
    assert row(site, meeting(site, identifier)).word == zh
    assert row(site.in_("en"), meeting(site, identifier)).word == en


def test_what_was_called_off_is_not_among_what_is_to_come(site):
    (slot,) = slots(site)
    first = slot.content.split("<h2>")[1]
    assert "年终村民代表会议" not in first or "将要召开" in first
    for gone in ("清明祭扫议事会</a>", "楼栋消防讲解", "临时村民会议"):
        assert gone not in first


def test_a_meeting_of_two_places_is_in_the_lists_of_both_and_once_above_them(site):
    joint = meeting(site, "20260401-liangcun-lianhe")
    for place in ("shili-cun", "linjia-cun"):
        assert joint in in_(site.caseload.here, Kind.MEETING, place)
    above = in_(site.caseload.within, Kind.MEETING, "shili-zhen")
    assert [each for each in above if each is joint] == [joint]


def test_what_was_not_held_counts_as_no_meeting_of_the_month(march):
    held = {each.id for each in march.meetings}
    assert "20260308-xuanju-dahui" in held
    assert not held & {"20260314-yanqi", "20260316-quxiao", "20260318-chehui", "20260320-liuhui"}


def test_the_month_tells_elections_and_motions_but_not_what_would_change_them(march):
    said = {(each.text, str(each.result)) for each in march.decided}
    assert ("选举村民委员会主任", "elected") in said
    assert ("选举村民委员会委员", "runoff") in said
    assert ("篮球场每天七点开放，二十二点关灯。", "adopted") in said
    assert all(text != "周末不关灯。" for text, _ in said)


def test_the_law_is_held_against_those_who_were_there_at_the_item(site):
    found = meeting(site, "20260306-daibiao-huiyi")
    roads, pond = (
        [line.says for line in (*each.quorum, *each.majority)]
        for each in (judged(site, found, item.decisions[-1]) for item in found.agenda)
    )
    assert "应有三分之二以上到会，实到 38/45，符合。" in roads
    assert "到会人员应有过半数同意，同意 31/38，符合。" in roads
    assert "应有三分之二以上到会，实到 34/45，符合。" in pond
    opened = [line.says for line in judged(site, found).quorum]
    assert opened == ["应有三分之二以上到会，实到 36/45，符合。"]


@pytest.mark.parametrize(
    ("papers", "zh", "en"),
    [
        (Ballots(returned=746, valid=738), "占有效票 50.4%", "50.4% of the valid papers"),
        (Ballots(returned=746), "占收回的票 49.9%", "49.9% of the papers that came back"),
        (Ballots(returned=746, valid=0), "", ""),
        (Ballots(issued=748), "", ""),
        (None, "", ""),
    ],
)
def test_a_candidate_s_share_says_of_what_it_is(site, papers, zh, en):
    """More than half of the valid papers can be less than half of those taking part, which elects."""
    held = meeting(site, "20260308-xuanju-dahui")
    election = replace(
        held.agenda[0].elections[0], ballots=papers, candidates=(Candidate(key="a", votes=372),)
    )
    for lang, share in (("zh", zh), ("en", en)):
        (row,) = election_view(site.in_(lang), held, election).rows
        assert row.share == share
