"""A summary says what the record and its state say, and survives being kept as plain data."""

from __future__ import annotations

import marshal
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts import states as states_module
from yizhan.facts.derivation import derive
from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.metric_definitions import DEFINITIONS, left_out
from yizhan.facts.states import States
from yizhan.facts.summary import Summary, from_plain, summarize, to_plain
from yizhan.loading import load
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive, Listener
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.vocabulary import Action, Family

from .test_log_properties import CALENDAR, PRESETS, RAISED, walks

SMALL = Path(__file__).parents[1] / "pages" / "archive"
DAY = date(2026, 4, 3)
ENDS = (Family.CONFIRMED, Family.UNSOLVED)


def kept(summary: Summary) -> Summary:
    """The summary after it was written down and read again."""
    return from_plain(summary.id, marshal.loads(marshal.dumps(to_plain(summary))))


def assert_says(summary: Summary, matter: Matter, state, day: date) -> None:
    """Compare every part of a summary with what the record and its state say."""
    raised, events = matter.raised.date, summary.events
    assert summary[:7] == (
        *(matter.id, matter.title, matter.place, matter.procedure, matter.category, matter.example),
        raised,
    )
    known = [entry.date for entry in matter.log if entry.date.earliest <= day]
    assert summary.activity.latest == max([raised.latest, *(each.latest for each in known)])
    assert (summary.family, summary.open, summary.late_days, summary.handler) == (
        *(state.family, state.open, state.late_days, state.handler),
    )
    assert summary.due == (state.due.day if state.due else None)
    assert summary.tier == (state.tier.key if state.tier else None)
    assert summary.closed_on == state.closed_on
    assert summary.gone == (not state.open and bool(state.merged_into or state.parts))
    reason = left_out(state)
    for definition, measured in zip(DEFINITIONS, summary.measures, strict=True):
        left = reason is not None and not definition.remembered
        expected = reason if left else definition.measure(state, day)
        assert (measured, type(measured)) == (expected, type(expected))
    assert [each.position for each in events.moves] == [
        each.index for each in state.history if each.before.key != each.after.key
    ]
    assert all((each.how is not None) == (each.family in ENDS) for each in events.moves)
    assert [(each.position, each.to) for each in events.handed] == [
        (each.index, matter.log[each.index].to)
        for each in state.history
        if each.step.action is Action.HANDOVER
    ]
    limits = [each.due for each in state.history] + [state.due]
    assert [each.due for each in events.spans] == [due for due in limits if due is not None]
    assert sum(each.met is None for each in events.spans) == (state.due is not None)


@given(walks(), st.integers(-30, 400))
def test_it_says_what_any_matter_says(walk, days):
    matter, procedure = walk
    day = RAISED + timedelta(days=days)
    state = derive(matter, procedure, PRESETS.common_steps, day, CALENDAR)
    summary = summarize(matter, state, day)
    assert_says(summary, matter, state, day)
    assert kept(summary) == summary


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(SMALL).archive


def states_of(archive: Archive, day: date = DAY, **options) -> States:
    return States(archive, load_presets(), day, official_calendar(), **options)


def test_it_says_what_the_matters_of_a_small_archive_say(archive):
    states, fixed = states_of(archive), example_day(archive.of(Place), DAY)
    assert len(states) > 5
    for identifier, summary in states.summaries.items():
        matter = archive.get(Matter, identifier)
        assert_says(summary, matter, states[identifier], day_of(matter, DAY, fixed))
        again = kept(summary)
        assert again == summary
        assert [type(each) for each in again.measures] == [type(each) for each in summary.measures]


def test_matters_that_are_not_raised_yet_or_follow_no_procedure_have_none(archive):
    matters = archive.matters
    first = min(matter.raised.date.earliest for matter in matters)
    early = states_of(archive, first - timedelta(days=1))
    assert (len(early), list(early)) == (0, [])
    assert matters[0].id not in early
    lost = Archive([*archive.of(Place), replace(matters[0], procedure="no-such-procedure")])
    assert states_of(lost).summaries == {}
    with pytest.raises(KeyError):
        early[matters[0].id]


def test_states_are_derived_again_when_they_were_let_go(archive):
    few, all_ = states_of(archive, held=2), states_of(archive)
    assert dict(few) == dict(all_)
    assert few.held == 2
    first, *_ = few
    assert few[first] == all_[first]
    assert few[first] is few[first]


def test_of_many_matters_fewer_states_are_held(archive, monkeypatch):
    monkeypatch.setattr(states_module, "HELD", 3)
    monkeypatch.setattr(states_module, "HELD_OF_MANY", 1)
    assert states_of(archive).held == 1
    monkeypatch.setattr(states_module, "HELD", 1000)
    assert states_of(archive).held > 3


class _Asked(Listener):
    def __init__(self) -> None:
        self.ids: list[str] = []

    def one(self, identifier: str) -> None:
        self.ids.append(identifier)


def test_a_summary_that_is_known_is_not_made_again(archive):
    summaries = states_of(archive).summaries
    changed, *_ = summaries
    asked = _Asked()
    sources = [archive.source(each) for each in archive.records]
    again = Archive([each for each in sources if each is not None], asked)
    known = {each: summary for each, summary in summaries.items() if each != changed}
    assert states_of(again, known=known).summaries == summaries
    assert [each for each in asked.ids if each in summaries] == [changed]
