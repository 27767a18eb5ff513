"""What a record rests on that is irregular, though nothing in the record itself is.

A rule rests on the meeting that adopted it, an amendment on its vote and its rule, a scheme and a matter
on a rule, points on their scheme, what representatives decided by a mandate on the assembly that gave it,
a post on its election. What is open there can be contested here as well; what was settled there says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from yizhan.facts.irregular import carried, of_rule_itself, votes_of
from yizhan.facts.mandates import mandates
from yizhan.facts.settled import weighed
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.matter import Matter
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity, Record
from yizhan.model.rule import Rule
from yizhan.model.voting import Election


class Ground(NamedTuple):
    """An irregular act of another record, on which something rests.

    Attributes:
        record: in which it is acknowledged.
        said: the acknowledgment, as its resolution counts.
    """

    record: Record
    said: Irregularity


def grounds(record: Record, archive: Archive) -> tuple[Ground, ...]:
    """Everything irregular of other records that a record rests on, each act once, the nearest first."""
    ask = _OF.get(type(record))
    return tuple(dict.fromkeys(ask(record, archive))) if ask is not None else ()


def _of_rule(rule: Rule, archive: Archive) -> Iterator[Ground]:
    meeting = archive.get(Meeting, rule.adopted.meeting) if rule.adopted is not None else None
    if meeting is not None:
        items = (item for item in meeting.agenda if rule.id in item.rules)
        yield from _of_meeting(meeting, carried(items, rule.title), archive)


def _of_amendment(amendment: Amendment, archive: Archive) -> Iterator[Ground]:
    for meeting in votes_of(amendment, archive):
        items = (item for item in meeting.agenda if amendment.id in item.amendments)
        yield from _of_meeting(meeting, carried(items, amendment.title), archive)
    yield from _on_rule(amendment.rule, archive)


def _of_meeting(
    meeting: Meeting, inside: Iterable[Irregularity], archive: Archive
) -> Iterator[Ground]:
    """What is irregular of a meeting as a whole, of some things in it, and of its mandate."""
    yield from _acts(meeting, (*meeting.irregular, *inside), archive)
    yield from _of_mandate(meeting, archive)


def _of_mandate(meeting: Meeting, archive: Archive) -> Iterator[Ground]:
    given = archive.get(Meeting, meeting.mandate)
    if given is not None:
        found = mandates(given)
        items = dict.fromkeys(item for item, _ in found)
        inside: tuple[AgendaItem | Decision, ...] = (*items, *(motion for _, motion in found))
        said = (each for one in inside for each in one.irregular)
        yield from _acts(given, (*given.irregular, *said), archive)


def _acts(record: Record, said: Iterable[Irregularity], archive: Archive) -> Iterator[Ground]:
    for each in said:
        yield Ground(record, weighed(each, record, archive))


def _on_rule(identifier: str | None, archive: Archive) -> Iterator[Ground]:
    rule = archive.get(Rule, identifier)
    if rule is not None:
        yield from _acts(rule, of_rule_itself(rule), archive)
        yield from _of_rule(rule, archive)


def _of_scheme(scheme: Scheme, archive: Archive) -> Iterator[Ground]:
    yield from _on_rule(scheme.rule, archive)


def _of_batch(batch: Batch, archive: Archive) -> Iterator[Ground]:
    scheme = archive.get(Scheme, batch.scheme)
    if scheme is not None:
        yield from _acts(scheme, scheme.irregular, archive)
        yield from _of_scheme(scheme, archive)


def _of_matter(matter: Matter, archive: Archive) -> Iterator[Ground]:
    for each in matter.rules:
        yield from _on_rule(each, archive)


def _of_body(body: Body, archive: Archive) -> Iterator[Ground]:
    """The last election of each post, as far as meetings say which body it was for."""
    last: dict[str, tuple[Meeting, AgendaItem, Election]] = {}
    for meeting in dict.fromkeys(each for each, _ in archive.referrers_of(Meeting, body.id)):
        for item in meeting.agenda:
            for election in item.elections:
                if election.body != body.id or election.result not in _FILLED:
                    continue
                post = election.post or election.title
                if post not in last or last[post][0].date.latest <= meeting.date.latest:
                    last[post] = (meeting, item, election)
    for meeting, item, election in last.values():
        yield from _of_meeting(meeting, (*item.irregular, *election.irregular), archive)


_FILLED = frozenset({ElectionResult.ELECTED, ElectionResult.PARTLY})
_OF: Mapping[type[Record], Callable[[Any, Archive], Iterator[Ground]]] = {
    Rule: _of_rule,
    Amendment: _of_amendment,
    Scheme: _of_scheme,
    Batch: _of_batch,
    Matter: _of_matter,
    Meeting: _of_mandate,
    Body: _of_body,
}
"""Kind of record → what it rests on; records of other kinds rest on none."""
