"""Who may take which step of a matter, and what part in it a step gives: one table.

The checks of a log ask it, what offers a next entry, and what reads a log (``log_so_far``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from yizhan.facts.speakers import Bodies
from yizhan.model.vocabulary import Action


class Standing(NamedTuple):
    """What of a matter decides who may take its next step.

    Attributes:
        handler: the body that has it.
        joint: those that were asked to work on it with the handler.
        left: those that handed it on, or sent it back, and have it no more.
        giver: the body that gave it to the handler to do.
        given_to: the body to which it was handed and that has not taken it over.
        bodies: what the archive says of bodies.
    """

    handler: str | None
    joint: tuple[str, ...]
    left: Collection[str]
    giver: str | None
    given_to: str | None
    bodies: Bodies

    def has_it(self, body: str) -> bool:
        """Whether a body has the matter, alone or with others, or goes on with what one had that is gone."""
        having = (self.handler, *self.joint)
        return body in having or any(
            body in self.bodies.heirs.get(each, ()) for each in having if each is not None
        )

    def waits_for(self, body: str) -> bool:
        """Whether the matter was handed to a body that has neither taken it over nor sent it back."""
        to = self.given_to
        takers = () if to is None else (to, *self.bodies.heirs.get(to, ()))
        return body in takers and not self.has_it(body)


class Bar(StrEnum):
    """Why a body cannot take a step."""

    STRANGER = "stranger"
    NOT_TAKEN_OVER = "not_taken_over"
    NOT_ITS_TO_GIVE = "not_its_to_give"
    NOT_ITS_TO_REOPEN = "not_its_to_reopen"
    ITSELF = "itself"
    FROM_BELOW = "from_below"


class Part(StrEnum):
    """What a step gives to bodies that its entry names."""

    HAVING = "having"
    """``to``, or else ``by``, has the matter from now on."""

    WAITING = "waiting"
    """``to`` is to take it over."""

    WITH = "with"
    """``with`` work on it with whoever has it."""


class Right(NamedTuple):
    """Of one action: what bars a body from taking it, and what parts it gives.

    Attributes:
        bar: why a body cannot take it; None where anybody may.
        gives: what it gives to the bodies that its entry names.
    """

    bar: Callable[[str, Standing], Bar | None] | None = None
    gives: frozenset[Part] = frozenset()


def _having(body: str, at: Standing) -> Bar | None:
    """Who has the matter; while nobody has, who serves its place.

    Who only noted something, supervises it or was named somewhere has no part by that, and takes nothing
    from those who may still accept it. Who handed it to a body that took it over, or sent it back, has
    none until it is given it again.
    """
    if at.waits_for(body):
        return Bar.NOT_TAKEN_OVER
    if at.has_it(body):
        return None
    if at.handler is not None and not at.bodies.there(at.handler):
        return None  # A004 says so; whose the matter is cannot be seen
    free = at.handler is None and body not in at.left and at.bodies.serves(body)
    return None if free else Bar.STRANGER


def _allowing(body: str, at: Standing) -> Bar | None:
    """Who has the matter, or gave it to whoever has it: that decides of its time, and with what it goes on."""
    return None if body == at.giver else _having(body, at)


def _giving(body: str, at: Standing) -> Bar | None:
    """Who has the matter, gave it to whoever has it, or is over it; while nobody has, who serves its place.

    One of another district gives a reason (M030).
    """
    if body == at.giver or at.has_it(body) or at.bodies.abroad(body):
        return None
    if at.handler is None:
        return None if at.bodies.serves(body) else Bar.NOT_ITS_TO_GIVE
    over = at.bodies.serves(body) and at.bodies.over(body, at.handler)
    return None if over else Bar.NOT_ITS_TO_GIVE


def _reopening(body: str, at: Standing) -> Bar | None:
    """Residents of the place, its supervisors, who has the matter, and who is over whoever has it.

    Supervision is that committee's by law (村民委员会组织法, 2025: 第三十七条; 城市居民委员会组织法,
    2025: 第三十六条).
    """
    bodies = at.bodies
    if bodies.serves(body) and (bodies.speaks(body) or bodies.watches(body)):
        return None
    return Bar.NOT_ITS_TO_REOPEN if _giving(body, at) is not None else None


def _supervising(body: str, at: Standing) -> Bar | None:
    """A body about the place, other than whoever has the matter and none of those below it."""
    bodies = at.bodies
    if not (at.has_it(body) or bodies.serves(body) or bodies.abroad(body)):
        return Bar.STRANGER
    if at.handler is not None:
        if body == at.handler:
            return Bar.ITSELF
        if bodies.below(body, at.handler):
            return Bar.FROM_BELOW
    return None


_WITH = frozenset({Part.WITH})
GIVEN_TO = frozenset({Part.HAVING, Part.WAITING})
"""Parts that an entry gives to the body in its ``to``."""

_HAS = Right(_having, _WITH)
_ALLOWS = Right(_allowing, _WITH)
_NOTES = Right(None, _WITH)
_RESIDENTS = Right()

RIGHTS: Mapping[Action, Right] = {
    Action.ACCEPT: Right(_having, frozenset({Part.HAVING, Part.WITH})),
    Action.ASSIGN: Right(_giving, frozenset({Part.HAVING, Part.WITH})),
    Action.PROGRESS: _NOTES,
    Action.DELIBERATE: _NOTES,
    Action.DECIDE: _NOTES,
    Action.HANDOVER: Right(_having, frozenset({Part.WAITING, Part.WITH})),
    Action.TAKE_OVER: Right(
        None, frozenset({Part.HAVING, Part.WITH})
    ),  # by whom, the hand-over says
    Action.SEND_BACK: Right(),  # the same
    Action.JOIN: Right(_giving, _WITH),
    Action.SUPERVISE: Right(_supervising),
    Action.EXTEND: _ALLOWS,
    Action.PAUSE: _ALLOWS,
    Action.RESUME: _ALLOWS,
    Action.REPORT_DONE: _HAS,
    Action.LAPSE: Right(_allowing),
    Action.REFUSE: _HAS,
    Action.SPLIT: Right(_allowing),
    Action.MERGE: Right(_allowing),
    Action.CONFIRM: _RESIDENTS,  # who speaks for residents, ``progress`` says
    Action.OBJECT: _RESIDENTS,
    Action.WITHDRAW: _RESIDENTS,
    Action.REOPEN: Right(_reopening),
}
"""Each action → who may take it, and what part it gives; a test holds that none is left out."""

WORKING = frozenset(action for action, right in RIGHTS.items() if right.bar is _having)
"""What only a body that has the matter does: whoever did it had its share in the work."""


def bar(body: str, action: Action, standing: Standing) -> Bar | None:
    """Why a body cannot take a step of a matter; None where it can.

    Args:
        body: its id.
        action: of the step.
        standing: of the matter before the step.
    """
    asked = RIGHTS[action].bar
    return None if asked is None else asked(body, standing)


def asks_others(by: str | None, action: Action, standing: Standing) -> bool:
    """Whether those whom an entry names in ``with`` get a part by it.

    Who notes what went on gives one only where it has one to give; a step that exists to give it does
    in any case, and is found where it should not have been taken.

    Args:
        by: who takes the step; None where it is not on record.
        action: of the step.
        standing: of the matter before the step.
    """
    right = RIGHTS[action]
    if Part.WITH not in right.gives:
        return False
    return right is not _NOTES or by is None or _giving(by, standing) is None
