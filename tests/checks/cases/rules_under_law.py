"""Cases of checks of what a rule may not hold by the organic laws, and of who annuls it."""

from checks.cases.shared import BY_RESIDENTS, COVENANT, PLACES, RULE_PATH, held, item
from yizhan.checks.shared.annulments import COURT
from yizhan.checks.shared.examples import (
    BY_ASSEMBLY,
    NOISE_PATH,
    NOISE_RAISED,
    vote,
)


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


FINED = "乱停的罚款五十元。"


def lanes_changed(name, change, *stages):
    """An amendment of the agreement on lanes, with the entries of its dossier as ``stage day``."""
    entries = "".join(
        f"  - stage: {each.split()[0]}\n    date: {each.split()[1]}\n" for each in stages
    )
    return {
        f"records/rules/shili-lanes/amendments/{name}.yaml": f"""\
id: {name}
title: 改第一条
example: true
rule: shili-lanes
changes:
  - operation: {change}
    article: litter
dossier:
{entries}"""
    }


REWORDED = "replace\n    text: 车子停在划好的位置。"
IN_FORCE = ("draft 2026-02-01", "vote 2026-02-10", "publication 2026-02-12", "effect 2026-03-01")

ANNULLED = """\
irregular:
  - code: N009
    reason: 到会不足，照样通过。
    by: shili-committee
    date: 2026-03-01
    resolution: {result: annulled, by: shili-office, date: 2026-03-28}
"""
DRAFT = "  - stage: draft\n    date: 2026-02-21\n"

CASES = {
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
    "G012-amended-away": lambda f: rule_of(FINED) | lanes_changed("shili-lanes-kind", REWORDED, *IN_FORCE),
    "G012-article-repealed": lambda f: rule_of(FINED) | lanes_changed("shili-lanes-kind", "repeal", *IN_FORCE),
    "G012-amended-from-next-year": lambda f: rule_of(FINED)
    | lanes_changed("shili-lanes-kind", REWORDED, *IN_FORCE[:3], "effect 2027-01-01"),
    "G012-amendment-amended-away": lambda f: rule_of("车子停好。")
    | lanes_changed("shili-lanes-fine", f"replace\n    text: {FINED}", "vote 2025-02-10", "publication 2025-02-12", "effect 2025-03-01")
    | lanes_changed("shili-lanes-kind", REWORDED, *IN_FORCE),
    "G012-amendment-in-force": lambda f: rule_of("车子停好。")
    | lanes_changed("shili-lanes-fine", f"replace\n    text: {FINED}", *IN_FORCE),
    "G012-amendment-withdrawn": lambda f: rule_of("车子停好。")
    | lanes_changed("shili-lanes-fine", f"replace\n    text: {FINED}", "draft 2026-02-01", "withdrawal 2026-02-10"),
    "G012-rule-repealed": lambda f: {
        path: text + "effective: 2025-01-01\nrepealed: 2026-02-28\n" for path, text in rule_of(FINED).items()
    },
    "G012-rule-repealed-later": lambda f: {
        path: text + "effective: 2025-01-01\nrepealed: 2027-02-28\n" for path, text in rule_of(FINED).items()
    },
    "G012-amendment-of-a-repealed-rule": lambda f: {
        path: text + "effective: 2025-01-01\nrepealed: 2026-02-28\n" for path, text in rule_of("车子停好。").items()
    }
    | lanes_changed("shili-lanes-fine", f"replace\n    text: {FINED}", "draft 2026-02-01"),
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
    "R011-of-the-assembly": lambda f: f.bad("R011", ("villagers_representatives", "villagers_assembly")),
    "R011-by-a-peoples-congress": lambda f: f.good(
        "R011", ("body_kind: assembly\nplace: shili-cun\n", "body_kind: assembly\nplace: shili-zhen\n")
    ),
    "R011-by-the-government": lambda f: f.bad("R011", ("by: shili-supervisors", "by: shili-office")),
    "R012-of-the-assembly": lambda f: f.bad("R012", ("villagers_representatives", "villagers_assembly")),
    "R012-of-the-assembly-by-the-committee": lambda f: f.bad(
        "R012", ("villagers_representatives", "villagers_assembly"), ("by: shili-office", "by: shili-committee")
    ),
    "R012-of-the-committee": lambda f: f.bad(
        "R012", ("villagers_representatives", "committee_meeting"), ("notice:", "convener: shili-committee\nnotice:")
    ),
    "R012-of-the-committee-by-a-court": lambda f: f.bad(
        "R012", ("villagers_representatives", "committee_meeting"), ("notice:", "convener: shili-committee\nnotice:"),
        ("by: shili-office", "by: shili-court"),
    ) | COURT,
    "R012-of-a-committee-that-nobody-names": lambda f: f.bad(
        "R012", ("villagers_representatives", "committee_meeting")
    ),
    "R012-of-a-deliberation": lambda f: f.bad("R012", ("villagers_representatives", "building_deliberation")),
    "R012-upheld": lambda f: f.bad("R012", ("result: annulled", "result: upheld")),
    "R012-by-nobody-known": lambda f: f.bad("R012", ("by: shili-office", "by: no-such")),
    "R012-of-a-rule": lambda f: rule_of("遛犬要牵绳。", "village_rules", date="2026-02-01") | {
        "records/rules/shili-lanes/rule.yaml": rule_of("遛犬要牵绳。", "village_rules", date="2026-02-01")[
            "records/rules/shili-lanes/rule.yaml"
        ]
        + ANNULLED
    },
    "R012-of-an-amendment": lambda f: {
        path: text + ANNULLED for path, text in dogs("遛犬要牵绳。", DRAFT).items()
    },
    "R012-of-an-amendment-of-nothing": lambda f: {
        path: text.replace("rule: shili-rules\n", "rule: no-such-rule\n") + ANNULLED
        for path, text in dogs("遛犬要牵绳。", DRAFT).items()
    },
    "R012-of-measures": lambda f: {
        path: text + ANNULLED for path, text in rule_of("遛犬要牵绳。", "measures", date="2026-02-01").items()
    },
    "R012-of-a-matter": lambda f: {
        NOISE_PATH: NOISE_RAISED + ANNULLED
    },
}  # fmt: skip
