"""N002: the stations of a dossier come one after another as the law has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.model.amendment import Amendment, DossierEntry
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind
from yizhan.wording.terms import term

_KIND = Text(
    "“{stage}”不能排在“{before}”之后。",
    "“{stage}” cannot come after “{before}”.",
)
_EARLY = Text(
    "“{stage}”写的是 {date}，不能早于“{after}”（{other}）。",
    "“{stage}” is dated {date}; it cannot come before “{after}” ({other}).",
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
    early = _too_early(record)
    if early is not None:
        entry, after = record.dossier[early], record.dossier[early + 1]
        names = {"stage": term(entry.stage), "after": term(after.stage)}
        message = _EARLY.format(**names, date=entry.date, other=after.date)
        yield Problem(record, ("dossier", early, "date"), message)
        return
    for number, (before, entry) in enumerate(pairwise(record.dossier), start=1):
        late = entry.stage is DossierStage.DRAFT and not drafted
        drafted = drafted or entry.stage is DossierStage.DRAFT
        if late or _is_back(before, entry):
            names = {"stage": term(entry.stage), "before": term(before.stage)}
            yield Problem(record, ("dossier", number, "stage"), _KIND.format(**names))
        elif entry.stage is DossierStage.WITHDRAWAL and _in_force(record, number):
            names = {"stage": term(entry.stage), "before": term(DossierStage.EFFECT)}
            yield Problem(record, ("dossier", number, "stage"), _KIND.format(**names))


def _is_back(before: DossierEntry, entry: DossierEntry) -> bool:
    back = _PHASE[entry.stage] < _PHASE[before.stage]
    return back or before.stage is DossierStage.WITHDRAWAL


def _in_force(record: Amendment, number: int) -> bool:
    """Whether an entry comes after the effect; what is in force is no draft that could be withdrawn."""
    return any(each.stage is DossierStage.EFFECT for each in record.dossier[:number])


def _too_early(record: Amendment) -> int | None:
    """The entry whose date alone is wrong: without it all the others are in order; None if none is.

    The order is that of the dates, so that a date too early puts an entry before what it follows, and
    the others would be blamed.
    """
    for number in range(1, len(record.dossier) - 1):
        entry, after = record.dossier[number], record.dossier[number + 1]
        rest = (*record.dossier[:number], *record.dossier[number + 1 :])
        if (
            _is_back(entry, after)
            and entry.date.surely_before(after.date)
            and not any(_is_back(*pair) for pair in pairwise(rest))
        ):
            return number
    return None


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
