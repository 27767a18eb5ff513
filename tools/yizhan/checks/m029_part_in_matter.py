"""M029: only a body that has a part in a matter accepts it, hands it over or reports it done."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems, never
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.STRANGER: Text(
        "{step}由{body}来走，而这件事项这时没有它的份：不在它手里，也没有请它会同；移交出去、退回去了的，不再由它办。",
        "{step} is taken by {body}, which has no part in the matter at that time: it does not have it, and nobody asked it to join; what it handed on or sent back is not its own any more.",
    ),
}

_REPORTED = """\
  - date: 2026-02-20
    step: report_done
    by: {by}
    outcome:
      result: solved
      text: 音响限时限音量。
"""

CHECK = Check(
    code="M029",
    title=Text("办事的单位有份", "Whoever acts has a part"),
    why=Text(
        "不相干的单位来报结、移交、受理，居民就不知道事情到底在谁手里。",
        "If a body that has nothing to do with it accepts, hands over or reports a matter, residents cannot tell who has it.",
    ),
    fix=Text(
        "by 填真正办的单位；确实换了单位办的，先补记交办、移交或者会同。",
        "Name in by the body that acted; if the matter did change hands, record first that it was assigned, handed over or joined.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _REPORTED.format(by="shili-county")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _REPORTED.format(by="shili-committee")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=never),
    level=Level.IRREGULAR,
)
