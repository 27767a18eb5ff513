"""Attachments: files beside records, laid beside their pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

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


def copy_attachments(project: Path, site: Path, files: Iterable[str]) -> None:
    """Copy every attachment to the site."""
    for path in sorted(files):
        address = address_of(path)
        if address is not None:
            target = site / address
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / path, target)
