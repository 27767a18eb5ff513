"""The table of who may take which step: no action is left out, and each row is what it says."""

import pytest

from yizhan.facts.parties import GIVEN_TO, RIGHTS, WORKING, Bar, Part, Standing, asks_others, bar
from yizhan.facts.speakers import Bodies
from yizhan.model.vocabulary import Action

ABROAD, OVER, RESIDENTS, WATCH = "far", "town", "owners", "watch"
BODIES = Bodies(
    speaks=lambda body: body == RESIDENTS,
    serves=lambda body: body not in (ABROAD, "strange"),
    abroad=lambda body: body == ABROAD,
    over=lambda body, _other: body == OVER,
    watches=lambda body: body == WATCH,
    below=lambda body, _other: body == "below",
    heirs={"handler": frozenset({"heir"})},
)
HAD = Standing("handler", ("joint",), {"former"}, "giver", "next", BODIES)
FREE = Standing(None, (), {"former"}, None, None, BODIES)
EVERYBODY = frozenset(
    {
        "handler",
        "joint",
        "heir",
        "former",
        "giver",
        "next",
        "town",
        "owners",
        "watch",
        "strange",
        ABROAD,
    }
    | {"near", "below"}
)
HAVING = frozenset({"handler", "joint", "heir"})
GIVING = HAVING | {"giver", OVER, ABROAD}
NEAR = EVERYBODY - {"strange", ABROAD}
ALLOWED = (Action.EXTEND, Action.PAUSE, Action.RESUME, Action.LAPSE, Action.SPLIT, Action.MERGE)
"""What whoever gave the matter to another decides as well."""
MAY = {
    **dict.fromkeys(WORKING, HAVING),
    **dict.fromkeys(ALLOWED, HAVING | {"giver"}),
    Action.ASSIGN: GIVING,
    Action.JOIN: GIVING,
    Action.REOPEN: GIVING | {RESIDENTS, WATCH},
    Action.SUPERVISE: EVERYBODY - {"strange", "handler", "below"},
}
"""Who may while somebody has the matter; anybody where nothing is said."""
WHILE_FREE = {
    **dict.fromkeys(WORKING, NEAR - {"former"}),
    **dict.fromkeys(ALLOWED, NEAR - {"former"}),
    Action.ASSIGN: NEAR | {ABROAD},
    Action.JOIN: NEAR | {ABROAD},
    Action.REOPEN: NEAR | {ABROAD},
    Action.SUPERVISE: NEAR | {ABROAD},
}
"""The same while nobody has it."""


def test_no_action_is_left_out():
    assert set(RIGHTS) == set(Action)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize(("standing", "table"), [(HAD, MAY), (FREE, WHILE_FREE)])
def test_who_may_take_a_step(action, standing, table):
    may = {body for body in EVERYBODY if bar(body, action, standing) is None}
    assert may == table.get(action, EVERYBODY)


@pytest.mark.parametrize(
    ("body", "action", "why"),
    [
        ("next", Action.REPORT_DONE, Bar.NOT_TAKEN_OVER),
        ("former", Action.REPORT_DONE, Bar.STRANGER),
        ("former", Action.ASSIGN, Bar.NOT_ITS_TO_GIVE),
        ("watch", Action.JOIN, Bar.NOT_ITS_TO_GIVE),
        ("former", Action.REOPEN, Bar.NOT_ITS_TO_REOPEN),
        ("strange", Action.SUPERVISE, Bar.STRANGER),
        ("handler", Action.SUPERVISE, Bar.ITSELF),
        ("below", Action.SUPERVISE, Bar.FROM_BELOW),
    ],
)
def test_it_says_why_not(body, action, why):
    assert bar(body, action, HAD) is why


@pytest.mark.parametrize(
    ("by", "action", "asked"),
    [
        ("handler", Action.PROGRESS, True),
        ("town", Action.PROGRESS, True),
        (None, Action.PROGRESS, True),  # who noted it is not on record
        ("former", Action.PROGRESS, False),
        ("former", Action.DECIDE, False),
        ("former", Action.JOIN, True),  # told at the step itself
        ("former", Action.ASSIGN, True),
        ("town", Action.SUPERVISE, False),
        (None, Action.OBJECT, False),
        ("handler", Action.LAPSE, False),
    ],
)
def test_whose_entries_give_others_a_part(by, action, asked):
    assert asks_others(by, action, HAD) is asked


def test_what_a_step_gives():
    giving = {action for action, right in RIGHTS.items() if right.gives & GIVEN_TO}
    assert giving == {Action.ACCEPT, Action.ASSIGN, Action.HANDOVER, Action.TAKE_OVER}
    assert {action for action, right in RIGHTS.items() if Part.WAITING in right.gives} == {
        Action.HANDOVER
    }
