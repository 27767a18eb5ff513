"""Which version of the organic laws holds where, and what it asks of meetings and bodies."""

from datetime import date

import pytest

from yizhan.facts.organic_law import (
    assemblies_at,
    assembly_of,
    demanded,
    due_by_title,
    holders_by_title,
    is_committee,
    laws_at,
    misplaced,
    reserved_items,
    too_few,
    years_after,
)
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Attendance, Meeting, Request
from yizhan.model.place import Place
from yizhan.model.vocabulary import MeetingKind

ORGANIC = load_presets().organic


def line(*levels, region="示例省"):
    root = {"id": "root", "title": "区", "level": "district", "region": region}
    rest = [{"id": level, "title": level, "level": level} for level in levels]
    return tuple(build(Place, each) for each in (root, *rest))


VILLAGE, COMMUNITY = line("town", "village"), line("street", "community")


def day(text):
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("date", "where", "keys"),
    [
        ("2015-05-01", VILLAGE, {"villagers-2010"}),
        ("2018-12-28", VILLAGE, {"villagers-2010"}),
        ("2018-12-29", VILLAGE, {"villagers-2018"}),
        ("2025-12-31", VILLAGE, {"villagers-2018"}),
        ("2026-01-01", VILLAGE, {"villagers-2025"}),
        ("2025-12-31", COMMUNITY, {"residents-2018"}),
        ("2026", COMMUNITY, {"residents-2025"}),
        ("2018", VILLAGE, set()),
        ("2009-01-01", VILLAGE, set()),
        ("2026-01-01", VILLAGE[1:2], set()),
        (
            "2026-01-01",
            line("town", "village", region="重庆市"),
            {"villagers-2025", "chongqing-2013"},
        ),
        ("2026-01-01", line("street", "community", region="重庆市"), {"residents-2025"}),
        ("2013-10-31", line("town", "village", region="重庆市"), {"villagers-2010"}),
    ],
)
def test_the_version_in_force_at_a_place(date, where, keys):
    assert set(laws_at(ORGANIC, day(date), where)) == keys


@pytest.mark.parametrize(
    ("kind", "where", "law"),
    [
        ("residents_assembly", VILLAGE, "residents-2025"),
        ("residents_representatives", VILLAGE, "residents-2025"),
        ("villagers_assembly", COMMUNITY, "villagers-2025"),
        ("villagers_representatives", COMMUNITY, "villagers-2025"),
        ("villagers_group", COMMUNITY, "villagers-2025"),
        ("villagers_assembly", line("town"), "villagers-2025"),
        ("villagers_assembly", VILLAGE, None),
        ("villagers_group", line("town", "village", "group"), None),
        ("residents_assembly", COMMUNITY, None),
        ("residents_assembly", line("street", "community", "compound"), None),
        ("building_deliberation", VILLAGE, None),
        ("residents_assembly", VILLAGE[1:2], None),
    ],
)
def test_whose_assembly_a_kind_of_meeting_is(kind, where, law):
    found = misplaced(ORGANIC, MeetingKind(kind), day("2026-03-01"), where)
    assert (None if found is None else found[0].key) == law


def test_before_2026_no_law_knew_residents_representatives():
    kind = MeetingKind.RESIDENTS_REPRESENTATIVES
    assert misplaced(ORGANIC, kind, day("2025-03-01"), VILLAGE) is None


def meeting(subject, result="adopted"):
    decision = {"text": "议定。", "result": result}
    item = {"title": "事", "subject": subject, "decisions": [decision]}
    data = {"id": "20260301-x", "title": "会", "meeting_kind": "committee_meeting"}
    return build(Meeting, {**data, "place": "p", "date": "2026-03-01", "agenda": [item]})


@pytest.mark.parametrize(
    ("subject", "date", "article"),
    [
        ("public_works", "2026-03-01", "第二十八条第一款第四项"),
        ("public_works", "2025-03-01", "第二十四条第一款第三项"),
        ("planning", "2026-03-01", "第二十八条第一款第一项"),
        ("planning", "2025-03-01", None),
        ("collective_assets", "2025-03-01", "第二十四条第一款第四项至第八项"),
        ("collective_assets", "2026-03-01", None),
        ("resignation", "2026-03-01", "第二十条"),
    ],
)
def test_what_is_reserved_is_that_of_the_day(subject, date, article):
    laws = laws_at(ORGANIC, day(date), VILLAGE)
    found = [each.power.article for each in reserved_items(meeting(subject), ORGANIC, laws)]
    assert found == ([] if article is None else [article])


@pytest.mark.parametrize(
    ("subject", "date", "region", "law"),
    [
        ("resignation", "2024-05-20", "重庆市", "chongqing-2013"),
        ("development_plan", "2024-05-20", "重庆市", "chongqing-2013"),
        ("development_plan", "2013-10-31", "重庆市", None),
        ("development_plan", "2024-05-20", "示例省", None),
        ("development_plan", "2026-03-01", "重庆市", "chongqing-2013"),
        ("planning", "2024-05-20", "重庆市", None),
        ("resignation", "2026-03-01", "重庆市", "villagers-2025"),
        ("planning", "2026-03-01", "重庆市", "villagers-2025"),
        ("public_works", "2024-05-20", "重庆市", "villagers-2018"),
    ],
)
def test_local_measures_reserve_what_the_law_of_the_country_leaves_open(subject, date, region, law):
    laws = laws_at(ORGANIC, day(date), line("town", "village", region=region))
    found = [each.law.key for each in reserved_items(meeting(subject), ORGANIC, laws)]
    assert found == ([] if law is None else [law])


def test_only_what_was_decided_is_held_against_anybody():
    laws = laws_at(ORGANIC, day("2026-03-01"), VILLAGE)
    assert list(reserved_items(meeting("public_works", "deferred"), ORGANIC, laws)) == []


def asking(kind, where, date="2026-03-01"):
    laws = laws_at(ORGANIC, day(date), where)
    ((_, assembly),) = assemblies_at(ORGANIC, MeetingKind(kind), laws)
    return assembly


def ask(basis, count, of):
    data = {"date": "2026-02-01", "basis": basis, "count": count, "of": of}
    return build(Request, data)


@pytest.mark.parametrize(
    ("kind", "where", "basis", "least", "of"),
    [
        ("villagers_assembly", VILLAGE, "persons", 100, 1000),
        ("villagers_assembly", VILLAGE, "representatives", 15, 45),
        ("villagers_representatives", VILLAGE, "representatives", 9, 45),
        ("residents_assembly", COMMUNITY, "persons", 300, 3000),
        ("residents_assembly", COMMUNITY, "households", 100, 1000),
        ("residents_assembly", COMMUNITY, "representatives", 20, 60),
        ("residents_representatives", COMMUNITY, "representatives", 12, 60),
    ],
)
def test_who_may_demand_a_meeting(kind, where, basis, least, of):
    assembly = asking(kind, where)
    assert demanded(ask(basis, least, of), assembly.asking) is True
    assert demanded(ask(basis, least - 1, of), assembly.asking) is False
    assert demanded(ask(basis, least, None), assembly.asking) is None
    assert demanded(ask("owners", least, of), assembly.asking) is None


def test_a_fifth_of_the_residents_until_2025():
    assembly = asking("residents_assembly", COMMUNITY, "2025-03-01")
    assert demanded(ask("persons", 200, 1000), assembly.asking) is True
    assert demanded(ask("persons", 199, 1000), assembly.asking) is False


def short(kind, where, whole, **counts):
    parts = asking(kind, where).parts
    return [(each.title, each.need) for each in too_few(parts, whole, counts)]


def test_four_fifths_representatives_and_one_third_women():
    villagers = ("villagers_representatives", VILLAGE)
    assert short(*villagers, 45, 村民代表=36, 妇女代表=15) == []
    assert short(*villagers, 45, 村民代表=35, 妇女代表=14) == [("村民代表", 36), ("妇女代表", 15)]
    assert short(*villagers, 45, 妇女=1, 党员=2) == [("妇女", 15)]
    assert short(*villagers, 45, 代表=35, 其中妇女=14) == [("代表", 36), ("其中妇女", 15)]
    assert short(*villagers, 45, **{"村民代表（含妇女）": 35}) == [("村民代表（含妇女）", 36)]
    assert short(*villagers, 45, 妇女委员=1, 党员代表=2) == []
    assert short(*villagers, None, 村民代表=1) == []
    assert short("residents_representatives", COMMUNITY, 60, 居民代表=47) == [("居民代表", 48)]
    assert short("residents_representatives", COMMUNITY, 60, 妇女代表=1) == []


def test_counts_by_title():
    categories = [
        {"title": "妇女代表", "due": 16, "present": 15},
        {"title": "党员", "present": 3},
    ]
    attendance = {"basis": "representatives", "due": 45, "categories": categories}
    assert due_by_title(build(Attendance, attendance)) == {"妇女代表": 16}
    posts = [{"title": "村民代表", "holders": 40}, {"title": "召集人"}]
    assert holders_by_title(body("assembly", posts=posts)) == {"村民代表": 40}


def body(kind, title="示例村村民委员会", **more):
    return build(Body, {"id": "b", "title": title, "body_kind": kind, "place": "p", **more})


@pytest.mark.parametrize(
    ("found", "level", "parent", "yes"),
    [
        (body("committee"), "village", None, True),
        (body("committee"), "community", body("government"), True),
        (body("committee"), "village", body("committee"), False),
        (body("committee"), "street", None, False),
        (body("council"), "village", None, False),
        (body("committee", "黄草社区“两委”"), "community", None, False),
        (body("committee", "百安社区（党委、居委会）"), "community", None, False),
        (body("committee"), None, None, False),
    ],
)
def test_what_is_a_committee_itself(found, level, parent, yes):
    place = None if level is None else build(Place, {"id": "p", "title": "地", "level": level})
    assert is_committee(found, place, parent, ORGANIC) is yes


def test_whose_representatives_meet():
    assert assembly_of(MeetingKind.VILLAGERS_REPRESENTATIVES) is MeetingKind.VILLAGERS_ASSEMBLY
    assert assembly_of(MeetingKind.RESIDENTS_REPRESENTATIVES) is MeetingKind.RESIDENTS_ASSEMBLY
    assert assembly_of(MeetingKind.COUNCIL_MEETING) is None


def test_years_after_a_day():
    assert years_after(date(2021, 1, 20), 5) == date(2026, 1, 20)
    assert years_after(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
