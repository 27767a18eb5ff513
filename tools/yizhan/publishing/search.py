"""The search index: records go to Node in shards while further pages are being written.

Records are gathered in a file a shard, and one Node process makes an index of each finished file while
the next is being filled: neither waits for the other, and memory holds one shard at a time. Several
shards also let a phone fetch only the newest for its first results. The browser merges them
(``search.js``) into an empty index that carries Pagefind's engine, since Pagefind lets only merged
indexes have a language of their own.
"""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from yizhan.model.text import Text
from yizhan.pages.page import Page
from yizhan.publishing.errors import PublishingError

FOLDER = "pagefind"
"""Where the index lies, under the site's root."""

HERE = Path(__file__).parent
ROUGHLY_EIGHT = 8
SMALLEST_SHARD = 2_500
LARGEST_SHARD = 12_500
_KEPT = ("pagefind.js", "wasm.unknown.pagefind", ".pf_meta", "pagefind-entry.json")
_RECORDS = "records.ndjson"
_NOT_INSTALLED = 3
_OTHER_VERSION = 4
_NO_PROGRAM = 5


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

    A context manager: leaving it by an exception ends the process it started.

    Args:
        project: the folder in which ``npm ci`` was run.
        site: the site's root, being written.
        expected: how many records will come, for the size of the shards.
    """

    project: Path
    site: Path
    expected: int
    shards: list[Shard] = field(default_factory=list)
    _node: subprocess.Popen[bytes] | None = None
    _filling: BinaryIO | None = None
    _size: int = 0

    def __enter__(self) -> Self:
        if shutil.which("node") is None:
            raise SearchToolError(NO_NODE)
        self._size = shard_size(self.expected)
        self._node = subprocess.Popen(
            ["node", str(HERE / "search_index.mjs"), str(self.project), str(self._root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._filling is not None:
            self._filling.close()
        if self._node is not None:
            self._node.kill()
            self._node.communicate()

    def add(self, page: Page) -> None:
        """Index a page; pages without a search entry are passed over."""
        entry = page.search
        if entry is None:
            return
        if self._filling is None or self.shards[-1].count >= self._size:
            self._open()
        assert self._filling is not None
        self.shards[-1].note(entry.filters.get("year", ()))
        name = page.url.rstrip("/").rpartition("/")[2]
        record = {
            "url": page.url,
            "text": f"{entry.text}\n{name}",
            "filters": {key: list(values) for key, values in sorted(entry.filters.items())},
            "meta": {"title": page.title, **entry.meta},
        }
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        self._filling.write(line.encode() + b"\n")

    def close(self) -> None:
        """Say that no more pages come, so that the last index is written meanwhile."""
        if self._filling is None:
            return
        self._filling.close()
        self._filling = None
        assert self._node is not None
        assert self._node.stdin is not None
        with suppress(BrokenPipeError):  # it has ended already; waiting for it says why
            self._node.stdin.write(f"{self._root / self.shards[-1].name}\n".encode())

    def finish(self) -> list[Shard]:
        """Wait for the last index.

        Returns:
            The shards, newest records first.

        Raises:
            SearchToolError: Pagefind is not installed, or something was refused.
        """
        self.close()
        self._wait()
        for file in sorted(self._root.iterdir()):  # Pagefind's own user interface
            if file.is_file() and not file.name.endswith(_KEPT):
                file.unlink()
        shutil.copyfile(HERE / "search_words.mjs", self._root / "words.js")
        return sorted(self.shards, key=lambda shard: shard.age, reverse=True)

    @property
    def _root(self) -> Path:
        return self.site / FOLDER

    def _open(self) -> None:
        self.close()
        shard = Shard(str(len(self.shards)))
        self.shards.append(shard)
        folder = self._root / shard.name
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise SearchToolError(FAILED.format(why=error.strerror)) from error
        self._filling = (folder / _RECORDS).open("wb")

    def _wait(self) -> None:
        assert self._node is not None
        error = self._node.communicate()[1]
        if self._node.returncode == _NOT_INSTALLED:
            raise SearchToolError(NO_PAGEFIND)
        if self._node.returncode == _OTHER_VERSION:
            raise SearchToolError(OTHER_PAGEFIND)
        if self._node.returncode == _NO_PROGRAM:
            raise SearchToolError(NO_PROGRAM.format(platform=_last_line(error)))
        if self._node.returncode != 0:
            raise SearchToolError(FAILED.format(why=_last_line(error)))


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
OTHER_PAGEFIND = Text(
    "装的 Pagefind 不是 package.json 里写的那一版：请在项目目录运行 npm ci。",
    "The Pagefind installed is not the version named in package.json: run npm ci in the project's folder.",
)
NO_PROGRAM = Text(
    "Pagefind 没有装上本机系统（{platform}）用的程序：package-lock.json 里缺这一项，或者校验值不对。请恢复原来的 package-lock.json，再在项目目录运行 npm ci。",
    "Pagefind's program for this platform ({platform}) is not installed: package-lock.json misses its entry, or the hash is wrong. "
    "Restore package-lock.json, then run npm ci in the project's folder.",
)
FAILED = Text(
    "建立搜索索引时 Pagefind 出错（{why}）：请在项目目录运行 npm ci 后重试。",
    "Pagefind failed while indexing ({why}): run npm ci in the project's folder and try again.",
)
