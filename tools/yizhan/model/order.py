"""The order in which dated things take effect, and what of them was recorded late.

Lists that are only added to are read by date, not by place: two clerks who record the 10th and the
12th at the same time may be merged in either order, and what was forgotten is added at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from yizhan.model.dates import PartialDate


def in_order(dates: Sequence[PartialDate]) -> Sequence[int]:
    """Positions in the order of effect: each goes before those before it that are surely later.

    What a date leaves open changes nothing: a month stays where it was written among its own days.
    """
    if not entered_later(dates):
        return range(len(dates))
    order: list[int] = []
    for position, date in enumerate(dates):
        place = next(
            (at for at, earlier in enumerate(order) if date.surely_before(dates[earlier])),
            len(order),
        )
        order.insert(place, position)
    return order


def entered_later(dates: Sequence[PartialDate]) -> frozenset[int]:
    """Positions of what stands behind something that is surely later."""
    found: list[int] = []
    latest: PartialDate | None = None
    for position, date in enumerate(dates):
        if latest is not None and date.surely_before(latest):
            found.append(position)
        elif latest is None or date.earliest > latest.earliest:
            latest = date
    return frozenset(found)
