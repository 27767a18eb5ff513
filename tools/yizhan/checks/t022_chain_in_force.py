"""T022: a meeting follows a chain that was in force on its day."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.chains import chain_problems
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.facts.meeting_chain import ChainFault
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGE = {
    ChainFault.NOT_IN_FORCE: Text(
        "“{chain}”（{law}{article}）在会议那天还没有施行。",
        "“{chain}” ({law}, {article}) was not in force on the day of the meeting.",
    ),
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    yield from chain_problems(record, archive, context, _MESSAGE, {})


_MEETING = """\
id: {id}
title: 党组织提议
example: true
meeting_kind: party_meeting
place: shili-cun
date: {date}
"""
_CHAIN = """\
chain: four-deliberations
chain_step: propose
"""
_ID = "20150210-shili-party"
_PATH = f"records/meetings/2015/{_ID}.yaml"
_GIVEN = _MEETING.format(id=_ID, date="2015-02-10")

CHECK = Check(
    code="T022",
    title=Text("程序链当时已经施行", "The chain was in force"),
    why=Text(
        "程序链按规定它的条例来判断；条例施行以前，照样可以这样议事，只是没有这个依据。",
        "A chain is judged by the regulation that sets it. Meetings may have followed the same way before, but not "
        "on this ground.",
    ),
    fix=Text(
        "核对会议的日期；条例施行以前开的会，不写 chain、chain_step 和 earlier，议事的经过写进 summary。",
        "Check the day of the meeting; if it was held before, leave out chain, chain_step and earlier, "
        "and tell in summary how it was deliberated.",
    ),
    bad=Example({_PATH: _GIVEN + _CHAIN}),
    good=Example({_PATH: _GIVEN}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
