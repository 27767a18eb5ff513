"""Attachments: files beside records, laid beside their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from yizhan.model.kinds import identify
from yizhan.pages.links import FOLDERS


def address_of(path: str) -> str | None:
    """Where an attachment lies on the site; None for a file that belongs to no record.

    Args:
        path: ``records/matters/2024/20240105-x/before.jpg``, or, for a rule,
            ``records/rules/<slug>/files/scan.pdf``.
    """
    file = PurePosixPath(path)
    folder = file.parent
    record = folder.parent / "rule.yaml" if folder.name == "files" else folder.with_suffix(".yaml")
    identity = identify(str(record))
    return None if identity is None else f"{FOLDERS[identity.kind]}{identity.id}/{file.name}"


def attachments(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every attachment with its address on the site."""
    for path in sorted(files):
        address = address_of(path)
        if address is not None:
            yield path, address
