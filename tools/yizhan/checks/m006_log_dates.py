"""M006: nothing is done about a matter before it was raised."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
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
}

_BAD = """\
  - date: 2026-02-09
    step: accept
    by: shili-committee
"""

CHECK = Check(
    code="M006",
    title=Text("先提出，后办理", "Nothing before it was raised"),
    why=Text(
        "事情还没有人提出，就不会有人去办；日期写错了，多少天办结也跟着算错。补记早先的事不算错：写在末尾，"
        "按它自己的日期生效，网站上注明是后来补记的。",
        "Nobody acts on what nobody raised yet, and with a wrong date the days it took are counted wrong. To record "
        "something late is no mistake: it stands at the end, takes effect by its date, and is shown as entered later.",
    ),
    fix=Text(
        "核对这一步的日期和提出的日期（raised 里的 date）；已经合并的不改原处，在 corrections 里加一条更正，at 写到日期为止。",
        "Check this entry's date and that of raised. Once merged, leave both as they are and add to corrections, with at "
        "leading to the date.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
