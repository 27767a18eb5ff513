"""Search over real petitions: what is found, and what comes first.

"Found" is the share of the texts containing a query that the search returns; "right in the first
ten" is the share of the first ten results that contain it.
"""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage

from yizhan.pages.page import Page, SearchEntry
from yizhan.publishing.output import Output
from yizhan.publishing.search import SearchIndex
from yizhan.publishing.search_shards import shard_list

from .conftest import ask, serving, with_index

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("YIZHAN_CIVIC_DATA", ROOT.parent / "shared" / "data" / "civic"))
PETITIONS = FOLDER / "messages-2801.xlsx"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
QUERIES = """
公交车 停车位 路灯 噪音 物业费 学校 垃圾 下水道 电梯 违建 拆迁 医院 医保 低保 养老金 社保 幼儿园 公积金 房产证 农民工
工资 环境污染 出租车 油烟 广场舞 施工 水管 自来水 停电 燃气 绿化带 道路 斑马线 红绿灯 村委会 补贴 退休 培训机构 快递
户口 身份证 公园 消防通道 业主 开发商 城管 狗 树
"""


def petitions() -> dict[str, tuple[str, str]]:
    """Number → title and text, from the sheet's XML."""
    with zipfile.ZipFile(PETITIONS) as book:
        strings = [
            "".join(text.text or "" for text in item.iter(f"{_SHEET}t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{_SHEET}row"):
        cells = {}
        for cell in row:
            value = cell.findtext(f"{_SHEET}v")
            if value is not None:
                column = re.sub(r"\d", "", cell.get("r", ""))
                cells[column] = strings[int(value)] if cell.get("t") == "s" else value
        rows.append(cells)
    return {row["A"]: (row["C"], "".join(row.get("E", "").split())) for row in rows[1:]}


def index(texts: dict[str, tuple[str, str]], site: Path) -> str:
    with SearchIndex(ROOT, Output(site), len(texts)) as made:
        for number, (title, text) in texts.items():
            entry = SearchEntry(f"{title}\n{text}", {"kind": ("事项",)}, {"title": title})
            made.add(Page(f"matters/{number}/", "matters", title, "", "", "zh", search=entry))
        return json.dumps(shard_list(made.finish()))


@pytest.mark.skipif(not PETITIONS.exists(), reason=f"the real petitions are not in {FOLDER}")
def test_everyday_queries_over_real_petitions(
    village: Path, tmp_path: Path, page: BrowserPage, capsys: pytest.CaptureFixture[str]
) -> None:
    texts, queries = petitions(), QUERIES.split()
    (tmp_path / "index").mkdir()
    shards = index(texts, tmp_path / "index")
    site = with_index(village, tmp_path / "site", shards)
    (tmp_path / "index" / "pagefind").rename(site / "pagefind")
    wanted = found = right = shown = 0
    with serving(site) as url:
        page.goto(f"{url}search/")
        for query in queries:
            having = {key for key, parts in texts.items() if query in f"{parts[0]}\n{parts[1]}"}
            first = [href.rstrip("/").rpartition("/")[2] for href in ask(page, query)]
            returned = page.evaluate(
                """async (query) => {
                  const script = document.querySelector("script[src$='search.js']").src;
                  const {find} = await import(script);
                  const {exact, close} = await find(query, {});
                  const all = await Promise.all([...exact, ...close].map((each) => each.data()));
                  return all.map((each) => each.url.split("/").at(-2));
                }""",
                query,
            )
            wanted += len(having)
            found += len(having & set(returned))
            right += sum(key in having for key in first)
            shown += len(first)
    with capsys.disabled():
        print(
            f"\n{len(texts)} petitions, {len(queries)} queries: {found / wanted:.1%} found "
            f"({found} of {wanted}), {right / shown:.1%} right in the first ten ({right} of {shown})"
        )
    assert len(queries) >= 30
    assert found / wanted >= 0.99
    assert right / shown >= 0.95
