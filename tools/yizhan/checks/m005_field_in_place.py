"""M005: an entry has nothing that does not belong to its step."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.FIELD_OUT_OF_PLACE: Text(
        "{step}不能写{field}。",
        "{step} cannot have {field}.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-13
    step: progress
    by: shili-committee
    note: 与舞队商量时段。
    verdict:
      asked: 2
      satisfied: 2
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-13
    step: progress
    by: shili-committee
    note: 与舞队商量时段，两户表示满意。
"""

CHECK = Check(
    code="M005",
    title=Text("内容写在该写的步骤里", "Fields stand where they belong"),
    why=Text(
        "结果写在进展里，页面就不会把它当作结果；评价写在受理里，也不算评价。",
        "An outcome in a progress entry is not shown as the outcome, a verdict in an acceptance not as a verdict.",
    ),
    fix=Text(
        "把这一项移到该写它的那一步，或者改写进 note（说明）。",
        "Move it to the entry where it belongs, or write it into note.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
