"""M027: a confirmation has the numbers that the procedure asks for."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems, share_given
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.BELOW_SHARE: Text(
        "问了 {asked} 人，只有 {satisfied} 人满意，要有 {least} 人才算居民认可；{step}不生效，事项还等着评价。",
        "{asked} {asked:was|were} asked and {satisfied} {satisfied:is|are} satisfied, but {least} {least:is|are} needed for residents to agree; {step} has no effect, and the matter still waits for an answer.",
    ),
    Refusal.NOBODY_SATISFIED: Text(
        "写的是没有一个人满意，记的却是{step}；这一条不生效，事项还等着评价。",
        "Nobody is said to be satisfied, yet the entry is {step}; it has no effect, and the matter still waits for an answer.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
    verdict:
      how: visit
      recorded_by: shili-supervisors
      asked: 12
      satisfied: {satisfied}
"""

CHECK = Check(
    code="M027",
    title=Text("认可的人数够", "Enough residents agree"),
    why=Text(
        "少数人满意就销号，多数人的意见等于没有问。够不够，看规程的 confirm_share，没有写的是过半数。",
        "If a matter is closed because a few are satisfied, the others need not have been asked. The procedure's "
        "confirm_share says how many it takes; more than half where it says nothing.",
    ),
    fix=Text(
        "核对人数；满意的人不够的，这一条改为居民不认可；再去问的另记一条，这一条如实写明不合规。",
        "Check the numbers; where too few are satisfied make it an entry that residents object; if they are asked again, record that apart and acknowledge this one as irregular.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(satisfied=6)}),
    good=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(satisfied=7)}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=share_given),
    level=Level.IRREGULAR,
)
