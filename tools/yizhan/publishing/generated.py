"""What publishing takes from a generator's output, and keeps so that the generator need not run again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from yizhan.loading import store
from yizhan.publishing.output import files_below
from yizhan.publishing.slots import has_slot, offered_slots, refuse_misplaced, refuse_unfilled
from yizhan.publishing.stylesheets import join_stylesheets
from yizhan.publishing.theme_files import drop_unused

FILE = f"{store.FOLDER}/frame.cache"
"""Where it lies, relative to the project's root."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A generator's output.

    Attributes:
        shells: HTML of each shell, by its address.
        pages: HTML of each page that has slots, not yet filled, by its address.
        sitemap: the generator's own sitemap; empty where it wrote none.
        files: every other file that belongs to the site.
    """

    shells: dict[str, str]
    pages: dict[str, str]
    sitemap: str
    files: list[str]


def collect(folder: Path, docs: Path) -> Generated:
    """Read a generator's output and take away what is no part of the site.

    Args:
        folder: what the generator wrote, changed in place.
        docs: the documents it was made of; whatever lies in their ``assets/`` stays.

    Raises:
        SlotError: a page has a slot that cannot be filled.
    """
    join_stylesheets(folder)
    drop_unused(folder, docs)
    shells, pages, files = {}, {}, []
    own = folder / "sitemap.xml"
    sitemap = own.read_text("utf-8") if own.exists() else ""
    for name in ("sitemap.xml", "sitemap.xml.gz", "search.json"):  # the last is Zensical's
        (folder / name).unlink(missing_ok=True)
    for path in sorted(files_below(folder)):
        url = path.removesuffix("index.html")
        if path.endswith("/shell/index.html"):
            shells[url] = (folder / path).read_text("utf-8")
            shutil.rmtree(folder / url)
        elif url != path and has_slot(html := (folder / path).read_text("utf-8")):
            refuse_misplaced(url, html)
            pages[url] = html
            (folder / path).unlink()  # written again, filled
        else:
            files.append(path)
    for url, html in shells.items():
        refuse_misplaced(url, html)
    refuse_unfilled(offered_slots(shells))  # records fill a shell as a whole
    return Generated(shells, pages, sitemap, files)


def recall(project: Path, key: bytes) -> Generated | None:
    """What was kept of the output that this key stands for."""
    value = store.recall(project / FILE, key)
    return None if value is None else Generated(*value)


def keep(project: Path, key: bytes, found: Generated) -> None:
    """Keep what publishing takes from an output."""
    value = (found.shells, found.pages, found.sitemap, found.files)
    store.keep(project / FILE, key, value)
