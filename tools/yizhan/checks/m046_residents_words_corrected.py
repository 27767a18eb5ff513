"""M046: what residents said, and what they said it of, is not corrected by those who did the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED
from yizhan.checks.shared.log import bodies_of, progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.facts.residents_word import Course, course_of, touched
from yizhan.facts.speakers import Bodies
from yizhan.facts.who_worked import (
    is_beside,
    is_unknown,
    one_with,
    same,
    settled_later,
    versions,
    work_in,
)
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_BY_THEM = Text(
    "更正的是居民说的话或者居民评价过的结果，更正的{body}却是办这件事的，或者原来记的是它办的。",
    "This corrects what residents said, or the result they said it of, and {body}, which corrects it, did the work, or did by what was first on record.",
)
_BY_A_PART = Text(
    "更正的是居民说的话或者居民评价过的结果，更正的{body}和办这件事的{other}却是上下级。",
    "This corrects what residents said, or the result they said it of; between {body}, which corrects it, and {other}, which did the work, one is part of the other.",
)
_UNKNOWN = Text(
    "更正的是居民说的话或者居民评价过的结果；这件事谁办的不清楚，也就不能说更正的{body}没有办过。",
    "This corrects what residents said, or the result they said it of; who did the work is not known, so it cannot be said that {body}, which corrects it, did not.",
)
_BY_NOBODY = Text(
    "更正的是居民说的话或者居民评价过的结果，没有写明由谁更正。",
    "This corrects what residents said, or the result they said it of, and does not name who corrects it.",
)


class _Doers(NamedTuple):
    """Who did the work by any version of a record.

    Attributes:
        matter: with all its corrections.
        did: their ids.
        unknown: whether nobody knows who did some of it.
        bodies: what the archive says of bodies.
    """

    matter: Matter
    did: set[str]
    unknown: bool
    bodies: Bodies

    def include(self, by: str) -> bool:
        return same(by, self.did, self.bodies)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.corrections:
        return
    made = tuple(versions(record))
    did: set[str] = set()
    unknown = False
    courses: list[Course] = []
    for matter in (*(each.matter for each in made), record):
        progress = progress_at_start(matter, archive, context)
        if progress is None:
            return
        did |= work_in(matter, progress.workflow, progress.bodies).did
        unknown = unknown or is_unknown(matter, progress.workflow)
        courses.append(course_of(matter, progress))
    doers = _Doers(record, did, unknown, bodies_of(record, archive))
    told: set[str] = set()
    for at, each in enumerate(made):
        for correction in each.then:
            if correction.fault is not None:
                continue
            was, now = (each.matter, courses[at]), (each.after, courses[at + 1])
            what = touched(correction, was, now)
            message = _message(correction.by, doers, archive)
            if what is None or what in told or message is None:
                continue
            if settled_later(record, correction, doers.include):
                continue
            told.add(what)
            inner = () if correction.by is None else ("by",)
            pointer = ("corrections", record.corrections.index(correction), *inner)
            yield Problem(record, pointer, message)


def _message(by: str | None, doers: _Doers, archive: Archive) -> Text | None:
    """What is wrong with who corrects; None where that is a body that had no share in the work."""
    if by is None:
        return _BY_NOBODY
    body = archive.body(by)
    if body is None:
        return None
    if not doers.include(by):
        known = not doers.unknown or is_beside(by, doers.matter, doers.bodies)
        return None if known else _UNKNOWN.format(body=named(body))
    other = None if by in doers.did else archive.body(one_with(by, doers.did, doers.bodies))
    if other is None:
        return _BY_THEM.format(body=named(body))
    return _BY_A_PART.format(body=named(body), other=named(other))


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
