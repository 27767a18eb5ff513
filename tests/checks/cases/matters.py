"""Cases of checks of procedures and the logs of matters."""

from yizhan.checks.shared.annulments import COURT

ROUND = "records/rounds/2026/20260210-shili-walk.yaml"
WALK = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-committee
"""
LOCAL = "records/procedures/shili-local.yaml"
ACCEPTED = "    step: accept\n    by: shili-committee\n"
HANDED_OVER = (
    "  - date: 2026-03-20\n    step: handover\n    by: shili-committee\n    to: shili-office\n"
)


def _beside(files: dict[str, str]) -> dict[str, str]:
    """The talk of these files, held six days earlier as well."""
    path = "records/meetings/2026/20260218-shili-talk.yaml"
    earlier = files[path].replace("20260218", "20260212").replace("2026-02-18", "2026-02-12")
    return {path.replace("20260218", "20260212"): earlier}


def corrected(at: str, value: str = "2026-02-15") -> tuple[tuple[str, str], ...]:
    """A correction of something in a matter's log, written before it."""
    lines = f"  - date: 2026-03-20\n    at: {at}\n    value: {value}\n    by: shili-supervisors\n    reason: 写错了。\n"
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
    **{
        f"M040-a-rule-{name}": lambda f, code=code, said=said: f.good(
            "M040",
            (
                "repealed: 2026-03-01\n",
                f"irregular:\n  - code: {code}\n    reason: 弄错了会。\n    by: shili-committee\n    date: 2026-01-20\n" + said,
            ),
        ) | COURT
        for name, code, said in (
            ("annulled-before", "L006", "    resolution: {result: annulled, by: shili-court, date: 2026-01-30}\n"),
            ("annulled-after", "L006", "    resolution: {result: annulled, by: shili-court, date: 2026-03-30}\n"),
            ("void-from-the-beginning", "L006", "    resolution: {result: annulled, by: shili-court, date: 2026-03-30, from_beginning: true}\n"),
            ("that-can-be-contested", "L006", ""),
            ("not-adopted", "L007", ""),
            ("ratified-by-others", "L007", "    resolution: {result: ratified, by: shili-office, date: 2026-01-30}\n"),
        )
    },
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
    "M018-another-meeting-lists-it": lambda f: (
        f.bad("M018") | _beside(f.good("M018"))
    ),
    "M018-one-that-was-not-held-yet": lambda f: (
        f.bad("M018", ("agenda:\n  - title: 广场使用\n", "planned: true\n"))
        | _beside(f.good("M018"))
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
    "C001-unknown-tier": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("        tier: big", "        tier: bigg")
    ),
    "C001-unknown-start": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("start: reported", "start: raised")
    ),
    "C001-a-stage-twice": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("key: claimed", "key: reported")
    ),
    "C001-a-stage-by-another-key": lambda f: f.village(
        "records/procedures/shili-local.yaml", ("key: claimed", "key: claimd")
    ),
    "C001-left-out-but-there": lambda f: f.good(
        "C001", ("start: reported\n", "start: reported\nwithout: [report_done]\n")
    ),
}  # fmt: skip
