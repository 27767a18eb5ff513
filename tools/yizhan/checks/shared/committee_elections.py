"""Elections of villagers' and residents' committees, with the law that holds for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Context, Problem
from yizhan.checks.shared.organic import laws_for
from yizhan.checks.shared.tallies import elections
from yizhan.facts.committee_election import Lack, Lacking
from yizhan.facts.election import others
from yizhan.facts.organic_law import is_committee
from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import ElectionRule, Law
from yizhan.model.text import Text
from yizhan.model.voting import Election
from yizhan.wording.law import cited, in_chinese


def committee_elections(
    meeting: Meeting, archive: Archive, context: Context
) -> Iterator[tuple[int, Pointer, Election, Law, ElectionRule]]:
    """Yield every election of a committee: its item's position, where it is, the law and the rule."""
    organic = context.presets.organic
    if not meeting.held:
        return
    for number, pointer, election in elections(meeting):
        body = archive.body(election.body)
        if body is None or not is_committee(
            body, archive.place(body.place), archive.body(body.parent), organic
        ):
            continue
        laws = laws_for(body.place, meeting.date, archive, context)
        for rule in organic.elections:
            if rule.law in laws:
                yield number, pointer, election, laws[rule.law], rule


def first_vote(meeting: Meeting, election: Election, archive: Archive) -> Election | None:
    """The vote that a further one goes on with; None where it is none, or T039 does not find it."""
    if election.runoff_of is None:
        return None
    elsewhere = election.runoff_meeting
    held = meeting if elsewhere is None else archive.get(Meeting, elsewhere)
    return None if held is None else others(held, election).get(election.runoff_of)


def lacking(
    meeting: Meeting, pointer: Pointer, law: Law, each: Lacking, messages: Mapping[Lack, Text]
) -> Problem:
    """What a check says of something that an election lacks."""
    message = messages[each.key].format(
        law=cited(law, each.article), have=each.have, need=each.need, whole=each.whole
    )
    return Problem(meeting, pointer, message, articles=(in_chinese(law, each.article),))
