"""``make bench``: the table of figures, measured side by side in one run.

    python -m benchmarks [--sizes 4200,20000,50000,200000] [--runs 3] [--work DIR] [-o FILE]

``--work`` names a folder for archives and sites; archives found there are used again. A folder in
memory keeps the disk's unevenness out, for every tool alike.

Rivals and Yizhan take turns (A B A B …), each figure is the median of its runs, and the slow parts
are in: a build is checking, rendering, the generator, and the search index.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Results, write
from benchmarks.tasks import Bench


def main() -> None:
    """Run everything and write ``benchmarks/RESULTS.md``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="4200,20000,50000,200000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, default=None, help="folder for the archives")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent / "RESULTS.md")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    project = Path(__file__).resolve().parents[1]
    os.environ.setdefault("PYTHONHASHSEED", "0")
    with _folder(options.work) as folder:
        bench = Bench(project, folder, options.runs)
        results = Results(options.runs, page=bench.largest_page())
        results.checks = bench.checks(sizes[0])
        for number, size in enumerate(sizes):
            results.builds[size] = bench.builds(size)
            if size == 50_000 or (50_000 not in sizes and number == len(sizes) - 1):
                results.search = bench.search(size)
                results.weight = bench.weight(size)
            write(results, options.output)  # a run that is cut short leaves what it has


@contextmanager
def _folder(work: Path | None) -> Iterator[Path]:
    if work is not None:
        work.mkdir(parents=True, exist_ok=True)
        yield work.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="yizhan-bench-") as folder:
        yield Path(folder)


main()
