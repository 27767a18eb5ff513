"""Every sentence has one home: no Chinese text is in two places, whichever mechanism holds it.

Which mechanism holds what is written in ``docs/decisions/0026-one-sentence-one-home.md``.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import yizhan
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.vocabulary import Kind
from yizhan.wording.words import load_catalog

FOLDER = Path(yizhan.__file__).parent
SHELLS = FOLDER.parents[1] / "overrides"
CHINESE = re.compile("[\u4e00-\u9fff]")
SENTENCE = 6
"""From so many Chinese characters on, two texts are compared without fields and punctuation."""

HOMONYMS = {
    "不限": "no filter in a search; no limit to what an item can bring",
    "全部事项": "the heading of the list; a link of the shell for missing pages, which cannot ask for it",
    "命令": "the heading over commands; the place of one in a line of help",
    "地方": "a filter of the search, which a script fills from code; the label of a place",
    "年份": "a filter of the search; the place of a year in a path",
    "查找": "the button of the page for searching; that of every shell, which cannot ask for it",
    "数字": "a number in YAML; the form of a field; a figure that somebody claims",
    "栏目": "the fields of a record; the sections of the site",
    "移交": "that a matter was handed over; the rule for handing over in a procedure",
    "筛选": "the search's filters, which a script fills from code; the label of a list's filters",
    "编号": "the place of an id in a path; the label of a record's id",
    "逾期": "the part of a month's report; a mark in a list",
    "销号": "up to which state days are counted; the label of the matters closed",
}
"""Single words that mean two things or cannot be shared, with both uses."""


def texts() -> Iterator[tuple[str, str, str]]:
    """Every ``Text`` written in code: the Chinese half, the English one, the place."""
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                halves = [written(each) for each in node.args]
                if len(halves) == 2 and CHINESE.search(halves[0]):
                    yield (*halves, f"{file.relative_to(FOLDER)}:{node.lineno}")


def written(half: ast.expr) -> str:
    """A half as it is written; what an f-string fills in is a field, what code computes is nothing."""
    if isinstance(half, ast.Constant):
        return str(half.value)
    if isinstance(half, ast.JoinedStr):
        return "".join(
            str(each.value) if isinstance(each, ast.Constant) else "{}" for each in half.values
        )
    return ""


def catalogue() -> Iterator[str]:
    """The Chinese of every label in the catalogue."""
    for message in load_catalog():
        if message.id:
            yield message.id if isinstance(message.id, str) else message.id[0]


def shells() -> Iterator[tuple[str, str]]:
    """The Chinese of every shell: between tags and in strings; with the file's name."""
    for file in sorted(SHELLS.rglob("*.html")):
        source = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        pieces = re.split("[\"'<>{}\n]", source)
        yield from (
            (zh, file.name)
            for zh in sorted({each.strip(" -") for each in pieces})
            if CHINESE.search(zh)
        )


def bare(text: str) -> str:
    """A text without what may differ between two copies of it."""
    plain = re.sub(r"\{[^}]*\}|[\s“”‘’。，、：；（）？！,.:;()#*`-]", "", text)
    return plain if len(plain) >= SENTENCE else text


def in_two_places(homes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The texts with more than one home."""
    same: dict[str, list[str]] = defaultdict(list)
    for text, places in homes.items():
        same[bare(text)] += [f"{place} {text}" for place in places]
    return {text: places for text, places in same.items() if len(places) > 1}


def test_no_sentence_is_in_two_places():
    homes: dict[str, list[str]] = defaultdict(list)
    for zh, _en, place in texts():
        homes[zh].append(place)
    for zh in catalogue():
        homes[zh].append("yizhan.po")
    for zh, file in shells():
        homes[zh].append(file)
    assert len(homes) > 1000
    assert {"yizhan.po", "header.html", "404.html"} <= {
        each for all_of in homes.values() for each in all_of
    }
    found = in_two_places(homes)
    assert {text: places for text, places in found.items() if text not in HOMONYMS} == {}
    assert set(HOMONYMS) <= set(found), "no longer a homonym"


def test_kinds_are_named_by_the_schema_alone():
    titles = {load_vocabulary().title(kind).zh for kind in Kind}
    assert len(titles) == len(Kind)
    assert {place: zh for zh, _en, place in texts() if zh in titles} == {}
    assert titles.isdisjoint(catalogue())
    assert titles.isdisjoint(zh for zh, _file in shells())


def test_only_pages_speak_from_the_catalogue():
    """Code below the pages says ``Text``; the pages, whose labels are translated, say none."""
    labels, own = [], [place for _zh, _en, place in texts() if place.startswith("pages/")]
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("_", "n_") and file.parent.name != "pages":
                    labels.append(f"{file.relative_to(FOLDER)}:{node.lineno}")
    assert labels == []
    assert own == []


def test_templates_say_no_chinese_of_their_own():
    """What a template says is in the catalogue, so that English has it too."""
    said = re.compile(r"""\bn?_\(\s*("[^"]*"|'[^']*')|\{#.*?#\}""", re.DOTALL)
    wrong = {
        file.name: found
        for file in sorted((FOLDER / "pages/templates").glob("*.html"))
        if (found := CHINESE.findall(said.sub("", file.read_text(encoding="utf-8"))))
    }
    assert wrong == {}


def test_this_test_can_fail():
    copies = {"没有解决，原因见下。": ["a"], "没有解决 {why}，原因见下": ["b"], "没有": ["a"]}
    assert list(in_two_places(copies)) == ["没有解决原因见下"]
    assert written(ast.parse('f"{x}是一个文件"', mode="eval").body) == "{}是一个文件"
    assert in_two_places({"没有": ["a", "b"]}) == {"没有": ["a 没有", "b 没有"]}
