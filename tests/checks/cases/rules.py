"""Cases of checks of rules, amendments and the law of making them."""

from yizhan.checks.shared.annulments import COURT
from yizhan.checks.shared.examples import dogs_agenda

RULE = "records/rules/shili-rules/rule.yaml"

CASES = {
    **{
        f"N012-of-a-rule-{name}": lambda f, code=code, more=more: f.good(
            "N012",
            (
                "repealed: 2026-02-28\n",
                f"irregular:\n  - code: {code}\n    reason: 弄错了。\n    by: shili-committee\n    date: 2026-01-20\n{more}",
            ),
        ) | COURT
        for name, code, more in (
            ("not-adopted", "L007", ""),
            (
                "ratified-by-others",
                "L007",
                "    resolution: {result: ratified, by: shili-office, date: 2026-02-01}\n",
            ),
            (
                "annulled-before",
                "L006",
                "    resolution: {result: annulled, by: shili-court, date: 2026-02-11}\n",
            ),
            (
                "annulled-after",
                "L006",
                "    resolution: {result: annulled, by: shili-court, date: 2026-03-11}\n",
            ),
        )
    },
    "N011-a-meeting-that-was-not-held": lambda f: f.bad(
        "N011",
        ("attendance:\n  basis: persons\n  due: 900\n  present: 520\n", ""),
        (dogs_agenda(result="deferred"), ("agenda:\n  - title: 养犬的规定\n    amendments: [shili-rules-dogs]\n"
            "not_held:\n  how: cancelled\n  reason: 暴雨，没有开成。\n")),
    ),
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
}  # fmt: skip
