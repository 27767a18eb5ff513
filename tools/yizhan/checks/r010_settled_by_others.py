"""R010: what is irregular is not upheld or ratified by the body that did it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.acknowledged import acknowledgments
from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import AGAINST, IRREGULAR_DECISION, TALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.facts.organs import did_it
from yizhan.facts.settled import met_anew
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.model.vocabulary import ResolutionResult

_FOUND = Text(
    "这件事就是“{body}”办的，不能由它自己来维持或者追认。",
    "It was “{body}” that did this; it cannot uphold or ratify it itself.",
)
_KEEPS = frozenset((ResolutionResult.UPHELD, ResolutionResult.RATIFIED))
"""Results that let the act stand; whoever did it may well take it back."""


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    for each in acknowledgments(record):
        resolution = each.said.resolution
        if resolution is None or resolution.result not in _KEEPS:
            continue
        body = archive.body(resolution.by)
        own = body is not None and did_it(body, record, each.said)
        if body is not None and own and not met_anew(body, record, each.said, archive):
            message = _FOUND.format(body=body.title)
            yield Problem(record, each.pointer("resolution", "by"), message)


_DECISION = IRREGULAR_DECISION.format(votes=AGAINST, result="adopted").replace(
    "date: 2026-02-18\n", "date: 2026-02-18\nconvener: shili-committee\n"
)
_RESOLVED = """\
            resolution: {{result: upheld, by: {by}, date: 2026-03-02}}
"""

CHECK = Check(
    code="R010",
    title=Text("处理的不是办的那一个", "Settled by others"),
    why=Text(
        "自己做的不合规的事，自己说了算数，等于没有人处理过；维持、追认要由主管的会议或者机关来作。",
        "If a body lets its own irregular act stand, nobody has settled anything; the meeting or authority in charge does.",
    ),
    fix=Text(
        "by 写作出处理的会议或者机关；还没有别人处理过的，删去 resolution。",
        "Let by name the meeting's body or the authority that settled it; while nobody else has, leave resolution out.",
    ),
    bad=Example({TALK_PATH: _DECISION + _RESOLVED.format(by="shili-committee")}),
    good=Example({TALK_PATH: _DECISION + _RESOLVED.format(by="shili-office")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
