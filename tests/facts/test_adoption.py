"""Which motion of an item adopted what the item is about."""

import pytest

from yizhan.facts.adoption import adopted_by, motions_on
from yizhan.loading.parse import build
from yizhan.model.meeting import AgendaItem

TITLE = "示例村村规民约"


def item(*motions, rules=("r",)):
    decisions = [{"text": text, "result": result} for text, result in motions]
    return build(AgendaItem, {"title": "规约", "rules": list(rules), "decisions": decisions})


@pytest.mark.parametrize(
    ("motions", "counting", "adopting"),
    [
        ([], [], []),
        ([("通过规约", "adopted")], ["通过规约"], ["通过规约"]),
        # back for another draft is no adoption
        ([("通过规约", "rejected"), ("规约草案退回修改", "adopted")], ["通过规约"], ["通过规约"]),
        # nor is what is done with what was adopted, or another matter
        (
            [("通过规约", "adopted"), ("印发规约，每户一本", "adopted")],
            ["通过规约"],
            ["通过规约"],
        ),
        ([("通过规约", "rejected"), ("买一套音响", "adopted")], ["通过规约"], ["通过规约"]),
        # what is put first may be how to go on
        (
            [("推迟到下次会议", "rejected"), ("通过规约", "adopted")],
            ["通过规约"],
            ["通过规约"],
        ),
        # a second draft may be adopted
        (
            [("通过甲稿", "rejected"), ("通过乙稿", "adopted")],
            ["通过甲稿", "通过乙稿"],
            ["通过乙稿"],
        ),
        # adopting and posting up in one
        ([("通过规约并张贴公布", "adopted")], ["通过规约并张贴公布"], ["通过规约并张贴公布"]),
        # one that names it goes before the others
        (
            [("先念一遍", "adopted"), (f"通过《{TITLE}》", "rejected")],
            [f"通过《{TITLE}》"],
            [f"通过《{TITLE}》"],
        ),
        # nothing but procedure: nothing else can be told
        ([("退回修改", "adopted")], ["退回修改"], ["退回修改"]),
    ],
)
def test_what_counts(motions, counting, adopting):
    about = item(*motions)
    assert [each.text for each in motions_on(about, TITLE)] == counting
    assert [each.text for each in adopted_by(about, TITLE)] == adopting


def test_of_several_rules_any_motion_may_be_it():
    about = item(("通过甲", "adopted"), ("买音响", "rejected"), rules=("r", "s"))
    assert [each.text for each in motions_on(about, TITLE)] == ["通过甲", "买音响"]
