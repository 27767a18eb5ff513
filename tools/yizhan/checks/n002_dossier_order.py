"""N002: the stations of a dossier come one after another as the law has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind
from yizhan.wording.terms import term

_KIND = Text(
    "“{stage}”不能排在“{before}”之后。",
    "“{stage}” cannot come after “{before}”.",
)
_PHASE = {
    DossierStage.DRAFT: 0,
    DossierStage.CONSULTATION: 0,
    DossierStage.REVIEW: 0,
    DossierStage.VOTE: 1,
    DossierStage.PUBLICATION: 2,
    DossierStage.FILING: 2,
    DossierStage.EFFECT: 2,
    DossierStage.WITHDRAWAL: 3,
}
"""Once there is a draft it goes back and forth before the vote; what follows it has no order among itself."""


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    drafted = bool(record.dossier) and record.dossier[0].stage is DossierStage.DRAFT
    in_force = False
    for number, (before, entry) in enumerate(pairwise(record.dossier), start=1):
        names = {"stage": term(entry.stage), "before": term(before.stage)}
        late = entry.stage is DossierStage.DRAFT and not drafted
        drafted = drafted or entry.stage is DossierStage.DRAFT
        back = _PHASE[entry.stage] < _PHASE[before.stage]
        in_force = in_force or before.stage is DossierStage.EFFECT
        undone = in_force and entry.stage is DossierStage.WITHDRAWAL
        if undone:
            names["before"] = term(DossierStage.EFFECT)
        if late or back or undone or before.stage is DossierStage.WITHDRAWAL:
            yield Problem(record, ("dossier", number, "stage"), _KIND.format(**names))


_STATIONS = """\
  - stage: draft
    date: 2026-03-25
  - stage: withdrawal
    date: {date}
"""

CHECK = Check(
    code="N002",
    title=Text("修改程序按次序走", "The dossier is in order"),
    why=Text(
        "先起草和征求意见，再表决，然后公布、备案、施行；次序乱了，居民的意见就没有机会写进去。",
        "Draft and consultation come before the vote, and publication, filing and effect after it; "
        "out of order, residents' opinions cannot be taken up.",
    ),
    fix=Text(
        "核对各步的日期：次序是按日期算的，补记的写在末尾就行；已经合并的日期写错了，在 corrections 里加一条更正。"
        "撤回以后要再修改的，另立一个修正案；已经施行的不能撤回，要改回来也另立一个。",
        "Check the dates: the order is theirs, and what was forgotten is simply added at the end. Once merged, put a wrong "
        "date right by adding to corrections. After a withdrawal begin a new amendment; "
        "what is in force cannot be withdrawn: to change it back begins a new one as well.",
    ),
    bad=Example({DOGS_PATH: dogs(_STATIONS.format(date="2026-03-20"))}),
    good=Example({DOGS_PATH: dogs(_STATIONS.format(date="2026-03-26"))}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
