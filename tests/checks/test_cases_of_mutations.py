"""What the mutation catalogue showed that no check found: an example changed a little.

Each case has its golden file ``expected/shown-by-mutations/<CODE>-<name>.txt``; where the file is empty
nothing may be found.
"""

from pathlib import Path

import pytest

from yizhan.checks.shared.annulments import COURT

FOLDER = "shown-by-mutations"
EXPECTED = Path(__file__).parent / "expected" / FOLDER

NOT_OURS = """\
    step: report_done
    by: shili-committee
    outcome:
      result: not_ours
      text: 不归村里管。
      belongs_to:
        body: {body}
"""
JOINED = "    step: join\n    by: shili-committee\n    with: [shili-office]\n"

PLACE = "id: {id}\ntitle: {title}\nexample: true\nlevel: {level}\nparent: {parent}\n"
OTHER = {
    "records/places/shili-other.yaml": PLACE.format(
        id="shili-other", title="邻村", level="village", parent="shili-zhen"
    )
}
OTHER_RULE = {
    **OTHER,
    "records/rules/shili-other-rules/rule.yaml": (
        "id: shili-other-rules\ntitle: 邻村村规民约\nexample: true\nrule_kind: village_rules\n"
        "place: shili-other\nwording: unknown\n"
    ),
}
CUN = "records/places/shili-cun.yaml"
GROUPS = {
    f"records/places/shili-cun-{name}.yaml": PLACE.format(
        id=f"shili-cun-{name}", title=f"{name}组", level="group", parent="shili-cun"
    )
    + f"extent:\n  households: {households}\n  date: {date}\n"
    for name, households, date in (
        ("a", 300, "2025"),
        ("b", 200, "2025"),
        ("c", 250, "2025-12-31"),
        ("d", 1, "2019"),
    )
}
COMMITTEE = "records/bodies/shili-committee.yaml"
COUNCIL_BODY = """\
id: shili-council
title: 示例村议事会
example: true
body_kind: council
place: shili-cun
parent: {parent}
"""
GROUP_TEAM = {
    "records/bodies/shili-group-team.yaml": (
        "id: shili-group-team\ntitle: 一组志愿队\nexample: true\nbody_kind: team\nplace: shili-cun-1\n"
    )
}
RULES = "records/rules/shili-rules/rule.yaml"
DECISION_RULE = """\
  - key: {key}
    title: 大额支出
    law: 示例村村规民约
    article: 第一条
    valid: {{{valid}}}
    meetings: [{meeting}]
    named: true
"""
EFFECT = "  - stage: effect\n    date: 2026-03-27\n"
FILE = "  - file: map.png\n    title: 示意图\n"
LIBRARY = """\
id: 20260210-shili-reading
title: 二月读书
example: true
scheme: shili-library
date: 2026-02-10
matter: 20260210-shili-noise
entries:
  - account: a-3f9k2m7q
    kind: award
    item: reading
    points: 5
"""


def decision_rules(*rows):
    """The village's rules with these decision rules: key, period and kind of meeting of each."""
    rules = "".join(
        DECISION_RULE.format(key=key, valid=valid, meeting=meeting) for key, valid, meeting in rows
    )
    return lambda f: {
        path: f"{text}decision_rules:\n{rules}" for path, text in f.village(RULES).items()
    }


ITEM = "  - title: 选举主任\n    elections"

CASES = {
    "M042-belongs-to-whoever-says-so": lambda f: f.good(
        "M042", (JOINED, NOT_OURS.format(body="shili-committee"))
    ),
    "M042-belongs-to-the-office": lambda f: f.good(
        "M042", (JOINED, NOT_OURS.format(body="shili-office"))
    ),
    "M032-not-yet-raised": lambda f: f.good(
        "M032",
        ("20260210-shili-noise", "20260218-shili-noise"),
        ("date: 2026-02-10", "date: 2026-02-18"),
    ),
    "G022-a-vacancy-is-fine": lambda f: f.bad(
        "G022", (ITEM, ITEM.replace("    elections", "    subject: by_election\n    elections"))
    ),
    "L009-an-amendment": lambda f: f.good("N006", ("body: shili-office", "body: shili-committee")),
    "L009-of-no-rule": lambda f: f.good("N006", ("rule: shili-rules\n", "rule: shili-rulez\n")),
    "L009-nobody-says-with-whom": lambda f: f.good("L009", ("  with: shili-office\n", "")),
    "L010-owners-of-a-village": lambda f: f.good("L010", ("village_rules", "owners_covenant")),
    "L010-owners-of-a-square-are-fine": lambda f: f.good(
        "L010",
        ("village_rules", "owners_covenant"),
        ("place: shili-cun", "place: shili-cun-square"),
    ),
    "L010-measures-are-fine": lambda f: f.good("L010", ("village_rules", "measures")),
    "L010-nowhere": lambda f: f.good("L010", ("place: shili-cun", "place: shili-cunn")),
    "L010-not-adopted": lambda f: f.bad("L010", ("adopted:\n  date: 2026-01-20\n", "")),
    "P022-counted-before-it-was-there": lambda f: f.village(CUN, ("  date: 2025", "  date: 1999")),
    "P022-parts-of-one-day": lambda f: GROUPS,
    "P022-of-no-day": lambda f: f.bad("P022", ("  date: 2025-12-31\n", "")),
    "P022-far-apart": lambda f: f.bad(
        "P022", ("300\n  persons: 1000\n  date: 2025", "300\n  date: 2015")
    ),
    "P022-more-households-than-people": lambda f: f.bad(
        "P022", ("  persons: 1000\n", "  persons: 200\n")
    ),
    "P023-more-households-than-people-with-a-note": lambda f: f.bad(
        "P022", ("  persons: 1000\n", "  persons: 200\n  note: 户籍户数，常住人口。\n")
    ),
    "P023-some-months-apart": lambda f: f.bad(
        "P022", ("300\n  persons: 1000\n  date: 2025-12-31", "300\n  date: 2025-06-30")
    ),
    "P005-one-code-twice": lambda f: f.good("P005", ("990101100202", "990101100201")),
    "P005-the-district-alone": lambda f: f.village("records/places/shili-xian.yaml"),
    "B001-below": lambda f: {
        "records/bodies/shili-council.yaml": COUNCIL_BODY.format(parent="shili-group-team"),
        **GROUP_TEAM,
    },
    "B008-before-the-body": lambda f: f.village(
        COMMITTEE,
        (
            "    start: 2026-01-05\n    display:\n      start: 2025-12-25\n      end: 2026-01-03\n",
            "    start: 1999\n    display:\n      start: 1998-12-01\n      end: 1998-12-20\n",
        ),
    ),
    "A018-before-the-body": lambda f: {
        path: f"{text}corrections:\n  - date: 1999-03-01\n    at: members\n    value: 7\n    reason: 数错了。\n"
        for path, text in f.village(COMMITTEE).items()
    },
    "J011-for-a-matter-elsewhere": lambda f: (
        f.good("J011", ("body: shili-office\n", ""))
        | f.good("A018", ("place: shili-cun-square", "place: shili-gu"))
        | {"records/points/2026/20260210-shili-reading.yaml": LIBRARY}
    ),
    "N001-under-a-chapters-key": lambda f: f.good("N015", ("article: dogs", "article: yard")),
    "N012-drafted-after-the-end": lambda f: f.good(
        "N012",
        ("stage: review\n    date: 2026-02-10", "stage: draft\n    date: 2026-03-02"),
        (
            "  - stage: publication\n    date: 2026-02-12\n  - stage: effect\n    date: 2026-02-20\n",
            "",
        ),
    ),
    **{
        f"N012-of-a-rule-annulled-{name}": lambda f, day=day: (
            f.good(
                "N012",
                (
                    "repealed: 2026-02-28\n",
                    (
                        "irregular:\n  - code: L006\n    reason: 弄错了会。\n    by: shili-committee\n    date: 2026-01-20\n"
                        f"    resolution: {{result: annulled, by: shili-court, date: {day}}}\n"
                    ),
                ),
            )
            | COURT
        )
        for name, day in (("before", "2026-02-01"), ("after", "2026-03-01"))
    },
    "N012-of-no-rule": lambda f: f.good("N012", ("rule: shili-square", "rule: shili-sqare")),
    "T014-a-rule-elsewhere": lambda f: f.good(
        "T014",
        ("    matters: [20260210-shili-noise]", "    rules: [shili-other-rules, shili-nothing]"),
        **OTHER_RULE,
    ),
    "T014-no-draft": lambda f: f.good(
        "T014", ("    matters: [20260210-shili-noise]", "    amendments: [shili-rules-nothing]")
    ),
    "T072-withdrawn-before": lambda f: f.good(
        "N015",
        (
            "  - stage: vote\n    date: 2026-03-22\n    meeting: 20260322-shili-vote\n",
            "  - stage: withdrawal\n    date: 2026-03-01\n",
        ),
        (
            "  - stage: filing\n    date: 2026-03-25\n    body: shili-office\n  - stage: publication\n    date: 2026-03-26\n    where: 村务公开栏\n"
            + EFFECT,
            "",
        ),
    ),
    "T072-no-vote-in-the-dossier": lambda f: f.good(
        "N015",
        ("  - stage: vote\n    date: 2026-03-22\n    meeting: 20260322-shili-vote\n", ""),
        (
            "  - stage: filing\n    date: 2026-03-25\n    body: shili-office\n  - stage: publication\n    date: 2026-03-26\n    where: 村务公开栏\n"
            + EFFECT,
            "",
        ),
    ),
    "T072-of-nothing": lambda f: f.good(
        "N015",
        (
            "amendments: [shili-rules-dogs]",
            "amendments: [shili-rules-dogz]\n    rules: [shili-rulez]",
        ),
    ),
    "T072-adopted-on-another-day": lambda f: f.bad(
        "T072", ("  date: 2026-02-18\nsummary", "  date: 2026-02-01\nsummary")
    ),
    "A015-a-file-twice": lambda f: {
        path: f"{text}attachments:\n{FILE}{FILE}" for path, text in f.village(CUN).items()
    },
    "T014-nowhere": lambda f: f.good("T014", ("place: shili-cun\n", "place: shili-cunn\n")),
    "A015-decision-rules-at-one-time": decision_rules(
        ("big", "from: 2026-02-01", "council_meeting"),
        ("big", "from: 2026-03-01", "council_meeting"),
    ),
    "A015-decision-rules-one-after-another": decision_rules(
        ("big", "from: 2026-02-01, to: 2026-02-28", "council_meeting"),
        ("big", "from: 2026-03-01", "council_meeting"),
        ("big", "from: 2026-01-01, to: 2026-01-31", "council_meeting"),
        ("big", "from: 2026-03-01", "other"),
        ("small", "from: 2026-03-01", "council_meeting"),
    ),
    "V002-with-dots": lambda f: f.walk("联系 138.0013.8000。"),
    "V002-with-long-dashes": lambda f: f.walk("联系 138—0013—8000。"),
    "V002-with-what-nobody-sees": lambda f: f.walk('"联系 138\\u200b0013\\u200b8000。"'),
    "V002-decimals-are-fine": lambda f: f.walk("经度 135.12345678，合计 1380.0138。"),
    "V008-householder-who-left": lambda f: f.walk("户主陈志强先走。"),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    expect(f"{FOLDER}/{name}", lay(CASES[name](files)))


def test_every_expectation_has_its_case():
    assert {file.stem for file in EXPECTED.iterdir()} == set(CASES)
