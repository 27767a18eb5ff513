"""C005: no minority confirms a matter."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.example_procedure import QUICK, QUICK_CONFIRM, QUICK_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.procedure import Procedure
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "问到的人里 {share} 满意就算居民认可，不到一半。",
    "Where {share} of those asked are satisfied residents count as agreeing, which is less than half.",
)
_HALF = Fraction(1, 2)


def _run(record: Procedure, _archive: Archive, _context: Context) -> Iterator[Problem]:
    share = record.confirm_share
    if share is not None and share.fraction < _HALF:
        said = share.more_than or share.at_least
        yield Problem(record, ("confirm_share",), _FOUND.format(share=said))


CHECK = Check(
    code="C005",
    title=Text("少数人不能代表认可", "No minority confirms"),
    why=Text(
        "多数人不满意也能销号，页面却写“居民认可”，居民就不会再信。",
        "If a matter is closed although most are not satisfied, and headed as agreed to, residents stop believing it.",
    ),
    fix=Text(
        "删去 confirm_share（不写就是过半数），或者定得更高。",
        "Leave out confirm_share, which means more than half, or set it higher.",
    ),
    bad=Example({QUICK_PATH: QUICK + QUICK_CONFIRM + "confirm_share:\n  at_least: 1/3\n"}),
    good=Example({QUICK_PATH: QUICK + QUICK_CONFIRM + "confirm_share:\n  at_least: 2/3\n"}),
    kinds=(Kind.PROCEDURE,),
    run=_run,
    level=Level.WARNING,
)
