"""G032: an appraisal is not in the hands of those who are appraised."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import BY_REPRESENTATIVES, VOTE_PATH, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.organic import laws_for
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.meeting_vocabulary import ItemOutcome
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind, Subject
from yizhan.wording.law import cited, in_chinese

_FOUND = Text(
    "民主评议的主持写的是{body}；{law}规定由监督机构主持。",
    "The appraisal was chaired by {body}; under {law}, those who watch over the committee preside.",
)
_NOT_TAKEN_UP = (ItemOutcome.WITHDRAWN, ItemOutcome.DEFERRED, ItemOutcome.NOT_REACHED)
_WATCHING = "监督"
"""In a title or post: 村务监督委员会, 村务监督小组, 居务监督委员会主任."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.held or not any(_appraises(item) for item in record.agenda):
        return
    chair = _chair(record, archive)
    if chair is None:
        return
    laws = laws_for(record.place, record.date, archive, context)
    for power in context.presets.organic.powers:
        law = laws.get(power.law)
        if power.subject is Subject.APPRAISAL and power.presided is not None and law is not None:
            position, body = chair
            message = _FOUND.format(body=named(body), law=cited(law, power.presided))
            pointer = ("chaired_by", position, "body")
            yield Problem(record, pointer, message, articles=(in_chinese(law, power.presided),))


def _appraises(item: AgendaItem) -> bool:
    return item.subject is Subject.APPRAISAL and item.outcome not in _NOT_TAKEN_UP


def _chair(record: Meeting, archive: Archive) -> tuple[int, Body] | None:
    """The first body that chaired, with its position; None where those who watch did, or nobody is named."""
    chairs = [
        (position, body, f"{body.title}{actor.post or ''}")
        for position, actor in enumerate(record.chaired_by)
        if (body := archive.body(actor.body)) is not None
    ]
    if any(
        body.body_kind is BodyKind.SUPERVISION or _WATCHING in title for _, body, title in chairs
    ):
        return None
    return chairs[0][:2] if chairs else None


_MEETING = vote("民主评议", BY_REPRESENTATIVES)
_AGENDA = """\
agenda:
  - title: 评议村民委员会成员
    subject: appraisal
    outcome: discussed
"""
_CHAIR = "chaired_by:\n  - body: {}\n"
_SUPERVISORS = {
    "records/bodies/shili-supervision.yaml": """\
id: shili-supervision
title: 示例村村务监督委员会
example: true
body_kind: supervision
place: shili-cun
"""
}

CHECK = Check(
    code="G032",
    title=Text("民主评议由监督机构主持", "The supervisors preside over an appraisal"),
    why=Text(
        "村民委员会成员接受民主评议，由村务监督机构主持（村民委员会组织法2025年修正第三十八条第一款）；居民委员会的由居务监督委员会主持"
        "（城市居民委员会组织法2025年修订第三十七条第一款）。受评议的自己主持，评议结果居民可以质疑。",
        "The supervisors preside when members of a villagers' committee are appraised (Organic Law of Villagers' Committees, 2025, article 38), and those of the "
        "residents when theirs are (Organic Law of Urban Residents' Committees, 2025, article 37). Chaired by those who are appraised, its result can be contested.",
    ),
    fix=Text(
        "核对 chaired_by（主持）；这一项另由监督机构主持的，把它也写进 chaired_by；确实不是监督机构主持的，如实写进 irregular（不合规的说明）。",
        "Check chaired_by; where the supervisors chaired this item, name them there as well; if they really did not, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + _CHAIR.format("shili-committee") + _AGENDA}),
    good=Example(
        {VOTE_PATH: _MEETING + _CHAIR.format("shili-supervision") + _AGENDA, **_SUPERVISORS}
    ),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
