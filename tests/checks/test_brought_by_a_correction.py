"""What only a correction brought has its remedy there: nobody has to invent anew what was taken back."""

from __future__ import annotations

import pytest

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.model.finding import Finding, Level

HANDED = (
    "  - date: 2026-02-13\n    step: handover\n    by: shili-committee\n    to: shili-supervisors\n"
)
TAKEN = "  - date: 2026-02-16\n    step: take_over\n    by: shili-supervisors\n"
JOINED = "  - date: 2026-02-12\n    step: join\n    by: shili-committee\n    with: [shili-office]\n"
BY_OFFICE = REPORTED.replace("by: shili-committee", "by: shili-office")
CONFIRMED = "  - date: 2026-02-22\n    step: confirm\n"
PAUSED = "  - date: 2026-02-13\n    step: pause\n    by: shili-committee\n    reason: 下雨。\n"
RESUMED = "  - date: 2026-02-16\n    step: resume\n    by: shili-committee\n"
CORRECTION = """\
  - date: 2026-03-{day}
    by: {by}
    at: log/{at}
    {how}
    reason: 查了登记簿。
"""
ANNUL = "annul: true"


def corrected(log: str, *places: tuple[str, str], day: int = 10) -> dict[str, str]:
    by = "shili-office" if TAKEN in log else "shili-supervisors"  # no share in the work
    lines = "".join(
        CORRECTION.format(day=day + n, by=by, at=at, how=how) for n, (at, how) in enumerate(places)
    )
    return {NOISE_PATH: NOISE + log + ("corrections:\n" + lines if places else "")}


def blocking(found: tuple[Finding, ...]) -> list[Finding]:
    """Of the matter, less what only time brings."""
    return [each for each in found if each.path == NOISE_PATH and each.level is not Level.DUE]


TAKEN_BACK = {
    "the hand-over": (ACCEPTED + HANDED + TAKEN, "20260213-handover", ["20260216-take_over"]),
    "the report": (ACCEPTED + REPORTED + CONFIRMED, "20260220-report_done", ["20260222-confirm"]),
    "that another joined": (
        ACCEPTED + JOINED + BY_OFFICE,
        "20260212-join",
        ["20260220-report_done"],
    ),
    "the pause": (ACCEPTED + PAUSED + RESUMED, "20260213-pause", ["20260216-resume"]),
}


@pytest.mark.parametrize("what", TAKEN_BACK)
def test_the_remedy_names_the_correction_and_following_it_is_green(lay, what):
    log, at, rest = TAKEN_BACK[what]
    assert not blocking(lay(corrected(log)))
    (finding,) = blocking(lay(corrected(log, (at, ANNUL))))
    assert f"2026-03-10 更正 log/{at} 以后才不合" in finding.fix.zh
    assert f"Only the correction of log/{at} on 2026-03-10" in finding.fix.en
    also = [(each, ANNUL) for each in rest]
    assert not blocking(lay(corrected(log, (at, ANNUL), *also)))


def test_what_was_wrong_before_has_the_checks_own_remedy(lay):
    early = CONFIRMED.replace("02-22", "02-13")
    other = ("20260211-accept/note", "value: 已受理，转村委会。")
    (finding,) = blocking(lay(corrected(ACCEPTED + early, other)))
    assert "更正" not in finding.fix.zh.partition("。")[0]


def test_of_two_corrections_the_one_is_named_that_brought_it(lay):
    log, at, _ = TAKEN_BACK["the report"]
    later = ("20260211-accept/note", "value: 已受理，转村委会。")
    (finding,) = blocking(lay(corrected(log, (at, ANNUL), later)))
    assert "2026-03-10" in finding.fix.zh
    assert "20260211-accept" not in finding.fix.zh


def test_what_residents_objected_to_does_not_lapse(lay):
    """The objection was entered after the lapse, under its own earlier day."""
    lapsed = "  - date: 2026-03-02\n    step: lapse\n    by: shili-committee\n"
    objected = "  - date: 2026-02-23\n    step: object\n    reason: 还是很响。\n"
    log = ACCEPTED + REPORTED + lapsed + objected
    (finding,) = blocking(lay(corrected(log)))
    assert (finding.code, "居民已经表示不认可" in finding.fix.zh) == ("M002", True)
    annulled = corrected(log, ("20260302-lapse", ANNUL))
    assert not blocking(lay(annulled))


def test_a_step_corrected_to_another_is_told_once(lay):
    """A report that was a confirmation: what does not fit in it, and what rested on it, are one mistake."""
    log, at, _ = TAKEN_BACK["the report"]
    wrong = corrected(log, (f"{at}/step", "value: progress"))
    assert [each.code for each in blocking(lay(wrong))] == ["M005"]
