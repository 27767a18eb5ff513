"""Who may take which step of a matter: asked by the checks of a log, and by what offers a next entry."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from yizhan.facts.speakers import Bodies
from yizhan.model.vocabulary import Action

PARTIES_ONLY = frozenset(
    (
        Action.ACCEPT,
        Action.HANDOVER,
        Action.EXTEND,
        Action.PAUSE,
        Action.RESUME,
        Action.REPORT_DONE,
        Action.LAPSE,
        Action.REFUSE,
        Action.SPLIT,
        Action.MERGE,
    )
)
"""What only a body that has a part in the matter does."""

FROM_ABOVE = frozenset((Action.ASSIGN, Action.SUPERVISE, Action.REOPEN))
"""What bodies about the place do as well, without a part in the matter before."""


class Standing(NamedTuple):
    """What of a matter decides who may take its next step.

    Attributes:
        handler: the body that has it.
        parties: the bodies that have, or had, a part in it.
        left: those of them that handed it on, or sent it back, and have it no more.
        handling: those who handle it or reported it done, and who goes on with what these had.
        given_to: the body to which it was handed and that has not taken it over.
        bodies: what the archive says of bodies.
    """

    handler: str | None
    parties: tuple[str, ...]
    left: frozenset[str]
    handling: frozenset[str]
    given_to: str | None
    bodies: Bodies

    def has_part(self, body: str) -> bool:
        """Whether a body has a part in the matter, or goes on with what one had that is gone."""
        return body in self.parties or any(
            body in self.bodies.heirs.get(each, ()) for each in self.parties
        )

    def waits_for(self, body: str) -> bool:
        """Whether the matter was handed to a body that has neither taken it over nor sent it back."""
        to = self.given_to
        takers = () if to is None else (to, *self.bodies.heirs.get(to, ()))
        return body in takers and body not in self.handling


class Bar(StrEnum):
    """Why a body cannot take a step."""

    STRANGER = "stranger"
    NOT_TAKEN_OVER = "not_taken_over"
    ITSELF = "itself"
    FROM_BELOW = "from_below"


def bar(body: str, action: Action, standing: Standing) -> Bar | None:
    """Why a body cannot take a step of a matter; None where it can.

    Args:
        body: its id.
        action: of the step.
        standing: of the matter before the step.
    """
    if action in PARTIES_ONLY:
        if _is_stranger(body, standing):
            return Bar.STRANGER
        return Bar.NOT_TAKEN_OVER if standing.waits_for(body) else None
    if action in FROM_ABOVE and _is_outsider(body, standing):
        return Bar.STRANGER
    if action is Action.SUPERVISE and standing.handler is not None:
        if body == standing.handler:
            return Bar.ITSELF
        if standing.bodies.below(body, standing.handler):
            return Bar.FROM_BELOW
    return None


def _is_stranger(body: str, standing: Standing) -> bool:
    """Whether a body has no part in a matter; while nobody has the matter, it is to serve the place.

    Who only noted something has a part, and takes nothing from those who may still accept it. Who
    handed it to a body that took it over, or sent it back, has none until it is given it again.
    """
    if body in standing.left:
        return True
    if standing.has_part(body):
        return False
    return standing.handler is not None or not standing.bodies.serves(body)


def _is_outsider(body: str, standing: Standing) -> bool:
    """Whether a body of the district has no part in a matter and nothing to do with its place.

    One of another district is M030's.
    """
    bodies = standing.bodies
    return not (standing.has_part(body) or bodies.serves(body) or bodies.abroad(body))
