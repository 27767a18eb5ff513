"""R012: the government orders put right what the law has it order put right, and annuls nothing."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.annulments import (
    ANNULLED,
    ASSEMBLY,
    ByOthers,
    allowed_by,
    annulled_by_others,
    what_decided,
)
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import VOTE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind
from yizhan.wording.law import cited, in_chinese

_BY_OTHERS = Text(
    "记录写的是由“{body}”撤销；{what}的决定，{law}写明由{allowed}撤销。",
    "It was annulled by “{body}”; under {law}, what {what} decided is annulled by {allowed}.",
)
_BY_NOBODY = Text(
    "记录写的是由“{body}”撤销；{what}的决定，{law}写的是由人民政府责令改正。",
    "It was annulled by “{body}”; under {law}, the government orders put right what {what} decided.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for each in annulled_by_others(record, archive, context):
        if each.body.body_kind is BodyKind.GOVERNMENT:
            yield _problem(record, each)


def _problem(record: Record, each: ByOthers) -> Problem:
    by = each.found.by
    article = each.found.orders if not by else by[0].article
    law = each.law.title if by else cited(each.law, article or "")
    message = (_BY_OTHERS if by else _BY_NOBODY).format(
        body=each.body.title, what=what_decided(record, each), law=law, allowed=allowed_by(each)
    )
    where = each.said.pointer("resolution", "by")
    return Problem(record, where, message, articles=(in_chinese(each.law, article or ""),))


CHECK = Check(
    code="R012",
    title=Text("政府是责令改正，不是撤销", "The government orders it put right"),
    why=Text(
        "村民会议、村民代表会议的决定和村规民约违反规定的，由乡镇人民政府责令改正；撤销由村民会议、得到授权的村民代表会议或者人民法院"
        "（村民委员会组织法第二十七条、第三十一条第三款、第四十一条），乡镇人民政府不得干预依法属于村民自治范围内的事项（第六条第一款）。"
        "社区见城市居民委员会组织法第三十条第三款、第三十一条第三款、第四十条。政府直接宣布撤销的，可以争议。",
        "Where decisions of assemblies and village rules break the law, the township orders them put right; the assembly, its representatives where empowered, or "
        "a court annul (Organic Law of Villagers' Committees, articles 27, 31 and 41), and the township does not interfere with what is the villagers' own "
        "(article 6). For communities see articles 30, 31 and 40 of their law. An annulment by the government can be contested.",
    ),
    fix=Text(
        "对照文书核对作的是什么：责令改正的，删去 resolution，改正以后再写；确实宣布撤销了的，如实写进 irregular（不合规的说明）。",
        "Compare with the document what was done: where it ordered the thing put right, leave resolution out until it is; if it really declared it annulled, acknowledge it under irregular.",
    ),
    bad=Example(
        {VOTE_PATH: ANNULLED.format(by="shili-office", article="村民委员会组织法第三十条第二款")}
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
    level=Level.IRREGULAR,
)
