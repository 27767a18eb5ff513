"""Bytes of a file become text with Unix line ends, or findings: encodings, and characters nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.loading.patterns import later
from yizhan.loading.regular import MAX_BYTES
from yizhan.loading.yaml_messages import Trouble, character_name
from yizhan.loading.yaml_syntax import plain_mistake
from yizhan.model.text import Text

FORBIDDEN = later(
    "[^\n\t\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
"""Characters that no file may hold."""

LOST = later(r"\ufffd|锟斤拷|烫烫烫|\?{5,}")
"""What is left of letters that were read in a wrong encoding and saved so."""

_PACKED = {
    b"PK\x03\x04": "packed",
    b"\xd0\xcf\x11\xe0": "packed",
    b"%PDF": "scan",
    b"\xff\xd8\xff": "scan",
    b"\x89PNG": "scan",
}
"""How files of other programs begin, which somebody named ``.yaml``."""

_ROW = later(r"[^:：\t]*\S[^:：\t]*\t+[^\t]+\t")
"""A row of cells as a spreadsheet gives it."""

_MORE = Text("，下面还有 {count} 行也是", ", and in {count} more {count:line|lines} below")


def decode(raw: bytes) -> tuple[str | None, tuple[Trouble, ...]]:
    """Turn bytes into text with Unix line ends; None where they are no text."""
    if len(raw) > MAX_BYTES:
        return None, (too_large(len(raw)),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(raw, error),)
    if _is_utf16(raw):
        return None, (Trouble(1, 1, "Y001", "utf16"),)
    troubles: tuple[Trouble, ...] = ()
    if text[:1] == "\ufeff":
        text = text[1:]
        troubles = (Trouble(1, 1, "Y024"),)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not text.replace("\n", "").replace("\u3000", "").isprintable():
        # "Printable" leaves out whatever is forbidden and some that is allowed; it is ten times as
        # fast as to look for the forbidden characters themselves.
        troubles = (*troubles, *_forbidden_characters(text))
    lost = LOST.search(text)
    if lost is not None:
        line = text.count("\n", 0, lost.start()) + 1
        troubles = (
            *troubles,
            Trouble(line, lost.start() - text.rfind("\n", 0, lost.start()), "Y001", "lost"),
        )
    mistake = plain_mistake(text)
    return text, troubles if mistake is None else (*troubles, mistake)


def _is_utf16(raw: bytes) -> bool:
    """Whether bytes without a mark at their start are UTF-16: every second one of ASCII is zero."""
    start = raw[:200]
    return len(start) < 3 * start.count(0) < 2 * len(start)


def too_large(size: int) -> Trouble:
    """The trouble with a file of so many bytes."""
    return Trouble(1, 1, "Y003", "", {"size": f"{size / 1024:.0f}", "limit": MAX_BYTES // 1024})


def _wrong_encoding(raw: bytes, error: UnicodeDecodeError) -> Trouble:
    line = raw.count(b"\n", 0, error.start) + 1
    form = next((form for start, form in _PACKED.items() if raw.startswith(start)), None)
    if form is not None:
        return Trouble(1, 1, "Y001", form)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_utf16(raw):
        return Trouble(1, 1, "Y001", "utf16")
    try:
        # GB18030 reads nearly anything; only Chinese that comes out of it speaks for it.
        likely = re.search("[\u4e00-\u9fff]{2}", raw.decode("gb18030")) is not None
    except UnicodeDecodeError:
        likely = False
    return Trouble(line, 1, "Y001", "gb18030" if likely else "")


def _forbidden_characters(text: str) -> Iterator[Trouble]:
    """The first tab with the number of others, and one trouble a line with another character."""
    lines = text.split("\n")
    tabs = [number for number, line in enumerate(lines) if "\t" in line]
    if tabs:
        first = lines[tabs[0]]
        form = "row" if _ROW.match(first) else "after" if first.lstrip("\t ").count("\t") else ""
        more = len(tabs) - 1
        yield Trouble(tabs[0] + 1, first.index("\t") + 1, "Y004", form, {"more": _more(more)})
    if "\r" in text and text.count("\r") > text.count("\n"):
        yield Trouble(1, lines[0].find("\r") + 1, "Y002", "return")
        return
    for number, line in enumerate(lines, 1):
        match = FORBIDDEN.search(line)
        if match is not None:
            name = character_name(match.group())
            yield Trouble(number, match.start() + 1, "Y002", "", {"character": name})


def _more(count: int) -> Text:
    """Words for what goes on below, to be put into a message; empty where nothing does."""
    return _MORE.format(count=count) if count else Text("", "")
