"""Who may take which step of a matter: a body that has a part in it, or one about the place."""

from __future__ import annotations

from yizhan.facts.progress import Progress
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


FROM_ABOVE = frozenset((Action.ASSIGN, Action.SUPERVISE))
"""What bodies about the place do as well, without a part in the matter before."""


def is_stranger(by: str, progress: Progress) -> bool:
    """Whether a body has no part in a matter; while nobody has one, it is to serve the place."""
    return not progress.has_part(by) if progress.parties else not progress.bodies.serves(by)


def is_outsider(by: str, progress: Progress) -> bool:
    """Whether a body of the district has no part in a matter and nothing to do with its place.

    One of another district is M030's.
    """
    bodies = progress.bodies
    return not (progress.has_part(by) or bodies.serves(by) or bodies.abroad(by))
