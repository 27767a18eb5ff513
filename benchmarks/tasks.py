"""What is measured: checking, building, searching, the size of a page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import rivals
from benchmarks.first_search import FirstSearch, first_search
from benchmarks.measure import CommandFailedError, Measured, Run, run
from benchmarks.synthetic import in_languages, write_archive
from benchmarks.weight import Weight, weigh

from yizhan.loading import load

LARGEST_WITH_HUGO = 20_000
"""Above this size only Yizhan is measured: at 50,000 Pagefind's own indexing of Hugo's pages took more
than 18 GB and was ended by the system."""

LARGEST_WITH_MATERIAL = 5_000
"""MkDocs Material takes minutes above this size; what it shows is shown by then."""

AS_OF = "2026-06-30"
OWN_AS_OF = "2026-11-21"
YIZHAN = str(Path(sys.executable).parent / "yizhan")


@dataclass(frozen=True, slots=True)
class Job:
    """One command to measure and what must happen before each of its runs."""

    name: str
    steps: Sequence[Sequence[str]]
    cwd: Path
    before: str | None = None


class Bench:
    """The measurements on one machine.

    Args:
        project: the checkout.
        work: an empty folder for archives and sites.
        runs: how often each command runs; medians are quoted.
    """

    def __init__(self, project: Path, work: Path, runs: int) -> None:
        self.project = project
        self.work = work
        self.runs = runs
        self._changes = 0

    def checks(self, size: int) -> dict[str, Measured]:
        """Checking cold, again with one changed file, and schemas only with check-jsonschema."""
        archive = self._archive(size)
        rival = rivals.schema_only(archive, rivals.clear(self.work / "schema"))
        check = [YIZHAN, "check", "--as-of", AS_OF]
        return self._alternate(
            [
                Job("yizhan check, cold", [[*check, "--no-cache"]], archive),
                Job(rival.name, rival.steps, rival.cwd),
                Job("yizhan check, one file changed", [check], archive, before="change one"),
            ]
        )

    def builds(self, size: int) -> dict[str, Measured]:
        """The whole site with search; rivals beside it as far as they come."""
        archive = self._archive(size)
        build = [YIZHAN, "build", "--as-of", AS_OF]
        jobs = [
            Job("yizhan build", [build], archive, before="start afresh"),
            Job("yizhan build, one record changed", [build], archive, before="change one"),
        ]
        found = []
        if size <= LARGEST_WITH_HUGO:
            loaded = load(archive).archive
            found += [rivals.hugo(loaded, rivals.clear(self.work / f"hugo-{size}"), self.project)]
            if size <= LARGEST_WITH_MATERIAL:
                found += [rivals.material(loaded, rivals.clear(self.work / f"mkdocs-{size}"))]
            del loaded
        jobs += [Job(rival.name, rival.steps, rival.cwd) for rival in found]
        measured = self._alternate(jobs)
        for job in jobs[2:]:
            shutil.rmtree(job.cwd)
        return measured

    def search(self, size: int) -> FirstSearch:
        """What a phone loads for its first search, and how long the answer takes."""
        return first_search(self._archive(size) / "site", size)

    def weight(self, size: int) -> Weight:
        """What the site weighs in one language, as a new village has it."""
        archive, site = self._archive(size), self.work / f"one-language-{size}"
        settings = archive / "mkdocs.yml"
        both = settings.read_text(encoding="utf-8")
        settings.write_text(in_languages(both, "zh"), encoding="utf-8")
        try:
            run([[YIZHAN, "build", "--as-of", AS_OF, "--site-dir", str(site)]], archive)
            return weigh(site, size)
        finally:
            settings.write_text(both, encoding="utf-8")
            shutil.rmtree(site, ignore_errors=True)

    def largest_page(self) -> int:
        """Bytes of HTML of the largest matter page of the project's own records."""
        site = self.work / "own-site"
        run([[YIZHAN, "build", "--as-of", OWN_AS_OF, "--site-dir", str(site)]], self.project)
        return max(
            path.stat().st_size
            for path in (site / "matters").glob("2*/index.html")
            if path.parent.name[4:5].isdigit() or "-" in path.parent.name
        )

    def _archive(self, size: int) -> Path:
        archive = self.work / f"archive-{size}"
        if not archive.exists():
            _say(f"writing an archive of {size} matters")
            write_archive(self.project, archive, size)
        return archive

    def _alternate(self, jobs: Sequence[Job]) -> dict[str, Measured]:
        found: dict[str, list[Run]] = {job.name: [] for job in jobs}
        failed: dict[str, str] = {}
        for turn in range(self.runs):
            for job in jobs:
                if job.name in failed:
                    continue
                self._prepare(job)
                try:
                    result = run(job.steps, job.cwd)
                except CommandFailedError as error:
                    if job.cwd.name.startswith("archive"):
                        raise
                    failed[job.name] = str(error)
                    _say(f"{job.name} failed: {error}")
                    continue
                _say(
                    f"{turn + 1}/{self.runs} {job.name}: {result.seconds:.2f} s, "
                    f"{result.cpu:.2f} s of processor time, {result.megabytes:.0f} MB"
                )
                found[job.name].append(result)
        return {
            name: Measured(() if name in failed else tuple(runs), failed.get(name, ""))
            for name, runs in found.items()
        }

    def _prepare(self, job: Job) -> None:
        if job.before == "change one":
            self._change_one(job)
        elif job.before == "start afresh":
            for left in ("site", ".yizhan"):
                shutil.rmtree(job.cwd / left, ignore_errors=True)

    def _change_one(self, job: Job) -> None:
        """Fill the cache as a clerk's earlier check or build did, then change one matter."""
        run(job.steps, job.cwd)
        self._changes += 1
        matters = sorted((job.cwd / "records" / "matters").rglob("*.yaml"))
        file = matters[self._changes * 37 % len(matters)]
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("title: ", f"title: 改{self._changes}", 1), encoding="utf-8")


def _say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)
