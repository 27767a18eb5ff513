"""What is said of an irregular act: the whole table, in both languages, and no more than it says."""

from datetime import date

import pytest

from yizhan.facts.irregular import State, Unbacked
from yizhan.facts.settled import Unsettled, recast
from yizhan.loading.parse import build
from yizhan.model.record import Irregularity
from yizhan.model.text import Text
from yizhan.wording.irregular import cited, mark
from yizhan.wording.words import words_in

DAY = date(2026, 6, 1)
FIELDS = ("code", "article", "reason", "by", "date", "resolution")
ABOUT = Text("人数够", "enough people")
ARTICLE = "村民委员会组织法第二十六条"


def said(code, result=None, **more):
    data = {
        "code": code,
        "article": ARTICLE,
        "reason": "没有到齐。",
        "by": "c",
        "date": "2026-05-01",
    }
    if result:
        data["resolution"] = {"result": result, "by": "town", "date": "2026-05-20"} | more
    return build(Irregularity, data)


HEAD = "没有做到“人数够”，不合《村民委员会组织法》第二十六条"
HEAD_EN = "It falls short of “enough people” (the Organic Law of Villagers' Committees, article 26)"


@pytest.mark.parametrize(
    ("act", "badge", "zh", "en"),
    [
        (said("M007"), "不合规，不算数", "，不算数。", "; it does not count."),
        (said("T006"), "不合规，可争议", "，可争议。", "; it is contestable."),
        (
            said("T017"),
            "不合规，待补",
            "；这项义务要补上，效力不因此受影响。",
            "; that duty is still to be met, and its effect does not rest on it.",
        ),
        (
            said("T006", "upheld"),
            "不合规，已维持",
            "；镇政府2026年5月20日维持。",
            "; upheld by 镇政府 on 20 May 2026.",
        ),
        (
            said("T006", "ratified"),
            "不合规，已追认",
            "；镇政府2026年5月20日追认。",
            "; ratified by 镇政府 on 20 May 2026.",
        ),
        (
            said("G016", "upheld"),
            "不合规，处理算不算数没有定论",
            "；镇政府2026年5月20日维持。这样算不算数，条文没有写。",
            "; upheld by 镇政府 on 20 May 2026. Whether it counts by that, no article says.",
        ),
        (
            said("L007", "ratified"),
            "不合规，处理算不算数没有定论",
            "；镇政府2026年5月20日追认。这样算不算数，条文没有写。",
            "; ratified by 镇政府 on 20 May 2026. Whether it counts by that, no article says.",
        ),
        (
            said("T006", "annulled"),
            "不合规，已撤销",
            "；镇政府2026年5月20日撤销，从那天起没有效力。",
            "; annulled by 镇政府 on 20 May 2026, without effect from that day.",
        ),
        (
            said("T006", "annulled", from_beginning=True),
            "不合规，已撤销",
            "；镇政府2026年5月20日撤销，写明自始没有效力。",
            "; annulled by 镇政府 on 20 May 2026, expressly without effect from the beginning.",
        ),
    ],
)
def test_each_cell(act, badge, zh, en) -> None:
    chinese = mark(words_in("zh"), act, DAY, ABOUT, "村委会", "镇政府")
    assert (chinese.badge, chinese.sentence) == (badge, HEAD + zh)
    assert chinese.said_by + chinese.reason == "村委会 2026年5月1日写明：没有到齐。"
    assert mark(words_in("en"), act, DAY, ABOUT, "村委会", "镇政府").sentence == HEAD_EN + en


def test_of_an_annulment_known_to_the_month_no_day_is_said() -> None:
    act = said("T006", "annulled", date="2026-05")
    assert mark(words_in("zh"), act, DAY, ABOUT, "", "镇政府").sentence.endswith(
        "；镇政府2026年5月撤销，从撤销起没有效力。"
    )
    assert mark(words_in("en"), act, DAY, ABOUT, "", "镇政府").sentence.endswith(
        "; annulled by 镇政府 in May 2026, without effect since."
    )


def test_what_nothing_backs_cites_no_article() -> None:
    act = Unbacked(**{name: getattr(said("T006"), name) for name in FIELDS})
    found = mark(words_in("zh"), act, DAY, ABOUT, "村委会", "")
    assert found.badge == "写明过不合规"
    assert found.sentence == "写明过没有做到“人数够”；按现在的记录看不出不合规。"
    assert mark(words_in("en"), act, DAY, ABOUT, "村委会", "").sentence == (
        "It was said that it falls short of “enough people”; the records as they are now do not show it."
    )


@pytest.mark.parametrize(
    ("act", "badge", "zh", "en"),
    [
        (
            said("T006", "ratified"),
            "不合规，可争议，没有处理定",
            "，可争议。党支部2026年5月20日追认过；这样处理的应当是别人，所以没有处理定。",
            "; it is contestable. It was ratified by 党支部 on 20 May 2026, which is for others to do, so it is not settled.",
        ),
        (
            said("L007", "upheld"),
            "不合规，不算数，没有处理定",
            "，不算数。党支部2026年5月20日维持过；这样处理的应当是别人，所以没有处理定。",
            "; it does not count. It was upheld by 党支部 on 20 May 2026, which is for others to do, so it is not settled.",
        ),
        (
            said("T017", "annulled", date="2026-05"),
            "不合规，待补，没有处理定",
            "；这项义务要补上，效力不因此受影响。党支部2026年5月撤销过；这样处理的应当是别人，所以没有处理定。",
            "; that duty is still to be met, and its effect does not rest on it. It was annulled by 党支部 in May 2026, which is for others to do, so it is not settled.",
        ),
    ],
)
def test_what_others_settled_keeps_its_mark(act, badge, zh, en) -> None:
    act = recast(act, Unsettled)
    chinese = mark(words_in("zh"), act, DAY, ABOUT, "村委会", "党支部")
    assert (chinese.badge, chinese.sentence, chinese.state) == (badge, HEAD + zh, State.UNSETTLED)
    assert mark(words_in("en"), act, DAY, ABOUT, "村委会", "党支部").sentence == HEAD_EN + en
    before = mark(words_in("zh"), act, date(2026, 4, 30), ABOUT, "村委会", "党支部")
    assert before.state is State.OPEN


def test_a_step_that_is_refused_stays_so_when_it_is_ratified() -> None:
    found = mark(words_in("zh"), said("M013", "ratified"), DAY, ABOUT, "村委会", "镇政府")
    assert found.sentence.endswith(
        "；镇政府2026年5月20日追认。规程里这一步仍然不算数，事项的状态不变。"
    )


def test_a_step_that_is_refused_never_had_the_effect_that_is_annulled() -> None:
    for lang, end in (
        ("zh", "；镇政府2026年5月20日撤销；照规程这一步本来就没有生效。"),
        (
            "en",
            "; annulled by 镇政府 on 20 May 2026; under the procedure the step never took effect.",
        ),
    ):
        act = said("M013", "annulled")
        assert mark(words_in(lang), act, DAY, ABOUT, "", "镇政府").sentence.endswith(end)


@pytest.mark.parametrize("code", ["M046", "M047", "M048"])
def test_a_correction_that_is_annulled_is_not_said_to_be_without_effect(code) -> None:
    """The record says what was corrected until somebody corrects it back, and so does the page."""
    for lang, end in (
        ("zh", "；镇政府2026年5月20日撤销；记录还是更正以后的，要由没有承办的组织再更正回来。"),
        ("en", "still says what was corrected, until a body without a share corrects it back."),
    ):
        found = mark(words_in(lang), said(code, "annulled"), DAY, ABOUT, "", "镇政府").sentence
        assert found.endswith(end)
        assert "没有效力" not in found


def test_before_its_day_a_resolution_is_not_told() -> None:
    act = said("T006", "annulled")
    assert (
        mark(words_in("zh"), act, date(2026, 5, 19), ABOUT, "", "").sentence == f"{HEAD}，可争议。"
    )


@pytest.mark.parametrize(
    ("article", "shown", "english"),
    [
        (
            ARTICLE,
            "《村民委员会组织法》第二十六条",
            "the Organic Law of Villagers' Committees, article 26",
        ),
        (
            "村民委员会组织法（2018年修正）第二十六条第一款",
            "《村民委员会组织法》（2018年修正）第二十六条第一款",
            "the Organic Law of Villagers' Committees (as amended in 2018), article 26, paragraph 1",
        ),
        ("《民法典》第二百七十八条", "《民法典》第二百七十八条", "the Civil Code, article 278"),
        ("示例村章程第三条", "《示例村章程》第三条", "《示例村章程》第三条"),
        ("《示例村章程》第三条", "《示例村章程》第三条", "《示例村章程》第三条"),
        ("示例村积分办法", "“示例村积分办法”", "“示例村积分办法”"),
    ],
)
def test_what_is_cited_stands_in_title_marks(article, shown, english) -> None:
    assert cited(article) == (shown, english)
