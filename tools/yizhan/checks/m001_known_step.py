"""M001: every step of a log is one of the matter's procedure."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.UNKNOWN_STEP: Text(
        "规程里没有“{step}”这一步；这时可以走的是：{allowed}。",
        "The procedure has no step “{step}”; what can be taken here: {allowed}.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accepted
    by: shili-committee
"""

CHECK = Check(
    code="M001",
    title=Text("步骤在规程里", "Steps are the procedure's"),
    why=Text(
        "规程没有的步骤，页面不知道事项走到了哪一环，期限也算不出来。",
        "With a step that the procedure does not know, neither the stage nor the deadline can be told.",
    ),
    fix=Text(
        "step 填规程里的步骤。",
        "Name a step of the procedure in step.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
