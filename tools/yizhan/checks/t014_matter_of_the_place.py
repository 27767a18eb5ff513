"""T014: a meeting discusses matters and rules of its own place, or of one above or below it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.dossier import votes_it_rests_on
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED, TALK_PATH
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import lie_apart, whole_line
from yizhan.checks.shared.rule_making import maker_of_elsewhere, wrong_maker
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{matter}在“{other}”，不属于这次会议的地点“{own}”。",
    "{matter} is of “{other}”, which does not belong to this meeting's place, “{own}”.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    own = archive.place(record.place)
    if own is None:
        return
    yield from _of_rules(record, own, archive, context)
    if not any(item.matters for item in record.agenda):
        return
    above = whole_line(archive, own.id).union(
        *(whole_line(archive, each) for each in record.places)
    )
    for number, item in enumerate(record.agenda):
        for position, identifier in enumerate(item.matters):
            matter = archive.get(Matter, identifier)
            place = archive.place(matter.place) if matter is not None else None
            if matter is None or place is None or place.id in above:
                continue
            line = whole_line(archive, place.id)
            if above and line and not {own.id, *record.places} & line:
                message = _FOUND.format(matter=named(matter), other=place.title, own=own.title)
                yield Problem(record, ("agenda", number, "matters", position), message)


_RULE = Text(
    "{rule}是“{other}”的，不属于这次会议的地点“{own}”。",
    "{rule} is of “{other}”, which does not belong to this meeting's place, “{own}”.",
)


def _of_rules(record: Meeting, own: Place, archive: Archive, context: Context) -> Iterator[Problem]:
    """Rules, and drafts that are to amend one, of a place that is surely another.

    Of what was adopted here L006 says so, of what was amended N009.
    """
    places = (own.id, *record.places)
    for number, item in enumerate(record.agenda):
        drafts = (archive.get(Amendment, each) for each in item.amendments)
        named_there: list[tuple[str, int, str, Amendment | None]] = [
            ("rules", n, each, None) for n, each in enumerate(item.rules)
        ]
        named_there += [
            ("amendments", n, draft.rule, draft)
            for n, draft in enumerate(drafts)
            if draft is not None
        ]
        for field, position, identifier, draft in named_there:
            rule = archive.get(Rule, identifier)
            other = archive.place(rule.place) if rule is not None else None
            if rule is None or other is None:
                continue
            if all(lie_apart(archive, other.id, place) for place in places):
                if _adopted_here(record, rule, draft, archive, context):
                    continue
                message = _RULE.format(rule=named(rule), other=other.title, own=own.title)
                yield Problem(record, ("agenda", number, field, position), message)


def _adopted_here(
    record: Meeting, rule: Rule, draft: Amendment | None, archive: Archive, context: Context
) -> bool:
    if draft is None:
        days = [rule.adopted.date] if rule.adopted and rule.adopted.meeting == record.id else []
    else:
        votes = votes_it_rests_on(draft, archive, "N009")
        days = [entry.date for _, entry, meeting in votes if meeting is record]
    return any(
        wrong_maker(rule, day, record, archive, context)
        or maker_of_elsewhere(rule, day, record, archive, context)
        for day in days
    )


_TALK = """\
id: 20260218-shili-talk
title: 小组议事会
example: true
meeting_kind: building_deliberation
place: {place}
date: 2026-02-18
agenda:
  - title: 广场音响
    matters: [20260210-shili-noise]
"""
_TALKED_OVER = """\
log:
  - date: 2026-02-18
    step: progress
    by: shili-committee
    meeting: 20260218-shili-talk
    note: 议事会商定晚上九点关音响。
"""
_MATTER = NOISE_RAISED + _TALKED_OVER

CHECK = Check(
    code="T014",
    title=Text("会议议的是本地的事", "Meetings discuss matters of their place"),
    why=Text(
        "议程里混进了别处的事，多半是编号抄错了，两处的居民都会被弄糊涂。",
        "A matter of another place on the agenda is mostly a mistyped id; residents of both places are misled.",
    ),
    fix=Text(
        "核对事项、规约的编号和会议的地点；几处合开的会，地点写它们共同的上级。",
        "Check the id of the matter or rule and the meeting's place; for a joint meeting name the place above them all.",
    ),
    bad=Example({TALK_PATH: _TALK.format(place="shili-cun-1"), NOISE_PATH: _MATTER}),
    good=Example({TALK_PATH: _TALK.format(place="shili-cun"), NOISE_PATH: _MATTER}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
