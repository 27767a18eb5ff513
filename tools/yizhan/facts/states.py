"""Every matter on a day: a summary of each, and its state when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.matter_state import MatterState
from yizhan.facts.speakers import bodies_about
from yizhan.facts.succession import moved
from yizhan.facts.summary import Summary, summarize
from yizhan.model.archive import Archive
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.presets import Presets

HELD = 5_000
"""States that are held: of so many matters none is derived twice. Each takes some 3 kB."""

HELD_OF_MANY = 500
"""The same where there are more matters: whoever goes through all of them finds none again."""


class States(Mapping[str, MatterState]):
    """The state of every matter that was raised by the day and whose procedure exists, by its id.

    Matters of the example are derived on the example's day, once that is over. A state is derived
    when it is asked for; those asked for last are held.

    Args:
        archive: every record.
        presets: the steps that all procedures share.
        as_of: the day asked.
        working_days: to count limits by.
        known: summaries by id that are known to hold; the others are made now.
        held: how many states are held at most; None to go by the number of matters.

    Attributes:
        summaries: every matter that has a state in short, by id, in that order.
    """

    def __init__(
        self,
        archive: Archive,
        presets: Presets,
        as_of: date,
        working_days: WorkingDays,
        known: Mapping[str, Summary] | None = None,
        held: int | None = None,
    ) -> None:
        self._archive = archive
        self._common_steps = presets.common_steps
        self._as_of = as_of
        self._working_days = working_days
        self._fixed = example_day(archive.of(Place), as_of)
        many = len(archive.ids_of(Matter)) > HELD
        self._size = held if held is not None else HELD_OF_MANY if many else HELD
        self._held: dict[str, MatterState] = {}
        self.summaries: dict[str, Summary] = dict(self._summaries(known or {}))

    def __getitem__(self, matter: str) -> MatterState:
        state = self._held.get(matter)
        if state is None:
            record = self._archive.get(Matter, matter) if matter in self.summaries else None
            state = self._derived(record) if record is not None else None
            if state is None:
                raise KeyError(matter)
        return state

    def __contains__(self, matter: object) -> bool:
        return matter in self.summaries

    def __iter__(self) -> Iterator[str]:
        return iter(self.summaries)

    def __len__(self) -> int:
        return len(self.summaries)

    @property
    def held(self) -> int:
        """How many states are held now."""
        return len(self._held)

    def _summaries(self, known: Mapping[str, Summary]) -> Iterator[tuple[str, Summary]]:
        now = moved(self._archive, lambda body: day_of(body, self._as_of, self._fixed))
        for identifier in self._archive.ids_of(Matter):
            summary = known.get(identifier)
            if summary is None:
                matter = self._archive.get(Matter, identifier)
                assert matter is not None, "the archive has what it names"
                state = self._derived(matter)
                if state is None:
                    continue
                summary = summarize(matter, state, day_of(matter, self._as_of, self._fixed))
            if summary.open and summary.handler in now:
                summary = summary._replace(handler=now[summary.handler])
            yield identifier, summary

    def _derived(self, matter: Matter) -> MatterState | None:
        known = self._archive.procedure(matter.procedure) is not None
        day = day_of(matter, self._as_of, self._fixed)
        if not known or matter.raised.date.surely_after(day):
            return None
        state = derive_remembering(
            matter,
            self._archive.procedure,
            self._common_steps,
            day,
            self._working_days,
            bodies_about(self._archive, matter),
        )
        if len(self._held) >= self._size:
            del self._held[next(iter(self._held))]
        self._held[matter.id] = state
        return state
