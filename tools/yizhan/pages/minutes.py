"""What stands in minutes: items, motions with their amendments and votes, elections, sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yizhan.facts.presence import voters
from yizhan.facts.tally import all_told, cast, rivals, spoiled
from yizhan.model.keys import keys
from yizhan.model.meeting import AgendaItem, Decision, Meeting, Session
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, VotingMethod
from yizhan.model.voting import Vote, VotePart
from yizhan.pages.details import (
    Detail,
    Piece,
    attendance_line,
    counted,
    details,
    field,
    linked,
    papers,
    people,
    percent,
    proxies,
    recusals,
    rule_title,
    said,
)
from yizhan.pages.election import ElectionView, election_view
from yizhan.pages.lawfulness import judged
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.pages.tasks import TaskView, task_view
from yizhan.wording import meeting as say
from yizhan.wording.lawfulness import Line
from yizhan.wording.words import Words

_ITEM = ("agenda", 0)
_DECISION = (*_ITEM, "decisions", 0)
_SESSION = ("sessions", 0)


class Part(NamedTuple):
    """For, against, abstained, invalid, not voting; ``key`` gives its colour."""

    key: str
    word: str
    number: int
    share: str


class MotionView(NamedTuple):
    """A motion as the minutes show it.

    Attributes:
        mark: class of its badge's colour and icon.
        anchor: its id on the page; empty where it has no key of its own.
        head: what is said of it before the vote.
        foot: what is said of it after.
        uncounted: whether there might have been a count, and none is recorded.
        amendments: what was to be changed in it, in the order of voting.
    """

    decision: Decision
    mark: str
    anchor: str
    head: tuple[Detail, ...]
    parts: tuple[Part, ...]
    split: tuple[PartRow, ...]
    foot: tuple[Detail, ...]
    lines: tuple[Line, ...]
    tasks: tuple[TaskView, ...]
    uncounted: bool
    amendments: tuple[MotionView, ...] = ()


class PartRow(NamedTuple):
    """The tally of one village, group, venue or ballot box."""

    part: VotePart
    about: tuple[Detail, ...]


class ItemView(NamedTuple):
    """One item of the agenda."""

    item: AgendaItem
    about: tuple[Link, ...]
    details: tuple[Detail, ...]
    motions: tuple[MotionView, ...]
    elections: tuple[ElectionView, ...]
    foot: tuple[Detail, ...]


class SessionView(NamedTuple):
    """Another venue, sitting or ballot box."""

    session: Session
    details: tuple[Detail, ...]


_RESULT_MARKS: Mapping[DecisionResult, str] = {
    DecisionResult.ADOPTED: "yz-f-confirmed",
    DecisionResult.REJECTED: "yz-f-unsolved",
    DecisionResult.DEFERRED: "yz-f-waiting",
    DecisionResult.WITHDRAWN: "yz-f-unsolved",
    DecisionResult.LAPSED: "yz-f-unsolved",
    DecisionResult.REFERRED: "yz-f-waiting",
    DecisionResult.NO_DECISION: "yz-f-waiting",
    DecisionResult.UNKNOWN: "yz-f-waiting",
}
_UNCOUNTED = frozenset({VotingMethod.CONSENSUS, VotingMethod.ACCLAMATION, VotingMethod.VOICE})
"""Ways of deciding without a count: that there is none needs no word."""
_NOT_PUT = frozenset({None, DecisionResult.WITHDRAWN, DecisionResult.LAPSED})


def item_view(site: Site, meeting: Meeting, number: int) -> ItemView:
    """One item with its motions and elections."""
    item, words = meeting.agenda[number], site.words
    about = site.links(
        (
            *item.matters,
            *item.rules,
            *item.amendments,
            *item.schemes,
            *item.batches,
            *item.honours,
        )
    )
    outcome = words.title(item.outcome) if item.outcome is not None else None
    until = words.date(item.until) if item.until is not None else None
    return ItemView(
        item,
        about,
        _of_item(site, meeting, item),
        _motions(site, meeting, number),
        tuple(election_view(site, meeting, each) for each in item.elections),
        details(
            said(field(words, *_ITEM, "outcome"), outcome),
            said(field(words, *_ITEM, "until"), until),
            linked(site, field(words, *_ITEM, "referred_to"), item.referred_to),
        ),
    )


def _of_item(site: Site, meeting: Meeting, item: AgendaItem) -> tuple[Detail, ...]:
    words = site.words
    flags = [
        Piece(field(words, *_ITEM, name)) for name in ("added", "closed") if getattr(item, name)
    ]
    flags += [Piece(item.closed_reason, own=True)] if item.closed_reason else []
    return details(
        said(field(words, *_ITEM, "reference"), item.reference, own=True),
        Detail(words.label(say.REMARK), tuple(flags)),
        linked(site, field(words, *_ITEM, "continues"), item.continues),
        said(
            field(words, *_ITEM, "subject"),
            words.title(item.subject) if item.subject is not None else None,
        ),
        people(site, field(words, *_ITEM, "presented_by"), item.presented_by),
        said(words._("时间"), times(words, item.start_time, item.end_time)),
        attendance_line(
            words, field(words, *_ITEM, "attendance"), item.attendance, meeting.attendance
        ),
        proxies(words, item.attendance),
        _movements(words, item),
        recusals(words, field(words, *_ITEM, "recused"), item.recused),
    )


def times(words: Words, start: str | None, end: str | None) -> str:
    """From when until when; empty where neither is recorded."""
    if start is not None and end is not None:
        return words.say(say.FROM_TO, start=start, end=end)
    return start or (words.say(say.UNTIL, end=end) if end is not None else "")


def _movements(words: Words, item: AgendaItem) -> Detail:
    pieces: list[Piece] = []
    pointer = (*_ITEM, "movements", 0)
    for each in item.movements:
        numbers = [piece.text for piece in counted(words, pointer, each, "arrived", "left")]
        moved = [text for text in numbers if not text.endswith(" 0")]
        pieces.append(Piece(" ".join([*([each.time] if each.time else []), *moved])))
        pieces += [Piece(each.note, own=True)] if each.note else []
    return Detail(field(words, *_ITEM, "movements"), tuple(pieces))


def _motions(site: Site, meeting: Meeting, number: int) -> tuple[MotionView, ...]:
    """The motions of an item; what would change one of them is shown within it."""
    decisions = meeting.agenda[number].decisions
    known = keys(decisions)
    root = [_root(position, known, decisions) for position in range(len(decisions))]
    views = [_motion(site, meeting, number, position) for position in range(len(decisions))]
    return tuple(
        view._replace(
            amendments=tuple(
                other
                for other, target in zip(views, root, strict=True)
                if target == position and other is not view
            )
        )
        for position, view in enumerate(views)
        if root[position] == position
    )


def _root(position: int, known: tuple[str, ...], decisions: tuple[Decision, ...]) -> int:
    """Position of the motion that a motion would change in the end; its own where there is none."""
    seen = [position]
    while decisions[seen[-1]].amends in known:
        target = known.index(decisions[seen[-1]].amends or "")
        if target in seen:
            return position  # T032 says that they go round
        seen.append(target)
    return seen[-1]


def _motion(site: Site, meeting: Meeting, number: int, position: int) -> MotionView:
    item = meeting.agenda[number]
    decision = item.decisions[position]
    presence = judged(site, meeting).quorum
    ruling = judged(site, meeting, decision)
    own = (*(line for line in ruling.quorum if line not in presence), *ruling.majority)
    shown = {line.original for line in presence}
    lines = tuple(line._replace(original="") if line.original in shown else line for line in own)
    return MotionView(
        decision,
        _RESULT_MARKS[decision.outcome],
        f"motion-{decision.key}" if decision.key is not None else "",
        _before_vote(site, meeting, decision),
        vote_parts(site.words, meeting, decision),
        _split(site, meeting, decision.vote),
        _after_vote(site, decision),
        lines,
        tuple(
            task_view(site, progress)
            for progress in site.caseload.progress[meeting.id]
            if (progress.item, progress.decision) == (number, position)
        ),
        decision.method not in _UNCOUNTED and decision.result not in _NOT_PUT,
    )


def _before_vote(site: Site, meeting: Meeting, decision: Decision) -> tuple[Detail, ...]:
    words = site.words
    return details(
        said(field(words, *_DECISION, "reference"), decision.reference, own=True),
        people(site, field(words, *_DECISION, "moved_by"), decision.moved_by),
        people(site, field(words, *_DECISION, "seconded_by"), decision.seconded_by),
        said(field(words, *_DECISION, "time"), decision.time),
        said(
            field(words, *_DECISION, "needs"),
            words.title(decision.needs) if decision.needs is not None else None,
        ),
        said(
            field(words, *_DECISION, "rule"),
            rule_title(site, decision.rule, meeting.date),
            own=True,
        ),
    )


def _after_vote(site: Site, decision: Decision) -> tuple[Detail, ...]:
    words, vote = site.words, decision.vote
    area = casting = None
    if vote is not None and vote.area is not None:
        pieces = counted(words, (*_DECISION, "vote"), vote.area, "against", "abstained")
        first = Piece(f"{words.label(say.FOR)} {words.number(vote.area.for_)}")
        area = Detail(field(words, *_DECISION, "vote", "area"), (first, *pieces))
    if vote is not None and vote.casting is not None:
        casting = words.title(vote.casting)
    return details(
        papers(words, vote.ballots if vote is not None else None),
        said(field(words, *_DECISION, "vote", "casting"), casting),
        area,
        people(site, field(words, *_DECISION, "counted_by"), decision.counted_by),
        said(field(words, *_DECISION, "reason"), decision.reason, own=True),
        said(
            field(words, *_DECISION, "until"),
            words.date(decision.until) if decision.until is not None else None,
        ),
        linked(site, field(words, *_DECISION, "referred_to"), decision.referred_to),
    )


def vote_parts(words: Words, meeting: Meeting, decision: Decision) -> tuple[Part, ...]:
    """The parts of a tally, with those who could have voted and did not, where that is known."""
    vote = decision.vote
    if vote is None:
        return ()
    number = next(
        position
        for position, item in enumerate(meeting.agenda)
        if any(each is decision for each in item.decisions)
    )
    invalid = spoiled(vote.ballots)
    used = cast(vote) + invalid
    whole = max(used, voters(meeting, number) or 0)
    rows: list[tuple[str, Text, int]] = [
        (key, word, count)
        for key, word, count in (
            ("for", say.FOR, vote.for_),
            ("against", say.AGAINST, vote.against),
            ("abstained", say.ABSTAINED, vote.abstained),
        )
        if count is not None
    ]
    if invalid:
        rows.append(("silent", say.INVALID, invalid))
    elsewhere = min(
        whole - used,
        sum(each.for_ for each in rivals(decision, meeting.agenda[number].decisions)),
    )
    if elsewhere:
        rows.append(("silent", say.FOR_ANOTHER, elsewhere))
    if whole > used + elsewhere:
        rest = say.SILENT if all_told(vote) else say.NOT_TOLD
        rows.append(("silent", rest, whole - used - elsewhere))
    return tuple(
        Part(key, words.label(word), count, percent(count, whole) if whole else "")
        for key, word, count in rows
    )


def _split(site: Site, meeting: Meeting, vote: Vote | None) -> tuple[PartRow, ...]:
    """The tally by village, group, venue or ballot box."""
    if vote is None:
        return ()
    words = site.words
    titles = {each.key: each.title for each in meeting.sessions}
    pointer = (*_DECISION, "vote", "parts", 0)
    return tuple(
        PartRow(
            part,
            details(
                linked(site, field(words, *pointer, "place"), part.place),
                said(
                    field(words, *pointer, "session"),
                    _session(titles, part),
                    own=True,
                ),
                Detail(
                    field(words, "attendance"),
                    tuple(counted(words, pointer, part, "due", "present")),
                ),
                papers(words, part.ballots),
            ),
        )
        for part in vote.parts
    )


def _session(titles: Mapping[str, str], part: VotePart) -> str | None:
    """What the session is called at which a part was counted, unless the part is called so itself."""
    title = titles.get(part.session, part.session) if part.session is not None else None
    return title if title != part.title else None


def session_view(site: Site, meeting: Meeting, session: Session) -> SessionView:
    """Another venue, sitting, polling place or ballot box."""
    words = site.words
    day = words.date(session.date) if session.date is not None else ""
    when = " ".join(
        each for each in (day, times(words, session.start_time, session.end_time)) if each
    )
    return SessionView(
        session,
        details(
            said(words._("时间"), when),
            linked(site, field(words, *_SESSION, "place"), session.place),
            said(field(words, *_SESSION, "venue"), session.venue, own=True),
            attendance_line(
                words,
                field(words, *_SESSION, "attendance"),
                session.attendance,
                meeting.attendance,
            ),
            proxies(words, session.attendance),
            papers(words, session.ballots),
            said(field(words, *_SESSION, "note"), session.note, own=True),
        ),
    )
