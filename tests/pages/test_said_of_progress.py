"""What pages say of matters under way: since when, by whom, how late, and of what was corrected."""

from __future__ import annotations

import pytest

from yizhan.facts.as_seen import as_seen
from yizhan.model.matter import Matter
from yizhan.pages.corrections import correction_views
from yizhan.pages.matter_lists import matter_row

from .said_matters import (
    ACCEPTED,
    CONFIRMED,
    DAY,
    DRUMS,
    HANDED,
    JOINED,
    MATTER,
    MUSIC,
    NOISE,
    REFUSED,
    REPORTED,
    SOLVED,
    TEAM,
    html,
    said,
)

OBJECTED = "  - date: 2026-02-22\n    step: object\n    reason: 还是吵。\n"
REOPENED = (
    "  - date: 2026-02-25\n    step: reopen\n    by: shili-committee\n    reason: 有条件了。\n"
)
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
def test_what_is_under_way(site_with, log, zh, en):
    site = site_with(noise=ACCEPTED + log)
    assert said(site)[2] == zh
    assert said(site.in_("en"))[2] == en


def test_until_when_it_is_paused_is_marked(site_with):
    site = site_with(noise=ACCEPTED + PAUSED + "    until: 2026-12-31\n")
    assert "中止到 2026年12月31日（期限照算）" in html(site)
    assert "Paused until 31 December 2026 (the clock goes on)" in html(site.in_("en"))


@pytest.mark.parametrize(("into", "n"), [(f"[{MUSIC}]", 1), (f"[{MUSIC}, {DRUMS}]", 2)])
def test_how_many_parts_there_are(site_with, into, n):
    split = f"  - date: 2026-02-12\n    step: split\n    by: shili-committee\n    into: {into}\n"
    site = site_with(noise=ACCEPTED + split)
    assert said(site)[2] == f"已拆分出 {n} 件，另行办理。"
    whose = "matter, handled on its own." if n == 1 else "matters, handled on their own."
    assert said(site.in_("en"))[2] == f"Split into {n} {whose}"


def test_silence_of_which_the_dates_do_not_show_that_the_time_was_over(site_with):
    report = REPORTED.format(day="2026-02", result="solved")
    lapsed = "  - date: 2026-03-03\n    step: lapse\n    by: shili-committee\n"
    site = site_with(noise=ACCEPTED + report + lapsed)
    assert said(site)[2] == (
        "办理单位说已经办完；没有人表示异议（评价期满没满，日期不详，看不出来），因此按无人评价销号，没有居民明确确认。"
    )
    assert "the dates do not show" in said(site.in_("en"))[2]


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
def test_of_several_successors_the_one_that_acts_has_the_matter(site_with, step, sentence):
    accepted = ACCEPTED.replace("shili-committee", "shili-old")
    acted = "  - date: 2026-03-05\n    step: progress\n    by: shili-two\n    note: 去看了。\n"
    if step == "report_done":
        acted = REPORTED.format(day="2026-03-05", result="solved").replace(
            "shili-committee", "shili-two"
        )
    matter = MATTER.replace("handler: shili-committee", "handler: shili-old")
    site = site_with(
        files={**HEIRS, f"matters/2026/{NOISE}.yaml": matter.format(id=NOISE, log=accepted + acted)}
    )
    assert said(site)[2] == sentence
    assert site.states[NOISE].handler == "shili-two"
    assert "没有记录" not in html(site)


def test_what_was_closed_late_says_so_for_ever(site_with):
    report = REPORTED.format(day="2026-03-10", result="solved")
    site = site_with(noise=ACCEPTED + report + CONFIRMED.format(day="2026-03-11"))
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
def test_how_late_it_was_is_said_as_known(site_with, accepted, reported, zh, en):
    log = ACCEPTED.replace("2026-02-11", accepted) + REPORTED.format(day=reported, result="solved")
    raised = MATTER.replace("date: 2026-02-10", "date: 2026-01")
    site = site_with(files={f"matters/2026/{NOISE}.yaml": raised.format(id=NOISE, log=log)})
    shown = html(site)
    assert zh in shown
    assert "曾逾期至少" in shown
    assert en in html(site.in_("en"))


def test_what_the_records_do_not_say_is_not_to_come(site_with):
    matter = MATTER.replace("handler: shili-committee\n", "")
    accepted = ACCEPTED.replace("shili-committee", "unknown")
    site = site_with(
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


def test_what_was_handed_to_a_body_that_is_gone_waits_for_its_successor(site_with):
    handed = HANDED.format(day="2026-02-12").replace("shili-office", "shili-old")
    assert said(site_with(noise=ACCEPTED + handed, files=GONE))[2] == (
        "已移交一队（接老队的事），对方还没有接收。"
    )


def test_a_hand_over_to_a_body_that_is_not_named_is_told(site_with):
    handed = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: unknown\n"
    site = site_with(noise=ACCEPTED + handed)
    assert said(site)[2] == "已移交，交给了谁没有写明；对方接收了没有，没有记录。"
    assert said(site.in_("en"))[2].startswith("Handed over; to whom is not said")


@pytest.mark.parametrize(
    "then",
    [
        "  - date: 2026-02-13\n    step: assign\n    by: shili-office\n    to: shili-committee\n",
        REPORTED.format(day="2026-02-13", result="solved"),
    ],
)
def test_until_somebody_is_known_to_have_it(site_with, then):
    handed = "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n    to: unknown\n"
    assert "交给了谁" not in said(site_with(noise=ACCEPTED + handed + then))[2]


def test_a_correction_of_what_had_not_happened_is_not_told(site_with):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    at = "corrections:\n  - date: 2026-04-10\n    at: log/{at}\n    {value}\n    reason: 录错了。\n"
    of_later = at.format(at="20260405-progress/note", value="value: 没有去。")
    site = site_with(noise=ACCEPTED + later.format(day="2026-04-05") + of_later)
    assert correction_views(site, site.archive.get(Matter, NOISE))
    seen = as_seen(site.archive.get(Matter, NOISE), DAY)
    assert correction_views(site, seen) == ()


def test_nor_is_that_it_was_annulled(site_with):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    annul = "corrections:\n  - date: 2026-04-10\n    at: log/{day}-progress\n    annul: true\n    reason: 录错了。\n"
    log = ACCEPTED + later.format(day="2026-04-05")
    site = site_with(noise=log + annul.format(day="20260405"))
    assert correction_views(site, site.archive.get(Matter, NOISE)) == ()


def test_that_what_had_happened_was_annulled_is_told(site_with):
    later = "  - date: {day}\n    step: progress\n    by: shili-committee\n    note: 去看了。\n"
    annul = "corrections:\n  - date: 2026-03-20\n    at: log/{day}-progress\n    annul: true\n    reason: 录错了。\n"
    log = ACCEPTED + later.format(day="2026-03-05")
    site = site_with(noise=log + annul.format(day="20260305"))
    assert len(correction_views(site, site.archive.get(Matter, NOISE))) == 1


def test_who_dealt_with_it_together_and_is_gone(site_with):
    site = site_with(noise=ACCEPTED + JOINED.replace("shili-office", "shili-old"), files=GONE)
    assert "老队（现已撤销）" in html(site)


@pytest.mark.parametrize(
    ("successors", "flagged"), [("", False), ("successors: [shili-one]\n", True)]
)
def test_nobody_supervises_once_whoever_did_is_gone(site_with, successors, flagged):
    files = dict(GONE)
    files["bodies/shili-old.yaml"] = TEAM.format(
        key="shili-old", title="老队", rest="dissolved: 2026-02-28\n" + successors
    )
    supervised = "  - date: 2026-02-12\n    step: supervise\n    by: shili-old\n"
    assert ("督办中" in html(site_with(noise=ACCEPTED + supervised, files=files))) is flagged


MOVED = """\
corrections:
  - date: 2026-03-20
    at: log/20260211-accept/until
    value: 2026-03-30
    reason: 漏记了。
"""


def test_a_correction_says_until_when_it_was_late(site_with):
    report = REPORTED.format(day="2026-03-10", result="solved")
    site = site_with(noise=ACCEPTED + report + MOVED)
    late = site.states[NOISE].most_late
    assert late > 0
    assert "按 2026年3月20日 更正以前的记录，期限是 " in html(site)
    assert f"晚了 {late} 个工作日。" in html(site)
    assert "by what was on record until it was corrected on 20 March 2026" in html(site.in_("en"))
    assert f"曾逾期 {late} 个工作日" in matter_row(site, NOISE)


def test_a_start_known_to_the_month_says_so(site_with):
    accepted = ACCEPTED.replace("2026-02-11", "2026-03")
    shown = html(site_with(noise=accepted))
    assert "2026年3月，起算日不详" in shown
    assert "起算日不详，最迟到这一天" in shown
