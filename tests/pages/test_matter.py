"""A matter's page says what it is, who has it, until when, and whether it is really solved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from yizhan.model.matter import Matter
from yizhan.pages import matter as matter_pages
from yizhan.pages import matter_lists
from yizhan.pages.frame import source_view
from yizhan.pages.status import status
from yizhan.wording.matter import progress


def page_of(site, identifier):
    return next(
        page for page in matter_pages.pages(site) if page.source.endswith(f"{identifier}.yaml")
    )


def status_of(site, identifier):
    return status(site, site.archive.find(identifier), site.states[identifier])


@pytest.mark.parametrize("identifier", ["20260302-lamps", "20260310-wall", "202511-lift"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(site, expect, identifier, lang):
    expect(f"{identifier}.{lang}.html", page_of(site.in_(lang), identifier).content)


CORRECTED = """\
    by: shili-office
corrections:
  - date: 2026-03-10
    by: shili-committee
    at: log/20260309-accept/by
    value: shili-committee
    reason: 受理的是村委会。
  - date: 2026-03-11
    at: tier
    annul: true
    reason: 还没有定级。
"""
DRAIN = "matters/2026/20260308-shili-drain.yaml"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_correction_is_said_in_words_and_marked_at_the_thing(village_with, expect, lang):
    site = village_with({DRAIN: {"    by: shili-office\n": CORRECTED}}).in_(lang)
    content = page_of(site, "20260308-shili-drain").content
    assert '<a href="#c-20260310-correction">' in content
    section = content[content.index("<section id=corrections>") :].partition("</section>")[0]
    expect(f"corrections.{lang}.html", section)


def test_what_is_annulled_stays_visible_where_it_was(village_with):
    annulled = (
        "    by: shili-office\n  - date: 2026-03-10\n    step: progress\n    note: 看过了。\n"
        "corrections:\n  - date: 2026-03-12\n    at: log/20260310-progress\n    annul: true\n"
        "    reason: 那是另一条沟。\n"
    )
    site = village_with({DRAIN: {"    by: shili-office\n": annulled}})
    content = page_of(site, "20260308-shili-drain").content
    log = content.partition("<h2>办理经过</h2>")[2].partition("</ol>")[0]
    assert "<del>日期：2026年3月10日；步骤：办理进展；说明：看过了。</del>" in log
    assert '<a href="#c-20260312-correction">2026年3月12日作废</a>' in log


def test_what_was_entered_later_says_since_when_it_is_on_record(village_with):
    late = (
        "    by: shili-office\n  - date: 2026-03-12\n    step: progress\n    note: 挖开了。\n"
        "  - date: 2026-03-10\n    step: progress\n    note: 看过了。\n"
    )
    site = village_with({DRAIN: {"    by: shili-office\n": late}})
    content = page_of(site, "20260308-shili-drain").content
    assert content.index("看过了") < content.index("挖开了")
    assert content.count("补记，2026年3月12日 才入档") == 1


def test_what_a_clerk_types_is_never_html(site):
    page = page_of(site, "20260302-lamps")
    assert "<script>alert" not in page.content
    assert "路灯不亮 &lt;script&gt;alert(1)&lt;/script&gt;" in page.content
    assert (
        "<p>三盏路灯不亮 &amp; 夜里看不清路。<p>已有 &lt;b&gt;两位&lt;/b&gt; 老人摔倒。</div>"
        in page.content
    )
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page.content
    assert page.title == "路灯不亮 <script>alert(1)</script>"  # the shell's filler escapes it


def test_only_web_addresses_become_links(site):
    source = site.archive.get(Matter, "20260302-lamps").sources[0]
    assert source_view(source).url == "https://example.org/a?b=1&c=2"
    assert source_view(replace(source, url="javascript:alert(1)")).url is None


@pytest.mark.parametrize(
    ("identifier", "zh", "en"),
    [
        (
            "20260316-wires",
            "东社区居委会说已经办完，等居民评价；居民确认之前不算解决。",
            "东社区居委会 says it is done. Residents have not answered yet. It does not count as solved until residents agree.",
        ),
        (
            "20260302-lamps",
            "办理单位说已经办完；居民认可算办理单位代记：怎样问的，或者办理单位以外由谁记下的，没有记录。",
            (
                "The office says it is done; that residents agree counts as noted by the office: how "
                "they were asked, or who other than the office took it down, is not on record."
            ),
        ),
        ("20260316-drain", "东社区居委会正在办理。", "东社区居委会 is working on it."),
        (
            "20260310-wall",
            "已移交试验街道办事处，对方还没有接收。",
            "Handed over to 试验街道办事处, which has not taken it over yet.",
        ),
        (
            "202511-lift",
            "没有解决：东社区居委会说目前条件办不到。",
            "Not solved: 东社区居委会 says it is not feasible for now.",
        ),
        (
            "20260326-parking",
            "已经提出，还没有单位受理。",
            "Raised; nobody has accepted it yet.",
        ),
    ],
)
def test_the_sentence_says_whether_it_is_solved(site, identifier, zh, en):
    assert status_of(site, identifier).sentence == zh
    assert status_of(site.in_("en"), identifier).sentence == en


def test_a_matter_says_its_last_day_and_not_the_day_of_the_build(site, site_on):
    deadline = status_of(site, "20260316-drain").deadline
    assert deadline == ("2026年3月31日", "2026-03-31", "过了这一天算逾期", False, False, False)
    claimed = status_of(site, "20260316-wires")
    assert claimed.deadline is None
    assert claimed.answer_by == (
        "2026年3月31日",
        "2026-03-31",
        "过了这一天评价期满",
        False,
        False,
        False,
    )
    early = status_of(site_on(date(2026, 3, 27)), "20260316-drain").deadline
    assert early == deadline
    english = status_of(site.in_("en"), "20260316-drain").deadline
    assert (english.day, english.left) == ("31 March 2026", "late after this day")


@pytest.mark.parametrize(
    ("day", "said", "late"),
    [
        (date(2026, 3, 27), "还剩 2 个工作日", False),
        (date(2026, 3, 31), "今天到期", False),
        # 2026: 清明节 is 4-6 April, so that after Friday the 3rd the next working day is the 7th.
        (date(2026, 4, 6), "已逾期 3 个工作日", True),
    ],
)
def test_the_example_whose_day_stands_still_says_how_much_time_is_left(site_on, day, said, late):
    site = site_on(day)
    site.derived.example_day = day
    matter = replace(site.archive.find("20260316-drain"), example=True)
    deadline = status(site, matter, site.states[matter.id]).deadline
    assert deadline == ("2026年3月31日", "", said, late, False, False)


CLAIMED = {
    "procedures/shili-local.yaml": {
        "    family: claimed\n": "    family: claimed\n    limits:\n      - days: 8\n",
    },
    "matters/2026/20260308-shili-drain.yaml": {
        "    by: shili-office\n": "    by: shili-office\n  - date: 2026-03-16\n    step: report_done\n"
        "    by: shili-office\n    outcome:\n      result: solved\n      text: 疏通了。\n"
    },
}
"""A matter reported done under a procedure that gives residents five days and the office three more."""


@pytest.mark.parametrize(
    ("lang", "label", "answer", "due"),
    [
        ("zh", "登记结果的期限", "评价截止", "2026年3月26日"),
        ("en", "Result to be recorded by", "Answer by", "26 March 2026"),
    ],
)
def test_the_day_of_the_office_is_never_that_of_the_residents(
    village_with, lang, label, answer, due
):
    site = village_with(CLAIMED, as_of=date(2026, 3, 25)).in_(lang)
    content = page_of(site, "20260308-shili-drain").content
    assert re.search(rf'<dt>{answer}\s*<dd data-answer="2026-03-23">', content)
    assert re.search(rf'<dt>{label}\s*<dd data-due="2026-03-26">{due}<br>', content)
    row = next(each for each in matter_lists.pages(site) if "matters/example/" in each.url)
    short = label if lang == "zh" else label.lower()
    assert f"<i data-due=2026-03-26>{short} {due}</i>" in row.content


def test_page_and_terminal_name_the_same_days(village_with):
    site = village_with(CLAIMED, as_of=date(2026, 3, 25))
    matter = site.archive.find("20260308-shili-drain")
    said = progress(matter, site.states[matter.id], date(2026, 3, 25), str).in_("zh")
    assert "登记结果的期限 2026-03-26" in said
    assert "居民答复期 2026-03-23 已经满了。" in said


def test_an_example_whose_time_to_answer_is_over_says_so_and_is_not_late(village_with):
    site = village_with(CLAIMED, as_of=date(2026, 3, 25))
    site.derived.example_day = date(2026, 3, 25)
    found = status_of(site, "20260308-shili-drain")
    assert found.answer_by == ("2026年3月23日", "", "评价期已满", False, False, False)
    assert found.deadline == ("2026年3月26日", "", "还剩 1 个工作日", False, False, False)
    late = village_with(CLAIMED, as_of=date(2026, 3, 27))
    late.derived.example_day = date(2026, 3, 27)
    found = status_of(late, "20260308-shili-drain")
    assert (found.answer_by.late, found.answer_by.left) == (False, "评价期已满")
    assert (found.deadline.late, found.deadline.left) == (True, "已逾期 1 个工作日")


def test_the_office_alone_has_a_limit(village_with):
    """A procedure that says nothing of an answer sets residents no last day."""
    path = "procedures/shili-local.yaml"
    silent = {path: {**CLAIMED[path], "answer_days: 5\n": ""}}
    site = village_with({**CLAIMED, **silent}, as_of=date(2026, 3, 25))
    found = status_of(site, "20260308-shili-drain")
    assert found.answer_by is None
    assert found.deadline.date == "2026-03-26"
    content = page_of(site, "20260308-shili-drain").content
    assert re.search(r"<dt>评价截止\s*<dd>规程没有写明期限", content)


def test_the_day_asked_decides(site_on):
    before = site_on(date(2026, 3, 14))
    assert status_of(before, "20260302-lamps").word == "重办"
    assert "尚未发生" in page_of(before, "20260302-lamps").content


def test_what_search_finds_and_filters(site):
    entry = page_of(site, "20260302-lamps").search
    assert entry.filters == {
        "kind": ("事项",),
        "family": ("已销号", "居民认可（代记）"),
        "place": ("试验街道", "东社区", "花园小区"),
        "category": (site.words.title(site.archive.matters[1].category),),
        "year": ("2026",),
    }
    lines = entry.text.split("\n")
    assert lines[:3] == [
        "路灯不亮 <script>alert(1)</script>",
        "20260302-lamps",
        "试验街道 东社区 花园小区",
    ]
    assert "院坝会同意换灯头。" in lines
    assert entry.sort == {"date": "2026-03-20"}
    assert page_of(site.in_("en"), "20260302-lamps").search is None


def test_pages_are_small(site):
    sizes = [len(page.content.encode()) for page in matter_pages.pages(site)]
    assert max(sizes) < 11_000  # with a shell of 3 kB well below the 15 kB promised to phones


def test_an_example_says_so_first(site):
    page = page_of(site, "20260320-shili-well")
    assert page.content.startswith('<p class="yz-example">示例数据：')
    real = [page.content for page in matter_pages.pages(site) if "shili" not in page.url]
    assert not [content for content in real if "yz-example" in content]


def test_the_log_is_whole_and_in_order(site):
    content = page_of(site, "20260302-lamps").content
    assert re.findall(r"id=log-([^ >]+)", content) == [
        "20260303-accept",
        "20260310-progress",
        "20260312-report_done",
        "20260313-object",
        "20260316-assign",
        "20260318-report_done",
        "20260320-confirm",
    ]
