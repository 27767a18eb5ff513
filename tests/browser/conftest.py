"""A real Chromium, a static server on the loopback, a site to look at."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from publishing.conftest import AS_OF, lay_out, yizhan

NOTE = "当天到现场看了，淤泥有两拃厚，约好请挖掘机来清。"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; gives the address of its root."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page that fails the test on any error in a script."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield made
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the miniature village, one matter of which has words in its log."""
    project = lay_out(tmp_path_factory.mktemp("village") / "project")
    file = project / "records/matters/2026/20260308-shili-drain.yaml"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n    note: {NOTE}\n", "utf-8")
    done = yizhan(project, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def address(village: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The village's site, hosted under a deep sub-path."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some" / "where").symlink_to(village)
    with serving(root) as url:
        yield f"{url}some/where/"


def with_index(site: Path, target: Path, shards: str) -> Path:
    """A copy of a site without its index, whose search page knows other shards."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("pagefind"))
    file = target / "search" / "index.html"
    html = file.read_text("utf-8")
    file.write_text(re.sub(r'"shards":\[[^\]]*\]', f'"shards":{shards}', html, count=1), "utf-8")
    return target


def ask(page: Page, query: str) -> list[str]:
    """Type a query and press Enter; gives the addresses of the results shown."""
    page.evaluate("delete document.documentElement.dataset.yizhanSearch")
    page.fill("#yz-q", query)
    page.press("#yz-q", "Enter")
    page.wait_for_function("document.documentElement.dataset.yizhanSearch === 'done'")
    return page.eval_on_selector_all(
        ".yz-results > li > a", "links => links.map(link => link.getAttribute('href'))"
    )
