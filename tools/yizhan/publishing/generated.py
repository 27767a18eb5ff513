"""What publishing takes from a generator's output, and keeps so that the generator need not run again."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yizhan.loading import store
from yizhan.publishing.output import files_below
from yizhan.publishing.slots import has_slot

FILE = f"{store.FOLDER}/frame.cache"
"""Where it lies, relative to the project's root."""

_INPUTS = ("docs", "overrides")
_CONFIG = "mkdocs.yml"


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


def collect(folder: Path) -> Generated:
    """Read a generator's output and take away what is no part of the site."""
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
            pages[url] = html
            (folder / path).unlink()  # written again, filled
        else:
            files.append(path)
    return Generated(shells, pages, sitemap, files)


def digest_of(project: Path, generator: str) -> bytes:
    """A digest of everything that a generator's output is made of, but for the tool itself."""
    digest = hashlib.blake2b(generator.encode(), digest_size=16)
    for path in _inputs(project):
        raw = (project / path).read_bytes()
        digest.update(f"\n{path} {len(raw)}\n".encode() + raw)
    return digest.digest()


def _inputs(project: Path) -> Iterator[str]:
    if (project / _CONFIG).is_file():  # the generator says what to do where it is missing
        yield _CONFIG
    for folder in _INPUTS:
        if (project / folder).is_dir():
            for path in sorted(files_below(project / folder)):
                yield f"{folder}/{path}"


def recall(project: Path, key: bytes) -> Generated | None:
    """What was kept of the output that this key stands for."""
    value = store.recall(project / FILE, key)
    return None if value is None else Generated(*value)


def keep(project: Path, key: bytes, found: Generated) -> None:
    """Keep what publishing takes from an output."""
    value = (found.shells, found.pages, found.sitemap, found.files)
    store.keep(project / FILE, key, value)
