"""Random lives of a matter: allowed steps are never at fault, forbidden ones always are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.deadlines import add_working_days
from yizhan.facts.derivation import derive
from yizhan.facts.matter_log import next_steps, violations
from yizhan.facts.workflow import workflow_of
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter, Outcome, Raised, Verdict
from yizhan.model.reference import UNKNOWN
from yizhan.model.vocabulary import Action, Category, Channel, RaisedBy, Result, Side

PRESETS = load_presets()
RAISED = date(2025, 1, 2)
OUTCOME = Outcome(result=Result.SOLVED, text="办好了。")


class Weekdays:
    """Fake calendar; the real one is tested apart."""

    def is_working(self, day):
        return day.weekday() < 5

    def known(self, day):
        return True


CALENDAR = Weekdays()


def empty(procedure):
    raised = Raised(date=PartialDate.of(RAISED), by=RaisedBy.RESIDENT, channel=Channel.COUNTER)
    return Matter(
        id="20250102-x",
        title="一件事",
        place="p",
        procedure=procedure.id,
        category=Category.NOISE,
        raised=raised,
    )


def with_log(matter, log):
    return Matter(**{name: getattr(matter, name) for name in _NAMES}, log=tuple(log))


_NAMES = ("id", "title", "place", "procedure", "category", "raised")


def lawful(draw, step, matter, day, procedure):
    """An entry for an allowed step with everything it needs."""
    state = derive(matter, procedure, PRESETS.common_steps, day, CALENDAR)
    needs = NEEDS.get(step.action, lambda *_: {})
    acting = {"by": state.handler or "community"} if step.side is Side.OFFICE else {}
    fields = {"note": "记一笔", **acting, **needs(draw, state, matter, day)}
    return LogEntry(date=PartialDate.of(day), step=step.key, **fields)


def to_another(draw, state, matter, day):
    bodies = [body for body in ("street", "district", "police") if body != state.handler]
    return {"to": draw(st.sampled_from(bodies))}


def by_the_taker(draw, state, matter, day):
    return {"by": draw(st.sampled_from([UNKNOWN, state.pending.to])), "reason": "写明理由"}


def later(draw, state, matter, day):
    last = max(day, state.due.day if state.due else day)
    until = last + timedelta(days=draw(st.integers(1, 30)))
    return {"until": PartialDate.of(until), "reason": "写明理由"}


def agreed(draw, state, matter, day):
    asked = draw(st.integers(1, 9))
    return {"verdict": Verdict(asked=asked, satisfied=draw(st.integers(asked // 2 + 1, asked)))}


def objected(draw, state, matter, day):
    asked = draw(st.integers(0, 9))
    return {"verdict": Verdict(asked=asked, satisfied=draw(st.integers(0, asked // 2)))}


NEEDS = {
    Action.HANDOVER: to_another,
    Action.ASSIGN: to_another,
    Action.TAKE_OVER: by_the_taker,
    Action.SEND_BACK: by_the_taker,
    Action.JOIN: lambda *_: {"with_": ("water",)},
    Action.EXTEND: later,
    Action.PAUSE: lambda *_: {"reason": "写明理由"},
    Action.REFUSE: lambda *_: {"reason": "写明理由"},
    Action.REPORT_DONE: lambda *_: {"outcome": OUTCOME},
    Action.CONFIRM: agreed,
    Action.OBJECT: objected,
    Action.SPLIT: lambda *_: {"into": ("a", "b")},
    Action.MERGE: lambda *_: {"merged_into": "a"},
}


@st.composite
def walks(draw):
    procedure = draw(st.sampled_from(sorted(PRESETS.procedures.values(), key=lambda p: p.id)))
    matter, day = empty(procedure), RAISED
    for _ in range(draw(st.integers(0, 15))):
        steps = next_steps(matter, procedure, PRESETS.common_steps, CALENDAR)
        if not steps:
            break
        step = draw(st.sampled_from(steps))
        day += timedelta(days=draw(st.integers(0, 20)))
        if step.action is Action.LAPSE:
            state = derive(matter, procedure, PRESETS.common_steps, day, CALENDAR)
            if state.answer_by is not None:
                day = max(day, state.answer_by.day + timedelta(days=1))
        matter = with_log(matter, (*matter.log, lawful(draw, step, matter, day, procedure)))
    return matter, procedure


def faults_of(matter, procedure):
    return list(violations(matter, workflow_of(procedure, PRESETS.common_steps), CALENDAR))


@given(walks())
def test_allowed_steps_are_never_at_fault(walk):
    matter, procedure = walk
    assert faults_of(matter, procedure) == []


@given(walks(), st.data())
def test_a_forbidden_step_is_always_at_fault_and_has_no_effect(walk, data):
    matter, procedure = walk
    workflow = workflow_of(procedure, PRESETS.common_steps)
    allowed = {step.key for step in next_steps(matter, procedure, PRESETS.common_steps, CALENDAR)}
    forbidden = sorted(set(workflow.steps) - allowed)
    key = data.draw(st.sampled_from([*forbidden, "no-such-step"]))
    day = matter.log[-1].date if matter.log else matter.raised.date
    bad = with_log(matter, (*matter.log, LogEntry(date=day, step=key)))
    assert any(fault.index == len(matter.log) for fault in faults_of(bad, procedure))
    far = date(2099, 1, 1)
    before = derive(matter, procedure, PRESETS.common_steps, far, CALENDAR)
    assert derive(bad, procedure, PRESETS.common_steps, far, CALENDAR) == before


@given(walks(), st.integers(-30, 400))
def test_the_state_depends_on_nothing_but_the_log_up_to_the_day(walk, days):
    matter, procedure = walk
    as_of = RAISED + timedelta(days=days)
    known = with_log(matter, [entry for entry in matter.log if entry.date.earliest <= as_of])
    state = derive(matter, procedure, PRESETS.common_steps, as_of, CALENDAR)
    assert state == derive(known, procedure, PRESETS.common_steps, as_of, CALENDAR)
    assert state == derive(matter, procedure, PRESETS.common_steps, as_of, CALENDAR)


@given(walks())
def test_every_passage_stands_in_a_stage_of_the_procedure(walk):
    matter, procedure = walk
    state = derive(matter, procedure, PRESETS.common_steps, date(2099, 1, 1), CALENDAR)
    assert state.stage in procedure.stages
    assert len(state.history) == len(matter.log)
    assert state.open == (
        state.family.value not in ("confirmed", "unsolved")
        and state.merged_into is None
        and not state.parts
    )


@given(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.integers(1, 40))
def test_adding_working_days_is_monotone(start, days):
    assert (
        add_working_days(start, days, CALENDAR).day
        < add_working_days(start, days + 1, CALENDAR).day
    )
