"""Minutes: who was there, what the law says of it, votes, tasks and what became of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.model.meeting import Meeting
from yizhan.pages import meeting
from yizhan.pages.details import percent
from yizhan.pages.lawfulness import judged, judged_notice
from yizhan.wording.law import law_name

ROOT = Path(__file__).parents[2]
ASSEMBLY = "meetings/2026/20260125-shili-assembly.yaml"
LAW = "《中华人民共和国村民委员会组织法》（2025年修正）"


def page_of(site, identifier):
    return next(
        page
        for page in meeting.pages(site)
        if page.source and page.source.endswith(f"{identifier}.yaml")
    )


def record(site, identifier="20260125-shili-assembly"):
    return site.archive.get(Meeting, identifier)


def lines(site, identifier="20260125-shili-assembly"):
    found = record(site, identifier)
    ruling = judged(site, found, found.agenda[0].decisions[0])
    return [(line.law, line.says, line.mark) for line in (*ruling.quorum, *ruling.majority)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("identifier", ["20260125-shili-assembly", "20260412-shili-deliberation"])
def test_the_whole_page(village, expect, identifier, lang):
    expect(f"{identifier}.{lang}.html", page_of(village.in_(lang), identifier).content)


def test_the_law_is_named_with_its_article_and_what_there_was(village):
    assert lines(village) == [
        (f"{LAW}第二十六条", "应有过半数到会，实到 520/900，符合。", "yes"),
        (f"{LAW}第二十六条", "到会人员应有过半数同意，同意 500/520，符合。", "yes"),
    ]
    assert [line[1] for line in lines(village.in_("en"))] == [
        "more than half must attend; 520/900 attended: met.",
        "of those present, more than half must agree; 500/520 for it: met.",
    ]


def test_too_few_are_said_to_be_too_few(village_with):
    site = village_with({ASSEMBLY: {"present: 520": "present: 450", "for: 500": "for: 430"}})
    assert lines(site)[0] == (
        f"{LAW}第二十六条",
        "应有过半数到会，实到 450/900，没有达到。",
        "no",
    )
    assert 'class="yz-law yz-no"' in page_of(site, "20260125-shili-assembly").content


def test_a_rejected_motion_is_right_to_fall_short(village_with):
    site = village_with({ASSEMBLY: {"result: adopted": "result: rejected", "for: 500": "for: 200"}})
    assert lines(site)[1][1:] == (
        "到会人员应有过半数同意，同意 200/520，没有达到，所以没有通过。",
        "plain",
    )


def test_a_rejected_motion_with_a_majority_is_named(village_with):
    site = village_with({ASSEMBLY: {"result: adopted": "result: rejected"}})
    says = "同意 500/520，已达到通过的比例，记录却写未通过。"
    assert (f"{LAW}第二十六条", says, "no") in lines(site)


def test_what_cannot_be_judged_is_said_plainly(village_with):
    site = village_with({ASSEMBLY: {"  due: 900\n  present: 520\n": ""}})
    says = "应到、实到人数没有记全，无法判断。"
    assert (f"{LAW}第二十六条", says, "unknown") in lines(site)
    assert "没有记录" in page_of(site, "20260125-shili-assembly").content


def test_without_a_tally_the_majority_cannot_be_judged(village_with):
    vote = "        vote:\n          for: 500\n          against: 12\n          abstained: 8\n"
    site = village_with({ASSEMBLY: {vote: ""}})
    says = "没有记录计票，无法判断是否过了规定的比例。"
    assert (f"{LAW}第二十六条", says, "unknown") in lines(site)
    assert "记录没有写票数。" in page_of(site, "20260125-shili-assembly").content


def test_leaving_people_out_needs_a_ground(village_with):
    site = village_with(
        {ASSEMBLY: {"  due: 900\n": "  due: 900\n  excluded: 100\n  excluded_reason: 外出务工\n"}}
    )
    says = "没有依据把 100 人不计入应到，应到按 1,000 计。"
    assert any(line[1:] == (says, "no") for line in lines(site))
    assert (f"{LAW}第二十六条", "应有过半数到会，实到 520/1,000，符合。", "yes") in lines(site)
    content = page_of(site, "20260125-shili-assembly").content
    assert "另有 100 人不计入应到：<span>外出务工</span>" in content


def test_where_a_measure_lets_people_be_left_out_it_is_named(village_with):
    out = {"  due: 900\n": "  due: 900\n  excluded: 100\n  excluded_reason: 外出，联系不上\n"}
    here = {"region: 示例省": "region: 重庆市"}
    site = village_with({ASSEMBLY: out, "places/shili-xian.yaml": here})
    says = "允许把特定的人不计入应到，没有计入 100 人；应到按其余的人算。"
    (law,) = (law for law, said, mark in lines(site) if (said, mark) == (says, "yes"))
    assert law.endswith("第七条第三款")
    assert (f"{LAW}第二十六条", "应有过半数到会，实到 520/900，符合。", "yes") in lines(site)


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("zh", "在村里，居民会议是城市社区的会议；到会、票数和通知都不按那部法判断。"),
        (
            "en",
            "attendance, votes and notice are not judged by the law of such meetings.",
        ),
    ],
)
def test_an_assembly_of_elsewhere_is_not_judged_by_its_law(village_with, lang, says):
    """A residents' assembly in a village is irregular (G001), and no other law judges it."""
    change = {"villagers_assembly": "residents_assembly", "present: 520": "present: 2"}
    site = village_with({ASSEMBLY: change}).in_(lang)
    content = page_of(site, "20260125-shili-assembly").content
    assert says in content
    assert "居民委员会组织法" not in content
    assert "yz-law" not in content
    assert "法律没有规定最低到会人数" not in content


@pytest.mark.parametrize(
    ("notice", "zh", "mark"),
    [
        ("2026-01-12", "应提前 10 天通知，实际提前 13 天，符合。", "yes"),
        ("2026-01-20", "应提前 10 天通知，实际提前 5 天，不符合。", "no"),
        ("2025-12", "应提前 10 天通知，实际至少提前 25 天，符合。", "yes"),
        ("2026-01", "应提前 10 天通知；日期没有写到日，无法判断。", "unknown"),
    ],
)
def test_how_early_it_was_called(village_with, notice, zh, mark):
    site = village_with({ASSEMBLY: {"2026-01-12": notice}})
    assert [(line.says, line.mark) for line in judged_notice(site, record(site))] == [(zh, mark)]


def test_a_shorter_notice_with_its_reason(village_with):
    change = {"2026-01-12\n": "2026-01-20\n  reason: 汛情紧急\n"}
    site = village_with({ASSEMBLY: change})
    (line,) = judged_notice(site, record(site))
    assert line.says == "应提前 10 天通知，因特殊情况缩短，理由已写明，符合。"
    assert "汛情紧急" in page_of(site, "20260125-shili-assembly").content


def test_meetings_of_which_the_law_asks_nothing(village):
    content = page_of(village, "20260110-shili-deliberation").content
    assert "法律没有规定最低到会人数和通过的比例，这里不作判断" in content
    assert "依据" not in content


ON_HAND_NOT = {
    "zh": "会议那天的法律文本不在手边，到会和票数这里不作判断。",
    "en": "The text of the law of that day is not on hand; attendance and votes are not judged here.",
}
SILENT = {"zh": "法律没有规定最低到会人数", "en": "The law sets no quorum or majority"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("held", "kind", "level", "says"),
    [
        ("2008-05-05", "villagers_assembly", "village", ON_HAND_NOT),
        ("1999", "villagers_representatives", "village", ON_HAND_NOT),
        ("2005-05", "owners_assembly", "village", ON_HAND_NOT),
        ("2018", "villagers_assembly", "village", None),  # it is said to span two
        ("2012-05-05", "villagers_assembly", "village", None),
        ("2008-05-05", "party_meeting", "village", SILENT),
        ("2012-05-05", "residents_representatives", "community", SILENT),
        ("1988-05-05", "residents_representatives", "community", ON_HAND_NOT),
    ],
)
def test_the_law_of_a_day_that_is_not_on_hand_is_not_said_to_ask_nothing(
    village_with, lang, held, kind, level, says
):
    """The law of 1998 asked for a quorum too; it is only that nobody here has its text."""
    change = {
        "meeting_kind: villagers_assembly": f"meeting_kind: {kind}",
        "date: 2026-01-25": f"date: {held}",
    }
    of_place = {"places/shili-cun.yaml": {"level: village": f"level: {level}"}}
    site = village_with({ASSEMBLY: change} | of_place).in_(lang)
    content = page_of(site, "20260125-shili-assembly").content
    for each in (ON_HAND_NOT, SILENT):
        assert (each[lang] in content) is (each is says)


def test_the_day_asked_decides_what_became_of_a_task(village_with):
    early = village_with({}, as_of=date(2026, 1, 22))
    content = page_of(early, "20260110-shili-deliberation").content
    assert "逾期未完成" in content
    later = village_with({}, as_of=date(2026, 2, 1))
    content = page_of(later, "20260110-shili-deliberation").content
    assert "已完成" in content
    assert "逾期未完成" not in content


def test_a_task_done_after_its_date(village_with):
    site = village_with({ASSEMBLY: {"    date: 2026-01-20": "    date: 2026-01-23"}})
    assert "晚于期限" in page_of(site, "20260110-shili-deliberation").content


def test_the_next_meeting_hears_of_the_last_ones_tasks(village):
    content = page_of(village, "20260125-shili-assembly").content
    assert "<h2>上次会议交办的事</h2>" in content
    assert 'href="../../meetings/20260110-shili-deliberation/#task-lamps"' in content
    assert 'id="task-lamps"' in page_of(village, "20260110-shili-deliberation").content


def test_a_planned_meeting_comes_first_and_has_no_attendance(village):
    (slot,) = meeting.slots(village)
    assert "<h2>将要召开 <small>1</small></h2>" in slot.content
    content = page_of(village, "20260412-shili-deliberation").content
    assert "：会后在这里补上到会、表决和任务。" in content
    assert "到会情况" not in content


def test_a_planned_meeting_whose_day_has_passed(village_with):
    site = village_with({}, as_of=date(2026, 4, 20))
    content = page_of(site, "20260412-shili-deliberation").content
    assert "预定的日子已过，还没有补上会议记录。" in content


def test_lists_by_place_keep_example_records_apart(village):
    urls = {page.url: page for page in meeting.pages(village)}
    assert urls["meetings/place/shili-cun/"].content.count("<li><a href") == 4
    (slot,) = meeting.slots(village)
    assert "还没有会议记录。" in slot.content
    assert 'href="../meetings/place/shili-xian/"' in slot.content


def test_shares_are_exact_and_rounded_half_up():
    assert [percent(1, 3), percent(1, 800), percent(1, 16), percent(5, 5)] == [
        "33.3%",
        "0.1%",
        "6.3%",
        "100.0%",
    ]


def test_titles_of_laws_are_set_as_they_should_be():
    law = "重庆市实施《中华人民共和国村民委员会组织法》办法（2013年修订）"
    assert law_name(law) == "《重庆市实施〈中华人民共和国村民委员会组织法〉办法》（2013年修订）"


def test_search_finds_what_was_decided(village):
    entry = page_of(village, "20260110-shili-deliberation").search
    assert "更换四盏路灯。" in entry.text
    assert "买来灯头并换上" in entry.text
    assert entry.filters["kind"] == ("会议",)
    assert entry.filters["year"] == ("2026",)
    assert entry.meta["status"] == "楼栋议事会"


def test_who_voted_for_another_scheme_did_vote(village_with):
    scheme = "      - text: 路灯装在{where}。\n        result: {result}\n        needs: most_of_alternatives\n        vote:\n          for: {votes}\n          against: 0\n          abstained: 0\n"
    schemes = "".join(
        scheme.format(where=where, result=result, votes=votes)
        for where, result, votes in (
            ("村口", "adopted", 300),
            ("学校", "rejected", 150),
            ("河边", "rejected", 50),
        )
    )
    item = f"agenda:\n  - title: 路灯装在哪里\n    decisions:\n{schemes}"
    content = page_of(
        village_with({ASSEMBLY: {"agenda:\n": item}}), "20260125-shili-assembly"
    ).content
    for others in (200, 350, 450):
        assert f"投给别的方案 {others}" in content
    assert content.count("未表决 20") == 3


def test_votes_that_no_source_gives_are_not_shown_as_none(village_with):
    only_for = {"          against: 12\n          abstained: 8\n": ""}
    content = page_of(village_with({ASSEMBLY: only_for}), "20260125-shili-assembly").content
    assert "<span>反对</span>" not in content
    assert "其余怎样表决没有记录 20" in content
    assert "未表决" not in content


OWNERS = {
    "meeting_kind: villagers_assembly": "meeting_kind: owners_assembly",
    "  basis: persons\n  due: 900\n  present: 520\n": (
        "  basis: owners\n  due: 300\n  present: 210\n  area:\n    due: 30000\n    present: 19000\n"
    ),
    "          for: 500\n          against: 12\n          abstained: 8\n": (
        "          for: 150\n          against: 12\n          abstained: 8\n"
        "          area:\n            for: 9000\n"
    ),
}


def test_owners_are_counted_by_heads_and_by_floor_area(village_with):
    site = village_with({ASSEMBLY: OWNERS})
    assert [line[1:] for line in lines(site)] == [
        ("应有三分之二以上参加表决，参加表决 210/300，符合。", "yes"),
        ("专有部分面积应有三分之二以上参加，参加的面积 19,000/30,000，没有达到。", "no"),
        ("参加表决的应有过半数同意，同意 150/210，符合。", "yes"),
        ("参加表决的面积应有过半数同意，同意面积 9,000/19,000，没有达到。", "no"),
    ]
    content = page_of(site, "20260125-shili-assembly").content
    assert "<b>19,000 / 30,000</b>" in content
    assert "<span>未表决</span>" not in content
    assert "未表决 40" in content


def test_without_floor_area_owners_cannot_be_judged_whole(village_with):
    area = {"  area:\n    due: 30000\n    present: 19000\n": ""}
    change = {key: value.replace(*next(iter(area.items()))) for key, value in OWNERS.items()}
    site = village_with({ASSEMBLY: change})
    assert any(line[1:] == ("没有记录专有部分面积，无法判断。", "unknown") for line in lines(site))


def test_a_count_by_another_basis_than_the_laws(village_with):
    site = village_with({ASSEMBLY: {"basis: persons": "basis: owners"}})
    assert ("到会人数的计算口径不是规定的口径。", "no") in [line[1:] for line in lines(site)]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("no-such-rule", "所写的表决规则不存在。"),
        ("chongqing-villagers-assembly", "所写的表决规则不适用于那天当地的这种会议。"),
    ],
)
def test_a_rule_that_does_not_exist_or_hold_here(village_with, rule, says):
    site = village_with(
        {ASSEMBLY: {"        method: ballot\n": f"        method: ballot\n        rule: {rule}\n"}}
    )
    assert (says, "no") in [line[1:] for line in lines(site)]


def test_the_stations_of_a_chain(load_site):
    site = load_site(ROOT, date(2026, 11, 21))
    content = page_of(site, "20260418-shili-daibiao-jueyi").content
    steps = re.findall(r'<li class="(yz-[a-z]+)"', content[content.index("yz-chain") :])[:6]
    assert steps == ["yz-done", "yz-done", "yz-done", "yz-here", "yz-done", "yz-done"]
    assert "依据《中国共产党农村基层组织工作条例》第十九条" in content


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("zh", "百分比按这几栏合计的 520 算。"),
        ("en", "Percentages are of the 520 in these columns together."),
    ],
)
def test_a_share_of_a_tally_says_of_what_it_is(village, lang, says):
    assert says in page_of(village.in_(lang), "20260125-shili-assembly").content


def test_a_law_has_its_chinese_name_once_beside_its_english_one(village):
    content = page_of(village.in_("en"), "20260125-shili-assembly").content
    article = "《中华人民共和国村民委员会组织法》（2025年修正）第二十六条"
    assert content.count(article) == 1
    assert f'article 26 <small lang="zh">{article}</small>' in content
    assert '<span lang="zh">the Organic' not in content
    assert content.count("Under the Organic Law of Villagers&#39; Committees") >= 3
