"""``make bench``: the table of figures, measured side by side in one run.

    python -m benchmarks [--sizes 4200,50000,200000] [--runs 3] [--work DIR] [-o FILE]

Rivals and Yizhan take turns (A B A B …), each figure is the median of its runs, and the slow parts
are in: a build is checking, rendering, the generator, and the search index.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.report import Results, write
from benchmarks.tasks import Bench


def main() -> None:
    """Run everything and write ``benchmarks/RESULTS.md``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="4200,50000,200000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, default=None, help="folder for the archives")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent / "RESULTS.md")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    project = Path(__file__).resolve().parents[1]
    os.environ.setdefault("PYTHONHASHSEED", "0")
    with tempfile.TemporaryDirectory(dir=options.work, prefix="yizhan-bench-") as folder:
        bench = Bench(project, Path(folder), options.runs)
        results = Results(sizes, options.runs)
        results.checks = bench.checks(sizes[0])
        for size in sizes:
            results.builds[size] = bench.builds(size)
        searched = sizes[1] if len(sizes) > 1 else sizes[0]
        results.search = bench.search(searched)
        results.page = bench.largest_page()
    write(results, options.output)


main()
