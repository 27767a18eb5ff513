"""Cases of checks of committees and elections: seats, terms, conduct, recall."""

from checks.cases.shared import OFF, PLACES, held, reps
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    BY_REPRESENTATIVES,
    elect,
)

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
ELECTION_COMMITTEE = {
    "records/bodies/shili-election.yaml": "id: shili-election\ntitle: 示例村村民选举委员会\nexample: true\nbody_kind: committee\nplace: shili-cun\n"
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


def nominated_by(body: str, by: str | None = None) -> tuple[str, str]:
    """The first candidate of an election as nominated by a body, or by whoever else is written."""
    candidate = "          - key: a\n"
    return (
        candidate,
        f"{candidate}            nominated_by:\n              - {by or f'body: {body}'}\n",
    )


CASES = {
    "G008-women-among-them": lambda f: f.bad("G008", ("title: 妇女代表", "title: 其中：妇女")),
    "G008-representatives-with-women": lambda f: f.bad("G008", ("title: 妇女代表", "title: 女性（村民代表）")),
    "G008-more-there-than-due": lambda f: f.bad("G008", ("      present: 10\n", "      present: 99\n")),
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
    "G009-by-its-posts": lambda f: f.bad("G009", ("members: 8\n", "posts:\n  - title: 主任\n    holders: 1\n  - title: 副主任\n    holders: 2\n  - title: 委员\n    holders: 5\n")),
    "G009-posts-not-all-counted": lambda f: f.bad("G009", ("members: 8\n", "posts:\n  - title: 主任\n    holders: 1\n  - title: 委员\n")),
    "G009-seven-posts-and-a-clerk": lambda f: f.bad("G009", ("members: 8\n", "posts:\n  - title: 主任\n    holders: 1\n  - title: 委员\n    holders: 6\n  - title: 文书\n    holders: 1\n")),
    "B003-together": lambda f: f.bad("G009", ("members: 8\n", "members: 4\nposts:\n  - title: 主任\n    holders: 1\n  - title: 委员\n    holders: 4\n")),
    "B003-more-seats-than-the-post-has": lambda f: (
        f.good("G017", ("seats: 1", "seats: 2"))
        | f.village("records/bodies/shili-committee.yaml", ("posts:\n", "posts:\n  - title: 主任\n    holders: 1\n"))
    ),
    "G009-nine-seats-at-once": lambda f: f.good("G017", ("seats: 1", "seats: 9"), ("result: elected", "result: partly")),
    "G010-head-of-a-group": lambda f: {
        "records/bodies/shili-group.yaml": """\
id: shili-group
title: 第一村民小组
example: true
body_kind: team
place: shili-cun-1
posts:
  - title: 组长
    holders: 1
    chosen_by: elected
    start: 2026-01-20
    end: 2031-06-30
"""
    },
    "G010-head-of-a-team": lambda f: {
        "records/bodies/shili-team.yaml": """\
id: shili-team
title: 示例村巡逻队
example: true
body_kind: team
place: shili-cun
posts:
  - title: 组长
    holders: 1
    chosen_by: elected
    start: 2026-01-20
    end: 2031-06-30
"""
    },
    "G010-representatives-among-the-committee": lambda f: f.bad("G010", ("title: 主任", "title: 村民代表")),
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
    "G017-the-list-of-a-by-election-is-not-asked": lambda f: f.bad(
        "G017", ("  - title: 选举主任\n    elections", "  - title: 选举主任\n    subject: by_election\n    elections")
    ),
    "G018-a-by-election-asks-no-list": lambda f: f.bad(
        "G018", ("  - title: 选举主任\n    elections", "  - title: 选举主任\n    subject: by_election\n    elections")
    ),
    "L010-a-charter-of-a-community-before-its-law-knew-one": lambda f: PLACES | f.bad(
        "L010",
        ("residents_covenant", "charter"),
        ("place: shili-cun", "place: shili-shequ"),
        ("2026-01-20", "2024-01-20"),
    ),
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
    "G017-nominated-by-the-town": lambda f: f.good("G017", nominated_by("shili-office")),
    "G017-nominated-by-the-party-of-the-village": lambda f: (
        f.good("G017", nominated_by("shili-party")) | f.party("shili-cun")
    ),
    "G017-nominated-by-the-party-of-the-town": lambda f: (
        f.good("G017", nominated_by("shili-party")) | f.party("shili-zhen")
    ),
    "G017-nominated-by-owners": lambda f: f.good("G017", nominated_by("x", "group: owners\n                number: 12")),
    "G017-nominated-by-committee-members": lambda f: f.good("G017", nominated_by("x", "group: committee_members\n                number: 3")),
    "G017-nominated-by-residents": lambda f: f.good("G017", nominated_by("x", "group: residents\n                number: 12")),
    "G017-proxies-not-in-writing": lambda f: f.good(
        "G017", ("  present: 520\n", "  present: 520\n  proxies:\n    number: 3\n    written: false\n    listed: false\n")
    ),
    "G020-proxies-not-in-writing": lambda f: f.good(
        "G020", ("  present: 520\n", "  present: 520\n  proxies:\n    number: 3\n    written: false\n    listed: false\n")
    ),
    "G020-proxies-of-whom-nothing-is-said": lambda f: f.good(
        "G020", ("  present: 520\n", "  present: 520\n  proxies:\n    number: 3\n")
    ),
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
    "G020-of-no-body": lambda f: f.good("G020", ("        body: shili-committee\n", ""), ("title: 选举主任\n        ", "title: 选举村委会主任\n        ")),
    "G020-of-another-body": lambda f: f.good("G020", ("        body: shili-committee\n", ""), ("title: 选举主任\n        ", "title: 推选村民选举委员会主任\n        ")),
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
