"""What the examples leave out: every other branch of every check, an example changed a little.

Each case has its golden file ``expected/<CODE>-<name>.txt``; where the file is empty nothing may
be found.
"""

from pathlib import Path

import pytest

from yizhan.checks import discover

EXPECTED = Path(__file__).parent / "expected"
CHECKS = {check.code: check for check in discover()}

ROUND = "records/rounds/2026/20260210-shili-walk.yaml"
WALK = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""


def good(code, *edits, **files):
    """The good example of a check, with pieces of it written otherwise."""
    return _edited(CHECKS[code].good.files, edits) | files


def bad(code, *edits):
    """The bad example of a check, with pieces of it written otherwise."""
    return _edited(CHECKS[code].bad.files, edits)


def _edited(files, edits):
    """Edit files and their paths alike, so that a record that gets another id lies where it should."""
    for old, new in edits:
        assert any(old in path + text for path, text in files.items()), old
        files = {path.replace(old, new): text.replace(old, new) for path, text in files.items()}
    return dict(files)


def village(path, *edits):
    """A file of the village, with pieces of it written otherwise."""
    text = (EXPECTED.parents[1] / "village" / path).read_text(encoding="utf-8")
    return _edited({path: text}, edits)


def walk(summary):
    return {ROUND: f"{WALK}summary: {summary}\n"}


def place(identifier, **fields):
    text = f"id: {identifier}\ntitle: {identifier}\nexample: true\n"
    lines = (f"{key}: {value}\n" for key, value in fields.items())
    return {f"records/places/{identifier}.yaml": text + "".join(lines)}


def meeting(identifier, text):
    head = f"id: {identifier}\ntitle: {identifier}\nexample: true\nplace: shili-cun\n"
    return {f"records/meetings/{identifier[:4]}/{identifier}.yaml": head + text}


LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
SCHEME = "records/points/schemes/shili-scheme.yaml"
RULE = "records/rules/shili-rules/rule.yaml"
QUIET = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"
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

CASES = {
    # A
    "A004-any-kind": good("A001", ("parent: shili-cun", "parent: shili-cun\ncorrects: nowhere")),
    "A004-list-of-kinds-is-short": good("A001", ("parent: shili-cun", "parent: a-place-far-away")),
    "A005-not-a-place": good("A001", ("parent: shili-cun", "parent: shili-committee")),
    "A007-in-the-log": village(
        LAMPS,
        (
            "    note: 议事会",
            "    attachments:\n      - file: notes.pdf\n        title: 会议记录\n    note: 议事会",
        ),
    ),
    "A009-places": good("A001", ("parent: shili-cun", "parent: shili-cun\ncorrects: shili-cun-1")),
    "A008-rule-files": {"records/rules/shili-rules/files/scan.pdf": ""},
    "A009-later": good(
        "A009",
        ("20260331-shili-corrected", "20260131-shili-corrected"),
        ("end: 2026-03-31", "end: 2026-01-31"),
    ),
    "A013-ends": walk('"查看了排水沟。 "'),
    "A013-paragraphs-are-fine": {ROUND: f"{WALK}summary: |\n  第一段。\n\n  第二段。\n"},
    "A014-closing": walk("查看了排水沟》。"),
    "A014-item-numbers-are-fine": walk("1）查看排水沟。2）查看路灯。"),
    # D
    "D001-honour-not-conferred-yet": good(
        "H001",
        ("date: 2026-02-10\nstages", "date: 2026-05-01\nstages"),
        ("20260210-shili-lane", "20260501-shili-lane"),
        ("  - stage: conferred\n    date: 2026-02-10\n", ""),
    ),
    "D001-effect-may-lie-ahead": village(QUIET, ("date: 2026-03-20", "date: 2026-06-01")),
    "D001-filing-may-not": village(QUIET, ("date: 2026-03-18", "date: 2026-06-01")),
    "D001-tally-of-the-future": good("Q003", ("end: 2026-03-31", "end: 2026-12-31")),
    "D003-no-date": good("D003", ("20260210-shili-walk", "shili-walk-in-february")),
    # P
    "P001-sections-go-anywhere": place("shili-east", level="section", parent="shili-zhen")
    | place("shili-east-cun", level="village", parent="shili-east"),
    "P001-section-within-a-building": place("shili-hall", level="building", parent="shili-cun")
    | place("shili-hall-east", level="section", parent="shili-hall"),
    "P001-grids-within-grids": place("shili-grid", level="grid", parent="shili-cun-1")
    | place("shili-grid-1", level="grid", parent="shili-grid"),
    "P003-district-with-parent": place("shili-town", level="district", parent="shili-xian"),
    "P004-unknown": good("P004", ("[shili-old]", "[shili-very-old]")),
    "P004-overlap": good("P004", ("2025-12-31", "2026-02-01")),
    "P004-a-day-apart": good("P004", ("2025-12-31", "2026-01-02")),
    "P005-building-above-has-no-code": good("P005", ("parent: shili-zhen", "parent: shili-east"))
    | place("shili-east", level="section", parent="shili-zhen", code='"990101100900"'),
    "P007-before": good("P007", ("dissolved: 2026-03-01", "established: 2026-02-20")),
    # B
    "B001-parent-unknown-place": good("B001", ("parent: shili-committee", "parent: shili-office"))
    | village("records/bodies/shili-office.yaml", ("place: shili-zhen", "place: shili-zhenn")),
    # C
    "C002-period": good(
        "C002",
        ("20260210-shili-noise", "20241210-shili-noise"),
        ("date: 2026-02-10", "date: 2024-12-10"),
        ("place: shili-cun", "place: shili-cun\nsummary: 后来并入别的事项。"),
    ),
    "C002-everywhere": good("C002", ("procedure: shili-local", "procedure: whistle")),
    "C002-nowhere": good("C002", ("procedure: shili-local", "procedure: shili-lokal")),
    "C003-no-tiers": good("C003", ("procedure: shili-local", "procedure: lakeside")),
    "C003-in-the-log": good("M001", ("step: accept\n", "step: accept\n    tier: tiny\n")),
    "C004-accepted-at-the-wrong-level": good(
        "M001", ("    by: shili-committee", "    by: shili-office")
    ),
    # M
    "M002-after-end": good(
        "M017",
        (
            "    merged_into: 20260210-shili-noise\n",
            (
                "    merged_into: 20260210-shili-noise\n"
                "  - date: 2026-02-14\n    step: accept\n    by: shili-committee\n"
            ),
        ),
    ),
    "M006-out-of-order": good("M003", ("date: 2026-02-22", "date: 2026-02-15")),
    "M008-nothing-handed-over": good("M001", ("step: accept\n", "step: take_over\n")),
    "M008-to-itself": good("M008", ("to: shili-office", "to: shili-committee")),
    "M009-paused-twice": good("M009", ("step: resume", "step: pause\n    reason: 还在等。")),
    "M010-before-the-entry": good("M010", ("until: 2026-03-10", "until: 2026-02-12")),
    "M011-known-to-the-month": bad(
        "M011",
        ("20250610-shili-noise", "202506-shili-noise"),
        ("date: 2025-06-10", "date: 2025-06"),
        ("date: 2025-06-11", "date: 2025-06"),
    ),
    "M011-closed": bad(
        "M011",
        (
            "    by: shili-committee\n",
            (
                "    by: shili-committee\n"
                "  - date: 2025-06-12\n    step: refuse\n    by: shili-committee\n    reason: 没有超标。\n"
            ),
        ),
    ),
    "M011-merged": bad(
        "M011",
        (
            "    by: shili-committee\n",
            (
                "    by: shili-committee\n"
                "  - date: 2025-06-12\n    step: merge\n    by: shili-committee\n"
                "    merged_into: 20260108-shili-lamps\n"
            ),
        ),
    ),
    "M014-corrects-a-correction": good(
        "M014",
        (
            "    note: 受理的单位写错了。\n",
            (
                "    note: 受理的单位写错了。\n"
                "  - date: 2026-02-13\n    step: correct\n    corrects: 2\n    note: 又写错了。\n"
            ),
        ),
    ),
    "M018-said-of-the-whole": good(
        "M016",
        ("  channel: counter\npart", "  channel: meeting\n  meeting: 20260210-shili-talk\npart"),
    )
    | meeting(
        "20260210-shili-talk",
        "meeting_kind: building_deliberation\ndate: 2026-02-10\n"
        "agenda:\n  - title: 广场\n    matters: [20260210-shili-square]\n",
    ),
    "M021-unknown-matter": {ROUND: f"{WALK}matters: [20260210-shili-nowhere]\n"},
    "M023-not-yet": good("M023", ("dissolved: 2026-03-20", "established: 2026-02-20")),
    "M023-joined": good(
        "M023",
        (
            "handler: shili-square-team\n",
            (
                "handler: shili-committee\nlog:\n  - date: 2026-03-25\n    step: join\n"
                "    by: shili-committee\n    with: [shili-square-team]\n"
            ),
        ),
    ),
    "M025-handler-changes": bad(
        "M025",
        (
            "    step: accept\n    by: shili-committee\n",
            "    step: assign\n    by: shili-office\n    to: shili-supervisors\n",
        ),
        ("  - date: 2026-02-16\n", "  - date: 2026-02-12\n    step: begin\n  - date: 2026-02-16\n"),
    ),
    "M025-unknown-procedure": bad("M025", ("shili-local", "shili-lokal")),
    # L
    "L002-chapter-twice": village(
        RULE,
        (
            "chapters:\n",
            "chapters:\n  - key: yard\n    articles:\n      - key: gate\n        text: 大门常开。\n",
        ),
    ),
    "L003-every-way": good(
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
    "L004-too-soon": bad("L004", ("2025-11-20", "2026-03-20"), ("2025-12-01", "2026-03-25")),
    "L004-law-asks-none": bad("L004", ("rule_kind: charter", "rule_kind: measures")),
    "L005-unlisted": good("L005", ("    rules: [shili-feasts]\n", "")),
    "L005-other-day": good(
        "L005", ("adopted:\n  date: 2026-02-18", "adopted:\n  date: 2026-02-20")
    ),
    # N
    "N001-unknown-article": good(
        "N001", ("operation: insert", "operation: replace"), ("    after: quiet\n", "")
    ),
    "N001-key-taken": good("N001", ("article: dogs", "article: waste")),
    "N002-after-withdrawal": good("N002", ("stage: draft", "stage: withdrawal")),
    "N003-measures": bad(
        "N003", ("rule: shili-rules", "rule: shili-square"), ("    after: quiet\n", "")
    )
    | good("L002"),
    "N003-measures-decided": good(
        "L002",
        **{
            path.replace("shili-rules/", "shili-square/"): text.replace(
                "shili-rules\n", "shili-square\n"
            )
            for path, text in bad(
                "N003",
                ("    after: quiet\n", ""),
                ("stage: draft\n", "stage: review\n    body: shili-committee\n"),
            ).items()
        },
    ),
    "N004-no-meeting": good("N004", ("    meeting: 20260322-shili-vote\n", "")),
    "N004-unknown-meeting": good(
        "N004", ("    meeting: 20260322-shili-vote\n", "    meeting: 20260322-shili-vot\n")
    ),
    "N004-unlisted": good("N004", ("    amendments: [shili-rules-dogs]\n", "")),
    "N004-other-day": good(
        "N004", ("  - stage: vote\n    date: 2026-03-22", "  - stage: vote\n    date: 2026-03-23")
    ),
    "N005-too-early": good(
        "N004",
        (
            "  - stage: draft\n    date: 2026-02-21\n",
            "  - stage: consultation\n    date: 2026-03-05\n    until: 2026-03-25\n",
        ),
    ),
    "N006-too-soon": bad(
        "N006",
        ("20260205-shili-vote", "20260322-shili-vote"),
        ("2026-02-05", "2026-03-22"),
        ("2026-02-20", "2026-03-25"),
    ),
    "N006-law-asks-none": bad("N006") | village(RULE, ("village_rules", "measures")),
    "N009-law-asks-none": bad(
        "N009", ("    meeting: 20260322-shili-vote\n", "    meeting: 20260322-shili-vote\n")
    )
    | village(RULE, ("village_rules", "measures")),
    # J
    "J001-scheme-missing": good("J001", ("scheme: shili-scheme", "scheme: shili-schema")),
    "J001-goods": good("J003", ("item: soap", "item: towel")),
    "J002-goods": good("J003", ("points: -8", "points: -9")),
    "J003-award": good("J001", ("points: 10", "points: -10")),
    "J004-place": good(
        "J004", ("scheme: shili-scheme\n", "scheme: shili-scheme\nplace: shili-zhen\n")
    ),
    "J005-form": good("J005", ("cleanup#2", "cleanup#9")),
    "J005-unknown-batch": good("J005", ("20260220-shili-cleanup#2", "20260220-shili-clean#2")),
    "J005-other-account": good("J005", ("a-x81zt0pw", "a-3f9k2m7q")),
    "J005-later": good(
        "J005", ("20260310-shili-back", "20260210-shili-back"), ("2026-03-10", "2026-02-10")
    ),
    "J005-twice": good("J005")
    | {
        path.replace("20260310", "20260311"): text.replace("20260310", "20260311").replace(
            "03-10", "03-11"
        )
        for path, text in good("J005").items()
    },
    "J007-taken-back": bad("J007")
    | {
        "records/points/2026/20260226-shili-back.yaml": """\
id: 20260226-shili-back
title: 撤销一笔
example: true
scheme: shili-scheme
date: 2026-02-26
entries:
  - account: a-9c4d7e2b
    kind: reversal
    points: -10
    reverses: 20260225-shili-help#1
"""
    },
    "J008-no-display": good("J008", ("display:\n  start: 2026-02-25\n  end: 2026-03-01\n", "")),
    "J008-none-asked": village(SCHEME, ("display_days: 5\n", ""))
    | good("J008", ("display:\n  start: 2026-02-25\n  end: 2026-03-01\n", "")),
    # H
    "H001-twice": good("H001", ("stage: nominated", "stage: conferred")),
    "H001-reversed": good(
        "H001",
        ("stage: nominated", "stage: displayed\n    until: 2026-02-09"),
        ("stage: conferred", "stage: reviewed"),
    ),
    "H003-open": good("H003", ("    until: 2026-02-08\n", "")),
    "H004-date": good(
        "H004",
        ("date: 2026-02-10\ncount", "date: 2026-02\ncount"),
        ("    date: 2026-02-10", "    date: 2026-03-01"),
    ),
    # Q
    "Q003-part": good(
        "Q003", ("percent: 81.3", "percent: 81.3\n      numerator: 9\n      denominator: 8")
    ),
    # T
    "T003-of-due": good("T003", ("due: 8", "due: 6")),
    "T003-guests": good("T003", ("      due: 8\n", "")),
    "T004-held": village(
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
    "T006-majority": good("T006", ("for: 400", "for: 200")),
    "T006-told-once": good(
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
    "T006-rejected": good("T006", ("result: adopted", "result: rejected")),
    "T006-basis": good("T006", ("basis: persons", "basis: representatives")),
    "T006-excluded": good("T006", ("  due: 900\n", "  due: 900\n  excluded: 20\n")),
    "T006-unknown-rule": good(
        "T006", ("        method", "        rule: shili-unheard-of\n        method")
    ),
    "T006-rule-not-in-force": good(
        "T006", ("        method", "        rule: chongqing-villagers-assembly\n        method")
    ),
    "T007-special-circumstances": bad(
        "T007", ("  how: 村务公开栏", "  how: 村务公开栏\n  reason: 防汛抢险。")
    ),
    "T011-no-tasks": good("T011", ("20260110-shili-deliberation", "20260125-shili-assembly")),
    "T011-later": good(
        "T011",
        ("20260218-shili-talk", "20260108-shili-talk"),
        ("date: 2026-02-18", "date: 2026-01-08"),
        ("    date: 2026-01-20\n", ""),
    ),
    "T011-unknown-meeting": good(
        "T011", ("20260110-shili-deliberation", "20260110-shili-deliberatio")
    ),
    "T012-still-going-on": good("T012", ("state: done\n    date: 2026-03-09", "state: ongoing")),
    "T013-unknown-chain": bad("T013", ("four-deliberations", "five-deliberations")),
    "T013-unknown-step": bad("T013", ("chain_step: consult", "chain_step: chat")),
    "T013-wrong-kind": good("T013", ("committee_meeting", "council_meeting")),
    "T013-wrong-station": good(
        "T013",
        ("chain_step: consult", "chain_step: examine"),
        ("committee_meeting", "party_meeting"),
    ),
    "T013-unknown-meeting": good(
        "T013", ("earlier: 20260210-shili-party", "earlier: 20260210-shili-part")
    ),
    "T013-later": good(
        "T013",
        ("20260210-shili-party", "20260220-shili-party"),
        ("date: 2026-02-10", "date: 2026-02-20"),
    ),
    "T013-first-has-earlier": good(
        "T013", ("chain_step: propose", "chain_step: propose\nearlier: 20260110-shili-deliberation")
    ),
    "T013-publication-is-no-meeting": good(
        "T013", ("chain_step: consult", "chain_step: publish_result")
    ),
    "T013-not-in-force": meeting(
        "20170210-shili-party",
        "meeting_kind: party_meeting\ndate: 2017-02-10\nchain: four-deliberations\nchain_step: propose\n",
    ),
    "T013-resolution-not-published": meeting("20260205-shili-examine", EXAMINE)
    | meeting("20260222-shili-resolve", RESOLVE),
    "T013-resolution-of-this-month": meeting("20260205-shili-examine", EXAMINE)
    | meeting(
        "20260322-shili-resolve",
        RESOLVE.replace("2026-02-22", "2026-03-22").replace("2026-02-05", "2026-03-05"),
    ),
    "T013-published-out-of-order": meeting("20260205-shili-examine", EXAMINE)
    | meeting("20260222-shili-resolve", RESOLVE + PUBLISHED),
    "T014-unknown-matter": good(
        "T014", ("matters: [20260210-shili-noise]", "matters: [20260210-shili-nois]")
    ),
    "T015-more-than-there-is": good("T015", ("present: 8000", "present: 9800")),
    "T015-no-area": good("T015", ("  area:\n    due: 9000\n    present: 8000\n", "")),
    "T016-law-changed-that-year": bad(
        "T016",
        ("20260322-shili-vote", "2010-shili-vote"),
        ("date: 2026-03-22", "date: 2010"),
        ("meetings/2026", "meetings/2010"),
    ),
    "T016-deferred": bad("T016", ("result: adopted", "result: deferred")),
    # V
    "V001-fifteen-digits": walk("证号 110105491231002。"),
    "V001-no-such-day": walk("编号 110105491331002。"),
    "V001-wrong-check-digit": walk("流水号 110105194912310021。"),
    "V001-not-yet-born": walk("流水号 11010521991231002X。"),
    "V001-full-width": walk("证号 １１０１０５１９４９１２３１００２Ｘ。"),
    "V003-fails-the-check": walk("流水号 6222020000000001。"),
    "V003-an-identity-number-is-no-card": walk("证号 440105194912310755。"),
    "V005-floors-and-years-are-fine": walk(
        "3栋2单元有12户，18号楼2024年改造，6栋300多户，2单元5户，人民路12号。"
    ),
    "V005-chinese-numerals": walk("三栋二单元五楼一号漏水。"),
    "V005-floor-ranges-are-fine": walk("5号楼3-4层漏水，2单元2024年改造。"),
    "V005-house-number": walk("12号附3号漏水。"),
    "V007-hotline-is-fine": walk("拨打 12345 或者 400-820-8820。"),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, lay, expect):
    expect(name, lay(CASES[name]))


def test_every_expectation_has_its_case():
    assert {file.stem for file in EXPECTED.iterdir() if "-" in file.stem} == set(CASES)
