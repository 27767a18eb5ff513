"""A body's lateness is that of its own time, whoever has the matter now."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.metric_tables import OTHERS, Dimension, book
from yizhan.facts.metrics import measure
from yizhan.facts.summary import from_plain, summarize, to_plain
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.vocabulary import BodyKind

from .endings import ACCEPT, DONE

RESULT = {"outcome": {"result": "solved", "text": "好了"}}
OBJECT = ("2026-03-12", "object", {"reason": "又坏了。"})
HANDED = ("2026-03-30", "handover", {"to": "street"})
TAKEN = ("2026-03-31", "take_over", {"by": "street"})
BY_STREET = ("2026-03-31", "report", {"by": "street", **RESULT})
LATE_THEN_HANDED = (ACCEPT, HANDED, TAKEN, BY_STREET)  # 10 working days from 3 March: 17 March
IN_TIME = (ACCEPT, DONE)
SENT_BACK = (ACCEPT, DONE, OBJECT, ("2026-03-16", "assign", {"to": "street"}))
IN_TIME_BY_STREET = ("2026-03-16", *BY_STREET[1:])
AT_STREET = (("2026-03-03", "assign", {"to": "street"}), IN_TIME_BY_STREET)
AT_BUREAU = (("2026-03-03", "assign", {"to": "bureau"}), IN_TIME_BY_STREET)
FIGURES = ("total", "late_ever", "reopened")


@pytest.fixture
def table(make, procedure, common_steps, weekdays):
    """The table by body of copies of matters that ``community`` had first."""

    def of(*cases, archive=None, now=None, day=date(2026, 4, 30)):
        found = []
        for log, number in cases:
            matter = make.matter(*log, handler="community")
            state = derive(matter, procedure, common_steps, day, weekdays)
            short = summarize(matter, state, day)
            assert from_plain(short.id, to_plain(short)) == short
            if short.handler == "community" and now is not None:
                short = short._replace(handler=now)  # as ``States`` does
            first = len(found)
            found += [short._replace(id=f"m{first + n:02}") for n in range(number)]
        tables = book(archive or Archive(()), measure(found)).tables
        return next((each for each in tables if each.dimension is Dimension.BODY), None)

    return of


def cells(table, *keys):
    """Numerator and denominator of figures, by row; a withheld cell is None."""
    at = [[each.key for each in DEFINITIONS].index(key) for key in keys]
    return {
        row.key: tuple((row.figures[n].numerator, row.figures[n].denominator) for n in at)
        for row in table.rows
    }


def test_what_one_let_run_late_is_not_the_lateness_of_the_next(table):
    found = table((LATE_THEN_HANDED, 6), (IN_TIME, 6))
    assert cells(found, *FIGURES) == {
        "community": ((6, 6), (6, 12), (0, 6)),
        "street": ((6, 6), (0, 6), (0, 6)),
    }
    rows = {row.key: row for row in found.rows}
    at = [each.key for each in DEFINITIONS].index("late_ever")
    late = rows["community"].figures[at].members.numerator
    assert late == tuple(f"m{number:02}" for number in range(6))
    total = rows["community"].figures[0]
    assert total.exclusions == {Reason.WITH_ANOTHER: late}


def test_what_was_sent_back_is_redone_by_who_had_reported_it(table):
    found = table((SENT_BACK, 6), (IN_TIME, 6))
    assert cells(found, *FIGURES) == {
        "community": ((6, 6), (0, 12), (6, 12)),
        "street": ((6, 6), (6, 6), (0, 0)),  # of the 4 days to handle it again it had the last
    }


def test_a_hand_over_answered_late_is_late_with_whom_it_was_handed_to(table):
    handed = ("2026-03-04", "handover", {"to": "street"})  # to be taken over within 3 days
    log = (ACCEPT, handed, ("2026-03-12", "take_over", {"by": "street"}), IN_TIME_BY_STREET)
    found = table((log, 6), (IN_TIME, 6))
    late = {"community": ((0, 12), (0, 12)), "street": ((6, 6), (6, 6))}
    assert cells(found, "taken_late", "late_ever") == late
    waiting = table(((ACCEPT, handed), 6), (AT_STREET, 6), day=date(2026, 3, 16))
    assert cells(waiting, "taken_late", "late_ever") == {
        "community": ((0, 12), (0, 12)),
        "street": ((0, 12), (6, 12)),
    }


def test_a_body_that_has_nothing_any_more_keeps_its_lateness(table):
    found = table((LATE_THEN_HANDED, 6), (AT_STREET, 5), (AT_BUREAU, 5))
    assert cells(found, "total", "late_ever") == {
        "bureau": ((5, 5), (0, 5)),
        "community": ((0, 0), (6, 16)),
        "street": ((11, 11), (0, 11)),
    }


def test_of_few_matters_that_others_have_now_nothing_is_published(table):
    assert table((LATE_THEN_HANDED, 4)) is None


def test_others_are_late_with_what_one_of_them_was_late_with(table):
    found = table((LATE_THEN_HANDED, 4), (IN_TIME, 4), (AT_BUREAU, 6))
    assert cells(found, "total", "late_ever") == {
        "bureau": ((6, 6), (0, 6)),
        OTHERS: ((8, 8), (4, 14)),
    }


@pytest.mark.parametrize(("last", "late"), [("2026-03-20", "community"), ("2026-03-16", "new")])
def test_who_goes_on_with_a_body_is_late_from_its_own_first_day(table, last, late):
    bodies = (
        body("community", dissolved=PartialDate.parse(last), successors=("new",)),
        body("new"),
    )
    found = table(((ACCEPT,), 6), (AT_BUREAU, 6), archive=Archive(bodies), now="new")
    shown = cells(found, "late_now", "late_ever")
    assert shown[late][1] == (6, 12 if late == "community" else 6)
    assert shown["new"][0] == (6, 6)
    assert sum(row[1][0] for row in shown.values()) == 6


def body(key, **fields):
    path = f"records/bodies/{key}.yaml"
    return Body(id=key, title=key, path=path, body_kind=BodyKind.TEAM, place="p", **fields)
