"""How a key is written that somebody gave as a title, or with a mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yizhan.loading import schema_meant_messages as meant
from yizhan.loading import schema_messages as say
from yizhan.loading.schema_errors import Draft
from yizhan.loading.schema_meant import counted, keyed
from yizhan.loading.typed_references import Neighbour, likeliest
from yizhan.loading.typed_words import likely_step
from yizhan.model.finding import Pointer
from yizhan.model.text import Text, commas

HAN = re.compile("[\u4e00-\u9fff]")
BETWEEN = re.compile(r"\s*[，、；;,|]\s*|\s+(?=\d{8}-)")


def fix_key(draft: Draft, pointer: Pointer, text: str) -> Text | None:
    """A key, written as a title or with a mistake: of the record itself, or of its procedure or scheme."""
    if pointer[-1] == "key":
        return meant.OWN_KEY.format(example=draft.example(pointer)) if HAN.search(text) else None
    parts = [part for part in BETWEEN.split(text.strip("[]［］【】")) if part]
    if len(parts) > 1 and isinstance(pointer[-1], int):
        return meant.ITEMS_IN_BRACKETS.format(items=f"[{', '.join(parts)}]")
    items = list(keyed(draft, pointer))
    found = _meant(pointer, text, items)
    if len(found) == 1:
        return say.WORD_NEAR.format(word=found[0].id, title=found[0].title or found[0].id)
    if HAN.search(text) is None or pointer[-1] == "file":
        return None
    if items:
        return say.KEY_ALL.format(those=shown_with_titles(items[:12]))
    return say.KEY.format(example=draft.example(pointer))


def numbered_key(draft: Draft, pointer: Pointer, text: str) -> Text | None:
    """The keys there are, where a number stands for one; None where it is one, or none are known."""
    items = list(keyed(draft, pointer)) if pointer[-1] != "key" else []
    if not items or any(each.id == text for each in items):
        return None
    article = counted(f"第{text}条", items) if pointer[-1] in ("article", "after") else None
    if article is not None:
        return say.WORD_NEAR.format(word=article.id, title=article.title or article.id)
    return say.KEY_NO_NUMBER.format(those=shown_with_titles(items[:12]))


def _meant(pointer: Pointer, text: str, items: list[Neighbour]) -> list[Neighbour]:
    """Those of the keys there are that a text most likely means."""
    if pointer[-1] == "step":
        step = likely_step(text, items) or likely_step(text)
        if step is not None:
            return [Neighbour(*step)]
    number = counted(text, items)
    return [number] if number is not None else likeliest(text, items)


def shown_with_titles(those: Sequence[Neighbour]) -> Text:
    """Ids or keys with their titles, joined."""
    return commas(
        Text(f"{each.id}（{each.title}）", f"{each.id} ({each.title})") if each.title else each.id
        for each in those
    )
