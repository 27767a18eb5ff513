"""M013: a matter lapses only after the answering period."""

from __future__ import annotations

from yizhan.checks.shared.check import Check, Example
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import Messages, log_problems
from yizhan.facts.progress import Refusal
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Messages = {
    Refusal.RESIDENTS_ANSWERED: Text(
        "居民已经答复，满意的人不够，不是没有人评价，不能走{step}。",
        "Residents answered, and too few are satisfied; that is no silence, and {step} cannot be taken.",
    ),
    Refusal.NO_PERIOD: Text(
        "{step}要有评价的期限：规程没有写 answer_days，报结时也没有写 until，没有期限就谈不上期满。",
        "{step} needs a time to answer: the procedure gives no answer_days and the report no until, and what has no end does not run out.",
    ),
    Refusal.LAPSE_TOO_EARLY: Text(
        "居民可以评价到 {answer_by}，{date} 就期满销号早了。",
        "Residents may answer until {answer_by}; closing as lapsed on {date} is too early.",
    ),
}

_REPORTED = NOISE + ACCEPTED + REPORTED
_LAPSED = """\
  - date: {date}
    step: lapse
    by: shili-committee
"""

CHECK = Check(
    code="M013",
    title=Text("期满才能销号", "No lapse before its time"),
    why=Text(
        "没有人提意见也要等期满，时间没到就销号，等于替居民放弃了评价。",
        "Silence counts only once the time to answer is over; closing earlier takes the answer away.",
    ),
    fix=Text(
        "删去这一条，等期满以后再记（已经合并的，在 corrections 里作废）；居民已经答复的，记居民的评价；没有期限的，去问居民，记下他们的评价。",
        "Take the entry out and record it after the period (once merged, annul it in corrections); if residents answered, record their answer; where there is no period, ask them and record what they say.",
    ),
    bad=Example({NOISE_PATH: _REPORTED + _LAPSED.format(date="2026-02-25")}),
    good=Example({NOISE_PATH: _REPORTED + _LAPSED.format(date="2026-03-10")}),
    kinds=(Kind.MATTER,),
    run=log_problems(_MESSAGES),
    level=Level.IRREGULAR,
)
