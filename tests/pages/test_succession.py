"""What a dissolved body or place left is found where it went: bodies, matters, tasks, figures."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.commands import report as commands
from yizhan.commands.metrics import metrics as metrics_of
from yizhan.facts.metric_tables import Dimension
from yizhan.pages import body, matter, metrics, place, report, rule

from .merged_village import AS_OF, COMMITTEE, FILES, LASTING, PLACE, page

MATTER = "matters/2026/20260209-shili-xi-bridge.yaml"
NOBODY = {COMMITTEE: FILES[COMMITTEE].replace("successors: [shili-committee]\n", "")}
SEVERAL = {COMMITTEE: FILES[COMMITTEE].replace("-committee]", "-committee, shili-office]")}
CLAIMED = {
    MATTER: FILES[MATTER]
    + """\
  - date: 2026-02-20
    step: report_done
    by: shili-xi-committee
    outcome:
      result: solved
      text: 栏杆加固了。
"""
}


def matter_page(site):
    return page(matter.pages, site, "20260209-shili-xi-bridge")


def test_the_successor_has_the_matter(merged):
    site = merged()
    content = matter_page(site)
    assert (
        "“西村村民委员会”已于2026年2月28日撤销，后继是“示例村村民委员会”，这件事由它接着办。"
        in content
    )
    assert "示例村村民委员会正在办理。" in content
    assert site.caseload.handled["shili-committee"].count("20260209-shili-xi-bridge") == 1
    assert "shili-xi-committee" not in site.caseload.handled
    content = matter_page(site.in_("en"))
    assert "its successor, “示例村村民委员会”, has the matter now." in content


def test_nobody_is_said_to_have_what_nobody_is_recorded_to_have(merged):
    site = merged(NOBODY)
    content = matter_page(site)
    assert "“西村村民委员会”已于2026年2月28日撤销；现在由谁办，没有记录。" in content
    assert "原来办这件事的组织已经撤销，现在由谁办没有记录。" in content
    assert "正在办理" not in content
    old = page(body.pages, site, "shili-xi-committee")
    assert "撤销以后还有 1 件没有了结，现在由谁办没有记录。" in old
    assert "20260209-shili-xi-bridge" in old


def test_which_of_several_is_asked(merged):
    content = matter_page(merged(SEVERAL))
    assert "“示例村村民委员会”和“示例镇人民政府”接着办；这件事归哪一个，没有记录。" in content
    assert "正在办理" not in content


def test_who_said_that_it_is_done_is_still_the_one_that_said_so(merged):
    content = matter_page(merged(CLAIMED))
    assert "西村村民委员会说已经办完，等居民评价" in content
    assert "后继是“示例村村民委员会”" in content


def test_the_pages_of_bodies_lead_to_one_another(merged):
    site = merged()
    old = page(body.pages, site, "shili-xi-committee")
    assert "<dt>后继</dt>" in old
    assert "随组织撤销，到2026年2月28日为止" in old
    new = page(body.pages, site, "shili-committee")
    assert "<dt>接过来的</dt>" in new
    assert "前身" not in new
    assert "shili-xi-committee" in new
    assert "随组织撤销" not in new


def test_a_post_that_was_only_on_display_had_no_term_that_ended(merged):
    on_display = FILES[COMMITTEE].replace(
        "    start: 2024-01-01\n    end: 2028-12-31\n",
        "    display:\n      start: 2026-02-25\n      end: 2026-03-05\n",
    )
    assert "随组织撤销" not in page(
        body.pages, merged({COMMITTEE: on_display}), "shili-xi-committee"
    )


def test_an_end_that_is_still_to_come_is_not_told_as_over(merged):
    site = merged(day=date(2026, 2, 27))
    old = page(body.pages, site, "shili-xi-committee")
    assert "<dt>将要撤销</dt>" in old
    assert "<dt>撤销以后由谁接着办</dt>" in old
    there = page(place.pages, site, "shili-xi-cun")
    assert "<dt>将要撤销</dt>" in there
    assert "<dt>撤销以后成为</dt>" in there
    english = page(place.pages, site.in_("en"), "shili-xi-cun")
    assert "<dt>To be dissolved</dt>" in english
    over = page(place.pages, merged(), "shili-xi-cun")
    assert "<dt>撤销</dt>" in over
    assert "<dt>后来成为</dt>" in over


def test_an_end_known_to_the_year_leaves_open_whether_it_is_over(merged):
    vague = {
        path: FILES[path].replace("dissolved: 2026-02-28", "dissolved: 2026")
        for path in (COMMITTEE, PLACE)
    }
    site = merged(vague | LASTING)
    content = matter_page(site)
    assert "办这件事的组织可能已经撤销，哪一天撤销不详；现在由谁办，看不出来。" in content
    assert "“西村村民委员会”记录写的撤销时间是2026年，哪一天不详。" in content
    assert "正在办理。" not in content
    for name, pages in (("shili-xi-committee", body.pages), ("shili-xi-cun", place.pages)):
        assert "<dt>撤销，哪一天不详</dt>" in page(pages, site, name)
    of_rule = page(rule.pages, site, "shili-xi-square")
    assert ">地方可能已撤销</strong>" in of_rule
    assert "哪一天不详；这里写的还管不管，看不出来。" in of_rule
    english = matter_page(site.in_("en"))
    assert "“西村村民委员会” was dissolved in 2026; on which day is not on record." in english
    claimed = matter_page(merged(vague | CLAIMED))
    assert "西村村民委员会说已经办完" in claimed


def test_the_new_place_shows_what_came_with_the_old_one(merged):
    site = merged()
    new = page(place.pages, site, "shili-cun")
    part = new.split("原来的地方：")[1]
    for found in ("西村小桥栏杆松动", "西村广场使用办法", "西村村民委员会", "places/shili-xi-cun/"):
        assert found in part
    assert "现在还没有了结的有 1 件" in part
    assert "<dt>接过来的</dt>" in new
    assert "前身" not in new
    old = page(place.pages, site, "shili-xi-cun")
    assert "这个地方已于2026年2月28日撤销。后来的事看：" in old
    assert "places/shili-cun/" in old
    english = page(place.pages, site.in_("en"), "shili-xi-cun")
    assert "This place was dissolved on 28 February 2026. For what came later see" in english


TWO = {
    PLACE: FILES[PLACE].replace("[shili-cun]", "[shili-cun, shili-nan-cun]"),
    COMMITTEE: NOBODY[COMMITTEE],
    "places/shili-nan-cun.yaml": (
        "id: shili-nan-cun\ntitle: 南村\nexample: true\nlevel: village\nparent: shili-zhen\n"
    ),
}
ASSIGNED = {
    MATTER: FILES[MATTER]
    + """\
  - date: 2026-03-03
    step: assign
    by: shili-office
    to: shili-committee
"""
}


def test_of_a_village_that_became_two_each_has_what_it_is_known_to_have(merged):
    unsaid = "还有 1 件没有了结，归后来的哪个地方，没有记录。"
    for name in ("shili-cun", "shili-nan-cun"):
        part = page(place.pages, merged(TWO), name).split("原来的地方：")[1]
        assert unsaid in part
        assert "西村小桥栏杆松动" not in part
        assert "没有还没了结的事项。" not in part
    site = merged(TWO | ASSIGNED)
    part = page(place.pages, site, "shili-cun").split("原来的地方：")[1]
    assert "西村小桥栏杆松动" in part
    assert "没有记录。" not in part
    other = page(place.pages, site, "shili-nan-cun").split("原来的地方：")[1]
    assert "西村小桥栏杆松动" not in other
    assert "没有还没了结的事项。" in other
    english = page(place.pages, merged(TWO, lang="en"), "shili-cun")
    assert (
        "1 matter still open; to which of the later places it belongs is not on record." in english
    )


JOINED = {
    MATTER: FILES[MATTER]
    + """\
  - date: 2026-03-03
    step: join
    by: shili-office
    with: [shili-committee]
"""
}


def test_who_joined_tells_as_well_to_which_place_a_matter_belongs(merged):
    """As P012 asks for, where who has it serves both places."""
    handled = {
        MATTER: JOINED[MATTER].replace("handler: shili-xi-committee", "handler: shili-office")
    }
    part = page(place.pages, merged(TWO | handled), "shili-cun").split("原来的地方：")[1]
    assert "西村小桥栏杆松动" in part


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "接过来没有了结的 1 件"), ("en", "1 open that came with a former place")],
)
def test_the_list_of_places_counts_what_came_to_each(merged, lang, said):
    def listed(files):
        (slot,) = place.slots(merged(files, lang=lang))
        return slot.content

    for files, found in ({}, 1), (TWO, 0), (TWO | ASSIGNED, 1):
        assert listed(files).count(said) == found


def test_a_report_says_that_the_one_it_waits_for_is_no_more(merged):
    def march(site):
        url = "/example/2026-03/"
        return next(each for each in report.pages(site) if each.url.endswith(url)).content

    assert "西村村民委员会（现已撤销）" in march(merged(HANDED | NOBODY))
    assert "西村村民委员会" not in march(merged())


def test_so_does_the_report_that_is_read_out(merged, tmp_path):
    merged(HANDED | NOBODY)
    written = commands.report(tmp_path, "2026-03", AS_OF, "zh", place="shili-zhen")
    assert "西村村民委员会（现已撤销）" in written
    assert "示例村村民委员会（现已撤销）" not in written


def test_what_became_of_a_place_may_not_be_on_record(merged):
    alone = {PLACE: FILES[PLACE].replace("successors: [shili-cun]\n", "")}
    site = merged(alone)
    assert "归到了哪里，没有记录。" in page(place.pages, site, "shili-xi-cun")
    assert "原来的地方：" not in page(place.pages, site, "shili-cun")


def test_figures_count_a_matter_with_the_successor_and_else_with_the_one_that_is_gone(merged):
    site = merged()
    name = metrics.name_of(site, Dimension.BODY, "shili-xi-committee")
    assert name == ("西村村民委员会（现已撤销）", True)
    assert metrics.name_of(site.in_("en"), Dimension.BODY, "shili-xi-committee")[0].endswith(
        " (dissolved)"
    )
    assert metrics.name_of(site, Dimension.BODY, "shili-committee")[0] == "示例村村民委员会"
    handlers = {each.handler for each in site.derived.states.summaries.values()}
    assert "shili-xi-committee" not in handlers
    old = site.archive.body("shili-xi-committee")
    assert [fact.text for fact in body.row(site, old).facts][-1] == "现已撤销"
    assert "已撤销" not in str(body.row(site, site.archive.body("shili-committee")))


HANDED = {
    MATTER: FILES[MATTER].replace("shili-xi-committee", "shili-committee")
    + """\
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-xi-committee
"""
}


def test_who_is_to_take_over_what_was_handed_to_a_body_that_is_gone(merged):
    other = {COMMITTEE: FILES[COMMITTEE].replace("-committee]", "-office]")}
    content = matter_page(merged({**HANDED, **other}))
    assert "接它的事的是“示例镇人民政府”，还没有接收。" in content
    content = matter_page(merged({**HANDED, **NOBODY}))
    assert "谁来接收没有记录。" in content


def test_the_tree_says_which_places_are_no_more(merged):
    site = merged()
    town = page(place.pages, site, "shili-zhen")
    assert "村 · 现已撤销" in town


TASK = {
    "meetings/2026/20260212-shili-xi-talk.yaml": """\
id: 20260212-shili-xi-talk
title: 西村议事会
example: true
meeting_kind: building_deliberation
place: shili-xi-cun
date: 2026-02-12
agenda:
  - title: 路灯
    decisions:
      - text: 修好路灯。
        result: adopted
        tasks:
          - key: lamps
            text: 修好村口路灯
            body: shili-xi-committee
            due: 2026-03-20
"""
}


def test_what_is_still_to_be_done_goes_to_the_successor(merged):
    site = merged(TASK)
    assert "修好村口路灯" in page(body.pages, site, "shili-committee")
    assert "修好村口路灯" not in page(body.pages, site, "shili-xi-committee")


def test_a_new_place_and_body_name_what_they_came_from(merged):
    new_place = {
        PLACE: FILES[PLACE].replace("successors: [shili-cun]\n", ""),
        COMMITTEE: NOBODY[COMMITTEE],
        "places/shili-xin-cun.yaml": """\
id: shili-xin-cun
title: 新村
example: true
level: village
parent: shili-zhen
predecessors: [shili-xi-cun]
""",
        "bodies/shili-xin-committee.yaml": """\
id: shili-xin-committee
title: 新村村民委员会
example: true
body_kind: committee
place: shili-xin-cun
established: 2026-03-01
predecessors: [shili-xi-committee]
""",
    }
    site = merged(new_place)
    assert "<dt>前身</dt>" in page(place.pages, site, "shili-xin-cun")
    assert "，前身：" in page(body.pages, site, "shili-xin-committee")
    assert "新村村民委员会正在办理。" in matter_page(site)


def test_the_place_that_takes_over_has_the_matters_in_its_figures_and_reports(merged, tmp_path):
    merged()
    written = commands.report(tmp_path, "2026-03", AS_OF, "zh", place="shili-cun")
    assert "接过来的地方（西村）的事项也在内。" in written
    assert "西村小桥栏杆松动" in commands.report(
        tmp_path, "2026-02", AS_OF, "en", place="shili-cun"
    )
    before = commands.report(tmp_path, "2026-02", date(2026, 2, 28), "zh", place="shili-cun")
    assert "西村小桥栏杆松动" not in before  # its last day: it is still a village of its own
    figures = metrics_of(tmp_path, AS_OF, place="shili-cun")
    assert MATTER[len("matters/2026/") : -len(".yaml")] in figures.books["example"].sheet.matters
    assert figures.taken_over == ("西村",)
    assert "接过来的地方（西村）的事项也在内。" in figures.text("text", "zh")
    own = metrics_of(tmp_path, AS_OF, place="shili-xi-cun")
    assert (own.taken_over, len(own.books["example"].sheet.matters)) == ((), 1)


def test_of_a_place_that_was_split_each_counts_what_its_bodies_have(merged, tmp_path):
    own = MATTER[len("matters/2026/") : -len(".yaml")]
    for files, counted in ((TWO, False), (TWO | ASSIGNED, True)):
        merged(files)
        figures = metrics_of(tmp_path, AS_OF, place="shili-cun")
        assert (own in figures.books["example"].sheet.matters) is counted
        assert figures.parted == (("西村",) if counted else ())
        assert ("西村分成几处以后" in figures.text("text", "zh")) is counted
        written = commands.report(tmp_path, "2026-03", AS_OF, "en", place="shili-cun")
        assert ("which became several places" in written) is counted
        other = metrics_of(tmp_path, AS_OF, place="shili-nan-cun")
        assert other.parted == ()


def test_of_a_place_that_was_split_nobody_has_all_the_matters(merged, tmp_path):
    several = FILES[PLACE].replace("[shili-cun]", "[shili-cun, shili-zhen]")
    merged({PLACE: several})
    assert metrics_of(tmp_path, AS_OF, place="shili-cun").taken_over == ()
