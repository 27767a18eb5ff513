"""Marks of a Git conflict: what is advised keeps what both people wrote."""

from __future__ import annotations

import pytest

from yizhan.loading.load import read_record
from yizhan.model.kinds import identify

PATH = "records/matters/2026/20260308-shili-drain.yaml"
HEAD = """\
id: 20260308-shili-drain
title: 排水沟堵塞
example: true
place: shili-cun
procedure: shili-local
category: drainage
raised:
  date: 2026-03-08
  by: resident
  channel: counter
log:
"""
ONE = "  - date: 2026-03-09\n    step: accept\n"
TWO = "  - date: 2026-03-10\n    step: progress\n    note: 已联系。\n"
BY = "    by: shili-office\n"


def _read(text: str) -> tuple[bool, str]:
    identity = identify(PATH)
    assert identity is not None
    read = read_record(PATH, identity, text.encode())
    return read.record is not None, " ".join(each.fix.zh for each in read.findings)


def test_the_line_that_both_entries_share_is_copied_first() -> None:
    text = HEAD + "<<<<<<< HEAD\n" + ONE + "=======\n" + TWO + ">>>>>>> zhang\n" + BY
    assert _read(text) == (
        False,
        (
            "两份都是新记的，都要留：先把第 20 行到第 20 行（两份共有的结尾）照抄一份，插到第 15 行“=======”的上面，"
            "再删去以“<<<<<<<”“=======”“>>>>>>>”开头的三行。"
        ),
    )
    lines = text.split("\n")
    lines.insert(14, lines[19])
    done = [line for line in lines if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
    assert done == (HEAD + ONE + BY + TWO + BY).split("\n")
    assert _read("\n".join(done)) == (True, "")


def test_two_whole_entries_both_stay() -> None:
    text = HEAD + "<<<<<<< HEAD\n" + ONE + BY + "=======\n" + TWO + BY + ">>>>>>> zhang\n"
    assert "都要留：只删去" in _read(text)[1]


def test_the_version_that_has_all_of_the_other_stays() -> None:
    text = HEAD + "<<<<<<< HEAD\n" + ONE + "=======\n" + ONE + BY + ">>>>>>> zhang\n"
    assert "下面一份里已经有上面一份的全部内容" in _read(text)[1]
    text = HEAD + "<<<<<<< HEAD\n" + ONE + BY + "=======\n" + ONE + ">>>>>>> zhang\n"
    assert "上面一份里已经有下面一份的全部内容" in _read(text)[1]


def test_where_two_entries_may_begin_alike_nothing_is_dropped() -> None:
    marks = "<<<<<<< HEAD\n    step: accept\n=======\n    step: progress\n>>>>>>> zhang\n"
    text = HEAD + "  - date: 2026-03-09\n" + marks + BY
    assert "两份都是新记的就都留" in _read(text)[1]


@pytest.mark.parametrize("base", ["", "||||||| base\ntitle: 沟\n"])
def test_of_two_titles_one_can_stay(base: str) -> None:
    marks = f"<<<<<<< HEAD\ntitle: 排水沟堵塞\n{base}=======\ntitle: 水沟堵了\n>>>>>>> zhang\n"
    text = HEAD.replace("title: 排水沟堵塞\n", marks) + ONE + BY
    assert "两份只能留一份" in _read(text)[1]


def test_a_mark_that_was_left() -> None:
    text = HEAD + ONE + BY + ">>>>>>> zhang\n"
    assert "补全以后再删去这一行" in _read(text)[1]
