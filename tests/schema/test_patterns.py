"""Every pattern says the same to both validators and to an editor: no class is left to the engine.

``\\s`` is another set of characters in Python, in Rust and in ECMAScript, so no pattern uses it.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from yizhan.loading.schemas import load_schema
from yizhan.model.vocabulary import Kind

ODD = [
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or chr(code).isspace()
]
"""All white space and control characters of Unicode, and those that only direct text."""
NODE = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = given.map(([pattern, values]) =>
  ["", "u"].map((flags) => {
    const form = new RegExp(pattern, flags);
    return values.map((value) => (form.test(value) ? 1 : 0)).join("");
  }));
console.log(JSON.stringify(found));
"""


def _schemas(node: object):
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node
        for inner in node.values():
            yield from _schemas(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _schemas(inner)


FOUND = {
    each["pattern"]: str(next(iter(each.get("examples", ["x"]))))
    for name in ("common", *Kind)
    for each in _schemas(load_schema(name))
}
"""Every pattern with a text that fits it."""


def values(example: str) -> list[str]:
    """Texts with each odd character alone, before, after and within one that fits."""
    return [
        text
        for odd in ODD
        for text in (odd, odd + example, example + odd, example[:1] + odd + example[1:])
    ]


@pytest.fixture(scope="module")
def in_an_editor() -> dict[str, list[str]]:
    """What ECMAScript says to each text, without and with the flag ``u``."""
    given = [[pattern, values(example)] for pattern, example in FOUND.items()]
    ran = subprocess.run(
        ["node", "-e", NODE], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return dict(zip(FOUND, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("pattern", FOUND)
def test_all_three_engines_say_the_same(pattern: str, in_an_editor) -> None:
    schema = {"type": "string", "pattern": pattern}
    texts = values(FOUND[pattern])
    compiled, authority = jsonschema_rs.Draft202012Validator(schema), Draft202012Validator(schema)
    verdicts = [authority.is_valid(text) for text in texts]
    assert [compiled.is_valid(text) for text in texts] == verdicts
    bits = "".join("01"[verdict] for verdict in verdicts)
    assert in_an_editor[pattern] == [bits, bits]


@pytest.mark.parametrize("pattern", FOUND)
def test_no_class_is_left_to_the_engine(pattern: str) -> None:
    assert re.search(r"\\[sSwWdDbBpP]", pattern) is None


SPELLED = [pattern for pattern in FOUND if r"\u3000" in pattern]
BLANK = [
    odd
    for odd in ODD
    if unicodedata.category(odd) in {"Cc", "Zs", "Zl", "Zp"} or odd.isspace() or odd == "\ufeff"
]


@pytest.mark.parametrize("pattern", SPELLED)
def test_blank_is_all_white_space_and_control_characters(pattern: str) -> None:
    form = re.compile(pattern)
    assert [odd for odd in BLANK if form.search(odd)] == []
    if pattern.startswith("^"):
        example = FOUND[pattern]
        assert [odd for odd in BLANK if form.search(example + odd)] == []
    assert form.search(FOUND[pattern])


def test_there_are_patterns_that_spell_it() -> None:
    assert len(SPELLED) == 3
