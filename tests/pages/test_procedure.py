"""Procedures are drawn from their data alone, and the table says the same in words."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from yizhan.loading.presets import load_presets
from yizhan.model.procedure import Procedure, Stage, Step
from yizhan.model.vocabulary import Action, Family
from yizhan.pages import procedure
from yizhan.pages.diagram import WIDTH, draw, wrap

PRESETS = load_presets().procedures


def page_of(site, identifier):
    return next(
        page for page in procedure.pages(site) if page.url.endswith(f"procedures/{identifier}/")
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(village, expect, lang):
    expect(f"shili-local.{lang}.html", page_of(village.in_(lang), "shili-local").content)


@pytest.mark.parametrize("identifier", sorted(PRESETS))
def test_boxes_stand_apart_and_inside_the_drawing(identifier):
    drawing = draw(PRESETS[identifier])
    assert len(drawing.boxes) == len(PRESETS[identifier].stages)
    for above, below in combinations(drawing.boxes, 2):
        assert above.y + above.height < below.y
    for arrow in drawing.arrows:
        numbers = [int(each) for each in re.findall(r"-?\d+", arrow.path + arrow.head)]
        assert all(0 <= number <= drawing.height for number in numbers)
        for label in arrow.labels:
            length = 13 * len(label.text)
            left = label.x - length if label.anchor == "end" else label.x
            assert left >= 0
            assert left + length <= WIDTH


@pytest.mark.parametrize("identifier", sorted(PRESETS))
def test_no_two_labels_lie_on_one_another(identifier):
    labels = [label for arrow in draw(PRESETS[identifier]).arrows for label in arrow.labels]
    for one, other in combinations(labels, 2):
        same_side = (one.anchor, one.x) == (other.anchor, other.x)
        assert not same_side or abs(one.y - other.y) >= 13, (one, other)


@pytest.mark.parametrize("identifier", sorted(PRESETS))
def test_every_step_is_drawn(identifier):
    found = PRESETS[identifier]
    drawing = draw(found)
    words = "".join(label.text for arrow in drawing.arrows for label in arrow.labels)
    words += "".join(label.text for box in drawing.boxes for label in box.inside)
    missing = [step.title for step in found.steps if step.title not in words and step.from_]
    assert missing == []


def test_lanes_are_shared_only_where_arrows_do_not_meet():
    """Two short detours one below the other take one lane; a long one beside them another."""

    def stage(key):
        return Stage(key=key, title=key, family=Family.WORKING)

    def step(key, start, to):
        return Step(key=key, title=key, action=Action.DECIDE, from_=(start,), to=to)

    found = Procedure(
        id="x",
        title="x",
        start="a",
        stages=tuple(stage(key) for key in "abcdef"),
        steps=(step("s", "a", "c"), step("t", "d", "f"), step("u", "a", "f")),
    )
    lanes = {
        arrow.labels[0].text: re.search(r"H(\d+)V", arrow.path)[1] for arrow in draw(found).arrows
    }
    assert lanes["s"] == lanes["t"] != lanes["u"]


def test_the_same_data_gives_the_same_drawing():
    assert draw(PRESETS["lakeside"]) == draw(PRESETS["lakeside"])


def test_words_break_after_marks():
    assert wrap("已报结，等居民评价", 8) == ["已报结，", "等居民评价"]
    assert wrap("不予受理或者确认不能办", 7) == ["不予受理", "或者确认不能办"]
    assert wrap("甲乙丙丁戊己庚辛", 7) == ["甲乙丙丁", "戊己庚辛"]
    assert wrap("", 7) == []


def test_local_procedures_come_before_presets(village):
    (slot,) = procedure.slots(village)
    assert slot.content.index("各地自己的规程") < slot.content.index("通用的规程")
    assert slot.content.index("shili-local") < slot.content.index("four-affairs")


def test_a_preset_has_no_file_to_edit_here(village):
    page = page_of(village, "mediation")
    assert page.source is None
    assert "修改这条记录" not in page.content
    assert "修改这条记录" in page_of(village, "shili-local").content
