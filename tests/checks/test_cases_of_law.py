"""What the examples leave out, of checks of the organic laws: an example changed a little.

Each case has its golden file ``expected/<CODE>-<name>.txt``; where the file is empty nothing may
be found.
"""

from pathlib import Path

import pytest

from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    BY_REPRESENTATIVES,
    NOISE_PATH,
    NOISE_RAISED,
    VOTE_PATH,
    elect,
    vote,
)

EXPECTED = Path(__file__).parent / "expected"
PLACES = {
    "records/places/shili-jie.yaml": """\
id: shili-jie
title: 示例街道
example: true
level: street
parent: shili-xian
""",
    "records/places/shili-shequ.yaml": """\
id: shili-shequ
title: 示例社区
example: true
level: community
parent: shili-jie
""",
}
COMMUNITY_BODY = {
    "records/bodies/shili-juweihui.yaml": """\
id: shili-juweihui
title: 示例社区居民委员会
example: true
body_kind: committee
place: shili-shequ
members: 7
"""
}
RULE_PATH = "records/rules/shili-shequ-gongyue/rule.yaml"
COVENANT = """\
id: shili-shequ-gongyue
title: 示例社区居民公约
example: true
rule_kind: residents_covenant
place: shili-shequ
wording: {wording}
adopted:
  date: 2026-03-22
  meeting: 20260322-shili-vote
filing:
  date: 2026-03-25
"""
OF_RESIDENTS = {
    "kind": "residents_representatives",
    "basis": "representatives",
    "due": 60,
    "present": 50,
}
BY_RESIDENTS = BY_ASSEMBLY | {"kind": "residents_assembly"}
IN_COMMUNITY = ("place: shili-cun\n", "place: shili-shequ\n")


def planned(**fields):
    """A villagers' assembly to come, on the fifth of April unless it says otherwise."""
    lines = {"meeting_kind": "villagers_assembly", "date": "2026-04-05", "planned": "true"} | fields
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    day = lines["date"].replace("-", "")
    path = f"records/meetings/2026/{day}-shili-assembly.yaml"
    head = f"id: {day}-shili-assembly\ntitle: 村民会议\nexample: true\nplace: shili-cun\n"
    return {path: head + text}


def held(attended, agenda, *edits):
    text = vote("会议", attended) + agenda
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return {VOTE_PATH: text}


def item(subject, result="adopted", more=""):
    return f"""\
{more}agenda:
  - title: 一件事
    subject: {subject}
    decisions:
      - text: 同意。
        result: {result}
        vote:
          for: {20 if result == "rejected" else 500}
"""


def by_few(text):
    return text.replace("for: 500", "for: 34")


def reps(date, place="shili-cun", more=""):
    """A meeting of villagers' representatives of which nothing more is known."""
    day = date.replace("-", "")
    return {
        f"records/meetings/{date[:4]}/{day}-reps.yaml": f"""\
id: {day}-reps
title: 村民代表会议
example: true
meeting_kind: villagers_representatives
place: {place}
date: {date}
{more}"""
    }


def rule_of(text, kind="customs", place="shili-cun", **adopted):
    lines = "".join(f"  {key}: {value}\n" for key, value in adopted.items())
    head = f"adopted:\n{lines}" if adopted else ""
    return {
        "records/rules/shili-lanes/rule.yaml": f"""\
id: shili-lanes
title: 巷道约定
example: true
rule_kind: {kind}
place: {place}
wording: verbatim
{head}chapters:
  - key: general
    articles:
      - key: litter
        text: {text}
"""
    }


def dogs(text, stations):
    return {
        "records/rules/shili-rules/amendments/shili-rules-dogs.yaml": f"""\
id: shili-rules-dogs
title: 增加养犬的规定
example: true
rule: shili-rules
changes:
  - operation: insert
    article: dogs
    after: quiet
    text: {text}
  - operation: repeal
    article: litter
dossier:
{stations}"""
    }


ANNULLED = """\
irregular:
  - code: N009
    reason: 到会不足，照样通过。
    by: shili-committee
    date: 2026-03-01
    resolution: {result: annulled, by: shili-office, date: 2026-03-28}
"""
ELECTION_COMMITTEE = {
    "records/bodies/shili-election.yaml": "id: shili-election\ntitle: 示例村村民选举委员会\nexample: true\nbody_kind: committee\nplace: shili-cun\n"
}
COURT = {
    "records/bodies/shili-court.yaml": "id: shili-court\ntitle: 示例县人民法院\nexample: true\nbody_kind: department\nplace: shili-xian\n"
}
FURTHER = """\
  - title: 选举主任（另行选举）
    elections:
      - title: 选举主任（另行选举）
        body: shili-committee
        post: 主任
        seats: 1
        eligible: 900
        runoff_of: first
        method: ballot
        ballots: {issued: 900, returned: 500}
        candidates:
          - {key: a, votes: 300, elected: true}
          - {key: c, votes: 190}
        result: elected
"""
SHOWN = """\
        result: elected
        published:
          start: {}
          end: 2026-04-10
          where: 村务公开栏
"""
OFF = "planned: true\nnot_held:\n  how: {how}\n  reason: 暴雨。\n"
DRAFT = "  - stage: draft\n    date: 2026-02-21\n"

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
    "G007-unknown": lambda f: held(
        BY_REPRESENTATIVES, "mandate: 20260301-no-such\nagenda:\n  - title: 修路\n"
    ),
    "G008-body": lambda f: {
        "records/bodies/shili-reps.yaml": """\
id: shili-reps
title: 示例村村民代表会议
example: true
body_kind: assembly
place: shili-cun
members: 45
posts:
  - title: 村民代表
    holders: 35
  - title: 妇女村民代表
    holders: 15
"""
    },
    "G008-body-of-all": lambda f: {
        "records/bodies/shili-all.yaml": """\
id: shili-all
title: 示例村村民会议
example: true
body_kind: assembly
place: shili-cun
members: 900
posts:
  - title: 村民代表
    holders: 35
"""
    },
    "G008-no-attendance": lambda f: reps("2026-03-20"),
    "G009-sub-committee": lambda f: {
        "records/bodies/shili-mediators.yaml": """\
id: shili-mediators
title: 人民调解委员会
example: true
body_kind: committee
place: shili-cun
parent: shili-committee
members: 9
"""
    },
    "G009-residents": lambda f: PLACES | {
        path: text.replace("members: 7", "members: 4") for path, text in COMMUNITY_BODY.items()
    },
    "G009-ended-under-the-law-of-2010": lambda f: f.bad(
        "G009", ("members: 8\n", "members: 8\nestablished: 2011-01-01\ndissolved: 2017-01-01\n")
    ),
    "G009-ended-before-any-law-on-hand": lambda f: f.bad(
        "G009", ("members: 8\n", "members: 8\nestablished: 2005-01-01\ndissolved: 2009-01-01\n")
    ),
    "G009-ended-in-the-year-of-a-change": lambda f: f.bad(
        "G009", ("members: 8\n", "members: 8\ndissolved: 2010\n")
    ),
    "G009-to-end-some-day": lambda f: f.bad("G009", ("members: 8\n", "members: 8\ndissolved: 2027-01-01\n")),
    "G008-body-that-ended": lambda f: {
        "records/bodies/shili-reps.yaml": """\
id: shili-reps
title: 示例村村民代表会议
example: true
body_kind: assembly
place: shili-cun
dissolved: 2009-03-01
members: 45
posts:
  - title: 村民代表
    holders: 35
"""
    },
    "G021-before-any-law-on-hand": lambda f: f.bad(
        "G021", ("place: shili-cun\n", "place: shili-cun\ndissolved: 2009-01-01\n")
    ),
    "G009-not-said": lambda f: f.bad("G009", ("members: 8\n", "")),
    "G010-began-before-2018": lambda f: f.bad(
        "G010", ("start: 2026-01-20", "start: 2017-01-20"), ("2031-06-30", "2025-06-30")
    ),
    "G010-appointed": lambda f: f.bad("G010", ("chosen_by: elected", "chosen_by: appointed")),
    "G010-no-start": lambda f: f.bad("G010", ("    start: 2026-01-20\n", "")),
    "G010-joint-body": lambda f: f.bad("G010", ("title: 示例村村民委员会", "title: 示例村“两委”")),
    "G010-representatives": lambda f: {
        "records/bodies/shili-reps.yaml": """\
id: shili-reps
title: 示例村村民代表会议
example: true
body_kind: assembly
place: shili-cun
posts:
  - title: 村民代表
    holders: 36
    chosen_by: elected
    start: 2026-01
    end: 2031-03
  - title: 召集人
    chosen_by: elected
    start: 2026-01
    end: 2032-03
"""
    },
    "G011-not-yet": lambda f: f.bad("G011", ("2021-01-20", "2021-04-20")),
    "G011-dissolved": lambda f: f.bad(
        "G011", ("place: shili-cun\n", "place: shili-cun\ndissolved: 2025-12-31\n")
    ),
    "G011-end-said": lambda f: f.bad(
        "G011", ("start: 2021-01-20\n", "start: 2021-01-20\n    end: 2026-04-30\n")
    ),
    "G012-owners": lambda f: rule_of("乱停的罚款五十元。", "owners_covenant"),
    "G012-adopted-in-2022": lambda f: rule_of("乱停的罚款五十元。", "village_rules", date="2022-05-01")
    | {
        "records/rules/shili-lanes/rule.yaml": rule_of(
            "乱停的罚款五十元。", "village_rules", date="2022-05-01"
        )["records/rules/shili-lanes/rule.yaml"]
        + "filing:\n  date: 2022-05-10\n"
    },
    "G012-year-of-a-change": lambda f: {
        path: text + "filing:\n  date: 2018-12-31\n"
        for path, text in rule_of("乱停的罚款五十元。", "village_rules", date="2018").items()
    },
    "G012-draft": lambda f: dogs("遛犬不牵绳的，罚款五十元。", DRAFT),
    "G012-unknown-rule": lambda f: {
        path: text.replace("rule: shili-rules\n", "rule: no-such-rule\n")
        for path, text in dogs("不牵绳的，罚款五十元。", DRAFT).items()
    },
    "G012-decision": lambda f: held(
        BY_ASSEMBLY, item("planning").replace("text: 同意。", "text: 违章建房的罚款二千元。")
    ),
    "G012-rejected": lambda f: held(
        BY_ASSEMBLY,
        item("planning", "rejected").replace("text: 同意。", "text: 违章建房的罚款二千元。"),
    ),
    "G012-covenant-of-2020": lambda f: PLACES
    | {
        RULE_PATH: COVENANT.format(wording="verbatim")
        .replace("2026-03-22\n", "2020-03-22\n")
        .replace("  meeting: 20260322-shili-vote\n", "")
        .replace("2026-03-25", "2020-03-25")
        + "chapters:\n  - key: all\n    articles:\n      - key: one\n        text: 乱停的罚款五十元。\n"
    },
    "G012-residents-decision-of-2025": lambda f: PLACES
    | {
        "records/meetings/2025/20251022-shili-vote.yaml": vote(
            "居民会议", BY_RESIDENTS, "2025-10-22", "2025-10-02"
        ).replace("place: shili-cun", "place: shili-shequ")
        + item("planning").replace("text: 同意。", "text: 乱停的罚款五十元。")
    },
    "G012-talk": lambda f: f.meeting(
        "20260318-shili-talk",
        """\
meeting_kind: building_deliberation
date: 2026-03-18
agenda:
  - title: 卫生
    decisions:
      - text: 有人提出罚款五十元。
        result: adopted
""",
    ),
    "G019-by-owners": lambda f: f.bad("G019", ("  basis: voters", "  basis: owners")),
    "G019-other-rule": lambda f: f.bad("G019", ("villagers-recall", "residents-recall")),
    "G019-no-rule": lambda f: f.bad("G019", ("        rule: villagers-recall\n", "")),
    "G019-of-how-many": lambda f: f.bad("G019", ("  of: 900\n", "")),
    "G022-called-by-itself": lambda f: f.good(
        "G022", ("villagers_assembly", "election_meeting"), ("notice:", "convener: shili-committee\nnotice:")
    ),
    "G022-an-assembly-is-called-by-the-committee": lambda f: f.good(
        "G022", ("notice:", "convener: shili-committee\nnotice:")
    ),
    "G022-chaired-by-the-election-committee-too": lambda f: f.bad(
        "G022", ("  - body: shili-committee\n", "  - body: shili-committee\n  - body: shili-election\n")
    ) | ELECTION_COMMITTEE,
    "G022-chaired-by-a-post-of-the-election-committee": lambda f: f.bad(
        "G022", ("  - body: shili-committee\n", "  - body: shili-committee\n    post: 选举委员会主任\n")
    ),
    "G005-of-an-assembly-of-elsewhere": lambda f: held(BY_RESIDENTS, item("planning")),
    "G005-of-an-assembly-of-elsewhere-that-is-acknowledged": lambda f: held(
        BY_RESIDENTS,
        item("planning")
        + "irregular:\n  - code: G001\n    article: 城市居民委员会组织法第二十六条第一款\n    reason: 叫成了居民会议。\n"
        "    by: shili-committee\n    date: 2026-03-23\n",
    ),
    "G022-chaired-by-the-town": lambda f: f.bad(
        "G022", ("  - body: shili-committee\n", "  - body: shili-office\n")
    ),
    "G022-chaired-by-people": lambda f: f.bad(
        "G022", ("  - body: shili-committee\n", "  - group: members\n    number: 3\n")
    ),
    "G022-to-fill-a-vacancy": lambda f: f.bad(
        "G022", ("  - title: 选举主任\n    elections", "  - title: 选举主任\n    subject: by_election\n    elections")
    ),
    "G032-with-the-supervisors": lambda f: f.bad(
        "G032", ("  - body: shili-committee\n", "  - body: shili-committee\n  - body: shili-office\n    post: 村务监督小组组长\n")
    ),
    "G032-by-the-town": lambda f: f.bad("G032", ("  - body: shili-committee\n", "  - body: shili-office\n")),
    "G032-by-people": lambda f: f.bad("G032", ("  - body: shili-committee\n", "  - group: members\n    number: 3\n")),
    "G032-put-off": lambda f: f.bad("G032", ("outcome: discussed", "outcome: deferred")),
    "G032-of-something-else": lambda f: f.bad("G032", ("    subject: appraisal\n", "")),
    "G032-nobody-says-who-chaired": lambda f: f.bad("G032", ("chaired_by:\n  - body: shili-committee\n", "")),
    "G032-of-residents-before-their-law-of-2025": lambda f: PLACES | {
        path: text.replace("shili-cun\n", "shili-shequ\n").replace("2026", "2025").replace("villagers_rep", "residents_rep")
        for path, text in f.bad("G032").items()
    },
    "G031-of-residents-by-a-group": lambda f: PLACES | {
        path: text.replace("shili-cun\n", "shili-shequ\n")
        for path, text in f.bad("G031", ("council_meeting", "residents_group")).items()
    },
    "G031-of-residents-by-their-representatives": lambda f: PLACES | {
        path: text.replace("shili-cun\n", "shili-shequ\n")
        for path, text in f.bad("G031", ("council_meeting", "residents_representatives")).items()
    },
    "G031-nobody-says-who-met": lambda f: f.bad("G031", ("council_meeting", "election_meeting")),
    "G031-another-body": lambda f: f.bad("G031", ("村民选举委员会\nexample: true\nbody", "修路小组\nexample: true\nbody")),
    "G030-of-how-many": lambda f: f.good("G030", ("  of: 900\n", "")),
    "G030-by-owners": lambda f: f.good("G030", ("  basis: voters", "  basis: owners")),
    "G030-another-rule": lambda f: f.bad("G030", ("villagers-recall", "residents-recall")),
    "G030-no-rule": lambda f: f.bad("G030", ("        rule: villagers-recall\n", "")),
    "G030-not-held": lambda f: f.bad(
        "G030",
        ("agenda:", OFF.format(how="cancelled") + "agenda:"),
        ("attendance:\n  basis: persons\n  due: 900\n  present: 520\n", ""),
    ),
    "R011-of-the-assembly": lambda f: f.bad("R011", ("villagers_representatives", "villagers_assembly")),
    "R011-of-the-assembly-by-the-committee": lambda f: f.bad(
        "R011", ("villagers_representatives", "villagers_assembly"), ("by: shili-office", "by: shili-committee")
    ),
    "R011-of-the-committee": lambda f: f.bad(
        "R011", ("villagers_representatives", "committee_meeting"), ("notice:", "convener: shili-committee\nnotice:")
    ),
    "R011-of-the-committee-by-a-court": lambda f: f.bad(
        "R011", ("villagers_representatives", "committee_meeting"), ("notice:", "convener: shili-committee\nnotice:"),
        ("by: shili-office", "by: shili-court"),
    ) | COURT,
    "R011-of-a-committee-that-nobody-names": lambda f: f.bad(
        "R011", ("villagers_representatives", "committee_meeting")
    ),
    "R011-of-a-deliberation": lambda f: f.bad("R011", ("villagers_representatives", "building_deliberation")),
    "R011-upheld": lambda f: f.bad("R011", ("result: annulled", "result: upheld")),
    "R011-by-nobody-known": lambda f: f.bad("R011", ("by: shili-office", "by: no-such")),
    "R011-of-a-rule": lambda f: rule_of("遛犬要牵绳。", "village_rules", date="2026-02-01") | {
        "records/rules/shili-lanes/rule.yaml": rule_of("遛犬要牵绳。", "village_rules", date="2026-02-01")[
            "records/rules/shili-lanes/rule.yaml"
        ]
        + ANNULLED
    },
    "R011-of-an-amendment": lambda f: {
        path: text + ANNULLED for path, text in dogs("遛犬要牵绳。", DRAFT).items()
    },
    "R011-of-an-amendment-of-nothing": lambda f: {
        path: text.replace("rule: shili-rules\n", "rule: no-such-rule\n") + ANNULLED
        for path, text in dogs("遛犬要牵绳。", DRAFT).items()
    },
    "R011-of-measures": lambda f: {
        path: text + ANNULLED for path, text in rule_of("遛犬要牵绳。", "measures", date="2026-02-01").items()
    },
    "R011-of-a-matter": lambda f: {
        NOISE_PATH: NOISE_RAISED + ANNULLED
    },
    "G013-cancelled": lambda f: f.bad(
        "G013",
        ("region: 重庆市", "region: 示例省"),
        ("attendance:\n  basis: representatives\n  due: 40\n  present: 36\n", OFF.format(how="cancelled")),
    ),
    "G013-postponed": lambda f: f.bad(
        "G013",
        ("attendance:\n  basis: representatives\n  due: 40\n  present: 36\n", OFF.format(how="postponed")),
    ),
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
    "G009-a-committee-for-the-election": lambda f: f.bad(
        "G009", ("村民委员会", "村民选举委员会")
    ),
    "G017-a-list-after-the-vote": lambda f: f.good(
        "G017", ("published: 2026-03-02", "published: 2026-03-27")
    ),
    "G016-votes": lambda f: held(BY_ASSEMBLY, elect(returned=500, votes=250)),
    "G016-representatives": lambda f: held(BY_REPRESENTATIVES, elect(returned=36, votes=30)),
    "G016-a-vacancy-filled-by-some": lambda f: f.good(
        "G016",
        ("meeting_kind: villagers_assembly", "meeting_kind: committee_meeting"),
        ("    elections:\n", "    subject: by_election\n    elections:\n"),
    ),
    "G016-of-a-party-meeting": lambda f: f.good(
        "G016", ("meeting_kind: villagers_assembly", "meeting_kind: party_meeting")
    ),
    "G016-of-another-village": lambda f: (
        f.good("G016", ("place: shili-cun", "place: shili-next"))
        | f.place("shili-next", level="village", parent="shili-zhen")
    ),
    "G016-other-body": lambda f: f.bad("G016", ("body: shili-committee", "body: shili-office")),
    "G016-no-body": lambda f: f.bad("G016", ("        body: shili-committee\n", "")),
    "G017-open-vote": lambda f: f.good("G017", ("method: ballot", "method: show_of_hands")),
    "G017-contest": lambda f: f.good("G017", ("seats: 1", "seats: 2"), ("result: elected", "result: partly")),
    "G017-proxies": lambda f: f.good(
        "G017", ("  present: 520\n", "  present: 520\n  proxies:\n    number: 8\n    most: 4\n")
    ),
    "G017-proxies-at-the-item": lambda f: f.good(
        "G017",
        (
            "  - title: 选举主任\n    elections",
            ("  - title: 选举主任\n    attendance:\n      basis: persons\n      due: 900\n      present: 520\n"
            "      proxies:\n        number: 8\n        most: 4\n    elections"),
        ),
    ),
    "G017-a-further-vote-without-who-had-most": lambda f: held(
        BY_ASSEMBLY,
        elect(votes=240).replace("            elected: true\n", "").replace(
            "        result: elected\n",
            "          - key: c\n            votes: 20\n        key: first\n        result: runoff\n",
        )
        + FURTHER,
    ),
    "G017-a-further-vote-of-no-such-vote": lambda f: held(
        BY_ASSEMBLY, elect().replace("seats: 1\n", "seats: 1\n        runoff_of: nothing\n")
    ),
    "G017-a-further-vote-of-no-such-meeting": lambda f: held(
        BY_ASSEMBLY,
        elect().replace(
            "seats: 1\n", "seats: 1\n        runoff_of: nothing\n        runoff_meeting: 20260101-no-such\n"
        ),
    ),
    "G017-decided-late": lambda f: f.good(
        "G017",
        (
            "          published: 2026-03-02\n",
            ("          published: 2026-03-02\n          objections:\n"
            "            - date: 2026-03-04\n              decided: 2026-03-10\n"),
        ),
    ),
    "G020-result-days-later": lambda f: f.good("G020", ("        result: elected\n", SHOWN.format("2026-03-28"))),
    "G020-result-on-the-spot": lambda f: f.good("G020", ("        result: elected\n", SHOWN.format("2026-03-22"))),
    "G020-result-that-month": lambda f: f.good("G020", ("        result: elected\n", SHOWN.format("2026-03"))),
    "G020-result-on-the-second-day": lambda f: f.good(
        "G020",
        ("        result: elected\n", SHOWN.format("2026-03-23")),
        ("agenda:", "sessions:\n  - title: 第二天\n    key: second\n    session_kind: sitting\n    date: 2026-03-23\nagenda:"),
    ),
    "G020-ballots": lambda f: f.good(
        "G020", ("        ballots:\n          issued: 900\n          returned: 500\n", "")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    code = name[:4]
    found = lay(CASES[name](files))
    assert [each for each in found if each.code[0] in "YS"] == []  # else it says nothing
    expect(name, tuple(each for each in found if each.code == code))


def test_every_case_has_its_expectation():
    kept = {path.stem for code in ("G*", "R011") for path in EXPECTED.glob(f"{code}-*.txt")}
    assert kept == {name for name in CASES if name.startswith(("G", "R011"))}
