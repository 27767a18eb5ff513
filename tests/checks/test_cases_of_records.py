"""What the examples leave out, of checks of every record, places, bodies, points, honours, claims: an example changed a little.

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
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
WALK_FILE = "records/rounds/2026/20260108-shili-walk.yaml"
SCHEME = "records/points/schemes/shili-scheme.yaml"
QUIET = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"

PLANNED = "records/meetings/2026/20260412-shili-deliberation.yaml"
HELD = "records/meetings/2026/20260315-shili-assembly.yaml"


def corrected(at: str, how: str) -> str:
    """A correction of early March of what stands at ``at``."""
    given = f"  - date: 2026-03-05\n    by: shili-committee\n    at: {at}\n    {how}\n"
    return f"corrections:\n{given}    reason: 记错了。\n"


def objected(files, raised: str, decided: str) -> dict[str, str]:
    """An election whose list of voters, of the second of March, somebody objected to."""
    listed = "          published: 2026-03-02\n"
    given = f"            - date: {raised}\n              decided: {decided}\n"
    return files.good("G017", (listed, f"{listed}          objections:\n{given}"))


CASES = {
    "A004-any-kind": lambda f: f.good(
        "A001", ("parent: shili-cun", "parent: shili-cun\ncorrects: nowhere")
    ),
    "A004-list-of-kinds-is-short": lambda f: f.good(
        "A001", ("parent: shili-cun", "parent: a-place-far-away")
    ),
    "A005-not-a-place": lambda f: f.good("A001", ("parent: shili-cun", "parent: shili-committee")),
    "A005-of-no-likely-kind": lambda f: f.good(
        "A001", ("parent: shili-cun", "parent: 20260108-shili-walk")
    ),
    "A006-all-of-a-record": lambda f: f.village(LAMPS, ("example: true\n", "")),
    "A007-in-the-log": lambda f: f.village(
        LAMPS,
        (
            "    note: 议事会",
            "    attachments:\n      - file: notes.pdf\n        title: 会议记录\n    note: 议事会",
        ),
    ),
    "A009-places": lambda f: f.good(
        "A001", ("parent: shili-cun", "parent: shili-cun\ncorrects: shili-cun-1")
    ),
    "A008-names-to-change": lambda f: {
        ROUND: WALK,
        **{
            f"{ROUND.removesuffix('.yaml')}/{name}": ""
            for name in ("照片 1.jpg", "IMG_2031.JPG", "zhang.xlsx", "yard.jpg")
        },
    },
    "A008-rule-files": lambda f: ({"records/rules/shili-rules/files/scan.pdf": ""}),
    "A016-an-id": lambda f: f.good("A016", ("at: log/20260211-accept/note", "at: id")),
    "A016-a-whole-list": lambda f: f.good(
        "A016", ("at: log/20260211-accept/note", "at: log"), ("value: 已派人查看。", "value: []")
    ),
    "A016-within-a-word": lambda f: f.good("A016", ("at: log/20260211-accept/note", "at: title/a")),
    "A016-in-what-is-annulled": lambda f: f.good(
        "A016",
        (
            "corrections:\n",
            "corrections:\n  - date: 2026-03-01\n    at: log/20260211-accept\n    annul: true\n    reason: 没有受理。\n",
        ),
    ),
    "A016-like-nothing": lambda f: f.good(
        "A016", ("at: log/20260211-accept/note", "at: log/2/note")
    ),
    "A009-later": lambda f: f.good(
        "A009",
        ("20260331-shili-corrected", "20260131-shili-corrected"),
        ("end: 2026-03-31", "end: 2026-01-31"),
    ),
    "A013-ends": lambda f: f.walk('"查看了排水沟。 "'),
    "A013-paragraphs-are-fine": lambda f: (
        {ROUND: f"{WALK}summary: |\n  第一段。\n\n  第二段。\n"}
    ),
    "A014-closing": lambda f: f.walk("查看了排水沟》。"),
    "A014-item-numbers-are-fine": lambda f: f.walk("1）查看排水沟。2）查看路灯。"),
    "A018-what-a-meeting-is-called-for": lambda f: f.village(
        PLANNED, ("venue: 文化广场\n", "venue: 文化广场\n" + corrected("venue", "value: 村委会"))
    ),
    "A018-what-a-meeting-decided": lambda f: f.village(
        HELD,
        (
            "convener: shili-committee\n",
            "convener: shili-committee\n" + corrected("attendance/present", "value: 611"),
        ),
    ),
    "A018-an-effect-ahead": lambda f: f.village(
        QUIET,
        ("dossier:", corrected("dossier/20260320-effect/date", "value: 2026-04-01") + "dossier:"),
    ),
    "A018-an-effect-ahead-annulled": lambda f: f.village(
        QUIET, ("dossier:", corrected("dossier/20260320-effect", "annul: true") + "dossier:")
    ),
    "A018-a-publication-before-it-was": lambda f: f.village(
        QUIET, ("dossier:", corrected("dossier/20260316-publication", "annul: true") + "dossier:")
    ),
    "D001-honour-not-conferred-yet": lambda f: f.good(
        "H001",
        ("date: 2026-02-10\nstages", "date: 2026-05-01\nstages"),
        ("20260210-shili-lane", "20260501-shili-lane"),
        ("  - stage: conferred\n    date: 2026-02-10\n", ""),
    ),
    "D001-effect-may-lie-ahead": lambda f: f.village(
        QUIET, ("date: 2026-03-20", "date: 2026-06-01")
    ),
    "D001-filing-may-not": lambda f: f.village(QUIET, ("date: 2026-03-18", "date: 2026-06-01")),
    "D001-claims-of-the-future": lambda f: f.good("Q003", ("end: 2026-03-31", "end: 2026-12-31")),
    "D002-objection-before-the-list": lambda f: objected(f, "2026-02-27", "2026-03-03"),
    "D002-objection-decided-before-it-was-raised": lambda f: objected(
        f, "2026-03-05", "2026-03-04"
    ),
    "D002-objection-in-the-month-of-the-list": lambda f: objected(f, "2026-03", "2026-03-03"),
    "D003-no-date": lambda f: f.good("D003", ("20260210-shili-walk", "shili-walk-in-february")),
    "P001-sections-go-anywhere": lambda f: (
        f.place("shili-east", level="section", parent="shili-zhen")
        | f.place("shili-east-cun", level="village", parent="shili-east")
    ),
    "P001-section-within-a-building": lambda f: (
        f.place("shili-hall", level="building", parent="shili-cun")
        | f.place("shili-hall-east", level="section", parent="shili-hall")
    ),
    "P001-grids-within-grids": lambda f: (
        f.place("shili-grid", level="grid", parent="shili-cun-1")
        | f.place("shili-grid-1", level="grid", parent="shili-grid")
    ),
    "P003-district-with-parent": lambda f: f.place(
        "shili-town", level="district", parent="shili-xian"
    ),
    "B006-annulled-end": lambda f: {
        "records/bodies/shili-lamp-team.yaml": (
            "id: shili-lamp-team\ntitle: 路灯管护队\nexample: true\nbody_kind: team\nplace: shili-cun\n"
            "dissolved: 2026-02-28\nsuccessors: [shili-committee]\n"
            + corrected("dissolved", "annul: true")
        )
    },
    "B006-annulled-end-of-the-former": lambda f: f.good(
        "B006",
        (
            "dissolved: 2025-12-31\n",
            f"dissolved: 2025-12-31\n{corrected('dissolved', 'annul: true')}",
        ),
    ),
    "P004-annulled-end": lambda f: f.good(
        "P004",
        (
            "dissolved: 2025-12-31\n",
            f"dissolved: 2025-12-31\n{corrected('dissolved', 'annul: true')}",
        ),
    ),
    "A021-of-the-former-parent": lambda f: {
        "records/places/shili-nan-zhen.yaml": (
            "id: shili-nan-zhen\ntitle: 南镇\nexample: true\nlevel: town\nparent: shili-xian\n"
        ),
        "records/bodies/shili-nan-office.yaml": (
            "id: shili-nan-office\ntitle: 南镇人民政府\nexample: true\nbody_kind: government\n"
            "place: shili-nan-zhen\n"
        ),
        "records/places/shili-xi-cun.yaml": (
            "id: shili-xi-cun\ntitle: 西村\nexample: true\nlevel: village\nparent: shili-nan-zhen\n"
            + corrected("parent", "value: shili-zhen").replace(
                "shili-committee", "shili-nan-office"
            )
        ),
    },
    "P004-unknown": lambda f: f.good("P004", ("[shili-old]", "[shili-very-old]")),
    "P004-overlap": lambda f: f.good("P004", ("2025-12-31", "2026-02-01")),
    "P004-a-day-apart": lambda f: f.good("P004", ("2025-12-31", "2026-01-02")),
    "P005-building-above-has-no-code": lambda f: (
        f.good("P005", ("parent: shili-zhen", "parent: shili-east"))
        | f.place("shili-east", level="section", parent="shili-zhen", code='"990101100900"')
    ),
    "P007-before": lambda f: f.good("P007", ("dissolved: 2026-03-01", "established: 2026-02-20")),
    "A004-of-two-records-the-first-says-it": lambda f: (
        f.village(LAMPS, ("place: shili-cun-square", "place: shili-nowhere"))
        | f.village(WALK_FILE, ("place: shili-cun", "place: shili-nowhere"))
    ),
    "A004-once-in-a-record": lambda f: f.village(
        LAMPS,
        ("handler: shili-committee", "handler: shili-nobody"),
        ("    by: shili-committee\n    outcome", "    by: shili-nobody\n    outcome"),
    ),
    "B001-parent-unknown-place": lambda f: (
        f.good("B001", ("parent: shili-committee", "parent: shili-office"))
        | f.village("records/bodies/shili-office.yaml", ("place: shili-zhen", "place: shili-zhenn"))
    ),
    "J001-scheme-missing": lambda f: f.good(
        "J001", ("scheme: shili-scheme", "scheme: shili-schema")
    ),
    "J001-goods": lambda f: f.good("J003", ("item: soap", "item: towel")),
    "J002-goods": lambda f: f.good("J003", ("points: -8", "points: -9")),
    "J003-award": lambda f: f.good("J001", ("points: 10", "points: -10")),
    "J004-place": lambda f: f.good(
        "J004", ("scheme: shili-scheme\n", "scheme: shili-scheme\nplace: shili-zhen\n")
    ),
    "J005-unknown-entry": lambda f: f.good("J005", ("a-x81zt0pw-cleanup", "a-x81zt0pw-cleanup-2")),
    "J005-unknown-batch": lambda f: f.good(
        "J005", ("20260220-shili-cleanup#", "20260220-shili-clean#")
    ),
    "J005-other-account": lambda f: f.good("J005", ("account: a-x81zt0pw", "account: a-3f9k2m7q")),
    "J005-later": lambda f: f.good(
        "J005", ("20260310-shili-back", "20260210-shili-back"), ("2026-03-10", "2026-02-10")
    ),
    "J005-twice": lambda f: (
        f.good("J005")
        | {
            path.replace("20260310", "20260311"): text.replace("20260310", "20260311").replace(
                "03-10", "03-11"
            )
            for path, text in f.good("J005").items()
        }
    ),
    "J007-taken-back": lambda f: (
        f.bad("J007")
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
    reverses: 20260225-shili-help#a-9c4d7e2b-cleanup
"""
        }
    ),
    "J008-on-display-before-its-day": lambda f: f.good(
        "J008", ("  start: 2026-02-25", "  start: 2026-02-24")
    ),
    "J008-no-display": lambda f: f.good(
        "J008",
        (
            "display:\n  start: 2026-02-25\n  end: 2026-03-01\n  where: 村务公开栏\n  objections_to: 村务监督委员会\n",
            "",
        ),
    ),
    "J008-none-asked": lambda f: (
        f.village(SCHEME, ("display_days: 5\n", ""))
        | f.good(
            "J008",
            (
                "display:\n  start: 2026-02-25\n  end: 2026-03-01\n  where: 村务公开栏\n  objections_to: 村务监督委员会\n",
                "",
            ),
        )
    ),
    "H001-twice": lambda f: f.good("H001", ("stage: nominated", "stage: conferred")),
    "H001-reversed": lambda f: f.good(
        "H001",
        (
            "stage: nominated",
            "stage: displayed\n    until: 2026-02-09\n    where: 公开栏\n    objections_to: 村务监督委员会",
        ),
        ("stage: conferred", "stage: reviewed"),
    ),
    "B005-display-over": lambda f: f.bad(
        "B005",
        (
            "    start: 2023-03-01\n    end: 2026-02-28\n",
            "    display:\n      start: 2026-03-01\n      end: 2026-03-15\n",
        ),
    ),
    "B005-on-display": lambda f: f.bad(
        "B005",
        (
            "    start: 2023-03-01\n    end: 2026-02-28\n",
            "    display:\n      start: 2026-03-20\n      end: 2026-04-05\n",
        ),
    ),
    "B005-dissolved": lambda f: f.bad(
        "B005", ("place: shili-cun\n", "place: shili-cun\ndissolved: 2026-03-01\n")
    ),
    "B005-dissolved-later": lambda f: f.bad(
        "B005", ("place: shili-cun\n", "place: shili-cun\ndissolved: 2026-06\n")
    ),
    "B005-term-goes-on": lambda f: f.bad("B005", ("end: 2026-02-28", "end: 2026-05")),
    "B005-next-without-end": lambda f: f.good("B005", ("    end: 2029-02-28\n", "")),
    "B005-another-post": lambda f: f.good(
        "B005",
        (
            "  - title: 队长\n    holders: 1\n    start: 2026",
            "  - title: 副队长\n    holders: 1\n    start: 2026",
        ),
    ),
    "H005-on-display": lambda f: f.bad("H005", ("until: 2026-03-17", "until: 2026-03-31")),
    "H005-not-displayed-yet": lambda f: f.bad(
        "H005", ("stage: displayed", "stage: reviewed"), ("    until: 2026-03-17\n", "")
    ),
    "H003-open": lambda f: f.good("H003", ("    until: 2026-02-08\n", "")),
    "H004-date": lambda f: f.good(
        "H004",
        ("date: 2026-02-10\ncount", "date: 2026-02\ncount"),
        ("    date: 2026-02-10", "    date: 2026-03-01"),
    ),
    "H004-more-places-than-counted": lambda f: f.good(
        "H004",
        ("    count: 4\n", "    count: 1\n    places: [shili-cun-1, shili-cun-square]\n"),
        ("count: 4\n", "count: 1\n"),
    ),
    "H021-households": lambda f: f.good("H021", ("unit: team", "unit: household")),
    "J010-nothing": lambda f: f.good("J010", ("points: 5\n", "points: 0\n")),
    "J010-takes-with-a-limit": lambda f: f.good("J010", ("points: 5\n", "points: -5\n")),
    "J012-to-whom": lambda f: f.good("J012", ("  objections_to: 村务监督委员会\n", "")),
    "Q003-part": lambda f: f.good(
        "Q003", ("percent: 81.3", "percent: 81.3\n      numerator: 9\n      denominator: 8")
    ),
    "V001-fifteen-digits": lambda f: f.walk("证号 110105491231002。"),
    "V001-no-such-day": lambda f: f.walk("编号 110105491331002。"),
    "V001-wrong-check-digit": lambda f: f.walk("流水号 110105194912310021。"),
    "V001-not-yet-born": lambda f: f.walk("流水号 11010521991231002X。"),
    "V001-full-width": lambda f: f.walk("证号 １１０１０５１９４９１２３１００２Ｘ。"),
    "V001-one-digit-missing": lambda f: f.walk("证号 11010519491231002。"),
    "V001-no-province": lambda f: f.walk("订单号 202603151976123105 和 990105194912310021。"),
    "V003-a-card-that-looks-like-a-birthday": lambda f: f.walk("卡号 620105194912310026。"),
    "V003-fails-the-check": lambda f: f.walk("流水号 6222020000000001。"),
    "V003-an-identity-number-is-no-card": lambda f: f.walk("证号 440105194912310755。"),
    "V005-floors-and-years-are-fine": lambda f: f.walk(
        "3栋2单元有12户，18号楼2024年改造，6栋300多户，2单元5户，人民路12号。"
    ),
    "V005-chinese-numerals": lambda f: f.walk("三栋二单元五楼一号漏水。"),
    "V005-door-with-hyphens": lambda f: f.walk("3-2-501漏水。"),
    "V005-door-of-a-group": lambda f: f.walk("二组15号门前积水。"),
    "V005-dates-and-buildings-are-fine": lambda f: f.walk(
        "2026-2-10 走访一组3号楼，26-2-10 复查。"
    ),
    "V005-floor-ranges-are-fine": lambda f: f.walk("5号楼3-4层漏水，2单元2024年改造。"),
    "V005-house-number": lambda f: f.walk("12号附3号漏水。"),
    "V007-part-of-a-longer-number": lambda f: f.walk("批号 12 023-6123 4567 8。"),
    "V008-says-what-to-do": lambda f: f.walk("村民张国庆主张先清沟；村民马上要求清沟。"),
    "V009-qq": lambda f: f.walk("QQ：123456789，请加。"),
    "V009-groups-are-fine": lambda f: f.walk("微信群 300 人，QQ 群里也通知了。"),
    "V002-read-out": lambda f: f.walk("打一三八幺二三四五六七八找电工。"),
    "V002-numerals-are-fine": lambda f: f.walk("一九九三年修的，二〇二六年六月二十日重修。"),
    "V002-in-an-address": lambda f: {
        ROUND: WALK + "sources:\n  - title: 公开栏\n    url: https://example.org/u/13812345678\n"
    },
    "V002-article-in-an-address-is-fine": lambda f: {
        ROUND: WALK
        + "sources:\n  - title: 公开栏\n    url: https://example.org/2026/content_13812345678.html\n"
    },
    "V005-zero-in-chinese": lambda f: f.walk("一栋二单元三〇一室漏水。"),
    "V005-village-group": lambda f: f.walk("第一村民小组 15 号门前积水。"),
    "V007-in-blocks": lambda f: f.walk("家里电话 023-6789 1234。"),
    "V008-what-somebody-said": lambda f: f.walk("村民王建国说都亮了。"),
    "V008-after-an-office": lambda f: f.walk("副镇长刘海涛督办。"),
    "V008-after-called": lambda f: f.walk("有位老人名叫吴桂兰。"),
    "V008-householder": lambda f: f.walk("户主陈志强。"),
    "V008-offices-alone-are-fine": lambda f: f.walk(
        "副镇长督办，主任于当日到场，书记高度重视，组长任何时候都在。"
    ),
    "V008-after-a-role": lambda f: f.walk("居民张桂芳反映路灯不亮。"),
    "V008-roles-alone-are-fine": lambda f: f.walk("居民常年反映，业主多次投诉，村民方面提出。"),
    "V007-hotline-is-fine": lambda f: f.walk("拨打 12345 或者 400-820-8820。"),
    "R010-a-step-of-a-matter": lambda f: f.bad(
        "M032",
        (
            "    merged_into: 20260210-shili-noise\n",
            (
                "    merged_into: 20260210-shili-noise\n"
                "    irregular:\n      - code: M032\n        reason: 没有看那一件已经不办了。\n"
                "        by: shili-committee\n        date: 2026-02-20\n"
                "        resolution: {result: upheld, by: shili-committee, date: 2026-03-02}\n"
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    expect(name, lay(CASES[name](files)))


def test_every_expectation_has_its_case():
    kept = {file.stem for file in EXPECTED.iterdir() if "-" in file.stem}
    kept -= {name for name in kept if name.startswith("R011-")}  # test_cases_of_law.py
    assert {name for name in kept if name[0] in "ABDHJPQRV"} == set(CASES)
