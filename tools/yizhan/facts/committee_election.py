"""Whether the election of a committee was as the organic law in force asks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from enum import StrEnum

from yizhan.facts.election import passed_over, taking_part
from yizhan.facts.jurisdiction import is_part
from yizhan.model.dates import PartialDate, days_known
from yizhan.model.decision_rule import Share
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import AgendaItem, Attendance, Meeting
from yizhan.model.meeting_vocabulary import PeopleGroup
from yizhan.model.organic_law import ElectionRule, Nomination
from yizhan.model.place import Place
from yizhan.model.vocabulary import MeetingKind, Subject, VotingMethod
from yizhan.model.voting import Actor, Election


class Lack(StrEnum):
    """In what an election falls short."""

    ELECTORATE = "electorate"  # those who voted do not elect this committee
    MEETING = "meeting"  # nor does such a meeting, or one held elsewhere
    TURNOUT = "turnout"  # too few took part
    VOTES = "votes"  # elected with too few votes
    CONTEST = "contest"  # no more candidates than seats
    NOMINATOR = "nominator"  # nominated by somebody who may not
    FEW_NOMINATORS = "few_nominators"  # by too few together
    PROXIES = "proxies"  # one voted for too many
    NO_PROXIES = "no_proxies"  # this way of electing knows none
    NOT_WRITTEN = "not_written"  # others acted without written mandates
    NOT_LISTED = "not_listed"  # and the list of them was not made public
    OPEN_VOTE = "open_vote"  # not by secret ballot
    LIST_LATE = "list_late"
    LIST_LATE_AT_BEST = "list_late_at_best"  # its day or that of the election is not known
    LIST_AFTER = "list_after"  # only after the election
    DECIDED_LATE = "decided_late"
    DECIDED_LATE_AT_BEST = "decided_late_at_best"
    PASSED_OVER = "passed_over"  # a further vote without those who had the most votes


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing in which it falls short.

    Attributes:
        pointer: the value, from the election on; from the attendance on for proxies.
        article: which asks for it.
        have: what the record shows, ``need`` the least, or the most, that would do.
        whole: what it is a share of; 0 where nothing is.
    """

    key: Lack
    pointer: Pointer
    article: str
    have: int = 0
    need: int = 0
    whole: int = 0


_OF_SOME = frozenset(
    {
        *(
            MeetingKind.ON_SITE_SESSION,
            MeetingKind.BUILDING_DELIBERATION,
            MeetingKind.JOINT_SESSION,
        ),
        *(MeetingKind.VILLAGERS_GROUP, MeetingKind.RESIDENTS_GROUP, MeetingKind.OWNERS_ASSEMBLY),
        *(MeetingKind.PARTY_MEETING, MeetingKind.COMMITTEE_MEETING, MeetingKind.COUNCIL_MEETING),
        MeetingKind.HEARING,
    }
)
"""Meetings of some only: all who may vote elect, or a delegate of each household, or representatives."""


def of_some(kind: MeetingKind) -> bool:
    """Whether a meeting is of some only, so that it elects no committee; G005 asks who fills a vacancy."""
    return kind in _OF_SOME


def may_elect(meeting: Meeting, place: str, line: Sequence[Place]) -> bool:
    """Whether a meeting can be the one that elects the committee of a place.

    Args:
        meeting: its kind and where it was held.
        place: id of the committee's place.
        line: the meeting's place and what it is in, from the root down.
    """
    if of_some(meeting.meeting_kind):
        return False
    own = place in meeting.places or any(each.id == place for each in line)
    return own and not is_part(line[-1].level if line else None)


def turnout_asked(rule: ElectionRule, item: AgendaItem, attendance: Attendance | None) -> bool:
    """Whether the turnout that elects a committee is asked, and not the quorum of the assembly.

    An assembly or its representatives may fill a vacancy, with the quorum that they need for anything
    (村民委员会组织法, 2025: 第二十三条, 第三十条第二款).
    """
    if item.subject is not Subject.BY_ELECTION or attendance is None:
        return True
    return any(way.basis is attendance.basis for way in rule.turnout)


def conditions(
    election: Election,
    rule: ElectionRule,
    attendance: Attendance | None,
    voters: int | None,
    *,
    by_election: bool = False,
) -> Iterator[Lacking]:
    """What the law makes a condition: who votes, how many, and how many votes elect.

    Args:
        election: of a committee.
        rule: of the law in force.
        attendance: of its item.
        voters: how many were there and could vote.
        by_election: it fills a vacancy, which an assembly or its representatives may do
            (村民委员会组织法, 2025: 第二十三条; 城市居民委员会组织法, 2025: 第二十四条第一款).
    """
    took_part = taking_part(election, voters)
    share = None
    if attendance is not None:
        share = next((way.share for way in rule.turnout if way.basis is attendance.basis), None)
        if share is None and not by_election:
            yield Lacking(Lack.ELECTORATE, (), rule.direct)
            return
    whole = election.eligible or (attendance.due if attendance is not None else None)
    if share is None or took_part is None or whole is None:
        pass  # the records do not show it
    elif not share.met(took_part, whole):
        need = share.least(whole)
        of_papers = election.ballots is not None and election.ballots.returned is not None
        where: Pointer = ("ballots", "returned") if of_papers else ()
        yield Lacking(Lack.TURNOUT, where, rule.article, took_part, need, whole)
    yield from _of_votes(election, rule, took_part)


def elects(election: Election, rule: ElectionRule) -> Share:
    """The share of the votes that elects; in a further vote it is another."""
    return rule.elected if election.runoff_of is None else rule.runoff


def _of_votes(election: Election, rule: ElectionRule, whole: int | None) -> Iterator[Lacking]:
    """Who was elected with too few of the votes of those who took part."""
    share = elects(election, rule)
    for position, each in enumerate(election.candidates):
        if not each.elected or each.votes is None or whole is None:
            continue
        if not share.met(each.votes, whole):
            pointer = ("candidates", position, "votes")
            article = rule.elected_by or rule.article
            yield Lacking(Lack.VOTES, pointer, article, each.votes, share.least(whole), whole)


def duties(
    election: Election,
    rule: ElectionRule,
    attendance: Attendance | None,
    held: PartialDate,
    first: Election | None = None,
    *,
    party: Container[str] = (),
) -> Iterator[Lacking]:
    """What the law asks in addition: candidates, who nominated them, proxies, the list of voters.

    Args:
        election: of a committee.
        rule: of the law in force.
        attendance: of its item.
        held: the day of the election.
        first: the vote that it goes on with, where it is a further one: who had most votes in that and
            was not elected stands now (村民委员会组织法, 2025: 第十八条第二款; 城市居民委员会组织法, 2025:
            第十九条第二款).
        party: ids of the party organisations of the committee's place.
    """
    standing = sum(not each.withdrew for each in election.candidates)
    if standing <= election.seats and election.runoff_of is None:
        yield Lacking(Lack.CONTEST, ("candidates",), rule.contested, standing, election.seats + 1)
    for position, each in enumerate(election.candidates):
        where = ("candidates", position, "nominated_by")
        yield from _of_nomination(where, each.nominated_by, rule.nominated, party)
    left_out = passed_over(election, first) if first is not None else None
    if left_out is not None:
        article = rule.elected_by or rule.article
        yield Lacking(Lack.PASSED_OVER, ("candidates",), article, *left_out)
    if election.method not in (None, VotingMethod.BALLOT):
        yield Lacking(Lack.OPEN_VOTE, ("method",), rule.secret)
    if attendance is not None:
        yield from _of_proxies(attendance, rule)
    yield from _of_list(election, rule, held)


_NO_VOTERS = frozenset({PeopleGroup.OWNERS, PeopleGroup.COMMITTEE_MEMBERS})
"""Groups that do not nominate as such: owners need not live there, and the committee names nobody."""


def _of_nomination(
    where: Pointer, by: Sequence[Actor], rule: Nomination, party: Container[str]
) -> Iterator[Lacking]:
    """Who nominated somebody; one who may is enough, and of a group without a number nothing is said.

    Source: 村民委员会组织法 (2025) 第十八条第一款, (2010, 2018) 第十五条第一款; 城市居民委员会组织法 (2025) 第十八条.
    """
    groups = [each for each in by if each.body is None and each.group is not PeopleGroup.GUESTS]
    if not by or (rule.party and any(each.body in party for each in by)):
        return
    if all(each.group in _NO_VOTERS for each in groups):
        yield Lacking(Lack.NOMINATOR, where, rule.article)
    elif all(each.number is not None for each in groups):
        together = sum(each.number or 0 for each in groups)
        if together < rule.least:
            yield Lacking(Lack.FEW_NOMINATORS, where, rule.article, together, rule.least)


def _of_proxies(attendance: Attendance, rule: ElectionRule) -> Iterator[Lacking]:
    proxies, limit = attendance.proxies, rule.proxies
    if proxies is None or limit is None or proxies.number == 0:
        return
    if attendance.basis in limit.without:
        yield Lacking(Lack.NO_PROXIES, ("number",), limit.article, proxies.number)
    elif proxies.most is not None and proxies.most > limit.most:
        yield Lacking(Lack.PROXIES, ("most",), limit.article, proxies.most, limit.most)
    elif proxies.holders is not None and proxies.number > proxies.holders * limit.most:
        have = -(-proxies.number // proxies.holders) if proxies.holders else proxies.number
        yield Lacking(Lack.PROXIES, ("number",), limit.article, have, limit.most)
    if proxies.written is False:
        yield Lacking(Lack.NOT_WRITTEN, ("written",), limit.article)
    if proxies.listed is False:
        yield Lacking(Lack.NOT_LISTED, ("listed",), limit.article)


def _of_list(election: Election, rule: ElectionRule, held: PartialDate) -> Iterator[Lacking]:
    """The list and the objections; what an imprecise date leaves open is not held against anybody."""
    voters = election.voter_list
    if voters is None:
        return
    days = (held.latest - voters.published.earliest).days
    if days < rule.voters.days:
        pointer: Pointer = ("voter_list", "published")
        key = Lack.LIST_LATE if days_known(held, voters.published) else Lack.LIST_LATE_AT_BEST
        if days < 0:
            key = Lack.LIST_AFTER
        yield Lacking(key, pointer, rule.voters.article, days, rule.voters.days)
    for position, each in enumerate(voters.objections):
        waited = (each.date.earliest - voters.published.latest).days
        if each.decided is None or waited > rule.voters.objection:
            continue  # one that came too late need not be decided
        if each.date.surely_before(voters.published):
            continue  # D002 says that one of the two days is wrong
        days = (each.decided.earliest - each.date.latest).days
        if days > rule.voters.decision:
            pointer = ("voter_list", "objections", position, "decided")
            known = days_known(each.decided, each.date)
            key = Lack.DECIDED_LATE if known else Lack.DECIDED_LATE_AT_BEST
            yield Lacking(key, pointer, rule.voters.decided, days, rule.voters.decision)
