"""The state of a matter on a day: derived from its log and its procedure, never written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yizhan.facts.annulled_end import ends, was_annulled
from yizhan.facts.deadlines import Due, WorkingDays, days_late
from yizhan.facts.ending import AGREED, Ending
from yizhan.facts.irregular import is_void
from yizhan.facts.matter_marks import marks_of
from yizhan.facts.matter_state import Handover, MatterState, Passage
from yizhan.facts.on_record import on_record
from yizhan.facts.progress import SPOKEN, Progress, known_entries
from yizhan.facts.speakers import ANY, Bodies
from yizhan.facts.workflow import workflow_of
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Procedure, Stage, Step


def derive(
    matter: Matter,
    procedure: Procedure,
    common_steps: Iterable[Step],
    as_of: date,
    working_days: WorkingDays,
    bodies: Bodies = ANY,
) -> MatterState:
    """Derive the state of a matter on a day by what holds now; ``late_before`` adds what held then.

    Entries after ``as_of``, entries with an unknown step and steps the procedure forbids have no
    effect; ``matter_log.violations`` says what is wrong with the latter.

    Args:
        matter: the matter with its whole log.
        procedure: the one the matter names.
        common_steps: the steps that every procedure shares.
        as_of: the day asked.
        working_days: the calendar that limits are counted by.
        bodies: what the archive says of those that act.
    """
    workflow = workflow_of(procedure, common_steps)
    progress = Progress.at_start(matter, workflow, working_days, bodies)
    history, annulled = _history(matter, progress, as_of)
    if progress.ending is Ending.OPEN and (
        annulled or was_annulled(matter, workflow, [each.date for each in history], as_of)
    ):
        progress.ending = Ending.ANNULLED
    return _state(matter, progress, tuple(history), as_of)


def _history(matter: Matter, progress: Progress, as_of: date) -> tuple[list[Passage], bool]:
    """Let the entries of a log take effect: what each did, and whether the last end was annulled."""
    since = on_record(matter)
    history: list[Passage] = []
    annulled = False
    for index, entry in known_entries(matter.log, as_of):
        progress.reach(entry.date)
        step = _step_taken(entry, progress)
        if step is None:
            continue
        if entry.irregular and is_void(entry.irregular, as_of):
            progress.undo(step, entry, as_of)
            annulled = annulled or ends(step, progress.workflow)
            continue
        annulled = False
        history.append(_take(index, entry, step, progress, since[index], as_of))
    progress.reach(PartialDate.of(as_of))
    return history, annulled


def _step_taken(entry: LogEntry, progress: Progress) -> Step | None:
    """The step of an entry; None where nobody knows it, or where it is refused, which is then noted."""
    step = progress.workflow.steps.get(entry.step)
    refusal = None if step is None else progress.refusal(step, entry)
    if refusal is None:
        return step
    progress.pass_over(refusal, entry)
    return None


def _take(
    index: int, entry: LogEntry, step: Step, progress: Progress, since: PartialDate, as_of: date
) -> Passage:
    """Let an entry take effect; what it did. The arguments are those of ``_passage``."""
    former = (progress.stage, progress.due(), progress.handler)
    handed = progress.handed_over
    progress.take(step, entry)
    passage = _passage(index, entry, step, former, progress, since, as_of)
    return _answering(passage, handed, progress, as_of)


def _passage(
    index: int,
    entry: LogEntry,
    step: Step,
    former: tuple[Stage, Due | None, str | None],
    progress: Progress,
    since: PartialDate,
    as_of: date,
) -> Passage:
    """What an entry did, and whether it came in time.

    Args:
        index: position of the entry in the log, from 0.
        entry: it has taken effect by ``step``.
        step: that of the procedure.
        former: the stage, its last day and who had the matter before it.
        progress: after it.
        since: the day on which it was on record, which no date of its own makes earlier.
        as_of: the day asked.
    """
    (before, due, holder), late = former, 0
    moves = progress.stage is not before or progress.ended or progress.due() != due
    in_time = None if due is None else True
    if moves and due is not None:
        late, in_time = _lateness(due, since, as_of, progress.calendar)
    return Passage(
        index=index,
        date=entry.date,
        step=step,
        before=before,
        after=progress.stage,
        due=due,
        late_days=late,
        in_time=in_time,
        holders=(holder, progress.handler),
        ending=progress.ending,
        result=progress.result,
        noted=progress.noted and step.action in SPOKEN,
        since=since,
    )


def _lateness(
    due: Due, since: PartialDate, as_of: date, calendar: WorkingDays
) -> tuple[int, bool | None]:
    """By how many working days an entry is late, and whether it was in time; None where either may be.

    On a day before it was on record, it is as late as that day: how late it was to become, only those
    who came after know.
    """
    late = days_late(due, min(since.earliest, as_of), calendar)
    surely_in_time = since.earliest <= as_of and not days_late(
        replace(due, day=due.first), since.latest, calendar
    )
    return late, surely_in_time or (False if late else None)


def _answering(
    passage: Passage, handed: LogEntry | None, progress: Progress, as_of: date
) -> Passage:
    """An entry with what it was late to answer.

    Args:
        passage: it has taken effect.
        handed: the hand-over that waited before it.
        progress: after it.
        as_of: the day asked, as of ``_passage``.
    """
    due = progress.take_over_by(handed) if handed is not None else None
    if due is None or progress.handed_over is handed:
        return passage
    assert passage.since is not None
    late = days_late(due, min(passage.since.earliest, as_of), progress.calendar)
    return replace(passage, answered=due, answered_late=late)


def _state(  # long, since one call names every field
    matter: Matter, progress: Progress, history: tuple[Passage, ...], as_of: date
) -> MatterState:
    due = progress.due()
    return MatterState(
        stage=progress.stage,
        family=progress.stage.family,
        tier=progress.workflow.tiers.get(progress.tier) if progress.tier is not None else None,
        handler=_had_by(progress),
        joint=tuple(each for each in progress.joint if each != progress.handler),
        pending=_pending(progress, as_of),
        entered=progress.entered,
        due=due,
        late_days=days_late(due, as_of, progress.calendar),
        answer_by=progress.answer_by(),
        paused=progress.paused,
        paused_until=progress.paused_until if progress.paused else None,
        supervised=progress.supervised,
        supervisor=progress.supervisor,
        outcome=progress.outcome,
        verdict=progress.verdict,
        lapsed=progress.lapsed,
        period_over=progress.period_over,
        cut_short=progress.cut_short,
        opened_on=matter.raised.date,
        closed_on=progress.closed_on,
        reopened=progress.reopened,
        merged_into=progress.merged_into,
        parts=progress.parts,
        history=history,
        as_of=as_of,
        ending=progress.ending,
        why=progress.why,
        noted=progress.noted,
        rests_on=progress.rests_on,
        parties=progress.parties,
        left=progress.left,
        giver=progress.giver,
        handling=progress.handling,
        told_by=progress.told_by,
        withdrawn_by=progress.withdrawn_by,
        marks=marks_of(matter, as_of, noted=progress.ending is Ending.NOTED),
        objection_corrected=progress.lapsed and bool(progress.taken_back),
    )


def _had_by(progress: Progress) -> str | None:
    """Who has a matter; of one that was closed on a report, who had it then, whoever took it over since."""
    answered = progress.ending in AGREED | {Ending.LAPSED}
    return progress.done_by if answered else progress.handler


def _pending(progress: Progress, as_of: date) -> Handover | None:
    entry = progress.handed_over
    if entry is None or entry.to is None:
        return None
    due = progress.take_over_by(entry)
    late = days_late(due, as_of, progress.calendar)
    return Handover(entry.to, progress.handler, entry.date, due, late)
