"""What is said at a value that most of those who rest on it contradict."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.frozen import dataclass
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """When a value is doubted, and what is said then.

    Attributes:
        message: of it.
        fix: where those that contradict it cannot be so.
        or_so_it_was: where they may be honest, and then acknowledge that.
        of: kinds of the records among which those that contradict it are counted; None for all.
        least: records that contradict it; fewer may each be wrong, or honest.
        share: of those among which they are counted, of which they have to be more.
    """

    message: Text
    fix: Text
    or_so_it_was: Text
    of: frozenset[Kind] | None = None
    least: int = 5
    share: float = 1 / 2


_LATER = Text(
    "{title}写的是 {value}，可是提到这里的 {users} 份档案里，有 {n} 份写的是那以后的事：{those}。",
    "{title} is {value}, yet of {users} records that name this one {n} tell of something later: {those}.",
)
_EARLIER = Text(
    "{title}写的是 {value}，可是提到这里的 {users} 份档案里，有 {n} 份写的是那以前的事：{those}。",
    "{title} is {value}, yet of {users} records that name this one {n} tell of something earlier: {those}.",
)
_ELSEWHERE = Text(
    "{title}写的是 {value}，可是提到这里的 {users} 份档案里，有 {n} 份写的事不在那里：{those}。",
    "{title} is {value}, yet of {users} records that name this one {n} tell of something elsewhere: {those}.",
)
_MISSING = Text(
    "{title}里没有“{word}”，可是提到这里的 {users} 份档案里，有 {n} 份用了它：{those}。",
    "{title} has no “{word}”, yet of {users} records that name this one {n} use it: {those}.",
)
_OTHERWISE = Text(
    "{title}写的是 {value}，可是提到这里的 {users} 份档案里，有 {n} 份记的不是这个数：{those}。",
    "{title} is {value}, yet of {users} records that name this one {n} have another number: {those}.",
)
_OVER = Text(
    "{title}写的是 {value}，可是提到这里的 {users} 份档案里，有 {n} 份超过了它：{those}。",
    "{title} is {value}, yet of {users} records that name this one {n} are above it: {those}.",
)
_CODE = Text(
    "{title}写的是 {value}，可是在这里下面的 {users} 个地点里，有 {n} 个的区划代码不是这样开头的：{those}。",
    "{title} is {value}, yet of {users} places below this one {n} have a code that begins otherwise: {those}.",
)

_DATE = Text(
    "核对这个日期：写错了就改这里，已经合并的在 corrections 里加一条更正。日期没有写错的，改那些档案。",
    "Check this date: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records.",
)
_DATE_OR_SO = Text(
    "核对这个日期：写错了就改这里，已经合并的在 corrections 里加一条更正。日期没有写错的，改那些档案；撤销以后确实还在办的，在那些档案里如实写明不合规（{code}）。",
    "Check this date: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records; where in truth it went on acting, acknowledge it there ({code}).",
)
_VALUE = Text(
    "核对这里：写错了就改这里，已经合并的在 corrections 里加一条更正。没有写错的，改那些档案。",
    "Check this: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records.",
)
_VALUE_OR_SO = Text(
    "核对这里：写错了就改这里，已经合并的在 corrections 里加一条更正。没有写错的，改那些档案；当时确实那样办了的，在那些档案里如实写明不合规（{code}）。",
    "Check this: if it is wrong put it right here, and once merged add to corrections. If it is right, correct those records; where it was in truth done so, acknowledge it there ({code}).",
)
_KEY = Text(
    "核对这里的代号（key）：改了、写错了的，改回“{word}”。没有写错的，改那些档案。",
    "Check the keys here: if one was changed or mistyped, let it be “{word}” again. If they are right, correct those records.",
)
_KEY_OR_SO = Text(
    "核对这里的代号（key）：改了、写错了的，改回“{word}”。没有写错的，改那些档案；当时确实那样办了的，在那些档案里如实写明不合规（{code}）。",
    "Check the keys here: if one was changed or mistyped, let it be “{word}” again. If they are right, correct those records; where it was in truth done so, acknowledge it there ({code}).",
)

_MATTERS, _BATCHES, _PLACES = (frozenset({kind}) for kind in (Kind.MATTER, Kind.BATCH, Kind.PLACE))
_KEYS = 3
"""Of a key: that several mistype it in the same way is unlikely."""
_SINCE = 1 / 4
"""Of a beginning: what is dated after it says nothing for it, so that the share is less."""

DOUBTS: Mapping[str, Doubt] = {
    "dissolved": Doubt(_LATER, _DATE, _DATE_OR_SO),
    "established": Doubt(_EARLIER, _DATE, _DATE_OR_SO, share=_SINCE),
    "valid/to": Doubt(_LATER, _VALUE, _VALUE_OR_SO),
    "valid/from": Doubt(_EARLIER, _VALUE, _VALUE_OR_SO, share=_SINCE),
    "place": Doubt(_ELSEWHERE, _VALUE, _VALUE_OR_SO),
    "parent": Doubt(_ELSEWHERE, _VALUE, _VALUE_OR_SO),
    "places": Doubt(_ELSEWHERE, _VALUE, _VALUE_OR_SO, of=_MATTERS),
    "steps#": Doubt(_MISSING, _KEY, _KEY_OR_SO, of=_MATTERS, least=_KEYS),
    "tiers#": Doubt(_MISSING, _KEY, _KEY_OR_SO, of=_MATTERS, least=_KEYS),
    "items#": Doubt(_MISSING, _KEY, _KEY_OR_SO, of=_BATCHES, least=_KEYS),
    "goods#": Doubt(_MISSING, _KEY, _KEY_OR_SO, of=_BATCHES, least=_KEYS),
    "items/points": Doubt(_OTHERWISE, _VALUE, _VALUE_OR_SO, of=_BATCHES),
    "goods/points": Doubt(_OTHERWISE, _VALUE, _VALUE_OR_SO, of=_BATCHES),
    "items/limit": Doubt(_OVER, _VALUE, _VALUE_OR_SO, of=_BATCHES),
    "display_days": Doubt(_OTHERWISE, _VALUE, _VALUE_OR_SO, of=_BATCHES),
    "code": Doubt(_CODE, _VALUE, _VALUE, of=_PLACES, least=3),
}
"""By the field, without positions; with ``#`` where what is missing there is used."""

LEAST = min(doubt.least for doubt in DOUBTS.values())
