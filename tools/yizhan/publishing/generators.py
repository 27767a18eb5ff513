"""The site generators that render narrative pages and shells: MkDocs, ProperDocs and Zensical."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from yizhan.model.text import Text
from yizhan.publishing.generator_failure import GeneratorError, failure

Generator = Literal["mkdocs", "properdocs", "zensical"]
GENERATORS: tuple[Generator, ...] = ("mkdocs", "properdocs", "zensical")


@dataclass(slots=True)
class Generation:
    """A generator at work in a process of its own.

    Attributes:
        output: the folder it writes to.
    """

    generator: Generator
    output: Path
    _project: Path
    _process: subprocess.Popen[bytes]

    def wait(self) -> None:
        """Wait until it is done.

        Raises:
            GeneratorError: it failed; the message says why, all else is in a file.
        """
        printed, _none = self._process.communicate()
        if self._process.returncode != 0:
            raise failure(self.generator, printed.decode(errors="replace"), self._project)

    def stop(self) -> None:
        """End it if it still runs."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.communicate()


@contextmanager
def generating(generator: Generator, project: Path, output: Path) -> Iterator[Generation]:
    """Run a generator beside whatever the caller does in the meantime.

    Args:
        generator: which one.
        project: an assembled project.
        output: an empty folder.

    Raises:
        GeneratorError: the generator is missing.
    """
    start = _zensical if generator == "zensical" else _like_mkdocs
    with start(generator, project, output) as generation:
        try:
            yield generation
        finally:
            generation.stop()


@contextmanager
def _like_mkdocs(generator: Generator, project: Path, output: Path) -> Iterator[Generation]:
    """MkDocs, and ProperDocs, which takes the same options."""
    config = str(project / "mkdocs.yml")
    options = ["build", "--quiet", "--config-file", config, "--site-dir", str(output)]
    yield Generation(generator, output, project, _start(generator, options, project))


@contextmanager
def _zensical(generator: Generator, project: Path, _output: Path) -> Iterator[Generation]:
    """Zensical takes its output folder from the configuration only, and only beside that.

    Both go beside the assembled project, which stays as it is.
    """
    inside = Path(tempfile.mkdtemp(prefix="zensical-", dir=project.parent))
    config = project.parent / f".{inside.name}.yml"
    text = (project / "mkdocs.yml").read_text("utf-8")
    for line, instead in (
        (r"^site_dir: site$", f"site_dir: {inside.name}"),
        (r"^docs_dir: docs$", f"docs_dir: {project.name}/docs"),
        (r"^  custom_dir: overrides$", f"  custom_dir: {project.name}/overrides"),
    ):
        text = re.sub(line, instead, text, flags=re.MULTILINE)
    config.write_text(text, "utf-8")
    try:
        options = ["build", "--clean", "--config-file", str(config)]
        yield Generation(generator, inside, project, _start(generator, options, project.parent))
    finally:
        config.unlink(missing_ok=True)
        shutil.rmtree(inside, ignore_errors=True)


def collect(generation: Generation, target: Path) -> None:
    """Move what was generated into ``target``, unless it was written there at once."""
    if generation.output == target:
        return
    for entry in sorted(generation.output.iterdir()):
        shutil.move(entry, target / entry.name)


def _start(module: str, options: list[str], project: Path) -> subprocess.Popen[bytes]:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise GeneratorError(MISSING.format(name=module))
    return subprocess.Popen(
        [sys.executable, "-m", module, *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


MISSING = Text(
    "没有安装 {name}：请运行 pip install {name}。",
    "{name} is not installed: run pip install {name}.",
)
