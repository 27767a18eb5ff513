"""Notice of meetings and days on display, by the law and by local measures, at their boundaries."""

from __future__ import annotations

from yizhan.facts.decision import judge_notice, judge_posting
from yizhan.facts.jurisdiction import Where
from yizhan.loading.parse import build
from yizhan.model.meeting import Meeting

from .decisions import CHONGQING, RULES, keys, meeting, ruling


def notice_of(kind, notice, date="2026-06-18", regions=()):
    held = meeting(kind, date=date, **({"notice": notice} if notice else {}))
    return judge_notice(held, RULES, Where(frozenset(regions)))


def test_ten_days_notice():
    assert notice_of("villagers_assembly", {"date": "2026-06-08", "how": "广播"}).valid is True
    short = notice_of("villagers_assembly", {"date": "2026-06-09", "how": "广播"})
    assert keys(short) == ["short_notice"]
    (shortcoming,) = short.shortcomings
    assert (shortcoming.have, shortcoming.need, shortcoming.article) == (9, 10, "第二十五条")
    assert keys(notice_of("villagers_assembly", None)) == ["no_notice"]


def test_a_notice_known_to_the_month_was_given_so_many_days_ahead_at_most():
    (found,) = notice_of(
        "villagers_assembly", {"date": "2026-06", "how": "广播"}, "2026-06-09"
    ).shortcomings
    assert (found.have, found.vague) == (8, True)
    (found,) = notice_of(
        "villagers_assembly", {"date": "2026-06-01", "how": "广播"}, "2026-06-09"
    ).shortcomings
    assert (found.have, found.vague) == (8, False)


def test_special_circumstances_excuse_only_from_2026_on():
    urgent = {"date": "2026-06-17", "how": "广播", "reason": "汛情"}
    assert notice_of("villagers_assembly", urgent).valid is True
    assert notice_of("residents_assembly", urgent).valid is True
    earlier = {"date": "2025-06-17", "how": "广播", "reason": "汛情"}
    assert keys(notice_of("villagers_assembly", earlier, date="2025-06-18")) == ["short_notice"]


def test_the_later_law_goes_before_the_measure_of_2013():
    urgent = {"date": "2026-06-17", "how": "广播", "reason": "汛情"}
    assert notice_of("villagers_assembly", urgent, regions=CHONGQING).valid is True
    then = {"date": "2025-06-17", "how": "广播", "reason": "汛情"}
    found = notice_of("villagers_assembly", then, date="2025-06-18", regions=CHONGQING)
    assert keys(found) == ["short_notice", "short_notice"]


def test_each_day_has_the_name_of_the_version_then_in_force():
    def law_of(kind, date):
        return ruling(kind, date=date).rules[0].law.removeprefix("中华人民共和国")

    assert law_of("villagers_assembly", "2018-12-28") == "村民委员会组织法（2010年修订）"
    assert law_of("villagers_assembly", "2018-12-29") == "村民委员会组织法（2018年修正）"
    assert law_of("villagers_assembly", "2026-01-01") == "村民委员会组织法（2025年修正）"
    assert law_of("residents_assembly", "2018-12-28") == "城市居民委员会组织法（1989年）"
    assert law_of("residents_assembly", "2025-12-31") == "城市居民委员会组织法（2018年修正）"
    assert law_of("residents_assembly", "2026-01-01") == "城市居民委员会组织法（2025年修订）"


def test_three_days_in_chongqing_and_fifteen_for_owners():
    two = {"date": "2026-06-16", "how": "电话"}
    three = {"date": "2026-06-15", "how": "电话"}
    assert keys(notice_of("villagers_representatives", two, regions=CHONGQING)) == ["short_notice"]
    assert notice_of("villagers_representatives", three, regions=CHONGQING).valid is True
    assert notice_of("villagers_representatives", two).rules == ()
    fifteen = {"date": "2026-06-03", "how": "公告"}
    fourteen = {"date": "2026-06-04", "how": "公告"}
    assert notice_of("owners_assembly", fifteen).valid is True
    assert keys(notice_of("owners_assembly", fourteen)) == ["short_notice"]


def test_a_notice_known_to_the_month():
    month = {"date": "2026-06", "how": "公告"}
    assert keys(notice_of("villagers_assembly", month)) == ["notice_uncertain"]
    assert notice_of("villagers_assembly", month, date="2026-07-11").valid is True


def posting(start, end, regions=(), date="2026-06-18", kind="villagers_representatives", **more):
    published = {} if start is None else {"published": {"start": start, "end": end}}
    data = {"text": "定。", "result": "adopted", **published, **more}
    held = build(Meeting, {
        "id": "x", "title": "会", "meeting_kind": kind, "place": "p", "date": date,
        "agenda": [{"title": "事", "decisions": [data]}],
    })  # fmt: skip
    return judge_posting(held, held.agenda[0].decisions[0], RULES, Where(frozenset(regions)))


def test_what_assemblies_decide_is_on_display_for_fifteen_days():
    assert posting("2026-06-20", "2026-07-04").valid is True
    short = posting("2026-06-20", "2026-07-03")
    assert keys(short) == ["short_posting"]
    (shortcoming,) = short.shortcomings
    assert (shortcoming.have, shortcoming.need, shortcoming.article) == (14, 15, "第三十五条")
    assert keys(posting(None, None)) == ["no_posting"]
    assert posting(None, None, result="rejected").valid is True
    assert keys(posting("2026-06", "2026-07-04")) == ["posting_uncertain"]
    assert posting("2025-06-20", "2025-06-26", date="2025-06-18").rules == ()
    residents = posting("2026-06-20", "2026-06-30", kind="residents_assembly")
    assert residents.shortcomings[0].article == "第三十四条"


def test_ten_days_on_display_in_chongqing_before_2026():
    ten = posting("2025-06-20", "2025-06-29", CHONGQING, date="2025-06-18")
    nine = posting("2025-06-20", "2025-06-28", CHONGQING, date="2025-06-18")
    assert ten.valid is True
    assert keys(nine) == ["short_posting"]
