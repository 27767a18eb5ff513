"""R002: an acknowledgment names a check whose findings are irregular."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks import discover
from yizhan.checks.shared.acknowledged import coverings
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text, commas
from yizhan.wording.findings import LEVEL_TITLE
from yizhan.wording.lists import NONE
from yizhan.wording.terms import one

_UNKNOWN = Text(
    "没有 {code} 这项检查；{kind}可以写明的有：{codes}。",
    "There is no check {code}; what {kind} can acknowledge: {codes}.",
)
_OTHER = Text(
    "{code} 报的是“{level}”，不是“不合规”，写明了也不能放行；{kind}可以写明的有：{codes}。",
    "What {code} finds is of the kind “{level}” and cannot be acknowledged; what {kind} can: {codes}.",
)
_NOT_HERE = Text(
    "{code} 不检查{kind}；{kind}可以写明的有：{codes}。",
    "{code} is not about {kind}; what {kind} can acknowledge: {codes}.",
)


def _run(record: Record, archive: Archive, context: Context) -> Iterator[Problem]:
    for code, check, found in coverings(record, archive, context):
        if check is None:
            message, values = _UNKNOWN, {}
        elif check.level is not Level.IRREGULAR:
            message, values = _OTHER, {"level": LEVEL_TITLE[check.level]}
        elif record.kind not in check.kinds:
            message, values = _NOT_HERE, {}
        else:
            continue
        said = message.format(code=code, kind=one(record.kind), codes=_codes(record), **values)
        for each in found.stale:
            yield Problem(record, each.pointer("code"), said)


def _codes(record: Record) -> Text:
    codes = [
        check.code
        for check in discover()
        if check.level is Level.IRREGULAR and record.kind in check.kinds
    ]
    return commas(codes) if codes else NONE


_STAGES = """\
  - stage: displayed
    date: 2026-02-01
    until: 2026-02-14
    where: 村务公开栏
    objections_to: 村务监督委员会
  - stage: conferred
    date: 2026-02-10
    irregular:
      - code: {code}
        reason: 镇上催得急，公示没完就授予了。
        by: shili-committee
        date: 2026-03-20
"""

CHECK = Check(
    code="R002",
    title=Text("写明的是不合规的检查", "The code is of an irregular check"),
    why=Text(
        "只有“不合规”可以如实写明；错误是不可能那样的，写明了也不成立。",
        "Only what is irregular can be acknowledged; an error cannot be so, whoever says it.",
    ),
    fix=Text(
        "代号照 yizhan check 报出的写。",
        "Write the code that yizhan check reports.",
    ),
    bad=Example({LANE_PATH: LANE + _STAGES.replace("-14", "-08").format(code="H004")}),
    good=Example({LANE_PATH: LANE + _STAGES.format(code="H003")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
