"""``.yizhan/schema/`` for editors, which read it while a record is written.

A build assembles it with everything else; a fresh clone and a newer package are checked before they
are built.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from yizhan.loading.own_folder import ready_part
from yizhan.loading.store import FOLDER
from yizhan.publishing.frame import schema_files


def write_schemas(project: Path) -> None:
    """Write the schemas that are missing or differ; where the disk refuses, nothing is said.

    Args:
        project: the folder that holds ``records/``.
    """
    with contextlib.suppress(OSError):
        for path, source in schema_files().items():
            file, content = project / FOLDER / path, source.read_bytes()
            ready_part(file.parent)
            if file.is_symlink():
                file.unlink()
            if not file.is_file() or file.read_bytes() != content:
                file.write_bytes(content)
