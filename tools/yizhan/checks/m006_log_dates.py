"""M006: the entries of a log follow one another in time."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.DATE_BEFORE_RAISED: Text(
        "这一步的日期 {date} 早于事项提出的日期 {raised}。",
        "This entry is dated {date}, before the matter was raised on {raised}.",
    ),
    Fault.DATE_OUT_OF_ORDER: Text(
        "这一步的日期 {date} 早于前面记录的 {earlier}。",
        "This entry is dated {date}, before an entry above it of {earlier}.",
    ),
}

_BAD = """\
  - date: 2026-02-09
    step: accept
    by: shili-committee
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
"""

CHECK = Check(
    code="M006",
    title=Text("日志按时间排列", "The log is in order of time"),
    why=Text(
        "日志从上到下就是办理的经过；日期倒着排，多少天办结就算错了。",
        "From top to bottom the log tells what happened; out of order, the days it took are counted wrong.",
    ),
    fix=Text(
        "核对日期；补记早先的事，用更正（correct）或进展（progress）在末尾说明。",
        "Check the date; what was forgotten is told at the end, by a correction or a progress entry.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
