"""Matters put together by what they count in, so that each is listed once for all figures.

Matters that count in the same figures, and are left out of the same ones for the same reasons, are a
section of a list. Whatever a figure counts or leaves out is then a few whole sections.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yizhan.facts.metric_definitions import DEFINITIONS, Measured, Reason, Unit
from yizhan.pages.listing import page_url

Profile = tuple[Measured | None, ...]
"""What a matter counts, one for each of ``DEFINITIONS``: days and people are 1, however many; a figure that is not shown
is None."""

_NUMBERED = tuple(each.unit in (Unit.DAYS, Unit.PEOPLE) for each in DEFINITIONS)


class Section(NamedTuple):
    """Matters that count alike.

    Attributes:
        number: from 1, the largest first.
        profile: what each of them counts.
        first: position of its first matter in the whole list, from 0.
        size: how many it has.
    """

    number: int
    profile: Profile
    first: int
    size: int

    @property
    def key(self) -> str:
        """Its anchor."""
        return f"part-{self.number}"

    def url(self, root: str, rows: int) -> str:
        """Where it begins, in a list of ``rows`` matters a page whose first page is at ``root``."""
        return f"{page_url(root, self.first // rows + 1)}#{self.key}"


class Profiles:
    """The profiles of all matters of a book, worked out when they are first asked for.

    Args:
        measured: by id, one measure for each of ``DEFINITIONS``.
    """

    def __init__(self, measured: Mapping[str, tuple[Measured, ...]]) -> None:
        self._measured = measured
        self._profiles: dict[str, Profile] = {}
        self._known: dict[Profile, Profile] = {}

    def sections(
        self, ids: Iterable[str], shown: Sequence[bool] | None = None
    ) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """Put matters together.

        Args:
            ids: the matters; those of a section stay in this order.
            shown: which figures count for it; None for all.

        Returns:
            The sections, and all ids in the order of the sections.
        """
        found: dict[Profile, list[str]] = defaultdict(list)
        for each in ids:
            found[self._profile(each)].append(each)
        if shown is not None and not all(shown):
            found = _merged(found, shown)
        ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[1][0]))
        sections: list[Section] = []
        listed: list[str] = []
        for number, (profile, members) in enumerate(ordered, 1):
            sections.append(Section(number, profile, len(listed), len(members)))
            listed += members
        return tuple(sections), tuple(listed)

    def _profile(self, matter: str) -> Profile:
        found = self._profiles.get(matter)
        if found is None:
            measures = self._measured[matter]
            made: Profile = tuple(
                1 if numbered and not isinstance(measure, Reason) else measure
                for numbered, measure in zip(_NUMBERED, measures, strict=True)
            )
            found = self._profiles[matter] = self._known.setdefault(made, made)
        return found


def _merged(found: Mapping[Profile, list[str]], shown: Sequence[bool]) -> dict[Profile, list[str]]:
    """Sections that differ only in figures that are not shown become one."""
    merged: dict[Profile, list[str]] = defaultdict(list)
    for profile, members in found.items():
        kept = (value if seen else None for value, seen in zip(profile, shown, strict=True))
        merged[tuple(kept)] += members
    return {profile: sorted(members) for profile, members in merged.items()}


def counted_alike(
    sections: Sequence[Section], position: int
) -> Iterator[tuple[Measured, list[Section]]]:
    """The sections by what they are to the figure at a position: counted, in the base only, or left out why."""
    found: dict[Measured, list[Section]] = defaultdict(list)
    for section in sections:
        value = section.profile[position]
        if value is not None:
            found[value].append(section)
    for value in (1, 0, *Reason):
        if value in found:
            yield value, found[value]
