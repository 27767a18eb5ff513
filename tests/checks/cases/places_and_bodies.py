"""Cases of checks of places and bodies."""

from checks.cases.shared import corrected

CASES = {
    "P002-a-ring-that-levels-forbid": lambda f: (
        f.bad("P002") | f.place("shili-west", level="town", parent="shili-east")
    ),
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
    "P004-said-of-the-former-place": lambda f: f.good(
        "P004", ("dissolved: 2025-12-31\n", "successors: [shili-new]\n")
    ),
    "P004-unknown": lambda f: f.good("P004", ("[shili-old]", "[shili-very-old]")),
    "P004-overlap": lambda f: f.good("P004", ("2025-12-31", "2026-02-01")),
    "P004-a-day-apart": lambda f: f.good("P004", ("2025-12-31", "2026-01-02")),
    "P005-building-above-has-no-code": lambda f: (
        f.good("P005", ("parent: shili-zhen", "parent: shili-east"))
        | f.place("shili-east", level="section", parent="shili-zhen", code='"990101100900"')
    ),
    "P007-before": lambda f: f.good("P007", ("dissolved: 2026-03-01", "established: 2026-02-20")),
    "B001-parent-unknown-place": lambda f: (
        f.good("B001", ("parent: shili-committee", "parent: shili-office"))
        | f.village("records/bodies/shili-office.yaml", ("place: shili-zhen", "place: shili-zhenn"))
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
}  # fmt: skip
