"""Files beside the pages: figures for programs, attachments, the sitemap."""

from __future__ import annotations

import time
from collections.abc import Iterable

from yizhan.exports.data_files import FIGURES, data_files
from yizhan.exports.day_script import DAY_SCRIPT, day_script
from yizhan.pages.notes import Digest
from yizhan.publishing.attachments import attachments
from yizhan.publishing.output import Output
from yizhan.publishing.reuse import Reuse, Source
from yizhan.publishing.sitemap import is_sitemap, sitemap_files

_TICK_NS = 50_000_000
"""Disks count time in steps: what changed less than this ago may change again unseen."""


class SideFiles:
    """Writes them where what they are made of changed.

    Attributes:
        digests: of what they, and all pages, are made of.
        attachments: stamps of what was copied.
    """

    def __init__(self, source: Source, output: Output, reuse: Reuse) -> None:
        self._source = source
        self._output = output
        self._reuse = reuse
        self._since = time.time_ns() - _TICK_NS
        self.digests: dict[str, Digest] = dict(reuse.frame)
        self.attachments: dict[str, tuple[int, ...]] = {}

    def write(self) -> None:
        """Write figures, the day and attachments."""
        self._figures()
        self._day()
        for path, address in attachments(self._source.files):
            self._attachment(path, address)

    def _figures(self) -> None:
        books = self._source.site.derived.books
        made_of = [
            (
                data,
                book.sheet.vague,
                book.figures,
                [(table.pooled, table.rows) for table in book.tables],
            )
            for data, book in books.items()
        ]
        digest = self.digests[FIGURES] = self._reuse.digester.of((self.digests["day"], made_of))
        if self._reuse.same(FIGURES, digest):
            self._output.keep(FIGURES)
            return
        for path, raw in data_files(books, self._source.site.as_of):
            self._output.write(path, raw)

    def _day(self) -> None:
        """Write the one file that tells the pages the day; making it costs less than comparing."""
        derived = self._source.site.derived
        matters, calendar = derived.states.summaries.values(), derived.working_days
        text = day_script(derived.as_of, matters, calendar, self._source.languages)
        self._output.write(DAY_SCRIPT, text.encode())

    def _attachment(self, path: str, address: str) -> None:
        file = self._source.project / path
        status = file.stat()
        stamp = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        if self._reuse.attachments.get(path) == stamp and address in self._output.files:
            self._output.keep(address)
        else:
            self._output.write(address, file.read_bytes())
        if max(status.st_mtime_ns, status.st_ctime_ns) < self._since:
            self.attachments[path] = stamp

    def write_sitemap(self, urls: Iterable[str]) -> None:
        """Write the sitemap of all pages.

        Args:
            urls: addresses of record pages.
        """
        generated, address = self._source.generated, self._source.address.site
        listed = sorted(urls)
        made_of = "\n".join((generated.sitemap, address or "", *listed))
        digest = self.digests["sitemap"] = self._reuse.digester.of(made_of)
        if self._reuse.same("sitemap", digest):
            for path in filter(is_sitemap, self._output.files):
                self._output.keep(path)
            return
        for path, raw in sitemap_files(generated.sitemap, address, listed):
            self._output.write(path, raw)
