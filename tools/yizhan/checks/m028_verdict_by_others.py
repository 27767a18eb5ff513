"""M028: whoever reports a matter done does not judge it as well."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems, never
from yizhan.facts.matter_log import Fault
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Fault.RECORDED_BY_REPORTER: Text(
        "居民的评价写的是由{body}记下，而这件事是它办、办过或者由它交给别人办的；这算办理单位代记。",
        "The residents' answer is said to be taken down by {body}, which handled the matter, did before, or gave it to another to do; it counts as noted by the office.",
    ),
    Fault.RECORDED_BY_A_PART: Text(
        "居民的评价写的是由{body}来说、来记，而它和办这件事的{other}是上下级；这算办理单位代记。",
        "The residents' answer is said to come from {body}; between it and {other}, which handled the matter, one is part of the other. It counts as noted by the office.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_CONFIRMED = """\
  - date: 2026-02-22
    step: confirm
    verdict:
      how: call
      recorded_by: {by}
"""

CHECK = Check(
    code="M028",
    title=Text("办的和评的不是同一个", "Doing and judging are apart"),
    why=Text(
        "谁办的事，又由谁来说居民满意，等于自己给自己打分。",
        "If those who did the work also say that residents are satisfied, they mark their own work.",
    ),
    fix=Text(
        "由承办单位以外的组织去问、去记（recorded_by）；没有别人去问的，删去 recorded_by（居民的组织自己评价的，删去 by），按办理单位代记公布。",
        "Have another body ask and take it down (recorded_by); where nobody else did, leave recorded_by out (or by, where a body of residents answered), and it is published as noted by the office.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(by="shili-committee")}),
    good=Example({NOISE_PATH: _REPORTED + _CONFIRMED.format(by="shili-supervisors")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES, cites=never),
    level=Level.IRREGULAR,
)
