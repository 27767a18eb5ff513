"""N008: a draft takes up no more opinions than came in."""

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
    "采纳了 {taken_up} 条意见，收到的却只有 {opinions} 条。",
    "{taken_up} {taken_up:opinion was|opinions were} taken up, but only {opinions} came in.",
)


def _run(record: Amendment, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.dossier):
        opinions, taken_up = entry.opinions, entry.taken_up
        if opinions is not None and taken_up is not None and taken_up > opinions:
            message = _FOUND.format(taken_up=taken_up, opinions=opinions)
            yield Problem(record, ("dossier", number, "taken_up"), message)


_CONSULTATION = """\
  - stage: consultation
    date: 2026-03-05
    until: 2026-03-20
    opinions: 6
    taken_up: {taken_up}
"""

CHECK = Check(
    code="N008",
    title=Text("采纳的意见不多于收到的", "Opinions taken up came in"),
    why=Text(
        "居民看这两个数判断意见有没有人听；数字颠倒，就看不出来。",
        "Residents judge by these two figures whether they were heard.",
    ),
    fix=Text(
        "核对 opinions（收到）和 taken_up（采纳）。",
        "Check opinions and taken_up.",
    ),
    bad=Example({DOGS_PATH: dogs(_CONSULTATION.format(taken_up=7), after=None)}),
    good=Example({DOGS_PATH: dogs(_CONSULTATION.format(taken_up=2), after=None)}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.ERROR,
)
