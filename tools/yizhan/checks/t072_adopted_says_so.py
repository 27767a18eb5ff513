"""T072: what a meeting adopted says so itself: a rule in force names the meeting, a draft was still one."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import COUNCIL, COUNCIL_PATH, FEASTS, FEASTS_PATH
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.rule_making import unlawful_maker
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DecisionResult, DossierStage, Kind

_RULE = Text(
    "这次会议通过了{rule}，规约里却没有写由它通过（adopted）。",
    "This meeting adopted {rule}, which does not say so (adopted).",
)
_WITHDRAWN = Text(
    "{amendment}在 {day} 就撤回了，这次会议却作出了通过的决定。",
    "{amendment} had been withdrawn on {day}, yet this meeting adopted it.",
)


_SILENT_DRAFT = Text(
    "这次会议通过了{amendment}，修改的经过（dossier）里却没有表决（vote）。",
    "This meeting adopted {amendment}, whose dossier knows of no vote.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        adopted = (each.result is DecisionResult.ADOPTED for each in item.decisions)
        if (item.rules or item.amendments) and any(adopted):
            yield from _of_rules(record, ("agenda", number, "rules"), item, archive)
            pointer = ("agenda", number, "amendments")
            yield from _of_amendments(record, pointer, item, archive, context)


def _of_rules(
    record: Meeting, pointer: Pointer, item: AgendaItem, archive: Archive
) -> Iterator[Problem]:
    """Rules in force that say of no meeting that it adopted them, where the days agree."""
    for position, identifier in enumerate(item.rules):
        rule = archive.get(Rule, identifier)
        if rule is None or rule.effective is None:
            continue
        adopted = rule.adopted
        if adopted is not None and (
            adopted.meeting is not None
            or adopted.date.surely_before(record.date)
            or record.date.surely_before(adopted.date)
        ):
            continue
        yield Problem(record, (*pointer, position), _RULE.format(rule=named(rule)))


def _of_amendments(
    record: Meeting, pointer: Pointer, item: AgendaItem, archive: Archive, context: Context
) -> Iterator[Problem]:
    """Drafts withdrawn before, and those that say nothing of the vote of the meeting that makes the rule.

    Another meeting may have decided how to go on with a draft.
    """
    for position, identifier in enumerate(item.amendments):
        amendment = archive.get(Amendment, identifier)
        if amendment is None:
            continue
        stages = {entry.stage for entry in amendment.dossier}
        rule = archive.get(Rule, amendment.rule)
        if (
            rule is not None
            and not stages & {DossierStage.VOTE, DossierStage.WITHDRAWAL}
            and not unlawful_maker(rule, record.date, record, archive, context)
        ):
            message = _SILENT_DRAFT.format(amendment=named(amendment))
            yield Problem(record, (*pointer, position), message)
        for entry in amendment.dossier:
            if entry.stage is DossierStage.WITHDRAWAL and entry.date.surely_before(record.date):
                message = _WITHDRAWN.format(amendment=named(amendment), day=entry.date)
                yield Problem(record, (*pointer, position), message)


_HELD = COUNCIL.format(result="adopted")
_IN_FORCE = FEASTS + "effective: 2026-03-01\n"
_SILENT = _IN_FORCE.replace("  meeting: 20260218-shili-council\n", "")

CHECK = Check(
    code="T072",
    title=Text("会上通过的，规约里写着", "What was adopted says so"),
    why=Text(
        "会议记录说通过了，规约却没有写由谁通过，或者草案早就撤回了；两处对不上，居民不知道规约有没有来历。",
        "Where the minutes say that it was adopted and the rule does not, or the draft had been withdrawn before, nobody can tell where the rule comes from.",
    ),
    fix=Text(
        "在规约的 adopted 里写上这次会议（meeting）；会上只是讨论的，核对 decisions 的 result。",
        "Name the meeting under adopted in the rule; if it was only discussed, check the result under decisions.",
    ),
    bad=Example({FEASTS_PATH: _SILENT, COUNCIL_PATH: _HELD}),
    good=Example({FEASTS_PATH: _IN_FORCE, COUNCIL_PATH: _HELD}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
