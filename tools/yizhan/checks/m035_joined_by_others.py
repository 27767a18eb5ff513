"""M035: a body is not joined by itself."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.JOINS_ITSELF: Text(
        "{body}自己牵头，又写成和自己联合。",
        "{body} acts here, and is named again as joining itself.",
    ),
}

_JOINED = """\
  - date: 2026-02-16
    step: join
    by: shili-committee
    with: [{body}]
"""

CHECK = Check(
    code="M035",
    title=Text("联合的是别的组织", "Others join"),
    why=Text(
        "联合办理是说还有谁一起办；只写自己，等于没有别人。",
        "Joint work says who else takes part; a body that joins itself is alone.",
    ),
    fix=Text(
        "with 里只写另外的组织；没有别的组织的，去掉这一条。",
        "Name only the other bodies in with; if there are none, leave the entry out.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _JOINED.format(body="shili-committee")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _JOINED.format(body="shili-office")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.ERROR,
)
