"""A correction is marked at the thing itself, on the page of whatever kind of record."""

from __future__ import annotations

import pytest

from yizhan.pages.catalogue import all_pages
from yizhan.pages.corrections import correction_views
from yizhan.pages.links import url_of


def page_of(site, identifier):
    record = site.archive.find(identifier)
    url = url_of(record, site.lang)
    return next(each for each in all_pages(site) if each.url == url)


CORRECTION = "corrections:\n  - date: 2026-03-30\n    at: {at}\n    {value}\n    reason: 录错了。\n"
MEETING = "meetings/2026/20260110-shili-deliberation.yaml"
BATCH = "points/2026/20260220-shili-cleanup.yaml"
BODY = "bodies/shili-committee.yaml"
QUIET = "rules/shili-rules/amendments/shili-rules-quiet.yaml"
HONOUR = "honours/2026"


def corrected(village_with, path, at, value):
    """The page of a record of the village with one correction."""
    given = CORRECTION.format(at=at, value=value)
    site = village_with({path: {"example: true\n": f"example: true\n{given}"}})
    identifier = path.rpartition("/")[2].removesuffix(".yaml")
    return site, site.archive.find(identifier), page_of(site, identifier).content


def keys_in(village_with, path):
    from yizhan.model.keys import keyed_lists, keys

    identifier = path.rpartition("/")[2].removesuffix(".yaml")
    record = village_with({}).archive.find(identifier)
    return {pointer: keys(items) for pointer, items in keyed_lists(record)}


@pytest.mark.parametrize(
    ("path", "pointer", "rest", "value", "says"),
    [
        (MEETING, ("agenda",), "title", "value: 路灯怎么修", "路灯怎么修"),
        (MEETING, ("agenda", 0, "decisions"), "text", "value: 换成太阳能的。", "换成太阳能的。"),
        (BATCH, ("entries",), "note", "value: 清扫两小时。", "清扫两小时。"),
        (QUIET, ("dossier",), "note", "value: 贴了三处。", "贴了三处。"),
    ],
)
def test_the_thing_itself_is_marked(village_with, path, pointer, rest, value, says) -> None:
    own = keys_in(village_with, path)
    at = ""
    for end in range(1, len(pointer) + 1):
        part = pointer[end - 1]
        at += own[pointer[: end - 1]][part] if isinstance(part, int) else part
        at += "/"
    at += f"{own[pointer][0]}/{rest}"
    _, _, content = corrected(village_with, path, at, value)
    assert content.count('href="#c-20260330-correction"') == 1
    assert 'href="#corrections"' in content
    assert says in content.partition("<section id=corrections>")[2]


def test_a_field_of_the_record_itself_is_told_at_its_head(village_with) -> None:
    _, _, content = corrected(village_with, BODY, "title", "value: 示例村村委会")
    assert "这份档案有 1 处更正" in content
    assert (
        "<li id=c-20260330-correction><p>2026年3月30日\n<p><b>名称</b>" in content
        or "更正为：" in content
    )
    assert "<h1>示例村村委会</h1>" in content


def test_what_cannot_be_applied_is_not_shown(village_with) -> None:
    site, record, _ = corrected(village_with, BODY, "nothing/there", "value: x")
    assert correction_views(site, record) == ()


@pytest.mark.parametrize(
    ("at", "value", "was", "now"),
    [
        ("planned", "value: true", "", "是"),
        ("date", "value: 2026-01-11", "2026年1月10日", "2026年1月11日"),
        (
            "bodies",
            "value: [shili-office, shili-committee]",
            "",
            "示例镇人民政府、示例村村民委员会",
        ),
    ],
)
def test_values_are_said_as_their_fields_are(village_with, at, value, was, now) -> None:
    site, record, _ = corrected(village_with, MEETING, at, value)
    (view,) = correction_views(site, record)
    assert view.now == now
    assert was in (view.was or "")


LAMPS = "matters/2026/20260108-shili-lamps.yaml"


def test_the_row_of_a_matter_says_what_it_said(village_with) -> None:
    from yizhan.pages.matter_lists import matter_row

    site, _, _ = corrected(village_with, LAMPS, "title", "value: 路灯坏了")
    row = matter_row(site, "20260108-shili-lamps")
    assert "<del>文化广场路灯不亮</del>" in row
    assert '20260108-shili-lamps/#c-20260330-correction">2026年3月30日更正</a>' in row


def test_several_corrections_of_a_log_are_one_word_in_a_row(village_with) -> None:
    from yizhan.pages.matter_lists import matter_row

    given = "log/20260120-report_done/outcome/cost\n    value: 1800\n    reason: 录错了。\n"
    given += "  - date: 2026-03-31\n    at: log/20260110-progress"
    site, _, content = corrected(village_with, LAMPS, given, "annul: true")
    row = matter_row(site, "20260108-shili-lamps")
    assert row.count("<del>") == 0
    assert '办理记录 <a href="\0' in row
    assert "#c-20260331-correction" in row
    assert "#c-20260330-correction" not in row
    assert content.count("<del>1,600</del>") == 1


def test_the_tree_of_places_says_what_it_said(village_with) -> None:
    from yizhan.pages.place import slots

    site, _, _ = corrected(village_with, "places/shili-cun.yaml", "title", "value: 新示例村")
    (slot,) = slots(site)
    assert "<del>示例村</del> <a" in slot.content


RESTORED = """\
corrections:
  - date: 2026-03-25
    by: shili-committee
    at: log/20260110-progress
    annul: true
    reason: 录错了。
  - date: 2026-03-30
    by: shili-committee
    at: log/20260110-progress
    value: {value}
    reason: 查了登记簿，是有的。
"""


@pytest.mark.parametrize(
    ("lang", "said", "mark"),
    [
        ("zh", "此前已经作废，现在恢复。", "2026年3月30日恢复"),
        ("en", "It had been annulled, and is restored.", "restored on 30 March 2026"),
    ],
)
def test_what_comes_back_had_been_annulled(village_with, lang, said, mark) -> None:
    """Not: that it said otherwise before. What it said stands with the annulment, once."""
    value = "{date: 2026-01-10, step: progress, by: shili-committee, note: 看过。}"
    lines = RESTORED.format(value=value)
    site = village_with({LAMPS: {"example: true\n": f"example: true\n{lines}"}}).in_(lang)
    content = page_of(site, "20260108-shili-lamps").content
    own, _, listed = content.partition("<section id=corrections>")
    assert said in listed
    assert mark in own
    assert own.count("<del") == 1
