"""Who settles what is irregular: for every code a row, and for every body the right answer."""

from dataclasses import replace
from datetime import date

import pytest

from yizhan.checks import discover
from yizhan.facts.effects import EFFECTS
from yizhan.facts.irregular import annulled_on, is_void, marked_in, unsettled
from yizhan.facts.settled import (
    Hindrance,
    MadeGood,
    NotShown,
    Unsettled,
    hindrance,
    settles,
    weighed,
)
from yizhan.facts.settling import SETTLING, Organ
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording.settling import ORGAN_TITLE

PLACES = [
    build(Place, {"id": name, "title": name, "level": level, **more})
    for name, level, more in (
        ("xian", "district", {}),
        ("zhen", "town", {"parent": "xian"}),
        ("cun", "village", {"parent": "zhen"}),
        ("zu", "group", {"parent": "cun"}),
        ("lin", "village", {"parent": "zhen"}),
        ("waixian", "district", {}),
    )
]
BODIES = [
    build(Body, {"id": name, "title": title, "body_kind": kind, "place": place, **more})
    for name, title, kind, place, more in (
        ("all", "示例村村民会议", "assembly", "cun", {}),
        ("reps", "示例村村民代表会议", "assembly", "cun", {}),
        ("group", "一组村民小组会议", "assembly", "zu", {}),
        ("committee", "示例村村民委员会", "committee", "cun", {"parent": "town"}),
        ("council", "示例村议事会", "council", "cun", {}),
        ("party", "示例村党支部", "party", "cun", {}),
        ("townparty", "示例镇党委", "party", "zhen", {}),
        ("supervision", "示例村村务监督委员会", "supervision", "cun", {}),
        ("company", "示例物业公司", "company", "cun", {}),
        ("town", "示例镇人民政府", "government", "zhen", {}),
        ("congress", "示例镇人民代表大会", "assembly", "zhen", {}),
        ("county", "示例县人民政府", "government", "xian", {}),
        ("civil", "示例县民政局", "department", "xian", {}),
        ("court", "示例县人民法院", "department", "xian", {}),
        ("lin-all", "邻村村民会议", "assembly", "lin", {}),
        ("lin-committee", "邻村村民委员会", "committee", "lin", {}),
        ("far", "外县人民政府", "government", "waixian", {}),
        ("far-court", "外县人民法院", "department", "waixian", {}),
        ("owners", "示例村业主大会", "assembly", "cun", {}),
    )
]
EVERYBODY = frozenset(each.id for each in BODIES)
KEPT = {"court", "town", "county"}
ABOVE = KEPT | {"civil"}


def acknowledged(code, result, by, day="2026-05-20"):
    found = {"result": result, "by": by, "date": day}
    data = {"code": code, "reason": "如此。", "by": "town", "date": "2026-04-01"}
    return build(Irregularity, data | {"resolution": found})


def meeting(kind, identifier="m", day="2026-03-10", result="adopted", **more):
    decision = {"text": "修路。", "result": result}
    agenda = [{"title": "修路", "decisions": [decision]}]
    data = {"id": identifier, "title": "会", "meeting_kind": kind, "place": "cun", "date": day}
    return build(Meeting, data | {"agenda": agenda} | more)


THERE = {"basis": "persons", "due": 100, "present": 90}
HELD = {
    "all": ("villagers_assembly", "cun"),
    "reps": ("villagers_representatives", "cun"),
    "owners": ("owners_assembly", "cun"),
    "group": ("villagers_group", "zu"),
    "lin-all": ("villagers_assembly", "lin"),
}


def agreed(record, day="2026-05-20", **more):
    """A meeting of every assembly that adopted what a record is about."""
    names = {Rule: "rules", Amendment: "amendments", Matter: "matters", Scheme: "schemes"}
    names |= {Batch: "batches", Honour: "honours"}
    about = {names[type(record)]: [record.id]} if type(record) in names else {}
    title = "修路" if isinstance(record, Meeting) else record.title
    text = f"同意“{title}”。" if len(title) >= 4 else title
    item = {"title": title, "decisions": [{"text": text, "result": "adopted"}]} | about
    return [
        replace(
            meeting(kind, f"agreed-{by}", day, agenda=[item], attendance=THERE, **more), place=place
        )
        for by, (kind, place) in HELD.items()
    ]


def rule(**more):
    data = {"id": "r", "title": "规约", "rule_kind": "village_rules", "place": "cun"}
    return build(Rule, data | {"wording": "verbatim"} | more)


REPS = meeting("villagers_representatives", convener="committee")
COMMITTEE = meeting("committee_meeting", convener="committee")
ALL = meeting("villagers_assembly", convener="committee")
TALK = meeting("building_deliberation")
IN_GROUP = replace(meeting("villagers_group"), place="zu")
RULE = rule(adopted={"date": "2026-03-10", "body": "committee"})
MEASURES = rule(rule_kind="measures")
AMENDMENT = build(
    Amendment, {"id": "a", "title": "修正案", "rule": "r", "changes": [], "dossier": []}
)
STRAY = replace(AMENDMENT, rule="no-such")
BODY = build(Body, {"id": "committee", "title": "村委会", "body_kind": "committee", "place": "cun"})
HONOUR = build(
    Honour,
    {
        "id": "h",
        "title": "好人",
        "place": "cun",
        "unit": "person",
        "date": "2026-03-10",
        "body": "council",
    },
)
SCHEME = build(Scheme, {"id": "s", "title": "办法", "place": "cun"})
BATCH = build(
    Batch, {"id": "b", "title": "积分", "scheme": "s", "date": "2026-03-10", "entries": []}
)


def matter(said):
    entry = {"date": "2026-03-10", "step": "report_done", "by": "committee"}
    data = {
        "id": "x",
        "title": "路灯",
        "place": "cun",
        "procedure": "p",
        "category": "facilities",
        "raised": {"date": "2026-03-01", "by": "residents", "channel": "counter"},
        "log": [entry],
    }
    found = build(Matter, data)
    return replace(found, log=(replace(found.log[0], irregular=(said,)),))


OFFICES = ABOVE | {"all", "reps"}
TABLE = [
    # record, code, ratified by, upheld by, annulled by
    (REPS, "T006", {"all", "reps"}, KEPT, {"all", "reps", "court"}),
    (ALL, "T006", {"all"}, KEPT, {"all", "court"}),
    (COMMITTEE, "T006", {"all", "reps"}, KEPT, {"all", "reps", "court", "committee"}),
    (COMMITTEE, "G005", {"all"}, KEPT, {"all", "reps", "court", "committee"}),
    (REPS, "G005", {"all"}, KEPT, {"all", "reps", "court"}),
    (IN_GROUP, "T006", {"group"}, KEPT, {"group", "court"}),
    (
        TALK,
        "T008",
        {"all", "reps", "council", "committee", "owners"},
        KEPT | {"all", "reps", "council", "committee", "owners"},
        {"all", "reps", "council", "committee", "owners", "court"},
    ),
    (REPS, "T017", {"all", "reps"}, ABOVE, {"all", "reps", "court"}),
    (meeting("election_meeting"), "G016", set(), ABOVE, ABOVE),
    (meeting("election_meeting"), "T038", set(), ABOVE, ABOVE),
    (meeting("election_meeting"), "G022", {"all", "reps"}, ABOVE, ABOVE),
    (RULE, "L006", {"all"}, KEPT, {"all", "court", "committee"}),
    (RULE, "L007", {"all"}, KEPT, {"all", "court", "committee"}),
    (MEASURES, "L001", {"all", "reps", "council", "owners"}, KEPT, {"all", "reps", "council", "owners", "court"}),
    (AMENDMENT, "N009", {"all"}, KEPT, {"all", "court"}),
    (STRAY, "N009", set(), set(), set()),
    (RULE, "L009", {"town", "county", "civil"}, KEPT, ABOVE | {"committee"}),
    (BODY, "G009", {"all"}, ABOVE, ABOVE | {"all", "reps", "committee"}),
    (
        HONOUR,
        "H003",
        {"all", "reps", "committee", "owners"},
        ABOVE | {"all", "reps", "committee", "owners", "supervision"},
        ABOVE | {"all", "reps", "committee", "owners", "supervision", "council"},
    ),
    (
        BATCH,
        "J007",
        {"all", "reps", "committee", "owners", "council"},
        ABOVE | {"all", "reps", "committee", "owners", "council", "supervision"},
        ABOVE | {"all", "reps", "committee", "owners", "council", "supervision"},
    ),
    (replace(BATCH, scheme="no-such"), "J007", set(), set(), set()),
    (None, "M023", OFFICES, OFFICES, OFFICES | {"committee"}),
    (None, "M007", {"all", "reps"}, OFFICES, OFFICES | {"committee"}),
    (PLACES[3], "A021", OFFICES | {"council", "committee", "owners", "group"}, OFFICES | {"council", "committee", "owners", "group"}, OFFICES | {"council", "committee", "owners", "group"}),
    (REPS, "Z999", set(), set(), set()),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{getattr(row[0], 'id', 'x')}-{row[1]}")
def test_of_everybody_those_settle_it_who_can(row) -> None:
    record, code, *expected = row
    for result, wanted in zip(("ratified", "upheld", "annulled"), expected, strict=True):
        found = set()
        for by in EVERYBODY:
            said = acknowledged(code, result, by)
            asked = matter(said) if record is None else record
            archive = (
                Archive((*PLACES, *BODIES, RULE, SCHEME, asked, *agreed(asked)))
                if asked is not RULE
                else None
            )
            archive = archive or Archive((*PLACES, *BODIES, SCHEME, asked, *agreed(asked)))
            found |= {by} if settles(said, asked, archive) else set()
        assert found == set(wanted), (code, result)


def test_every_code_that_can_be_acknowledged_has_a_row() -> None:
    codes = {check.code for check in discover() if check.level is Level.IRREGULAR}
    assert set(SETTLING) == codes == set(EFFECTS)
    assert all(len(SETTLING[code].upheld) and len(SETTLING[code].annulled) for code in codes)
    assert set(ORGAN_TITLE) == set(Organ)
    named = {
        organ for row in SETTLING.values() for each in ResolutionResult for organ in row.of(each)
    }
    assert named == set(Organ)


def test_nobody_who_did_it_no_party_branch_and_nobody_elsewhere_settles_anything() -> None:
    for code in SETTLING:
        for result in ("ratified", "upheld", "annulled"):
            for record in (REPS, ALL, COMMITTEE, RULE, BODY, TALK):
                archive = Archive((*PLACES, *BODIES, record))
                for by in (
                    "party",
                    "townparty",
                    "company",
                    "lin-all",
                    "lin-committee",
                    "far",
                    "far-court",
                    "congress",
                    "nobody",
                ):
                    assert not settles(acknowledged(code, result, by), record, archive), (code, by)
            for record in (COMMITTEE, RULE, BODY) if result != "annulled" else ():
                said = acknowledged(code, result, "committee")
                assert not settles(said, record, Archive((*PLACES, *BODIES, record))), code


@pytest.mark.parametrize(
    ("later", "answer"),
    [
        (meeting("villagers_representatives", "later", "2026-05-20", attendance=THERE), True),
        (meeting("villagers_representatives", "later", "2026-05-20"), False),
        (meeting("villagers_representatives", "later", "2026-05-18", end_date="2026-05-20", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-05-20", "rejected", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-05-21", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-03-10", attendance=THERE), False),
        (meeting("villagers_assembly", "later", "2026-05-20", attendance=THERE), False),
        (replace(meeting("villagers_representatives", "later", "2026-05-20", attendance=THERE), place="lin"), False),
        (
            meeting(
                "villagers_representatives",
                "later",
                "2026-05-20",
                not_held={"how": "cancelled", "reason": "暴雨。"},
            ),
            False,
        ),
    ],
    ids=("held", "nobody says who was there", "begun before", "rejected", "the day after", "itself", "another kind", "elsewhere", "cancelled"),
)  # fmt: skip
def test_those_who_met_settle_it_by_meeting_anew_on_record(later, answer) -> None:
    archive = Archive((*PLACES, *BODIES, REPS, later))
    assert settles(acknowledged("T006", "ratified", "reps"), REPS, archive) is answer
    assert not settles(acknowledged("G005", "ratified", "reps"), REPS, archive)


def test_an_act_that_is_not_settled_says_so_and_a_condition_is_made_good_by_its_maker_alone() -> (
    None
):
    archive = Archive((*PLACES, *BODIES, RULE, *agreed(RULE)))
    for code, by, model in (
        ("L006", "party", Unsettled),
        ("L006", "all", Irregularity),
        ("L007", "all", MadeGood),
        ("L007", "party", Unsettled),
    ):
        said = acknowledged(code, "ratified", by)
        found = weighed(said, RULE, archive)
        assert type(found) is model
        assert weighed(found, RULE, archive) is found
    assert type(weighed(acknowledged("L007", "upheld", "court"), RULE, archive)) is Irregularity


def test_a_government_does_not_uphold_its_own_annulment() -> None:
    annulled, said = (
        acknowledged("T006", "annulled", "town"),
        acknowledged("R012", "upheld", "town"),
    )
    record = replace(REPS, irregular=(annulled, said))
    archive = Archive((*PLACES, *BODIES, record))
    assert not settles(said, record, archive)
    assert settles(acknowledged("R012", "upheld", "county"), record, archive)


@pytest.mark.parametrize(("by", "void"), [("party", False), ("town", True)])
def test_a_step_that_others_annul_stays_and_its_record_says_so(by, void) -> None:
    record = matter(acknowledged("M023", "annulled", by))
    marked = unsettled(record, Archive((*PLACES, *BODIES, record)))
    assert is_void(marked.log[0].irregular, date(2026, 6, 30)) is void
    assert (annulled_on(marked.log[0].irregular, date(2026, 6, 30)) is not None) is void
    assert (marked is record) is void
    assert bool(marked_in(marked)) is not void


def later(title="修路", text="修路。", by="villagers_representatives", **more):
    item = {"title": title, "decisions": [{"text": text, "result": "adopted"}]}
    item |= more.pop("item", {})
    more = {"attendance": THERE, "agenda": [item]} | more
    return meeting(by, "later", "2026-05-20", **more)


def open_mark(**more):
    return {"code": "T006", "reason": "人不够。", "by": "town", "date": "2026-05-21"} | more


@pytest.mark.parametrize(
    ("anew", "shown"),
    [
        (later(), True),
        (later("谈修水渠", "修水渠。"), False),
        (later("上次的事", "追认3月10日会议的决定。"), True),
        (later("上次的事", "追认3月10日会议的决定；食宿一项不追认。"), True),
        (later("上次的事", "不追认3月10日会议的决定。"), False),
        (later("上次的事", "传达3月10日会议精神。"), False),
        (later("上次的事", "追认13月10日会议的决定。"), False),
        (later("修路", "修路的事不予追认。"), False),
        (later("修路", "修路的事下次再议。"), False),
        (later(irregular=[open_mark()]), False),
        (later(item={"irregular": [open_mark()]}), False),
        (later(irregular=[open_mark(code="T017")]), True),
        (later(irregular=[open_mark(resolution={"result": "upheld", "by": "court", "date": "2026-06-01"})]), True),
        (later(irregular=[open_mark(resolution={"result": "upheld", "by": "party", "date": "2026-06-01"})]), False),
        (later(irregular=[open_mark(resolution={"result": "annulled", "by": "court", "date": "2026-06-01"})]), False),
        (later(attendance={"basis": "persons", "due": 100}), False),
    ],
)  # fmt: skip
def test_a_meeting_anew_settles_what_it_dealt_with_and_only_without_a_flaw_of_its_own(
    anew, shown
) -> None:
    archive = Archive((*PLACES, *BODIES, REPS, anew))
    said = acknowledged("T006", "ratified", "reps")
    assert settles(said, REPS, archive) is shown
    assert (hindrance(said, REPS, archive) is Hindrance.NO_MEETING) is not shown
    assert isinstance(weighed(said, REPS, archive), NotShown) is not shown


def test_an_annulment_by_those_who_met_anew_may_well_refuse() -> None:
    said = acknowledged("T006", "annulled", "reps")
    archive = Archive((*PLACES, *BODIES, REPS, later("修路", "修路的决定撤销。")))
    assert settles(said, REPS, archive)


def test_of_several_things_each_is_dealt_with_and_of_one_motion_that_one() -> None:
    two = [
        {"text": "修甲段道路。", "result": "adopted"},
        {"text": "修乙段道路。", "result": "adopted"},
    ]
    said = acknowledged("T006", "ratified", "reps")
    record = meeting("villagers_representatives", agenda=[{"title": "修路", "decisions": two}])
    decisions = record.agenda[0].decisions
    marked = replace(decisions[1], irregular=(said,))
    item = replace(record.agenda[0], decisions=(decisions[0], marked))
    record = replace(record, agenda=(item,))
    for text, answer in (("修甲段道路。", False), ("修乙段道路。", True)):
        archive = Archive((*PLACES, *BODIES, record, later("再开", text)))
        assert settles(said, record, archive) is answer, text
    named = meeting("villagers_representatives", agenda=[
        {"title": "规约", "rules": ["r", "gone"], "decisions": two[:1]},
        {"title": "听汇报"},
    ])  # fmt: skip
    for rules, answer in ((["r", "gone"], True), (["r"], False), (["gone"], False)):
        archive = Archive((*PLACES, *BODIES, RULE, named, later(item={"rules": rules})))
        assert settles(said, named, archive) is answer, rules


def test_who_presides_is_agreed_to_where_the_post_is_filled() -> None:
    elected = {
        "post": "主任", "title": "选举", "body": "committee", "seats": 1,
        "result": "elected", "candidates": [{"actor": {"name": "甲"}, "elected": True}],
    }  # fmt: skip
    elected.pop("candidates")
    anew = later(
        "补选",
        by="villagers_assembly",
        item={"decisions": [], "elections": [elected | {"candidates": []}]},
    )
    said = acknowledged("G009", "ratified", "all")
    assert settles(said, BODY, Archive((*PLACES, *BODIES, anew)))


def test_representatives_never_overrule_what_the_assembly_voted_down() -> None:
    said = acknowledged("L007", "ratified", "reps")
    down = meeting("villagers_assembly", "down", "2026-03-10", "rejected")
    down = replace(down, agenda=(replace(down.agenda[0], rules=("r",)),))
    for before, why in (((), None), ((down,), Hindrance.OVERRULED)):
        archive = Archive((*PLACES, *BODIES, MEASURES, *agreed(MEASURES)[1:], *before))
        assert hindrance(said, MEASURES, archive) is why
    by_all = acknowledged("L007", "ratified", "all")
    archive = Archive((*PLACES, *BODIES, MEASURES, *agreed(MEASURES), down))
    assert hindrance(by_all, MEASURES, archive) is None
    none = Archive((*PLACES, *BODIES, MEASURES, down))
    assert hindrance(by_all, MEASURES, none) is Hindrance.NO_MEETING
