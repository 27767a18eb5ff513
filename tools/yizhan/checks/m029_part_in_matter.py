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
        "{step}由{body}来走，而这件事项这时没有它的份：不在它手里，也没有请它会同；记过进展、督办过，不算有份；移交、交办出去的和退回去的，不再由它办。",
        "{step} is taken by {body}, which has no part in the matter at that time: it does not have it, and nobody who has asked it to join; to have noted progress or supervised gives no part, and what it handed on, assigned to another or sent back is not its own any more.",
    ),
    Fault.NOT_ITS_TO_GIVE: Text(
        "{step}由{body}来走，而这件事项这时不在它手里，承办的不是它交办的，它也不是承办单位的上级；它不能把事情交给谁、请谁会同。",
        "{step} is taken by {body}, which does not have the matter at that time, did not assign it to the body that has it, and is not over that body; it is not for it to give the matter to anybody, or to ask others to join.",
    ),
    Fault.GIVES_ITSELF: Text(
        "{step}由{body}来走，是把别人在办的事交给它自己；它没有办过，也不是它交办的。要由它办，由承办的移交给它，它来接收。",
        "{step} is taken by {body}, which assigns to itself what another has; it never had it, and did not assign it. If it is to have it, whoever has it hands it over, and it takes it over.",
    ),
    Fault.NOT_ITS_TO_REOPEN: Text(
        "{step}由{body}来走，而它不是这里居民的组织，不是这里的监督委员会，事项不在它手里，它也不是承办单位的上级。",
        "{step} is taken by {body}, which is no body of the residents here, nor their supervisors; it does not have the matter, and is not over the body that has it.",
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
        "by 填真正走这一步的单位；事项还没有单位承办的，在 handler 里填上承办单位；确实换了单位办的，由承办的或者它的上级先补记交办、移交或者会同。",
        "Name in by the body that took the step; where nobody has the matter yet, name the body that has it in handler; if the matter did change hands, record first that whoever had it, or a body over it, assigned it, handed it over or asked others to join.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _REPORTED.format(by="shili-county")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _REPORTED.format(by="shili-committee")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=never),
    level=Level.IRREGULAR,
)
