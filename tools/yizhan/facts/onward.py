"""Where a matter went on: those it was merged into, to the one in which it ends."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.facts.ending import Ending
from yizhan.facts.matter_state import MatterState


def last_of(states: Mapping[str, MatterState], state: MatterState) -> MatterState | None:
    """The state of the matter at the end of a chain of mergers.

    Args:
        states: of every matter that has one, by id.
        state: of the matter with which the chain begins.

    Returns:
        The last that is there, which is itself merged where the next is not there; None where the
        chain leads round in a ring.
    """
    seen: set[str] = set()
    while state.ending is Ending.MERGED and state.merged_into is not None:
        if state.merged_into in seen:
            return None
        seen.add(state.merged_into)
        following = states.get(state.merged_into)
        if following is None:
            break
        state = following
    return state
