"""What a clerk reads of how a value may change once it is merged."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.loading.merging import ITSELF, Change, Policy, State
from yizhan.model.text import Text

_WORDS: Mapping[Change, Text] = {
    Change.FROZEN: Text("不再改", "never changes"),
    Change.ONCE: Text("没写的可以补一次，补了不再改", "may be filled in once, then never changes"),
    Change.OPEN: Text("可以改", "may change"),
}
_AFTER: Mapping[State, Text] = {
    State.HELD: Text("开会前可以改，开过会不再改", "may change until the meeting is held"),
    State.ADOPTED: Text("通过前可以改，通过后不再改", "may change until it is adopted"),
    State.CLOSED: Text("办结前可以改，办结后不再改", "may change until the matter is closed"),
    State.PUBLISHED: Text("公示前可以改，公示后不再改", "may change until it is published"),
}
_APPEND = Text("只往后面加，已有的不改", "only added to at the end")
_APPEND_BY = Text(
    "只往后面加，已有的不改（凭 `{key}` 认）", "only added to at the end (items known by `{key}`)"
)


def may_change(policy: Policy) -> Text:
    """Say a policy in a few plain words, as a cell of a table holds them."""
    if policy.state is not None:
        return _AFTER[policy.state]
    if policy.key is None:
        return _WORDS[policy.change]
    return _APPEND if policy.key == ITSELF else _APPEND_BY.format(key=policy.key)
