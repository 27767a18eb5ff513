"""``yizhan serve``: MkDocs' live server with the plugin, which publishes records as well."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from yizhan.publishing.errors import PublishingError
from yizhan.publishing.generators import NO_CONFIG

AS_OF = "YIZHAN_AS_OF"
"""Environment variable: the day for which the plugin builds; today where it is not set."""


def serve(root: Path, address: str, as_of: date | None = None, *, browse: bool = False) -> int:
    """Serve the site until Ctrl-C; editing a record or a page refreshes the browser.

    Args:
        root: the folder that holds ``records/`` and ``mkdocs.yml``.
        address: host and port, ``127.0.0.1:8000``.
        as_of: the day for which all statements hold; None for today, asked at every rebuild.
        browse: open the browser.

    Returns:
        The server's exit code.

    Raises:
        PublishingError: there is no ``mkdocs.yml``.
    """
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise PublishingError(NO_CONFIG.format(project=root))
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--livereload",
        "--config-file",
        str(config),
    ]
    command += ["--dev-addr", address, *(["--open"] if browse else [])]
    with subprocess.Popen(command, cwd=root, env=_environment(as_of)) as server:
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                continue  # the server got the same signal and is shutting down


def _environment(as_of: date | None) -> Mapping[str, str]:
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return quiet if as_of is None else {**quiet, AS_OF: as_of.isoformat()}
