"""A month looked back on: what is in it, what was late at its end, what is to be pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.events import How
from yizhan.facts.month_entries import Decided
from yizhan.facts.monthly import Months, last_day, month_of, next_month
from yizhan.facts.summary import summarize
from yizhan.loading.parse import build
from yizhan.model.archive import Archive
from yizhan.model.meeting import Meeting
from yizhan.model.procedure import Procedure

SOLVED = {"outcome": {"result": "solved", "text": "修好了。"}}
PARTLY = {"outcome": {"result": "partly", "text": "修了一半。"}}
START = "2026-03-02"
MATTERS = {
    # limits: 2 working days waiting, 10 handling, 4 reopened
    "a-solved": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-10", "report", SOLVED),
        ("2026-03-12", "confirm", {"verdict": {"how": "call", "recorded_by": "watch"}}),
    ),
    "b-silence": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-12", "report", SOLVED),
        ("2026-04-01", "lapse"),
    ),
    "c-partly-then-solved": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", PARTLY),
        ("2026-03-06", "confirm"),
        ("2026-04-07", "reopen"),
        ("2026-04-08", "report_again", SOLVED),
        ("2026-04-08", "assign", {"to": "street"}),
        ("2026-04-09", "report", SOLVED),
        ("2026-04-10", "confirm"),
    ),
    "d-refused": (START, ("2026-03-30", "refuse", {"reason": "没有地方。"})),
    "e-late": (START, ("2026-03-17", "accept")),
    "f-handed": (START, ("2026-03-03", "accept"), ("2026-03-30", "handover", {"to": "street"})),
    "g-answered": (
        START,
        ("2026-03-03", "accept"),
        ("2026-02-27", "progress"),
        ("2026-03-04", "handover", {"to": "street"}),
        ("2026-04-02", "take_over", {"by": "street"}),
    ),
    "h-vague": (
        "2025",
        ("2025", "accept"),
        ("2026", "handover", {"to": "street"}),
        ("2026", "report", SOLVED),
        ("2026", "confirm"),
    ),
    "i-objected": (
        "2026-04-20",
        ("2026-04-21", "accept"),
        ("2026-04-22", "report", SOLVED),
        ("2026-04-23", "object"),
    ),
    "j-merged": (START, ("2026-03-03", "merge", {"merged_into": "a-solved"})),
    "k-corrected": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-10", "report", SOLVED),
        ("2026-03-12", "confirm"),
    ),
}


def meeting(identifier, day, **fields):
    data = {"id": identifier, "title": identifier, "meeting_kind": "joint_session", "place": "p"}
    path = f"records/meetings/2026/{identifier}.yaml"
    return replace(build(Meeting, data | {"date": day} | fields), path=path)


def decided(*tasks):
    return [
        {
            "title": "议题",
            "decisions": [{"text": "办。", "result": "adopted", "tasks": list(tasks)}],
        }
    ]


def task(key, due=None):
    return {"key": key, "text": f"做{key}", "body": "street"} | ({"due": due} if due else {})


MEETINGS = (
    meeting(
        "m-03",
        "2026-03-15",
        agenda=decided(
            task("one", "2026-04-10"), task("two", "2026-04"), task("three"), task("four", "2026")
        ),
    ),
    meeting(
        "m-03b",
        "2026-03-20",
        follow_ups=[{"meeting": "m-03", "task": "one", "state": "done", "date": "2026-03-19"}],
    ),
    meeting(
        "m-04",
        "2026-04-20",
        follow_ups=[{"meeting": "m-03", "task": "two", "state": "dropped"}],
        agenda=decided(task("late", "2026-05-01")),
    ),
    meeting("m-vague", "2026"),
    meeting("m-planned", "2026-04-28", planned=True),
    meeting("m-later", "2026-06-01"),
)


@pytest.fixture(scope="module")
def months(make, procedure, common_steps, weekdays):
    def of(as_of):
        matters = [
            replace(make.matter(*log, raised=raised), id=key)
            for key, (raised, *log) in MATTERS.items()
            if raised <= as_of
        ]
        day = date.fromisoformat(as_of)
        states = [derive(m, procedure, common_steps, day, weekdays) for m in matters]
        found = [summarize(m, s, day) for m, s in zip(matters, states, strict=True)]
        return Months(Archive(MEETINGS), found, MEETINGS, day, weekdays)

    return of


def names(pairs):
    return [pair[0] for pair in pairs]


def test_what_was_decided_has_the_marks_of_its_item_and_of_its_meeting():
    said = {"reason": "定了才知道。", "by": "street", "date": "2026-03-20"}
    agenda = decided(task("one"))
    agenda[0]["irregular"] = [said | {"code": "G005"}]
    agenda[0]["decisions"][0]["irregular"] = [said | {"code": "T008"}]
    held = meeting("m", "2026-03-15", agenda=agenda, irregular=[said | {"code": "T006"}])
    (item,) = held.agenda
    found = Decided(held, item, item.decisions[0]).irregular
    assert [each.code for each in found] == ["T006", "G005", "T008"]


def test_march(months):
    march = months("2026-04-30").of("2026-03")
    assert march.end == date(2026, 3, 31)
    assert march.opened == [
        "a-solved", "b-silence", "c-partly-then-solved", "d-refused", "e-late", "f-handed",
        "g-answered", "j-merged", "k-corrected",
    ]  # fmt: skip
    assert names(march.reported) == ["a-solved", "b-silence", "c-partly-then-solved", "k-corrected"]
    assert [(c.matter, c.how) for c in march.closed] == [
        ("a-solved", How.SOLVED),
        ("c-partly-then-solved", How.PARTLY_NOTED),  # as it then was, whatever came later
        ("d-refused", How.NOT_SOLVED),
        ("k-corrected", How.SOLVED_NOTED),  # the report was corrected afterwards
    ]
    assert [(g.matter, g.ending, g.late_days) for g in march.gone] == [
        ("j-merged", Ending.MERGED, 0)
    ]
    assert names(march.handed_over) == ["f-handed", "g-answered"]
    assert names(march.pending) == ["f-handed", "g-answered"]
    assert [(each.matter, each.due.day.isoformat(), each.late_days) for each in march.late] == [
        ("f-handed", "2026-03-17", 10),
        ("g-answered", "2026-03-17", 10),
    ]
    assert march.open_count == 5  # b, e, f, g; h may have been closed on the last day of the year
    assert march.undated == 4  # h: handed over, reported, closed in 2026; and a meeting
    assert [m.id for m in march.meetings] == ["m-03", "m-03b"]
    assert [(each.meeting.id, each.decision.text) for each in march.decided] == [("m-03", "办。")]
    assert march.tasks == []
    # e entered on 17 March and falls due on 31 March: it is due on the last day, not after it
    assert march.press == []
    assert [each.task.key for each in march.press_tasks] == ["two"]  # one was done before its end


def test_april(months):
    april = months("2026-04-30").of("2026-04")
    assert [(c.matter, c.how) for c in april.closed] == [
        ("b-silence", How.SILENCE),
        ("c-partly-then-solved", How.SOLVED_NOTED),
    ]
    assert names(april.reopened) == ["c-partly-then-solved", "i-objected"]
    assert names(april.pending) == ["f-handed"]
    assert names(april.answered) == ["g-answered"]
    assert [key for key, _ in april.handovers] == ["f-handed", "g-answered"]
    assert [each.matter for each in april.late] == [
        "f-handed",
        "g-answered",
        "e-late",
        "i-objected",
    ]
    assert [each.late_days for each in april.late] == [32, 32, 22, 1]
    assert [each.task.key for each in april.tasks] == ["one", "two"]
    assert [each.task.key for each in april.press_tasks] == ["late"]
    assert [m.id for m in april.meetings] == ["m-04"]
    assert april.open_count == 5  # e, f, g, h, i


def test_a_month_that_is_not_over_ends_on_the_day_asked(months):
    found = months("2026-04-24")
    april = found.of("2026-04")
    assert april.end == date(2026, 4, 24)
    assert [(matter, due.day.isoformat()) for matter, due in april.press] == [
        ("i-objected", "2026-04-29")
    ]
    assert [month.key for month in found.active] == ["2026-04", "2026-03"]


def test_an_empty_month(months):
    found = months("2026-04-30").of("2026-02")
    assert not found.active
    assert (found.end, found.open_count, found.undated) == (date(2026, 2, 28), 1, 4)
    unknown = months("2026-04-30").of("2024-05")
    assert (unknown.end, unknown.open_count, unknown.undated) == (date(2024, 5, 31), 0, 0)
    later = months("2026-07-31").of("2026-07")
    late = {month.key: len(month.late) for month in months("2026-07-31").active}
    assert list(late) == ["2026-07", "2026-06", "2026-05", "2026-04", "2026-03"]
    assert late["2026-07"], (
        "a month in which nothing was done about what is late is told all the same"
    )
    assert later.open_count == 5
    assert not months("2026-07-31").of("2025-02").active


def test_what_the_list_of_months_says(months):
    found = months("2026-04-30")
    said = found.counts
    assert [each.key for each in said] == [each.key for each in found.active]
    for each in said:
        month = found.of(each.key)
        assert (each.opened, each.closed, each.meetings) == (
            len(month.opened),
            len(month.closed),
            len(month.meetings),
        )
    assert any(each.opened for each in said)


def test_months_by_name():
    assert month_of(date(2026, 3, 9)) == "2026-03"
    assert next_month("2026-12") == "2027-01"
    assert last_day("2028-02") == date(2028, 2, 29)
    for wrong in ("2026", "2026-13", "2026-01-01", "soon"):
        with pytest.raises(ValueError, match=r"not a month|EDTF|month must be"):
            last_day(wrong)


def test_what_was_merged_late_in_no_month_that_is_known(make, procedure, common_steps, weekdays):
    log = (("2025-03-03", "accept"), ("2026", "merge", {"merged_into": "a-solved"}))
    matter = make.matter(*log, raised="2025-03-02")
    day = date(2026, 12, 31)
    state = derive(matter, procedure, common_steps, day, weekdays)
    assert state.left_late
    found = Months(Archive([]), [summarize(matter, state, day)], [], day, weekdays)
    assert not any(month.gone for month in found.active)
    assert found.of("2026-03").undated == 1


def test_what_was_merged_after_it_was_closed_ended_once(make, common_steps, weekdays):
    """A procedure may let what is closed be joined to another; from its closing on it is open nowhere."""
    own = {"key": "merge", "title": "并案", "action": "merge", "from": ["closed"]}
    under = build(Procedure, {**make.procedure, "steps": [*make.procedure["steps"], own]})
    log = (
        ("2026-03-03", "accept"),
        ("2026-03-10", "report", SOLVED),
        ("2026-03-12", "confirm"),
        ("2026-04-15", "merge", {"merged_into": "a-solved"}),
    )
    matters = [replace(make.matter(*log), id="x"), replace(make.matter(), id="open")]
    day = date(2026, 4, 30)
    states = [derive(each, under, common_steps, day, weekdays) for each in matters]
    found = [summarize(m, s, day) for m, s in zip(matters, states, strict=True)]
    months = Months(Archive([]), found, [], day, weekdays)
    assert [each.matter for each in months.of("2026-03").closed] == ["x"]
    assert [each.matter for each in months.of("2026-04").gone] == ["x"]
    assert [months.of(key).open_count for key in ("2026-03", "2026-04")] == [1, 1]
