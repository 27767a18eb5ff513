"""M004: an entry has what its step needs."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.MISSING_FIELD: Text(
        "{step}还缺{field}。",
        "{step} lacks {field}.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: refuse
    by: shili-committee
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: refuse
    by: shili-committee
    reason: 活动在规定时段内，音量没有超标。
"""

CHECK = Check(
    code="M004",
    title=Text("步骤要素齐全", "Entries are complete"),
    why=Text(
        "报结要有结果，移交要有对象，延期要有理由，办理的步骤要有单位；缺了，居民就不知道是谁办的、交给了谁、为什么。",
        "A report needs its outcome, a hand-over its receiver, an extension its reason, a step of the office its body; without them residents cannot tell by whom, to whom or why.",
    ),
    fix=Text(
        "补上所缺的内容；来源没有说明由谁办的，办理单位写 by: unknown。",
        "Add what is missing; where the source does not say who acted, write by: unknown.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
