"""What a dissolved body or place left is found where it went, and said to be lost where it was."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from yizhan.commands import report as commands
from yizhan.facts.metric_tables import Dimension
from yizhan.pages import amendment, body, matter, metrics, place, points, report, rule

VILLAGE = Path(__file__).parents[1] / "village"
AS_OF = date(2026, 4, 3)
FILES = {
    "places/shili-xi-cun.yaml": """\
id: shili-xi-cun
title: 西村
example: true
level: village
parent: shili-zhen
dissolved: 2026-02-28
successors: [shili-cun]
""",
    "bodies/shili-xi-committee.yaml": """\
id: shili-xi-committee
title: 西村村民委员会
example: true
body_kind: committee
place: shili-xi-cun
posts:
  - title: 网格员
    holders: 2
    start: 2024-01-01
    end: 2028-12-31
dissolved: 2026-02-28
successors: [shili-committee]
""",
    "matters/2026/20260209-shili-xi-bridge.yaml": """\
id: 20260209-shili-xi-bridge
title: 西村小桥栏杆松动
example: true
place: shili-xi-cun
procedure: shili-local
category: facilities
handler: shili-xi-committee
raised:
  date: 2026-02-09
  by: resident
  channel: counter
log:
  - date: 2026-02-10
    step: accept
    by: shili-xi-committee
""",
    "rules/shili-xi-square/rule.yaml": """\
id: shili-xi-square
title: 西村广场使用办法
example: true
rule_kind: measures
place: shili-xi-cun
wording: verbatim
adopted:
  date: 2025-12-01
  body: shili-xi-committee
effective: 2025-12-10
repealed: 2026-02-28
chapters:
  - key: main
    articles:
      - key: hours
        text: 晚上九点以后不放音响。
""",
    "rules/shili-xi-square/amendments/shili-xi-lights.yaml": """\
id: shili-xi-lights
title: 增加关灯时间
example: true
rule: shili-xi-square
changes:
  - operation: insert
    article: lights
    text: 晚上十点关灯。
dossier:
  - stage: review
    date: 2026-02-10
    body: shili-xi-committee
  - stage: effect
    date: 2026-03-10
""",
}
RULE = "rules/shili-xi-square/rule.yaml"
LIGHTS = "rules/shili-xi-square/amendments/shili-xi-lights.yaml"
LASTING = {RULE: FILES[RULE].replace("repealed: 2026-02-28\n", "")}
COMMITTEE, PLACE = "bodies/shili-xi-committee.yaml", "places/shili-xi-cun.yaml"
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


@pytest.fixture
def merged(load_site, tmp_path):
    """The village after another one became part of it."""

    def build(changes=None, lang="zh", day=AS_OF):
        shutil.copytree(VILLAGE, tmp_path, dirs_exist_ok=True)
        for path, text in {**FILES, **(changes or {})}.items():
            file = tmp_path / "records" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return load_site(tmp_path, day).in_(lang)

    return build


def page(pages, site, name):
    return next(each for each in pages(site) if each.url.endswith(f"/{name}/")).content


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


def test_a_scheme_of_a_place_that_may_be_gone(merged):
    scheme = "points/schemes/shili-xi-scheme.yaml"
    text = (
        "id: shili-xi-scheme\ntitle: 西村积分办法\nexample: true\nplace: shili-xi-cun\n"
        "valid:\n  from: 2025-01-01\n"
        "items:\n  - key: tidy\n    title: 打扫\n    points: 5\n"
    )
    vague = {PLACE: FILES[PLACE].replace("2026-02-28", "2026"), scheme: text}
    found = page(points.pages, merged(vague), "shili-xi-scheme")
    assert "“西村”记录写的撤销时间是2026年，哪一天不详；这里写的还管不管，看不出来。" in found
    planned = {PLACE: FILES[PLACE].replace("2026-02-28", "2027"), scheme: text}
    assert "看不出来" not in page(points.pages, merged(planned), "shili-xi-scheme")


def test_the_wording_of_a_rule_that_ended_is_its_last_and_not_its_present_one(merged):
    changed = FILES[LIGHTS].replace("2026-03-10", "2026-02-15")
    assert "最后的文字来自：" in page(rule.pages, merged({LIGHTS: changed}), "shili-xi-square")
    month = {RULE: FILES[RULE].replace("repealed: 2026-02-28", "repealed: 2026-02")}
    unsure = page(rule.pages, merged({LIGHTS: changed} | month), "shili-xi-square")
    assert "文中有的修订有没有施行过，看不出来。" in unsure
    assert "起的文本。" not in unsure
    site = merged(LASTING | {LIGHTS: changed}, day=date(2026, 2, 27))
    assert "现行文字来自：" in page(rule.pages, site, "shili-xi-square")


GONE = "“西村”已于2026年2月28日撤销，这项规约还管不管，没有记录。"


def test_a_rule_of_a_place_that_is_gone_is_not_said_to_go_on(merged):
    """P010 asks for its last day; until then nobody says that it is in force, or that it ended."""
    site = merged(LASTING)
    found = next(each for each in rule.pages(site) if each.url.endswith("/shili-xi-square/"))
    assert f"2025年12月10日起施行。{GONE}" in found.content
    assert ">地方已撤销</strong>" in found.content
    assert "施行中" not in found.content
    assert found.search.meta["status"] == "地方已撤销"
    listed = page(place.pages, site, "shili-xi-cun")
    assert "地方已撤销" in listed
    assert "施行中" not in listed
    english = page(rule.pages, site.in_("en"), "shili-xi-square")
    assert "In force from 10 December 2025. “西村” was dissolved on 28 February 2026;" in english
    assert "whether this rule still holds is not on record." in english
    assert "In force<" not in english


def test_nor_is_its_amendment_and_what_ended_before_is_as_it_was(merged):
    site = merged(LASTING | {LIGHTS: FILES[LIGHTS].replace("2026-03-10", "2026-02-15")})
    content = page(amendment.pages, site, "shili-xi-lights")
    assert "规约和这项修正案还管不管，没有记录。" in content
    assert ">已施行<" not in content
    assert "地方已撤销" not in page(rule.pages, merged(), "shili-xi-square")


def test_before_the_last_day_is_over_a_rule_is_in_force_and_the_script_knows_the_day(
    load_site, merged
):
    merged(LASTING)
    content = page(rule.pages, merged(LASTING, day=date(2026, 2, 28)), "shili-xi-square")
    assert ">施行中</strong>" in content
    assert "地方已撤销" in content
    assert 'data-until="2026-02-28" data-then="地方已撤销"' in content


def test_a_rule_of_what_lies_in_a_place_that_is_gone(merged):
    grid = "id: shili-xi-grid\ntitle: 河边网格\nexample: true\nlevel: grid\nparent: shili-xi-cun\n"
    of_grid = {RULE: LASTING[RULE].replace("place: shili-xi-cun", "place: shili-xi-grid")}
    site = merged(of_grid | {"places/shili-xi-grid.yaml": grid})
    assert GONE in page(rule.pages, site, "shili-xi-square")


def test_a_scheme_of_a_place_that_is_gone(merged):
    scheme = "points/schemes/shili-xi-scheme.yaml"
    text = (
        "id: shili-xi-scheme\ntitle: 西村积分办法\nexample: true\nplace: shili-xi-cun\n"
        "valid:\n  from: 2025-01-01\n"
        "items:\n  - key: tidy\n    title: 打扫\n    points: 5\n"
    )
    site = merged({scheme: text})
    found = next(each for each in points.pages(site) if each.url.endswith("/shili-xi-scheme/"))
    says = "“西村”已于2026年2月28日撤销，这个积分办法还用不用，没有记录。"
    assert says in found.content
    assert found.search.meta["status"] == "地方已撤销"
    site = merged({scheme: text.replace("from: 2025-01-01", "from: 2025-01-01\n  to: 2026-02-28")})
    assert "还用不用" not in page(points.pages, site, "shili-xi-scheme")


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


def test_an_amendment_never_took_effect_after_the_repeal(merged):
    site = merged()
    content = page(amendment.pages, site, "shili-xi-lights")
    assert "规约施行到2026年2月28日就废止了，这项修正案没有施行。" in content
    assert "已施行" not in content


def test_an_amendment_in_force_ended_with_its_rule(merged):
    path = "rules/shili-xi-square/amendments/shili-xi-lights.yaml"
    site = merged({path: FILES[path].replace("2026-03-10", "2026-02-15")})
    content = page(amendment.pages, site, "shili-xi-lights")
    assert "2026年2月15日起施行；规约施行到2026年2月28日，已经废止。" in content


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
