"""What stops a command: a file that it has to go by cannot be read, or does not hold."""

from __future__ import annotations

from collections.abc import Iterable

from yizhan.commands.interview.session import Session, report
from yizhan.model.finding import Finding
from yizhan.model.kinds import identify
from yizhan.model.vocabulary import Kind
from yizhan.reporting.report import Report


class BrokenFileError(Exception):
    """A file cannot be read.

    Attributes:
        path: the file.
        report: why.
    """

    def __init__(self, path: str, report: Report) -> None:
        super().__init__(path)
        self.path = path
        self.report = report


def broken_file(session: Session, identifier: str) -> BrokenFileError:
    """What stops the work where there is a file but no record."""
    found = [each for each in session.findings if _is_of(each, identifier)]
    assert found, f"{identifier} is unread without a finding"
    return _of(session, found)


def unsound(session: Session, path: str) -> BrokenFileError | None:
    """What stops the work where a procedure leads nowhere: what it says then is not known."""
    found = [each for each in session.findings if each.path == path and each.code == "C001"]
    return _of(session, found) if found else None


def unread_of(session: Session, kind: Kind) -> BrokenFileError | None:
    """What stops the work where one of a kind is to be chosen and cannot be read."""
    for file in session.files:
        if file.identity.kind is kind and file.identity.id in session.unread:
            return broken_file(session, file.identity.id)
    return None


def _is_of(finding: Finding, identifier: str) -> bool:
    identity = identify(finding.path)
    return identity is not None and identity.id == identifier


def _of(session: Session, findings: Iterable[Finding]) -> BrokenFileError:
    found = list(findings)
    path = found[0].path
    return BrokenFileError(path, report(session, [e for e in found if e.path == path], path))
