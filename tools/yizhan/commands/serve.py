"""``yizhan serve``: MkDocs' live server with the plugin, which publishes records as well."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import FrameType

from yizhan.commands.clock import AS_OF
from yizhan.model.text import Text
from yizhan.publishing.assemble import NO_CONFIG, assemble
from yizhan.publishing.errors import PublishingError

_NOT_AN_ADDRESS = Text(
    "--address 写的是“{address}”，要写成 127.0.0.1:8000。",
    "--address is “{address}”; write it as 127.0.0.1:8000.",
)
_TAKEN = Text(
    "{address} 用不了：已经有程序在用，或者不是这台电脑的地址；换一个端口，例如 yizhan serve -a 127.0.0.1:8001。",
    "{address} cannot be used: another program has it, or it is not this computer's; "
    "try another port, such as yizhan serve -a 127.0.0.1:8001.",
)


def serve(root: Path, address: str, as_of: date | None = None, *, browse: bool = False) -> int:
    """Serve the site until Ctrl-C or SIGTERM; editing a record or a page refreshes the browser.

    Args:
        root: the folder that holds ``records/`` and ``mkdocs.yml``.
        address: host and port, ``127.0.0.1:8000``.
        as_of: the day for which all statements hold; None for today, asked at every rebuild.
        browse: open the browser.

    Returns:
        The server's exit code.

    Raises:
        PublishingError: ``mkdocs.yml`` or a page is missing or broken, or the address cannot be used.
    """
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise PublishingError(NO_CONFIG.format(project=root))
    assemble(root)  # what is wrong with the village's files is told in a line, not by MkDocs
    _try(address)
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
    return _attend(command, root, _environment(as_of))


def _attend(command: Sequence[str], root: Path, environment: Mapping[str, str]) -> int:
    """Run the server until it ends. Of SIGTERM, unlike of Ctrl-C, it is told by nobody else.

    Returns:
        Its exit code.
    """
    started: list[subprocess.Popen[bytes]] = []
    told: list[int] = []

    def pass_on(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        for each in started:
            each.terminate()

    former = signal.signal(signal.SIGTERM, pass_on)
    try:
        with subprocess.Popen(command, cwd=root, env=environment) as server:
            started.append(server)
            if told:  # before there was anybody to tell
                server.terminate()
            while True:
                try:
                    return server.wait()
                except KeyboardInterrupt:
                    continue  # the server got the same signal and is shutting down
    finally:
        signal.signal(signal.SIGTERM, former)


def _try(address: str) -> None:
    """Bind the address once: MkDocs would tell of a taken one only after building, in a traceback."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise PublishingError(_NOT_AN_ADDRESS.format(address=address))
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        raise PublishingError(_TAKEN.format(address=address)) from error


def _environment(as_of: date | None) -> Mapping[str, str]:
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return quiet if as_of is None else {**quiet, AS_OF: as_of.isoformat()}
