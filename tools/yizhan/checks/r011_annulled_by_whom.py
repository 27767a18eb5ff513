"""R011: what was annulled was annulled by somebody whom the law lets annul it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.annulments import (
    ANNULLED,
    ASSEMBLY,
    ByOthers,
    allowed_by,
    annulled_by_others,
    place_of,
    what_decided,
)
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import VOTE_PATH
from yizhan.checks.shared.places import lie_apart
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind

_BY_OTHERS = Text(
    "{what}的决定，{law}写明由{allowed}撤销，没有写“{body}”可以撤销。",
    "What {what} decided is annulled by {allowed} under {law}; it does not say that “{body}” may.",
)
_BY_NOBODY = Text(
    "{what}的决定由谁撤销，{law}没有写；记录写的是由“{body}”撤销。",
    "Who annuls what {what} decided, {law} does not say; here “{body}” did.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for each in annulled_by_others(record, archive, context):
        place = place_of(record, archive)
        elsewhere = place is not None and lie_apart(archive, place, each.body.place)
        if each.body.body_kind is not BodyKind.GOVERNMENT and not elsewhere:
            yield _problem(record, each)  # of a government R012 speaks, of those elsewhere A021


def _problem(record: Record, each: ByOthers) -> Problem:
    message = (_BY_OTHERS if each.found.by else _BY_NOBODY).format(
        what=what_decided(record, each),
        law=each.law.title,
        allowed=allowed_by(each),
        body=each.body.title,
    )
    return Problem(record, each.said.pointer("resolution", "by"), message)


CHECK = Check(
    code="R011",
    title=Text("由法律写明的一方撤销", "Annulled by whom the law names"),
    why=Text(
        "谁可以撤销谁的决定，法律逐项写明：村民委员会的，由村民会议、得到授权的村民代表会议或者人民法院；村民代表会议的，"
        "由村民会议（村民委员会组织法第二十七条、第四十一条；城市居民委员会组织法第三十条第三款、第四十条）。条文没有写别人不可以，"
        "所以只是提醒；由政府撤销的，见 R012。谁维持、追认，见 R013。",
        "The laws say who annuls whose decisions: the committee's, the assembly, its representatives where empowered, or a court; the "
        "representatives', the assembly (Organic Law of Villagers' Committees, articles 27 and 41; of Urban Residents' Committees, articles 30 and 40). They "
        "do not say that nobody else may, so this is a warning; of the government R012 speaks. Who upholds and ratifies, see R013.",
    ),
    fix=Text(
        "对照文书核对是谁作的、作的是什么；确实是它撤销的，这条提醒可以留着。",
        "Compare with the document who did what; if that body did annul it, let this warning stand.",
    ),
    bad=Example(
        {
            VOTE_PATH: ANNULLED.format(
                by="shili-supervisors", article="村民委员会组织法第三十条第二款"
            )
        }
    ),
    good=Example(
        {
            VOTE_PATH: ANNULLED.format(
                by="shili-assembly", article="村民委员会组织法第三十条第二款"
            ),
            **ASSEMBLY,
        }
    ),
    kinds=(Kind.MEETING, Kind.RULE, Kind.AMENDMENT),
    run=_run,
    level=Level.WARNING,
)
