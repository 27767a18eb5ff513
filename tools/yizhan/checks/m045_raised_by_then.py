"""M045: what a matter is merged or split into was raised by then."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.matter_examples import MUSIC, MUSIC_PATH
from yizhan.checks.shared.mergers import goes_on
from yizhan.checks.shared.naming import named
from yizhan.facts.first_words import is_corrected
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind

_MERGED = Text(
    "{target}在 {raised} 才提出，{day} 还没有它，不能并进去。",
    "{target} was raised on {raised}; on {day} there was nothing to merge this into.",
)
_SPLIT = Text(
    "{target}写的是 {raised} 才提出，而 {day} 就已经拆出了它。",
    "{target} is said to be raised on {raised}, and was split off on {day} already.",
)
_MOVED = Text(
    "那一件的提出日期是更正过的：更正错了的，在那一份里再更正；没有更正错的，核对这里的日期，和写的是不是这一件。",
    "The day on which that matter was raised was corrected: if the correction is wrong, correct it there once more; if it is right, check the day here, and whether it is this matter.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for pointer, target, day, action in goes_on(record, archive, context):
        raised = target.raised.date
        if day.surely_before(raised):
            found = _MERGED if action is Action.MERGE else _SPLIT
            message = found.format(target=named(target), raised=raised, day=day)
            moved = is_corrected(target, ("raised", "date"))
            yield Problem(record, pointer, message, _MOVED if moved else None)


_MERGE = """\
log:
  - date: {day}
    step: merge
    by: shili-committee
    merged_into: 20260212-shili-music
"""

CHECK = Check(
    code="M045",
    title=Text("并入、拆出时那一件已经有了", "Merged or split into what there was"),
    why=Text(
        "还没有提出的事，并不进去，也拆不出来；日期不对，居民看到的先后就不对，回看那一天也看不出结果。",
        "What has not been raised can neither take in another matter nor be split off; with a wrong date residents see a "
        "wrong order, and a look back at that day leads nowhere.",
    ),
    fix=Text(
        "核对并入、拆分的日期，和写的是不是这一件；拆出来的事项，提出日期不晚于拆分那一天。",
        "Check the day of the merger or split, and whether it is this matter; what is split off was raised on that day at the latest.",
    ),
    bad=Example({NOISE_PATH: NOISE_RAISED + _MERGE.format(day="2026-02-11"), MUSIC_PATH: MUSIC}),
    good=Example({NOISE_PATH: NOISE_RAISED + _MERGE.format(day="2026-02-13"), MUSIC_PATH: MUSIC}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
