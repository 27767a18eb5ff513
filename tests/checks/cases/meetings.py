"""Cases of checks of minutes: attendance, votes, tasks, chains of meetings."""

from yizhan.checks.shared.annulments import COURT

PLANNED = "records/meetings/2026/20260412-shili-deliberation.yaml"
WATCH = """\
id: shili-watch
title: 示例巡逻队
example: true
body_kind: team
place: shili-cun
posts:
  - title: 队长
    holders: 1
    chosen_by: {chosen_by}
"""
ELECTION = """\
agenda:
  - title: 推选组长
    elections:
      - title: 推选组长
        body: shili-watch
        post: 组长
        seats: 1
        candidates:
          - key: a
            votes: 12
            elected: true
          - key: b
            votes: 3
        result: elected
"""
FURTHER = """\
      - title: 推选楼栋长（另行投票）
        runoff_of: diyici
        seats: 1
        candidates:
          - key: a
            votes: 10
            elected: true
          - key: b
            votes: 8
        result: elected
"""
ELSEWHERE = """\
meeting_kind: building_deliberation
date: {date}
attendance:
  basis: persons
  due: 20
  present: 18
agenda:
  - title: 推选楼栋长
    elections:
""" + FURTHER.replace("diyici\n", "diyici\n        runoff_meeting: 20260218-shili-talk\n")
EXAMINE = """\
meeting_kind: party_meeting
date: 2026-02-05
chain: four-deliberations
chain_step: examine
earlier: 20260203-shili-consult
"""
RESOLVE = """\
meeting_kind: villagers_assembly
date: 2026-02-22
chain: four-deliberations
chain_step: resolve
earlier: 20260205-shili-examine
notice:
  date: 2026-02-05
  how: 村务公开栏
attendance:
  basis: persons
  due: 900
  present: 470
agenda:
  - title: 修路
    decisions:
      - text: 硬化第一村民小组的路。
        result: adopted
        vote:
          for: 460
          against: 10
"""
PUBLISHED = """\
        published:
          start: 2026-02-20
          end: 2026-03-20
        result_published:
          start: 2026-02-18
          end: 2026-03-18
"""


def watch(chosen_by):
    """A team whose only post is filled in some way."""
    return {"records/bodies/shili-watch.yaml": WATCH.format(chosen_by=chosen_by)}


CASES = {
    "T003-of-due": lambda f: f.good("T003", ("due: 8", "due: 6")),
    "T003-guests": lambda f: f.good("T003", ("      due: 8\n", "")),
    "T002-more-than-the-papers": lambda f: f.bad(
        "T002",
        ("          abstained: 1\n", "          abstained: 1\n          ballots:\n            valid: 10\n"),
    ),
    "T004-held": lambda f: f.village(
        PLANNED,
        (
            "agenda:\n  - title: 排水沟清理\n",
            (
                "attendance:\n  basis: persons\n  present: 4\n"
                "follow_ups:\n  - meeting: 20260110-shili-deliberation\n    task: lamps\n    state: done\n"
                "agenda:\n  - title: 排水沟清理\n    decisions:\n      - text: 清沟。\n        result: adopted\n"
            ),
        ),
    ),
    "T006-majority": lambda f: f.good("T006", ("for: 400", "for: 200")),
    "T006-told-once": lambda f: f.good(
        "T006",
        ("present: 470", "present: 430"),
        (
            "          against: 10\n",
            (
                "          against: 10\n      - text: 先修东头。\n        result: adopted\n"
                "        method: show_of_hands\n        vote:\n          for: 420\n"
            ),
        ),
    ),
    "T006-rejected": lambda f: f.good("T006", ("result: adopted", "result: rejected")),
    "T006-basis": lambda f: f.good("T006", ("basis: persons", "basis: representatives")),
    "T006-excluded": lambda f: f.good("T006", ("  due: 900\n", "  due: 900\n  excluded: 20\n")),
    "T021-unknown-rule": lambda f: f.good(
        "T006", ("        method", "        rule: shili-unheard-of\n        method")
    ),
    "T039-two-elections-of-one-key-in-one-item": lambda f: f.good(
        "T039", ("        runoff_of:", "        key: diyici\n        runoff_of:")
    ),
    "T039-two-elections-of-one-key": lambda f: f.bad(
        "T039",
        (
            "agenda:\n",
            (
                "agenda:\n  - title: 推选\n    elections:\n      - title: 推选\n        key: diyici\n        seats: 1\n        candidates:\n"
                "          - key: a\n            votes: 3\n        result: failed\n"
            ),
        ),
    ),
    "T039-two-further-votes-for-one-seat": lambda f: f.good(
        "T039",
        (
            "            elected: true\n          - key: b\n            votes: 8\n        result: elected\n",
            (
                "            elected: true\n          - key: b\n            votes: 8\n        result: elected\n"
                "      - title: 推选楼栋长（再次另行投票）\n        runoff_of: diyici\n        seats: 1\n"
                "        candidates:\n          - key: b\n            votes: 12\n            elected: true\n"
                "          - key: a\n            votes: 6\n        result: elected\n"
            ),
        ),
    ),
    "T039-a-further-vote-after-one-that-filled-nothing": lambda f: f.good(
        "T039",
        (
            "      - title: 推选楼栋长（另行投票）\n",
            (
                "      - title: 推选楼栋长（另行投票，又没有选出）\n        runoff_of: diyici\n        seats: 1\n"
                "        candidates:\n          - key: b\n            votes: 9\n"
                "          - key: a\n            votes: 9\n        result: failed\n"
                "      - title: 推选楼栋长（另行投票）\n"
            ),
        ),
    ),
    "T039-a-further-vote-for-another-body": lambda f: f.good(
        "T039",
        ("        key: diyici\n", "        key: diyici\n        body: shili-office\n"),
        ("        runoff_of: diyici\n", "        runoff_of: diyici\n        body: shili-county\n"),
    ),
    "T039-further-votes-of-two-later-meetings": lambda f: (
        f.good("T039", (FURTHER, ""))
        | f.meeting("20260225-shili-again", ELSEWHERE.format(date="2026-02-25"))
        | f.meeting("20260304-shili-once-more", ELSEWHERE.format(date="2026-03-04"))
    ),
    "T062-withdrawn": lambda f: f.bad(
        "T062",
        (
            "result: rejected\n        vote:\n          for: 7\n          against: 8\n",
            "result: withdrawn\n",
        ),
    ),
    "T062-put-off": lambda f: f.bad(
        "T062",
        (
            "result: rejected\n        vote:\n          for: 7\n          against: 8\n",
            "result: deferred\n",
        ),
    ),
    "T062-with-what-became-of-it": lambda f: (
        f.bad("T062")
        | f.meeting(
            "20260318-shili-talk",
            """\
meeting_kind: building_deliberation
date: 2026-03-18
follow_ups:
  - meeting: 20260218-shili-talk
    task: sign
    state: ongoing
""",
        )
    ),
    "T023-a-rule-of-elsewhere": lambda f: f.good(
        "T006", ("        method", "        rule: residents-recall\n        method")
    ),
    "T023-not-in-force": lambda f: f.good(
        "T006", ("        method", "        rule: chongqing-villagers-assembly\n        method")
    ),
    "T007-special-circumstances": lambda f: f.bad(
        "T007", ("  how: 村务公开栏", "  how: 村务公开栏\n  reason: 防汛抢险。")
    ),
    "T007-after-the-meeting": lambda f: f.good("T007", ("date: 2026-03-10", "date: 2026-03-26")),
    "T011-no-tasks": lambda f: f.good(
        "T011", ("20260110-shili-deliberation", "20260125-shili-assembly")
    ),
    "T011-later": lambda f: f.good(
        "T011",
        ("20260218-shili-talk", "20260108-shili-talk"),
        ("date: 2026-02-18", "date: 2026-01-08"),
        ("    date: 2026-01-20\n", ""),
    ),
    "T011-twice": lambda f: f.good(
        "T011",
        (
            "    date: 2026-01-20\n",
            (
                "    date: 2026-01-20\n"
                "  - meeting: 20260110-shili-deliberation\n    task: lamps\n    state: ongoing\n"
            ),
        ),
    ),
    "T011-unknown-meeting": lambda f: f.good(
        "T011", ("20260110-shili-deliberation", "20260110-shili-deliberatio")
    ),
    "T012-not-while-a-meeting-cannot-be-read": lambda f: f.good(
        "T012",
        (
            "kind: building_deliberation\nplace: shili-cun\ndate: 2026-03-18",
            "kind: building_deliberation\nplace: shili-cun\ndate: 2026/3/18",
        ),
    ),
    "T012-still-going-on": lambda f: f.good(
        "T012", ("state: done\n    date: 2026-03-09", "state: ongoing")
    ),
    "T020-unknown-chain": lambda f: f.bad("T013", ("four-deliberations", "five-deliberations")),
    "T020-unknown-step": lambda f: f.bad("T013", ("chain_step: consult", "chain_step: chat")),
    "T013-wrong-kind": lambda f: f.good("T013", ("committee_meeting", "council_meeting")),
    "T013-wrong-station": lambda f: f.good(
        "T013",
        ("chain_step: consult", "chain_step: examine"),
        ("committee_meeting", "party_meeting"),
    ),
    "T013-unknown-meeting": lambda f: f.good(
        "T013", ("earlier: 20260210-shili-party", "earlier: 20260210-shili-part")
    ),
    "T013-before-it-another-village": lambda f: (
        f.good("T013", ("party_meeting\nplace: shili-cun", "party_meeting\nplace: shili-next"))
        | f.place("shili-next", level="village", parent="shili-zhen")
    ),
    "T013-before-it-several-villages": lambda f: (
        f.good(
            "T013",
            (
                "party_meeting\nplace: shili-cun",
                "party_meeting\nplace: shili-next\nplaces: [shili-cun]",
            ),
        )
        | f.place("shili-next", level="village", parent="shili-zhen")
    ),
    "T013-before-it-the-town": lambda f: f.good(
        "T013", ("party_meeting\nplace: shili-cun", "party_meeting\nplace: shili-zhen")
    ),
    "T013-before-it-rejected": lambda f: f.good(
        "T013",
        (
            "chain_step: propose\n",
            "chain_step: propose\nagenda:\n  - title: 修路\n    decisions:\n      - text: 修路。\n        result: rejected\n",
        ),
    ),
    **{
        f"T013-before-it-{name}": lambda f, own=own, more=more: f.good(
            "T013",
            (
                "chain_step: propose\n",
                f"chain_step: propose\nagenda:\n  - title: 修路\n    decisions:\n      - text: 修路。\n        result: {own}\n"
                + more
                + "  - title: 学习\n    decisions:\n      - text: 每月学习一次。\n        result: adopted\n",
            ),
            ("chain_step: consult\n", "chain_step: consult\nagenda:\n  - title: 修路\n"),
        ) | COURT
        for name, own, more in (
            ("this-one-rejected-and-another-carried", "rejected", ""),
            ("this-one-carried-and-another-too", "adopted", ""),
            (
                "this-one-annulled-and-another-carried",
                "adopted",
                ("        irregular:\n          - code: T006\n            reason: 人不够。\n            by: shili-committee\n"
                "            date: 2026-02-11\n            resolution: {result: annulled, by: shili-court, date: 2026-02-11}\n"),
            ),
        )
    },
    "T013-later": lambda f: f.good(
        "T013",
        ("20260210-shili-party", "20260220-shili-party"),
        ("date: 2026-02-10", "date: 2026-02-20"),
    ),
    "T020-first-has-earlier": lambda f: f.good(
        "T013", ("chain_step: propose", "chain_step: propose\nearlier: 20260110-shili-deliberation")
    ),
    "T020-publication-is-no-meeting": lambda f: f.good(
        "T013", ("chain_step: consult", "chain_step: publish_result")
    ),
    "T022-not-in-force": lambda f: f.meeting(
        "20170210-shili-party",
        "meeting_kind: party_meeting\ndate: 2017-02-10\nchain: four-deliberations\nchain_step: propose\n",
    ),
    "T018-in-a-chain": lambda f: (
        f.meeting("20260205-shili-examine", EXAMINE) | f.meeting("20260222-shili-resolve", RESOLVE)
    ),
    "T018-in-a-chain-this-month": lambda f: (
        f.meeting("20260205-shili-examine", EXAMINE)
        | f.meeting(
            "20260322-shili-resolve",
            RESOLVE.replace("2026-02-22", "2026-03-22").replace("2026-02-05", "2026-03-05"),
        )
    ),
    "T013-published-out-of-order": lambda f: (
        f.meeting("20260205-shili-examine", EXAMINE)
        | f.meeting("20260222-shili-resolve", RESOLVE + PUBLISHED)
    ),
    "T014-unknown-matter": lambda f: f.good(
        "T014", ("matters: [20260210-shili-noise]", "matters: [20260210-shili-nois]")
    ),
    "T015-more-than-there-is": lambda f: f.good("T015", ("present: 8000", "present: 9800")),
    "T015-no-area": lambda f: f.good("T015", ("  area:\n    due: 9000\n    present: 8000\n", "")),
    "T016-law-changed-that-year": lambda f: f.bad(
        "T016",
        ("20260322-shili-vote", "2010-shili-vote"),
        ("date: 2026-03-22", "date: 2010"),
        ("date: 2026-03-08", "date: 2009-12-20"),
        ("meetings/2026", "meetings/2010"),
    ),
    "T035-a-body-and-a-group-at-once": lambda f: f.good(
        "T035",
        ("    post: 网格员\n", "    post: 网格员\n    group: representatives\n    number: 3\n"),
    ),
    "T035-a-post-that-an-elected-body-does-not-have": lambda f: (
        {path: text + ELECTION for path, text in f.good("T035").items()} | watch("elected")
    ),
    "T038-outvoted-and-short-is-one-thing": lambda f: f.bad(
        "T038", ("seats: 1\n", "seats: 1\n        needs: half_of_present\n")
    ),
    "T035-a-name-behind-the-post": lambda f: (
        f.good("T035")
        | f.village(
            "records/bodies/shili-committee.yaml", ("title: 网格员", "title: 网格员王建军")
        )
    ),
    "T035-a-post-of-a-body-that-is-not-elected": lambda f: (
        {path: text + ELECTION for path, text in f.good("T035").items()} | watch("appointed")
    ),
    "T071-its-own-place-again": lambda f: f.good(
        "T071",
        ("date: 2026-02-12\n", "date: 2026-02-12\nplaces: [shili-cun]\n"),
    ),
    "T016-deferred": lambda f: f.bad("T016", ("result: adopted", "result: deferred")),
}  # fmt: skip
