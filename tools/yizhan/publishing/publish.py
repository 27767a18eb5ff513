"""Publishing: a built site of narrative pages and shells becomes the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from yizhan.checking.engine import Inspected
from yizhan.facts.states import States
from yizhan.loading.presets import load_presets
from yizhan.pages.notes import Notes
from yizhan.pages.rendering import CODE
from yizhan.pages.site import Site
from yizhan.publishing import kept_summaries as summaries
from yizhan.publishing.address import Address
from yizhan.publishing.forked import forked
from yizhan.publishing.former_site import LIST, listed
from yizhan.publishing.kept import Kept, ways_now
from yizhan.publishing.language import LanguageDone, PublishedLanguage
from yizhan.publishing.output import Output
from yizhan.publishing.reuse import Reuse, Source
from yizhan.publishing.search import LINES, SearchIndex
from yizhan.publishing.search_page import search_slots
from yizhan.publishing.search_shards import Shard
from yizhan.publishing.side_files import SideFiles
from yizhan.publishing.slots import Names, fill_slots, names_of, offered_slots, refuse_unfilled

Progress = Callable[[int, bool], None]
"""Called with the number of pages written so far, and whether everything is done."""

_LARGEST_TWICE = 30_000
"""Records up to which a second process makes the English pages. At 20,000 matters a first build took 79 s
with it and 104 without, and 568 MB in place of 375; in larger archives memory counts for more."""


def make_site(
    inspected: Inspected,
    as_of: date,
    address: Address,
    notes: Notes | None = None,
    former: Kept | None = None,
) -> Site:
    """The Chinese site of everything that was read, as it stands on a day.

    Args:
        inspected: what was read.
        as_of: the day.
        address: where the site and its sources are.
        notes: notes what pages are made of; the archive's listener.
        former: what the last build kept: summaries that still hold are not made again.
    """
    loaded, contents = inspected.loaded, inspected.contents
    presets, calendar = load_presets(), inspected.calendar
    known = summaries.known(former, contents, summaries.basis(loaded.archive, contents, as_of))
    states = States(loaded.archive, presets, as_of, calendar, known)
    return Site(loaded.archive, states, as_of, "zh", presets, calendar, address.pages, notes)


def publish(
    source: Source,
    output: Output,
    former: Kept | None,
    progress: Progress = lambda _count, _done: None,
    *,
    parallel: bool = False,
) -> Kept:
    """Give a site all of its files: pages, search index, data, attachments, sitemap.

    Args:
        source: what it is made of.
        output: where files go.
        former: what the last build kept, if it is worth something.
        progress: told how many files are made, now and then.
        parallel: make the English pages, if there are any, in a second process. Not where other threads run.

    Returns:
        What the next build may use; the stamps of the files are still missing.

    Raises:
        ShellError: a shell is missing or has no place for the content.
        SearchToolError: Node or Pagefind is missing or failed.
        SlotError: a document offers a slot that nothing fills, or the other way round.
    """
    reuse = Reuse(source, former)
    _take_over(source, output)
    side = SideFiles(source, output, reuse)
    shards = former.shards if former is not None else {}
    lines = source.project / LINES
    with SearchIndex(source.project, output, len(source.contents), shards, lines) as index:
        twice = parallel and former is None and len(source.contents) <= _LARGEST_TWICE
        done = _languages(source, output, reuse, index, progress, side, parallel=twice)
        found = index.finish()
    filled = [*(each.filled for each in done.values()), *_search_pages(source, output, found)]
    refuse_unfilled(offered_slots(source.generated.pages), *filled)
    side.write_sitemap(url for each in done.values() for url in each.kept.urls)
    output.write(LIST, listed(output.named))
    progress(output.made, True)
    return _to_keep(source, former, reuse, index, side, done)


def _take_over(source: Source, output: Output) -> None:
    """Let the files of the generator be the site's: those it has just made, or those of before."""
    take = output.take if source.generated_now else output.keep
    for path in source.generated.files:
        take(path)


def _to_keep(
    source: Source,
    former: Kept | None,
    reuse: Reuse,
    index: SearchIndex,
    side: SideFiles,
    done: Mapping[str, LanguageDone],
) -> Kept:
    """Put together what the next build may use; a large archive keeps no summaries."""
    site, contents = source.site, source.contents
    pages = {lang: each.kept for lang, each in done.items()}
    ways = dict(ways_now(pages.values(), site.derived, reuse.digester))
    basis = summaries.basis(site.archive, contents, site.as_of)
    short = {}
    if source.is_kept:
        short = summaries.to_keep(former, contents, basis, site.derived.states.summaries)
    rest = (index.kept, side.digests, side.attachments, basis, short)
    return Kept({}, pages, ways, reuse.records, *rest)


def _languages(
    source: Source,
    output: Output,
    reuse: Reuse,
    index: SearchIndex,
    progress: Progress,
    side: SideFiles,
    *,
    parallel: bool,
) -> dict[str, LanguageDone]:
    """Write the Chinese pages and what lies beside them, and the English ones meanwhile or after."""
    chinese, *others = source.sites

    def write_others() -> dict[str, LanguageDone]:
        written: dict[str, LanguageDone] = {}
        for site in others:
            written[site.lang] = PublishedLanguage(site, source, reuse, output).write()
        return written

    with forked(write_others, parallel=parallel and bool(others)) as others_done:
        first = PublishedLanguage(chinese, source, reuse, output, index, progress).write()
        side.write()
        done: dict[str, LanguageDone] = {"zh": first, **others_done()}
    for each in done.values():
        output.add(each.named, each.made, each.changed)
        CODE.update(each.code)
    return done


def _search_pages(source: Source, output: Output, shards: Sequence[Shard]) -> Iterator[Names]:
    """Fill the search page of each language, which names the shards."""
    for site in source.sites:
        slots = search_slots(site, shards)
        for url, html in fill_slots(source.generated.pages, slots):
            output.write(f"{url}index.html", html.encode())
        yield names_of(slots)
