"""M025: whoever handles a matter does not supervise itself."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import progress_at_start
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
        if by is not None and by == progress.handler:
            body = archive.body(by)
            message = _FOUND.format(body=f"“{body.title if body is not None else by}”")
            pointer = ("log", reading.index, "by")
            cites = (progress.workflow.procedure.title,)
            yield Problem(record, pointer, message, articles=cites)


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
        "督办是上级或者监督的人来催；自己督办自己，就没有人在催。",
        "Supervision means that somebody else presses; a body that supervises itself is pressed by nobody.",
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
