"""M026: no open matter is past a day that was set for it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.open_matters import open_state, silent_for
from yizhan.facts.deadlines import Due, days_late
from yizhan.facts.matter_state import MatterState
from yizhan.facts.succession import heirs
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Family, Kind
from yizhan.wording.deadline import AT_LEAST, PROVISIONAL

_LATE = Text(
    "事项处在{stage}，期限是 {due}{provisional}，已经{least}超过 {days} 个工作日。",
    "The matter is in stage {stage}; its time ran out on {due}{provisional}, {least}{days} working {days:day|days} ago.",
)
_UNANSWERED = Text(
    "事项已经报结，居民评价的期限是 {due}{provisional}，还没有记下评价，也没有期满销号。",
    "The matter was reported done; residents could answer until {due}{provisional}, and neither an answer nor a lapse is recorded.",
)
_TOO_FEW = Text(
    "事项已经报结，居民评价的期限是 {due}{provisional}；问过居民，满意的人不够，以后怎样还没有记。",
    "The matter was reported done; residents could answer until {due}{provisional}. They were asked, too few are satisfied, and nothing is recorded since.",
)
_NOT_TAKEN = Text(
    "事项移交给{body}，接收的期限是 {due}{provisional}，已经{least}超过 {days} 个工作日，还没有接收或者退回。",
    "The matter was handed to {body}, which was to take it over by {due}{provisional}; {least}{days} working {days:day|days} later it has done neither that nor sent it back.",
)
_VAGUE = Text("（起算日不详，这是最迟的一天）", " (since when is not known: the latest it can be)")
_ACCEPT = Text(
    "受理、交办，或者写明理由不予办理，记一条。",
    "Accept or assign it, or refuse it with a reason, and record which.",
)
_ANSWER = Text(
    "联系居民，记下评价；规程允许期满销号的，记一条期满销号。",
    "Ask the residents and record their answer; where the procedure lets it lapse, record that.",
)
_AGAIN = Text(
    "居民不认可的，记下来，退回重办；再去问过的，记下新的评价。",
    "Record that residents object, and the matter is taken up again; or ask anew and record the answer.",
)
_TAKE = Text(
    "催对方接收或者退回，再记一条。",
    "Press the receiver to take it over or send it back, then record which.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    # half a year's silence is M011's: reported twice, it would be one matter more to look at
    state = None if silent_for(record, context) else open_state(record, archive, context)
    if state is None:
        return
    yield from _stage(record, state, context)
    pending = state.pending
    if pending is not None and pending.due is not None and pending.late:
        body = archive.body(pending.to)
        if body is not None and len(heirs(archive, body, context.day_of(record))) != 1:
            return  # there is nobody to press: B010 asks who has it
        values = _values(pending.due, pending.late_days)
        message = _NOT_TAKEN.format(**values, body=named(body) if body is not None else pending.to)
        yield Problem(record, ("log",), message, _TAKE)


def _stage(record: Matter, state: MatterState, context: Context) -> Iterator[Problem]:
    """What is due in the stage the matter is in."""
    late = days_late(state.answer_by, context.day_of(record), context.working_days)
    if state.answer_by is not None and late > 0:
        found, what = (_TOO_FEW, _AGAIN) if state.heard else (_UNANSWERED, _ANSWER)
        message = found.format(**_values(state.answer_by, late))
        yield Problem(record, ("log",), message, what)
    elif state.due is not None and state.late:
        values = _values(state.due, state.late_days)
        fix = _FIXES.get(state.family)
        yield Problem(record, ("log",), _LATE.format(**values, stage=state.stage.title), fix)


_FIXES = {Family.WAITING: _ACCEPT, Family.CLAIMED: _ANSWER}
"""What is to be done in a stage, where it is not to deal with the matter."""


def _values(due: Due, days: int) -> dict[str, object]:
    provisional = _VAGUE if due.vague else PROVISIONAL if due.provisional else ""
    least = AT_LEAST if due.vague else Text("", "")
    return {"due": due.shown, "provisional": provisional, "days": days, "least": least}


_PATH = "records/matters/2026/20260302-shili-bench.yaml"
_MATTER = """\
id: 20260302-shili-bench
title: 广场长椅坏了
example: true
place: shili-cun-square
procedure: shili-local
category: facilities
tier: small
raised:
  date: 2026-03-02
  by: residents
  channel: counter
log:
  - date: 2026-03-03
    step: accept
    by: shili-committee
"""
_DONE = """\
  - date: 2026-03-12
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 换了两把长椅。
  - date: 2026-03-13
    step: confirm
"""

CHECK = Check(
    code="M026",
    title=Text("事项在期限里办", "Matters keep their time"),
    why=Text(
        "期限是规程定的，也是居民看得见的；过了期限，要么办结，要么延期说明理由。",
        "The procedure sets the time, and residents see it; once it is over the matter is closed, or extended with a reason.",
    ),
    fix=Text(
        "办完的记报结；办不完的记延期，写明理由和新的期限。",
        "Report it done if it is; otherwise extend it, with a reason and the new last day.",
    ),
    bad=Example({_PATH: _MATTER}),
    good=Example({_PATH: _MATTER + _DONE}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.DUE,
)
