"""M010: a day set by an entry comes after it, and an extension extends."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems, never
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.UNTIL_BEFORE_ENTRY: Text(
        "期限 {until} 早于这一步的日期 {date}。",
        "The deadline {until} lies before the entry's own date, {date}.",
    ),
    Fault.PUT_OFF: Text(
        "{step}把期限从 {due} 推到了 {until}；期限只能用延期（extend）往后推，这里的不算数。",
        "{step} would move the deadline from {due} to {until}; only an extension (extend) moves it later, and this does not count.",
    ),
    Fault.EXTENSION_NOT_LATER: Text(
        "延期到 {until}，并不晚于原来的期限 {due}。",
        "The extension runs until {until}, which is not later than the deadline {due}.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-16
    step: extend
    by: shili-committee
    until: 2026-02-17
    reason: 设备缺货。
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-16
    step: extend
    by: shili-committee
    until: 2026-03-10
    reason: 设备缺货。
"""

CHECK = Check(
    code="M010",
    title=Text("延期要往后延", "Extensions extend"),
    why=Text(
        "延期之后的期限反而更早，居民看到的期限就乱了。",
        "An extension to an earlier day leaves residents with two deadlines.",
    ),
    fix=Text(
        "核对 until（延到哪一天）；这一步不是延期的，把 until 删去，要延期的另记一步延期（extend）；没有必要延期的，不记延期。",
        "Check until; where the step is no extension, take until out of it and record an extension (extend) of its own if one is meant; leave the extension out if none is needed.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=never),
    level=Level.IRREGULAR,
)
