"""Strict YAML: one verdict for any bytes, the same with and without libyaml."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yizhan.loading.decoding import FORBIDDEN
from yizhan.loading.regular import MAX_BYTES
from yizhan.loading.strict_yaml import PARSER, PythonParser, positions, read

ROOT = Path(__file__).parents[2]
BROKEN = sorted((ROOT / "tests/broken").rglob("records/**/*.yaml"))

PIECES = st.sampled_from(
    (
        *("a", "标题", "1", "2020-06-12", ": ", ":", "：", "- ", "-", "\n", "\n  ", "\n    ", " "),
        *("'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "|", ">", "#", " #", "? ", "%"),
        *("@", "---", "\n---\n", "...", "\t", "\r\n", "\\", "<<", "~", "null", "\u3000"),
        *("\ufeff", "\x00", "\u2028"),
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("81.9", 81.9),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("012", "012"),
        ("12:30", "12:30"),
        ("yes", "yes"),
        ("on", "on"),
        ("2020-06-12", "2020-06-12"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("1234567890123456789", "1234567890123456789"),
        ("'12'", "12"),
        ('"true"', "true"),
    ],
)
def test_a_word_means_what_a_clerk_typed(text: str, value: object) -> None:
    data = read(f"key: {text}\n".encode()).data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_the_c_parser_is_used_where_it_is_there() -> None:
    assert yaml.__with_libyaml__
    assert PARSER is not PythonParser


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.relative_to(ROOT).parts[2])
def test_both_parsers_find_the_same_in_broken_records(path: Path) -> None:
    raw = path.read_bytes()
    assert read(raw, PARSER) == read(raw, PythonParser)


def test_both_parsers_read_the_same_from_real_records() -> None:
    paths = sorted((ROOT / "records").rglob("*.yaml"))
    assert len(paths) > 100
    for path in paths[::5]:
        raw = path.read_bytes()
        assert read(raw, PARSER).data == read(raw, PythonParser).data is not None


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_any_bytes_give_data_or_troubles(raw: bytes) -> None:
    document = read(raw)
    assert (document.data is None) == any(not each.harmless for each in document.troubles)
    for trouble in document.troubles:
        finding = trouble.finding("records/x.yaml")
        assert finding.line >= 1
        assert finding.column >= 1


@given(st.lists(PIECES, max_size=14).map("".join))
@example("a: [1\n")
@example("? - ? - a")
@example("a: |#")
@example("a: >-2#x\n   b")
@settings(max_examples=500)
def test_both_parsers_agree_whether_a_text_can_be_read(text: str) -> None:
    compiled, pure = read(text.encode(), PARSER), read(text.encode(), PythonParser)
    assert (compiled.data is None) == (pure.data is None)
    assert compiled.data == pure.data


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "- " * 200_000,
        "? " * 200_000,
        "a: " + "{a: " * 100_000,
        "\n".join(" " * level + "a:" for level in range(900)),
        "a: " + "[" * 90 + "]" * 90,
        "a:\n" + "\n".join("  " * level + "- " + "- " * 40 for level in range(1, 9)),
    ],
    ids=["brackets", "dashes", "questions", "braces", "indentation", "short", "mixed"],
)
def test_depth_is_a_trouble_and_never_a_crash(text: str) -> None:
    (trouble, *_) = read(text.encode()).troubles
    assert trouble.code == "Y017"


def test_a_billion_laughs_are_not_laughed() -> None:
    lines = ["a0: &a0 [x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)
    ]
    document = read("\n".join(lines).encode())
    assert {trouble.code for trouble in document.troubles} == {"Y014"}
    assert len(document.troubles) == 10 + 9 * 9


def test_a_large_file_is_not_even_decoded() -> None:
    (trouble,) = read(b"\xff" * (MAX_BYTES + 1)).troubles
    assert (trouble.code, trouble.values["size"]) == ("Y003", "512")


def test_every_double_key_is_told_with_its_first_line() -> None:
    document = read(b"a: 1\nb:\n  c: 1\n  c: 2\na:\n  d: 1\n  d: 2\n")
    found = [(each.line, each.values["key"], each.values["first"]) for each in document.troubles]
    assert found == [(4, "c", 3), (5, "a", 1), (7, "d", 6)]


TEXT = """\
id: x
raised:
  date: 2020
log:
  - date: 2021
    by: a
  - date: 2022
empty:
"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("id",), (1, 5)),
        (("raised",), (2, 1)),
        (("raised", "date"), (3, 9)),
        (("raised", "by"), (2, 1)),
        (("log", 1, "date"), (7, 11)),
        (("log", 1), (7, 5)),
        (("log", 7), (4, 1)),
        (("empty",), (8, 1)),
        (("nothing",), (1, 1)),
        ((), (1, 1)),
        (("id", "deeper"), (1, 5)),
    ],
)
def test_positions(pointer: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert positions(TEXT, pointer) == [place]


def test_positions_of_keys() -> None:
    assert positions(TEXT, ("id",), ("log", 0, "by"), at_key=True) == [(1, 1), (6, 5)]


@pytest.mark.parametrize(
    "escape", ["\\x1c", "\\x1f", "\\a", "\\x7f", "\\N", "\\L", "\\uFEFF", "\\0"]
)
@pytest.mark.parametrize("form", ['title: "a{}"\n', '"a{}": b\n', 'log: [{{note: "{}"}}]\n'])
def test_escaped_control_characters_are_control_characters(escape, form):
    document = read(form.format(escape).encode())
    assert document.data is None
    assert [each.code for each in document.troubles] == ["Y002"]


def test_other_escapes_are_read():
    assert read(rb'title: "a\n\"b\"\\ \u3000c"').data == {"title": 'a\n"b"\\ \u3000c'}


def test_what_python_calls_printable_holds_nothing_that_is_forbidden() -> None:
    """The quick look at a whole text rests on this; the slow one then finds what is wrong."""
    forbidden = [letter for code in range(sys.maxunicode + 1) if _is_odd(letter := chr(code))]
    assert len(forbidden) > 2000
    assert not any(letter.isprintable() for letter in forbidden)


def _is_odd(letter: str) -> bool:
    return letter == "\t" or FORBIDDEN.search(letter) is not None
