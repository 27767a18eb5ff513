"""What there is, where something is not: the nearest few, and how many more."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.text import Text, commas

FEW = 5

_SURE = 0.8
"""How like one has to be for the others not to be listed."""

_NEAR = Text("像的有：{near}。", "Like it: {near}.")
_ALL = Text("有的是：{few}{more}。", "There {n:is|are}: {few}{more}.")
MORE = Text("，另有 {n} 个", ", and {n} more")
_NONE = Text("这里一个也还没有。", "There are none yet.")
_THEN = Text("{first}{then}", "{first} {then}")


def there_are(typed: str, among: Mapping[str, str], then: Text | None = None) -> Text:
    """Say which keys or ids were most likely meant, or else which there are.

    Args:
        typed: what is not among them.
        among: key or id → title, empty where it has none.
        then: what else can be done, a sentence.
    """
    from difflib import get_close_matches

    near = get_close_matches(typed, among, n=FEW, cutoff=0.6)
    near += [key for key, title in among.items() if title and title == typed and key not in near]
    if get_close_matches(typed, near, n=1, cutoff=_SURE) or any(among[k] == typed for k in near):
        first = _NEAR.format(near=commas(_shown(key, among[key]) for key in near[:3]))
    elif among:
        few = list(dict.fromkeys([*near, *among]))[:FEW]
        left = len(among) - len(few)
        more = MORE.format(n=left) if left > 0 else Text("", "")
        named = commas(_shown(key, among[key]) for key in few)
        first = _ALL.format(few=named, more=more, n=len(among))
    else:
        first = _NONE
    return first if then is None else _THEN.format(first=first, then=then)


def _shown(key: str, title: str) -> Text:
    return Text(f"{key}（{title}）", f"{key} ({title})") if title else Text(key, key)
