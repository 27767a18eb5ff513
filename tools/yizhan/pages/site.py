"""What every page is made from: the archive, the derived states, a date, a language."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from yizhan.facts.caseload import Caseload, caseload
from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.example_day import day_of, day_of_data, example_day
from yizhan.facts.irregular import Act, all_acts
from yizhan.facts.matter_state import MatterState
from yizhan.facts.metric_tables import Book, book
from yizhan.facts.metrics import measure
from yizhan.facts.monthly import Months
from yizhan.facts.overview import Overview, overview
from yizhan.facts.states import States
from yizhan.facts.summary import Summary
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.presets import Presets
from yizhan.model.record import Record
from yizhan.model.text import Lang
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import Link, link_to, localized
from yizhan.pages.notes import Noted, Notes, Remembered, way_to
from yizhan.wording.words import Words, words_in

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the project's ``mkdocs.yml`` says and pages need.

    Attributes:
        edit_url: address under which a file's path is edited
            (``https://github.com/o/r/edit/main/``); None where the project has no public home.
        history_url: address under which a file's path shows its history.
        per_page: rows of a list page.
    """

    edit_url: str | None = None
    history_url: str | None = None
    per_page: int = 100


class Derived:
    """What follows from all records on a day, worked out when first asked and once for all languages.

    ``example_day`` is the day on which the example is shown; None where the example names none.

    Args:
        archive: every record, presets included.
        states: of every matter whose procedure is known, by the matter's id.
        as_of: the day all statements hold for.
        working_days: to count limits by.
    """

    def __init__(
        self,
        archive: Archive,
        states: States,
        as_of: date,
        working_days: WorkingDays,
    ) -> None:
        self.archive = archive
        self.states = states
        self.as_of = as_of
        self.working_days = working_days
        self.example_day = example_day(archive.of(Place), as_of)

    def stands_still(self, record: Record) -> bool:
        """Whether a record is shown as of the example's day, which no later day changes."""
        return record.example and self.example_day is not None

    def day(self, *, example: bool) -> date:
        """The day on which real or example data are shown as a whole."""
        return day_of_data(self.as_of, self.example_day, example=example)

    @cached_property
    def overview(self) -> Overview:
        """Matters in order and in groups."""
        return overview(self.archive, self.states.summaries)

    @cached_property
    def caseload(self) -> Caseload:
        """Records of every other kind by place and body."""
        matters = self._summaries((*self.overview.real, *self.overview.example))
        return caseload(self.archive, matters, self.as_of)

    def _summaries(self, ids: Iterable[str]) -> Iterator[Summary]:
        return (self.states.summaries[each] for each in ids)

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """Figures with their members, ``real`` and ``example`` apart; none without matters."""
        found = {}
        for data, matters in (("real", self.overview.real), ("example", self.overview.example)):
            if matters or data == "real":
                found[data] = book(self.archive, measure(self._summaries(matters)))
        return found

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Everything that records acknowledge as irregular."""
        return tuple(all_acts(self.archive, self.overview.irregular))

    @cached_property
    def months(self) -> Mapping[str, Months]:
        """Each month's events, ``real`` and ``example`` apart."""
        return {
            data: Months(
                self.archive,
                self._summaries(matters),
                [each for each in self.archive.meetings if each.example is (data == "example")],
                self.day(example=data == "example"),
                self.working_days,
                [act for act in self.acts if act.record.example is (data == "example")],
            )
            for data, matters in (("real", self.overview.real), ("example", self.overview.example))
        }


class Site:
    """Everything a page module may read.

    Args:
        archive: every record, presets included.
        states: of every matter whose procedure is known, by the matter's id.
        as_of: the day all statements hold for.
        lang: the language of the site's own words.
        presets: what ships with the tool.
        working_days: to say how many are left.
        config: what the project says.
        notes: notes what a page asks for, as the archive's listener does; None where nobody asks.

    Attributes:
        derived: what follows from all records, as it is: looking there is not noted.
        rows: matters as rows of lists, by id, for all pages; None where each module makes its own,
            since those of very many matters take much memory.
    """

    def __init__(
        self,
        archive: Archive,
        states: States,
        as_of: date,
        lang: Lang,
        presets: Presets,
        working_days: WorkingDays,
        config: SiteConfig = SiteConfig(),
        notes: Notes | None = None,
    ) -> None:
        self.archive = archive
        self.as_of = as_of
        self.lang: Lang = lang
        self.presets = presets
        self.working_days = working_days
        self.config = config
        self.notes = notes
        self.derived = Derived(archive, states, as_of, working_days)
        self._lines: Remembered[str, tuple[Link, ...]] = {}
        self.rows: Remembered[str, bytes] | None = None

    def in_(self, lang: Lang) -> Site:
        """The same site in another language; what was worked out once is shared."""
        other = Site(
            self.archive,
            self.derived.states,
            self.as_of,
            lang,
            self.presets,
            self.working_days,
            self.config,
            self.notes,
        )
        other.derived = self.derived
        return other

    @cached_property
    def states(self) -> Mapping[str, MatterState]:
        """Derived state of every matter that has one, by the matter's id."""
        states = self.derived.states
        return states if self.notes is None else _NotedStates(states, self.notes)

    def summary(self, matter: str) -> Summary:
        """A matter that has a state, in short; it follows from the matter alone."""
        if self.notes is not None:
            self.notes.one(matter)
        return self.derived.states.summaries[matter]

    @property
    def example_day(self) -> date | None:
        """The day on which the example is shown; a build in which it differs makes every page."""
        return self.derived.example_day

    def day_of(self, record: Record) -> date:
        """The day on which a record is shown: the site's, or the day of the example."""
        return day_of(record, self.as_of, self.example_day)

    def stands_still(self, record: Record) -> bool:
        """Whether a record is shown as of the example's day, which no later day changes."""
        return record.example and self.example_day is not None

    def day(self, *, example: bool) -> date:
        """The day on which real or example data are shown as a whole."""
        return self.derived.day(example=example)

    def work_out(self) -> None:
        """Work out now what else the first page would have to wait for."""
        _ = self.derived.caseload, self.derived.books, self.derived.months

    @property
    def overview(self) -> Overview:
        """Matters in order and in groups."""
        found: Overview = self._noted("overview")
        return found

    @property
    def caseload(self) -> Caseload:
        """Records of every other kind by place and body."""
        found: Caseload = self._noted("caseload")
        return found

    @property
    def books(self) -> Mapping[str, Book]:
        """Figures with their members, ``real`` and ``example`` apart; none without matters."""
        found: Mapping[str, Book] = self._noted("books")
        return found

    @property
    def months(self) -> Mapping[str, Months]:
        """Each month's events, ``real`` and ``example`` apart."""
        found: Mapping[str, Months] = self._noted("months")
        return found

    def _noted(self, name: str) -> Any:
        value = getattr(self.derived, name)
        return value if self.notes is None else Noted(value, way_to(name), self.notes)

    @cached_property
    def words(self) -> Words:
        """The site's own words."""
        return words_in(self.lang)

    def shows(self, record: Record) -> bool:
        """Whether a record has a page: every one but matters not yet raised on the site's day."""
        return self.has_page(record.kind, record.id)

    def has_page(self, kind: Kind, identifier: str) -> bool:
        """Whether a record has a page; whoever knows of it has asked the archive, which was noted."""
        return kind is not Kind.MATTER or identifier in self.derived.states

    def link(self, identifier: str | None) -> Link | None:
        """A link to a record of whatever kind; None where it has no page."""
        record = self.archive.find(identifier) if identifier is not None else None
        return link_to(record, self.lang) if record is not None and self.shows(record) else None

    def links(self, identifiers: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of the records that have a page, in the given order."""
        return tuple(filter(None, map(self.link, identifiers)))

    def links_to(self, records: Iterable[Record]) -> tuple[Link, ...]:
        """A link to each of the records that has a page."""
        return tuple(link_to(record, self.lang) for record in records if self.shows(record))

    def line(self, place: str) -> tuple[Link, ...]:
        """Links to a place and what it lies in, from the root down."""
        return self.remember(self._lines, place, lambda: self.links_to(self.archive.lineage(place)))

    def remember(self, kept: Remembered[K, T], key: K, make: Callable[[], T]) -> T:
        """Make a value once, for all pages that use it; what it is made of is noted for each."""
        if self.notes is not None:
            return self.notes.remember(kept, key, make)
        found = kept.get(key)
        if found is None:
            found = kept[key] = (make(), ())
        return found[0]

    def where(self, place: str) -> str:
        """A place in short: its name after its parent's, unless it begins with that already."""
        *_, parent, name = "", *(link.title for link in self.line(place))
        return name if not parent or name.startswith(parent) else f"{parent} {name}"

    def url(self, chinese: str) -> str:
        """The address of a page in this site's language, from its Chinese one."""
        return localized(chinese, self.lang)


class _NotedStates(Mapping[str, MatterState]):
    """States by id; a state's matter and the bodies that speak in it are noted."""

    def __init__(self, states: Mapping[str, MatterState], notes: Notes) -> None:
        self._states = states
        self._notes = notes

    def __getitem__(self, matter: str) -> MatterState:
        self._notes.one(matter)
        state = self._states[matter]
        for record in state.rests_on:
            self._notes.one(record)
        return state

    def __iter__(self) -> Iterator[str]:
        self._notes.kind(Kind.MATTER)
        return iter(self._states)

    def __len__(self) -> int:
        self._notes.kind(Kind.MATTER)
        return len(self._states)
