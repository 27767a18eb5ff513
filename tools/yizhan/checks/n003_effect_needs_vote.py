"""N003: an amendment takes effect only after it was voted on, or decided by the body in charge."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import DOGS_PATH, dogs
from yizhan.checks.shared.rule_making import maker_cited
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.rule import Rule
from yizhan.model.text import Text
from yizhan.model.vocabulary import DossierStage, Kind

_VOTE = Text(
    "没有表决的记录就施行了。",
    "It took effect without a recorded vote.",
)
_DECISION = Text(
    "没有表决，也没有哪个组织决定的记录，就施行了。",
    "It took effect without a vote and without the decision of any body.",
)


def _run(record: Amendment, archive: Archive, context: Context) -> Iterator[Problem]:
    rule = archive.get(Rule, record.rule)
    stages = [entry.stage for entry in record.dossier]
    if rule is None or DossierStage.EFFECT not in stages or DossierStage.VOTE in stages:
        return
    number = stages.index(DossierStage.EFFECT)
    pointer = ("dossier", number)
    if rule.rule_kind not in context.presets.by_body:
        cites = maker_cited(rule, record.dossier[number].date, archive, context)
        yield Problem(record, pointer, _VOTE, articles=cites)
    elif not any(
        entry.stage is DossierStage.REVIEW and (entry.body or entry.meeting)
        for entry in record.dossier
    ):
        yield Problem(record, pointer, _DECISION)


_STATIONS = """\
  - stage: draft
    date: 2026-03-21
  - stage: {stage}
    date: 2026-03-25
  - stage: publication
    date: 2026-03-25
"""

CHECK = Check(
    code="N003",
    title=Text("先表决后施行", "No effect without a vote"),
    why=Text(
        "村规民约、居民公约、管理规约的修改都要由村民、居民或者业主表决；管理办法和清单至少要有制定它的"
        "组织作出决定。",
        "Amendments of village rules and covenants are voted on by those they bind; "
        "measures and lists need at least a decision of the body that makes them.",
    ),
    fix=Text(
        "补上 vote（表决）和会议；管理办法补上 review（审查）和决定它的组织。",
        "Add the vote with its meeting; for measures, the review with the body that decided.",
    ),
    bad=Example({DOGS_PATH: dogs(_STATIONS.format(stage="effect"))}),
    good=Example({DOGS_PATH: dogs(_STATIONS.format(stage="review"))}),
    kinds=(Kind.AMENDMENT,),
    run=_run,
    level=Level.IRREGULAR,
)
