"""M025: whoever handles a matter is supervised by others, and not from below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import progress_at_start
from yizhan.facts.parties import Bar, bar
from yizhan.facts.progress import readings
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind

_FOUND = Text(
    "{body}自己承办这件事项，不能自己督办自己。",
    "{body} handles the matter; it cannot supervise itself.",
)

_BELOW = Text(
    "{body}在承办的{handler}下面，不能督办它。",
    "{body} is below {handler}, which handles the matter, and cannot supervise it.",
)
_MESSAGES: Mapping[Bar | None, Text] = {Bar.ITSELF: _FOUND, Bar.FROM_BELOW: _BELOW}


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    if all(entry.step != _SUPERVISE for entry in record.log):
        return
    progress = progress_at_start(record, archive, context)
    if progress is None:
        return
    for reading in readings(progress, record):
        step, by = reading.taken, reading.entry.by
        if step is None or step.action is not Action.SUPERVISE:
            continue
        why = None if by is None else bar(by, step.action, progress.standing)
        message = _MESSAGES.get(why)
        if message is not None:
            names = {"body": _title(by, archive), "handler": _title(progress.handler, archive)}
            message = message.format(**names)
            pointer = ("log", reading.index, "by")
            cites = (progress.workflow.procedure.title,)
            yield Problem(record, pointer, message, articles=cites)


def _title(identifier: str | None, archive: Archive) -> str:
    body = archive.body(identifier)
    return f"“{identifier if body is None else body.title}”"


_SUPERVISE = "supervise"
"""The step is common to all procedures, so its key is known."""


_SUPERVISED = """\
  - date: 2026-02-16
    step: supervise
    by: {by}
"""

CHECK = Check(
    code="M025",
    title=Text("督办的不是承办的", "Supervision comes from others"),
    why=Text(
        "督办是上级或者监督的人来催；自己督办自己，或者由下级来督办，就没有人在催。",
        "Supervision means that somebody above or beside presses; supervised by itself or from below, a body is pressed by nobody.",
    ),
    fix=Text(
        "by 填真正督办的组织；只是记进展的，改成 progress。",
        "Name the body that supervises in by; if it only tells how things stand, make it a progress entry.",
    ),
    bad=Example({NOISE_PATH: NOISE + ACCEPTED + _SUPERVISED.format(by="shili-committee")}),
    good=Example({NOISE_PATH: NOISE + ACCEPTED + _SUPERVISED.format(by="shili-office")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
