"""J004: a batch rests on a scheme that is in force on its day and for its place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.in_force import lies_elsewhere, out_of_force
from yizhan.checks.shared.naming import named
from yizhan.facts.rule_end import Ended, end_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_SCHEME = Text("积分办法{name}", "The scheme {name}")
_RULE = {
    Ended.REPEALED: Text(
        "积分办法{scheme}依据的{rule}施行到 {day} 就废止了，{date} 已经没有依据。",
        "The scheme {scheme} rests on {rule}, which ended on {day}; on {date} nothing bears it any more.",
    ),
    Ended.ANNULLED: Text(
        "积分办法{scheme}依据的{rule}已经撤销，效力只到 {day}，{date} 已经没有依据。",
        "The scheme {scheme} rests on {rule}, which was annulled and had effect until {day}; on {date} nothing bears it any more.",
    ),
    Ended.VOID: Text(
        "积分办法{scheme}依据的{rule}已经撤销，自始没有效力，{date} 没有依据。",
        "The scheme {scheme} rests on {rule}, which was annulled without effect from the beginning; on {date} nothing bears it.",
    ),
    Ended.NEVER: Text(
        "积分办法{scheme}依据的{rule}没有通过，没有效力，{date} 没有依据。",
        "The scheme {scheme} rests on {rule}, which was not adopted and has no effect; on {date} nothing bears it.",
    ),
    Ended.UNSETTLED: Text(
        "积分办法{scheme}依据的{rule}没有通过，后来的处理算不算数没有定论，{date} 看不出有依据。",
        "The scheme {scheme} rests on {rule}, which was not adopted; whether what kept it later counts is not settled, so nothing is seen to bear it on {date}.",
    ),
}
_PLACE = Text(
    "积分办法{scheme}用于“{own}”，这次的地点“{place}”不在那里。",
    "The scheme {scheme} is for “{own}”; “{place}” does not lie there.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    if scheme is None:
        return
    yield from out_of_force(record, ("scheme",), record.date, scheme, _SCHEME)
    rule = archive.get(Rule, scheme.rule)
    end = end_of(rule, archive) if rule is not None else None
    if rule is not None and end is not None and end.day.surely_before(record.date):
        values = {"scheme": named(scheme), "rule": named(rule), "day": end.day}
        yield Problem(record, ("scheme",), _RULE[end.why].format(**values, date=record.date))
    place, own = archive.place(record.place), archive.place(scheme.place)
    if place is not None and own is not None and lies_elsewhere(archive, place.id, (own.id,)):
        message = _PLACE.format(scheme=named(scheme), own=own.title, place=place.title)
        about = f"{scheme.id}/place"
        yield Problem(record, ("place",), message, articles=(scheme.title,), about=about)


_BATCH = """\
id: {id}
title: 一月积分
example: true
scheme: shili-scheme
date: {date}
entries:
  - account: a-x81zt0pw
    kind: deduction
    item: littering
    points: -5
"""
_EARLY = _BATCH.format(id="20260120-shili-litter", date="2026-01-20")
_LATER = _BATCH.format(id="20260220-shili-litter", date="2026-02-20")

CHECK = Check(
    code="J004",
    title=Text("按有效的积分办法记分", "The scheme is in force"),
    why=Text(
        "办法还没施行或者已经过期，按它加减分就没有依据。",
        "Before a scheme is in force, or after it has ended, it gives no ground for points.",
    ),
    fix=Text(
        "核对日期、地点和 scheme（积分办法），换成当时当地有效的办法。",
        "Check date, place and scheme; name the scheme in force there and then.",
    ),
    bad=Example({"records/points/2026/20260120-shili-litter.yaml": _EARLY}),
    good=Example({"records/points/2026/20260220-shili-litter.yaml": _LATER}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
