"""J010: what a scheme gives or takes is something, and within its limit."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_examples import LIBRARY, LIBRARY_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_NOTHING = Text(
    "“{title}”是 0 分，既不加也不减。",
    "“{title}” is worth 0 points; it neither gives nor takes any.",
)
_COSTS = Text(
    "“{title}”是减分的，上限只用于加分的项目。",
    "“{title}” takes points away; only what earns points has a limit.",
)
_BELOW = Text(
    "“{title}”一次就是 {points} 分，上限却只有 {limit} 分。",
    "“{title}” earns {points} {points:point|points} at once, but its limit is {limit}.",
)


def _run(record: Scheme, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.items):
        here = ("items", number)
        if item.points == 0:
            yield Problem(record, (*here, "points"), _NOTHING.format(title=item.title))
        elif item.limit is not None and item.points < 0:
            yield Problem(record, (*here, "limit"), _COSTS.format(title=item.title))
        elif item.limit is not None and item.limit < item.points:
            message = _BELOW.format(title=item.title, points=item.points, limit=item.limit)
            yield Problem(record, (*here, "limit"), message)


_SCHEME = LIBRARY + "    limit: {limit}\n"

CHECK = Check(
    code="J010",
    title=Text("分值和上限合得上", "Points and limits agree"),
    why=Text(
        "上限比一次的分值还低，这一项就一次也得不到；记分的人不知道该按哪个数。",
        "With a limit below what one time earns nobody can ever earn it, and whoever keeps the books must guess which number counts.",
    ),
    fix=Text(
        "核对 points（分值）和 limit（上限）；减分的项目不写上限。",
        "Check points and limit; what takes points away has none.",
    ),
    bad=Example({LIBRARY_PATH: _SCHEME.format(limit=3)}),
    good=Example({LIBRARY_PATH: _SCHEME.format(limit=30)}),
    kinds=(Kind.SCHEME,),
    run=_run,
    level=Level.ERROR,
)
