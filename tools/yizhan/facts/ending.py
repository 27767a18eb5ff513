"""How a matter came to its end, and how its outcome is to be read; nothing is guessed."""

from __future__ import annotations

from enum import StrEnum


class Ending(StrEnum):
    """What ended a matter, or that nothing has.

    ``ANNULLED`` is of a matter that is open again because the entry that had closed it was annulled,
    ``UNRECORDED`` of one in a closed stage to which none of the known actions led.
    """

    OPEN = "open"
    CONFIRMED = "confirmed"  # residents agreed with what the office reported
    NOTED = "noted"  # likewise, as nobody but the office that handled it says
    LAPSED = "lapsed"  # nobody answered in the time to answer
    REFUSED = "refused"  # declined or given up by the office
    WITHDRAWN = "withdrawn"  # by whoever raised it
    SPLIT = "split"
    MERGED = "merged"
    ANNULLED = "annulled"
    UNRECORDED = "unrecorded"


AGREED = frozenset((Ending.CONFIRMED, Ending.NOTED))
"""Endings in which residents agreed, whoever says that they did."""

GOES_ON = frozenset((Ending.SPLIT, Ending.MERGED))
"""Endings after which the matter goes on in others and is counted there."""

UNDER_WAY = frozenset((Ending.OPEN, Ending.ANNULLED))
"""Of a matter in which something is still to be done."""
