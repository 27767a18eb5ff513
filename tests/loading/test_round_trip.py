"""Writing records: an added item is all that changes, whatever the file looks like."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yizhan.loading.decoding import FORBIDDEN, LOST
from yizhan.loading.round_trip import NoPlaceError, append, compose, replace
from yizhan.loading.strict_yaml import read

RECORDS = Path(__file__).parents[2] / "records"
MATTERS = sorted((RECORDS / "matters").rglob("*.yaml"))
ENTRY = {"date": "2099-01-02", "step": "progress", "note": "电话：已回复 # 不是注释\n\n第二段"}
LINES = """\
  - date: 2099-01-02
    step: progress
    note: |-
      电话：已回复 # 不是注释

      第二段
"""
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs",)).filter(
    lambda letter: letter == "\n" or (letter != "\t" and not FORBIDDEN.match(letter))
)
READABLE = st.text(LETTERS, min_size=1).filter(lambda text: not LOST.search(text))
TEXTS = READABLE | st.sampled_from(
    ["yes", "12:30", "012", "2026-02-30", "- a", "#", "a: b", "null", "1", "'", '"', "...", "---"]
)


def added(before, after):
    """The bytes that were added, where nothing else changed."""
    start = next(
        (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    rest = len(before) - start
    if rest:
        assert after.endswith(before[start:])
    return after[start : len(after) - rest]


@pytest.mark.parametrize("path", MATTERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_matter_gets_added_lines_only(path, end):
    raw = path.read_bytes().replace(b"\n", end.encode())
    after = append(raw, "log", ENTRY)
    data = read(raw).data
    assert read(after).data == {**data, "log": [*data.get("log", []), ENTRY]}
    old, new = raw.split(b"\n"), after.split(b"\n")
    kept = iter(new)
    assert all(line in kept for line in old), "an old line is gone or has moved"
    fresh = len(added(raw, after).split(b"\n")) - 1
    assert len(new) == len(old) + fresh
    assert after.count(b"\r\n") == (after.count(b"\n") if end == "\r\n" else 0)


FILES = {
    "behind the last entry, before what follows": (
        "a: 1\nlog:\n  - step: a   # why\nz:   'x'\n",
        "a: 1\nlog:\n  - step: a   # why\n{entry}z:   'x'\n",
    ),
    "behind the comments of the last entry": (
        "log:\n  - step: a\n    # 等电话\n  # 到这里\n# 来源\nz: 1\n",
        "log:\n  - step: a\n    # 等电话\n  # 到这里\n{entry}# 来源\nz: 1\n",
    ),
    "blank lines and comments at the end stay there": (
        "log:\n  - step: a\n\n\n# 完\n",
        "log:\n  - step: a\n{entry}\n\n# 完\n",
    ),
    "a blank line where the entries are separated by one": (
        "log:\n  - step: a\n\n  - step: b\nz: 1\n",
        "log:\n  - step: a\n\n  - step: b\n\n{entry}z: 1\n",
    ),
    "empty brackets": ("log: []\nz: 1\n", "log:\n{entry}z: 1\n"),
    "empty brackets with a comment, no line end": (
        "z: 1\nlog: [ ]  # 还没有",
        "z: 1\nlog:  # 还没有\n{entry}",
    ),
    "no log": ("a: 1\n# 完\n", "a: 1\n# 完\nlog:\n{entry}"),
    "no log, no line end": ("a: 1", "a: 1\nlog:\n{entry}"),
    "no line end at the end": ("log:\n  - step: a", "log:\n  - step: a\n{entry}"),
    "byte order mark": ("\ufefflog:\n  - step: a\n", "\ufefflog:\n  - step: a\n{entry}"),
    "block text that keeps its blank lines": (
        "log:\n  - note: |+\n      a\n\n\nz: 1\n",
        "log:\n  - note: |+\n      a\n\n\n{entry}z: 1\n",
    ),
    "block text with a # in it": (
        "log:\n  - note: |-\n      a\n      # b\n\nz: 1\n",
        "log:\n  - note: |-\n      a\n      # b\n{entry}\nz: 1\n",
    ),
    "end of the document": ("---\na: 1\n...\n", "---\na: 1\nlog:\n{entry}...\n"),
    "text over several lines": (
        "log:\n  - note: a\n      b\nz: 1\n",
        "log:\n  - note: a\n      b\n{entry}z: 1\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_where_the_entry_goes(before, after):
    assert append(before.encode(), "log", ENTRY).decode() == after.format(entry=LINES)


def test_a_dash_under_its_key():
    raw = b"log:\n- step: a\n# next\nz: 1\n"
    entry = {"date": "2099-01-02", "step": "b"}
    assert append(raw, "log", entry) == (
        b"log:\n- step: a\n- date: 2099-01-02\n  step: b\n# next\nz: 1\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("log: [{step: a},]\n", "log: [{step: a}, {step: b, note: 好},]\n"),
        ("{a: 1, log: []}\n", "{a: 1, log: [{step: b, note: 好}]}\n"),
        ("{a: 1}\n", "{a: 1, log: [{step: b, note: 好}]}\n"),
        ("log: [\n  # 空\n  ]\n", "log: [\n  # 空\n  {step: b, note: 好}]\n"),
    ],
)
def test_within_brackets(before, after):
    assert append(before.encode(), "log", {"step": "b", "note": "好"}).decode() == after


def test_words_are_items_too():
    assert append(b"matters:\n  - a\nz: 1\n", "matters", "b") == b"matters:\n  - a\n  - b\nz: 1\n"
    assert append(b"matters: [a]\n", "matters", "b") == b"matters: [a, b]\n"


@pytest.mark.parametrize("raw", [b"log: x\n", b"log:\n", b"- a\n", b"\xff"])
def test_a_file_without_a_place_is_refused(raw):
    with pytest.raises((NoPlaceError, TypeError)):
        append(raw, "log", ENTRY)


@settings(max_examples=300)
@given(TEXTS, st.booleans())
def test_any_text_is_written_as_it_is(text, crlf):
    raw = b"log:\r\n  - step: a\r\n" if crlf else b"log: []\n"
    entry = {"step": "b", "note": text}
    assert read(append(raw, "log", entry)).data["log"][-1] == entry
    assert read(compose({"title": text}, "事项", {})).data == {"title": text}


def test_a_new_file_is_as_a_clerk_would_write_it():
    data = {
        "id": "20260312-x",
        "title": "是：路灯",
        "raised": {"date": "2026-03-12", "by": "resident"},
        "start_time": "19:30",
        "code": "012",
        "year": 2026,
        "month": "2026-03",
        "log": [],
    }
    notes = {("title",): "标题", ("raised", "by"): "提出人身份：一位居民"}
    assert compose(data, "事项\n两行", notes).decode() == (
        "# 事项\n# 两行\n\nid: 20260312-x\n# 标题\ntitle: 是：路灯\nraised:\n  date: 2026-03-12\n"
        "  # 提出人身份：一位居民\n  by: resident\nstart_time: 19:30\ncode: '012'\nyear: 2026\n"
        "month: 2026-03\nlog: []\n"
    )


REPLACED = {
    "a word": ("a: 1\nb: old  # why\n", {("b",): "new"}, "a: 1\nb: new  # why\n"),
    "a number": ("a:\n  - b: 2\n    c: 2\n", {("a", 0, "b"): "x-2"}, "a:\n  - b: x-2\n    c: 2\n"),
    "in brackets": ("a: [{b: 1}, {b: 2}]\n", {("a", 1, "b"): "x"}, "a: [{b: 1}, {b: x}]\n"),
    "several": ("a: x\nb: 'y'\n", {("b",): "2#1", ("a",): "1#2"}, "a: 1#2\nb: 2#1\n"),
    "what must be quoted": ("a: x\n", {("a",): "a: b"}, "a: 'a: b'\n"),
    "a number as a word": ("a: x\n", {("a",): "12"}, "a: '12'\n"),
    "behind a mark at the start": (
        "\ufeffa: x\r\nb: 1\r\n",
        {("a",): "y"},
        "\ufeffa: y\r\nb: 1\r\n",
    ),
}


@pytest.mark.parametrize("case", REPLACED)
def test_a_word_takes_the_place_of_another_and_all_else_stays(case):
    before, changes, after = REPLACED[case]
    assert replace(before.encode(), changes).decode() == after


@pytest.mark.parametrize(
    ("raw", "pointer"),
    [
        (b"a: [\n", ("a",)),
        (b"a: 1\n", ("b",)),
        (b"a: 1\n", ("a", "b")),
        (b"a:\n  - 1\n", ("a", 1)),
        (b"a:\n  b: 1\n", ("a",)),
        (b"a: |-\n  x\n", ("a",)),
    ],
)
def test_where_no_single_value_is_written_nothing_is_replaced(raw, pointer):
    with pytest.raises(NoPlaceError):
        replace(raw, {pointer: "x"})
