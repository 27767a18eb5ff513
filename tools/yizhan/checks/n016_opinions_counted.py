"""N016: opinions that were taken up are counted out of those that came in."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "采纳了 {taken_up} 条意见，没有写一共收到多少条。",
    "{taken_up} {taken_up:opinion was|opinions were} taken up; of how many, it does not say.",
)


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.dossier):
        if entry.taken_up is not None and entry.opinions is None:
            message = _FOUND.format(taken_up=entry.taken_up)
            yield Problem(record, ("dossier", number, "opinions"), message)


_CONSULTATION = """\
  - stage: consultation
    date: 2026-03-25
    until: 2026-04-10
{opinions}    taken_up: 4
"""

CHECK = Check(
    code="N016",
    title=Text("收到的意见有数", "Opinions are counted"),
    why=Text(
        "采纳四条，是五条里的四条还是五十条里的四条，居民看到的是两回事。",
        "Four of five opinions taken up is one thing, four of fifty another.",
    ),
    fix=Text(
        "在 opinions 里写收到多少条；确实没有数过的，把 taken_up 也去掉，写进 note。",
        "Say in opinions how many came in; if nobody counted, leave out taken_up too and say so in note.",
    ),
    bad=Example({DOGS_PATH: dogs(_CONSULTATION.format(opinions=""))}),
    good=Example({DOGS_PATH: dogs(_CONSULTATION.format(opinions="    opinions: 9\n"))}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.WARNING,
)
