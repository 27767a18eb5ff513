"""J008: awards are on display as long as the scheme says."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind

_MISSING = Text(
    "积分办法{scheme}要求公示 {days} 天，这次奖励没有写公示。",
    "The scheme {scheme} asks for {days} {days:day|days} of display; these awards have none.",
)
_SHORT = Text(
    "积分办法{scheme}要求公示 {days} 天，这次只有 {found} 天。",
    "The scheme {scheme} asks for {days} {days:day|days} of display; this one has {found}.",
)
_EARLY = Text(
    "{start} 就开始公示，要公示的事 {date} 才有。",
    "The display begins on {start}, before what it shows, which is of {date}.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    if record.display is not None and record.display.start.surely_before(record.date):
        message = _EARLY.format(start=record.display.start, date=record.date)
        cites = () if scheme is None else (scheme.title,)
        yield Problem(record, ("display", "start"), message, articles=cites)
    if scheme is None or not scheme.display_days:
        return
    if all(entry.kind is not EntryKind.AWARD for entry in record.entries):
        return
    days = scheme.display_days
    if record.display is None:
        message = _MISSING.format(scheme=named(scheme), days=days)
        yield Problem(record, ("display",), message, articles=(scheme.title,))
        return
    found = (record.display.end.latest - record.display.start.earliest).days + 1
    if found < days:
        message = _SHORT.format(scheme=named(scheme), days=days, found=max(found, 0))
        pointer, about = ("display", "end"), f"{scheme.id}/display_days"
        yield Problem(record, pointer, message, articles=(scheme.title,), about=about)


_PATH = "records/points/2026/20260225-shili-help.yaml"
_BATCH = """\
id: 20260225-shili-help
title: 二月积分
example: true
scheme: shili-scheme
date: 2026-02-25
display:
  start: 2026-02-25
  end: {end}
  where: 村务公开栏
  objections_to: 村务监督委员会
entries:
  - account: a-3f9k2m7q
    kind: award
    item: cleanup
    points: 10
"""

CHECK = Check(
    code="J008",
    title=Text("加分按规定公示", "Awards are on display long enough"),
    why=Text(
        "公示是让邻里核对；公示不够天数，有出入也来不及提。",
        "The display lets neighbours check; cut short, it leaves no time to object.",
    ),
    fix=Text(
        "按办法规定的天数写 display（公示），首尾两天都算。",
        "Give display the days the scheme asks for, first and last day included.",
    ),
    bad=Example({_PATH: _BATCH.format(end="2026-02-27")}),
    good=Example({_PATH: _BATCH.format(end="2026-03-01")}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
