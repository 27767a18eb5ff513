"""M011: what was not feasible says why."""

from __future__ import annotations

from yizhan.checks.check import Check, Example
from yizhan.checks.log import Messages, log_problems
from yizhan.model.matter_log import Fault
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.OUTCOME_WITHOUT_REASON: Text(
        "结果是“无法办理”，却没有写原因。",
        "The outcome is “not feasible”, but no reason is given.",
    ),
}

_PATH = "records/matters/2026/20260210-shili-noise.yaml"
_MATTER = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: small
handler: shili-committee
log:
"""
_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-20
    step: report_done
    by: shili-committee
    outcome:
      result: not_feasible
      text: 不能迁走广场。
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-20
    step: report_done
    by: shili-committee
    outcome:
      result: not_feasible
      text: 不能迁走广场。
      reason: 村里没有其他场地。
"""

CHECK = Check(
    code="M011",
    title=Text("办不了要说原因", "Not feasible needs a reason"),
    why=Text(
        "办不成不要紧，要让居民知道为什么，将来条件变了还可以再办。",
        "That something cannot be done may be so; residents must know why, and it may be taken up again when things change.",
    ),
    fix=Text(
        "在 outcome 里写上 reason（原因）。",
        "Give the reason in the outcome.",
    ),
    bad=Example({_PATH: _MATTER + _BAD}),
    good=Example({_PATH: _MATTER + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
)
