"""Writing many small files with few system calls."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class TakenError(PublishingError):
    """Two pages claim one address."""

    def __init__(self, url: str) -> None:
        super().__init__(TAKEN.format(url=url))


TAKEN = Text(
    "有两个页面都要用 /{url} 这个地址：请给 docs 里的那一页换个名字。",
    "Two pages claim the address /{url}: give the one in docs another name.",
)


@dataclass(slots=True)
class PageWriter:
    """Writes pages below a site's root; remembers which folders exist."""

    site: Path
    _made: set[str] = field(default_factory=set)

    def write(self, url: str, html: str) -> None:
        """Write the page at a site-relative address ending in ``/``.

        Raises:
            TakenError: something lies there already.
        """
        folder = f"{self.site}/{url}"
        self._make(folder.rstrip("/"))
        try:
            file = os.open(f"{folder}index.html", _FLAGS, 0o644)
        except FileExistsError as error:
            raise TakenError(url) from error
        try:
            raw = html.encode()
            while raw:
                raw = raw[os.write(file, raw) :]
        finally:
            os.close(file)

    def _make(self, folder: str) -> None:
        parent = folder.rpartition("/")[0]
        if parent not in self._made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        with suppress(FileExistsError):  # a section's own folder, which the generator made
            os.mkdir(folder)  # noqa: PTH102 - 50,000 of these; a Path for each is not free
