"""Publishing: a built site of narrative pages and shells becomes the whole site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from yizhan.exports.data_files import write_data_files
from yizhan.exports.day_script import write_day_script
from yizhan.facts.states import derive_states
from yizhan.loading import Loaded
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.pages.catalogue import all_pages, all_slots
from yizhan.pages.page import Page
from yizhan.pages.site import Site, SiteConfig
from yizhan.publishing.attachments import copy_attachments
from yizhan.publishing.forked import forked
from yizhan.publishing.search import SearchIndex, Shard
from yizhan.publishing.search_page import search_slots
from yizhan.publishing.shells import Shell, load_shells, shell_for
from yizhan.publishing.sitemap import write_sitemap
from yizhan.publishing.slots import fill_slots, offered_slots, refuse_unfilled
from yizhan.publishing.writer import PageWriter

Progress = Callable[[int, bool], None]
"""Called with the number of pages written so far, and whether everything is done."""

_SITE_URL = re.compile(r"""^site_url\s*:\s*["']?([^"'\s#]+)""", re.MULTILINE)
_REPO_URL = re.compile(r"""^repo_url\s*:\s*["']?([^"'\s#]+)""", re.MULTILINE)
_REPORT_EVERY = 200
_LARGEST_TWICE = 100_000
"""Records up to which a second process may hold them all again: 20 kB each."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site and its sources are, as ``mkdocs.yml`` says.

    Attributes:
        site: absolute, ending in ``/``; None where the site has no address yet.
        repository: the public repository; None where there is none.
    """

    site: str | None = None
    repository: str | None = None

    @property
    def pages(self) -> SiteConfig:
        """What pages need of it: where a record's file is edited and where its history is."""
        if self.repository is None:
            return SiteConfig()
        dash = "/-" if "gitlab" in urlsplit(self.repository).netloc else ""
        base = f"{self.repository}{dash}"
        return SiteConfig(f"{base}/edit/main/", f"{base}/commits/main/")


def read_address(project: Path) -> Address:
    """Read ``site_url`` and ``repo_url`` from ``mkdocs.yml`` without the generator.

    The generator reads the same two lines; both are plain strings in every project.
    """
    text = (project / "mkdocs.yml").read_text("utf-8")
    site, repository = _SITE_URL.search(text), _REPO_URL.search(text)
    return Address(
        None if site is None else site[1].rstrip("/") + "/",
        None if repository is None else repository[1].rstrip("/"),
    )


def make_site(loaded: Loaded, as_of: date, address: Address) -> Site:
    """The Chinese site of everything that was read, as it stands on a day."""
    presets, calendar = load_presets(), official_calendar()
    states = derive_states(loaded.archive, presets, as_of, calendar)
    return Site(loaded.archive, states, as_of, "zh", presets, calendar, address.pages)


def publish(
    project: Path,
    built: Path,
    site: Site,
    loaded: Loaded,
    address: Address,
    progress: Progress = lambda _count, _done: None,
    *,
    parallel: bool = False,
) -> int:
    """Write every record's page, the search index and the sitemap into a built site.

    Args:
        project: the folder that holds ``records/`` and ``node_modules/``.
        built: the generator's output, changed in place.
        site: the Chinese site.
        loaded: what was read; its attachments are copied.
        address: where the site will be.
        progress: told how many pages are written, now and then.
        parallel: write the English pages in a second process. Not where other threads run.

    Returns:
        How many pages were written.

    Raises:
        ShellError: a shell is missing or has no place for the content.
        SearchToolError: Node or Pagefind is missing or failed.
        SlotError: a document offers a slot that nothing fills, or the other way round.
    """
    english = site.in_("en")
    shells = load_shells(built)
    offered = offered_slots(built)
    records = len(site.archive.records)

    def write_english() -> tuple[list[str], dict[str, set[str]]]:
        urls = [page.url for page in _written(built, english, shells)]
        return urls, fill_slots(built, all_slots(english))

    urls: list[str] = []
    with (
        forked(write_english, parallel=parallel and records <= _LARGEST_TWICE) as english_done,
        SearchIndex(project, built, records) as index,
    ):
        for page in _written(built, site, shells):
            index.add(page)
            urls.append(page.url)
            if len(urls) % _REPORT_EVERY == 0:
                progress(len(urls), False)
        index.close()
        filled = fill_slots(built, all_slots(site))
        copy_attachments(project, built, loaded.files)
        write_data_files(built, site.books, site.as_of)
        states = site.states.values()
        write_day_script(built, site.as_of, states, site.working_days, ("zh", "en"))
        english_urls, english_filled = english_done()
        urls += english_urls
        shards = index.finish()
    searches = _finish(built, site, english, shards)
    refuse_unfilled(offered, filled, english_filled, *searches)
    write_sitemap(built, address.site, urls)
    progress(len(urls), True)
    return len(urls)


def _written(built: Path, site: Site, shells: Mapping[str, Shell]) -> Iterator[Page]:
    """Write the pages of one language one by one, and give each."""
    writer = PageWriter(built)
    for page in all_pages(site):
        writer.write(page.url, shell_for(shells, page).fill(page))
        yield page


def _finish(
    built: Path, site: Site, english: Site, shards: list[Shard]
) -> list[dict[str, set[str]]]:
    """Fill the search pages and take away what only the build needed; says what was filled."""
    filled = [fill_slots(built, search_slots(each, shards)) for each in (site, english)]
    for folder in sorted(built.glob("**/shell")):
        shutil.rmtree(folder)
    (built / "search.json").unlink(missing_ok=True)  # Zensical's own index, which no page loads
    return filled
