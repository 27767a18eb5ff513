"""What pages say of how matters ended: whose they are, who noted a verdict, where they went on."""

from __future__ import annotations

import pytest

from yizhan.pages.matter_lists import matter_row

from .said_matters import (
    ACCEPTED,
    CONFIRMED,
    DRUMS,
    HANDED,
    JOINED,
    MUSIC,
    NOISE,
    REFUSED,
    REPORTED,
    SOLVED,
    TEAM,
    html,
    said,
)

OURS = "      belongs_to:\n        {owner}\n"
ATTESTED = "    verdict:\n      how: call\n      recorded_by: shili-supervisors\n"


def merged(into: str) -> str:
    return (
        f"  - date: 2026-02-12\n    step: merge\n    by: shili-committee\n    merged_into: {into}\n"
    )


@pytest.mark.parametrize(
    ("owner", "name"),
    [("name: 县供电公司", "县供电公司"), ("body: shili-county", "示例县人民政府")],
)
def test_not_ours_says_whose_it_is(site_with, owner, name):
    report = REPORTED.format(day="2026-02-20", result="not_ours") + OURS.format(owner=owner)
    site = site_with(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20"))
    word, mark, sentence = said(site)
    assert (word, mark) == ("不归这里管，代记接受", "unsolved")
    assert (
        sentence == f"没有解决：办理单位说不归这里管，归{name}管；居民接受这个答复算办理单位代记。"
    )
    assert "归谁管：" in html(site)
    assert said(site.in_("en"))[2] == (
        f"Not solved: the office says it is not for this place to deal with, it belongs to {name}; "
        "that residents accept it counts as noted by the office."
    )


def test_a_refusal_publishes_no_result_nobody_recorded(site_with):
    site = site_with(noise=ACCEPTED + REFUSED)
    assert said(site) == (
        "不予办理",
        "unsolved",
        "不予办理或者停止办理；记录没有写明结果。",
    )
    shown = html(site)
    assert "没有地方。" in shown
    assert "暂不具备条件" not in shown
    assert "由谁办的没有说明" in shown


@pytest.mark.parametrize(
    ("by", "zh", "en"),
    [
        ("shili-committee", "示例村村民委员会说", "示例村村民委员会 says it is done."),
        ("shili-office", "示例镇人民政府说", "示例镇人民政府 says it is done."),
        ("unknown", "记录里说", "The record says it is done."),
    ],
)
def test_what_is_claimed_is_the_word_of_whoever_reported_it(site_with, by, zh, en):
    report = REPORTED.format(day="2026-02-20", result="solved").replace("shili-committee", by)
    site = site_with(noise=ACCEPTED + JOINED + report)
    assert said(site)[2] == f"{zh}已经办完，等居民评价；居民确认之前不算解决。"
    assert said(site.in_("en"))[2].startswith(en)
    assert ("记录怎么说" in html(site)) is (by == "unknown")


def test_an_end_of_which_nobody_is_named_is_nobodys_word(site_with):
    report = REPORTED.format(day="2026-02-20", result="partly").replace(
        "shili-committee", "unknown"
    )
    lapsed = "  - date: 2026-03-20\n    step: lapse\n    by: shili-committee\n"
    site = site_with(noise=ACCEPTED + report + lapsed)
    assert said(site)[2] == "记录里说解决了一部分；到评价期满也没有人表示异议，因此按无人评价销号。"
    assert said(site.in_("en"))[2].startswith("The record says it is solved in part; closed")


def test_who_withdrew_it_is_said(site_with):
    withdrawn = "  - date: 2026-02-13\n    step: withdraw\n"
    site = site_with(
        noise=ACCEPTED + withdrawn, music=ACCEPTED + withdrawn + "    by: shili-sq\n", files=PART
    )
    assert said(site) == ("撤回", "unsolved", "没有办理到底：提出人撤回。")
    assert said(site, MUSIC)[2] == "没有办理到底：广场小队撤回。"
    assert said(site.in_("en"), MUSIC)[2] == "Not carried through: withdrawn by 广场小队."


def test_what_was_reported_done_was_handled_by_who_had_it_then(site_with):
    taken = "  - date: 2026-02-22\n    step: take_over\n    by: shili-office\n"
    log = ACCEPTED + SOLVED + HANDED.format(day="2026-02-21") + taken
    site = site_with(noise=log + CONFIRMED.format(day="2026-02-23") + ATTESTED, music=log)
    assert site.states[NOISE].handler == site.summary(NOISE).handler == "shili-committee"
    assert site.states[MUSIC].handler == "shili-office"


def test_what_is_merged_is_followed_to_its_end(site_with):
    site = site_with(noise=merged(MUSIC), music=merged(DRUMS), drums=ACCEPTED + REFUSED)
    end = "不予办理或者停止办理；记录没有写明结果。"
    for each in (NOISE, MUSIC):
        assert said(site, each) == (
            "已并案",
            "merged",
            f"已并入另一件事项一起办理。那一件现在：{end}",
        )


def test_mergers_round_in_a_ring_say_so(site_with):
    site = site_with(noise=merged(MUSIC), music=merged(NOISE))
    assert said(site)[2] == "已并入另一件事项一起办理。并案绕成一圈，没有一件还在办。"


def test_a_merger_into_what_is_not_there_claims_nothing(site_with):
    assert said(site_with(noise=merged("20260210-shili-gone")))[2] == "已并入另一件事项一起办理。"


@pytest.mark.parametrize(("verdict", "noted"), [("", True), (ATTESTED, False)])
def test_a_verdict_that_the_office_noted_says_so(site_with, verdict, noted):
    report = REPORTED.format(day="2026-02-20", result="solved")
    site = site_with(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    wanted = ("居民认可（代记）", "noted") if noted else ("居民认可", "confirmed")
    assert said(site)[:2] == wanted
    assert ("居民认可（代记）" in matter_row(site, NOISE)) is noted
    assert ("算办理单位代记" in html(site)) is noted
    assert ("怎样问的：电话" in html(site)) is not noted


def test_the_word_of_another_than_the_handler_is_not_taken_for_its_own(site_with):
    refused = REFUSED.replace("unknown", "shili-office") + (
        "    outcome:\n      result: not_feasible\n      text: 没有地方。\n      reason: 没有地方。\n"
    )
    site = site_with(noise=ACCEPTED + JOINED.replace("02-12", "02-11") + refused)
    assert said(site)[2] == "没有解决：示例镇人民政府说目前条件办不到。"


@pytest.mark.parametrize(
    "verdict",
    [
        "",
        "    by: unknown\n",
        "    verdict:\n      recorded_by: shili-supervisors\n",
        "    verdict:\n      how: call\n",
    ],
)
def test_what_is_missing_of_a_verdict_is_said_and_nothing_else(site_with, verdict):
    report = REPORTED.format(day="2026-02-20", result="solved")
    site = site_with(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    assert said(site)[2] == (
        "办理单位说已经办完；居民认可算办理单位代记：怎样问的，或者办理单位以外由谁记下的，没有记录。"
    )
    assert said(site.in_("en"))[2] == (
        "The office says it is done; that residents agree counts as noted by the office: how they were "
        "asked, or who other than the office took it down, is not on record."
    )


def test_how_many_are_satisfied_is_shown_where_nobody_says_of_how_many(site_with):
    report = REPORTED.format(day="2026-02-20", result="solved")
    verdict = ATTESTED + "      satisfied: 5\n"
    site = site_with(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    assert "5 人满意，问了多少人没有记录" in html(site)
    assert "5 satisfied; how many were asked is not on record" in html(site.in_("en"))


PART = {
    "bodies/shili-sq.yaml": TEAM.format(
        key="shili-sq", title="广场小队", rest="parent: shili-committee\n"
    )
}


@pytest.mark.parametrize(
    "verdict", ["    by: shili-sq\n", ATTESTED.replace("shili-supervisors", "shili-sq")]
)
def test_what_part_of_the_office_says_is_noted_by_the_office(site_with, verdict):
    report = REPORTED.format(day="2026-02-20", result="solved")
    confirmed = CONFIRMED.format(day="2026-02-20")
    site = site_with(noise=ACCEPTED + report + confirmed + verdict, files=PART)
    assert said(site)[:2] == ("居民认可（代记）", "noted")


def test_the_end_of_a_chain_is_linked(site_with):
    site = site_with(noise=merged(MUSIC), music=merged(DRUMS), drums=ACCEPTED + REFUSED)
    sentence = html(site).partition("yz-sentence")[2].partition("</p>")[0]
    assert MUSIC in sentence
    assert DRUMS in sentence
