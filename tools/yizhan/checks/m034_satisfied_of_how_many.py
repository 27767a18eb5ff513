"""M034: how many were satisfied is said of how many who were asked."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.SATISFIED_OF_UNKNOWN: Text(
        "写了 {satisfied} 人满意，没有写问了多少人。",
        "{satisfied} {satisfied:is|are} said to be satisfied; of how many, it does not say.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
    verdict:
{asked}      satisfied: 5
"""

CHECK = Check(
    code="M034",
    title=Text("满意的写明问了多少人", "Satisfied, of how many"),
    why=Text(
        "五个人满意，问了六个和问了六十个是两回事；满意率按问了多少人算。",
        "Five satisfied of six is one thing, five of sixty another; the rate counts those asked.",
    ),
    fix=Text(
        "在 asked 里写问了多少人；没有数过的，不写 satisfied，写进 text。",
        "Say in asked how many were asked; if nobody counted, leave out satisfied and put it into text.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(asked="")}),
    good=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(asked="      asked: 6\n")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.WARNING,
)
