"""No English message puts a plural after a number that may be one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yizhan
from yizhan.wording.words import load_catalog

FOLDER = Path(yizhan.__file__).parent
COUNTED = (
    "accounts|articles|characters|cases|days|decisions|entries|errors|files|findings|groups|holders|"
    "households|items|levels|matters|meetings|members|metres|months|objections|opinions|pages|"
    "people|persons|points|records|rows|stages|steps|tasks|things|times|votes|warnings"
)
BARE = re.compile(rf"(?<!of )\{{(?!meeting\}})\w+(?::,)?\}} (?:[a-z]+ )?(?:{COUNTED})\b")


def english() -> dict[str, str]:
    """The English half of every text in the code, with its place."""
    found = {}
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Text"
                and node.args
                and isinstance(node.args[-1], ast.Constant)
            ):
                found[f"{file.relative_to(FOLDER)}:{node.lineno}"] = str(node.args[-1].value)
    return found


def labels() -> dict[str, str]:
    """The English of every label in the catalogue that has one form for any number."""
    return {
        message.id: str(message.string)
        for message in load_catalog()
        if message.id and isinstance(message.id, str)
    }


CONSTANT = {
    (
        "不足 {n} 件的组不单独公布，并入“其他”；分母不足 {n} 件的格子不公布。"
        "凡有不公布的，至少两组、合起来至少 {n} 件，所以用总数减也减不出哪一组。"
    ),
    "最近 {n} 天公示过",
    "最近 {n} 天没有公示期满的事。",
}
"""Labels whose number is a constant of the code and never one."""


def test_the_word_goes_with_the_number():
    said = english()
    assert len(said) > 500
    assert {place: text for place, text in said.items() if BARE.search(text)} == {}
    assert {zh for zh, text in labels().items() if BARE.search(text)} == CONSTANT


def test_this_test_can_fail():
    assert BARE.search("due {day}, {n} working days late")
    assert BARE.search("{records:,} records checked")
    assert not BARE.search("{n} working {n:day|days} late")
    assert not BARE.search("{have} of {whole} square metres took part")
