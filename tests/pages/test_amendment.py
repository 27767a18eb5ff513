"""An amendment says first what it changes, then how far it has come."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.redline import Piece, redline
from yizhan.model.amendment import Amendment
from yizhan.pages import amendment, rule

FILE = "rules/shili-rules/amendments/shili-rules-quiet.yaml"


def page_of(site):
    return next(page for page in amendment.pages(site) if page.url.endswith("shili-rules-quiet/"))


def progress(site):
    found = amendment.progress_of(site, site.archive.get(Amendment, "shili-rules-quiet"))
    return found.word, found.sentence


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(village, expect, lang):
    expect(f"shili-rules-quiet.{lang}.html", page_of(village.in_(lang)).content)


@pytest.mark.parametrize(
    ("day", "word", "sentence"),
    [
        (date(2026, 2, 9), "拟定中", "还没有公布草案。"),
        (date(2026, 2, 10), "起草", "2026年3月20日起施行。"),
        (date(2026, 2, 22), "征求意见中", "可以提意见，到2026年2月22日为止（含当天）。"),
        (date(2026, 2, 23), "征求意见期满", "正在整理意见，还没有表决。"),
        (date(2026, 3, 20), "已施行", "2026年3月20日起施行。"),
    ],
)
def test_how_far_it_has_come(village_with, day, word, sentence):
    assert progress(village_with({}, as_of=day)) == (word, sentence)


def test_a_withdrawn_draft_changes_nothing(village_with):
    site = village_with({FILE: {"stage: effect": "stage: withdrawal"}})
    assert progress(site) == ("已撤回", "修订已经撤回，没有施行，条文不变。")


def test_until_when_and_where_to_object(village_with):
    change = {"    until: 2026-02-22\n": "    until: 2026-02-22\n    where: 村务公开栏意见箱\n"}
    open_ = page_of(village_with({FILE: change}, as_of=date(2026, 2, 20))).content
    assert (
        'data-until="2026-02-22" data-then=""><strong>现在可以提意见</strong>：2026年2月12日至2026年2月22日'
        in open_
    )
    assert "村务公开栏意见箱" in open_
    over = page_of(village_with({}, as_of=date(2026, 2, 23))).content
    assert "现在可以提意见" not in over


OVER = (
    ' data-until="2026-02-22" data-then="征求意见期满" data-mark="yz-f-claimed">征求意见中</',
    (
        ' data-until="2026-02-22" data-then="正在整理意见，还没有表决。">'
        "可以提意见，到2026年2月22日为止（含当天）。</"
    ),
)


def test_badge_and_sentence_end_together_wherever_they_stand(village_with):
    site = village_with({}, as_of=date(2026, 2, 20))
    rows = [each.content for each in amendment.pages(site) if "/place/shili-cun/" in each.url]
    rules = [each.content for each in rule.pages(site) if each.url.endswith("rules/shili-rules/")]
    for content in (page_of(site).content, *rows, *rules):
        assert all(each in content for each in OVER)
    assert (len(rows), len(rules)) == (1, 1)


def test_the_day_of_taking_effect_is_known_to_the_script(village_with):
    content = page_of(village_with({}, as_of=date(2026, 3, 19))).content
    assert ' data-until="2026-03-19" data-then="已施行" data-mark="yz-f-confirmed">' in content
    assert '<span class="yz-flag" data-until="2026-03-19" data-then="">尚未发生</span>' in content
    stands = village_with({}, as_of=date(2026, 3, 19))
    stands.derived.example_day = date(2026, 3, 19)
    assert "data-until" not in page_of(stands).content


def test_the_vote_is_that_of_the_meeting(village):
    content = page_of(village).content
    assert 'aria-label="赞成 580，反对 20，弃权 10"' in content
    assert 'href="../../meetings/20260315-shili-assembly/"' in content


def test_a_new_and_a_repealed_article(village_with):
    operation = {
        "  - operation: replace\n    article: quiet\n    text: 晚上九点以后不开音响。\n": (
            "  - operation: repeal\n    article: quiet\n"
        )
    }
    content = page_of(village_with({FILE: operation})).content
    assert "<del>晚上十点以后不开音响。</del>" in content
    assert "<ins>" not in content
    assert 'href="../../rules/shili-rules/">第二条</a>' in content.replace('"">', '">')
    new = {
        "  - operation: repeal\n    article: quiet\n": (
            "  - operation: insert\n    article: dogs\n    after: waste\n    text: 遛狗牵绳。\n"
        )
    }
    content = page_of(village_with({FILE: operation | new})).content
    assert "<ins>遛狗牵绳。</ins>" in content
    assert 'href="../../rules/shili-rules/#dogs">第二条</a>' in content


def marked(old, new):
    def write(pieces):
        return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)

    return tuple(write(each) for each in redline(old, new))


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("晚上十点以后", "晚上九点以后", ("晚上[十]点以后", "晚上[九]点以后")),
        ("楼道和消防通道不堆放。", "楼道不堆放。", ("楼道[和消防通道]不堆放。", "楼道不堆放。")),
        ("罚款 100 元整", "罚款 1000 元整", ("罚款 [100] 元整", "罚款 [1000] 元整")),
        ("甲乙丙丁", "甲戊丙己", ("甲[乙丙丁]", "甲[戊丙己]")),
        ("一样", "一样", ("一样", "一样")),
        ("", "全新", ("", "[全新]")),
    ],
)
def test_marks_read_as_a_writer_would_set_them(old, new, marks):
    assert marked(old, new) == marks


def test_nothing_is_lost_or_added_by_marking():
    old, new = (
        "垃圾装袋投进垃圾桶，不往路边丢。",
        "生活垃圾分成四样，不往路边、田边、水渠边丢垃圾。",
    )
    before, after = redline(old, new)
    assert "".join(piece.text for piece in before) == old
    assert "".join(piece.text for piece in after) == new
    assert all(isinstance(piece, Piece) and piece.text for piece in (*before, *after))
