"""No English message puts a plural after a number that may be one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yizhan

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


def test_the_word_goes_with_the_number():
    said = english()
    assert len(said) > 500
    assert {place: text for place, text in said.items() if BARE.search(text)} == {}


def test_this_test_can_fail():
    assert BARE.search("due {day}, {n} working days late")
    assert BARE.search("{records:,} records checked")
    assert not BARE.search("{n} working {n:day|days} late")
    assert not BARE.search("{have} of {whole} square metres took part")
