"""Irregular acts on pages: the mark at the thing, in lists and in search, and what rests on it."""

import re
from datetime import date
from pathlib import Path

import pytest

from yizhan.model.amendment import Amendment
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.pages import amendment, home, irregular, meeting, rule
from yizhan.pages.catalogue import all_pages
from yizhan.pages.marks import resting_on

VILLAGE = Path(__file__).parents[1] / "village"
MEETING = "meetings/2026/20260315-shili-assembly.yaml"
COUNTY = "bodies/shili-county.yaml"
QUIET = "rules/shili-rules/amendments/shili-rules-quiet.yaml"
LAW = "《村民委员会组织法》第二十六条"
OPEN = """\
irregular:
  - code: T006
    article: 村民委员会组织法第二十六条
    reason: 到会不足半数。
    by: shili-committee
    date: 2026-03-16
"""
RESOLVED = (
    OPEN
    + """\
    resolution:
      result: {result}
      by: {by}
      date: 2026-04-01
"""
)


def resolved(result, by="shili-county"):
    return RESOLVED.format(result=result, by=by)


@pytest.fixture
def village_of(village_with):
    """The village whose assembly, which amended the rules, had no quorum."""

    def build(said, as_of=date(2026, 4, 3)):
        court = {"title: 示例县人民政府": "title: 示例县人民法院"}
        return village_with(
            {MEETING: {"example: true\n": f"example: true\n{said}"}, COUNTY: court}, as_of
        )

    return build


def of_change(site):
    return site.archive.get(Rule, "shili-rules")


def statuses(site):
    change, own = (
        site.archive.get(Amendment, "shili-rules-quiet"),
        site.archive.get(Rule, "shili-rules"),
    )
    return amendment.progress_of(site, change), rule.page(site, own).content


def test_what_rests_on_a_contestable_vote_is_in_force_and_says_so(village_of) -> None:
    found, text = statuses(village_of(OPEN))
    assert found.word == "已施行，可争议"
    assert found.sentence == "2026年3月20日起施行。它的通过有不合规之处，有没有效力可争议。"
    assert "晚上九点以后不开音响。" in text


def test_once_it_is_settled_it_is_in_force_like_any_other_and_says_by_whom(village_of) -> None:
    site = village_of(resolved("upheld"))
    found, text = statuses(site)
    assert (found.word, found.sentence) == ("已施行", "2026年3月20日起施行。")
    assert "晚上九点以后不开音响。" in text
    change = site.archive.get(Amendment, "shili-rules-quiet")
    page = amendment.page(site, change, of_change(site))
    said = re.sub("<[^>]*>", "", page.content)
    settled = f"不合{LAW}；示例县人民法院2026年4月1日维持。"
    assert (
        f"依据的是 村民会议：修改村规民约：不合规，已维持 没有做到“决定合乎法定人数和票数”，{settled}"
        in said
    )
    assert 'Rests on <a href="../../' in (
        amendment.page(site.in_("en"), change, of_change(site)).content
    )
    assert "依据不合规，已维持" in [fact.text for fact in amendment.row(site, change).facts]
    assert "依据不合规，已维持" in page.search.meta["status"]


@pytest.mark.parametrize(("result", "word"), [("ratified", "追认"), ("annulled", "撤销")])
def test_what_others_settled_keeps_its_mark_everywhere(village_of, result, word) -> None:
    site = village_of(resolved(result, "shili-office"))
    found, text = statuses(site)
    assert found.word == "已施行，可争议"
    assert "晚上九点以后不开音响。" in text
    change = site.archive.get(Amendment, "shili-rules-quiet")
    (mark,) = resting_on(site, change)
    assert mark.mark.sentence.endswith(
        f"，可争议。示例镇人民政府2026年4月1日{word}过；这样处理的应当是别人，所以没有处理定。"
    )
    assert "依据不合规，可争议，没有处理定" in [
        fact.text for fact in amendment.row(site, change).facts
    ]


def test_what_was_annulled_is_not_in_force_from_that_day(village_of) -> None:
    found, text = statuses(village_of(resolved("annulled")))
    assert found.word == "已撤销"
    assert found.sentence == (
        "记录写的是2026年3月20日起施行；示例县人民法院2026年4月1日撤销，从那天起没有效力。"
    )
    assert "晚上九点以后不开音响。" not in text


@pytest.mark.parametrize(
    ("beginning", "as_of", "since"),
    [
        (
            "",
            date(2026, 4, 3),
            "2026年4月1日",
        ),  # the text came back when the amendment was annulled
        ("", date(2026, 3, 31), "2026年3月20日"),
        ("      from_beginning: true\n", date(2026, 4, 3), "2026年2月1日"),
    ],
)
def test_the_text_is_in_force_since_what_was_in_between_ended(
    village_of, beginning, as_of, since
) -> None:
    _, text = statuses(village_of(resolved("annulled") + beginning, as_of))
    said = re.sub("<[^>]*>", "", text)
    assert f"{since}起的文本。" in said


def test_the_mark_is_at_the_meeting_in_lists_and_in_search(village_of) -> None:
    site = village_of(OPEN)
    record = site.archive.get(Meeting, "20260315-shili-assembly")
    page = meeting.page(site, record)
    assert f"没有做到“决定合乎法定人数和票数”，不合{LAW}，可争议。" in page.content
    assert "到会不足半数。" in page.content
    assert 'href="../../irregular/"' in page.content
    assert "不合规，可争议" in page.search.meta["status"]
    assert "不合规，可争议" in page.search.text
    assert "不合规，可争议" in [fact.text for fact in meeting.row(site, record).facts]


def test_the_page_of_them_all_has_each_by_what_became_of_it(village_of) -> None:
    (slot,) = irregular.slots(village_of(OPEN))
    assert slot.url == "irregular/"
    assert "还没有处理：1 处" in slot.content
    assert "meetings/20260315-shili-assembly/" in slot.content
    assert "已撤销" not in slot.content


def test_where_nothing_is_irregular_it_says_so(village) -> None:
    (slot,) = irregular.slots(village)
    assert "没有记录写明不合规的事。" in slot.content


def test_a_resolution_is_grouped_by_what_it_said(village_of) -> None:
    (slot,) = irregular.slots(village_of(resolved("annulled")))
    assert "已撤销：1 处" in slot.content
    assert "2026年4月1日撤销，从那天起没有效力。" in slot.content


def test_what_is_noted_of_a_resolution_stands_at_the_act_and_in_the_list(village_of) -> None:
    note = "      note: 镇政府三号文。\n"
    village = village_of(resolved("upheld") + note)
    (slot,) = irregular.slots(village)
    own = next(
        each for each in all_pages(village) if each.url == "meetings/20260315-shili-assembly/"
    )
    for content in (slot.content, own.content):
        assert content.count('<p class="yz-small">镇政府三号文。</p>') == 1
    (before,) = irregular.slots(village_of(resolved("upheld") + note, date(2026, 3, 31)))
    assert "镇政府三号文" not in before.content


def test_figures_count_the_acts_of_all_records_and_lead_to_them(village_of) -> None:
    village = village_of(resolved("upheld"))
    assert irregular.counts(village, example=True) == ("已维持：1 处",)
    assert irregular.counts(village, example=False) == ()
    own = next(each for each in all_pages(village) if each.url == "data/figures/example/")
    assert '<li><a href="../../../irregular/">已维持：1 处</a></li>' in own.content
    english = village.in_("en")
    own = next(each for each in all_pages(english) if each.url == "en/data/figures/example/")
    assert "<h2>Irregular acts in records of all kinds</h2>" in own.content
    assert "Upheld: 1" in own.content


PARTS = """\
agenda:
  - key: yufu
    title: 鱼塘承包
    decisions:
      - key: shisu
        text: {text}
        result: adopted
        irregular:
          - code: T006
            reason: 到会不足半数。
            by: shili-committee
            date: 2026-03-16
"""


def where(site):
    (slot,) = irregular.slots(site)
    facts = re.search(r'<p class="yz-small">(<span>.*?)</p>', slot.content).group(1)
    return re.sub("<[^>]*>", "", facts.replace("</span><span>", "|")).rsplit("|", 1)[1]


def test_residents_read_which_item_it_is_by_its_words_and_never_by_a_key(village_with) -> None:
    text = (VILLAGE / "records" / MEETING).read_text("utf-8")
    agenda = text[text.index("agenda:") :]
    long = "鱼塘由第二村民小组承包，" * 5 + "期限三年。"
    for wording, shown in (("同意承包。", "同意承包"), (long, f"{long[:30]}…")):
        site = village_with({MEETING: {agenda: PARTS.format(text=wording)}})
        assert where(site) == f"议题第 1 条“鱼塘承包”的决定第 1 条“{shown}”"
        assert where(site.in_("en")) == f"Agenda, item 1 “鱼塘承包”: Decisions, item 1 “{shown}”"


def test_of_a_log_residents_read_the_day_and_the_step(village_with) -> None:
    accept = "step: accept\n    by: shili-office\n"
    said = (
        "    irregular:\n      - code: M026\n        reason: 受理晚了。\n"
        "        by: shili-office\n        date: 2026-03-16\n"
    )
    changed = {accept: accept + said}
    site = village_with({"matters/2026/20260308-shili-drain.yaml": changed})
    assert where(site) == "办理记录第 1 条“2026年3月9日 受理”"


def test_wherever_a_meeting_or_rule_is_named_in_a_row_its_mark_is(village_with) -> None:
    real = f"convener: shili-committee\n{OPEN}"
    edits = {MEETING: {"example: true\n": real, "convener: shili-committee\n": ""}}
    site = village_with(edits, date(2026, 4, 3))
    (home_slot,) = home.slots(site)
    for found in (home_slot.content, _body_page(site)):
        assert "不合规，可争议" in found
    (english,) = home.slots(site.in_("en"))
    assert "irregular, contestable" in english.content.lower()


def _body_page(site):
    return next(each.content for each in all_pages(site) if each.url == "bodies/shili-committee/")
