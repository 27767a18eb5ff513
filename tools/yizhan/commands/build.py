"""``yizhan build``: check, then write the whole site beside the old one, then swap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.loading import collector
from yizhan.model.finding import Finding
from yizhan.model.text import Text
from yizhan.publishing.assemble import assemble
from yizhan.publishing.generators import Generator, collect, generating
from yizhan.publishing.publish import Progress, make_site, publish, read_address
from yizhan.publishing.swap import beside, may_replace, swap


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended.

    Attributes:
        findings: what the checks found, sorted.
        pages: how many record pages were written; None where errors kept the site from being built.
        notices: what the village is told of the files that it laid over the package's.
    """

    findings: tuple[Finding, ...]
    pages: int | None
    notices: tuple[Text, ...] = ()


def build(
    root: Path,
    site: Path,
    as_of: date,
    generator: Generator = "mkdocs",
    progress: Progress = lambda _count, _done: None,
) -> Built:
    """Build the site of a project.

    The generator runs in its own process while records are read and checked; search is indexed in
    another while pages are written, those in English in yet another. Whatever happens, ``site`` is the old one or the new one, whole.

    Args:
        root: the folder that holds ``records/`` and ``mkdocs.yml``.
        site: the folder that the site is to be in.
        as_of: the day for which all statements hold.
        generator: what renders narrative pages and shells.
        progress: told now and then how many pages are written.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        PublishingError: a tool, a shell or ``mkdocs.yml`` is missing or broken, or ``site`` holds
            something else than a former site.
    """
    root, site = root.resolve(), site.resolve()
    may_replace(site, root)
    assembled = assemble(root)
    with beside(site) as fresh:
        with generating(generator, assembled.path, fresh) as generation:
            inspected = inspect(root, as_of)
            if any(finding.level.fails for finding in inspected.result.findings):
                return Built(inspected.result.findings, None, assembled.notices)
            address = read_address(root)
            with collector.paused():
                pages = make_site(inspected.loaded, as_of, address)
                pages.work_out()
            collector.keep()
            generation.wait()
            collect(generation, fresh)
        count = publish(root, fresh, pages, inspected.loaded, address, progress, parallel=True)
        swap(fresh, site)
    return Built(inspected.result.findings, count, assembled.notices)
