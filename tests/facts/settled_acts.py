"""Acts that somebody may settle, and everybody who might, for the tests of who does."""

from dataclasses import replace

from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.body import Body
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule

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
