"""What the checks of a matter's log share: its violations, found once, and the words for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Literal

from yizhan.checks.shared.brought import fix_of_brought
from yizhan.checks.shared.check import Context, Problem, one_of
from yizhan.checks.shared.last import OfLast, OfRecord
from yizhan.facts.matter_log import Fault, Violation, violations
from yizhan.facts.procedure_soundness import defects
from yizhan.facts.progress import Progress, Refusal
from yizhan.facts.speakers import Bodies, bodies_about
from yizhan.facts.workflow import workflow_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure, Stage, Step
from yizhan.model.record import Record
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Action, Family
from yizhan.wording.terms import log_field, term

_SPEAKING = frozenset(
    (
        Refusal.SAME_BODY,
        Refusal.RESIDENTS_OF_ELSEWHERE,
        Refusal.RESIDENTS_WITHOUT_PART,
        Refusal.HANDLER_WITHDRAWS,
        Fault.STRANGER,
        Fault.RECORDED_BY_A_PART,
    )
)
"""What a body's own file decides as well."""

_NONE: Iterator[Problem] = iter(())
"""Of a log without mistakes, as nearly all are: twenty checks ask, and each generator takes a microsecond."""

Messages = Mapping[Refusal | Fault, Text]
"""The message for each violation that a check is about; its fields are filled by ``_values``."""

_WITHIN: Mapping[Refusal | Fault, tuple[str, ...]] = {
    Fault.SATISFIED_OVER_ASKED: ("satisfied",),
    Fault.SATISFIED_OF_UNKNOWN: ("asked",),
    Fault.OWNER_OF_OURS: ("belongs_to",),
    Fault.RECORDER_OF_OTHER_DISTRICT: ("recorded_by",),
    Refusal.NOBODY_SATISFIED: ("satisfied",),
    Refusal.BELOW_SHARE: ("satisfied",),
}
"""Where in the field that a violation names the value is."""

_BY_ORDER = frozenset((Refusal.WRONG_STAGE, Refusal.VERDICT_BEFORE_REPORT, Refusal.NO_HANDOVER))
"""What a date decides: a correction of it moves the entry."""

_MOVED = Text(
    "次序是按更正后的日期排的：先核对更正里写的日期，写错的再更正一次。",
    "The order is that of the corrected dates: check the date in the correction first, and correct it again if it is wrong.",
)
_OBJECTED = Text(
    "居民已经表示不认可，就没有期满销号：这一条不该有，删去；已经合并的，在 corrections 里更正作废（annul: true）。",
    "Residents had objected, so nothing lapses: remove this entry, or annul it in corrections once it is merged (annul: true).",
)
_NOTHING = Text("没有可以走的步骤", "none")


def always(_procedure: Procedure) -> bool:
    """Whether a procedure itself says what is broken: where it is its own stages and steps."""
    return True


def never(_procedure: Procedure) -> bool:
    """The same where the rule is this tool's, and no procedure says so."""
    return False


def share_given(procedure: Procedure) -> bool:
    """The same of how many must be satisfied."""
    return procedure.confirm_share is not None


def log_problems(
    messages: Messages, cites: Callable[[Procedure], bool] = always
) -> Callable[[Matter, Archive, Context], Iterator[Problem]]:
    """Return the ``run`` of a check that reports some of the violations.

    Args:
        messages: for those that it reports.
        cites: whether a procedure says itself what is broken; only then it is cited.
    """

    def run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
        found = log_violations(record, archive, context)
        return told(record, archive, context, found) if found else _NONE

    def told(
        record: Matter, archive: Archive, context: Context, found: tuple[Violation, ...]
    ) -> Iterator[Problem]:
        def also(other: Matter) -> tuple[Violation, ...]:
            return _find(other, archive, context)

        procedure = archive.get(Procedure, record.procedure)
        rules = procedure is not None and cites(procedure)
        articles = titles_of(procedure if rules else None)
        for violation in found:
            if violation.key in messages and violation.index is not None:
                message = messages[violation.key].format(**_values(violation.params, archive))
                yield _problem(record, violation, message, articles, also)

    return run


def _about(record: Matter, violation: Violation) -> str:
    """Where the procedure would have a step that it has not."""
    unknown = violation.key is Fault.UNKNOWN_STEP
    return f"{record.procedure}/steps#{violation.params['step']}" if unknown else ""


def _problem(
    record: Matter,
    violation: Violation,
    message: Text,
    articles: tuple[str, ...],
    also: Callable[[Matter], tuple[Violation, ...]],
) -> Problem:
    """Where a violation is told, and what is to be done.

    Args:
        record: the matter.
        violation: of one of its entries.
        message: what is said of it.
        articles: what is cited.
        also: everything that is wrong with another state of the matter.
    """
    field = () if violation.field is None else (violation.field,)
    assert violation.index is not None, "asked only of an entry"
    pointer = ("log", violation.index, *field, *_WITHIN.get(violation.key, ()))
    moved = _moved(record, violation) if violation.key in _BY_ORDER else None
    # of what kind a body is that speaks for residents, its file says
    speaker = violation.params.get("body") if violation.key in _SPEAKING else None
    return Problem(
        record,
        moved or pointer,
        message,
        fix=_MOVED if moved else _fix_of(record, violation, also),
        hinges_on=None if speaker is None else one_of(speaker),
        articles=articles,
        act=pointer if moved else None,
        about=_about(record, violation),
    )


def _fix_of(
    record: Matter, violation: Violation, also: Callable[[Matter], tuple[Violation, ...]]
) -> Text | None:
    """What to do where the check's own words would not help; None where they do."""
    brought = fix_of_brought(record, violation, also) if record.corrections else None
    if brought is not None or violation.key is not Refusal.WRONG_STAGE:
        return brought
    step, stage = violation.params.get("step"), violation.params.get("stage")
    lapses = isinstance(step, Step) and step.action is Action.LAPSE
    again = isinstance(stage, Stage) and stage.family is Family.REOPENED
    return _OBJECTED if lapses and again else None


def _moved(record: Matter, violation: Violation) -> Pointer | None:
    """The corrected date because of which an entry is out of order: its own, or else that of another."""
    dates: list[Pointer] = [
        each.target
        for each in record.corrections
        if each.target[:1] == ("log",) and each.target[2:] == ("date",) and not each.annul
    ]
    assert violation.index is not None, "asked only of an entry"
    own: Pointer = ("log", violation.index, "date")
    return own if own in dates else next(iter(dates), None)


def sound_procedure(record: Matter, archive: Archive, context: Context) -> Procedure | None:
    """Return the procedure a matter names; None where it is missing or does not work itself.

    What is wrong with a procedure is said once, at the procedure, and not at each of its matters.
    """
    return sound_named(record.procedure, archive, context)


def sound_named(identifier: str, archive: Archive, context: Context) -> Procedure | None:
    """The procedure with an id; None where there is none, or where it does not work itself."""
    procedure = archive.get(Procedure, identifier)
    if procedure is None:
        return None
    sound = _sound(archive)
    if procedure.id not in sound:
        broken = next(defects(procedure, context.presets.common_steps), None)
        sound[procedure.id] = broken is None
    return procedure if sound[procedure.id] else None


def progress_at_start(record: Matter, archive: Archive, context: Context) -> Progress | None:
    """The progress of a matter before its first entry, for ``readings``.

    Returns:
        None where the procedure it names is missing or does not work itself.
    """
    procedure = sound_procedure(record, archive, context)
    if procedure is None:
        return None
    workflow = _workflow(procedure, context.presets.common_steps)
    bodies = bodies_of(record, archive)
    return Progress.at_start(record, workflow, context.working_days, bodies)


def titles_of(record: Record | None) -> tuple[str, ...]:
    """What is cited of a procedure or scheme whose rules are broken."""
    return () if record is None else (record.title,)


def _bodies_of(record: Matter, archive: Archive) -> Bodies:
    return bodies_about(archive, record)


bodies_of = OfRecord(_bodies_of)
"""What the archive says of those that act in a matter: asked four times of each, and each time of who
goes on with what every body had that its log names."""

_workflow = OfLast(workflow_of)
"""A procedure made ready: matters next to one another mostly name the same."""


def _no_verdicts(_archive: Archive) -> dict[str, bool]:
    return {}


_sound = OfLast(_no_verdicts)
"""Which procedures of an archive work, as far as was asked: their matters ask a thousand times."""


def mentions(
    record: Matter, field: Literal["meeting", "round"]
) -> Iterator[tuple[Pointer, str | None]]:
    """Yield which meeting or round a matter was raised at, and which each entry names."""
    yield ("raised", field), getattr(record.raised, field)
    for number, entry in enumerate(record.log):
        yield ("log", number, field), getattr(entry, field)


def step_name(step: Step) -> Text:
    """Name a step as the clerk reads and writes it: “受理”（accept）."""
    return Text(f"“{step.title}”（{step.key}）", f"“{step.title}” ({step.key})")


def field_name(field: str) -> Text:
    """Name a field of an entry as the clerk reads and writes it: 办理单位（by）."""
    return Text(f"{log_field(field).zh}（{field}）", field)


def steps_listed(steps: Iterable[Step]) -> Text:
    """List the steps that may be taken; say so where there is none."""
    names = [step_name(step) for step in steps]
    return commas(names) if names else _NOTHING


def _find(record: Matter, archive: Archive, context: Context) -> tuple[Violation, ...]:
    procedure = sound_procedure(record, archive, context)
    if procedure is None:
        return ()
    workflow = _workflow(procedure, context.presets.common_steps)
    bodies = bodies_of(record, archive)
    return tuple(violations(record, workflow, context.working_days, bodies))


log_violations = OfRecord(_find)
"""Everything that a matter's log does wrong; a dozen checks ask for the same log in turn."""


def _values(params: Mapping[str, Any], archive: Archive) -> dict[str, object]:
    """Turn what a violation says into words."""
    values: dict[str, object] = {}
    for name, value in params.items():
        if isinstance(value, Step):
            values[name] = step_name(value)
        elif isinstance(value, Stage):
            values[name] = f"“{value.title}”"
        elif isinstance(value, tuple):
            values[name] = steps_listed(value)
        elif name == "field":
            values[name] = field_name(value)
        elif isinstance(value, StrEnum):
            values[name] = Text(*(f"“{half}”" for half in term(value)))
        elif name in ("body", "handed_to", "other"):
            body = archive.body(value)
            values[name] = f"“{body.title if body is not None else value}”"
        else:
            values[name] = value
    return values
