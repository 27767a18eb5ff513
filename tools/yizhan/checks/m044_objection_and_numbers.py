"""M044: residents object where too few of them are satisfied."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems, share_given
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.OBJECTION_BY_TOO_FEW: Text(
        "问了 {asked} 人，有 {satisfied} 人满意，够得上认可，记的却是{step}。",
        "{asked} {asked:was|were} asked and {satisfied} {satisfied:is|are} satisfied, which is enough to agree, yet the entry is {step}.",
    ),
}

_OBJECTED = """\
  - date: 2026-02-22
    step: object
    reason: 晚上还是吵。
    verdict:
      how: visit
      recorded_by: shili-supervisors
      asked: 12
      satisfied: {satisfied}
"""

CHECK = Check(
    code="M044",
    title=Text("不认可和人数对得上", "An objection has its numbers"),
    why=Text(
        "多数人满意，记的却是不认可，人数和结论总有一处不对，或者还有别的缘故，居民要看得到。",
        "If most are satisfied and the entry says that residents object, either the numbers or the conclusion is wrong, or there is more to it, which residents must see.",
    ),
    fix=Text(
        "核对人数；满意的人够的，记居民确认。",
        "Check the numbers; where enough are satisfied record that residents agree.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + REPORTED + _OBJECTED.format(satisfied=7)}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + REPORTED + _OBJECTED.format(satisfied=6)}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=share_given),
    level=Level.IRREGULAR,
)
