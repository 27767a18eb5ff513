"""M043: whoever is handed a matter takes it over before dealing with it."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems, never
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.NOT_TAKEN_OVER: Text(
        "{step}由{body}来走，而移交给它的这件事项，它还没有接收。",
        "{step} is taken by {body}, to which the matter was handed and which has not taken it over.",
    ),
}

_HANDED = """\
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-office
    tier: big
"""
_TAKEN = """\
  - date: 2026-02-13
    step: take_over
    by: shili-office
"""
_REPORTED = """\
  - date: 2026-02-20
    step: report_done
    by: shili-office
    outcome:
      result: solved
      text: 音响限时限音量。
"""

CHECK = Check(
    code="M043",
    title=Text("移交来的先接收", "Taken over before it is dealt with"),
    why=Text(
        "接收之前，事情还由移交的单位负责；没有接收就办、就报结，居民不知道事情到底在谁手里。",
        "Until it is taken over the giver answers for a matter; if the receiver deals with it or reports it done without that, residents cannot tell who has it.",
    ),
    fix=Text(
        "先补记接收（take_over），写它真正接手的那一天；没有接手的，by 填真正办的单位。",
        "Record first that it took the matter over, on the day on which it did; if it did not, name in by the body that acted.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _HANDED + _REPORTED}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _HANDED + _TAKEN + _REPORTED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=never),
    level=Level.IRREGULAR,
)
