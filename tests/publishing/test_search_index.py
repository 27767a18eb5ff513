from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from yizhan.pages.page import Page, SearchEntry
from yizhan.publishing import search, search_shards
from yizhan.publishing.output import Output
from yizhan.publishing.search import SearchIndex
from yizhan.publishing.search_errors import SearchToolError
from yizhan.publishing.search_shards import shard_list, shard_size

from .conftest import ROOT, tree

WORDS = ROOT / "tools/yizhan/publishing/search_words.mjs"


def page(number: int, year: str = "2024") -> Page:
    entry = SearchEntry(
        f"路灯不亮{number}\n玉城家园门口\n玉城家园门口",
        {"kind": ("事项",), "year": (year,) if year else ()},
        {"title": f"路灯不亮{number}", "status": "办理中"},
        {"date": f"{year}-01-05"},
    )
    url = f"matters/{year}0105-x{number}/"
    return Page(url, "matters", f"路灯不亮{number}", "", "", "zh", search=entry)


def name_of(first: Page) -> str:
    """The folder of a shard, from its first page."""
    return hashlib.blake2b(first.url.encode(), digest_size=4).hexdigest()


NAME = name_of(page(1))


def index(folder: Path, pages: list[Page], project: Path = ROOT) -> list[search_shards.Shard]:
    with SearchIndex(project, Output(folder), len(pages)) as made:
        for each in pages:
            made.add(each)
        return made.finish()


def in_node(call: str) -> object:
    code = f"import {{cut, parts, ask}} from {json.dumps(WORDS.as_uri())}; console.log(JSON.stringify({call}))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("公交车。", "公交 交车 车"),
        ("坐K12路，6号线", "坐 K12 路 6 号线 线"),
        ("标题\n正文", "标题 题 正文 文"),
        ("20200612-guangchang area leader", "20200612-guangchang area leader"),
    ],
)
def test_text_is_cut_into_pairs(text: str, words: str) -> None:
    assert in_node(f"cut({json.dumps(text)})") == words.split()


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("公交车", [{"term": '"公交 交车"', "exact": True}]),
        (
            "“物业费”、停车",
            [{"term": '"物业 业费"', "exact": True}, {"term": '"停车"', "exact": True}],
        ),
        ("6号线A", [{"term": '"6 号线 线 a"', "exact": True}]),
        ("树", [{"term": "树", "exact": False}]),
        ("20200612-guangchang", [{"term": '"20200612-guangchang"', "exact": True}]),
        (" ，-", []),
    ],
)
def test_a_query_is_asked_as_it_was_indexed(query: str, asked: object) -> None:
    assert in_node(f"parts({json.dumps(query)}).map(ask)") == asked


@pytest.mark.parametrize(
    ("records", "size"),
    [(0, 500), (4_200, 530), (10_000, 1_300), (50_000, 6_300), (200_000, 12_500)],
)
def test_the_number_of_indexes_grows_slower_than_the_archive(records: int, size: int) -> None:
    assert shard_size(records) == size


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [page(number) for number in range(40)]
    index(tmp_path / "a", pages)
    index(tmp_path / "b", pages)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_nothing_of_pagefinds_own_interface_is_published(tmp_path: Path) -> None:
    index(tmp_path, [page(1)])
    files = [path for path in tree(tmp_path) if "/index/" not in path and "/fragment/" not in path]
    kept = [path for path in files if not path.endswith((".pf_meta", ".pf_filter"))]
    assert kept == [
        f"pagefind/{NAME}/pagefind-entry.json",
        "pagefind/pagefind-entry.json",
        "pagefind/pagefind.js",
        "pagefind/wasm.unknown.pagefind",
        "pagefind/words.js",
    ]


def test_a_fragment_holds_each_line_once(tmp_path: Path) -> None:
    index(tmp_path, [page(1)])
    (file,) = (tmp_path / f"pagefind/{NAME}/fragment").iterdir()
    fragment = json.loads(gzip.decompress(file.read_bytes()).decode().removeprefix("pagefind_dcd"))
    assert fragment["url"] == "matters/20240105-x1/"
    assert fragment["content"] == "路灯不亮1。玉城家园门口。20240105-x1。"
    assert fragment["meta"] == {"title": "路灯不亮1", "status": "办理中"}


def test_shards_are_listed_newest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_shards, "SMALLEST_SHARD", 2)
    monkeypatch.setattr(search_shards, "LARGEST_SHARD", 2)
    pages = [page(1, "2021"), page(2, "2022"), page(3, "2023"), page(4, "2024"), page(5, "")]
    assert shard_list(index(tmp_path, pages)) == [
        {"name": name_of(pages[4]), "count": 1, "first": "", "last": ""},
        {"name": name_of(pages[2]), "count": 2, "first": "2023", "last": "2024"},
        {"name": name_of(pages[0]), "count": 2, "first": "2021", "last": "2022"},
    ]


def test_pages_without_an_entry_are_left_out(tmp_path: Path) -> None:
    assert index(tmp_path, [Page("matters/", "matters", "事项", "", "", "zh")]) == []


def test_without_pagefind_one_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tmp_path / "package"
    alone.mkdir()
    for script in WORDS.parent.glob("*.mjs"):
        shutil.copy(script, alone)
    monkeypatch.setattr(search, "HERE", alone)
    with pytest.raises(SearchToolError) as caught:
        index(tmp_path / "site", [page(number) for number in range(3)], project=tmp_path)
    assert caught.value.text.zh == "没有找到搜索组件 Pagefind：请在项目目录运行 npm ci。"
    assert caught.value.text.en == (
        "The search engine Pagefind was not found: run npm ci in the project's folder."
    )


def test_a_lock_that_misses_this_platform_is_named(tmp_path: Path) -> None:
    # npm ci passes over such an entry, and one with a wrong hash, in silence
    shutil.copytree(ROOT / "node_modules/pagefind", tmp_path / "node_modules/pagefind")
    with pytest.raises(SearchToolError) as caught:
        index(tmp_path / "site", [page(1)], project=tmp_path)
    (program,) = (ROOT / "node_modules/@pagefind").iterdir()
    assert caught.value.text.zh == (
        f"Pagefind 没有装上本机系统（{program.name}）用的程序：package-lock.json 里缺这一项，或者校验值不对。"
        "请恢复原来的 package-lock.json，再在项目目录运行 npm ci。"
    )
    assert caught.value.text.en == (
        f"Pagefind's program for this platform ({program.name}) is not installed: package-lock.json misses its entry, "
        "or the hash is wrong. Restore package-lock.json, then run npm ci in the project's folder."
    )


def test_without_node_one_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SearchToolError) as caught:
        index(tmp_path / "site", [])
    assert caught.value.text.zh == (
        "没有找到 Node.js，无法建立搜索索引：请安装 Node.js 20 或更新的版本，再在项目目录运行 npm ci。"
    )


def test_a_failure_of_pagefind_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "site"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(SearchToolError) as caught:
        index(blocked, [page(1)])
    assert caught.value.text.zh.startswith("建立搜索索引时 Pagefind 出错（")


def test_node_ends_with_the_last_index_and_not_with_the_build(tmp_path: Path) -> None:
    with SearchIndex(ROOT, Output(tmp_path), 1) as made:
        made.add(page(1))
        made.close()
        assert made._node is not None
        assert made._node.wait(timeout=60) == 0
        assert [shard.count for shard in made.finish()] == [1]


def test_leaving_by_an_exception_ends_the_processes(tmp_path: Path) -> None:
    running: list[int] = []

    def fail() -> None:
        with SearchIndex(ROOT, Output(tmp_path), 1) as made:
            made.add(page(1))
            assert made._node is not None
            running.append(made._node.pid)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert running
    for pid in running:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_lock_names_no_registry() -> None:
    assert "://" not in (ROOT / "package-lock.json").read_text()
