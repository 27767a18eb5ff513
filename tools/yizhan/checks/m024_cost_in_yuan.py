"""M024: a cost is a plausible sum in yuan."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE_PATH, NOISE_RAISED
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "花费写的是 {cost} 元，是不是把“万元”写成了“元”？",
    "The cost is {cost} yuan; was it meant in units of 10,000?",
)


def _run(record: Matter, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.log):
        cost = entry.outcome.cost if entry.outcome is not None else None
        if cost is not None and 0 < cost < 10:
            yield Problem(record, ("log", number, "outcome", "cost"), _FOUND.format(cost=cost))


_ACCEPTED = f"{NOISE_RAISED}log:\n{ACCEPTED}"
_REPORTED = """\
  - date: 2026-02-20
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 装了声级显示屏。
      cost: {cost}
"""

CHECK = Check(
    code="M024",
    title=Text("花费以元为单位", "Costs are in yuan"),
    why=Text(
        "花了多少钱是居民最关心的数；单位写错，差一万倍。",
        "What it cost is what residents look at first; the wrong unit is wrong ten-thousandfold.",
    ),
    fix=Text(
        "按“元”填写，三万元写 30000。",
        "Give the sum in yuan: thirty thousand is 30000.",
    ),
    bad=Example({NOISE_PATH: _ACCEPTED + _REPORTED.format(cost=3)}),
    good=Example({NOISE_PATH: _ACCEPTED + _REPORTED.format(cost=30000)}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.WARNING,
)
