"""What lists and the home page count: matters in order and in groups, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.matter_state import MatterState
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.vocabulary import Category, Family

Groups = dict[str, list[Matter]]


@dataclass(frozen=True, slots=True)
class Overview:
    """Real matters, newest activity first, whole and in groups; example matters apart.

    Only matters that have a state are here: those raised by the day asked, by a known procedure.

    Attributes:
        activity: date of the last entry that counts, by the matter's id.
        real: matters that are not examples.
        example: matters of the example village.
        open: real matters that are not closed.
        late: real matters past their day, latest first.
        by_family: by family; without what was merged or split.
        by_place: by place id, each matter under its place and every place above; examples too.
        by_tier: by ``procedure/tier``.
    """

    activity: Mapping[str, PartialDate]
    real: list[Matter] = field(default_factory=list)
    example: list[Matter] = field(default_factory=list)
    open: list[Matter] = field(default_factory=list)
    late: list[Matter] = field(default_factory=list)
    by_family: dict[Family, list[Matter]] = field(default_factory=lambda: defaultdict(list))
    by_category: dict[Category, list[Matter]] = field(default_factory=lambda: defaultdict(list))
    by_place: Groups = field(default_factory=lambda: defaultdict(list))
    by_year: Groups = field(default_factory=lambda: defaultdict(list))
    by_tier: Groups = field(default_factory=lambda: defaultdict(list))


def overview(archive: Archive, states: Mapping[str, MatterState], as_of: date) -> Overview:
    """Sort and group every matter that has a state, in one pass."""
    matters = [matter for matter in archive.matters if matter.id in states]
    fixed = example_day(archive.of(Place), as_of)
    activity = {each.id: _activity(each, day_of(each, as_of, fixed)) for each in matters}
    ordered = sorted(
        matters, key=lambda matter: (activity[matter.id].latest, matter.id), reverse=True
    )
    found = Overview(activity)
    above: dict[str, tuple[str, ...]] = {}
    for matter in ordered:
        line = above.get(matter.place)
        if line is None:
            line = above[matter.place] = tuple(p.id for p in archive.lineage(matter.place))
        for place in line:
            found.by_place[place].append(matter)
        if matter.example:
            found.example.append(matter)
        else:
            _group(found, matter, states[matter.id])
    found.late.sort(key=lambda matter: (-states[matter.id].late_days, matter.id))
    return found


def _group(found: Overview, matter: Matter, state: MatterState) -> None:
    found.real.append(matter)
    found.by_category[matter.category].append(matter)
    found.by_year[str(matter.raised.date.year)].append(matter)
    if not merged_or_split(state):
        found.by_family[state.family].append(matter)
    if state.open:
        found.open.append(matter)
    if state.late_days > 0:
        found.late.append(matter)
    if state.tier is not None:
        found.by_tier[f"{matter.procedure}/{state.tier.key}"].append(matter)


def merged_or_split(state: MatterState) -> bool:
    """Whether a matter was merged or split: it goes on in others and is counted there."""
    return not state.open and (state.merged_into is not None or bool(state.parts))


def _activity(matter: Matter, as_of: date) -> PartialDate:
    dates: Iterable[PartialDate] = (entry.date for entry in matter.log)
    counted = [day for day in dates if not day.surely_after(as_of)]
    return max((matter.raised.date, *counted), key=lambda day: (day.latest, day.earliest))
