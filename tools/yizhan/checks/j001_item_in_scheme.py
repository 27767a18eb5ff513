"""J001: a points entry names something that its scheme knows."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import HELP, HELP_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import EntryKind, Kind
from yizhan.wording.there_are import there_are

_ITEM = Text(
    "积分办法{scheme}里没有“{item}”这个项目。",
    "The scheme {scheme} has no item “{item}”.",
)
_GOODS = Text(
    "积分办法{scheme}里没有“{item}”这件可兑换的物品。",
    "The scheme {scheme} has no goods “{item}” to exchange for.",
)

_AMEND = Text("办法该增加项目的，先修改办法。", "If the scheme lacks it, amend the scheme first.")


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    if scheme is None:
        return
    items = {item.key: item.title for item in scheme.items}
    goods = {each.key: each.title for each in scheme.goods}
    for number, entry in enumerate(record.entries):
        pointer = ("entries", number, "item")
        exchanged = entry.kind is EntryKind.EXCHANGE
        known = goods if exchanged else items
        if entry.kind is EntryKind.REVERSAL or entry.item in known:
            continue
        message = (_GOODS if exchanged else _ITEM).format(scheme=named(scheme), item=entry.item)
        fix = there_are(entry.item or "", known, _AMEND)
        about = f"{scheme.id}/{'goods' if exchanged else 'items'}#{entry.item or ''}"
        yield Problem(record, pointer, message, fix, articles=(scheme.title,), about=about)


_AWARD = """\
  - account: a-3f9k2m7q
    kind: award
    item: {item}
    points: 10
"""

CHECK = Check(
    code="J001",
    title=Text("加减分项目在办法里", "Entries name what the scheme knows"),
    why=Text(
        "积分办法没有规定的项目，谁也不能凭空加分减分。",
        "What the scheme does not provide for can neither earn nor cost points.",
    ),
    fix=Text(
        "item 填积分办法里的项目（兑换时填物品）；办法该增加项目的，先修改办法。",
        "Name an item of the scheme, or goods for an exchange; if the scheme lacks it, amend the scheme first.",
    ),
    bad=Example({HELP_PATH: HELP + _AWARD.format(item="cleaning")}),
    good=Example({HELP_PATH: HELP + _AWARD.format(item="cleanup")}),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.IRREGULAR,
)
