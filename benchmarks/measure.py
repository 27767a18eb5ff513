"""Timing whole commands: wall time, and the peak memory of a command with all it starts."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05

_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
"""Of every command. An installed tool has its bytecode beside it; to compile a hundred modules at each
start took 0.15 s, a fifth of a check of one changed file."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished run.

    Attributes:
        seconds: wall time.
        cpu: seconds of processor time of all processes of the command that have ended.
        megabytes: peak of the resident memory of all processes of the command together, sampled
            20 times a second (Linux).
    """

    seconds: float
    cpu: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Several runs of one command.

    Attributes:
        failed: why it has no runs, where a rival could not do the job on this machine.
    """

    runs: tuple[Run, ...]
    failed: str = ""

    @property
    def seconds(self) -> float:
        """Median wall time."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """Median processor time."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def megabytes(self) -> float:
        """Median peak memory."""
        return statistics.median(run.megabytes for run in self.runs)


class CommandFailedError(RuntimeError):
    """A measured command ended with a code it should not end with."""


def _today(command: Sequence[str]) -> dict[str, str]:
    """The day that a command asks for is today: of a day before it nothing is kept."""
    if "--as-of" not in command:
        return {}
    return {"YIZHAN_AS_OF": command[command.index("--as-of") + 1]}


def run(steps: Sequence[Sequence[str]], cwd: Path, *, codes: tuple[int, ...] = (0,)) -> Run:
    """Run commands one after another as one measured whole.

    Raises:
        CommandFailedError: a command's exit code is not among ``codes``.
    """
    peak = 0.0
    began, before = time.perf_counter(), _cpu()
    for command in steps:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=_ENVIRONMENT | _today(command),
        )
        watcher = _Watcher(process.pid)
        _, error = process.communicate()
        peak = max(peak, watcher.stop())
        if process.returncode not in codes:
            raise CommandFailedError(
                f"{command[:4]} → {process.returncode}: {error.decode()[-800:]}"
            )
    return Run(time.perf_counter() - began, _cpu() - before, peak)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watcher:
    """Samples the memory of every process of a session."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._done.wait(SAMPLE_SECONDS):
            self._peak = max(self._peak, _session_megabytes(self._session))

    def stop(self) -> float:
        self._done.set()
        self._thread.join()
        return self._peak


def _session_megabytes(session: int) -> float:
    pages = 0
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            stat = Path(entry.path, "stat").read_text()
            if int(stat.rpartition(")")[2].split()[3]) == session:
                pages += int(Path(entry.path, "statm").read_text().split()[1])
        except (OSError, ValueError, IndexError):
            continue  # the process ended while it was looked at
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
