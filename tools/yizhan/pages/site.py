"""What every page is made from: the archive, the derived states, a date, a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yizhan.facts.caseload import Caseload, caseload
from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.example_day import day_of, day_of_data, example_day
from yizhan.facts.matter_state import MatterState
from yizhan.facts.metrics import Book, book, measure
from yizhan.facts.monthly import Months
from yizhan.facts.overview import Overview, overview
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.presets import Presets
from yizhan.model.record import Record
from yizhan.model.text import Lang
from yizhan.model.vocabulary import Kind
from yizhan.pages.links import Link, link_to, localized
from yizhan.wording.words import Words, words_in


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
    per_page: int = 50


class Site:
    """Everything a page module may read.

    ``example_day`` is the day on which the example is shown; None where the example names none.

    Args:
        archive: every record, presets included.
        states: derived state of every matter whose procedure is known, by the matter's id.
        as_of: the day all statements hold for.
        lang: the language of the site's own words.
        presets: what ships with the tool.
        working_days: to say how many are left.
    """

    def __init__(
        self,
        archive: Archive,
        states: Mapping[str, MatterState],
        as_of: date,
        lang: Lang,
        presets: Presets,
        working_days: WorkingDays,
        config: SiteConfig = SiteConfig(),
    ) -> None:
        self.archive = archive
        self.states = states
        self.as_of = as_of
        self.lang: Lang = lang
        self.presets = presets
        self.working_days = working_days
        self.config = config
        self.example_day = example_day(archive.of(Place), as_of)
        self._lines: dict[str, tuple[Link, ...]] = {}

    def in_(self, lang: Lang) -> Site:
        """The same site in another language; what was worked out once is shared."""
        other = Site(
            self.archive,
            self.states,
            self.as_of,
            lang,
            self.presets,
            self.working_days,
            self.config,
        )
        other.__dict__["overview"] = self.overview
        other.__dict__["caseload"] = self.caseload
        other.__dict__["books"] = self.books
        other.__dict__["months"] = self.months
        return other

    def day_of(self, record: Record) -> date:
        """The day on which a record is shown: the site's, or the day of the example."""
        return day_of(record, self.as_of, self.example_day)

    def stands_still(self, record: Record) -> bool:
        """Whether a record is shown as of the example's day, which no later day changes."""
        return record.example and self.example_day is not None

    def day(self, *, example: bool) -> date:
        """The day on which real or example data are shown as a whole."""
        return day_of_data(self.as_of, self.example_day, example=example)

    def work_out(self) -> None:
        """Work out now what else the first page would have to wait for."""
        _ = self.caseload, self.books, self.months

    @cached_property
    def overview(self) -> Overview:
        """Matters in order and in groups."""
        return overview(self.archive, self.states, self.as_of)

    @cached_property
    def caseload(self) -> Caseload:
        """Records of every other kind by place and body."""
        matters = (*self.overview.real, *self.overview.example)
        return caseload(self.archive, self.states, matters, self.as_of)

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """Figures with their members, ``real`` and ``example`` apart; none without matters."""
        found = {}
        for data, matters in (("real", self.overview.real), ("example", self.overview.example)):
            if matters or data == "real":
                sheet = measure(matters, self.states, self.day(example=data == "example"))
                found[data] = book(self.archive, sheet, self.states)
        return found

    @cached_property
    def months(self) -> Mapping[str, Months]:
        """Each month's events, ``real`` and ``example`` apart."""
        return {
            data: Months(
                self.archive,
                matters,
                [each for each in self.archive.meetings if each.example is (data == "example")],
                self.states,
                self.day(example=data == "example"),
                self.working_days,
            )
            for data, matters in (("real", self.overview.real), ("example", self.overview.example))
        }

    @cached_property
    def words(self) -> Words:
        """The site's own words."""
        return words_in(self.lang)

    def shows(self, record: Record) -> bool:
        """Whether a record has a page: every one but matters not yet raised on the site's day."""
        return record.kind is not Kind.MATTER or record.id in self.states

    def link(self, identifier: str | None) -> Link | None:
        """A link to a record of whatever kind; None where it has no page."""
        record = self.archive.find(identifier) if identifier is not None else None
        return link_to(record, self.lang) if record is not None and self.shows(record) else None

    def links(self, identifiers: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of the records that have a page, in the given order."""
        found = (self.link(identifier) for identifier in identifiers)
        return tuple(link for link in found if link is not None)

    def links_to(self, records: Iterable[Record]) -> tuple[Link, ...]:
        """A link to each of the records that has a page."""
        return tuple(link_to(record, self.lang) for record in records if self.shows(record))

    def line(self, place: str) -> tuple[Link, ...]:
        """Links to a place and what it lies in, from the root down."""
        found = self._lines.get(place)
        if found is None:
            found = self._lines[place] = self.links_to(self.archive.lineage(place))
        return found

    def where(self, place: str) -> str:
        """A place in short: its name after its parent's, unless it begins with that already."""
        *_, parent, name = "", *(link.title for link in self.line(place))
        return name if not parent or name.startswith(parent) else f"{parent} {name}"

    def url(self, chinese: str) -> str:
        """The address of a page in this site's language, from its Chinese one."""
        return localized(chinese, self.lang)
