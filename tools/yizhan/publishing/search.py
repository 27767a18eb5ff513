"""The search index: records go to Pagefind in shards while pages are still being written.

A shard is one Node process with one Pagefind index. Several shards, because Pagefind keeps an index
in memory until it is written (about 150 kB a record), and because a phone then needs to fetch only
the newest shards for its first results. The browser merges them (``search.js``) into an empty index
that carries the engine, since Pagefind lets only merged indexes have a language of their own.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from yizhan.model.text import Text
from yizhan.pages.page import Page
from yizhan.publishing.errors import PublishingError

FOLDER = "pagefind"
"""Where the index lies, under the site's root."""

HERE = Path(__file__).parent
ROUGHLY_EIGHT = 8
SMALLEST_SHARD = 2_500
LARGEST_SHARD = 12_500
AT_ONCE = 2
POSTINGS_A_CHUNK = "6000"
_ENGINE = ("pagefind.js", "wasm.unknown.pagefind")
_INDEX = (".pf_meta", "pagefind-entry.json")
_ROOT_WORD = "yizhanrootindex"  # Pagefind leaves out an index without a word
_NOT_INSTALLED = 3


class SearchToolError(PublishingError):
    """Node or Pagefind is missing or failed."""


@dataclass(slots=True)
class Shard:
    """One index.

    Attributes:
        name: its folder under ``pagefind/``; counted up in the order of filling.
        count: how many records it holds.
        first: earliest year among them, as text; empty where none has one.
        last: latest year among them.
        undated: whether some record has no year.
    """

    name: str
    count: int = 0
    first: str = ""
    last: str = ""
    undated: bool = False

    def note(self, years: Sequence[str]) -> None:
        """Count a record of these years."""
        self.count += 1
        self.undated |= not years
        for year in years:
            self.first = min(self.first or year, year)
            self.last = max(self.last, year)

    @property
    def age(self) -> tuple[bool, str, int]:
        """Greater for what a reader should see sooner: rules and places first, then by year."""
        return self.undated, self.last, int(self.name)


def shard_size(records: int) -> int:
    """How many records an index gets: eight indexes or so, none too small and none too large."""
    size = min(max(math.ceil(records / ROUGHLY_EIGHT), SMALLEST_SHARD), LARGEST_SHARD)
    return math.ceil(records / max(1, math.ceil(records / size)))


@dataclass(slots=True)
class SearchIndex:
    """Takes pages in any order and writes the index under ``site/pagefind/``.

    A context manager: leaving it by an exception ends the processes it started.

    Args:
        project: the folder in which ``npm ci`` was run.
        site: the site's root, being written.
        expected: how many records will come, for the size of the shards.
    """

    project: Path
    site: Path
    expected: int
    shards: list[Shard] = field(default_factory=list)
    _running: deque[subprocess.Popen[bytes]] = field(default_factory=deque)
    _current: subprocess.Popen[bytes] | None = None
    _size: int = 0

    def __enter__(self) -> Self:
        if shutil.which("node") is None:
            raise SearchToolError(NO_NODE)
        self._size = shard_size(self.expected)
        root = self._start(FOLDER)
        self._send(root, {"url": "", "text": _ROOT_WORD, "filters": {}, "meta": {"title": ""}})
        _end(root)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in self._running:
            process.kill()
            _outcome(process)
        self._running.clear()

    def add(self, page: Page) -> None:
        """Index a page; pages without a search entry are passed over."""
        entry = page.search
        if entry is None:
            return
        if self._current is None or self.shards[-1].count >= self._size:
            self._open()
        assert self._current is not None
        assert self._current.stdin is not None
        self.shards[-1].note(entry.filters.get("year", ()))
        name = page.url.rstrip("/").rpartition("/")[2]
        record: dict[str, object] = {
            "url": page.url,
            "text": f"{entry.text}\n{name}",
            "filters": {key: list(values) for key, values in sorted(entry.filters.items())},
            "meta": {"title": page.title, **entry.meta},
        }
        self._send(self._current, record)

    def close(self) -> None:
        """Say that no more pages come, so that the last index is written meanwhile."""
        if self._current is not None:
            _end(self._current)
        self._current = None

    def finish(self) -> list[Shard]:
        """Wait for the last index.

        Returns:
            The shards, newest records first.

        Raises:
            SearchToolError: Pagefind is not installed, or failed.
        """
        self.close()
        self._wait(0)
        self._tidy()
        return sorted(self.shards, key=lambda shard: shard.age, reverse=True)

    def _open(self) -> None:
        self.close()
        self._wait(AT_ONCE - 1)
        shard = Shard(str(len(self.shards)))
        self.shards.append(shard)
        self._current = self._start(f"{FOLDER}/{shard.name}")

    def _start(self, folder: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            ["node", str(HERE / "search_index.mjs"), str(self.project), str(self.site / folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            bufsize=1 << 16,
            env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": POSTINGS_A_CHUNK},
        )
        self._running.append(process)
        return process

    def _send(self, process: subprocess.Popen[bytes], record: dict[str, object]) -> None:
        assert process.stdin is not None
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        try:
            process.stdin.write(line.encode() + b"\n")
        except BrokenPipeError:
            self.close()
            self._wait(0)  # says why

    def _wait(self, left: int) -> None:
        while len(self._running) > left:
            process = self._running.popleft()
            error = _outcome(process)
            if process.returncode == _NOT_INSTALLED:
                raise SearchToolError(NO_PAGEFIND)
            if process.returncode != 0:
                raise SearchToolError(FAILED.format(why=_last_line(error)))

    def _tidy(self) -> None:
        """Keep one copy of the engine and nothing of Pagefind's own user interface."""
        root = self.site / FOLDER
        for shard in self.shards:
            _keep(root / shard.name, _INDEX)
        _keep(root, (*_INDEX, *_ENGINE))
        shutil.copyfile(HERE / "search_words.mjs", root / "words.js")


def _keep(folder: Path, endings: tuple[str, ...]) -> None:
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.endswith(endings):
            file.unlink()


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # it has ended already; waiting for it says why
        process.stdin.close()


def _outcome(process: subprocess.Popen[bytes]) -> bytes:
    """Wait for a process and return what it wrote to its standard error."""
    _end(process)
    process.stdin = None  # closed; communicate() must not flush it again
    return process.communicate()[1]


def _last_line(error: bytes) -> str:
    lines = error.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "?"


def shard_list(shards: Sequence[Shard]) -> list[dict[str, object]]:
    """What the search page must know of the shards."""
    return [
        {
            "name": shard.name,
            "count": shard.count,
            "first": shard.first,
            "last": shard.last,
        }
        for shard in shards
        if shard.count
    ]


NO_NODE = Text(
    "没有找到 Node.js，无法建立搜索索引：请安装 Node.js 20 或更新的版本，再在项目目录运行 npm ci。",
    "Node.js was not found, so that search cannot be indexed: install Node.js 20 or newer, "
    "then run npm ci in the project's folder.",
)
NO_PAGEFIND = Text(
    "没有找到搜索组件 Pagefind：请在项目目录运行 npm ci。",
    "The search engine Pagefind was not found: run npm ci in the project's folder.",
)
FAILED = Text(
    "建立搜索索引时 Pagefind 出错（{why}）：请在项目目录运行 npm ci 后重试。",
    "Pagefind failed while indexing ({why}): run npm ci in the project's folder and try again.",
)
