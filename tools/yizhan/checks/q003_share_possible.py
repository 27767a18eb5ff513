"""Q003: a share is one: the part within the whole, the percentage from 0 to 100."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WORK, WORK_PATH
from yizhan.model.archive import Archive
from yizhan.model.claims import Claims
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_PART = Text(
    "部分 {numerator} 超过了总数 {denominator}。",
    "The part, {numerator}, is more than the whole, {denominator}.",
)
_PERCENT = Text(
    "百分比 {percent} 不在 0 到 100 之间。",
    "The percentage {percent} is not between 0 and 100.",
)


def _run(record: Claims, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, claim in enumerate(record.claims):
        share = claim.share
        if share is None:
            continue
        pointer = ("claims", number, "share")
        if not 0 <= share.percent <= 100:
            message = _PERCENT.format(percent=f"{share.percent:g}")
            yield Problem(record, (*pointer, "percent"), message)
        part, whole = share.numerator, share.denominator
        if part is not None and whole is not None and part > whole:
            message = _PART.format(numerator=part, denominator=whole)
            yield Problem(record, (*pointer, "numerator"), message)


CHECK = Check(
    code="Q003",
    title=Text("比例在零到百分之百之间", "Shares are possible"),
    why=Text(
        "部分不会大于整体；超过百分之百多半是把增长率写进了比例，或者小数点错了位。",
        "A part is never more than its whole; over 100 it is a growth rate in the wrong field, or a decimal point astray.",
    ),
    fix=Text(
        "核对分子、分母和百分比；百分之八十写成 80，不写 0.8，也不写 8000。",
        "Check part, whole and percentage; eighty per cent is written 80.",
    ),
    bad=Example({WORK_PATH: WORK + "      percent: 130\n"}),
    good=Example({WORK_PATH: WORK + "      percent: 81.3\n"}),
    kinds=(Kind.CLAIMS,),
    run=_run,
    level=Level.ERROR,
)
