"""M014: a correction names an earlier entry that is no correction itself."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.CORRECTS_NOTHING: Text(
        "要更正的第 {corrects} 条不存在，或者不在它前面；前面一共 {earlier} 条。",
        "Entry {corrects}, which it corrects, does not come before it; there {earlier:is|are} {earlier} before it.",
    ),
    Fault.CORRECTS_CORRECTION: Text(
        "第 {corrects} 条本身就是更正，请指明最初写错的那一条。",
        "Entry {corrects} is a correction itself; name the entry that was wrong in the first place.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: correct
    by: shili-committee
    corrects: 4
    note: 受理的单位写错了。
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: correct
    by: shili-committee
    corrects: 1
    note: 受理的单位写错了。
"""

CHECK = Check(
    code="M014",
    title=Text("更正指明第几条", "Corrections name what they correct"),
    why=Text(
        "日志不改不删，写错了另记一条更正；指错了，读的人就不知道哪一句作废。",
        "The log is never edited; a mistake is set right by a new entry, and the reader must know which one is void.",
    ),
    fix=Text(
        "corrects 填被更正的是第几条，从 1 数起。",
        "Let corrects give the position of the entry, counted from 1.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
