"""M047: nobody gets a matter back, or takes it from another, by correcting the record itself."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.corrected_by_doers import at_corrections
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.part_by_correction import part_by_correction
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    return at_corrections(record, part_by_correction(record, archive, context))


_HANDED_ON = """\
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-office
    tier: big
  - date: 2026-02-13
    step: take_over
    by: shili-office
corrections:
  - date: 2026-02-24
    at: log/20260213-take_over
    annul: true
    by: {by}
    reason: 镇里没有接收，录错了。
"""
_TEXT = NOISE + ACCEPTED + _HANDED_ON

CHECK = Check(
    code="M047",
    title=Text("谁在办不由自己改", "Nobody corrects itself into a matter"),
    why=Text(
        "移交出去的单位把对方的接收作废，或者把自己改成承办单位，事情到底在谁手里，记录就不可信了。",
        "If the body that handed a matter on annuls that it was taken over, or one corrects itself into having it, the record no longer tells who has the matter.",
    ),
    fix=Text(
        "由没有承办这件事的组织（监督委员会、上级）核对以后来更正，by 写它；已经记进档案的，由它把同一处再更正一次；事情确实又交回来了的，不更正，另记移交和接收。",
        "Let a body that never had it (supervisors, or one above) look into it and correct it, and name it in by; where the correction is merged, let it correct the same place once more; if the matter did come back, correct nothing and record that it was handed over and taken over.",
    ),
    bad=Example({NOISE_PATH: _TEXT.format(by="shili-committee")}),
    good=Example({NOISE_PATH: _TEXT.format(by="shili-supervisors")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
