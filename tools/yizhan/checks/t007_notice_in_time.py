"""T007: a meeting is called as early as the law asks."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, vote
from yizhan.checks.shared.minutes import decision_rules
from yizhan.facts.decision import judge_notice
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.ruling import fault, under_each

_AFTER = Text(
    "通知的日期 {date} 晚于会议的日期 {held}。",
    "The notice of {date} comes after the meeting of {held}.",
)
_CHECK_DAYS = Text(
    "核对通知和会议的日期，改掉写错的那个。",
    "Check the days of notice and meeting, and correct the one that is wrong.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if record.notice is None:
        return
    if record.date.surely_before(record.notice.date):
        message = _AFTER.format(date=record.notice.date, held=record.date)
        yield Problem(record, ("notice", "date"), message, _CHECK_DAYS)
        return
    rules, where = decision_rules(record, archive, context)
    short = judge_notice(record, rules, where).shortcomings
    if short:
        strictest = max(short, key=lambda each: each.need)
        asked = ((each.rule, each.article) for each in short if each.rule is not None)
        message, articles = under_each(asked, fault(strictest))
        yield Problem(record, ("notice", "date"), message, articles=articles)


_TITLE = "村民会议：修路"
_PRESENT = BY_ASSEMBLY | {"present": 470}
_AGENDA = """\
agenda:
  - title: 修路
"""

CHECK = Check(
    code="T007",
    title=Text("按时通知开会", "Called in time"),
    why=Text(
        "通知晚了，在外的人赶不回来。村民会议、居民会议要提前十日通知（2026年起遇特殊情况可以临时通知），"
        "业主大会要提前十五日。",
        "Called late, those away cannot come. Villagers' and residents' assemblies are called ten days ahead "
        "(from 2026 later under special circumstances), owners' assemblies fifteen.",
    ),
    fix=Text(
        "核对通知的日期；确有特殊情况的，在 notice 里写 reason（原因）；法律不许例外的，重新召集。",
        "Check the day of the notice; give the special circumstances in reason; where the law knows none, call it anew.",
    ),
    bad=Example({VOTE_PATH: vote(_TITLE, _PRESENT, notice="2026-03-18") + _AGENDA}),
    good=Example({VOTE_PATH: vote(_TITLE, _PRESENT, notice="2026-03-10") + _AGENDA}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
