"""Cases of checks of who may meet, decide, call and be called: assemblies, notice, cadence, powers."""

from checks.cases.shared import BY_RESIDENTS, COVENANT, OFF, PLACES, RULE_PATH, held, item, reps
from yizhan.checks.shared.annulments import COURT
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    BY_REPRESENTATIVES,
    vote,
)

OF_RESIDENTS = {
    "kind": "residents_representatives",
    "basis": "representatives",
    "due": 60,
    "present": 50,
}
IN_COMMUNITY = ("place: shili-cun\n", "place: shili-shequ\n")


def planned(**fields):
    """A villagers' assembly to come, on the fifth of April unless it says otherwise."""
    lines = {"meeting_kind": "villagers_assembly", "date": "2026-04-05", "planned": "true"} | fields
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    day = lines["date"].replace("-", "")
    path = f"records/meetings/2026/{day}-shili-assembly.yaml"
    head = f"id: {day}-shili-assembly\ntitle: 村民会议\nexample: true\nplace: shili-cun\n"
    return {path: head + text}


def by_few(text):
    return text.replace("for: 500", "for: 34")


CASES = {
    "G001-villagers-in-a-community": lambda f: (
        PLACES | held(BY_ASSEMBLY, "agenda:\n  - title: 修路\n", IN_COMMUNITY)
    ),
    "G001-residents-in-a-community": lambda f: (
        PLACES | held(BY_RESIDENTS, "agenda:\n  - title: 修路\n", IN_COMMUNITY)
    ),
    "G001-assembly-of-a-group": lambda f: f.good(
        "G001", ("place: shili-cun\n", "place: shili-cun-1\n")
    ),
    "G001-held-with-a-community": lambda f: (
        PLACES | held(BY_ASSEMBLY, "agenda:\n  - title: 修路\n", ("place: shili-cun\n", "place: shili-cun\nplaces: [shili-shequ]\n"))
    ),
    "G001-held-with-a-group-of-the-village": lambda f: f.good(
        "G001", ("place: shili-cun\n", "place: shili-cun\nplaces: [shili-cun-1]\n")
    ),
    "G001-group-held-with-its-village": lambda f: f.good(
        "G001", ("villagers_assembly", "villagers_group"), ("place: shili-cun\n", "place: shili-cun-1\nplaces: [shili-cun]\n")
    ),
    "G001-committee-held-with-a-community": lambda f: (
        PLACES | f.good("G001", ("villagers_assembly", "committee_meeting"), ("place: shili-cun\n", "place: shili-cun\nplaces: [shili-shequ]\n"))
    ),
    "G001-residents-group-in-a-village": lambda f: f.good("G001", ("villagers_assembly", "residents_group")),
    "G001-residents-group-of-a-community": lambda f: PLACES | {
        "records/places/shili-shequ-1.yaml": "id: shili-shequ-1\ntitle: 第一居民小组\nexample: true\nlevel: group\nparent: shili-shequ\n"
    } | f.good("G001", ("villagers_assembly", "residents_group"), ("place: shili-cun\n", "place: shili-shequ-1\n")),
    "G001-residents-of-a-street": lambda f: (
        PLACES
        | held(BY_RESIDENTS | {"present": 2}, item("planning"), ("place: shili-cun\n", "place: shili-jie\n"))
    ),
    "G001-nothing-else-is-judged": lambda f: held(
        BY_RESIDENTS | {"present": 2}, item("planning"), ("notice:\n  date: 2026-03-08\n  how: 村务公开栏\n", "")
    ),
    "G001-broken-line": lambda f: (
        f.place("nowhere", level="compound")
        | held(BY_RESIDENTS, "agenda:\n  - title: 修路\n", ("place: shili-cun", "place: nowhere"))
    ),
    "G002-representatives-need-none": lambda f: reps("2026-03-20"),
    "G002-planned": lambda f: planned(date="2026-06-05"),
    "G002-not-held": lambda f: f.bad(
        "G002", ("agenda:\n  - title: 修路\n", "not_held:\n  how: cancelled\n  reason: 暴雨，没有开成。\n"),
        ("attendance:\n  basis: persons\n  due: 900\n  present: 520\n", ""),
    ),
    "G002-month-of-the-notice": lambda f: f.good(
        "G002", ("date: 2026-03-08", "date: 2026-03"), ("  how: 村务公开栏\n", "  how: 公告\n")
    ),
    "G003-month-of-the-notice": lambda f: {
        path: text + "notice:\n  date: 2026-03\n  how: 公告\n" for path, text in planned().items()
    },
    "G003-time-yet": lambda f: planned(date="2026-04-11"),
    "G003-last-day": lambda f: planned(date="2026-04-10"),
    "G003-day-over": lambda f: planned(date="2026-03-20"),
    "G003-month": lambda f: planned(date="2026-04"),
    "G003-representatives": lambda f: planned(meeting_kind="villagers_representatives"),
    "G003-called-off": lambda f: planned() | {
        path: text + "not_held:\n  how: cancelled\n  reason: 暴雨。\n" for path, text in planned().items()
    },
    "G004-group-counts": lambda f: reps("2025-09-12") | reps("2025-11-14", "shili-cun-1"),
    "G004-longer-ago": lambda f: reps("2025-03-12"),
    "G004-planned": lambda f: reps("2025-09-12", more="planned: true\n"),
    "G004-before-the-grace": lambda f: reps("2025-12-12"),
    "G004-twice-says-it-once": lambda f: reps("2025-08-12") | reps("2025-09-12"),
    "G004-place-unknown": lambda f: (
        f.place("nowhere", level="compound") | reps("2025-09-12", "nowhere")
    ),
    "G004-residents-half-year": lambda f: PLACES | {
        path: text.replace("villagers_representatives", "residents_representatives")
        for path, text in reps("2025-05-12", "shili-shequ").items()
    },
    "G004-appraisal": lambda f: reps(
        "2024-09-12", more="agenda:\n  - title: 评议\n    subject: appraisal\n  - title: 其他\n"
    ) | reps("2025-10-12", more="agenda:\n  - title: 其他\n") | reps("2026-01-12"),
    "G005-only-prepared": lambda f: f.bad("G005", ("    subject: public_works\n", "")),
    "G005-deferred": lambda f: f.bad("G005", ("result: adopted", "result: deferred")),
    "G005-representatives-mandate-themselves": lambda f: held(
        BY_REPRESENTATIVES, by_few(item("mandate"))
    ),
    "G005-committee-accepts-resignation": lambda f: held(
        BY_ASSEMBLY | {"kind": "committee_meeting", "due": 5, "present": 5},
        item("resignation").replace("for: 500", "for: 5"),
    ),
    "G006-appraisal-needs-none": lambda f: held(BY_REPRESENTATIVES, by_few(item("appraisal"))),
    "G006-deferred": lambda f: held(BY_REPRESENTATIVES, by_few(item("planning", "deferred"))),
    "G006-covenant": lambda f: PLACES | {RULE_PATH: COVENANT.format(wording="unknown")} | held(
        OF_RESIDENTS,
        """\
agenda:
  - title: 居民公约
    rules: [shili-shequ-gongyue, no-such-rule]
    decisions:
      - text: 通过。
        result: adopted
        vote:
          for: 40
""",
        IN_COMMUNITY,
    ),
    "G006-covenant-changed": lambda f: PLACES | {RULE_PATH: COVENANT.format(wording="unknown")} | {
        "records/rules/shili-shequ-gongyue/amendments/shili-shequ-dogs.yaml": """\
id: shili-shequ-dogs
title: 养犬
example: true
rule: shili-shequ-gongyue
changes:
  - operation: insert
    article: dogs
    text: 遛犬要牵绳。
dossier:
  - stage: draft
    date: 2026-02-21
"""
    } | held(
        OF_RESIDENTS,
        """\
agenda:
  - title: 居民公约的修订
    amendments: [shili-shequ-dogs, no-such-amendment]
    decisions:
      - text: 通过。
        result: adopted
        vote:
          for: 40
""",
        IN_COMMUNITY,
    ),
    "G006-assembly-makes-it-itself": lambda f: (
        PLACES | {RULE_PATH: COVENANT.format(wording="unknown")} | held(
            BY_RESIDENTS,
            """\
agenda:
  - title: 居民公约
    rules: [shili-shequ-gongyue]
    decisions:
      - text: 通过。
        result: adopted
        vote:
          for: 500
""",
            IN_COMMUNITY,
        )
    ),
    "G007-not-representatives": lambda f: held(
        BY_ASSEMBLY, "mandate: 20260125-shili-assembly\nagenda:\n  - title: 修路\n"
    ),
    "G007-no-assembly": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260110-shili-deliberation\nagenda:\n  - title: 修路\n"
    ),
    "G007-another-community": lambda f: PLACES | held(
        OF_RESIDENTS, "mandate: 20260301-shili-jumin\nagenda:\n  - title: 修路\n", IN_COMMUNITY
    ) | {
        "records/meetings/2026/20260301-shili-jumin.yaml": vote(
            "居民会议", BY_RESIDENTS, "2026-03-01", "2026-02-10"
        ).replace("id: 20260301-shili-vote", "id: 20260301-shili-jumin").replace(
            "place: shili-cun", "place: shili-jie"
        )
    },
    "G007-nothing-adopted": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-shili-vote\nagenda:\n  - title: 修路\n"
    ) | {
        "records/meetings/2026/20260301-shili-vote.yaml": vote(
            "村民会议", BY_ASSEMBLY, "2026-03-01", "2026-02-10"
        )
    },
    "G007-rejected-and-something-else-adopted": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-shili-vote\nagenda:\n  - title: 修路\n"
    ) | {
        "records/meetings/2026/20260301-shili-vote.yaml": vote(
            "村民会议", BY_ASSEMBLY, "2026-03-01", "2026-02-10"
        ) + item("mandate", "rejected") + item("annual_report").removeprefix("agenda:\n")
    },
    "G006-annulled-before-it-was-used": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-shili-vote\n" + by_few(item("planning"))
    ) | {
        "records/meetings/2026/20260301-shili-vote.yaml": vote(
            "村民会议", BY_ASSEMBLY, "2026-03-01", "2026-02-10"
        ) + item("mandate") + "    irregular:\n      - code: T006\n        reason: 人不够。\n        by: shili-committee\n"
        "        date: 2026-03-02\n        resolution: {result: annulled, by: shili-court, date: 2026-03-10}\n"
    } | COURT,
    "G007-adopted-and-something-else-rejected": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-shili-vote\nagenda:\n  - title: 修路\n"
    ) | {
        "records/meetings/2026/20260301-shili-vote.yaml": vote(
            "村民会议", BY_ASSEMBLY, "2026-03-01", "2026-02-10"
        ) + item("mandate") + item("annual_report", "rejected").removeprefix("agenda:\n")
    },
    "G007-unknown": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-no-such\nagenda:\n  - title: 修路\n"
    ),
    "G005-of-an-assembly-of-elsewhere": lambda f: held(BY_RESIDENTS, item("planning")),
    "G005-of-an-assembly-of-elsewhere-that-is-acknowledged": lambda f: held(
        BY_RESIDENTS,
        item("planning")
        + "irregular:\n  - code: G001\n    article: 城市居民委员会组织法第二十六条第一款\n    reason: 叫成了居民会议。\n"
        "    by: shili-committee\n    date: 2026-03-23\n",
    ),
    "G013-cancelled": lambda f: f.bad(
        "G013",
        ("region: 重庆市", "region: 示例省"),
        ("attendance:\n  basis: representatives\n  due: 40\n  present: 36\n", OFF.format(how="cancelled")),
    ),
    "G013-postponed": lambda f: f.bad(
        "G013",
        ("attendance:\n  basis: representatives\n  due: 40\n  present: 36\n", OFF.format(how="postponed")),
    ),
    "G013-asked-in-a-month": lambda f: f.bad("G013", ("  date: 2026-03-01\n", "  date: 2026-02\n")),
    "G013-too-few": lambda f: f.bad("G013", ("count: 10", "count: 7")),
    "G013-of-how-many": lambda f: f.bad("G013", ("  of: 36\n", "")),
    "G013-elsewhere": lambda f: f.bad("G013", ("region: 重庆市", "region: 示例省")),
    "G013-by-persons": lambda f: f.bad("G013", ("  basis: representatives\n  count", "  basis: persons\n  count")),
    "G014-after": lambda f: f.good("G014", ("  date: 2026-03-01", "  date: 2026-03-25")),
    "G014-of-how-many": lambda f: f.bad("G014", ("  of: 36\n", "")),
    "G015-unknown": lambda f: f.bad("G015", ("convener: shili-office\n", "")),
    "G015-council": lambda f: f.bad(
        "G015", ("meeting_kind: villagers_assembly", "meeting_kind: council_meeting")
    ),
    "G015-group": lambda f: f.bad(
        "G015", ("meeting_kind: villagers_assembly", "meeting_kind: villagers_group"),
        ("present: 520", "present: 700"),
    ),
    "G005-a-group-decides-on-its-own-works": lambda f: f.bad(
        "G005", ("meeting_kind: committee_meeting", "meeting_kind: villagers_group")
    ),
    "G005-a-group-overrules-nobody": lambda f: f.bad(
        "G005",
        ("meeting_kind: committee_meeting", "meeting_kind: villagers_group"),
        ("place: shili-cun\n", "place: shili-cun-1\n"),
        ("subject: public_works", "subject: overruling"),
    ),
}  # fmt: skip
