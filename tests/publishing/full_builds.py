"""Builds from nothing, which a build after an edit has to equal byte for byte, in what it keeps as well."""

from __future__ import annotations

import shutil
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from yizhan.commands import build as build_command
from yizhan.pages import rendering
from yizhan.publishing.assemble import assemble
from yizhan.publishing.forked import forked
from yizhan.publishing.generators import Generator, generating
from yizhan.publishing.kept import FILE as KEPT
from yizhan.publishing.kept import recall, unpacked
from yizhan.publishing.search import LINES
from yizhan.publishing.site_build import SiteBuild

from .conftest import AS_OF, COMPILED, tree, yizhan

OUTPUTS = Path()
"""What the generator made of each frame, by the digest of the assembled project."""


def build(project: Path, *options: str, as_of: str = AS_OF, site: str = "site") -> str:
    done = yizhan(project, "build", "--as-of", as_of, "--site-dir", site, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def _generated(
    generator: Generator, project: Path, fresh: Path, *, needed: bool
) -> Iterator[Callable[[], None]]:
    """What the generator makes of a project; of the same one it is not asked twice."""
    assert needed
    output = OUTPUTS / assemble(project.parents[1]).digest
    if output.is_dir():
        shutil.copytree(output, fresh, dirs_exist_ok=True)
        yield lambda: None
        return
    with generating(generator, project, fresh) as generation:

        def wait() -> None:
            generation.wait()
            shutil.copytree(fresh, output)

        yield wait


def build_in_full(project: Path, as_of: str) -> None:
    """Build into ``full/`` from nothing, as ``yizhan build --full`` does.

    In a fork of this process, which has everything imported and the templates compiled, and asks the
    generator once for each frame: a third of the cost.
    """
    day = date.fromisoformat(as_of)

    def work() -> bool:
        sys.settrace(None)
        as_in_a_build()
        build_command._shells = _generated
        done = build_command.build(project, project / "full", day, cached=False, today=day)
        return done.counts is not None

    with forked(work, parallel=True) as built_in_full:
        assert built_in_full()


def as_in_a_build() -> None:
    """Let nothing of other tests into the fork: it has the templates that a build compiled."""
    for cached in (rendering.compiled, rendering.environment):
        cached.cache_clear()
    rendering.CODE.clear()
    rendering.CODE.update(COMPILED[0][0])


def assert_as_if_full(project: Path, as_of: str = AS_OF) -> None:
    """The site is, byte for byte, the one that is built from nothing.

    So is what was kept of it: what is wrong there shows in the bytes of a later build only.
    """
    kept, lines = what_is_kept(project, "site"), tree(project / LINES)
    cache = project / KEPT
    cache.rename(cache.with_suffix(".aside"))  # to go on from it, and not from the full build
    build_in_full(project, as_of)
    site, full = tree(project / "site"), tree(project / "full")
    assert sorted(path for path in site | full if site.get(path) != full.get(path)) == []
    anew = what_is_kept(project, "full")
    assert sorted(name for name in anew if kept[name] != anew[name]) == []
    assert tree(project / LINES) == lines
    shutil.rmtree(project / "full")
    cache.with_suffix(".aside").rename(cache)


def what_is_kept(project: Path, site: str) -> dict[str, object]:
    """What the last build kept for the next one, in a form that two builds can be compared in.

    Marks stand for themselves in place of their numbers, which follow from the order of builds. Parts
    that no page looks at any more are left out, and stamps: what is written at another time has others.
    """
    key = SiteBuild(project, project / site, b"", (), cached=False)._key
    kept = recall(project, project / site, key)
    assert kept is not None
    found: dict[str, object] = {
        "files": sorted(kept.files),
        "records": kept.records,
        "shards": kept.shards,
        "others": kept.others,
        "summaries": (kept.basis, kept.summaries),
    }
    asked: set[str] = set()
    for lang, pages in kept.pages.items():

        def named(numbers: bytes, marks: list[str] = pages.marks) -> set[str]:
            return {marks[number] for number in array("I", numbers)}

        of_pages = {name: unpacked(made) for name, made in pages.pages.items()}
        made_of = {name: (each[0], named(each[1]), each[2]) for name, each in of_pages.items()}
        rows = {matter: (row, named(numbers)) for matter, (row, numbers) in pages.rows.items()}
        found |= {f"pages {lang}": made_of, f"rows {lang}": rows}
        asked.update(*(marks for _inputs, marks, _rest in made_of.values()))
        asked.update(*(marks for _row, marks in rows.values()))
    found["ways"] = {way: digest for way, digest in kept.ways.items() if way in asked}
    return found
