"""T020: a meeting names a chain and a step that there are."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.chains import CHECK_CHAIN, chain_problems
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.facts.meeting_chain import ChainFault
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_UNKNOWN = Text(
    "没有名叫“{chain}”的议事程序；有的是：{known}。",
    "There is no chain “{chain}”; there is: {known}.",
)
_MESSAGE = {
    ChainFault.UNKNOWN_STEP: Text(
        "“{chain}”没有“{step}”这一步；有的是：{allowed}。",
        "“{chain}” has no step “{step}”; it has: {allowed}.",
    ),
    ChainFault.NOT_A_MEETING: Text(
        "“{chain}”的“{step}”不是会议，写在作出决议的那次会议的决定里（published、result_published）。",
        "The step {step} of “{chain}” is no meeting; record it under the decision (published, result_published).",
    ),
    ChainFault.FIRST_HAS_EARLIER: Text(
        "“{step}”是“{chain}”的第一步，前面没有会议，earlier 不用写。",
        "{step} is the first step of “{chain}”; no meeting comes before it, leave out earlier.",
    ),
}
_FIX = {
    ChainFault.NOT_A_MEETING: Text(
        "这次会议不写这一步；公布写在作出决议的那次会议的决定下面。",
        "Leave the step out here; the publication stands under the decision of the meeting that resolved.",
    ),
    ChainFault.FIRST_HAS_EARLIER: Text("删去 earlier 这一行。", "Delete the line earlier."),
}
"""How to fix what the check's own words do not fit."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    known = [chain.key for chain in context.presets.chains]
    if record.chain is not None and record.chain not in known:
        message = _UNKNOWN.format(chain=record.chain, known=commas(known))
        yield Problem(record, ("chain",), message)
    yield from chain_problems(record, archive, context, _MESSAGE, _FIX)


_MEETING = """\
id: {id}
title: 党组织提议
example: true
meeting_kind: party_meeting
place: shili-cun
date: 2026-02-10
chain: four-deliberations
chain_step: {step}
"""
_ID = "20260210-shili-party"
_PATH = f"records/meetings/2026/{_ID}.yaml"

CHECK = Check(
    code="T020",
    title=Text("程序链写得对", "The chain and its step are there"),
    why=Text(
        "“四议两公开”这样的程序链有固定的几步；写了没有的程序、没有的一步，就看不出走到哪里了。",
        "A chain such as the “four deliberations, two publications” has fixed steps; with one that is not there nobody can "
        "tell how far it has come.",
    ),
    fix=CHECK_CHAIN,
    bad=Example({_PATH: _MEETING.format(id=_ID, step="suggest")}),
    good=Example({_PATH: _MEETING.format(id=_ID, step="propose")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
