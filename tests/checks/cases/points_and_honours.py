"""Cases of checks of points and honours."""

from pathlib import Path

from yizhan.checks.shared.annulments import COURT

SCHEME = "records/points/schemes/shili-scheme.yaml"

RULES_PATH = "records/rules/shili-rules/rule.yaml"
RULES = (Path(__file__).parents[2] / "village" / RULES_PATH).read_text("utf-8")
NOT_ADOPTED = """\
  - code: L007
    reason: 会上没有通过。
    by: shili-committee
    date: 2026-01-26
"""

CASES = {
    **{
        f"J004-of-a-rule-{name}": lambda f, said=said: (
            f.good("J004") | {RULES_PATH: RULES + "irregular:\n" + said} | COURT
        )
        for name, said in (
            ("not-adopted", NOT_ADOPTED),
            (
                "ratified-by-others",
                NOT_ADOPTED
                + "    resolution: {result: ratified, by: shili-office, date: 2026-01-28}\n",
            ),
            (
                "void-from-the-beginning",
                NOT_ADOPTED.replace("L007", "L006")
                + "    resolution: {result: annulled, by: shili-court, date: 2026-03-30, from_beginning: true}\n",
            ),
            (
                "annulled",
                NOT_ADOPTED.replace("L007", "L006")
                + "    resolution: {result: annulled, by: shili-court, date: 2026-02-10}\n",
            ),
        )
    },
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
    "H021-a-place-that-is-not-there": lambda f: f.good("H021", ("[shili-cun-1]", "[shili-cun-9]")),
    "J010-nothing": lambda f: f.good("J010", ("points: 5\n", "points: 0\n")),
    "J010-takes-with-a-limit": lambda f: f.good("J010", ("points: 5\n", "points: -5\n")),
    "J012-to-whom": lambda f: f.good("J012", ("  objections_to: 村务监督委员会\n", "")),
    "J012-told-by-a-report": lambda f: f.bad(
        "J012", ("scheme: shili-scheme\n", "scheme: shili-scheme\nsources:\n  - title: 二月积分公示（照片）\n")
    ),
}  # fmt: skip
