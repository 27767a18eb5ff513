"""What becomes of rules, amendments and schemes of a place that is gone."""

from __future__ import annotations

from datetime import date

from yizhan.pages import amendment, place, points, rule

from .merged_village import FILES, LASTING, PLACE, RULE, page

LIGHTS = "rules/shili-xi-square/amendments/shili-xi-lights.yaml"


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
