"""Where a matter went on: those it was merged into, to the one in which it ends."""

from __future__ import annotations

from collections.abc import Mapping

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
    way = way_on(states, state)
    if way and way[-1] in way[:-1]:
        return None
    return next((found for each in reversed(way) if (found := states.get(each))), state)


def way_on(states: Mapping[str, MatterState], state: MatterState) -> tuple[str, ...]:
    """The ids of the matters that one was merged into, one after another.

    The last is not there, or is merged no further, or is one on the way already: a ring.
    """
    way: list[str] = []
    following: MatterState | None = state
    while following is not None and following.merged_into is not None:
        again = following.merged_into in way
        way.append(following.merged_into)
        if again:
            break
        following = states.get(way[-1])
    return tuple(way)
