"""M003: residents answer a report of completion, never before it."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.VERDICT_BEFORE_REPORT: Text(
        "还没有报结就走了{step}；事项正处在{stage}，居民的评价要在报结之后。",
        "{step} comes before the matter was reported done; it is in stage {stage}, and residents answer only after the report.",
    ),
}

_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
"""

CHECK = Check(
    code="M003",
    title=Text("先报结后评价", "The report first, then the verdict"),
    why=Text(
        "没有办完就确认满意，满意率就是假的。",
        "A confirmation before the work is done makes the figures of satisfaction false.",
    ),
    fix=Text(
        "核对报结和评价的日期，写错的改过来；漏记了报结的，先补记报结（写明结果），再记居民的评价。",
        "Check the days of the report and of the answer, and correct a wrong one; if the report was left out, record it with its outcome, then the residents' answer.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _CONFIRMED}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + REPORTED + _CONFIRMED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
