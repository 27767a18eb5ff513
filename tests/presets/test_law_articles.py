"""The laws article by article: complete, and every provision that is data rests on a line of them."""

import re
from itertools import pairwise

import pytest

from yizhan.checks import discover
from yizhan.loading.presets import load_law_tables, load_presets
from yizhan.publishing.law_docs import PATHS, law_pages
from yizhan.wording.law import article, cited
from yizhan.wording.numerals import article as article_number
from yizhan.wording.numerals import chinese, number

PRESETS = load_presets()
ORGANIC = PRESETS.organic
TABLES, REASONS = load_law_tables()
BY_LAW = {table.law: table for table in TABLES}
CHECKS = {check.code: check for check in discover()}
LAWS = {law.key: law for law in ORGANIC.laws}
COUNTED = {"villagers-2025": 50, "residents-2025": 50, "chongqing-2013": 44}
"""How many articles each text has, as counted in it when the table was written."""
NUMBER = re.compile(r"第([一二三四五六七八九十]+)条(?:第([一二三四五六七八九十]+)款)?")


def numbers(reference):
    found, paragraph = NUMBER.fullmatch(reference).groups()
    return number(found), None if paragraph is None else number(paragraph)


def test_the_tables_are_of_the_texts_at_hand():
    assert {table.law: table.articles for table in TABLES} == COUNTED
    assert set(COUNTED) <= set(LAWS)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.law)
def test_every_article_is_there_once_in_order(table):
    lines = [numbers(line.article) for line in table.table]
    assert sorted({one for one, _ in lines}) == list(range(1, table.articles + 1))
    assert lines == sorted(lines, key=lambda pair: (pair[0], pair[1] or 0))
    assert len(set(lines)) == len(lines)
    for one in range(1, table.articles + 1):
        paragraphs = [paragraph for each, paragraph in lines if each == one]
        assert paragraphs in ([None], list(range(1, len(paragraphs) + 1))), one


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.law)
def test_every_line_is_judged_or_says_why_not(table):
    for line in table.table:
        assert line.judged_by or line.not_judged, line.article
        assert set(line.judged_by) <= set(CHECKS), line.article
        assert line.not_judged is None or line.not_judged in REASONS
        assert line.asks.zh
        assert not re.search("[一-鿿]", line.asks.en)


def test_every_reason_is_used_and_every_check_of_the_organic_laws_is_in_a_table():
    lines = [line for table in TABLES for line in table.table]
    assert {line.not_judged for line in lines} - {None} == set(REASONS)
    used = {code for line in lines for code in line.judged_by}
    cites = {
        code
        for code, check in CHECKS.items()
        if re.search("组织法[^，；]{0,12}第.{1,4}条", check.why.zh)
    }
    assert cites - used == set()
    assert {code for code in CHECKS if code.startswith("G")} <= used


def provisions():
    """Law and article of everything that is data and names a version of a law by its key."""
    for each in ORGANIC.assemblies:
        yield from ((each.law, one) for one in (each.article, each.convened, each.asked_by) if one)
        yield from ((each.law, part.article) for part in each.parts)
    yield from ((each.law, each.article) for each in ORGANIC.cadences)
    for power in ORGANIC.powers:
        yield from ((power.law, one) for one in (power.article, power.mandate) if one)
    for seats in ORGANIC.seats:
        yield from ((seats.law, one.article) for one in (seats.size, seats.term) if one)
    for rule in ORGANIC.elections:
        articles = [rule.article, rule.direct, rule.secret, rule.contested, rule.voters.article]
        articles += [
            rule.recall.article,
            rule.voters.decided,
            rule.chosen.article,
            rule.elected_by,
            rule.proxies and rule.proxies.article,
        ]
        yield from ((rule.law, one) for one in articles if one)
    yield from ((each.law, each.article) for each in ORGANIC.limits)
    for each in ORGANIC.annulments:
        yield from ((each.law, one.article) for one in each.by)
        yield from ((each.law, one) for one in (each.orders,) if one)
    titles = {f"中华人民共和国{law.title.zh}": law.key for law in ORGANIC.laws}
    titles["重庆市实施《中华人民共和国村民委员会组织法》办法（2013年修订）"] = "chongqing-2013"
    for each in PRESETS.decision_rules:
        if each.law in titles:
            own = (each.call, each.posting, each.exclusion)
            articles = [each.article, *(one.article for one in own if one)]
            yield from ((titles[each.law], one) for one in articles)
    titles = {law.title.zh: law.key for law in ORGANIC.laws}
    for each in PRESETS.rule_making:
        if each.law.zh in titles:
            yield titles[each.law.zh], each.article.zh.partition("、")[0]


@pytest.mark.parametrize(("law", "reference"), sorted(set(provisions())))
def test_every_provision_rests_on_an_article_that_is_judged(law, reference):
    assert law in LAWS
    one, paragraph = numbers(re.match(r"第[^条]+条(?:第[^款]+款)?", reference).group())
    if law not in BY_LAW:
        return  # an older version, of which there is no table
    lines = [
        line
        for line in BY_LAW[law].table
        if numbers(line.article)[0] == one
        and (paragraph is None or numbers(line.article)[1] in (None, paragraph))
    ]
    assert any(line.judged_by for line in lines)


def test_what_yields_names_a_later_law_and_is_not_applied_since():
    yielding = [line for line in BY_LAW["chongqing-2013"].table if line.yields]
    assert [line.article for line in yielding] == ["第六条第三款", "第八条", "第十六条", "第三十条"]
    for line in yielding:
        later = LAWS[line.yields.law]
        assert later.valid.from_ == line.yields.since
        assert LAWS["chongqing-2013"].valid.from_.surely_before(line.yields.since)
        assert any(each.article == line.yields.article for each in BY_LAW[later.key].table) or any(
            each.article == line.yields.article.partition("条")[0] + "条"
            for each in BY_LAW[later.key].table
        )
        for rule in PRESETS.decision_rules:
            if rule.region == "重庆市" and rule.valid.covers(line.yields.since):
                own = [one.article for one in (rule.call, rule.posting) if one]
                assert line.article.partition("条")[0] + "条" not in own


def test_versions_of_a_law_follow_one_another():
    for family in ("villagers", "residents"):
        laws = [law for law in ORGANIC.laws if law.key.startswith(family)]
        for one, other in pairwise(laws):
            assert (other.valid.from_.earliest - one.valid.to.latest).days == 1
        assert laws[-1].valid.to is None


def test_articles_in_english():
    law = LAWS["villagers-2025"]
    assert article("第二十八条第一款第四项").en == "article 28, paragraph 1, item 4"
    assert article("第二十四条第一款第四项至第八项").en == "article 24, paragraph 1, items 4 to 8"
    assert cited(law, "第四十条").zh == "村民委员会组织法（2025年修正）第四十条"
    assert all(number(chinese(each)) == each for each in (1, 10, 11, 20, 46, 100, 105, 278, 1259))
    assert article_number(46) == "第四十六条"


def test_the_manual_has_a_page_in_both_languages():
    pages = dict(law_pages())
    assert set(pages) == set(PATHS.values())
    for text in pages.values():
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        assert len(rows) == sum(len(table.table) + 1 for table in TABLES)
    assert (
        "| 第二十五条第三款 | 每年至少召开一次 | [G004](../checks/G004.md) |" in pages[PATHS["zh"]]
    )
    english = pages[PATHS["en"]]
    assert "| article 25, paragraph 3 | At least once a year |" in english
    assert not re.search("[一-鿿]", english)
    assert "2026-01-01 起让位于村民委员会组织法（2025年修正）第三十五条第四款" in pages[PATHS["zh"]]
