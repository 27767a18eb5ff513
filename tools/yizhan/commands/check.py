"""``yizhan check``: all findings about the records of a project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from yizhan.checking.engine import run
from yizhan.checking.privacy import PRIVACY
from yizhan.checks.shared.personal_numbers import hidden
from yizhan.loading.regular import MAX_BYTES, read_regular
from yizhan.loading.tree import RecordFile
from yizhan.model.finding import Finding
from yizhan.model.frozen import dataclass
from yizhan.model.text import Lang, Text
from yizhan.publishing.editor_schemas import write_schemas
from yizhan.reporting.findings import formats
from yizhan.reporting.report import Report, public

_NOT_THERE = Text(
    "找不到“{path}”；要写 records/ 里的文件或文件夹。",
    "There is no “{path}”; name a file or folder in records/.",
)


class NoSuchPathError(Exception):
    """A path on the command line that is not there; its argument is a ``Text``."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run found, ready to be written."""

    report: Report

    def text(self, form: str, lang: Lang, *, colour: bool = False) -> str:
        """The report in one of the formats of ``yizhan check --format``."""
        chosen = formats()[form]
        write = chosen.coloured if colour and chosen.coloured is not None else chosen.write
        return write(self.report, lang)

    def summary(self, form: str, lang: Lang) -> tuple[str, str] | None:
        """What a format writes in addition: the variable that names the file, and the text."""
        summary = formats()[form].summary
        return None if summary is None else (summary.variable, summary.write(self.report, lang))


def check(
    root: Path,
    as_of: date,
    *,
    paths: Iterable[str] = (),
    cached: bool = True,
    today: date | None = None,
) -> Checked:
    """Check a project, and see that editors find the schemas that it was checked with.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day for which is asked.
        paths: files and folders to which the findings are narrowed; all where there are none. The
            records outside are looked at all the same, since records speak of one another.
        cached: use and renew what the last run kept.
        today: as for ``checking.engine.inspect``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
        NoSuchPathError: one of ``paths`` is not there.
    """
    wanted = [_relative(root, path) for path in paths]
    result = run(root, as_of, cached=cached, today=today)
    write_schemas(root)

    def is_wanted(path: str) -> bool:
        return not wanted or any(_lies_in(path, folder) for folder in wanted)

    findings = tuple(finding for finding in result.findings if is_wanted(finding.path))
    in_doubt = {path: n for path, n in result.in_doubt.items() if is_wanted(path)}
    lines = source_lines(root, findings, result.files)
    return Checked(public(Report(findings, result.records, as_of, lines, in_doubt)))


def _relative(root: Path, path: str) -> str:
    full = (root / path).resolve()
    if not full.exists() or not full.is_relative_to(root.resolve()):
        raise NoSuchPathError(_NOT_THERE.format(path=path))
    return full.relative_to(root.resolve()).as_posix()


def _lies_in(path: str, folder: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")


def source_lines(
    root: Path, findings: Sequence[Finding], files: Iterable[RecordFile]
) -> dict[tuple[str, int], str]:
    """The source lines of the findings.

    Args:
        root: the project's root.
        findings: may be about anything that is below ``records/``. A line with personal data is
            not shown: a report is often more public than the file.
        files: those that loading reads. No other is opened to be shown: a finding may be that a
            path is a link to a secret, or a list of names that should not be there.
    """
    lines: dict[tuple[str, int], str] = {}
    texts: dict[str, list[str]] = {}
    named = {finding.path for finding in findings}
    shown = {file.path for file in files if file.path in named}
    private = {(each.path, each.line) for each in findings if each.code.startswith(PRIVACY)}
    for finding in findings:
        if finding.path not in shown or (finding.path, finding.line) in private:
            continue
        if finding.path not in texts:
            texts[finding.path] = _text(root / finding.path)
        text = texts[finding.path]
        if finding.line <= len(text):
            lines[finding.path, finding.line] = hidden(text[finding.line - 1])
    return lines


def _text(path: Path) -> list[str]:
    try:
        raw = read_regular(path, MAX_BYTES)
    except OSError:
        return []
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return [_visible(line) for line in text.split("\n")]


def _visible(line: str) -> str:
    """A line without what would move a terminal's cursor or hide what is in it."""
    if line.isprintable():
        return line
    return "".join(
        letter if letter.isprintable() or letter == "\u3000" else "\ufffd" for letter in line
    )
