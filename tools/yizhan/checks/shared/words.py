"""Words that many messages share: what the kinds are called, and how a record is named."""

from __future__ import annotations

from collections.abc import Iterable

from yizhan.model.kinds import identify
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

EVERY_KIND: tuple[Kind, ...] = tuple(Kind)

DATED_KINDS: tuple[Kind, ...] = (
    Kind.MATTER,
    Kind.MEETING,
    Kind.ROUND,
    Kind.BATCH,
    Kind.HONOUR,
    Kind.CLAIMS,
)
"""Kinds whose ids start with the digits of their date and that are kept in a folder a year."""

KINDS_TITLE: dict[Kind, Text] = {
    Kind.PLACE: Text("地点", "place"),
    Kind.BODY: Text("组织", "body"),
    Kind.PROCEDURE: Text("办事规程", "procedure"),
    Kind.MATTER: Text("事项", "matter"),
    Kind.MEETING: Text("会议", "meeting"),
    Kind.ROUND: Text("走访", "round"),
    Kind.RULE: Text("规约", "rule"),
    Kind.AMENDMENT: Text("修正案", "amendment"),
    Kind.SCHEME: Text("积分办法", "points scheme"),
    Kind.BATCH: Text("积分记录", "points batch"),
    Kind.HONOUR: Text("评选", "honour"),
    Kind.CLAIMS: Text("数字通报", "claims"),
}


def says_its_path(record: Record) -> bool:
    """Tell whether the id in the file is that of its path; where it is not, A001 says so.

    What else is odd about such an id comes of that one slip and is not told besides.
    """
    identity = identify(record.path)
    return identity is None or identity.id == record.id


def named(record: Record) -> Text:
    """Name a record by title and id: “文化广场路灯不亮”（20260108-shili-lamps）."""
    return Text(f"“{record.title}”（{record.id}）", f"“{record.title}” ({record.id})")


def listed(words: Iterable[str | Text]) -> Text:
    """Join words into one list, each language with its own comma."""
    pairs = [word if isinstance(word, Text) else Text(word, word) for word in words]
    return Text("、".join(word.zh for word in pairs), ", ".join(word.en for word in pairs))
