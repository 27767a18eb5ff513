"""M046: what residents said, and what they said it of, is not corrected by those who did the work."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.corrected_by_doers import at_corrections, corrected_by_doers
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    return at_corrections(record, corrected_by_doers(record, archive, context))


_OBJECTED = """\
  - date: 2026-02-22
    step: object
    reason: 还是很响。
corrections:
  - date: 2026-02-24
    at: log/20260222-object
    annul: true
    by: {by}
    reason: 居民没有这样说，录错了。
"""
_JUDGED = NOISE + ACCEPTED + REPORTED

CHECK = Check(
    code="M046",
    title=Text(
        "居民说的话不由办的人改", "Residents' words are not corrected by those who did the work"
    ),
    why=Text(
        "办的单位把居民的不认可作废、把评价和理由改好、把提出的人数改少，或者居民评价以后再改报结的结果，公开出来的就不是居民的意思了；先把自己从记录里改掉，也不算没有办过。",
        "If those who did the work annul an objection, better a verdict or its reason, lessen how many raised the matter, or change the result after residents judged it, what is published is not what residents said; nor does it help that they first corrected themselves out of the record.",
    ),
    fix=Text(
        "由没有承办这件事的组织核对以后来更正，by 写它；已经记进档案的，由它把同一处再更正一次，就以它的为准；没有别人核对过的，不更正，另记一步：居民改了主意，记新的评价。",
        "Let a body that did not handle the matter look into it and correct it, and name it in by; where the correction is merged, let it correct the same place once more, and what it says holds; if nobody else did, correct nothing and record a new entry: where residents changed their mind, their new answer.",
    ),
    bad=Example({NOISE_PATH: _JUDGED + _OBJECTED.format(by="shili-committee")}),
    good=Example({NOISE_PATH: _JUDGED + _OBJECTED.format(by="shili-supervisors")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
