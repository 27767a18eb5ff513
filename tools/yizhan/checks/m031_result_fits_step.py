"""M031: the result of an entry does not contradict its step."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.CONTRADICTORY_RESULT: Text(
        "{step}的结果写成{result}，两处对不上。",
        "{step} has the result {result}; the two contradict each other.",
    ),
    Fault.OWNER_OF_OURS: Text(
        "结果是{result}，就不写归谁管（belongs_to）；那一项只用于“不归这里管”。",
        "The result is {result}, so nobody else's is named (belongs_to); that is for “not ours”.",
    ),
}

_REFUSED = """\
  - date: 2026-02-20
    step: refuse
    by: shili-committee
    reason: 音量没有超标。
    outcome:
      result: {result}
      text: 测了两次，都在限值以内。
"""

CHECK = Check(
    code="M031",
    title=Text("结果和步骤不矛盾", "Results fit their steps"),
    why=Text(
        "不予办理的事写成“已解决”，办完的事写成“提出人撤回”，公布出来居民就不知道该信哪一句。",
        "A refusal with the result “solved”, or a report of completion with “withdrawn”, says two things at once.",
    ),
    fix=Text(
        "核对：办完了的走报结，办不到的写办不到，提出人撤回的走撤回。",
        "Check which is right: report it done, say that it is not feasible, or record that it was withdrawn.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _REFUSED.format(result="solved")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _REFUSED.format(result="explained")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
