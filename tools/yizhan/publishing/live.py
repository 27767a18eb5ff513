"""A site that a live server shows: published into its folder, and after an edit only what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.loading.working_days import OfficialCalendar
from yizhan.model.text import Lang
from yizhan.pages.notes import Notes
from yizhan.publishing import generated as frames
from yizhan.publishing.address import Address
from yizhan.publishing.assemble import assemble, documents
from yizhan.publishing.compiled import Compiled
from yizhan.publishing.kept import Kept
from yizhan.publishing.output import Output, stamps, unchanged
from yizhan.publishing.publish import make_site, publish
from yizhan.publishing.reuse import Source
from yizhan.publishing.swap import apply, beside


class LiveSite:
    """What one server process remembers of the site it shows; nothing of it but compiled templates is written down.

    Args:
        project: the folder that holds ``records/`` and ``mkdocs.yml``.
        built: the generator's folder.
    """

    def __init__(self, project: Path, built: Path) -> None:
        self._project = project
        self._built = built
        self._frame = ""
        self._languages: tuple[Lang, ...] = ()
        self._generated: frames.Generated | None = None
        self._kept: Kept | None = None
        self._calendar: OfficialCalendar | None = None

    def publish(self, as_of: date, address: Address) -> None:
        """Complete what the generator has just written.

        Raises:
            PublishingError: a tool or a shell is missing or broken.
        """
        self._kept = None
        compiled = Compiled(self._project)
        compiled.recall()
        assembled = assemble(self._project)
        self._frame, self._languages = assembled.digest, assembled.languages
        self._generated = frames.collect(self._built, documents(self._project))
        self._publish(Output(self._built), self._generated, as_of, address)
        compiled.keep()

    def moved(self, to: Path) -> None:
        """Say that the whole site was given another name."""
        self._built = to

    def refresh(self, as_of: date, address: Address) -> bool:
        """Bring the site up to date with the records, without the generator.

        Returns:
            Whether that was enough; if not, the generator has to run and ``publish`` after it.

        Raises:
            PublishingError: a tool is missing or broken.
        """
        kept, found = self._kept, self._generated
        if kept is None or found is None or not unchanged(self._built, kept.files):
            return False
        if assemble(self._project).digest != self._frame:
            return False
        with beside(self._built) as fresh:
            output = Output(fresh, self._built, kept.files)
            self._publish(output, found, as_of, address)
        return True

    def _publish(
        self, output: Output, found: frames.Generated, as_of: date, address: Address
    ) -> None:
        notes = Notes()
        inspected = inspect(self._project, as_of, listener=notes)
        # days are counted otherwise once a year's arrangement comes in: nothing kept holds then
        same = self._calendar in (None, inspected.calendar)
        former, self._calendar = self._kept if same else None, inspected.calendar
        site = make_site(inspected, as_of, address, notes, former)
        site.work_out()
        now = self._kept is None
        read = (inspected.contents, inspected.loaded.files)
        about = (address, self._languages)
        source = Source(self._project, site, *read, *about, found, generated_now=now)
        kept = publish(source, output, former)
        if not now:
            apply(output.fresh, self._built, output.removed)
        kept.files = stamps(self._built, output)
        self._kept = kept
