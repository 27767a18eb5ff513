"""M042: whoever joins, and whose a matter is said to be, is somebody else than the one that acts."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.facts.progress import readings
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_JOINS = Text(
    "{body}自己在办这一步，不用再会同自己。",
    "{body} takes this step; it does not join itself.",
)
_OWN = Text(
    "说不归这里管，写的却就是办理的{body}。",
    "It is said not to be theirs, and to belong to {body}, which handled it.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, entry in enumerate(record.log):
        body = archive.body(entry.by) if entry.by in entry.with_ else None
        for position, each in enumerate(entry.with_):
            if body is not None and each == body.id:
                message = _JOINS.format(body=named(body))
                yield Problem(record, ("log", number, "with", position), message)
    if any(_owner(entry) is not None for entry in record.log):
        yield from _own(record, archive, context)


def _own(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    """What is said to belong to whoever says so, or has it."""
    progress = progress_at_start(record, archive, context)
    if progress is None:
        return
    for reading in readings(progress, record):
        owner = archive.body(_owner(reading.entry))
        if owner is not None and owner.id in (reading.entry.by, progress.handler):
            pointer = ("log", reading.index, "outcome", "belongs_to", "body")
            yield Problem(record, pointer, _OWN.format(body=named(owner)))


def _owner(entry: LogEntry) -> str | None:
    outcome = entry.outcome
    return None if outcome is None or outcome.belongs_to is None else outcome.belongs_to.body


_JOINED = """\
  - date: 2026-02-12
    step: join
    by: shili-committee
    with: [{body}]
"""

CHECK = Check(
    code="M042",
    title=Text("会同的、归口的是别人", "Whoever joins or owns it is somebody else"),
    why=Text(
        "会同是请别人一起办，不归这里管是归别人管；写成自己，居民就看不出谁在办、该找谁。",
        "To join is to deal with it together with others, and what is not theirs is somebody else's; with one's own name "
        "there, residents cannot tell who acts or whom to ask.",
    ),
    fix=Text(
        "写真正会同的、管这件事的单位；没有的，删去。",
        "Name the body that joined, or whose it is; where there is none, take it out.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _JOINED.format(body="shili-committee")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _JOINED.format(body="shili-office")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
