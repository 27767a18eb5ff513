"""M032: what is merged or split goes on in matters that are still dealt with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.leads_back import way_back
from yizhan.checks.shared.matter_examples import MUSIC, MUSIC_PATH
from yizhan.checks.shared.mergers import goes_on, last_day, state_on
from yizhan.checks.shared.naming import named
from yizhan.facts.ending import Ending
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_ENDED: Mapping[Ending, Text] = {
    **dict.fromkeys(
        (Ending.REFUSED, Ending.WITHDRAWN),
        Text(
            "{target}在 {day} 就已经了结，没有解决，也不再有人办，不能再并进去、拆出来。",
            "{target} had ended unsolved on {day}, and nobody deals with it any more; nothing goes on in it.",
        ),
    ),
    Ending.MERGED: Text(
        "{target}在 {day} 就已经并入别的事项，要并就并入那一件。",
        "{target} had itself been merged into another on {day}; what goes on goes on in that one.",
    ),
    Ending.SPLIT: Text(
        "{target}在 {day} 就已经拆分，要并就并入拆出来的那一件。",
        "{target} had itself been split on {day}; what goes on goes on in one of its parts.",
    ),
}
_CLOSED = Text(
    "{target}在 {day} 就已经销号，没有重办，不再有人办，不能再并进去、拆出来。",
    "{target} had been closed on {day} and not taken up again: nobody deals with it any more, and nothing goes on in it.",
)


_INSTEAD: Mapping[Ending, Text] = {
    Ending.MERGED: Text(
        "写它并入的那一件；已经并案、拆分的不能重办。",
        "Name the matter into which it was merged; what was merged or split is not taken up again.",
    ),
    Ending.SPLIT: Text(
        "写它拆出来、还在办的那一件；已经并案、拆分的不能重办。",
        "Name the part of it that goes on; what was merged or split is not taken up again.",
    ),
}
"""What to do where the matter cannot be taken up again."""


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, target, when, _action in goes_on(record, archive, context):
        found, fix = _message(target, when, archive, context)
        # round in a ring each had been merged or split before the next one: that is M017's
        if found is not None and way_back(record, target.id, archive) is None:
            yield Problem(record, pointer, found, fix=fix)


def _message(
    target: Matter, when: PartialDate, archive: Archive, context: Context
) -> tuple[Text | None, Text | None]:
    """What is wrong with going on in a matter from a day, None where it is dealt with; and a remedy of its own."""
    then = state_on(target, when.earliest, archive, context)
    ended = then.closed_on if then is not None else None
    if then is None or ended is None or not ended.surely_before(when):
        return None, None
    whole = replace(target, log=(*target.log, *target.later))
    last = state_on(whole, last_day(whole), archive, context)
    if last is not None and last.reopened > then.reopened:
        return None, None  # taken up again since, with what goes on in it
    message = _ENDED.get(then.ending, _CLOSED).format(target=named(target), day=ended)
    return message, _INSTEAD.get(then.ending)


_OTHER = (
    MUSIC
    + """\
log:
  - date: 2026-02-16
    step: merge
    by: shili-committee
    merged_into: 20260210-shili-noise
"""
)
_REFUSED = """\
log:
  - date: {date}
    step: refuse
    by: shili-committee
    reason: 音量没有超标。
"""

CHECK = Check(
    code="M032",
    title=Text("并入、拆出的事项还在办", "Merged or split into what goes on"),
    why=Text(
        "并入一件已经不办的事项，居民提的事就跟着没了，谁也没有答复。",
        "Merged into a matter that nobody deals with any more, what residents raised is lost without an answer.",
    ),
    fix=Text(
        "并入另一件还在办的；要接着办那一件的，先记它重办。",
        "Merge it into one that goes on; to go on with that one, record first that it is taken up again.",
    ),
    bad=Example(
        {NOISE_PATH: NOISE_RAISED + _REFUSED.format(date="2026-02-11"), MUSIC_PATH: _OTHER}
    ),
    good=Example(
        {NOISE_PATH: NOISE_RAISED + _REFUSED.format(date="2026-02-20"), MUSIC_PATH: _OTHER}
    ),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
