"""Who may annul what was acknowledged as irregular: what checks of annulments share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yizhan.checks.shared.acknowledged import Acknowledged, acknowledgments
from yizhan.checks.shared.check import Context
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, ROAD, vote
from yizhan.checks.shared.organic import community_of, laws_for
from yizhan.facts.organic_law import is_committee
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Annulment, Law, OrganicLaw
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, MeetingKind, ResolutionResult
from yizhan.wording.law import article
from yizhan.wording.lists import either
from yizhan.wording.terms import one

_ALLOWED = Text("{who}（{article}）", "{who} ({article})")


class ByOthers(NamedTuple):
    """An annulment by a body that the law does not name.

    Attributes:
        said: the acknowledgment that it resolves.
        law: in force that day, and what it says of such annulments.
    """

    said: Acknowledged
    body: Body
    law: Law
    found: Annulment


def annulled_by_others(record: Record, archive: Archive, context: Context) -> Iterator[ByOthers]:
    """Yield every annulment of what meetings and rules decided by a body that the law does not name."""
    for each in acknowledgments(record):
        resolution = each.said.resolution
        if resolution is None or resolution.result is not ResolutionResult.ANNULLED:
            continue
        body, place = archive.body(resolution.by), place_of(record, archive)
        if body is None or place is None or "elections" in each.owner:
            continue  # of elections the law has a provision of its own, and no annulment
        laws = laws_for(place, resolution.date, archive, context)
        for found in context.presets.organic.annulments:
            if found.law not in laws or not _about(found, record, archive, context):
                continue
            if not _may(body, found, community_of(place, archive)):
                yield ByOthers(each, body, laws[found.law], found)


def what_decided(record: Record, each: ByOthers) -> Text:
    """The kind of meeting whose decision it was."""
    return one(record.meeting_kind if isinstance(record, Meeting) else each.found.meetings[0])


def allowed_by(each: ByOthers) -> Text:
    """Everybody whom the law names, with the article; nothing where it names nobody."""
    named = [_ALLOWED.format(who=by.who, article=article(by.article)) for by in each.found.by]
    return either(named) if named else Text("", "")


def place_of(record: Record, archive: Archive) -> str | None:
    """The place whose law holds: a meeting's, or a rule's."""
    if isinstance(record, Amendment):
        rule = archive.get(Rule, record.rule)
        return None if rule is None else rule.place
    return record.place if isinstance(record, Meeting | Rule) else None


def _about(found: Annulment, record: Record, archive: Archive, context: Context) -> bool:
    """Whether a provision is about what a record is of."""
    if isinstance(record, Meeting):
        kind = record.meeting_kind
        committee = kind is not MeetingKind.COMMITTEE_MEETING or _of_committee(
            record, archive, context.presets.organic
        )
        return kind in found.meetings and committee
    rule = archive.get(Rule, record.rule) if isinstance(record, Amendment) else record
    return isinstance(rule, Rule) and rule.rule_kind in found.rules


def _of_committee(meeting: Meeting, archive: Archive, organic: OrganicLaw) -> bool:
    """Whether a meeting was the villagers' or residents' committee's own."""
    body = archive.body(meeting.convener)
    return body is not None and is_committee(
        body, archive.place(body.place), archive.body(body.parent), organic
    )


def _may(body: Body, found: Annulment, community: str | None) -> bool:
    """Whether the law names a body; where it names nobody, assemblies and departments are left alone.

    An assembly may well take back what it decided itself, and a court is recorded as a department:
    of both no text at hand says anything. A people's congress is no assembly of the village.
    """
    if body.body_kind is BodyKind.ASSEMBLY and community not in (None, body.place):
        return False
    if not found.by:
        return body.body_kind in (BodyKind.ASSEMBLY, BodyKind.DEPARTMENT)
    return any(
        body.body_kind in one.bodies or any(word in body.title for word in one.titles)
        for one in found.by
    )


_ACT = """\
        method: show_of_hands
        vote: {{for: 20, against: 2}}
irregular:
  - code: T006
    article: {article}
    reason: 到会不足三分之二，会议照开。
    by: shili-committee
    date: 2026-03-23
    resolution: {{result: annulled, by: {by}, date: 2026-03-28}}
"""
ANNULLED = vote("村民代表会议：修路", BY_REPRESENTATIVES | {"present": 22}) + ROAD + _ACT
"""Representatives without a quorum, whose decision somebody annulled."""
ASSEMBLY = {
    "records/bodies/shili-assembly.yaml": """\
id: shili-assembly
title: 示例村村民会议
example: true
body_kind: assembly
place: shili-cun
"""
}
COURT = {
    "records/bodies/shili-court.yaml": """\
id: shili-court
title: 示例县人民法院
example: true
body_kind: department
place: shili-xian
"""
}
