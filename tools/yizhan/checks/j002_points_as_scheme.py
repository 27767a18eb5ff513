"""J002: an entry has the points that its scheme provides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import HELP, HELP_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Entry, Goods, Scheme, SchemeItem
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind

_ITEM = Text(
    "“{title}”在办法里是 {expected} 分，这里记成了 {found} 分。",
    "The scheme gives {expected} {expected:point|points} for “{title}”; this entry has {found}.",
)
_GOODS = Text(
    "兑换“{title}”每件 {expected} 分，{found} 分不是整件数。",
    "“{title}” costs {expected} {expected:point|points} apiece; {found} is no whole number of them.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    if scheme is None:
        return
    items = {item.key: item for item in scheme.items}
    goods = {each.key: each for each in scheme.goods}
    for number, entry in enumerate(record.entries):
        message = _wrong(entry, items, goods)
        if message is not None:
            pointer = ("entries", number, "points")
            about = _of_scheme(entry, scheme)
            yield Problem(record, pointer, message, articles=(scheme.title,), about=about)


def _of_scheme(entry: Entry, scheme: Scheme) -> str:
    """Where the scheme says how many points an entry has."""
    name = "goods" if entry.kind is EntryKind.EXCHANGE else "items"
    keys = [each.key for each in getattr(scheme, name)]
    there = f"{scheme.id}/{name}/{keys.index(entry.item)}"
    return f"{there}/points {there} {scheme.id}/{name}"


def _wrong(
    entry: Entry, items: Mapping[str, SchemeItem], goods: Mapping[str, Goods]
) -> Text | None:
    item = entry.item or ""
    if entry.kind is EntryKind.EXCHANGE:
        bought = goods.get(item)
        if bought is None or (bought.points > 0 and entry.points % bought.points == 0):
            return None
        return _GOODS.format(title=bought.title, expected=bought.points, found=-entry.points)
    rule = items.get(item)
    if entry.kind is EntryKind.REVERSAL or rule is None:
        return None
    wrong_sign = (entry.kind is EntryKind.AWARD) != (entry.points > 0)  # which J003 reports
    if rule.points == entry.points or (wrong_sign and abs(rule.points) == abs(entry.points)):
        return None
    return _ITEM.format(title=rule.title, expected=rule.points, found=entry.points)


_AWARD = """\
  - account: a-3f9k2m7q
    kind: award
    item: cleanup
    points: {points}
"""

CHECK = Check(
    code="J002",
    title=Text("分值按办法", "Points as the scheme says"),
    why=Text(
        "同样的事给同样的分，居民才信服；临时多给少给，积分就失去公信力。",
        "The same deed earns the same points, or nobody trusts them.",
    ),
    fix=Text(
        "按积分办法改正 points；分值变了的，先修改办法，再按新办法记。",
        "Put the points of the scheme; if they changed, amend the scheme first.",
    ),
    bad=Example({HELP_PATH: HELP + _AWARD.format(points=15)}),
    good=Example({HELP_PATH: HELP + _AWARD.format(points=10)}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
