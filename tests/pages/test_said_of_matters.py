"""What pages say of matters: whose they are, where they went on, who noted a verdict, what was late."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import inspect
from yizhan.facts.as_seen import as_seen
from yizhan.model.matter import Matter
from yizhan.pages.corrections import correction_views
from yizhan.pages.matter import page
from yizhan.pages.matter_lists import matter_row
from yizhan.pages.site import Site
from yizhan.pages.status import status
from yizhan.publishing.address import Address
from yizhan.publishing.publish import make_site

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 3, 31)
MATTER = """\
id: {id}
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: small
handler: shili-committee
log:
{log}"""
ACCEPTED = "  - date: 2026-02-11\n    step: accept\n    by: shili-committee\n"
REPORTED = """\
  - date: {day}
    step: report_done
    by: shili-committee
    outcome:
      result: {result}
      text: 说明如下。
      reason: 县里的线路。
"""
OURS = "      belongs_to:\n        {owner}\n"
CONFIRMED = "  - date: {day}\n    step: confirm\n"
ATTESTED = "    verdict:\n      how: call\n      recorded_by: shili-supervisors\n"
REFUSED = "  - date: 2026-02-12\n    step: refuse\n    by: unknown\n    reason: 没有地方。\n"
NOISE, MUSIC, DRUMS = "20260210-shili-noise", "20260210-shili-music", "20260210-shili-drums"


def merged(into: str) -> str:
    return (
        f"  - date: 2026-02-12\n    step: merge\n    by: shili-committee\n    merged_into: {into}\n"
    )


Written = Callable[..., Site]


@pytest.fixture
def site_of(tmp_path: Path) -> Written:
    def of(lang: str = "zh", files: Mapping[str, str] | None = None, **logs: str) -> Site:
        shutil.copytree(VILLAGE / "records", tmp_path / "records")
        for path, text in (files or {}).items():
            (tmp_path / "records" / path).write_text(text, encoding="utf-8")
        names = {"noise": NOISE, "music": MUSIC, "drums": DRUMS}
        for key, log in logs.items():
            file = tmp_path / f"records/matters/2026/{names[key]}.yaml"
            file.write_text(MATTER.format(id=names[key], log=log), encoding="utf-8")
        site = make_site(inspect(tmp_path, DAY, cached=False), DAY, Address())
        return site if lang == "zh" else site.in_("en")

    return of


def said(site: Site, identifier: str = NOISE) -> tuple[str, str, str]:
    matter = site.archive.get(Matter, identifier)
    assert matter is not None
    found = status(site, matter, site.states[identifier])
    return found.word, found.mark, found.sentence


def html(site: Site) -> str:
    matter = site.archive.get(Matter, NOISE)
    assert matter is not None
    return page(site, matter).content


@pytest.mark.parametrize(
    ("owner", "name"),
    [("name: 县供电公司", "县供电公司"), ("body: shili-county", "示例县人民政府")],
)
def test_not_ours_says_whose_it_is(site_of, owner, name):
    report = REPORTED.format(day="2026-02-20", result="not_ours") + OURS.format(owner=owner)
    site = site_of(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20"))
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


def test_a_refusal_publishes_no_result_nobody_recorded(site_of):
    site = site_of(noise=ACCEPTED + REFUSED)
    assert said(site) == (
        "不予办理",
        "unsolved",
        "不予办理或者停止办理；记录没有写明结果。",
    )
    shown = html(site)
    assert "没有地方。" in shown
    assert "暂不具备条件" not in shown
    assert "由谁办的没有说明" in shown


JOINED = """\
  - date: 2026-02-12
    step: join
    by: shili-committee
    with: [shili-office]
"""


@pytest.mark.parametrize(
    ("by", "zh", "en"),
    [
        ("shili-committee", "示例村村民委员会说", "示例村村民委员会 says it is done."),
        ("shili-office", "示例镇人民政府说", "示例镇人民政府 says it is done."),
        ("unknown", "记录里说", "The record says it is done."),
    ],
)
def test_what_is_claimed_is_the_word_of_whoever_reported_it(site_of, by, zh, en):
    report = REPORTED.format(day="2026-02-20", result="solved").replace("shili-committee", by)
    site = site_of(noise=ACCEPTED + JOINED + report)
    assert said(site)[2] == f"{zh}已经办完，等居民评价；居民确认之前不算解决。"
    assert said(site.in_("en"))[2].startswith(en)
    assert ("记录怎么说" in html(site)) is (by == "unknown")


def test_an_end_of_which_nobody_is_named_is_nobodys_word(site_of):
    report = REPORTED.format(day="2026-02-20", result="partly").replace(
        "shili-committee", "unknown"
    )
    lapsed = "  - date: 2026-03-20\n    step: lapse\n    by: shili-committee\n"
    site = site_of(noise=ACCEPTED + report + lapsed)
    assert said(site)[2] == "记录里说解决了一部分；到评价期满也没有人表示异议，因此按无人评价销号。"
    assert said(site.in_("en"))[2].startswith("The record says it is solved in part; closed")


def test_who_withdrew_it_is_said(site_of):
    withdrawn = "  - date: 2026-02-13\n    step: withdraw\n"
    site = site_of(
        noise=ACCEPTED + withdrawn, music=ACCEPTED + withdrawn + "    by: shili-sq\n", files=PART
    )
    assert said(site) == ("撤回", "unsolved", "没有办理到底：提出人撤回。")
    assert said(site, MUSIC)[2] == "没有办理到底：广场小队撤回。"
    assert said(site.in_("en"), MUSIC)[2] == "Not carried through: withdrawn by 广场小队."


def test_what_was_reported_done_was_handled_by_who_had_it_then(site_of):
    taken = "  - date: 2026-02-22\n    step: take_over\n    by: shili-office\n"
    log = ACCEPTED + SOLVED + HANDED.format(day="2026-02-21") + taken
    site = site_of(noise=log + CONFIRMED.format(day="2026-02-23") + ATTESTED, music=log)
    assert site.states[NOISE].handler == site.summary(NOISE).handler == "shili-committee"
    assert site.states[MUSIC].handler == "shili-office"


def test_what_is_merged_is_followed_to_its_end(site_of):
    site = site_of(noise=merged(MUSIC), music=merged(DRUMS), drums=ACCEPTED + REFUSED)
    end = "不予办理或者停止办理；记录没有写明结果。"
    for each in (NOISE, MUSIC):
        assert said(site, each) == (
            "已并案",
            "merged",
            f"已并入另一件事项一起办理。那一件现在：{end}",
        )


def test_mergers_round_in_a_ring_say_so(site_of):
    site = site_of(noise=merged(MUSIC), music=merged(NOISE))
    assert said(site)[2] == "已并入另一件事项一起办理。并案绕成一圈，没有一件还在办。"


def test_a_merger_into_what_is_not_there_claims_nothing(site_of):
    assert said(site_of(noise=merged("20260210-shili-gone")))[2] == "已并入另一件事项一起办理。"


@pytest.mark.parametrize(("verdict", "noted"), [("", True), (ATTESTED, False)])
def test_a_verdict_that_the_office_noted_says_so(site_of, verdict, noted):
    report = REPORTED.format(day="2026-02-20", result="solved")
    site = site_of(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    wanted = ("居民认可（代记）", "noted") if noted else ("居民认可", "confirmed")
    assert said(site)[:2] == wanted
    assert ("居民认可（代记）" in matter_row(site, NOISE)) is noted
    assert ("算办理单位代记" in html(site)) is noted
    assert ("怎样问的：电话" in html(site)) is not noted


SOLVED = REPORTED.format(day="2026-02-20", result="solved")
OBJECTED = "  - date: 2026-02-22\n    step: object\n    reason: 还是吵。\n"
REOPENED = (
    "  - date: 2026-02-25\n    step: reopen\n    by: shili-committee\n    reason: 有条件了。\n"
)
HANDED = "  - date: {day}\n    step: handover\n    by: shili-committee\n    to: shili-office\n    tier: big\n"
PAUSED = "  - date: 2026-02-12\n    step: pause\n    by: shili-committee\n    reason: 等料。\n"


@pytest.mark.parametrize(
    ("log", "zh", "en"),
    [
        (SOLVED + OBJECTED, "居民不认可，已退回重办。", "Residents did not agree: taken up again."),
        (
            REFUSED + REOPENED,
            "了结以后又重新办理。",
            "It had ended, and has been taken up again since.",
        ),
        (
            PAUSED,
            "由示例村村民委员会承办，办理中止。",
            "With 示例村村民委员会; work on it is paused.",
        ),
        (
            PAUSED + "    until: 2026-12-31\n",
            "由示例村村民委员会承办，办理中止。",
            "With 示例村村民委员会; work on it is paused.",
        ),
        (
            PAUSED + "    until: 2026-03-01\n",
            "由示例村村民委员会承办；中止期已满，后来怎样没有记录。",
            "With 示例村村民委员会; the days of the pause are over, and nothing is on record since.",
        ),
        (
            HANDED.format(day="2026-02-12"),
            "已移交示例镇人民政府，对方还没有接收。",
            "Handed over to 示例镇人民政府, which has not taken it over yet.",
        ),
        (
            SOLVED + HANDED.format(day="2026-02-21"),
            "示例村村民委员会说已经办完，等居民评价；居民确认之前不算解决。已移交示例镇人民政府，对方还没有接收。",
            (
                "示例村村民委员会 says it is done. Residents have not answered yet. It does not count as solved "
                "until residents agree. Handed over to 示例镇人民政府, which has not taken it over yet."
            ),
        ),
        (
            SOLVED + CONFIRMED.format(day="2026-02-21") + "    verdict:\n      satisfied: 0\n",
            "示例村村民委员会说已经办完，问过居民，满意的人不够，还不算认可；居民确认之前不算解决。",
            (
                "示例村村民委员会 says it is done. Residents were asked, and too few are satisfied to count as "
                "agreement. It does not count as solved until residents agree."
            ),
        ),
    ],
    ids=[
        "objected",
        "again",
        "paused",
        "paused until",
        "pause over",
        "handed",
        "done and handed",
        "heard",
    ],
)
def test_what_is_under_way(site_of, log, zh, en):
    site = site_of(noise=ACCEPTED + log)
    assert said(site)[2] == zh
    assert said(site.in_("en"))[2] == en


def test_until_when_it_is_paused_is_marked(site_of):
    site = site_of(noise=ACCEPTED + PAUSED + "    until: 2026-12-31\n")
    assert "中止到 2026年12月31日（期限照算）" in html(site)
    assert "Paused until 31 December 2026 (the clock goes on)" in html(site.in_("en"))


@pytest.mark.parametrize(("into", "n"), [(f"[{MUSIC}]", 1), (f"[{MUSIC}, {DRUMS}]", 2)])
def test_how_many_parts_there_are(site_of, into, n):
    split = f"  - date: 2026-02-12\n    step: split\n    by: shili-committee\n    into: {into}\n"
    site = site_of(noise=ACCEPTED + split)
    assert said(site)[2] == f"已拆分出 {n} 件，另行办理。"
    whose = "matter, handled on its own." if n == 1 else "matters, handled on their own."
    assert said(site.in_("en"))[2] == f"Split into {n} {whose}"


def test_silence_of_which_the_dates_do_not_show_that_the_time_was_over(site_of):
    report = REPORTED.format(day="2026-02", result="solved")
    lapsed = "  - date: 2026-03-03\n    step: lapse\n    by: shili-committee\n"
    site = site_of(noise=ACCEPTED + report + lapsed)
    assert said(site)[2] == (
        "办理单位说已经办完；没有人表示异议（评价期满没满，日期不详，看不出来），因此按无人评价销号，没有居民明确确认。"
    )
    assert "the dates do not show" in said(site.in_("en"))[2]


def test_the_word_of_another_than_the_handler_is_not_taken_for_its_own(site_of):
    refused = REFUSED.replace("unknown", "shili-office") + (
        "    outcome:\n      result: not_feasible\n      text: 没有地方。\n      reason: 没有地方。\n"
    )
    site = site_of(noise=ACCEPTED + JOINED.replace("02-12", "02-11") + refused)
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
def test_what_is_missing_of_a_verdict_is_said_and_nothing_else(site_of, verdict):
    report = REPORTED.format(day="2026-02-20", result="solved")
    site = site_of(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    assert said(site)[2] == (
        "办理单位说已经办完；居民认可算办理单位代记：怎样问的，或者办理单位以外由谁记下的，没有记录。"
    )
    assert said(site.in_("en"))[2] == (
        "The office says it is done; that residents agree counts as noted by the office: how they were "
        "asked, or who other than the office took it down, is not on record."
    )


def test_how_many_are_satisfied_is_shown_where_nobody_says_of_how_many(site_of):
    report = REPORTED.format(day="2026-02-20", result="solved")
    verdict = ATTESTED + "      satisfied: 5\n"
    site = site_of(noise=ACCEPTED + report + CONFIRMED.format(day="2026-02-20") + verdict)
    assert "5 人满意，问了多少人没有记录" in html(site)
    assert "5 satisfied; how many were asked is not on record" in html(site.in_("en"))


TEAM = "id: {key}\ntitle: {title}\nexample: true\nbody_kind: team\nplace: shili-cun-square\n{rest}"
PART = {
    "bodies/shili-sq.yaml": TEAM.format(
        key="shili-sq", title="广场小队", rest="parent: shili-committee\n"
    )
}


@pytest.mark.parametrize(
    "verdict", ["    by: shili-sq\n", ATTESTED.replace("shili-supervisors", "shili-sq")]
)
def test_what_part_of_the_office_says_is_noted_by_the_office(site_of, verdict):
    report = REPORTED.format(day="2026-02-20", result="solved")
    confirmed = CONFIRMED.format(day="2026-02-20")
    site = site_of(noise=ACCEPTED + report + confirmed + verdict, files=PART)
    assert said(site)[:2] == ("居民认可（代记）", "noted")


HEIRS = {
    "bodies/shili-old.yaml": TEAM.format(
        key="shili-old",
        title="老队",
        rest="dissolved: 2026-02-28\nsuccessors: [shili-one, shili-two]\n",
    ),
    "bodies/shili-one.yaml": TEAM.format(
        key="shili-one", title="一队", rest="established: 2026-03-01\n"
    ),
    "bodies/shili-two.yaml": TEAM.format(
        key="shili-two", title="二队", rest="established: 2026-03-01\n"
    ),
}


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("report_done", "二队说已经办完，等居民评价；居民确认之前不算解决。"),
        ("progress", "二队正在办理。"),
    ],
)
def test_of_several_successors_the_one_that_acts_has_the_matter(site_of, step, sentence):
    accepted = ACCEPTED.replace("shili-committee", "shili-old")
    acted = "  - date: 2026-03-05\n    step: progress\n    by: shili-two\n    note: 去看了。\n"
    if step == "report_done":
        acted = REPORTED.format(day="2026-03-05", result="solved").replace(
            "shili-committee", "shili-two"
        )
    matter = MATTER.replace("handler: shili-committee", "handler: shili-old")
    site = site_of(
        files={**HEIRS, f"matters/2026/{NOISE}.yaml": matter.format(id=NOISE, log=accepted + acted)}
    )
    assert said(site)[2] == sentence
    assert site.states[NOISE].handler == "shili-two"
    assert "没有记录" not in html(site)


def test_what_was_closed_late_says_so_for_ever(site_of):
    report = REPORTED.format(day="2026-03-10", result="solved")
    site = site_of(noise=ACCEPTED + report + CONFIRMED.format(day="2026-03-11"))
    state = site.states[NOISE]
    assert [each.late_days for each in state.left_late] == [state.most_late] != [0]
    assert f"曾逾期 {state.most_late} 个工作日" in matter_row(site, NOISE)
    assert f"晚了 {state.most_late} 个工作日。" in html(site)
    assert f"{state.most_late} working days late." in html(site.in_("en"))


@pytest.mark.parametrize(
    ("accepted", "reported", "zh", "en"),
    [
        (
            "2026-01",
            "2026-03-25",
            "期限是 2026年2月13日（起算日不详，最迟），至少晚了 24 个工作日。",
            "due by 13 February 2026 (at the latest: since when is not known), at least 24 working days late.",
        ),
        (
            "2026-02-11",
            "2026-02-20",
            "至少晚了 5 个工作日",
            "(at the latest: since when is not known), at least 5",
        ),
    ],
)
def test_how_late_it_was_is_said_as_known(site_of, accepted, reported, zh, en):
    log = ACCEPTED.replace("2026-02-11", accepted) + REPORTED.format(day=reported, result="solved")
    raised = MATTER.replace("date: 2026-02-10", "date: 2026-01")
    site = site_of(files={f"matters/2026/{NOISE}.yaml": raised.format(id=NOISE, log=log)})
    shown = html(site)
    assert zh in shown
    assert "曾逾期至少" in shown
    assert en in html(site.in_("en"))


def test_the_end_of_a_chain_is_linked(site_of):
    site = site_of(noise=merged(MUSIC), music=merged(DRUMS), drums=ACCEPTED + REFUSED)
    sentence = html(site).partition("yz-sentence")[2].partition("</p>")[0]
    assert MUSIC in sentence
    assert DRUMS in sentence


def test_what_the_records_do_not_say_is_not_to_come(site_of):
    matter = MATTER.replace("handler: shili-committee\n", "")
    accepted = ACCEPTED.replace("shili-committee", "unknown")
    site = site_of(
        files={f"matters/2026/{NOISE}.yaml": matter.format(id=NOISE, log=accepted + REFUSED)}
    )
    assert "谁办的<dd>记录没有写明" in html(site)
    assert "居民怎么说" not in html(site)


GONE = {
    "bodies/shili-old.yaml": TEAM.format(
        key="shili-old", title="老队", rest="dissolved: 2026-02-28\nsuccessors: [shili-one]\n"
    ),
    "bodies/shili-one.yaml": HEIRS["bodies/shili-one.yaml"],
}


def test_what_was_handed_to_a_body_that_is_gone_waits_for_its_successor(site_of):
    handed = HANDED.format(day="2026-02-12").replace("shili-office", "shili-old")
    assert said(site_of(noise=ACCEPTED + handed, files=GONE))[2] == (
        "已移交一队（接老队的事），对方还没有接收。"
    )


def test_a_hand_over_to_a_body_that_is_not_named_is_told(site_of):
    handed = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: unknown\n"
    site = site_of(noise=ACCEPTED + handed)
    assert said(site)[2] == "已移交，交给了谁没有写明；对方接收了没有，没有记录。"
    assert said(site.in_("en"))[2].startswith("Handed over; to whom is not said")


@pytest.mark.parametrize(
    "then",
    [
        "  - date: 2026-02-13\n    step: assign\n    by: shili-office\n    to: shili-committee\n",
        REPORTED.format(day="2026-02-13", result="solved"),
    ],
)
def test_until_somebody_is_known_to_have_it(site_of, then):
    handed = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: unknown\n"
    assert "交给了谁" not in said(site_of(noise=ACCEPTED + handed + then))[2]


def test_a_correction_of_what_had_not_happened_is_not_told(site_of):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    at = "corrections:\n  - date: 2026-04-10\n    at: log/{at}\n    {value}\n    reason: 录错了。\n"
    of_later = at.format(at="20260405-progress/note", value="value: 没有去。")
    site = site_of(noise=ACCEPTED + later.format(day="2026-04-05") + of_later)
    assert correction_views(site, site.archive.get(Matter, NOISE))
    seen = as_seen(site.archive.get(Matter, NOISE), DAY)
    assert correction_views(site, seen) == ()


def test_nor_is_that_it_was_annulled(site_of):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    annul = "corrections:\n  - date: 2026-04-10\n    at: log/{day}-progress\n    annul: true\n    reason: 录错了。\n"
    log = ACCEPTED + later.format(day="2026-04-05")
    site = site_of(noise=log + annul.format(day="20260405"))
    assert correction_views(site, site.archive.get(Matter, NOISE)) == ()


def test_that_what_had_happened_was_annulled_is_told(site_of):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    annul = "corrections:\n  - date: 2026-03-20\n    at: log/{day}-progress\n    annul: true\n    reason: 录错了。\n"
    log = ACCEPTED + later.format(day="2026-03-05")
    site = site_of(noise=log + annul.format(day="20260305"))
    assert len(correction_views(site, site.archive.get(Matter, NOISE))) == 1


def test_who_dealt_with_it_together_and_is_gone(site_of):
    site = site_of(noise=ACCEPTED + JOINED.replace("shili-office", "shili-old"), files=GONE)
    assert "老队（现已撤销）" in html(site)


@pytest.mark.parametrize(
    ("successors", "flagged"), [("", False), ("successors: [shili-one]\n", True)]
)
def test_nobody_supervises_once_whoever_did_is_gone(site_of, successors, flagged):
    files = dict(GONE)
    files["bodies/shili-old.yaml"] = TEAM.format(
        key="shili-old", title="老队", rest="dissolved: 2026-02-28\n" + successors
    )
    supervised = "  - date: 2026-02-12\n    step: supervise\n    by: shili-old\n"
    assert ("督办中" in html(site_of(noise=ACCEPTED + supervised, files=files))) is flagged


MOVED = """\
corrections:
  - date: 2026-03-20
    at: log/20260211-accept/until
    value: 2026-03-30
    reason: 漏记了。
"""


def test_a_correction_says_until_when_it_was_late(site_of):
    report = REPORTED.format(day="2026-03-10", result="solved")
    site = site_of(noise=ACCEPTED + report + MOVED)
    late = site.states[NOISE].most_late
    assert late > 0
    assert "按 2026年3月20日 更正以前的记录，期限是 " in html(site)
    assert f"晚了 {late} 个工作日。" in html(site)
    assert "by what was on record until it was corrected on 20 March 2026" in html(site.in_("en"))
    assert f"曾逾期 {late} 个工作日" in matter_row(site, NOISE)


def test_a_start_known_to_the_month_says_so(site_of):
    accepted = ACCEPTED.replace("2026-02-11", "2026-03")
    shown = html(site_of(noise=accepted))
    assert "2026年3月，起算日不详" in shown
    assert "起算日不详，最迟到这一天" in shown
