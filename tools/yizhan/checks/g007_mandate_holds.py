"""G007: a mandate names the assembly that gave it, before it was used."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_ASSEMBLY, BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.organic import community_of
from yizhan.facts.mandates import mandates
from yizhan.facts.organic_law import assembly_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, Kind
from yizhan.wording.terms import one

_NO_REPRESENTATIVES = Text(
    "{kind}不用授权，只有代表会议才写 mandate。",
    "No mandate is needed by {kind}; only representatives have one.",
)
_NO_ASSEMBLY = Text(
    "{meeting}是{kind}，授权要由{needed}作出。",
    "{meeting} is {kind}; a mandate is given by {needed}.",
)
_ELSEWHERE = Text(
    "{meeting}是别的村（社区）的会议。", "{meeting} is of another village or community."
)
_LATER = Text(
    "{meeting}在 {date} 召开，晚于用这项授权的 {used}。",
    "{meeting} was held on {date}, after the mandate was used on {used}.",
)
_NOT_GIVEN = Text(
    "{meeting}没有通过授权的那一项，通过的是别的事，看不出授过权。",
    "{meeting} did not adopt its item on a mandate; what it adopted was something else, so that it gave none.",
)
_NOTHING = Text(
    "{meeting}没有记下通过授权的决定，看不出授过权。",
    "{meeting} records no decision that was adopted and could be a mandate, so that it gave none.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    given = archive.get(Meeting, record.mandate)
    if given is None or given.id == record.id:
        return
    message = _fault(record, given, archive)
    if message is not None:
        yield Problem(record, ("mandate",), message)


def _fault(record: Meeting, given: Meeting, archive: Archive) -> Text | None:
    needed = assembly_of(record.meeting_kind)
    if needed is None:
        return _NO_REPRESENTATIVES.format(kind=one(record.meeting_kind))
    meeting = named(given)
    if given.meeting_kind is not needed:
        return _NO_ASSEMBLY.format(
            meeting=meeting, kind=one(given.meeting_kind), needed=one(needed)
        )
    if community_of(given.place, archive) != community_of(record.place, archive):
        return _ELSEWHERE.format(meeting=meeting)
    if record.date.surely_before(given.date):
        return _LATER.format(meeting=meeting, date=given.date, used=record.date)
    return _not_given(given)


def _not_given(given: Meeting) -> Text | None:
    """Why an assembly that could have given a mandate did not: what it adopted was another thing."""
    adopted = [
        item
        for item in given.agenda
        if any(each.result is DecisionResult.ADOPTED for each in item.decisions)
    ]
    if not adopted:
        return _NOTHING.format(meeting=named(given))
    if not mandates(given):
        return _NOT_GIVEN.format(meeting=named(given))
    return None


_AGENDA = """\
agenda:
  - title: 修路
"""
_MEETING = vote("村民代表会议：修路", BY_REPRESENTATIVES)
_LATER_PATH = "records/meetings/2026/20260325-shili-vote.yaml"
_GIVEN_LATER = vote("村民会议", BY_ASSEMBLY, "2026-03-25", "2026-03-12") + _AGENDA

CHECK = Check(
    code="G007",
    title=Text("授权来自村（居）民会议", "A mandate is the assembly's"),
    why=Text(
        "只有村民会议能授权村民代表会议，居民会议能授权居民代表会议，而且要在代表会议作决定以前"
        "（村民委员会组织法2025年修正第二十八条第二款，城市居民委员会组织法2025年修订第三十条第二款）。",
        "Only the assembly can empower its representatives, and before they decide (Organic Law of Villagers' Committees, 2025, "
        "article 28, paragraph 2; of Urban Residents' Committees, 2025, article 30, paragraph 2).",
    ),
    fix=Text(
        "改正 mandate（授权）里的会议编号；没有授过权的，删去这一行。",
        "Correct the meeting named in mandate; if there was none, delete the line.",
    ),
    bad=Example(
        {
            _LATER_PATH: _GIVEN_LATER,
            VOTE_PATH: f"{_MEETING}mandate: 20260325-shili-vote\n{_AGENDA}",
        }
    ),
    good=Example({VOTE_PATH: f"{_MEETING}mandate: 20260125-shili-assembly\n{_AGENDA}"}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
