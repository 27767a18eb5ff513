"""M009: a pause is followed by its resumption."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.NOT_PAUSED: Text(
        "事项没有中止，不能走{step}。",
        "The matter is not paused, so {step} cannot be taken.",
    ),
    Refusal.ALREADY_PAUSED: Text(
        "事项已经中止，不能再走{step}。",
        "The matter is paused already, so {step} cannot be taken.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-16
    step: resume
    by: shili-committee
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-13
    step: pause
    by: shili-committee
    reason: 等待声级检测。
  - date: 2026-02-16
    step: resume
    by: shili-committee
"""

CHECK = Check(
    code="M009",
    title=Text("中止与恢复成对", "Pauses and resumptions alternate"),
    why=Text(
        "中止会显示在公开页面上；不成对，居民就不知道现在到底办没办。",
        "A pause is shown in public; if it has no resumption, residents cannot tell whether work goes on.",
    ),
    fix=Text(
        "补上缺的中止或恢复，删去多的。",
        "Add the pause or resumption that is missing, delete the one too many.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
