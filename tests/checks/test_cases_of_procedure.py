"""What the examples leave out, of checks of procedures, matters, meetings and rules: an example changed a little.

Each case has its golden file ``expected/<CODE>-<name>.txt``; where the file is empty nothing may
be found.
"""

from pathlib import Path

import pytest

EXPECTED = Path(__file__).parent / "expected"
ROUND = "records/rounds/2026/20260210-shili-walk.yaml"
WALK = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""
RULE = "records/rules/shili-rules/rule.yaml"
PLANNED = "records/meetings/2026/20260412-shili-deliberation.yaml"
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

LOCAL = "records/procedures/shili-local.yaml"
ACCEPTED = "    step: accept\n    by: shili-committee\n"
HANDED_OVER = (
    "  - date: 2026-03-20\n    step: handover\n    by: shili-committee\n    to: shili-office\n"
)


def corrected(at: str, value: str = "2026-02-15") -> tuple[tuple[str, str], ...]:
    """A correction of something in a matter's log, written before it."""
    lines = f"  - date: 2026-03-20\n    at: {at}\n    value: {value}\n    reason: 写错了。\n"
    return (("\nlog:\n", f"\ncorrections:\n{lines}log:\n"),)


DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
NOT_OURS = """\
  - date: 2026-03-12
    step: refuse
    by: {by}
    reason: 不归镇里管。
    outcome:
      result: not_ours
      text: 不归这里管。
      belongs_to:
        {owner}
"""

CASES = {
    "C002-period": lambda f: f.good(
        "C002",
        ("20260210-shili-noise", "20241210-shili-noise"),
        ("date: 2026-02-10", "date: 2024-12-10"),
        ("place: shili-cun", "place: shili-cun\nsummary: 后来并入别的事项。"),
    ),
    "C002-everywhere": lambda f: f.good("C002", ("procedure: shili-local", "procedure: whistle")),
    "C002-nowhere": lambda f: f.good("C002", ("procedure: shili-local", "procedure: shili-lokal")),
    "C003-no-tiers": lambda f: f.good("C003", ("procedure: shili-local", "procedure: lakeside")),
    "C003-in-the-log": lambda f: f.good(
        "M001", ("step: accept\n", "step: accept\n    tier: tiny\n")
    ),
    "C004-accepted-at-the-wrong-level": lambda f: f.good(
        "M001", ("    by: shili-committee", "    by: shili-office")
    ),
    "M002-after-end": lambda f: f.good(
        "M017",
        (
            "    merged_into: 20260210-shili-noise\n",
            (
                "    merged_into: 20260210-shili-noise\n"
                "  - date: 2026-02-14\n    step: accept\n    by: shili-committee\n"
            ),
        ),
    ),
    "C001-says-it-once": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("    to: claimed", "    to: claimd")
    ),
    "M001-says-it-once": lambda f: f.good("M003", ("step: report_done", "step: done")),
    "M006-all-before-it-was-raised": lambda f: f.good(
        "M003",
        ("20260210-shili-noise", "20260225-shili-noise"),
        ("date: 2026-02-10", "date: 2026-02-25"),
    ),
    "M003-before-the-report": lambda f: f.good("M003", ("date: 2026-02-22", "date: 2026-02-15")),
    "M003-of-a-corrected-date": lambda f: f.good("M003", *corrected("log/20260222-confirm/date")),
    "M003-of-another-corrected-date": lambda f: f.good(
        "M003", *corrected("log/20260220-report_done/date", "2026-02-25")
    ),
    "M003-of-another-correction": lambda f: f.good(
        "M003",
        ("date: 2026-02-22", "date: 2026-02-15"),
        *corrected("log/20260211-accept/by", "shili-office"),
    ),
    "M027-of-a-corrected-number": lambda f: f.good(
        "M027", *corrected("log/20260222-confirm/verdict/satisfied", "2")
    ),
    "M020-raised-later": lambda f: f.good(
        "M020",
        ("20260308-shili-drain", "20260320-shili-drain"),
        ("date: 2026-03-08", "date: 2026-03-20"),
        ("date: 2026-03-09", "date: 2026-03-21"),
        ("  - date: 2026-03-18\n    step: progress", "  - date: 2026-03-22\n    step: progress"),
        ("    meeting: 20260318-shili-talk\n", ""),
    ),
    "M020-raised-later-at-the-meeting": lambda f: f.good(
        "M020",
        ("20260308-shili-drain", "20260320-shili-drain"),
        ("date: 2026-03-08", "date: 2026-03-20\n  meeting: 20260318-shili-talk"),
        ("channel: counter", "channel: meeting"),
        ("date: 2026-03-09", "date: 2026-03-21"),
        ("  - date: 2026-03-18\n    step: progress", "  - date: 2026-03-22\n    step: progress"),
        ("    meeting: 20260318-shili-talk\n", ""),
    ),
    "M008-nothing-handed-over": lambda f: f.good("M001", ("step: accept\n", "step: take_over\n")),
    "M008-to-itself": lambda f: f.good("M008", ("to: shili-office", "to: shili-committee")),
    "M009-paused-twice": lambda f: f.good(
        "M009", ("step: resume", "step: pause\n    reason: 还在等。")
    ),
    "M010-before-the-entry": lambda f: f.good("M010", ("until: 2026-03-10", "until: 2026-02-12")),
    "M011-known-to-the-month": lambda f: f.bad(
        "M011",
        ("20250610-shili-noise", "202506-shili-noise"),
        ("date: 2025-06-10", "date: 2025-06"),
        ("date: 2025-06-11", "date: 2025-06"),
    ),
    "M011-closed": lambda f: f.bad(
        "M011",
        (
            "    by: shili-committee\n",
            (
                "    by: shili-committee\n"
                "  - date: 2025-06-12\n    step: refuse\n    by: shili-committee\n    reason: 没有超标。\n"
            ),
        ),
    ),
    "M011-merged": lambda f: (
        f.good("M011", ("20250610-shili-noise", "20250610-shili-music"))
        | f.bad(
            "M011",
            (
                "    by: shili-committee\n",
                (
                    "    by: shili-committee\n"
                    "  - date: 2025-06-12\n    step: merge\n    by: shili-committee\n"
                    "    merged_into: 20250610-shili-music\n"
                ),
            ),
        )
    ),
    "M026-since-when-is-not-known": lambda f: f.bad(
        "M026", ("20260302", "20260105"), ("2026-03-02", "2026-01-05"), ("2026-03-03", "2026-01")
    ),
    "M026-not-late-by-every-reading": lambda f: f.bad("M026", ("2026-03-03", "2026-03")),
    "M026-not-accepted": lambda f: f.bad(
        "M026", ("log:\n  - date: 2026-03-03\n    step: accept\n    by: shili-committee\n", "")
    ),
    "M026-residents-say-nothing": lambda f: f.good(
        "M026", ("  - date: 2026-03-13\n    step: confirm\n", "")
    ),
    "M026-claimed-and-waiting": lambda f: f.good(
        "M026",
        ("  - date: 2026-03-13\n    step: confirm\n", ""),
        ("date: 2026-03-12", "date: 2026-03-30"),
        ("date: 2026-03-03", "date: 2026-03-29"),
    ),
    "M026-not-taken-over": lambda f: (
        f.village(LOCAL, ("answer_days: 5\n", "answer_days: 5\nhandover_days: 3\n"))
        | f.bad("M026", (ACCEPTED, ACCEPTED + HANDED_OVER), ("shili-bench", "shili-benches"))
        | f.bad("M026", (ACCEPTED, ACCEPTED + HANDED_OVER.replace("03-20", "03-30")))
    ),
    "M026-to-nobody": lambda f: (
        f.village(LOCAL, ("answer_days: 5\n", "answer_days: 5\nhandover_days: 3\n"))
        | f.bad("M026", (ACCEPTED, ACCEPTED + HANDED_OVER.replace("shili-office", "shili-offices")))
    ),
    "M026-handed-over-without-limit": lambda f: f.bad("M026", (ACCEPTED, ACCEPTED + HANDED_OVER)),
    "M026-silent-for-half-a-year": lambda f: f.bad(
        "M026", ("202603", "202503"), ("2026-03", "2025-03"), ("matters/2026", "matters/2025")
    ),
    "M018-said-of-the-whole": lambda f: (
        f.good(
            "M016",
            (
                "  channel: counter\npart",
                "  channel: meeting\n  meeting: 20260210-shili-talk\npart",
            ),
        )
        | f.meeting(
            "20260210-shili-talk",
            "meeting_kind: building_deliberation\ndate: 2026-02-10\n"
            "agenda:\n  - title: 广场\n    matters: [20260210-shili-square]\n",
        )
    ),
    "M021-unknown-matter": lambda f: ({ROUND: f"{WALK}matters: [20260210-shili-nowhere]\n"}),
    "M023-not-yet": lambda f: f.good("M023", ("dissolved: 2026-03-20", "established: 2026-02-20")),
    "M023-joined": lambda f: f.good(
        "M023",
        (
            "handler: shili-square-team\n",
            (
                "handler: shili-committee\nlog:\n  - date: 2026-03-25\n    step: join\n"
                "    by: shili-committee\n    with: [shili-square-team]\n"
            ),
        ),
    ),
    "M025-handler-changes": lambda f: f.bad(
        "M025",
        (
            "    step: accept\n    by: shili-committee\n",
            "    step: assign\n    by: shili-office\n    to: shili-supervisors\n",
        ),
        ("  - date: 2026-02-16\n", "  - date: 2026-02-12\n    step: begin\n  - date: 2026-02-16\n"),
    ),
    "M025-taken-over": lambda f: f.good(
        "M025",
        ("by: shili-office", "by: shili-committee"),
        (
            "  - date: 2026-02-16\n",
            (
                "  - date: 2026-02-12\n    step: handover\n    by: shili-committee\n"
                "    to: shili-office\n    tier: big\n    reason: 要镇上出面。\n"
                "  - date: 2026-02-13\n    step: take_over\n    by: shili-office\n"
                "  - date: 2026-02-16\n"
            ),
        ),
    ),
    "M025-from-below": lambda f: f.village(
        "records/matters/2026/20260308-shili-drain.yaml",
        (
            "    by: shili-office\n",
            "    by: shili-office\n  - date: 2026-03-10\n    step: supervise\n    by: shili-committee\n",
        ),
    ),
    "M025-by-supervisors": lambda f: f.village(
        "records/matters/2026/20260308-shili-drain.yaml",
        (
            "    by: shili-office\n",
            "    by: shili-office\n  - date: 2026-03-10\n    step: supervise\n    by: shili-supervisors\n",
        ),
    ),
    "M025-by-a-part-of-it": lambda f: (
        f.village(
            "records/matters/2026/20260308-shili-drain.yaml",
            (
                "    by: shili-office\n",
                "    by: shili-office\n  - date: 2026-03-10\n    step: supervise\n    by: shili-station\n",
            ),
        )
        | {
            "records/bodies/shili-station.yaml": (
                "id: shili-station\ntitle: 示例镇水利站\nexample: true\nbody_kind: department\n"
                "place: shili-zhen\nparent: shili-office\n"
            )
        }
    ),
    **{
        f"M042-belongs-to-{name}": lambda f, by=by, owner=owner, more=more: f.village(
            DRAIN,
            (
                "    by: shili-office\n",
                f"    by: shili-office\n{NOT_OURS.format(by=by, owner=owner)}",
            ),
            *more,
        )
        for name, by, owner, more in (
            ("its-handler", "unknown", "body: shili-office", ()),
            ("who-says-so", "shili-office", "body: shili-office", ()),
            ("another", "shili-office", "body: shili-county", ()),
            ("one-by-name", "shili-office", "name: 供水公司", ()),
            (
                "some-body-in-no-procedure",
                "shili-office",
                "body: shili-office",
                (("shili-local", "shili-lokal"),),
            ),
        )
    },
    "M025-unknown-procedure": lambda f: f.bad("M025", ("shili-local", "shili-lokal")),
    "L002-chapter-twice": lambda f: f.village(
        RULE,
        (
            "chapters:\n",
            "chapters:\n  - key: yard\n    articles:\n      - key: gate\n        text: 大门常开。\n",
        ),
    ),
    "L003-a-village-and-the-law-of-residents": lambda f: f.bad(
        "L003", ("meetings: [villagers_assembly]", "meetings: [residents_assembly]")
    ),
    "L003-a-village-s-rule-for-its-groups": lambda f: f.bad(
        "L003", ("meetings: [villagers_assembly]", "meetings: [villagers_group]")
    ),
    "L003-every-way": lambda f: f.good(
        "L003",
        (
            'at_least: "2/3"\n',
            (
                'at_least: "2/3"\n'
                "    quorums:\n      - basis: persons\n        who: 村民\n        share:\n          at_least: 1/3\n"
                "      - basis: owners\n        who: 业主\n        share:\n          at_least: 2/3\n"
                "    call:\n      days: 3\n      article: 第二条\n    posting:\n      days: 7\n      article: 第五条\n"
                "    exclusion:\n      basis: persons\n      who: 外出的村民\n      article: 第四条\n"
            ),
        ),
    ),
    "L004-too-soon": lambda f: f.bad(
        "L004", ("2025-11-20", "2026-03-20"), ("2025-12-01", "2026-03-25")
    ),
    "L004-law-asks-none": lambda f: f.bad("L004", ("rule_kind: charter", "rule_kind: measures")),
    "L005-unlisted": lambda f: f.good("L005", ("    rules: [shili-feasts]\n", "")),
    "L005-other-day": lambda f: f.good(
        "L005", ("adopted:\n  date: 2026-02-18", "adopted:\n  date: 2026-02-20")
    ),
    "N001-unknown-article": lambda f: f.good(
        "N001", ("operation: insert", "operation: replace"), ("    after: quiet\n", "")
    ),
    "N001-key-taken": lambda f: f.good("N001", ("article: dogs", "article: waste")),
    "N001-key-of-two-articles": lambda f: (
        f.bad("N001")
        | f.village("records/rules/shili-rules/rule.yaml", ("key: quiet", "key: waste"))
    ),
    "N002-filed-before-the-vote": lambda f: f.village(
        "records/rules/shili-rules/amendments/shili-rules-quiet.yaml",
        ("    date: 2026-03-18", "    date: 2026-03-08"),
    ),
    "N002-after-withdrawal": lambda f: f.good(
        "N002",
        (
            "stage: withdrawal\n    date: 2026-03-26",
            "stage: consultation\n    date: 2026-03-26\n    until: 2026-04-10",
        ),
        ("stage: draft", "stage: withdrawal"),
    ),
    "N002-withdrawn-in-force": lambda f: f.good(
        "N012",
        ("date: 2026-02-20\n", "date: 2026-02-20\n  - stage: withdrawal\n    date: 2026-02-25\n"),
    ),
    "N012-withdrawn-later": lambda f: f.bad(
        "N012",
        ("date: 2026-03-10\n", "date: 2026-03-10\n  - stage: withdrawal\n    date: 2026-03-15\n"),
    ),
    "N003-measures": lambda f: (
        f.bad("N003", ("rule: shili-rules", "rule: shili-square"), ("    after: quiet\n", ""))
        | f.good("L002")
    ),
    "N003-measures-decided": lambda f: f.good(
        "L002",
        **{
            path.replace("shili-rules/", "shili-square/"): text.replace(
                "shili-rules\n", "shili-square\n"
            )
            for path, text in f.bad(
                "N003",
                ("    after: quiet\n", ""),
                ("stage: draft\n", "stage: review\n    body: shili-committee\n"),
            ).items()
        },
    ),
    "N004-no-meeting": lambda f: f.good("N004", ("    meeting: 20260322-shili-vote\n", "")),
    "N004-unknown-meeting": lambda f: f.good(
        "N004", ("    meeting: 20260322-shili-vote\n", "    meeting: 20260322-shili-vot\n")
    ),
    "N004-unlisted": lambda f: f.good(
        "N004", ("    amendments: [shili-rules-dogs]\n", "    text: 养犬。\n")
    ),
    "N004-other-day": lambda f: f.good(
        "N004", ("  - stage: vote\n    date: 2026-03-22", "  - stage: vote\n    date: 2026-03-23")
    ),
    "N005-too-early": lambda f: f.good(
        "N004",
        (
            "  - stage: draft\n    date: 2026-02-21\n",
            "  - stage: consultation\n    date: 2026-03-05\n    until: 2026-03-25\n",
        ),
    ),
    "C001-unknown-tier": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("        tier: big", "        tier: bigg")
    ),
    "C001-unknown-start": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("start: reported", "start: raised")
    ),
    "C001-left-out-but-there": lambda f: f.good(
        "C001", ("start: reported\n", "start: reported\nwithout: [report_done]\n")
    ),
    "N006-too-soon": lambda f: f.bad(
        "N006",
        ("20260205-shili-vote", "20260322-shili-vote"),
        ("2026-02-05", "2026-03-22"),
        ("2026-02-10", "2026-03-23"),
        ("2026-02-20", "2026-03-25"),
    ),
    "N006-law-asks-none": lambda f: f.bad("N006") | f.village(RULE, ("village_rules", "measures")),
    "N010-open-end": lambda f: f.bad("N010", ("    until: 2026-03-15\n", "")),
    "N010-still-running": lambda f: f.bad("N010", ("until: 2026-03-15", "until: 2026-04-15")),
    "N009-law-asks-none": lambda f: (
        f.bad("N009", ("    meeting: 20260322-shili-vote\n", "    meeting: 20260322-shili-vote\n"))
        | f.village(RULE, ("village_rules", "measures"))
    ),
    "T003-of-due": lambda f: f.good("T003", ("due: 8", "due: 6")),
    "T003-guests": lambda f: f.good("T003", ("      due: 8\n", "")),
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
    "L008-quorum-alone": lambda f: f.bad(
        "L008",
        (
            "    majority:\n      share:\n",
            "    quorums:\n      - basis: households\n        who: 户的代表\n        share:\n",
        ),
        ("        at_least:", "          at_least:"),
    ),
    "N013-after-a-replaced-one": lambda f: f.good(
        "N013", ("    article: quiet\n", "    article: quiet\n    after: dogs\n")
    ),
    "N013-unchanged": lambda f: f.good(
        "N013", ("    text: 遛犬要牵绳，还要清理粪便。", "    text: 晚上九点以后不开音响。")
    ),
    "N015-before-the-rule": lambda f: f.good(
        "N015", ("stage: draft\n    date: 2026-02-21", "stage: draft\n    date: 2026-01-24")
    ),
    "N014-published-later": lambda f: f.good(
        "N014", ("date: 2026-03-26\n    where", "date: 2026-03-29\n    where")
    ),
    "L003-since-2015": lambda f: f.bad("L003", ("from: 2026-02-01", "from: 2015-02-01")),
    "T035-a-body-and-a-group-at-once": lambda f: f.good(
        "T035",
        ("    post: 网格员\n", "    post: 网格员\n    group: representatives\n    number: 3\n"),
    ),
    "T071-its-own-place-again": lambda f: f.good(
        "T071",
        ("date: 2026-02-12\n", "date: 2026-02-12\nplaces: [shili-cun]\n"),
    ),
    "T016-deferred": lambda f: f.bad("T016", ("result: adopted", "result: deferred")),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    expect(name, lay(CASES[name](files)))


def test_every_expectation_has_its_case():
    kept = {file.stem for file in EXPECTED.iterdir() if "-" in file.stem}
    assert {name for name in kept if name[0] in "CLMNT"} == set(CASES)
