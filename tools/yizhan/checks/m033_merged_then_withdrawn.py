"""M033: what was merged is not lost when the matter it went into is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.matter_examples import MUSIC, MUSIC_PATH
from yizhan.checks.shared.mergers import goes_on, last_day, state_on
from yizhan.checks.shared.naming import named
from yizhan.facts.ending import Ending
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind

_FOUND = Text(
    "并入的{target}后来在 {day} 由它的提出人撤回，这一件跟着没有人办了。",
    "{target}, into which it is merged, was withdrawn by those who raised it on {day}, so that nobody deals with this one either.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, target, merged, action in goes_on(record, archive, context):
        if action is not Action.MERGE:
            continue
        last = state_on(target, last_day(target), archive, context)
        if last is None or last.ending is not Ending.WITHDRAWN or last.closed_on is None:
            continue
        if not last.closed_on.surely_before(merged):  # else it is M032's
            message = _FOUND.format(target=named(target), day=last.closed_on)
            yield Problem(record, pointer, message)


_OTHER = (
    MUSIC
    + """\
log:
  - date: 2026-02-13
    step: merge
    by: shili-committee
    merged_into: 20260210-shili-noise
"""
)
_WITHDRAWN = """\
log:
  - date: 2026-02-20
    step: withdraw
"""
_AGAIN = """\
  - date: 2026-02-21
    step: reopen
    by: shili-committee
    reason: 并进来的那一件还要办。
"""

CHECK = Check(
    code="M033",
    title=Text("撤回不带走并进来的", "Withdrawal takes nothing else along"),
    why=Text(
        "一件撤回了，并进来的那些不是同一个人提的，没有人答复他们。",
        "When a matter is withdrawn, those merged into it were raised by others, who get no answer.",
    ),
    fix=Text(
        "还要办的，把那一件记为重办；不用办的，答复这一件的提出人。",
        "Take the other matter up again where there is still something to do; else answer those who raised this one.",
    ),
    bad=Example({NOISE_PATH: NOISE_RAISED + _WITHDRAWN, MUSIC_PATH: _OTHER}),
    good=Example({NOISE_PATH: NOISE_RAISED + _WITHDRAWN + _AGAIN, MUSIC_PATH: _OTHER}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.WARNING,
)
