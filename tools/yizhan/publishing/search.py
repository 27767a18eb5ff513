"""The search index: records go to Node in shards while further pages are being written.

Records are gathered in a file a shard, and one Node process makes an index of each finished file while
the next is being filled: neither waits for the other, and memory holds one shard at a time. Several
shards also let a phone fetch only the newest for its first results. The browser merges them
(``search.js``) into an empty index that carries Pagefind's engine, since Pagefind lets only merged
indexes have a language of their own.

Which shard a record is in follows from the order of the pages alone. A shard whose records are those of
the last build stays as it is; of another, the files that come out the same stay. Where few of its
records are others, Node makes the index of the former one (``search_patch.mjs``).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from yizhan.loading import own_folder, store
from yizhan.pages.page import Draft, Page
from yizhan.publishing.output import Output
from yizhan.publishing.search_errors import (
    FAILED,
    NO_NODE,
    NO_PAGEFIND,
    NO_PROGRAM,
    OTHER_PAGEFIND,
    SearchToolError,
)
from yizhan.publishing.search_shards import Shard, shard_size, stretch_size

FOLDER = "pagefind"
"""Where the index lies, under the site's root."""

LINES = f"{store.FOLDER}/search"
"""Where what went into each shard is kept, relative to the project's root."""

HERE = Path(__file__).parent
_SPARING = ("--max-semi-space-size=1",)
_SPARING_FROM = 3_000
"""Size of shards above which Node collects its garbage sooner: 168 MB in place of 221 at 6,300 records,
for 4 % more of its time."""
_KEPT = ("pagefind.js", "wasm.unknown.pagefind", ".pf_meta", "pagefind-entry.json")
_PARTS = ("fragment", "index", "filter")
"""Folders of an index; those of the empty one lie beside the shards."""
_RECORDS = "records.ndjson"
_CHANGES = "changes.json"
_FEW = 20
"""A shard of which no more than the twentieth part changed is made of the former one; to change half of
its words takes as long as to cut them all."""

_NOT_INSTALLED = 3
_OTHER_VERSION = 4
_NO_PROGRAM = 5


Entry = bytes
"""Digest of what search knows of a page."""

KeptShard = tuple[Entry, int, str, str, bool]
"""Of a shard: digest of its entries, then the attributes of ``Shard`` from ``count`` on."""


@dataclass(slots=True)
class SearchIndex:
    """Takes pages in any order and writes the index under ``pagefind/`` of a site.

    A context manager: leaving it by an exception ends the process it started.

    Args:
        project: the folder in which ``npm ci`` was run.
        output: the site.
        expected: how many records will come, for the size of the shards.
        former: the shards of the former site, by name.
        lines: the folder that keeps what went into each shard; None where nothing is kept.
    """

    project: Path
    output: Output
    expected: int
    former: Mapping[str, KeptShard] = field(default_factory=dict)
    lines: Path | None = None
    kept: dict[str, KeptShard] = field(default_factory=dict)
    shards: list[Shard] = field(default_factory=list)
    _node: subprocess.Popen[bytes] | None = None
    _filling: BinaryIO | None = None
    _held: list[tuple[Page | Draft, Entry]] = field(default_factory=list)
    _known: dict[Entry, bytes] = field(default_factory=dict)
    _before: list[bytes] = field(default_factory=list)
    _entries: list[Entry] = field(default_factory=list)
    _again: list[str] = field(default_factory=list)
    _size: int = 0

    def __enter__(self) -> Self:
        if shutil.which("node") is None:
            raise SearchToolError(NO_NODE)
        self._size = shard_size(self.expected)
        if not self.former:
            self._start()
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

    def add(self, page: Page, before: Entry = b"") -> Entry:
        """Index a page; pages without a search entry are passed over.

        Args:
            page: any page.
            before: the digest of its entry at the last build.

        Returns:
            The digest of its entry; empty where it has none.
        """
        if page.search is None:
            return b""
        line = _line(page)
        entry = _digest(line)
        self._next(page.url, entry)
        if self._filling is None and entry != before:
            self._fill()
        if self._filling is None:
            self._held.append((page, entry))
        else:
            self.shards[-1].note(page.search.filters.get("year", ()))
            self._filling.write(line)
        return entry

    def add_unchanged(self, draft: Draft, entry: Entry) -> None:
        """Index a page that was not made again, because its entry is still the same.

        It is made all the same where another page of its shard changed.
        """
        if not entry:
            return
        self._next(draft.url, entry)
        if self._filling is None:
            self._held.append((draft, entry))
        else:
            self._put(draft, entry)

    def close(self) -> None:
        """Say that no more pages come, so that the last index is written meanwhile.

        Node ends after it: at 50,000 matters it would hold 92 MB for as long as a language takes.
        """
        self._end_shard()
        if self._node is not None and self._node.stdin is not None:
            self._node.stdin.close()
            self._node.stdin = None  # else waiting for Node would close it again

    def _end_shard(self) -> None:
        if not self._entries:
            return
        shard = self.shards[-1]
        key = self._shard_key(self._entries)
        former = self.former.get(shard.name)
        if self._filling is None and former is not None and former[0] == key:
            _key, shard.count, shard.first, shard.last, shard.undated = former
        elif self._filling is None:
            self._fill()
        if self._filling is not None:
            self._filling.close()
            self._tell_changes(shard.name)
            self._send(shard.name)
        self.kept[shard.name] = (key, shard.count, shard.first, shard.last, shard.undated)
        self._filling = None
        self._held, self._entries = [], []

    def finish(self) -> list[Shard]:
        """Wait for the last index.

        Returns:
            The shards, newest records first.

        Raises:
            SearchToolError: Pagefind is not installed, or something was refused.
        """
        self.close()
        stay = self._wait() if self._node is not None else {}
        if self.former:
            self._keep_files(stay)
        else:
            self._take_engine()
        self._drop_others()
        for name in self._again:
            self._put_away(name)
            self.output.take_all(f"{FOLDER}/{name}")
        order = {shard.name: number for number, shard in enumerate(self.shards)}
        return sorted(self.shards, key=lambda each: (*each.age, order[each.name]), reverse=True)

    def _keep_files(self, stay: Mapping[str, Collection[str]]) -> None:
        """Keep the engine, the shards that did not change, and files of others that came out the same."""
        for path in self.output.files:
            root, _slash, rest = path.partition("/")
            if root != FOLDER:
                continue
            name, _slash, file = rest.partition("/")
            same = not file or name in _PARTS or (name in self.kept and name not in self._again)
            if same or file in stay.get(name, ()):
                self.output.keep(path)

    def _take_engine(self) -> None:
        for file in sorted(self._root.iterdir()):
            if file.is_file():
                if file.name.endswith(_KEPT):
                    self.output.take(f"{FOLDER}/{file.name}")
                else:  # Pagefind's own user interface
                    file.unlink()
            elif file.name in _PARTS:
                self.output.take_all(f"{FOLDER}/{file.name}")
        words = (HERE / "search_words.mjs").read_text("utf-8")
        bare = re.sub(r"^/\*\*.*?\*/\n|^\s+", "", words, flags=re.DOTALL | re.MULTILINE)
        self.output.write(f"{FOLDER}/words.js", bare.encode())  # phones need no comments

    def _put_away(self, name: str) -> None:
        """Keep the lines of a shard for the build after the next edit."""
        records = self._root / name / _RECORDS
        if self.lines is None:
            records.unlink()
            return
        shutil.move(records, self.lines / name)

    def _drop_others(self) -> None:
        if self.lines is not None:
            own_folder.ready_part(self.lines)
            own_folder.keep_only(self.lines, self.kept)

    def _shard_key(self, entries: Sequence[Entry]) -> bytes:
        return blake2b(b"%d" % self._size + b"".join(entries), digest_size=12).digest()

    def _read_lines(self, name: str) -> None:
        """Learn the lines that the shard had at the last build.

        Each is known by its digest, so that none can be a wrong one; where all of them are those of the
        former shard, in its order, it may also be told what became of each.
        """
        self._known, self._before = {}, []
        former = self.former.get(name)
        if self.lines is None or former is None:
            return
        with suppress(OSError):
            lines = (self.lines / name).read_bytes().splitlines(keepends=True)
            digests = [_digest(line) for line in lines]
            self._known = dict(zip(digests, lines, strict=True))
            if self._shard_key(digests) == former[0]:
                self._before = lines

    def _tell_changes(self, name: str) -> None:
        """Where few records are others, tell Node which."""
        folder = self._root / name
        now = (folder / _RECORDS).read_bytes().splitlines() if self._before else []
        if len(now) != len(self._before):
            return
        pairs = enumerate(zip(self._before, now, strict=True))
        changes = [
            b"[%d,%s,%s]" % (number, old, new)
            for number, (old, new) in pairs
            if old.rstrip(b"\n") != new
        ]
        if 0 < len(changes) * _FEW <= len(now):
            (folder / _CHANGES).write_bytes(b"[%s]" % b",".join(changes))

    def _next(self, url: str, entry: Entry) -> None:
        """Go on to the next shard where one is full."""
        if not self._entries or len(self._entries) >= self._size:
            self._end_shard()
            shard = Shard(blake2b(url.encode(), digest_size=4).hexdigest())
            self.shards.append(shard)
            if shard.name not in self.former:
                self._fill()
        self._entries.append(entry)

    def _fill(self) -> None:
        """Write the shard anew, beginning with what it holds so far.

        Nothing of that was counted yet: the shard is still the one that ``_next`` began, and no other
        is put in its place, since ``close`` keeps what it counts.
        """
        if self._node is None:
            self._start()
        folder = self._root / self.shards[-1].name
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise SearchToolError(FAILED.format(why=error.strerror)) from error
        self._filling = (folder / _RECORDS).open("wb")
        self._read_lines(folder.name)
        held, self._held = self._held, []
        for page, entry in held:
            self._put(page, entry)

    def _put(self, page: Page | Draft, entry: Entry) -> None:
        assert self._filling is not None
        line = self._known.get(entry)
        if line is None:
            line = _line(page.page if isinstance(page, Draft) else page)
        self._filling.write(line)
        self.shards[-1].note(json.loads(line)["filters"].get("year", ()))

    def _start(self) -> None:
        former = self.output.former
        root = "" if former is None else str(former / FOLDER)
        stretch = str(stretch_size(self._size))
        what = ["shards"] if self.former else ["engine"]
        flags = _SPARING if self._size > _SPARING_FROM else ()
        program = ["node", *flags, str(HERE / "search_index.mjs"), str(self.project)]
        self._node = subprocess.Popen(
            [*program, str(self._root), *what, stretch, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )

    def _send(self, name: str) -> None:
        self._again.append(name)
        assert self._node is not None
        assert self._node.stdin is not None
        with suppress(BrokenPipeError):  # it has ended already; waiting for it says why
            self._node.stdin.write(f"{name}\n".encode())

    @property
    def _root(self) -> Path:
        return self.output.fresh / FOLDER

    def _wait(self) -> dict[str, set[str]]:
        """Wait for Node; of each shard written anew, the files that are the former site's."""
        assert self._node is not None
        printed, error = self._node.communicate()
        if self._node.returncode == _NOT_INSTALLED:
            raise SearchToolError(NO_PAGEFIND)
        if self._node.returncode == _OTHER_VERSION:
            raise SearchToolError(OTHER_PAGEFIND)
        if self._node.returncode == _NO_PROGRAM:
            raise SearchToolError(NO_PROGRAM.format(platform=_last_line(error)))
        if self._node.returncode != 0:
            raise SearchToolError(FAILED.format(why=_last_line(error)))
        return {name: set(files) for name, files in map(json.loads, printed.splitlines())}


def _digest(line: bytes) -> Entry:
    return blake2b(line, digest_size=12).digest()


def _line(page: Page) -> bytes:
    """A record for Node, as a line."""
    entry = page.search
    assert entry is not None, "pages without an entry are passed over"
    name = page.url.rstrip("/").rpartition("/")[2]
    record = {
        "url": page.url,
        "text": f"{entry.text}\n{name}",
        "filters": {key: list(values) for key, values in sorted(entry.filters.items())},
        "meta": {"title": page.title, **entry.meta},
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _last_line(error: bytes) -> str:
    lines = error.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "?"
