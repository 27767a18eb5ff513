"""Cases of checks of any record: references, days, corrections, privacy."""

from checks.cases.shared import corrected
from yizhan.checks.shared.annulments import ASSEMBLY

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
QUIET = "records/rules/shili-rules/amendments/shili-rules-quiet.yaml"
PLANNED = "records/meetings/2026/20260412-shili-deliberation.yaml"
HELD = "records/meetings/2026/20260315-shili-assembly.yaml"


def objected(files, raised: str, decided: str) -> dict[str, str]:
    """An election whose list of voters, of the second of March, somebody objected to."""
    listed = "          published: 2026-03-02\n"
    given = f"            - date: {raised}\n              decided: {decided}\n"
    return files.good("G017", (listed, f"{listed}          objections:\n{given}"))


ELECTED_ALL_THE_SAME = """\
        irregular:
          - code: G016
            article: 村民委员会组织法第十八条第二款
            reason: 来的人不过半数。
            by: shili-office
            date: 2026-03-24
            resolution: {result: ratified, by: shili-assembly, date: 2026-03-30}
"""

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
    "A005-in-each-others-place": lambda f: f.good(
        "B003",
        (
            "place: shili-cun\n",
            "place: shili-committee\nparent: shili-cun\npredecessors: [shili-cun]\n",
        ),
    ),
    "A005-twice-a-place": lambda f: f.good(
        "B003", ("members: 8\n", "parent: shili-cun\npredecessors: [shili-cun]\nmembers: 8\n")
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
    "A016-a-whole-frozen-list": lambda f: f.good(
        "A016",
        ("step: accept", "step: accept\n    with: [shili-supervisors]"),
        ("at: log/20260211-accept/note", "at: log/20260211-accept/with"),
        ("value: 已派人查看。", "annul: true"),
    ),
    "A016-an-entry-to-append": lambda f: f.good(
        "A016",
        ("at: log/20260211-accept/note", "at: log/20260212-progress"),
        ("value: 已派人查看。", "value: {date: 2026-02-12, step: progress, note: 看过。}"),
    ),
    "A016-another-name": lambda f: f.good(
        "A016",
        ("step: accept", "step: accept\n    with: [shili-supervisors]"),
        ("at: log/20260211-accept/note", "at: log/20260211-accept/with/shili-supervisor"),
        ("value: 已派人查看。", "value: shili-supervisors"),
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
    "A004-of-two-records-the-first-says-it": lambda f: (
        f.village(LAMPS, ("place: shili-cun-square", "place: shili-nowhere"))
        | f.village(WALK_FILE, ("place: shili-cun", "place: shili-nowhere"))
    ),
    "A004-once-in-a-record": lambda f: f.village(
        LAMPS,
        ("handler: shili-committee", "handler: shili-nobody"),
        ("    by: shili-committee\n    outcome", "    by: shili-nobody\n    outcome"),
    ),
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
    "V002-one-digit-missing": lambda f: f.walk("手机号：1381234567。"),
    "V002-numerals-are-fine": lambda f: f.walk("一九九三年修的，二〇二六年六月二十日重修。"),
    "V002-in-an-address": lambda f: {
        ROUND: WALK + "sources:\n  - title: 公开栏\n    url: https://example.org/u/13812345678\n"
    },
    "V002-a-landline-in-an-address-is-none": lambda f: {
        ROUND: WALK + "sources:\n  - title: 公开栏\n    url: https://example.org/u?tel=68681234\n"
    },
    "V002-in-a-list-that-was-corrected": lambda f: f.village(
        "records/bodies/shili-committee.yaml",
        ("  - 办理本村的公共事务和公益事业\n", "  - 办理公益事业\n  - 值班，电话13812345678\n"),
        (
            "established: 2001\n",
            "established: 2001\n" + corrected("duties", "value: [办理公益事业, 值班]"),
        ),
    ),
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
    "V008-householder-at-the-end": lambda f: f.walk("户主李四"),
    "V008-home-of-somebody": lambda f: f.walk("村民张桂芳家门口排水沟堵塞"),
    "V008-home-without-a-role": lambda f: f.walk("会址：李秀英家院坝开会，何小平家得奖。"),
    "V008-what-somebody-does": lambda f: f.walk("王建军负责办理本村的事务。"),
    "V008-office-in-the-village": lambda f: f.walk("由治保主任刘德海检查。"),
    "V008-trade": lambda f: f.walk("电工赵大勇安装。"),
    "V008-in-brackets-after-an-office": lambda f: f.walk("主任（王建军）"),
    "V008-surname-and-office": lambda f: f.walk("肥皂找陈会计领。"),
    "V008-three-names": lambda f: f.walk("获评家庭：李国强、王秀英、陈德贵"),
    "V008-names-of-places-are-fine": lambda f: f.walk("王家坝、张家湾、李家院子；张家湾组反映，王记小卖部负责，老张面馆，李家大院门口。"),
    "V008-ordinary-words-are-fine": lambda f: f.walk("黄豆、高粱、白菜；村民文化活动室，居民方便出行，党员周一巡查，书记马上到场，甲方经理、对方主任签字，任组长。"),
    "V008-householder": lambda f: f.walk("户主陈志强。"),
    "V008-offices-alone-are-fine": lambda f: f.walk(
        "副镇长督办，主任于当日到场，书记高度重视，组长任何时候都在。"
    ),
    "V008-after-a-role": lambda f: f.walk("居民张桂芳反映路灯不亮。"),
    "V008-roles-alone-are-fine": lambda f: f.walk("居民常年反映，业主多次投诉，村民方面提出。"),
    "V007-hotline-is-fine": lambda f: f.walk("拨打 12345 或者 400-820-8820。"),
    "R010-a-committee-of-itself": lambda f: f.bad(
        "R010", ("convener: shili-committee\n", ""), ("building_deliberation", "committee_meeting")
    ),
    **{
        f"R004-{name}": lambda f, article=article: f.bad("R015", ("示例县议事办法第三条", article))
        for name, article in (
            ("an-article-that-a-law-has-not", "民法典第九千条"),
            ("a-paragraph-that-an-article-has-not", "村民委员会组织法（2025年修正）第三十条第九款"),
            ("an-item-that-an-article-has-not", "村民委员会组织法（2025年修正）第二十八条第一款第七项"),
            ("an-article-that-the-village-s-rule-has-not", "示例村村规民约第五百条"),
            ("an-article-in-arabic-numerals", "民法典第134条"),
        )
    },
    "R004-the-quorum-in-arabic-numerals": lambda f: f.bad("R004", ("第九条", "第26条")),
    "R015-of-no-law": lambda f: f.bad("R015", ("示例县议事办法第三条", "第三条")),
    "R013-a-council-s-by-the-party-branch": lambda f: f.bad(
        "R010", ("by: shili-committee, date: 2026-03-02", "by: shili-branch, date: 2026-03-02")
    ) | {
        "records/bodies/shili-branch.yaml": "id: shili-branch\ntitle: 示例村党支部\nexample: true\nbody_kind: party\nplace: shili-cun\n"
    },
    "R013-a-council-s-by-a-body-elsewhere": lambda f: f.bad(
        "R010", ("by: shili-committee, date: 2026-03-02", "by: shili-next, date: 2026-03-02")
    ) | {
        "records/places/shili-lin.yaml": "id: shili-lin\ntitle: 邻村\nexample: true\nlevel: village\nparent: shili-zhen\n",
        "records/bodies/shili-next.yaml": "id: shili-next\ntitle: 邻村村民会议\nexample: true\nbody_kind: assembly\nplace: shili-lin\n",
    },
    "R013-no-such-meeting": lambda f: {
        path: text
        for path, text in f.good("R013").items()
        if path != "records/meetings/2026/20260328-shili-vote.yaml"
    },
    "R013-what-all-voted-down": lambda f: f.good(
        "R013",
        ("result: adopted\n        method: show_of_hands\n        vote: {for: 500, against: 20}", "result: rejected\n        method: show_of_hands\n        vote: {for: 20, against: 500}"),
        ("by: shili-assembly", "by: shili-reps"),
    ) | {"records/bodies/shili-reps.yaml": "id: shili-reps\ntitle: 示例村村民代表会议\nexample: true\nbody_kind: assembly\nplace: shili-cun\n"},
    "A021-annulled-by-an-assembly-elsewhere": lambda f: f.bad(
        "R011", ("by: shili-supervisors, date: 2026-03-28", "by: shili-next, date: 2026-03-28")
    ) | {
        "records/places/shili-lin.yaml": "id: shili-lin\ntitle: 邻村\nexample: true\nlevel: village\nparent: shili-zhen\n",
        "records/bodies/shili-next.yaml": "id: shili-next\ntitle: 邻村村民会议\nexample: true\nbody_kind: assembly\nplace: shili-lin\n",
    },
    "R013-an-election-by-the-assembly": lambda f: {
        path: text + ELECTED_ALL_THE_SAME for path, text in f.bad("G016").items()
    } | ASSEMBLY,
    "R010-a-council-by-the-committee": lambda f: f.bad("R010", ("convener: shili-committee\n", "")),
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
}  # fmt: skip
