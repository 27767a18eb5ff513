"""What the mutation catalogue showed that no check found: an example changed a little.

Each case has its golden file ``expected/shown-by-mutations/<CODE>-<name>.txt``; where the file is empty
nothing may be found.
"""

from pathlib import Path

import pytest

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
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    expect(f"{FOLDER}/{name}", lay(CASES[name](files)))


def test_every_expectation_has_its_case():
    assert {file.stem for file in EXPECTED.iterdir()} == set(CASES)
