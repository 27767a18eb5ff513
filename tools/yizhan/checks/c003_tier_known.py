"""C003: a matter's tier is one of its procedure's."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.log import log_violations
from yizhan.facts.matter_log import Fault
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.procedure import Tier
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "规程里没有“{tier}”这一类；可以填的是：{allowed}。",
    "The procedure has no tier “{tier}”; it has: {allowed}.",
)
_NONE = Text(
    "规程不分类别，不要填“{tier}”。",
    "The procedure has no tiers; leave out “{tier}”.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    for violation in log_violations(record, archive, context):
        if violation.key is not Fault.UNKNOWN_TIER:
            continue
        tiers: tuple[Tier, ...] = violation.params["allowed"]
        names = [
            Text(f"“{tier.title}”（{tier.key}）", f"“{tier.title}” ({tier.key})") for tier in tiers
        ]
        message = (_FOUND if tiers else _NONE).format(
            tier=violation.params["tier"], allowed=commas(names)
        )
        where = ("tier",) if violation.index is None else ("log", violation.index, "tier")
        about = f"{record.procedure}/tiers#{violation.params['tier']}"
        yield Problem(record, where, message, about=about)


CHECK = Check(
    code="C003",
    title=Text("类别在规程里", "The tier is the procedure's"),
    why=Text(
        "类别决定由谁办、多少天办完；填了规程没有的类别，期限就算不出来。",
        "The tier decides who handles a matter and within how many days; "
        "with one the procedure does not know, no deadline can be told.",
    ),
    fix=Text(
        "tier 填规程列出的类别；规程不分类别的，不写。",
        "Name one of the procedure's tiers; leave it out where there are none.",
    ),
    bad=Example({NOISE_PATH: NOISE_RAISED + "tier: tiny\n"}),
    good=Example({NOISE_PATH: NOISE_RAISED + "tier: small\n"}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
