"""Every sentence has one home: no Chinese text is in two places, whichever mechanism holds it.

Which mechanism holds what is written in ``docs/decisions/0026-one-sentence-one-home.md``.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import yizhan
from yizhan.loading.schemas import load_vocabulary
from yizhan.model.vocabulary import Kind
from yizhan.wording.words import load_catalog

FOLDER = Path(yizhan.__file__).parent
ROOT = FOLDER.parents[1]
SHELLS = ROOT / "overrides"
CHINESE = re.compile("[\u4e00-\u9fff]")
SENTENCE = 6
"""From so many Chinese characters on, two texts are compared without fields and punctuation."""

NEAR = 0.8
"""So alike are two sentences that say the same: the share that ``difflib`` finds in both."""
LONG = 7
"""Chinese characters from which on likeness means something."""

ALIKE: dict[tuple[str, str], str] = {
    (
        "checks/",
        "checks/",
    ): "twin checks say of a body what another says of a place; each message is read with its check",
    ("checks/shared/reading/", "loading/"): "the rule in general, for the manual; the case in hand",
    (
        "commands/interview/dates.py",
        "loading/schema_messages.py",
    ): "what is typed; what a file says",
    ("checks/m010", "commands/advance_fields.py"): "what is wrong; a hint before anything is typed",
    ("yizhan.po", "schema/meeting"): "the heading over tasks; the field that names a meeting",
}
"""Places whose sentences may be alike, with the reason."""

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


def schemas() -> Iterator[tuple[str, str]]:
    """The Chinese of titles, descriptions and messages in ``schema/``, with the file."""

    def said(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                if isinstance(value, str) and key in (
                    "title",
                    "description",
                    "patternErrorMessage",
                ):
                    yield value
                elif key not in ("examples", "x-en"):
                    yield from said(value)
        elif isinstance(node, list):
            for each in node:
                yield from said(each)

    for file in sorted((ROOT / "schema").glob("*.schema.json")):
        for zh in dict.fromkeys(said(json.loads(file.read_text(encoding="utf-8")))):
            yield zh, f"schema/{file.name}"


def documents() -> Iterator[tuple[str, str]]:
    """The lines and sentences of ``docs/`` in Chinese, code apart; records of decisions quote."""
    for file in sorted((ROOT / "docs").rglob("*.md")):
        path = file.relative_to(ROOT).as_posix()
        if path.startswith(("docs/en/", "docs/decisions/")):
            continue
        text = re.sub(
            "^```.*?^```$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        for line in text.splitlines():
            for each in dict.fromkeys([line, *re.split("(?<=[。；！？])", line)]):
                zh = re.sub(r"^\s*(?:[-*#>|]+|\d+\.|[a-z]+:)\s*", "", each).strip(" |")
                if CHINESE.search(zh):
                    yield zh, path


def alike(one: str, other: str) -> bool:
    """Whether two bare texts say nearly the same.

    Lengths and letters show at once what cannot be; of millions of pairs, few have to be compared.
    """
    needed = NEAR * (len(one) + len(other)) / 2
    if needed > min(len(one), len(other)) or needed > len(one) - len(letters(one) - letters(other)):
        return False
    if needed > (Counter(one) & Counter(other)).total():
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR


@cache
def letters(text: str) -> frozenset[str]:
    """The different letters of a text."""
    return frozenset(text)


Said = tuple[str, str]
"""A text and its place."""


def near_copies(ours: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of one of ours and one of either in another file that say nearly the same."""
    sides = [(said, bare(said[0]), said[1].partition(":")[0]) for said in (*ours, *others)]
    for number, (said, text, file) in enumerate(sides[: len(ours)]):
        for other, there, its_file in sides[number + 1 :]:
            if file != its_file and alike(text, there):
                yield said, other


def may_be_alike(one: str, other: str) -> tuple[str, str] | None:
    """The exception that two places fall under."""
    for pair in ALIKE:
        if any(
            a.startswith(pair[0]) and b.startswith(pair[1]) for a, b in ((one, other), (other, one))
        ):
            return pair
    return None


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


def test_no_sentence_is_said_again_in_other_words():
    """Near copies: a sentence that is nearly another's is the same, badly copied."""
    ours = [(zh, place) for zh, _en, place in texts()]
    ours += [(zh, "yizhan.po") for zh in catalogue()]
    others = [*schemas(), *documents()]
    long = [
        [(zh, place) for zh, place in some if len(CHINESE.findall(bare(zh))) >= LONG]
        for some in (ours, others)
    ]
    assert all(len(some) > 400 for some in long)
    excused = set()
    wrong = []
    for (text, place), (other, there) in near_copies(*long):
        pair = may_be_alike(place, there)
        excused.add(pair)
        if pair is None:
            wrong.append(f"{place} {text} | {there} {other}")
    assert wrong == []
    assert set(ALIKE) <= excused, "no longer alike"


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
    one, other = ("村里的事都有记录可以查。", "a.py:1"), ("村里的事，都有记录可查。", "b.md")
    assert list(near_copies([one], [other])) == [(one, other)]
    assert list(near_copies([one, (other[0], "a.py:9")], [])) == []
    assert list(near_copies([one], [("网站上的页面每天都是新的。", "b.md")])) == []
