"""M032: what is merged goes into a matter that is still dealt with."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.mergers import DEAD, mergers, state_on
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_DEAD = Text(
    "并入的{target}在 {day} 就已经了结，没有解决，也不再有人办。",
    "{target}, into which it is merged, had ended unsolved on {day}, and nobody deals with it any more.",
)

_CLOSED = Text(
    "并入的{target}在 {day} 就已经销号，没有重办，不再有人办。",
    "{target}, into which it is merged, had been closed on {day} and not taken up again: nobody deals with it any more.",
)


_UNRAISED = Text(
    "{target}在 {day} 才提出，{merged} 还没有它，不能并进去。",
    "{target} was raised on {day}; on {merged} there was nothing to merge this into.",
)
_DAYS = Text(
    "核对并入的日期，和并入的是不是这一件。",
    "Check the day of the merger, and whether it is this matter that it went into.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, target, merged in mergers(record, archive, context):
        raised = target.raised.date
        if merged.surely_before(raised):
            message = _UNRAISED.format(target=named(target), day=raised, merged=merged)
            yield Problem(record, pointer, message, _DAYS)
            continue
        found = _message(target, merged, archive, context)
        if found is not None:
            yield Problem(record, pointer, found)


def _message(
    target: Matter, merged: PartialDate, archive: Archive, context: Context
) -> Text | None:
    """What is wrong with merging into a matter on a day; None where it is dealt with."""
    then = state_on(target, merged.earliest, archive, context)
    ended = then.closed_on if then is not None else None
    if then is None or ended is None or not ended.surely_before(merged):
        return None
    found = _DEAD if then.ending in DEAD else _CLOSED
    return found.format(target=named(target), day=ended)


_OTHER_PATH = "records/matters/2026/20260212-shili-music.yaml"
_OTHER = """\
id: 20260212-shili-music
title: 晚上音乐声大
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-12
  by: residents
  channel: counter
log:
  - date: 2026-02-16
    step: merge
    by: shili-committee
    merged_into: 20260210-shili-noise
"""
_REFUSED = """\
log:
  - date: {date}
    step: refuse
    by: shili-committee
    reason: 音量没有超标。
"""

CHECK = Check(
    code="M032",
    title=Text("并入的事项还在办", "Merged into what goes on"),
    why=Text(
        "并入一件已经不办的事项，居民提的事就跟着没了，谁也没有答复。",
        "Merged into a matter that nobody deals with any more, what residents raised is lost without an answer.",
    ),
    fix=Text(
        "并入另一件还在办的；要接着办那一件的，先记它重办。",
        "Merge it into one that goes on; to go on with that one, record first that it is taken up again.",
    ),
    bad=Example(
        {NOISE_PATH: NOISE_RAISED + _REFUSED.format(date="2026-02-11"), _OTHER_PATH: _OTHER}
    ),
    good=Example(
        {NOISE_PATH: NOISE_RAISED + _REFUSED.format(date="2026-02-20"), _OTHER_PATH: _OTHER}
    ),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
