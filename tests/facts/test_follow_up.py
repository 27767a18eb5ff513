from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.follow_up import follow_up
from yizhan.loading.parse import build
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import DecisionResult


def meeting(identifier, day, tasks=(), reports=()):
    decisions = [{"text": "定。", "result": "adopted", "tasks": [task]} for task in tasks]
    return build(
        Meeting,
        {
            "id": identifier,
            "title": "会",
            "meeting_kind": "joint_session",
            "place": "p",
            "date": day,
            "agenda": [{"title": "空"}, {"title": "事", "decisions": decisions}],
            "follow_ups": list(reports),
        },
    )


def task(key="lamp", due="2026-03-31"):
    return {"key": key, "text": "装灯。", "body": "street", **({"due": due} if due else {})}


def said(state, of="20260301-a", key="lamp", **more):
    return {"meeting": of, "task": key, "state": state, **more}


GIVEN = meeting("20260301-a", "2026-03-01", [task(), task("drain", due=None)])


def progress(*later, as_of):
    return follow_up(GIVEN, later, date.fromisoformat(as_of))


def test_late_only_after_the_day_it_was_due():
    lamp, drain = progress(as_of="2026-03-31")
    assert (lamp.status, drain.status) == ("ongoing", "ongoing")
    lamp, drain = progress(as_of="2026-04-01")
    assert (lamp.status, drain.status) == ("late", "ongoing")
    assert (lamp.reported, lamp.reported_by, lamp.done_late) == (None, None, False)
    assert (lamp.item, lamp.decision, lamp.position) == (1, 0, 0)
    assert (drain.item, drain.decision, drain.task.key) == (1, 1, "drain")


@pytest.mark.parametrize(
    ("result", "status"),
    [("withdrawn", "dropped"), ("lapsed", "dropped"), ("rejected", "late"), ("referred", "late")],
)
def test_what_was_not_put_to_the_vote_is_not_late(result, status):
    given = meeting("20260301-a", "2026-03-01", [task()])
    (item,) = given.agenda[1:]
    decision = replace(item.decisions[0], result=DecisionResult(result))
    given = replace(given, agenda=(given.agenda[0], replace(item, decisions=(decision,))))
    assert follow_up(given, (), date(2026, 4, 1))[0].status == status
    april = meeting("20260401-b", "2026-04-01", reports=[said("done")])
    assert follow_up(given, (april,), date(2026, 4, 2))[0].status == "done"


def test_a_month_is_over_at_its_end():
    given = meeting("20260301-a", "2026-03-01", [task(due="2026-03")])
    assert follow_up(given, (), date(2026, 3, 31))[0].status == "ongoing"
    assert follow_up(given, (), date(2026, 4, 1))[0].status == "late"


def test_later_meetings_say_what_became_of_it():
    april = meeting("20260401-b", "2026-04-01", reports=[said("ongoing")])
    may = meeting("20260501-c", "2026-05-01", reports=[said("done", date="2026-04-20")])
    assert progress(april, as_of="2026-04-02")[0].status == "late"
    lamp = progress(may, april, as_of="2026-06-01")[0]
    assert (lamp.status, lamp.reported_by.id, lamp.done_late) == ("done", "20260501-c", True)
    assert progress(may, april, as_of="2026-04-30")[0].status == "late"
    in_time = meeting("20260501-c", "2026-05-01", reports=[said("done", date="2026-03-30")])
    assert not progress(in_time, as_of="2026-06-01")[0].done_late
    undated = meeting("20260501-c", "2026-05-01", reports=[said("done")])
    assert progress(undated, as_of="2026-06-01")[0].done_late
    no_due = meeting("20260501-c", "2026-05-01", reports=[said("done", key="drain")])
    assert not progress(no_due, as_of="2026-06-01")[1].done_late


def test_dropped_and_reports_on_other_meetings():
    other = meeting("20260401-b", "2026-04-01", reports=[said("dropped", of="20260201-z")])
    assert progress(other, as_of="2026-03-05")[0].reported is None
    assert progress(other, as_of="2026-04-05")[0].reported is None
    dropped = meeting("20260401-b", "2026-04-01", reports=[said("dropped")])
    assert progress(dropped, as_of="2026-04-05")[0].status == "dropped"


@given(st.permutations(["ongoing", "done", "dropped"]), st.randoms())
def test_the_order_in_which_meetings_are_handed_in_does_not_matter(states, chance):
    later = [
        meeting(f"2026040{day}-m", f"2026-04-0{day}", reports=[said(state)])
        for day, state in enumerate(states, 1)
    ]
    shuffled = list(later)
    chance.shuffle(shuffled)
    assert progress(*shuffled, as_of="2026-05-01") == progress(*later, as_of="2026-05-01")
