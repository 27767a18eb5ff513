"""Our index files beside those that Pagefind itself makes of the same records."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.xdist_group("search_format")  # an index by Pagefind, made once


INDEXER = ROOT / "tools/yizhan/publishing/search_index.mjs"
WORDS = INDEXER.with_name("search_words.mjs")
PAGEFIND = ROOT / "node_modules/pagefind/lib/index.js"
LINES = ["玉城家园门口路灯不亮", "坐K12路到6号线的桂花树下", "ABC 第2社区居民委员会", "树"]


def records() -> list[dict[str, Any]]:
    """Enough of them for several stretches of words; words repeat within and between records."""
    return [
        {
            "url": f"matters/{number}/",
            "text": "\n".join(
                [f"{LINES[number % 4]}{number}", *LINES, f"办理{chr(0x4E00 + number)}"]
            ),
            "filters": {"kind": ["事项"], "year": [str(2020 + number % 3)]},
            "meta": {"title": f"{LINES[number % 4]}{number}"},
        }
        for number in range(400)
    ]


def ours(folder: Path) -> Path:
    shard = folder / "0"
    shard.mkdir(parents=True)
    lines = (json.dumps(record, ensure_ascii=False) for record in records())
    (shard / "records.ndjson").write_text("\n".join(lines) + "\n", "utf-8")
    command = ["node", str(INDEXER), str(ROOT), str(folder), "engine", "6000"]
    subprocess.run(command, input=b"0\n", check=True)
    return shard


def theirs(folder: Path) -> Path:
    """What Pagefind makes of the same words, given to it separated by spaces and with equal weights."""
    code = f"""
    import {{ createIndex, close }} from {json.dumps(PAGEFIND.as_uri())};
    import {{ readFileSync }} from "node:fs";
    import {{ cut }} from {json.dumps(WORDS.as_uri())};
    const {{ index }} = await createIndex({{ forceLanguage: "und" }});
    for (const {{ url, text, filters, meta }} of JSON.parse(readFileSync(0, "utf8"))) {{
      const lines = [...new Set(text.split("\\n"))].join("\\n");
      const content = "___PAGEFIND_WEIGHT___1.05 " + cut(lines).join(" ");
      const title = cut(meta.title).join(" ");
      await index.addCustomRecord({{ url, content, language: "und", filters, meta: {{ title }} }});
    }}
    await index.writeFiles({{ outputPath: {json.dumps(str(folder))} }});
    await close();
    """
    subprocess.run(
        ["node", "--input-type=module", "-e", code],
        input=json.dumps(records()).encode(),
        env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "6000"},
        check=True,
    )
    return folder


def decode(raw: bytes, at: int = 0) -> tuple[Any, int]:
    """A CBOR value and where the next one begins."""
    major, size = raw[at] >> 5, raw[at] & 31
    at += 1
    if size >= 24:
        width = 1 << (size - 24)
        size, at = int.from_bytes(raw[at : at + width]), at + width
    if major in (0, 1):
        return (size if major == 0 else -1 - size), at
    if major == 3:
        return raw[at : at + size].decode(), at + size
    assert major == 4
    values = []
    for _ in range(size):
        value, at = decode(raw, at)
        values.append(value)
    return values, at


def content(file: Path) -> Any:
    raw = gzip.decompress(file.read_bytes())
    assert raw.startswith(b"pagefind_dcd")
    value, end = decode(raw, len("pagefind_dcd"))
    assert end == len(raw)
    return value


def parts(folder: Path) -> dict[str, Any]:
    """All that an index says, without the names of its files."""
    (meta,) = folder.glob("pagefind.*.pf_meta")
    version, pages, stretches, filters, sorts, fields = content(meta)
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["und"].pop("hash") == meta.name.split(".")[1]
    entry.pop("include_characters")
    return {
        "entry": entry,
        "meta": [version, [page[1:] for page in pages], sorts, fields],
        "stretches": [[first, last] for first, last, _name in stretches],
        "words": [content(folder / "index" / f"{name}.pf_index") for *_, name in stretches],
        "filters": [content(folder / "filter" / f"{name}.pf_filter") for _filter, name in filters],
        "urls": [
            json.loads(
                gzip.decompress((folder / "fragment" / f"{name}.pf_fragment").read_bytes())[12:]
            )["url"]
            for name, *_ in pages
        ],
    }


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("format")
    return parts(ours(folder / "ours")), parts(theirs(folder / "theirs"))


@pytest.mark.parametrize("part", ["entry", "meta", "stretches", "filters", "urls"])
def test_our_index_says_what_pagefinds_own_says(
    both: tuple[dict[str, Any], dict[str, Any]], part: str
) -> None:
    own, pagefind = both
    assert own[part] == pagefind[part]


def test_every_word_has_the_same_places(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    own, pagefind = (
        {word: pages for (stretch,) in each["words"] for word, pages, _ in stretch} for each in both
    )
    assert own["门口"] == pagefind["门口"]
    assert own == pagefind


def test_there_are_several_stretches(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert len(both[0]["stretches"]) > 3


def test_an_id_is_found_by_its_parts_and_a_word_without_its_accent(tmp_path: Path) -> None:
    shard = tmp_path / "0"
    shard.mkdir()
    record = {
        "url": "x/",
        "text": "20240105-Guangchang\ncafé",
        "filters": {},
        "meta": {"title": ""},
    }
    (shard / "records.ndjson").write_text(json.dumps(record), "utf-8")
    command = ["node", str(INDEXER), str(ROOT), str(tmp_path), "shards", "6000"]
    subprocess.run(command, input=b"0\n", check=True)
    ((words,),) = parts(shard)["words"]
    assert words == [
        ["20240105", [[0, [0], []]], []],
        ["20240105guangchang", [[0, [0], []]], []],
        ["cafe", [[0, [1], []]], []],
        ["guangchang", [[0, [0], []]], []],
    ]


def _written(folder: Path, lines: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "0").mkdir(parents=True)
    (folder / "0" / "records.ndjson").write_text(text, "utf-8")


def _indexed(folder: Path, former: Path | None = None) -> set[str]:
    """Have Node make the index; the files of the former one that belong to it."""
    places = [str(folder), "shards", "300", *([] if former is None else [str(former)])]
    command = ["node", str(INDEXER), str(ROOT), *places]
    done = subprocess.run(command, input=b"0\n", check=True, capture_output=True)
    return set(json.loads(done.stdout)[1])


def _site(folder: Path) -> dict[str, bytes]:
    paths = (path for path in (folder / "0").rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder / "0")): path.read_bytes()
        for path in paths
        if path.name != "records.ndjson"
    }


def _edited(chance: random.Random, record: dict[str, Any]) -> dict[str, Any]:
    """A record after an edit of one of several kinds."""
    text, title, filters = record["text"], record["meta"]["title"], record["filters"]
    match chance.randrange(7):
        case 0:
            title = f"改{title}"
        case 1:
            text += "\n路灯 foo-bar.baz K12 foo 𠀀é 又亮了"
        case 2:
            text = text[: len(text) // 2]
        case 3:
            filters = {**filters, "year": ["2031"]}
        case 4:
            filters = {"kind": [*filters["kind"], "规约"]}
        case 5:
            text, title = "龘", "a"
        case _:
            filters = {**filters, "status": ["已解决"]}
    return {**record, "text": text, "filters": filters, "meta": {"title": title}}


@pytest.mark.parametrize("seed", range(16))
def test_an_index_made_of_the_former_one_is_the_same_as_one_made_anew(
    tmp_path: Path, seed: int
) -> None:
    """Stretches of 300 places, so that one edit moves the borders of several."""
    chance = random.Random(seed)
    before = records()
    _written(tmp_path / "former", before)
    _indexed(tmp_path / "former")
    now, changes = list(before), []
    for number in sorted(chance.sample(range(len(before)), chance.choice((1, 1, 2, 12)))):
        now[number] = _edited(chance, before[number])
        changes.append([number, before[number], now[number]])
    _written(tmp_path / "whole", now)
    whole = _indexed(tmp_path / "whole", tmp_path / "former")
    _written(tmp_path / "patched", [])  # nothing to index anew: it has to be made of the former one
    text = json.dumps(changes, ensure_ascii=False)
    (tmp_path / "patched" / "0" / "changes.json").write_text(text, "utf-8")
    patched = _indexed(tmp_path / "patched", tmp_path / "former")
    assert patched == whole
    assert _site(tmp_path / "patched") == _site(tmp_path / "whole")


def test_where_two_files_would_have_one_name_everything_is_indexed_anew(tmp_path: Path) -> None:
    """A record becomes the same as another: which of the two has the longer name, their order tells."""
    before = records()
    _written(tmp_path / "former", before)
    _indexed(tmp_path / "former")
    now = [*before]
    now[7] = before[300]
    for name in ("whole", "patched"):
        _written(tmp_path / name, now)
    text = json.dumps([[7, before[7], now[7]]], ensure_ascii=False)
    (tmp_path / "patched" / "0" / "changes.json").write_text(text, "utf-8")
    whole = _indexed(tmp_path / "whole", tmp_path / "former")
    assert _indexed(tmp_path / "patched", tmp_path / "former") == whole
    assert _site(tmp_path / "patched") == _site(tmp_path / "whole")
