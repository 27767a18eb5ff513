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
        "要更正的“{corrects}”不在它前面；前面的各条：{entries}。",
        "The entry “{corrects}”, which it corrects, does not come before it; before it are: {entries}.",
    ),
    Fault.CORRECTS_CORRECTION: Text(
        "“{corrects}”本身就是更正，请指明最初写错的那一条。",
        "The entry “{corrects}” is a correction itself; name the entry that was wrong in the first place.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: correct
    by: shili-committee
    corrects: 20260211-assign
    note: 受理的单位写错了。
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: correct
    by: shili-committee
    corrects: 20260211-accept
    note: 受理的单位写错了。
"""

CHECK = Check(
    code="M014",
    title=Text("更正指明哪一条", "Corrections name what they correct"),
    why=Text(
        "日志不改不删，写错了另记一条更正；指错了，读的人就不知道哪一句作废。",
        "The log is never edited; a mistake is set right by a new entry, and the reader must know which one is void.",
    ),
    fix=Text(
        "corrects 填被更正的那一条的代号：没写过代号的是“日期-步骤”，例如 20260211-accept；同一天同一步骤的第二条加 -2。",
        "Let corrects name the key of the entry: day and step where none was given, such as "
        "20260211-accept, with -2 for the second of the same day and step.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
