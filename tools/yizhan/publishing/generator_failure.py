"""What is told of a generator that failed: one line; all that it printed goes to a file."""

from __future__ import annotations

import re
from pathlib import Path

from yizhan.loading import own_folder
from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

LOG = "generator.log"
"""Within ``.yizhan/``."""

FAILED = Text(
    "{name} 没有生成页面，原来的网站没有改动：{where}{why}。它的全部输出在 {log}。",
    "{name} did not build the pages; the former site is untouched: {where}{why}. All that it "
    "printed is in {log}.",
)
_IN = Text("{file} 有问题，", "a mistake in {file}, ")
_TRACE = "Traceback (most recent call last):"
_FRAME = re.compile(r'^\s*File "([^"]+)"', re.MULTILINE)
_PAGE = re.compile(r"Error (?:building|reading) page '([^']+)'")
_TEMPLATE = re.compile(r"\(in ([^():]+\.html):[0-9]+\)\s*$")
"""At the end of what MiniJinja says, Zensical's; no frame of the trace is of a template."""
_RAISED = re.compile(r"^(?:[A-Za-z_][\w.]*)(?:: .*)?$")
_LOGGED = re.compile(r"^ERROR\s+-\s+(.*)$", re.MULTILINE)


class GeneratorError(PublishingError):
    """The generator is missing or failed."""


def failure(name: str, printed: str, project: Path) -> GeneratorError:
    """Write down what a generator printed, and make the line that is told.

    Args:
        name: of the generator.
        printed: everything.
        project: the assembled project.
    """
    log = project.parent / LOG
    own_folder.write(log, printed.encode())
    file = _file(printed, project)
    where = Text("", "") if file is None else _IN.format(file=file)
    why = " ".join(_reason(printed).split()).rstrip(".。")
    return GeneratorError(FAILED.format(name=name, where=where, why=why or "?", log=log))


def _reason(printed: str) -> str:
    """The message of the last exception, or else of the first error that was logged."""
    before, trace, after = printed.rpartition(_TRACE)
    if trace:
        raised = [line for line in after.splitlines() if _RAISED.match(line)]
        if raised:
            return raised[-1].rpartition("exceptions.")[2]
    logged = _LOGGED.findall(before or printed)
    lines = printed.strip().splitlines()
    return str(logged[0]) if logged else (lines[-1] if lines else "")


def _file(printed: str, project: Path) -> str | None:
    """The village's file that the failure is about: the last one in the trace, a template, a page."""
    village = project.parent.parent
    paths: list[str] = _FRAME.findall(printed)
    for path in reversed([each for each in paths if not each.startswith("<")]):
        file = (project / path).resolve()
        for root in (project.resolve(), village.resolve()):
            if root in file.parents and "site-packages" not in file.parts:
                return file.relative_to(root).as_posix()
    template = _TEMPLATE.search(printed)
    if template is not None and (project / "overrides" / template[1]).is_file():
        return f"overrides/{template[1]}"
    page = _PAGE.search(printed)
    return None if page is None else f"docs/{page[1]}"
