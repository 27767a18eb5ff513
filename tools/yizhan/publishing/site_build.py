"""One build of a site: what of the last one holds, the pages, and how they take their place."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yizhan.checking.engine import Inspected
from yizhan.checking.fingerprint import fingerprint
from yizhan.loading import collector
from yizhan.loading.arrangements import arrangements_digest
from yizhan.model.text import Lang
from yizhan.pages.notes import Notes
from yizhan.publishing import generated as frames
from yizhan.publishing import kept as memory
from yizhan.publishing.address import Address
from yizhan.publishing.assemble import documents
from yizhan.publishing.compiled import Compiled
from yizhan.publishing.generated import Generated
from yizhan.publishing.kept import Kept
from yizhan.publishing.output import Output, stamps
from yizhan.publishing.publish import Progress, make_site, publish
from yizhan.publishing.reuse import Source
from yizhan.publishing.swap import apply, swap

_LIBRARIES = ("pyyaml", "chinesecalendar", "jinja2", "markupsafe", "mkdocs", "mkdocs-material")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a build did.

    Attributes:
        files: how many files the site has.
        made: how many of them were made.
        written: how many of those are new or changed.
        removed: how many files of the former site are gone.
    """

    files: int
    made: int
    written: int
    removed: int


class SiteBuild:
    """One build.

    Args:
        project: the folder that holds ``records/`` and ``mkdocs.yml``.
        site: the folder the site is in.
        frame: stands for everything that the generator's output is made of, and for the generator.
        languages: in which the site is written.
        cached: use what the last build kept; it is renewed in any case.

    Attributes:
        notes: has to be the listener of the archive from which the site is made.
    """

    def __init__(
        self,
        project: Path,
        site: Path,
        frame: bytes,
        languages: tuple[Lang, ...],
        *,
        cached: bool = True,
    ) -> None:
        self.notes = Notes()
        self._languages = languages
        self._project = project
        self._site = site
        tool = fingerprint(("",), _LIBRARIES) + _node_stamp(project) + arrangements_digest(project)
        self._key = hashlib.blake2b(tool, digest_size=16).digest()
        self._frame_key = hashlib.blake2b(self._key + frame, digest_size=16).digest()
        self._compiled = Compiled(project)
        if cached:
            self._compiled.recall()
        self._former = memory.recall(project, site, self._key) if cached else None
        self._generated = None
        if self._former is not None:
            self._generated = frames.recall(project, self._frame_key)

    @property
    def needs_generator(self) -> bool:
        """Whether the generator has to run: the last build's output is not at hand."""
        return self._generated is None

    def publish(
        self,
        fresh: Path,
        inspected: Inspected,
        as_of: date,
        address: Address,
        wait: Callable[[], None],
        progress: Progress,
        *,
        parallel: bool,
    ) -> Counts:
        """Make the site and put it in its place.

        Args:
            fresh: a folder from ``swap.new_folder``; the generator wrote or writes into it.
            inspected: what was read, with ``notes`` as listener.
            as_of: the day for which all statements hold.
            address: where the site will be.
            wait: called when the generator's output is needed.
            progress: told how many files are made.
            parallel: whether a second process may be used.

        Raises:
            PublishingError: a tool or a shell is missing or broken.
        """
        with collector.paused():
            site = make_site(inspected, as_of, address, self.notes, self._former)
            site.work_out()
        if self._former is None:
            collector.keep()  # else the collector rests anyway, see commands/build.py
        found = self._collected(fresh, wait)
        output = self._output(fresh)
        read = (inspected.contents, inspected.loaded.files)
        now = self._generated is None
        about = (address, self._languages)
        source = Source(self._project, site, *read, *about, found, generated_now=now)
        kept = publish(source, output, self._former, progress, parallel=parallel)
        self._put_in_place(fresh, output)
        self._keep(kept, output, found, whole=source.is_kept)
        return Counts(len(output.named), output.made, output.written, len(output.removed))

    def _collected(self, fresh: Path, wait: Callable[[], None]) -> Generated:
        if self._generated is not None:
            return self._generated
        wait()
        return frames.collect(fresh, documents(self._project))

    def _output(self, fresh: Path) -> Output:
        """Where files go, and with what of the former site they are compared."""
        if self._former is None:
            return Output(fresh)
        return Output(fresh, self._site, self._former.files)

    def _put_in_place(self, fresh: Path, output: Output) -> None:
        if output.former is None:
            swap(fresh, self._site)
        elif output.changed or output.removed:
            apply(fresh, self._site, output.removed)
        else:
            shutil.rmtree(fresh)

    def _keep(self, kept: Kept, output: Output, found: Generated, *, whole: bool) -> None:
        if not whole:
            memory.forget(self._project)
            return
        kept.files = stamps(self._site, output)
        memory.keep(self._project, self._site, self._key, kept)
        self._compiled.keep()
        if self._generated is None:
            frames.keep(self._project, self._frame_key, found)


def _node_stamp(project: Path) -> bytes:
    """Which Node packs the index, and which Pagefind is installed."""
    found = []
    for path in (shutil.which("node"), project / "node_modules/pagefind/package.json"):
        try:
            status = Path(path or "").resolve().stat()
        except OSError:
            continue
        found.append((status.st_size, status.st_mtime_ns, status.st_ino))
    return repr(found).encode()
