"""After an objection is annulled by a correction residents have their time to answer anew."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED

OBJECTED = "  - date: 2026-02-22\n    step: object\n    reason: 还是很响。\n"
LAPSED = "  - date: {day}\n    step: lapse\n    by: shili-committee\n"
BACK = """\
corrections:
  - date: 2026-03-10
    at: log/20260222-object{at}
    by: shili-supervisors
    reason: 居民没有这样说，录错了。
"""
ANNULLED = BACK.format(at="\n    annul: true")
TURNED = BACK.format(at="/step\n    value: progress")
OTHER = BACK.format(at="/reason\n    value: 有点响。")


@pytest.mark.parametrize(
    ("corrections", "day", "refused"),
    [
        (ANNULLED, date(2026, 3, 11), True),
        (ANNULLED, date(2026, 3, 16), True),
        (ANNULLED, date(2026, 3, 18), False),
        (TURNED, date(2026, 3, 11), True),
        (TURNED, date(2026, 3, 18), False),
        (OTHER, date(2026, 3, 18), None),
    ],
)
def test_the_time_to_answer_begins_anew(lay, corrections, day, refused):
    text = NOISE + ACCEPTED + REPORTED + OBJECTED + LAPSED.format(day=day) + corrections
    codes = {each.code for each in lay({NOISE_PATH: text})}
    assert ("M013" in codes) is (refused is True)
    assert bool(codes & {"M002", "M003"}) is (refused is None)


def test_an_objection_to_an_earlier_report_changes_nothing(lay):
    again = REPORTED.replace("2026-02-20", "2026-03-02")
    text = NOISE + ACCEPTED + REPORTED + OBJECTED + again + LAPSED.format(day=date(2026, 3, 12))
    other = ANNULLED.replace("2026-03-10", "2026-03-01")
    assert "M013" not in {each.code for each in lay({NOISE_PATH: text + other})}
