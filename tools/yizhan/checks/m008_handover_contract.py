"""M008: a hand-over is taken over or sent back by the body it went to, once."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.NO_HANDOVER: Text(
        "没有等待接收的移交，不能走{step}。",
        "There is no hand-over waiting, so {step} cannot be taken.",
    ),
    Refusal.WRONG_TAKER: Text(
        "事项移交给了{handed_to}，只有它能走{step}。",
        "The matter was handed to {handed_to}; only that body can take {step}.",
    ),
    Refusal.HANDOVER_PENDING: Text(
        "事项已经移交给{handed_to}，对方还没有接收或者退回，不能再次移交。",
        "The matter was handed to {handed_to}, which has neither taken it over nor sent it back; it cannot be handed on.",
    ),
    Refusal.HANDED_TO_HOLDER: Text(
        "事项本来就由{body}承办，不用移交给它。",
        "{body} has the matter already; it cannot be handed over to it.",
    ),
}

_BAD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-office
    tier: big
  - date: 2026-02-13
    step: handover
    by: shili-committee
    to: shili-county
"""
_GOOD = """\
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-office
    tier: big
  - date: 2026-02-13
    step: take_over
    by: shili-office
"""

CHECK = Check(
    code="M008",
    title=Text("移交有接有退", "Hand-overs are answered"),
    why=Text(
        "移交是约定：对方接收之前仍由原单位负责；接收和退回都要由被移交的单位来走，事情才不会悬空。",
        "A hand-over is a contract: until it is taken over the giver remains answerable, and only the receiver can take it over or send it back.",
    ),
    fix=Text(
        "核对移交给谁（to）、谁来接收（by）；没有移交记录的，先补记移交。",
        "Check to whom it went (to) and who took it over (by); if the hand-over was not recorded, record it first.",
    ),
    bad=Example({NOISE_PATH: NOISE + _BAD}),
    good=Example({NOISE_PATH: NOISE + _GOOD}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
