"""What the first search costs on a phone: bytes over the wire, and the time until results are shown."""

from __future__ import annotations

import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

QUERIES = ("问题", "公司", "学校", "工作", "管理", "环境", "问题")
"""Each but the last is a first search; the one after it is asked on the loaded page."""
PHONE = {"width": 390, "height": 844}
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SLOWER = 4
"""A cheap phone's processor is about four times slower than the machine measured on."""


@dataclass(frozen=True, slots=True)
class FirstSearch:
    """Medians over several queries, each in a fresh browser profile.

    Attributes:
        records: how many records the index holds.
        bytes_: everything that the search loads, as served (search script, engine, index pieces).
        milliseconds: from the last byte of what the search needs to the first result; taken as the
            time of a second, uncached query on a loaded page, so that loading is left out.
        milliseconds_slowed: the same with the processor slowed down fourfold.
        milliseconds_all: from asking to the first result with everything still to be loaded over
            loopback.
    """

    records: int
    bytes_: float
    milliseconds: float
    milliseconds_slowed: float
    milliseconds_all: float


def first_search(site: Path, records: int) -> FirstSearch:
    """Measure the search page of a built site in Chromium.

    Args:
        site: the built site.
        records: how many matters it holds.
    """
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with _served(site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        pairs = list(pairwise(QUERIES))
        first = [_ask(browser, address, pair, 1) for pair in pairs]
        slowed = [_ask(browser, address, pair, SLOWER) for pair in pairs]
        browser.close()
    return FirstSearch(
        records,
        statistics.median(cost for cost, _, _ in first),
        statistics.median(again for _, _, again in first),
        statistics.median(again for _, _, again in slowed),
        statistics.median(whole for _, whole, _ in first),
    )


def _ask(
    browser: Browser, address: str, queries: tuple[str, str], slower: int
) -> tuple[int, float, float]:
    """Bytes of the first search, its whole time, and the time of another search after it."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(_size(response)))
    page.goto(f"{address}search/?q={quote(queries[0])}", wait_until="commit")
    page.wait_for_selector(".yz-results > *", timeout=120_000)
    whole = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    cost = sum(sizes)
    again = float(
        page.evaluate(
            """async (words) => {
                const list = document.querySelector(".yz-results");
                const box = document.querySelector(".yz-query input[name=q]");
                box.value = words;
                const before = performance.now();
                const changed = new Promise((done) => new MutationObserver((_, observer) => {
                    if (list.children.length) { observer.disconnect(); done(); }
                }).observe(list, { childList: true }));
                box.form.requestSubmit();
                await changed;
                return performance.now() - before;
            }""",
            queries[1],
        )
    )
    context.close()
    return cost, whole, again


def _size(response: Any) -> int:
    path = response.url.split("?")[0]
    if "/pagefind/" not in path and not path.endswith("search.js"):
        return 0
    return int(response.headers.get("content-length", 0))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's name
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
