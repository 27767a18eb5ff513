"""What a value of a record is called in a sentence."""

from __future__ import annotations

from yizhan.loading.schemas import load_vocabulary
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def label(kind: Kind, pointer: Pointer) -> Text:
    """Name a value as a clerk would: 第 3 条“办理记录”里的“日期”（date）."""
    vocabulary = load_vocabulary()
    if not pointer:
        return Text("这份档案", "the record")
    *before, last = pointer
    if isinstance(last, int):
        return _item(vocabulary.field(kind, tuple(before)), last)
    title = vocabulary.field(kind, pointer)
    shown = Text(f"“{title.zh}”（{last}）", f"“{title.en}” ({last})")
    if title.zh == last:
        shown = Text(f"“{last}”", f"“{last}”")
    if not before:
        return shown
    place = before[-1]
    if isinstance(place, int):
        outer = _item(vocabulary.field(kind, tuple(before[:-1])), place)
    else:
        name = vocabulary.field(kind, tuple(before))
        outer = Text(f"“{name.zh}”", f"“{name.en}”")
    return Text(f"{outer.zh}里的{shown.zh}", f"{shown.en} in {outer.en}")


def _item(title: Text, position: int) -> Text:
    return Text(f"“{title.zh}”第 {position + 1} 项", f"item {position + 1} of “{title.en}”")
