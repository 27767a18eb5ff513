"""Writing ``RESULTS.md``: every target of the design with what was measured, reached or not."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

from benchmarks.first_search import FirstSearch
from benchmarks.measure import Measured
from benchmarks.weight import Weight

PACKAGES = (
    "mkdocs-material",
    "mkdocs",
    "pyyaml",
    "jsonschema",
    "jsonschema-rs",
    "hugo",
    "check-jsonschema",
)
MB = 1_000_000


@dataclass
class Results:
    """Everything measured in one run."""

    runs: int
    checks: dict[str, Measured] = field(default_factory=dict)
    builds: dict[int, dict[str, Measured]] = field(default_factory=dict)
    search: FirstSearch | None = None
    weight: Weight | None = None
    page: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """One target of the design."""

    work: str
    ours: str
    against: str
    ratio: str
    target: str
    reached: bool | None


def write(results: Results, path: Path) -> None:
    """Write the table, with machine, versions and commit."""
    lines = [
        "# Results",
        "",
        (
            f"Measured {datetime.now(UTC):%Y-%m-%d} by `make bench`; medians of {results.runs} runs, "
            "commands taking turns. Memory is the peak of all processes of a command together."
        ),
        "",
        *_machine(),
        "",
        "| work | Yizhan | against | ratio | target | reached |",
        "|---|---|---|---|---|---|",
    ]
    for row in _rows(results):
        mark = {True: "yes", False: "**no**", None: "—"}[row.reached]
        lines.append(
            f"| {row.work} | {row.ours} | {row.against} | {row.ratio} | {row.target} | {mark} |"
        )
    lines += ["", *(f"- {note}" for note in results.notes)]
    lines += ["", *_figures(results)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figures(results: Results) -> list[str]:
    """Every run of every command."""
    lines = [
        "## Every figure",
        "",
        "| what | seconds (each run) | processor seconds | peak MB |",
        "|---|---|---|---|",
    ]
    groups = [results.checks, *results.builds.values()]
    names = ["check", *(f"{size:,} matters" for size in results.builds)]
    for name, group in zip(names, groups, strict=True):
        for what, measured in group.items():
            if not measured.runs:
                lines.append(f"| {name}: {what} | no figure | — | — |")
                continue
            each = ", ".join(f"{run.seconds:.2f}" for run in measured.runs)
            lines.append(
                f"| {name}: {what} | **{measured.seconds:.2f}** ({each}) | {measured.cpu:.2f} | "
                f"{measured.megabytes:.0f} |"
            )
    return lines


def _rows(results: Results) -> list[Row]:
    return [
        *_check_rows(results),
        *_build_rows(results),
        *_growth_rows(results),
        *_page_rows(results),
        *_weight_rows(results.weight),
    ]


def _check_rows(results: Results) -> list[Row]:
    cold, rival, again = results.checks.values()
    return [
        _faster(f"check {min(results.builds):,}, cold", cold, "check-jsonschema", rival, 12),
        _faster("check again, one file changed", again, "itself cold", cold, 8),
    ]


def _faster(work: str, ours: Measured, name: str, theirs: Measured, target: float) -> Row:
    if not theirs.runs:
        return _no_figure(work, ours, name, theirs)
    ratio = theirs.seconds / ours.seconds
    return Row(
        work,
        f"{ours.seconds:.2f} s",
        f"{name} {theirs.seconds:.2f} s",
        f"{ratio:.1f}× faster",
        f"≥ {target:g}× faster",
        ratio >= target,
    )


def _build_rows(results: Results) -> list[Row]:
    rows: list[Row] = []
    for size, group in results.builds.items():
        ours, again, *rivals = group.values()
        rows += _again_rows(size, again, ours)
        if not rivals:
            continue
        hugo = rivals[0]
        if not hugo.runs:
            rows.append(
                _no_figure(f"build {size:,}: time and memory", ours, "Hugo + Pagefind", hugo)
            )
            continue
        rows += [
            _at_most(f"build {size:,}: time", ours.seconds, hugo.seconds, "s", 0.5),
            _at_most(f"build {size:,}: processor time", ours.cpu, hugo.cpu, "s", None),
            _at_most(f"build {size:,}: memory", ours.megabytes, hugo.megabytes, "MB", 0.2),
        ]
    return rows


def _at_most(work: str, ours: float, theirs: float, unit: str, target: float | None) -> Row:
    form = ".2f" if unit == "s" else ".0f"
    return Row(
        work,
        f"{ours:{form}} {unit}",
        f"Hugo + Pagefind {theirs:{form}} {unit}",
        f"{ours / theirs:.2f}×",
        "—" if target is None else f"≤ {target:g}×",
        None if target is None else ours / theirs <= target,
    )


def _again_rows(size: int, again: Measured, ours: Measured) -> list[Row]:
    """A build after one changed record beside a full one: the target is that of the smallest size."""
    return [
        Row(
            f"build {size:,} after one record changed: {what}",
            f"{now:.2f} s",
            f"a full build {full:.2f} s",
            f"{now / full:.2f}×",
            "≤ 0.15×",
            now / full <= 0.15,
        )
        for what, now, full in (
            ("time", again.seconds, ours.seconds),
            ("processor time", again.cpu, ours.cpu),
        )
    ]


def _no_figure(work: str, ours: Measured, name: str, theirs: Measured) -> Row:
    said = " ".join(theirs.failed.split())[-120:]
    return Row(
        work,
        f"{ours.seconds:.2f} s, {ours.megabytes:.0f} MB",
        f"{name}: no figure ({said})",
        "—",
        "as at the smaller size",
        reached=False,
    )


_MEMORY_TARGETS = {50_000: 600, 200_000: 2_500}
"""Megabytes of all processes together, by number of matters."""


def _growth_rows(results: Results) -> list[Row]:
    sizes = sorted(results.builds)
    ours = {size: next(iter(results.builds[size].values())) for size in sizes}
    rows = [
        Row(
            f"memory at {size:,}",
            f"{ours[size].megabytes:.0f} MB",
            "—",
            "—",
            f"≤ {target:,} MB",
            ours[size].megabytes <= target,
        )
        for size, target in _MEMORY_TARGETS.items()
        if size in ours
    ]
    for smaller, larger in pairwise(sizes):
        linear = larger / smaller
        growth = ours[larger].cpu / ours[smaller].cpu
        rows.append(
            Row(
                f"growth {smaller:,} → {larger:,}: processor time",
                f"{growth:.2f}×",
                f"{linear:.2f}× the matters",
                f"{growth / linear:.2f}",
                "linear (≤ 1.15)",
                growth / linear <= 1.15,
            )
        )
    return rows


def _page_rows(results: Results) -> list[Row]:
    rows = [
        Row(
            "a matter's page (largest of the records)",
            f"{results.page / 1000:.1f} kB",
            "—",
            "—",
            "≤ 15 kB",
            results.page <= 15_000,
        )
    ]
    if results.search is not None:
        search = results.search
        rows += [
            Row(
                f"first search, {search.records:,} records: over the wire",
                f"{search.bytes_ / 1000:.0f} kB",
                "—",
                "—",
                "≤ 250 kB",
                search.bytes_ <= 250_000,
            ),
            Row(
                f"first search, {search.records:,} records: answer once loaded",
                f"{search.milliseconds_slowed:.0f} ms at a quarter of the speed",
                f"at full speed {search.milliseconds:.0f} ms; with loading "
                f"{search.milliseconds_all:.0f} ms",
                "—",
                "≤ 150 ms",
                search.milliseconds_slowed <= 150,
            ),
        ]
    return rows


def _weight_rows(weight: Weight | None) -> list[Row]:
    if weight is None:
        return []
    return [
        Row(
            f"pages and search of one language, {weight.matters:,} matters: bytes a matter",
            f"{weight.a_matter / 1000:.1f} kB",
            f"kB: {weight.said()}",
            "—",
            "≤ 15 kB",
            weight.a_matter <= 15_000,
        )
    ]


def _machine() -> list[str]:
    def installed(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "—"

    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    ).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    packages = ", ".join(f"{name} {installed(name)}" for name in PACKAGES)
    return [
        (
            f"- machine: {os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, "
            f"{platform.system()} {platform.release()}"
        ),
        f"- Python {platform.python_version()}, {packages}, Pagefind as in `package-lock.json`",
        f"- commit {commit}",
    ]
