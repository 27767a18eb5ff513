"""A021: who convenes, visits, adopts or settles has to do with the place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND, named
from yizhan.checks.shared.place_examples import OTHER_VILLAGE, OTHER_VILLAGE_PATH
from yizhan.checks.shared.places import whole_line
from yizhan.facts.speakers import on_one_line
from yizhan.model.acting import Named, named_on_days
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind

_ACTS = frozenset({"by", "convener", "body"})
"""Fields that name who acts; whom something is given, reported or referred to may be anywhere in the county."""

_HOLDERS = frozenset(
    {
        *("Correction", "Irregularity", "Resolution", "NotHeld"),
        *("Meeting", "Round", "Honour", "Claims", "Scheme", "Adoption"),
    }
)
"""Classes whose body acts for the record's place; whoever chairs or speaks may be a guest."""

_GIVEN = frozenset({("body", "Task"), ("referred_to", "Decision"), ("referred_to", "AgendaItem")})
_ASKED_ANYWHERE = frozenset({BodyKind.GOVERNMENT, BodyKind.DEPARTMENT, BodyKind.COMPANY})

_ELSEWHERE = Text(
    "{body}管的是{there}，跟这里（{here}）没有上下级关系。",
    "{body} serves {there}, which is neither within {here} nor around it.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    if isinstance(record, Matter) and not (record.corrections or _acknowledges(record)):
        return
    places = _places(record, archive)
    for each in named_on_days(record, Kind.BODY) if places else ():
        body = archive.body(each.target)
        there = None if body is None else archive.place(body.place)
        if body is None or there is None or there.dissolved is not None:
            continue
        if not _acts(each) and not _far(each, body, places, archive):
            continue
        if not any(on_one_line(archive, body.place, place) for place in places):
            here = archive.place(places[0])
            message = _ELSEWHERE.format(
                body=named(body), there=named(there), here=named(here) if here else places[0]
            )
            about = f"{body.id}/place"
            yield Problem(record, each.pointer, message, hinges_on=one_of(*places), about=about)


def _far(each: Named, body: Body, places: tuple[str, ...], archive: Archive) -> bool:
    """Whether a task or a motion is handed to those of a village or community of another county.

    A department, a government or a company may be asked from anywhere.
    """
    given = (each.field, type(each.holder).__name__) in _GIVEN
    if not given or body.body_kind in _ASKED_ANYWHERE:
        return False
    if not whole_line(archive, body.place):
        return False
    root = archive.lineage(body.place)[0].id
    return all(archive.lineage(place)[0].id != root for place in places)


def _acknowledges(record: Matter) -> bool:
    return bool(record.irregular) or any(entry.irregular for entry in record.log)


def _acts(named_there: Named) -> bool:
    return named_there.field in _ACTS and type(named_there.holder).__name__ in _HOLDERS


def _places(record: Record, archive: Archive) -> tuple[str, ...]:
    """Ids of the places that a record is of; none where it does not say so itself."""
    if isinstance(record, Place):
        return (record.id, *_former_parents(record))
    place = getattr(record, "place", None)
    if isinstance(record, Amendment):
        rule = archive.get(Rule, record.rule)
        place = None if rule is None else rule.place
    if not isinstance(place, str) or not whole_line(archive, place):
        return ()
    return (place, *record.places) if isinstance(record, Meeting) else (place,)


def _former_parents(place: Place) -> tuple[str, ...]:
    """Where a place was said to lie before that was corrected, by those who had said so."""
    corrected = (each for each in place.corrections if each.target == ("parent",))
    return tuple(each.was for each in corrected if isinstance(each.was, str))


_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: shili-other-team
"""
_BODY_PATH = "records/bodies/shili-other-team.yaml"
_BODY = """\
id: shili-other-team
title: 走访队
example: true
body_kind: team
place: {place}
"""

CHECK = Check(
    code="A021",
    title=Text("出面的组织管这个地方", "Whoever acts serves the place"),
    why=Text(
        "别处的组织一般不召集这里的会议，也不替这里走访、统计、通过规约、作更正，多半是编号选错了；"
        "真由它办的，要写明为什么。",
        "A body of another place does not convene, visit, count, adopt or correct here as a rule, and its id was probably "
        "a slip; where it did act, residents must see why.",
    ),
    fix=Text(
        "写管这个地方的组织，它的上级、下级也可以；没有选错的，在 irregular 里写明理由。",
        "Name a body of this place, of one around it or of one within it; if it is the right one, give the reason in irregular.",
    ),
    bad=Example(
        {
            WALK_PATH: _ROUND,
            OTHER_VILLAGE_PATH: OTHER_VILLAGE,
            _BODY_PATH: _BODY.format(place="shili-other"),
        }
    ),
    good=Example(
        {
            WALK_PATH: _ROUND,
            OTHER_VILLAGE_PATH: OTHER_VILLAGE,
            _BODY_PATH: _BODY.format(place="shili-zhen"),
        }
    ),
    kinds=tuple(kind for kind in EVERY_KIND if kind is not Kind.PROCEDURE),
    run=_run,
    level=Level.IRREGULAR,
)
