"""L008: a share that is asked for can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.rule_examples import VOTES, VOTES_PATH
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import DecisionRule, Share
from yizhan.model.finding import Level, Pointer
from yizhan.model.procedure import Procedure
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{share}超过了全部，谁也达不到。",
    "{share} is more than there are; nobody can reach it.",
)
_AT_LEAST = Text("至少 {number}", "At least {number}")
_MORE_THAN = Text("多于 {number}", "More than {number}")


def _run(record: Rule | Procedure, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, share in _shares(record):
        if share is not None and not share.met(1, 1):
            more = share.more_than is not None
            said = (_MORE_THAN if more else _AT_LEAST).format(
                number=share.more_than or share.at_least
            )
            at = (*pointer, "more_than" if more else "at_least")
            yield Problem(record, at, _FOUND.format(share=said))


def _shares(record: Rule | Procedure) -> Iterator[tuple[Pointer, Share | None]]:
    if isinstance(record, Procedure):
        yield ("confirm_share",), record.confirm_share
        return
    for number, rule in enumerate(record.decision_rules):
        yield from _shares_of(("decision_rules", number), rule)


def _shares_of(here: Pointer, rule: DecisionRule) -> Iterator[tuple[Pointer, Share | None]]:
    for number, quorum in enumerate(rule.quorums):
        yield (*here, "quorums", number, "share"), quorum.share
        yield (*here, "quorums", number, "area"), quorum.area
    if rule.majority is not None:
        yield (*here, "majority", "share"), rule.majority.share
        yield (*here, "majority", "area"), rule.majority.area


_RULE = (
    VOTES
    + """\
    named: true
    majority:
      share:
        at_least: "{share}"
"""
)

CHECK = Check(
    code="L008",
    title=Text("比例不超过全部", "Shares are of a whole"),
    why=Text(
        "分子分母写反了，二分之三的人同意永远凑不齐，照它办就什么都通不过。",
        "With a fraction the wrong way up, three halves of all would have to agree, and nothing could ever be decided.",
    ),
    fix=Text(
        "核对分子和分母：过半数写 more_than: 1/2，三分之二以上写 at_least: 2/3，全体写 at_least: 1/1。",
        "Check the fraction: more than half is more_than: 1/2, two thirds at_least: 2/3, everybody at_least: 1/1.",
    ),
    bad=Example({VOTES_PATH: _RULE.format(share="3/2")}),
    good=Example({VOTES_PATH: _RULE.format(share="2/3")}),
    kinds=(Kind.RULE, Kind.PROCEDURE),
    run=_run,
    level=Level.ERROR,
)
