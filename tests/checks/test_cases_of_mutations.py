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
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name, files, lay, expect):
    expect(f"{FOLDER}/{name}", lay(CASES[name](files)))


def test_every_expectation_has_its_case():
    assert {file.stem for file in EXPECTED.iterdir()} == set(CASES)
