"""The tree of places, what each place has, and the bodies that act there."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.model.place import Place
from yizhan.pages import body, honour, place
from yizhan.pages import round as rounds
from yizhan.pages.place import tree


def page_of(module, site, identifier):
    return next(page for page in module.pages(site) if f"/{page.url}".endswith(f"/{identifier}/"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("module", "identifier"),
    [
        (place, "places/shili-cun"),
        (body, "bodies/shili-committee"),
        (rounds, "rounds/20260108-shili-walk"),
        (honour, "honours/20260320-shili-yards"),
    ],
)
def test_the_whole_page(village, expect, module, identifier, lang):
    name = identifier.partition("/")[2]
    expect(f"{name}.{lang}.html", page_of(module, village.in_(lang), identifier).content)


def test_the_tree_needs_no_script(village):
    (slot,) = place.slots(village)
    assert slot.content.count("<details") == 3
    assert "<script" not in slot.content
    assert "示例数据" in slot.content


def test_a_large_tree_shows_fewer_levels(village, monkeypatch):
    root = village.archive.get(Place, "shili-xian")

    def depth(nodes):
        return 1 + max(depth(node.children) for node in nodes) if nodes else 0

    assert depth(tree(village, [root])) == 4
    monkeypatch.setattr(place, "_NODES", 3)
    assert depth(tree(village, [root])) == 3
    monkeypatch.setattr(place, "_NODES", 1)
    assert depth(tree(village, [root])) == 1


def test_a_place_has_what_lies_below_it(village):
    content = page_of(place, village, "places/shili-zhen").content
    assert "<h2>这里的事项 <small>2</small></h2>" in content
    assert 'href="../../matters/place/shili-zhen/">全部 2 件事项</a>' in content
    assert "<h2>会议 <small>4</small></h2>" in content


def test_a_place_where_nothing_has_happened_yet(village_with):
    before = village_with({}, as_of=date(2026, 1, 2))
    content = page_of(place, before, "places/shili-cun-square").content
    assert "这里还没有登记的事项。" in content
    assert "<small>0</small>" not in content


def test_a_body_has_open_matters_only_while_they_are_open(village, village_with):
    assert "现在没有由它办理、还没了结的事项。" in (
        page_of(body, village, "bodies/shili-supervisors").content
    )
    early = village_with({}, as_of=date(2026, 1, 9))
    content = page_of(body, early, "bodies/shili-committee").content
    assert "matters/20260108-shili-lamps/" in content


def test_a_body_shows_what_is_due_first_and_by_when(village_with):
    site = village_with({}, as_of=date(2026, 1, 22))
    content = page_of(body, site, "bodies/shili-committee").content
    assert 'data-tasks="2026-01-20" hidden>' in content
    assert 'data-until="2026-01-20" data-then="逾期未完成" data-mark="yz-f-late"' in content
    assert 'href="../../meetings/20260110-shili-deliberation/#task-lamps"' in content


def test_a_round_shows_the_matters_that_came_of_it(village):
    content = page_of(rounds, village, "rounds/20260108-shili-walk").content
    assert "matters/20260108-shili-lamps/" in content
    assert "带回来的事 <small>1</small>" in content


def test_honours_say_where_to_object_while_on_display(village_with):
    site = village_with({}, as_of=date(2026, 3, 12))
    content = page_of(honour, site, "honours/20260320-shili-yards").content
    assert "正在公示" in content
    assert "异议提给：<span>村务监督委员会</span>" in content
    assert "尚未发生" in content
