"""R001: what is acknowledged as irregular is still found to be so."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import place_named, stale
from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.lists import every

_FOUND = Text(
    "这里写着 {code} 不合规，检查却没有发现这一处。",
    "{code} is acknowledged here, but nothing of it is found.",
)
_ELSEWHERE = Text(
    "这里写着 {code} 不合规，检查发现的那一处应当写在{place}。",
    "{code} is acknowledged here, but what it finds belongs to {place}.",
)
_MOVE = Text(
    "说的是那一处的，把这一条移到那里；已经合并的，用 corrections 把这一条撤掉，在那里另写一条。",
    "If that is what is meant, move this one there; once merged, annul it in corrections and write it anew there.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for code, each, left in stale(record, archive, context):
        message, fix = _FOUND.format(code=code), None
        if left:
            places = every(place_named(record, place) for place in left[:_NAMED])
            message, fix = _ELSEWHERE.format(code=code, place=places), _MOVE
        yield Problem(record, each.pointer("code"), message, fix, hinges_on=Hinge())


_NAMED = 3
"""How many places a message names."""


CHECK = Check(
    code="R001",
    title=Text("写明的不合规还在", "What is acknowledged is still irregular"),
    why=Text(
        "写明了的不合规，网站上会带着标记公开；检查没有发现的，只说写明过，不说不合哪一条，也不说可争议。",
        "What is acknowledged is published with a mark; where nothing is found, it only says that it was acknowledged, and neither which article is broken nor that it is contestable.",
    ),
    fix=Text(
        "原来的记录写错、已经更正的，用 corrections 把这一条说明撤掉；写错了代号或者地方的，另写对的一条。",
        "If the record was wrong and has been corrected, annul this acknowledgment in corrections; "
        "if its code or place is wrong, write the right one.",
    ),
    bad=Example({TALK_PATH: IRREGULAR_DECISION.format(votes=AGAINST, result="rejected")}),
    good=Example({TALK_PATH: IRREGULAR_DECISION.format(votes=AGAINST, result="adopted")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.WARNING,
)
