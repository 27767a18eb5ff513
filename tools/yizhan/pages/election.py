"""Elections in minutes: ballots, the votes of each candidate, and who was elected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yizhan.model.keys import keys
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.voting import Candidate, Election
from yizhan.pages.details import (
    Detail,
    Piece,
    details,
    field,
    linked,
    papers,
    people,
    percent,
    rule_title,
    said,
    with_post,
)
from yizhan.pages.site import Site
from yizhan.wording.meeting import OF_RETURNED, OF_VALID
from yizhan.wording.words import Words

_ELECTION = ("agenda", 0, "elections", 0)
_CANDIDATE = (*_ELECTION, "candidates", 0)


class CandidateRow(NamedTuple):
    """A candidate in the table of an election."""

    candidate: Candidate
    word: str
    share: str
    about: tuple[Detail, ...]


class ElectionView(NamedTuple):
    """An election as the minutes show it.

    Attributes:
        columns: whether votes against and abstentions were counted.
    """

    election: Election
    mark: str
    anchor: str
    head: tuple[Detail, ...]
    rows: tuple[CandidateRow, ...]
    columns: tuple[bool, bool]
    foot: tuple[Detail, ...]


_ELECTION_MARKS: Mapping[ElectionResult, str] = {
    ElectionResult.ELECTED: "yz-f-confirmed",
    ElectionResult.PARTLY: "yz-f-waiting",
    ElectionResult.RUNOFF: "yz-f-waiting",
    ElectionResult.FAILED: "yz-f-unsolved",
    ElectionResult.UNKNOWN: "yz-f-waiting",
}


def election_view(site: Site, meeting: Meeting, election: Election) -> ElectionView:
    """An election with its candidates."""
    words = site.words
    return ElectionView(
        election,
        _ELECTION_MARKS[election.result],
        f"election-{election.key}" if election.key is not None else "",
        _head(site, meeting, election),
        tuple(_candidate(site, election, each) for each in election.candidates),
        (
            any(each.against is not None for each in election.candidates),
            any(each.abstained is not None for each in election.candidates),
        ),
        details(
            people(site, field(words, *_ELECTION, "counted_by"), election.counted_by),
            said(field(words, *_ELECTION, "note"), election.note, own=True),
        ),
    )


def _head(site: Site, meeting: Meeting, election: Election) -> tuple[Detail, ...]:
    """What was elected, out of whom and by which rule, and what became of the papers."""
    words = site.words
    link = site.link(election.body)
    post = Piece(
        with_post(link.title if link else "", election.post), True, link.url if link else ""
    )
    rule = said(
        field(words, *_ELECTION, "rule"), rule_title(site, election.rule, meeting.date), own=True
    )
    needs = words.title(election.needs) if election.needs is not None else None
    return details(
        Detail(
            field(words, *_ELECTION, "body" if election.post is None else "post"),
            (post,) if post.text else (),
        ),
        Detail(field(words, *_ELECTION, "seats"), (Piece(words.number(election.seats)),)),
        said(
            field(words, *_ELECTION, "eligible"),
            words.number(election.eligible) if election.eligible is not None else None,
        ),
        said(field(words, *_ELECTION, "needs"), needs),
        rule,
        said(field(words, *_ELECTION, "runoff_of"), _earlier(site, meeting, election), own=True),
        linked(site, field(words, *_ELECTION, "runoff_meeting"), election.runoff_meeting),
        papers(words, election.ballots),
        _voter_list(words, election),
    )


def _voter_list(words: Words, election: Election) -> Detail | None:
    """When the list of voters was made public, and what became of objections to it."""
    found = election.voter_list
    if found is None:
        return None
    pointer = (*_ELECTION, "voter_list")
    published = field(words, *pointer, "published")
    pieces = [Piece(f"{published} {words.date(found.published)}")]
    for each in found.objections:
        pieces.append(Piece(f"{field(words, *pointer, 'objections')} {words.date(each.date)}"))
        if each.decided is not None:
            decided = field(words, *pointer, "objections", 0, "decided")
            pieces.append(Piece(f"{decided} {words.date(each.decided)}"))
    return Detail(field(words, *pointer), tuple(pieces))


def _earlier(site: Site, meeting: Meeting, election: Election) -> str | None:
    """What the election is called that a further vote goes on with; its key where it is not there."""
    other = site.archive.get(Meeting, election.runoff_meeting) or meeting
    for item in other.agenda:
        for key, each in zip(keys(item.elections), item.elections, strict=True):
            if key == election.runoff_of:
                return each.title
    return election.runoff_of


def _candidate(site: Site, election: Election, candidate: Candidate) -> CandidateRow:
    words, ballots = site.words, election.ballots
    of_valid = ballots is not None and ballots.valid is not None
    whole = None if ballots is None else ballots.valid if of_valid else ballots.returned
    share = ""
    if whole and candidate.votes is not None:
        said_of = OF_VALID if of_valid else OF_RETURNED
        share = words.say(said_of, share=percent(candidate.votes, whole))
    said_of_all = {
        "by_lot": candidate.by_lot,
        "elected": candidate.elected and not candidate.by_lot,
        "withdrew": candidate.withdrew,
    }
    word = " · ".join(field(words, *_CANDIDATE, key) for key, so in said_of_all.items() if so)
    return CandidateRow(
        candidate,
        word,
        share,
        details(
            said(field(words, *_CANDIDATE, "reserved"), candidate.reserved, own=True),
            people(site, field(words, *_CANDIDATE, "nominated_by"), candidate.nominated_by),
            said(field(words, *_CANDIDATE, "note"), candidate.note, own=True),
        ),
    )
