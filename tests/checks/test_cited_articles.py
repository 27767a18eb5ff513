"""Articles that acknowledgments name: how they are read, and whether the law has them."""

import pytest

from yizhan.checks.shared.acknowledged import names
from yizhan.checks.shared.cited_articles import articles_in, beyond, is_known
from yizhan.loading.parse import build
from yizhan.loading.presets import load_law_tables, load_law_texts, load_presets
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.points import Scheme
from yizhan.model.rule import Rule
from yizhan.wording.irregular import cited
from yizhan.wording.numerals import written

RULE = build(
    Rule,
    {
        "id": "r",
        "title": "示例村村规民约",
        "rule_kind": "village_rules",
        "place": "cun",
        "wording": "verbatim",
        "chapters": [
            {"key": "a", "articles": [{"key": "one", "text": "一"}, {"key": "two", "text": "二"}]}
        ],
    },
)
AMENDMENT = build(
    Amendment,
    {
        "id": "a",
        "title": "修正",
        "rule": "r",
        "changes": [{"key": "c", "operation": "insert", "article": "three", "text": "三"}],
        "dossier": [],
    },
)
SCHEME = build(Scheme, {"id": "s", "title": "积分办法", "place": "cun"})
ARCHIVE = Archive((RULE, AMENDMENT, SCHEME))

THERE = (
    "民法典第一千二百六十条",
    "《中华人民共和国民法典》第一百三十四条第二款",
    "民法典第1260条",
    "民法典第２６条",
    "物权法第二百四十七条",
    "农村集体经济组织法第六十七条",
    "村民委员会组织法第五十条",
    "村民委员会组织法（2018年修正）第四十一条",
    "村民委员会组织法第三十条第二款",
    "村民委员会组织法（2025年修正）第二十八条第一款第四项",
    "村民委员会组织法第二十六条、第三十条第二款",
    "村民委员会组织法第二十五条第三款和城市居民委员会组织法第三十条第四款",
    "城市居民委员会组织法（1989年）第二十三条",
    "重庆市实施〈村民委员会组织法〉办法第四十四条",
    "北京市接诉即办工作条例第三十八条",
    "宪法第一百四十三条",
    "示例村村规民约第三条",
    "示例村村规民约",
    "示例规程",
    "示例县议事办法第三百条",
    "积分办法第九条",
    "第三十条",
)
NOT_THERE = {
    "民法典第九千条": ("条", 1260),
    "民法典第零条": ("条", 1260),
    "民法典第1261条": ("条", 1260),
    "民法典第９９９９９条": ("条", 1260),
    "《中华人民共和国民法典》第二千条第一款": ("条", 1260),
    "物权法第二百四十八条": ("条", 247),
    "村民委员会组织法第九十九条": ("条", 50),
    "村民委员会组织法（2018年修正）第四十二条": ("条", 41),
    "村民委员会组织法（2010年修订）第五十条": ("条", 41),
    "村民委员会组织法第三十条第九款": ("款", 4),
    "村民委员会组织法（2025年修正）第三十条第三款": ("款", 2),
    "村民委员会组织法（2025年修正）第30条第3款": ("款", 2),
    "村民委员会组织法（2025年修正）第三十条（第九款）": ("款", 2),
    "村民委员会组织法（2025年修正）第三十条第二款第一项": ("项", 0),
    "村民委员会组织法（2025年修正）第二十八条第一款第七项": ("项", 6),
    "村民委员会组织法第二十六条、第八十八条": ("条", 50),
    "村民委员会组织法第二十六条和民法典第九千条": ("条", 1260),
    "城市居民委员会组织法第五十一条": ("条", 50),
    "重庆市实施《中华人民共和国村民委员会组织法》办法第四十五条": ("条", 44),
    "宪法第一百四十四条": ("条", 143),
    "示例村村规民约第五百条": ("条", 3),
}


def found(ground):
    missing = (beyond(each, ARCHIVE) for each in articles_in(ground))
    return [(each.unit, each.most) for each in missing if each is not None]


@pytest.mark.parametrize("ground", THERE)
def test_what_a_law_has_or_nobody_knows_is_not_refused(ground) -> None:
    assert found(ground) == []


@pytest.mark.parametrize("ground", NOT_THERE)
def test_what_a_known_law_has_not_is_refused(ground) -> None:
    assert found(ground) == [NOT_THERE[ground]]


@pytest.mark.parametrize(
    ("ground", "known"),
    [
        ("民法典第三条", True),
        ("示例村村规民约第三条", True),
        ("积分办法第九条", True),
        ("示例县议事办法第三条", False),
        ("村民委员会组织法（1998年）第三条", False),
        ("第三条", False),
    ],
)
def test_what_is_not_at_hand_is_said_to_be_so(ground, known) -> None:
    assert [is_known(each, ARCHIVE) for each in articles_in(ground)] == [known]


def test_a_law_named_once_holds_for_the_articles_that_follow() -> None:
    read = [(each.law, each.version, each.said) for each in articles_in(
        "《村民委员会组织法》（2018年修正）第26条第1款、第二十七条，以及《民法典》第三条"
    )]  # fmt: skip
    assert read == [
        ("村民委员会组织法", "2018年修正", "第二十六条第一款"),
        ("村民委员会组织法", "2018年修正", "第二十七条"),
        ("民法典", None, "第三条"),
    ]


def test_arabic_numbers_are_the_same_article_and_shown_as_laws_write_them() -> None:
    law = "村民委员会组织法（2025年修正）第三十条第二款"
    for said in (
        "村民委员会组织法第30条",
        "村民委员会组织法第 30 条第 2 款",
        "村民委员会组织法第３０条第２款",
    ):
        assert names(said, [law], "T006")
        assert not names(said.replace("3", "4").replace("３", "４"), [law], "T006")
    assert cited("村民委员会组织法第30条第2款").zh == "《村民委员会组织法》第三十条第二款"
    assert cited("村民委员会组织法第30条").en.endswith("Villagers' Committees, article 30")
    assert written("第0条，第3章，2025年") == "第0条，第3章，2025年"


def test_the_lengths_agree_with_the_laws_article_by_article() -> None:
    texts = {(each.title, each.version): each for each in load_law_texts()}
    titles = {law.key: law.title.zh for law in load_presets().organic.laws}
    for key, title in titles.items():
        (one,) = articles_in(title + "第一条")
        assert (one.law, one.version) in texts, key
    for table in load_law_tables()[0]:
        for each in table.table:
            (one, *_) = articles_in(titles[table.law] + each.article)
            text = texts[one.law, one.version]
            assert text.articles == table.articles
            assert beyond(one, Archive(())) is None, each.article
    for each in texts.values():
        assert len(each.paragraphs) in (0, each.articles)
