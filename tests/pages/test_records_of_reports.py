"""The records of the five places say what the reports say, and that they do not say the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.model.claims import Claims
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.round import Round
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import Channel, RaisedBy
from yizhan.pages import claims, matter

SAID = ("to", "round", "meeting", "note", "reason", "outcome", "verdict", "with_", "into", "tier")


@pytest.fixture(scope="module")
def real(load_site):
    return load_site(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def reported(real):
    return [each for each in real.archive.of(Matter) if not each.example]


def test_no_step_says_nothing(reported):
    """A step that no report states is not recorded."""
    for each in reported:
        for entry in each.log:
            said = [name for name in SAID if getattr(entry, name, None)]
            assert said or entry.merged_into, (each.id, entry.step)


def test_no_way_of_voting_is_made_up(real):
    for each in real.archive.of(Meeting):
        if not each.example:
            assert not [d for item in each.agenda for d in item.decisions if d.method], each.id


def test_a_note_never_takes_back_the_raiser_or_the_channel(reported):
    """What the source does not say is "unknown", not a guess with an apology."""
    for each in reported:
        notes = " ".join(source.note or "" for source in each.sources)
        assert "方式" not in notes, each.id
        assert "由谁" not in notes, each.id
    assert sum(each.raised.by is RaisedBy.UNKNOWN for each in reported) >= 40
    assert sum(each.raised.channel is Channel.UNKNOWN for each in reported) >= 40


def test_one_article_is_cited_alike_everywhere(real):
    cited = [
        source
        for each in real.archive.records.values()
        for source in each.sources
        if source.title == "干部进楼栋 精准解民忧"
    ]
    assert len(cited) > 80
    assert {(source.publisher, str(source.date)) for source in cited} == {
        ("人民日报", "2022-04-22")
    }


def test_what_no_source_says_is_said_to_be_so(real):
    page = next(each for each in matter.pages(real) if each.url.endswith("/2021-fukang-menjin/"))
    assert "来源没有说明由谁提出" in page.content
    english = real.in_("en")
    page = next(each for each in matter.pages(english) if each.url.endswith("/2021-fukang-menjin/"))
    assert "the source does not say who raised it" in page.content
    assert "The source does not say" in page.content


def test_an_officials_word_is_no_verdict(reported):
    """Nobody complained, says the street: that is in its report, not in a confirmation."""
    for identifier in ("202006-pipaping-zaosheng", "202006-pipaping-zhixu"):
        (found,) = [each for each in reported if each.id == identifier]
        assert not any(entry.verdict for entry in found.log)
        assert "街道干部说" in found.log[-1].outcome.text


def test_unlike_things_are_not_compared(real):
    for each in real.archive.of(Claims):
        if not each.example:
            assert not any(claim.measure for claim in each.claims), each.id
    name = "/202203-wanzhou-loudong-gongzuori/"
    page = next(each for each in claims.pages(real) if each.url.endswith(name))
    assert "没有同一件事、同一口径的数可以对照" in page.content


def test_five_officers_are_five_persons(real):
    records = real.archive.records
    counted = {claim.key: claim for claim in records["2021-wenjing-sanzhang"].claims}
    assert (counted["wuyuan"].value, counted["wuyuan"].unit) == (5, "名")
    assert [post.holders for post in records["dianjiang-wenjing-zizhi"].posts] == [9, 5]


def test_households_covered_are_not_households_visited(real):
    """No report counts the households that were visited, or the visitors."""
    for each in real.archive.of(Round):
        if not each.example:
            assert each.households is None, each.id
            assert each.visitors is None, each.id


def test_what_a_report_does_not_quote_is_not_called_unpublished(real):
    for each in real.archive.of(Rule):
        if not each.example:
            assert "没有公开" not in (each.summary or ""), each.id
