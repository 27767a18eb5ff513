"""M002: every step of a log is allowed in the stage the matter is in."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.WRONG_STAGE: Text(
        "事项正处在{stage}，不能走{step}；这时可以走的是：{allowed}。",
        "The matter is in stage {stage}, where {step} cannot be taken; what can: {allowed}.",
    ),
    Refusal.WRONG_TIER: Text(
        "{step}不适用于“{tier}”这一类事项；这时可以走的是：{allowed}。",
        "{step} is not for matters of the tier “{tier}”; what can be taken: {allowed}.",
    ),
    Refusal.UNKNOWN_STAGE: Text(
        "{step}要进入的环节在规程里没有；请先改正规程。",
        "{step} leads to a stage that the procedure does not have; correct the procedure first.",
    ),
    Refusal.AFTER_END: Text(
        "事项已经拆分或者并案，不能再走{step}；后面的事记到新的事项里。",
        "The matter was split or merged, {step} cannot follow; record what comes next in the new matter.",
    ),
}


CHECK = Check(
    code="M002",
    title=Text("步骤按规程走", "Steps follow the procedure"),
    why=Text(
        "规程规定了先后；跳过受理直接报结，居民就看不到谁在什么时候接了这件事。",
        "The procedure sets the order; without acceptance residents never see who took the matter up, and when.",
    ),
    fix=Text(
        "补上漏记的前一步，或者改成这时允许的步骤；了结以后回访的，写一条办理进展，用 round 写明是哪次走访。",
        "Add the step that was left out before, or name one that is allowed here; a return visit after the end is a "
        "note of progress that names its round.",
    ),
    bad=Example({NOISE_PATH: NOISE + REPORTED}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + REPORTED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
