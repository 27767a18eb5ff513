"""The live server: an edited record shows, a broken one keeps the last good pages."""

from __future__ import annotations

import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from .conftest import AS_OF, CHINESE, ROOT, leftovers, speak, yizhan

RECORD = "records/matters/2026/20260308-shili-drain.yaml"
PAGE = "matters/20260308-shili-drain/"
PATIENCE = 40.0
_LIVE = re.compile(r"livereload\(\d+, \d+\)")
"""What MkDocs adds to a page that it serves: when it was built, and when it is asked for."""


class Server:
    """``yizhan serve`` and what it prints."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/records/"
        self.english = f"{self.url}en/{PAGE}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "yizhan", "serve", "-a", f"127.0.0.1:{port}", "--as-of", AS_OF],
            cwd=project,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def page(self) -> str:
        with urlopen(self.url + PAGE, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def wait_for(self, text: str) -> None:
        """Until the page has the text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if text in self.page():
                    return
            except (URLError, ConnectionError):
                assert self.process.poll() is None, self.printed()
            time.sleep(0.2)
        pytest.fail(f"{text} did not appear:\n{self.printed()}")

    def wait_for_line(self, text: str) -> None:
        """Until the server prints the text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if text in self.lines.get(timeout=0.5):
                    return
            except queue.Empty:
                continue
        pytest.fail(f"{text} was not printed")

    def printed(self) -> str:
        return "".join(self.lines.queue)

    def stop(self) -> int:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    running = Server(project)
    yield running
    running.stop()
    with suppress(ProcessLookupError):  # nothing of it is left, unless a test has failed
        os.killpg(running.process.pid, signal.SIGKILL)


def test_editing_a_record_refreshes_the_page_and_a_broken_one_does_not(
    project: Path, server: Server
) -> None:
    file = project / RECORD
    good = file.read_text("utf-8")
    title = re.search(r"^title: (.*)$", good, re.MULTILINE)
    assert title is not None
    server.wait_for(title[1])
    file.write_text(good.replace(title[1], "新的标题"), "utf-8")
    server.wait_for("新的标题")
    file.write_text(good.replace("procedure:", "procedur:", 1), "utf-8")
    server.wait_for_line(f"--> {RECORD}:")
    assert "新的标题" in server.page()
    file.write_text(good, "utf-8")
    server.wait_for(title[1])
    assert server.stop() == 0


def test_a_page_laid_over_the_packages_shows_and_one_taken_away_leaves(
    project: Path, server: Server
) -> None:
    server.wait_for("</html>")
    own = project / "docs/matters/shell.md"
    own.parent.mkdir()
    own.write_text(
        f"{(ROOT / 'docs/matters/shell.md').read_text('utf-8')}\n村里自己加的\n", "utf-8"
    )
    server.wait_for("村里自己加的")
    own.unlink()
    end = time.monotonic() + PATIENCE
    while "村里自己加的" in server.page():
        assert time.monotonic() < end, server.printed()
        time.sleep(0.2)
    assert server.stop() == 0


def test_a_language_less_takes_its_pages_away(project: Path, server: Server) -> None:
    server.wait_for("English")
    speak(project, CHINESE)
    end = time.monotonic() + PATIENCE
    while "English" in server.page():
        assert time.monotonic() < end, server.printed()
        time.sleep(0.2)
    with pytest.raises(HTTPError) as gone:
        urlopen(server.english, timeout=5)
    assert gone.value.code == 404
    assert server.stop() == 0


@pytest.mark.parametrize(
    ("path", "content", "line"),
    [
        ("mkdocs.yml", b"site_name: [", "mkdocs.yml 读不出来："),
        ("docs/search.md", b"# x\n", "内容“search”没有地方可放"),
        ("docs/display.md", "公示".encode("gbk"), "docs/display.md 不是 UTF-8 编码"),
    ],
)
def test_whatever_is_broken_while_it_runs_the_last_good_pages_stay(
    project: Path, server: Server, path: str, content: bytes, line: str
) -> None:
    server.wait_for("</html>")
    good = _LIVE.sub("", server.page())
    file = project / path
    former = file.read_bytes() if file.exists() else None
    file.write_bytes(content)
    server.wait_for_line(line)
    assert _LIVE.sub("", server.page()) == good
    if former is None:
        file.unlink()
    else:
        file.write_bytes(former)
    own = project / "docs/matters/shell.md"
    own.parent.mkdir()
    own.write_text(
        f"{(ROOT / 'docs/matters/shell.md').read_text('utf-8')}\n村里自己加的\n", "utf-8"
    )
    server.wait_for("村里自己加的")
    assert "Traceback" not in server.printed()
    assert server.stop() == 0


@pytest.mark.parametrize("served", [True, False])
def test_ended_by_sigterm_it_leaves_no_server_behind(
    project: Path, server: Server, *, served: bool
) -> None:
    server.wait_for("</html>") if served else server.wait_for_line("Building documentation")
    server.process.terminate()  # it alone, as a supervisor does or `kill`
    assert server.process.wait(timeout=PATIENCE) == (0 if served else 1)
    with pytest.raises(ProcessLookupError):
        os.killpg(server.process.pid, 0)
    assert "Traceback" not in server.printed()
    assert leftovers(project) == []


def test_without_configuration_one_line_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    done = yizhan(tmp_path, "serve")
    assert (done.returncode, done.stderr) == (
        2,
        f"{tmp_path} 里没有 mkdocs.yml：请在项目目录里运行，或先用 yizhan init 建一个项目。\n",
    )
