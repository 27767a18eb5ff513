"""M046: what residents said, and what they said it of, is not corrected by those who did the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.facts.progress import SPOKEN, Progress, readings
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Step
from yizhan.model.record import Correction
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind, Side

_BY_THEM = Text(
    "更正的是居民说的话或者居民评价过的结果，更正的{body}却是承办这件事的。",
    "This corrects what residents said, or the result they said it of, and {body}, which corrects it, handled the matter.",
)
_BY_NOBODY = Text(
    "更正的是居民说的话或者居民评价过的结果，没有写明由谁更正。",
    "This corrects what residents said, or the result they said it of, and does not name who corrects it.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.corrections:
        return
    progress = progress_at_start(record, archive, context)
    if progress is None:
        return
    steps = progress.workflow.steps
    handling, noted, judged = _course(record, progress)
    told: set[str | int] = set()
    for position, each in enumerate(record.corrections):
        by = each.by
        if each.fault is not None or (by is not None and by not in handling):
            continue
        if told.intersection(each.target[1:2]) or not _is_of_residents(
            each, record, steps, noted, judged
        ):
            continue
        told.update(each.target[1:2])
        body = archive.body(by)
        message = _BY_NOBODY if body is None else _BY_THEM.format(body=named(body))
        yield Problem(record, ("corrections", position, *(() if by is None else ("by",))), message)


def _course(
    record: Matter, progress: Progress
) -> tuple[frozenset[str], frozenset[int], frozenset[int]]:
    """Who handled a matter, which entries the office noted itself, and which reports were judged."""
    handling = progress.handling
    noted: set[int] = set()
    judged: set[int] = set()
    report: int | None = None
    for reading in readings(progress, record):
        handling |= progress.handling
        step = reading.taken
        if step is None:
            continue
        if step.action is Action.REPORT_DONE:
            report = reading.index
        elif step.action in SPOKEN:
            judged |= set() if report is None else {report}
            noted |= {reading.index} if progress.is_noted_by_office(reading.entry) else set()
    return handling | progress.handling, frozenset(noted), frozenset(judged)


def _is_of_residents(
    correction: Correction,
    record: Matter,
    steps: Mapping[str, Step],
    noted: frozenset[int],
    judged: frozenset[int],
) -> bool:
    """Whether a correction changes what residents said, or the result of which they said it.

    What the office noted itself of a confirmation it may put right, or take back: it is published as
    its own word either way.
    """
    match correction.target:
        case ("log", int(index)) | ("log", int(index), "step"):
            was, now = _step_of(correction.was, steps), _step_now(correction, record, index, steps)
            if not (_speaks(was) or _speaks(now)):
                return False
            return not _takes_back_a_note(correction.was, was, now)
        case ("log", int(index), "verdict" | "by", *_):
            entry = record.log[index]
            return _speaks(steps.get(entry.step)) and index not in noted
        case ("log", int(index), "outcome") | ("log", int(index), "outcome", "result"):
            return index in judged and _result(correction.was) != _now(record.log[index])
        case _:
            return False


def _step_of(was: Any, steps: Mapping[str, Step]) -> Step | None:
    return steps.get(str(was.get("step")) if isinstance(was, dict) else str(was))


def _step_now(
    correction: Correction, record: Matter, index: int, steps: Mapping[str, Step]
) -> Step | None:
    return None if correction.annul else steps.get(record.log[index].step)


def _speaks(step: Step | None) -> bool:
    return step is not None and (step.side is Side.RESIDENTS or step.action in SPOKEN)


def _takes_back_a_note(was: Any, before: Step | None, after: Step | None) -> bool:
    """Whether a confirmation that the office had noted itself is put right, and no other takes its place."""
    if not isinstance(was, dict) or before is None or before.action is not Action.CONFIRM:
        return False
    verdict = was.get("verdict") or {}
    own = "by" not in was and "recorded_by" not in verdict
    return own and (after is None or after.action is Action.CONFIRM)


def _result(was: Any) -> object:
    return was.get("result") if isinstance(was, dict) else was


def _now(entry: LogEntry) -> object:
    return None if entry.outcome is None else entry.outcome.result.value


_OBJECTED = """\
  - date: 2026-02-22
    step: object
    reason: 还是很响。
corrections:
  - date: 2026-02-24
    at: log/20260222-object
    annul: true
    by: {by}
    reason: 居民没有这样说，录错了。
"""
_JUDGED = NOISE + ACCEPTED + REPORTED

CHECK = Check(
    code="M046",
    title=Text(
        "居民说的话不由办的人改", "Residents' words are not corrected by those who did the work"
    ),
    why=Text(
        "办的单位把居民的不认可作废、把评价改好，或者居民评价以后再改报结的结果，公开出来的就不是居民的意思了。",
        "If those who did the work annul an objection, better a verdict, or change the result after residents judged it, what is published is not what residents said.",
    ),
    fix=Text(
        "由没有承办这件事的组织核对以后来更正，by 写它；没有别人核对过的，不更正，另记一步：居民改了主意，记新的评价。",
        "Let a body that did not handle the matter look into it and correct it, and name it in by; if nobody else did, correct nothing and record a new entry: where residents changed their mind, their new answer.",
    ),
    bad=Example({NOISE_PATH: _JUDGED + _OBJECTED.format(by="shili-committee")}),
    good=Example({NOISE_PATH: _JUDGED + _OBJECTED.format(by="shili-supervisors")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
