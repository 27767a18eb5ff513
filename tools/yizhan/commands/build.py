"""``yizhan build``: check, then write the whole site beside the old one, then swap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.loading import collector
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.text import Text
from yizhan.publishing.address import read_address
from yizhan.publishing.assemble import assemble
from yizhan.publishing.former_site import may_replace
from yizhan.publishing.generators import Generator, collect, generating
from yizhan.publishing.publish import Progress
from yizhan.publishing.settings import site_folder
from yizhan.publishing.site_build import Counts, SiteBuild
from yizhan.publishing.swap import beside, clear_leftovers


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended.

    Attributes:
        findings: what the checks found, sorted.
        counts: what was made and written; None where errors kept the site from being built.
        notices: what there is to say of the files that the village laid over the package's, and of
            folders beside the site that a build seems to have left.
        site: the folder that the site is in.
    """

    findings: tuple[Finding, ...]
    counts: Counts | None
    notices: tuple[Text, ...] = ()
    site: Path = Path("site")


def build(  # long by what it says of its arguments; a part of it would need eight of them
    root: Path,
    site: Path | None,
    as_of: date,
    generator: Generator = "mkdocs",
    progress: Progress = lambda _count, _done: None,
    *,
    cached: bool = True,
    today: date | None = None,
) -> Built:
    """Build the site of a project.

    The generator runs in its own process while records are read and checked; search is indexed in
    another while pages are written, those in English in yet another. With what the last build kept,
    only what changed is made, and only files whose bytes changed are written. Whatever happens,
    ``site`` is in the end the old one or the new one, whole.

    Args:
        root: the folder that holds ``records/`` and ``mkdocs.yml``.
        site: the folder that the site is to be in; None for the one that ``mkdocs.yml`` names.
        as_of: the day for which all statements hold.
        generator: what renders narrative pages and shells.
        progress: called now and then with how many files are made.
        cached: use what the last build kept; it is renewed in any case.
        today: as for ``checking.engine.inspect``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        PublishingError: a tool, a shell or ``mkdocs.yml`` is missing or broken, or ``site`` holds
            something else than a former site.
    """
    root = root.resolve()
    site = (site_folder(root) if site is None else site).resolve()
    may_replace(site, root)
    assembled = assemble(root)
    notices = (*assembled.notices, *clear_leftovers(site))
    with beside(site) as fresh:
        frame = f"{generator} {assembled.digest}".encode()
        work = SiteBuild(root, site, frame, assembled.languages, cached=cached)
        with (
            _shells(generator, assembled.path, fresh, needed=work.needs_generator) as wait,
            # a collection would look through everything that was read, and find nothing
            nullcontext() if work.needs_generator else collector.paused(),
        ):
            inspected = inspect(root, as_of, cached=cached, listener=work.notes, today=today)
            if any(finding.fails for finding in inspected.result.findings):
                return Built(inspected.result.findings, None, notices, site)
            address = read_address(root)
            counts = work.publish(fresh, inspected, as_of, address, wait, progress, parallel=True)
    return Built(inspected.result.findings, counts, notices, site)


@contextmanager
def _shells(
    generator: Generator, project: Path, fresh: Path, *, needed: bool
) -> Iterator[Callable[[], None]]:
    """Run the generator meanwhile, if it is needed, and give what waits for it."""
    if not needed:
        yield lambda: None
        return
    with generating(generator, project, fresh) as generation:

        def wait() -> None:
            generation.wait()
            collect(generation, fresh)

        yield wait
