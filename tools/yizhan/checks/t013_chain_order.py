"""T013: the stations of an ordered chain follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.chains import CHECK_CHAIN, chain_problems
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.facts.meeting_chain import ChainFault
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGE = {
    ChainFault.WRONG_KIND: Text(
        "“{chain}”的“{step}”要由{allowed}来走，这次却是{kind}（{law}{article}）。",
        "The step {step} of “{chain}” is taken by {allowed}; this is {kind} ({law}, {article}).",
    ),
    ChainFault.NO_EARLIER: Text(
        "“{chain}”在“{step}”之前还有“{before}”，earlier 要写那次会议（{law}{article}）。",
        "In “{chain}” the step {before} comes before {step}; name its meeting in earlier ({law}, {article}).",
    ),
    ChainFault.STEP_SKIPPED: Text(
        "{earlier}不是“{chain}”的“{before}”，不能接着走“{step}”（{law}{article}）。",
        "{earlier} is not the step {before} of “{chain}”, so {step} cannot follow ({law}, {article}).",
    ),
    ChainFault.ELSEWHERE: Text(
        "{earlier}是别处的会议，不是这里“{step}”的前一步（{law}{article}）。",
        "{earlier} was held for another place; here it is not the step before {step} ({law}, {article}).",
    ),
    ChainFault.NOT_PASSED: Text(
        "{earlier}在“{before}”这一步没有一项通过，不能接着走“{step}”（{law}{article}）。",
        "{earlier} carried nothing at the step {before}, so {step} cannot follow ({law}, {article}).",
    ),
    ChainFault.THIS_FELL: Text(
        "这次接着办的事，{earlier}在“{before}”这一步没有通过，或者通过以后已经撤销，不能接着走“{step}”（{law}{article}）。",
        "What this meeting goes on with was not carried by {earlier} at the step {before}, or was annulled since, so {step} cannot follow ({law}, {article}).",
    ),
    ChainFault.BEFORE_EARLIER: Text(
        "本次会议的日期 {date} 早于前一步{earlier}的 {held}。",
        "This meeting of {date} comes before {earlier}, the step before it, of {held}.",
    ),
    ChainFault.PUBLISHED_TOO_SOON: Text(
        "决定在会议（{date}）之前就公开了。",
        "The decision was made public before the meeting of {date}.",
    ),
    ChainFault.RESULT_BEFORE_RESOLUTION: Text(
        "实施结果在决议公开之前就公开了（{law}{article}）。",
        "The result was made public before the resolution ({law}, {article}).",
    ),
}
_CHECK_EARLIER = Text(
    "earlier 写错的，改成前一步的那次会议；确实这样走的，如实写进 irregular（不合规的说明）。",
    "If earlier names the wrong meeting, name the step before; if it was really so, acknowledge it under irregular.",
)
_CHECK_DAYS = Text(
    "核对公布和会议的日期，改掉写错的那个。",
    "Check the days of publication and meeting, and correct the one that is wrong.",
)
_FIX = {
    ChainFault.WRONG_KIND: CHECK_CHAIN,
    ChainFault.ELSEWHERE: _CHECK_EARLIER,
    ChainFault.NOT_PASSED: _CHECK_EARLIER,
    ChainFault.THIS_FELL: _CHECK_EARLIER,
    ChainFault.BEFORE_EARLIER: Text(
        "核对两次会议的日期；earlier 写错的，改成前一步的那次会议。",
        "Check the days of both meetings; if earlier names the wrong one, name the step before.",
    ),
    ChainFault.PUBLISHED_TOO_SOON: _CHECK_DAYS,
    ChainFault.RESULT_BEFORE_RESOLUTION: _CHECK_DAYS,
}
"""How to fix what the check's own words do not fit."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    yield from chain_problems(record, archive, context, _MESSAGE, _FIX)


_MEETING = """\
id: {id}
title: {title}
example: true
meeting_kind: {kind}
place: shili-cun
date: {date}
chain: four-deliberations
chain_step: {step}
"""
_FOLDER = "records/meetings/2026/"
_FIRST_ID = "20260210-shili-party"
_SECOND_ID = "20260212-shili-both"
_PROPOSED = _MEETING.format(
    id=_FIRST_ID, title="党组织提议", kind="party_meeting", date="2026-02-10", step="propose"
)
_CONSULTED = _MEETING.format(
    id=_SECOND_ID, title="两委商议", kind="committee_meeting", date="2026-02-12", step="consult"
)

CHECK = Check(
    code="T013",
    title=Text("四议两公开按次序", "Chains of meetings are in order"),
    why=Text(
        "“四议两公开”要先提议、再商议、再审议、最后决议（中国共产党农村基层组织工作条例第十九条）；"
        "跳过一步，大家就没有机会把意见说出来。",
        "In the “four deliberations, two publications” proposal, consultation, examination and resolution follow one "
        "another (Regulations on the Work of Rural Party Organisations, article 19); with one skipped, voices go unheard.",
    ),
    fix=Text(
        "补上前一步的会议记录，并在 earlier 里写它的编号。",
        "Record the meeting of the step before, and name it in earlier.",
    ),
    bad=Example(
        {f"{_FOLDER}{_FIRST_ID}.yaml": _PROPOSED, f"{_FOLDER}{_SECOND_ID}.yaml": _CONSULTED}
    ),
    good=Example(
        {
            f"{_FOLDER}{_FIRST_ID}.yaml": _PROPOSED,
            f"{_FOLDER}{_SECOND_ID}.yaml": f"{_CONSULTED}earlier: {_FIRST_ID}\n",
        }
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
