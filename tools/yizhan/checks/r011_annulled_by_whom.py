"""R011: what was annulled was annulled by somebody whom the law lets annul it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import Acknowledged, acknowledgments
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, ROAD, VOTE_PATH, vote
from yizhan.checks.shared.organic import laws_for
from yizhan.facts.organic_law import is_committee
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Annulment, Law, OrganicLaw
from yizhan.model.record import Record
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind, MeetingKind, ResolutionResult
from yizhan.wording.law import article
from yizhan.wording.lists import either
from yizhan.wording.terms import one

_BY_OTHERS = Text(
    "{what}的决定，{law}写明由{allowed}撤销，没有写“{body}”可以撤销。",
    "What {what} decided is annulled by {allowed} under {law}; it does not say that “{body}” may.",
)
_BY_NOBODY = Text(
    "{what}的决定由谁撤销，{law}没有写；{article}写的是由人民政府责令改正。",
    "Who annuls what {what} decided, {law} does not say; {article} lets the government order it put right.",
)
_ALLOWED = Text("{who}（{article}）", "{who} ({article})")


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        resolution = each.said.resolution
        if resolution is None or resolution.result is not ResolutionResult.ANNULLED:
            continue
        body, place = archive.body(resolution.by), _place(record, archive)
        if body is None or place is None or "elections" in each.owner:
            continue  # of elections the law has a provision of its own, and no annulment
        laws = laws_for(place, resolution.date, archive, context)
        for found in context.presets.organic.annulments:
            if found.law not in laws or not _about(found, record, archive, context):
                continue
            if not _may(body, found):
                yield _problem(record, each, body, laws[found.law], found)


def _place(record: Record, archive: Archive) -> str | None:
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


def _may(body: Body, found: Annulment) -> bool:
    """Whether the law names a body; where it names nobody, assemblies and departments are left alone.

    An assembly may well take back what it decided itself, and a court is recorded as a department:
    of both no text at hand says anything.
    """
    if not found.by:
        return body.body_kind in (BodyKind.ASSEMBLY, BodyKind.DEPARTMENT)
    return any(
        body.body_kind in one.bodies or any(word in body.title for word in one.titles)
        for one in found.by
    )


def _problem(record: Record, each: Acknowledged, body: Body, law: Law, found: Annulment) -> Problem:
    what = one(record.meeting_kind) if isinstance(record, Meeting) else one(found.meetings[0])
    articles = [name.article for name in found.by] or [found.orders or ""]
    if found.by:
        allowed = either(
            _ALLOWED.format(who=name.who, article=article(name.article)) for name in found.by
        )
        message = _BY_OTHERS.format(what=what, law=law.title, allowed=allowed, body=body.title)
    else:
        orders = article(articles[0])
        message = _BY_NOBODY.format(what=what, law=law.title, article=orders)
    return Problem(record, each.pointer("resolution", "by"), message)


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
_MEETING = vote("村民代表会议：修路", BY_REPRESENTATIVES | {"present": 22}) + ROAD
_ASSEMBLY = {
    "records/bodies/shili-assembly.yaml": """\
id: shili-assembly
title: 示例村村民会议
example: true
body_kind: assembly
place: shili-cun
"""
}

CHECK = Check(
    code="R011",
    title=Text("由法律写明的一方撤销", "Annulled by whom the law names"),
    why=Text(
        "谁可以撤销谁的决定，法律逐项写明：村民委员会的，由村民会议、得到授权的村民代表会议或者人民法院；村民代表会议的，"
        "由村民会议；人民政府是责令改正（村民委员会组织法第二十七条、第三十一条第三款、第四十一条；城市居民委员会组织法第三十条第三款、"
        "第三十一条第三款、第四十条）。条文没有写别人不可以，所以只是提醒。谁可以维持、追认，手边的条文没有写，不判断。",
        "The laws say who annuls whose decisions: the committee's, the assembly, its representatives where empowered, or a court; the "
        "representatives', the assembly; the government orders them put right (Organic Law of Villagers' Committees, articles 27, 31 and 41; of Urban "
        "Residents' Committees, articles 30, 31 and 40). They do not say that nobody else may, so this is a warning. Who may uphold or ratify, no text at "
        "hand says, and nothing is judged.",
    ),
    fix=Text(
        "对照文书核对是谁作的、作的是什么：责令改正的不是撤销，删去 resolution，改正以后再写；确实是它撤销的，这条提醒可以留着。",
        "Compare with the document who did what: an order to put right annuls nothing, so leave resolution out until it is put right; if that body did "
        "annul it, let this warning stand.",
    ),
    bad=Example(
        {
            VOTE_PATH: _MEETING
            + _ACT.format(by="shili-office", article="村民委员会组织法第三十条第二款")
        }
    ),
    good=Example(
        {
            VOTE_PATH: _MEETING
            + _ACT.format(by="shili-assembly", article="村民委员会组织法第三十条第二款"),
            **_ASSEMBLY,
        }
    ),
    kinds=(Kind.MEETING, Kind.RULE, Kind.AMENDMENT),
    run=_run,
    level=Level.WARNING,
)
