"""M048: what another said it did is not corrected by those who share in the matter, nor what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.corrected_by_doers import at_corrections, corrected_by_doers
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.log import progress_at_start
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.part_by_correction import part_by_correction
from yizhan.facts.progress import Progress
from yizhan.facts.who_worked import Version, settled_later, versions, work_in
from yizhan.facts.whose_word import (
    Change,
    Said,
    Wrong,
    entries_of,
    is_rid_of_it,
    said_in,
    says,
    sharers,
    wrong_of,
)
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.record import Correction
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_MESSAGES: Mapping[Wrong, Text] = {
    Wrong.ANOTHERS: Text(
        "这一步记的是{said}走的，{body}也办过、经手过这件事，或者和这件事不相干，不能由它来改。",
        "This step is on record as taken by {said}; {body} has or had a share in the matter, or has nothing to do with it, and it is not for it to correct.",
    ),
    Wrong.TO_ITSELF: Text(
        "这一步记的是{said}交给谁办，{body}不能自己改成交给了自己。",
        "This step says to whom {said} gave the matter; it is not for {body} to correct that it was given to itself.",
    ),
    Wrong.ANSWERED: Text(
        "{said}走的这一步，对方已经接收、退回或者办过了，{body}不能再自己改。",
        "What {said} did here was answered since: the other side took it over, sent it back or worked on it; {body} does not correct it by itself any more.",
    ),
    Wrong.TAKEN_ON: Text(
        "{said}已经接收，事情就在它手里；{body}不能自己改成没有接收。",
        "{said} took the matter over and has it since; it is not for {body} to correct that it did not.",
    ),
    Wrong.RID_OF_IT: Text(
        "记的是{said}在办，{body}不能自己改成别人在办；交给别人办的，另记移交或者交办。",
        "{said} is on record as having the matter; it is not for {body} to correct that another has it. If it gave it to another, that is a hand-over or an assignment of its own.",
    ),
    Wrong.UNSIGNED: Text(
        "这一步记的是{said}走的，不只是它一家的事；没有写明由谁更正。",
        "This step is on record as taken by {said} and concerns others as well; it does not say who corrects it.",
    ),
}


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    if not record.corrections:
        return
    told = {
        id(correction)
        for find in (corrected_by_doers, part_by_correction)
        for correction, _ in find(record, archive, context)
    }
    found = _find(record, archive, context)
    yield from at_corrections(record, (each for each in found if id(each[0]) not in told))


class _Words(NamedTuple):
    """What a matter's record had said until a correction, in any of its versions.

    Attributes:
        matter: with all its corrections.
        first: every entry as first recorded, by its key.
        kept: keys of those that say the same still.
        shared: who had a share in the matter.
        progress: of the matter at its start.
    """

    matter: Matter
    first: Mapping[str, Said]
    kept: set[str]
    shared: set[str]
    progress: Progress

    def wrong(self, correction: Correction, version: Version) -> tuple[Wrong, str | None] | None:
        """Why a correction is not for whoever makes it, and whose word it changes."""
        was, now, bodies = version.matter, version.after, self.progress.bodies
        match correction.at.split("/"):
            case ["handler"] if is_rid_of_it(correction, was, now, bodies):
                return Wrong.RID_OF_IT, was.handler
            case ["log", key, *_] if key in self.first and key not in self.kept:
                said, before, after = self.first[key], entries_of(was), entries_of(now)
                change = Change(correction, said, before.get(key), after.get(key), was)
                found = wrong_of(change, self.shared, self.progress.workflow, bodies)
                return None if found is None else (found, said.by)
            case _:
                return None


def _words_of(
    record: Matter, archive: Archive, context: Context
) -> Iterator[tuple[Version, _Words]]:
    """Each version of a matter with what its record said until then; none where it cannot be read."""
    first: dict[str, Said] = {}
    shared: set[str] = set()
    correctors: set[str | None] = set()
    for version in versions(record):
        matter = version.matter
        progress = progress_at_start(matter, archive, context)
        if progress is None:
            return
        workflow = progress.workflow
        first = {**said_in(matter, workflow), **first}
        did = {*work_in(matter, workflow, progress.bodies).did, *sharers(matter, workflow)}
        shared |= did - correctors  # who puts it right gets no share by that
        correctors |= {each.by for each in version.then}
        now = entries_of(record).items()
        kept = {key for key, each in now if key in first and says(each) == says(first[key].entry)}
        yield version, _Words(record, first, kept, shared, progress)


def _find(record: Matter, archive: Archive, context: Context) -> Iterator[tuple[Correction, Text]]:
    for version, words in _words_of(record, archive, context):
        for correction in version.then:
            found = None if correction.fault else words.wrong(correction, version)
            if found is None or _is_settled(words, correction, version):
                continue
            said = archive.body(found[1])
            body = said if correction.by is None else archive.body(correction.by)
            if said is not None and body is not None:
                message = _MESSAGES[found[0]]
                yield correction, message.format(said=named(said), body=named(body))


def _is_settled(words: _Words, correction: Correction, version: Version) -> bool:
    """Whether somebody corrected the same afterwards for whom it was to correct."""

    def is_not_for(body: str) -> bool:
        return words.wrong(replace(correction, by=body), version) is not None

    return settled_later(words.matter, correction, is_not_for)


_SUPERVISED = """\
  - date: 2026-02-16
    step: supervise
    by: shili-office
    note: 催了两次。
corrections:
  - date: 2026-02-24
    at: log/20260216-supervise/note
    value: 问过一次。
    by: {by}
    reason: 写错了。
"""
_TEXT = NOISE + ACCEPTED + _SUPERVISED

CHECK = Check(
    code="M048",
    title=Text("别人的话不由办的人改", "Others' words are not corrected by those concerned"),
    why=Text(
        "督办、退回、接收、交办是谁走的，就是谁的话；办事的单位自己把它改了、作废了，或者对方已经答复以后再改，事情的经过就不可信了。",
        "A step is the word of whoever took it: who supervised, sent back, took over or assigned. If those who deal with the matter change or annul it, or change their own once the other side has answered, the record cannot be trusted.",
    ),
    fix=Text(
        "由走这一步的单位，或者没有经手这件事的监督委员会、上级核对以后来更正，by 写它；已经记进档案的，由它把同一处再更正一次；对方答复过的，不更正，另记一步。",
        "Let whoever took the step, or supervisors or a body above that had no share in the matter, look into it and correct it, and name it in by; where the correction is merged, let it correct the same place once more; where the other side has answered, correct nothing and record a new step.",
    ),
    bad=Example({NOISE_PATH: _TEXT.format(by="shili-committee")}),
    good=Example({NOISE_PATH: _TEXT.format(by="shili-office")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
