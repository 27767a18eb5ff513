"""Q001: a claimed percentage is what its own figures give."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import WORK, WORK_PATH
from yizhan.model.archive import Archive
from yizhan.model.claims import Claims
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.claims import OTHERWISE


def _run(record: Claims, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, claim in enumerate(record.claims):
        share = claim.share
        if share is None or share.numerator is None or not share.denominator:
            continue
        if share.numerator > share.denominator:
            continue  # no share at all, which Q003 reports
        digits = len(f"{share.percent:g}".partition(".")[2])
        exact = 100 * share.numerator / share.denominator
        # a source may round or cut off: both are within one unit of its last digit
        if abs(exact - share.percent) < 10**-digits:
            continue
        message = OTHERWISE.format(
            claimed=f"{share.percent:g}",
            part=share.numerator,
            whole=share.denominator,
            result=f"{exact:.{max(digits, 1)}f}",
        )
        yield Problem(record, ("claims", number, "share", "percent"), message)


_SHARE = """\
      percent: {percent}
      numerator: 129
      denominator: 160
"""

CHECK = Check(
    code="Q001",
    title=Text("百分比与自身数字一致", "A percentage fits its own figures"),
    why=Text(
        "来源写的数字要照录，哪怕算错了；页面会把两个数并排给人看，这里先提醒核对是不是抄错。",
        "A source's claim is kept even where it is wrong, and the site shows both numbers; "
        "this warning asks to make sure that it is no copying mistake.",
    ),
    fix=Text(
        "对照来源核对；来源就是这样写的，保留原数，不必改。",
        "Compare with the source; if that is what it says, keep the claim as it is.",
    ),
    bad=Example({WORK_PATH: WORK + _SHARE.format(percent=82.6)}),
    good=Example({WORK_PATH: WORK + _SHARE.format(percent=80.6)}),
    kinds=(Kind.CLAIMS,),
    run=_run,
    level=Level.WARNING,
)
