"""M007: residents' steps are taken by residents."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.OFFICE_SPEAKS_FOR_RESIDENTS: Text(
        "{step}要由居民来走，{body}不能代替。",
        "{step} is for residents to take; {body} cannot take it for them.",
    ),
    Refusal.SAME_BODY: Text(
        "{body}自己报的结，又由它来走{step}；这一条不生效，事项还等着居民评价。",
        "{body} reported the matter done and takes {step} as well; the entry has no effect, and residents have still to answer.",
    ),
    Refusal.RESIDENTS_OF_ELSEWHERE: Text(
        "{step}要由这里的居民来走，{body}是别处居民的组织，也没有写明理由。",
        "{step} is for the residents here to take; {body} is of residents elsewhere, and no reason is given.",
    ),
    Refusal.RESIDENTS_WITHOUT_PART: Text(
        "{step}要由这里的居民来走，{body}是别处居民的组织，这件事项此前没有它的份。",
        "{step} is for the residents here to take; {body} is of residents elsewhere, and had no part in the matter before.",
    ),
    Refusal.HANDLER_WITHDRAWS: Text(
        "{body}正在承办，又由它来走{step}；撤回是提出的一方的事。",
        "{body} handles the matter and takes {step}; withdrawing is for those who raised it.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
"""

CHECK = Check(
    code="M007",
    title=Text("居民的评价由居民作出", "Residents speak for themselves"),
    why=Text(
        "办事的单位替居民点“满意”，评价就没有意义。",
        "If the office that did the work also declares it satisfying, the verdict means nothing.",
    ),
    fix=Text(
        "居民自己评价的，删去 by；由业主委员会、议事会等代表评价的，填那个组织；事情也关系到别处居民的，认可时在 reason 里写明，他们有别的意见的另立一件；承办的单位办不了的，记不予受理并写明理由，不记撤回。",
        "Leave out by where residents answered themselves; name the owners' committee or council that spoke for them; where the matter concerns residents elsewhere as well, say so in reason when they agree, and record a matter of its own where they have something else to say; a handler that cannot do it declines with a reason and does not withdraw.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _CONFIRMED + "    by: shili-committee\n"}),
    good=Example({NOISE_PATH: _REPORTED + _CONFIRMED}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
