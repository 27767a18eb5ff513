"""The vocabulary's titles as they are used within a sentence."""

from __future__ import annotations

import re
from enum import StrEnum

from yizhan.loading.schemas import load_vocabulary
from yizhan.model.text import Text

FIELDS = Text("栏目", "Fields")

_AN = re.compile("[aeio]|u(?!ni)|hono")  # an owners' assembly, an honour; a unit


def term(value: StrEnum) -> Text:
    """What a kind or another choice is called within a sentence: ``points batch``."""
    return _within(load_vocabulary().title(value))


def one(value: StrEnum) -> Text:
    """The same with its article: ``an amendment``, ``a meeting``."""
    zh, en = term(value)
    return Text(zh, f"{'an' if _AN.match(en) else 'a'} {en}")


def log_field(name: str) -> Text:
    """What a field of a log entry is called within a sentence: ``handed to``.

    Raises:
        KeyError: an entry has no such field, or ``log_field`` in ``schema/`` does not list it.
    """
    return _within(load_vocabulary().word("log_field", name))


def _within(title: Text) -> Text:
    return Text(title.zh, title.en[0].lower() + title.en[1:])
