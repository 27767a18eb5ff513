"""M012: no more residents are satisfied than were asked."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.SATISFIED_OVER_ASKED: Text(
        "问了 {asked} 人，却有 {satisfied} 人满意。",
        "{asked} {asked:was|were} asked, but {satisfied} {satisfied:is|are} said to be satisfied.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
    verdict:
      asked: {asked}
      satisfied: {satisfied}
"""

CHECK = Check(
    code="M012",
    title=Text("满意人数不多于询问人数", "Satisfied of those asked"),
    why=Text(
        "满意率是公开的数字，分子大于分母就成了笑话。",
        "The rate of satisfaction is published; a part larger than the whole makes it a joke.",
    ),
    fix=Text(
        "核对 asked（询问人数）和 satisfied（满意人数）。",
        "Check asked and satisfied.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(asked=3, satisfied=5)}),
    good=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(asked=5, satisfied=3)}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
