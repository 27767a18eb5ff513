"""A matter's log as a timeline: what was done, by whom, with which outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yizhan.facts.matter_state import MatterState
from yizhan.model.dates import PartialDate
from yizhan.model.keys import keys
from yizhan.model.matter import LogEntry, Matter, Outcome, Verdict
from yizhan.model.procedure import Procedure
from yizhan.model.record import Irregularity
from yizhan.model.reference import UNKNOWN
from yizhan.model.vocabulary import Family, Side
from yizhan.pages.frame import FileView, file_views
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.pages.source_views import SourceView, source_view
from yizhan.pages.status import owner_link


class EntryView(NamedTuple):
    """One entry of the log as the template shows it.

    Attributes:
        key: by which others name it.
        step: the procedure's own word for the step.
        family: of the stage it led to, for the colour of its mark; None where the stage stayed.
        stage: title of the stage it led to.
        residents: whether residents acted.
        unknown: whether the source does not say who acted.
        owner: whose the outcome says the matter is.
        recorder: who took down the verdict.
        noted: whether only those who handled the matter say what residents answered.
        above: whether its outcome is the one the page shows in full above the log.
        entry: as recorded.
        since: as of the model.
        planned: dated after the site's day, so that it does not count yet.
        undone: whether it rested on what was annulled since.
    """

    key: str
    date: PartialDate
    step: str
    family: Family | None
    stage: str | None
    by: Link | None
    residents: bool
    unknown: bool
    to: Link | None
    with_: tuple[Link, ...]
    meeting: Link | None
    round: Link | None
    tier: str | None
    until: PartialDate | None
    reason: str | None
    note: str | None
    outcome: Outcome | None
    owner: Link | None
    verdict: Verdict | None
    recorder: Link | None
    noted: bool
    into: tuple[Link, ...]
    merged_into: Link | None
    entry: LogEntry
    since: PartialDate | None
    planned: bool
    undone: bool
    above: bool
    irregular: tuple[Irregularity, ...]
    sources: tuple[SourceView, ...]
    files: tuple[FileView, ...]


def timeline(
    site: Site, matter: Matter, procedure: Procedure, state: MatterState
) -> Iterator[EntryView]:
    """Every entry in the order of the log. One call names every field, which is why this is long."""
    steps = {step.key: step for step in (*site.presets.common_steps, *procedure.steps)}
    tiers = {tier.key: tier.title for tier in procedure.tiers}
    moved = {
        passage.index: passage.after for passage in state.history if passage.before != passage.after
    }
    own = keys(matter.log)
    noted = {passage.index for passage in state.history if passage.noted}
    undone = {passage.index for passage in state.stood}
    day = site.day_of(matter)
    for position, (key, entry) in enumerate(zip(own, matter.log, strict=True)):
        step = steps.get(entry.step)
        stage = moved.get(position)
        yield EntryView(
            key=key,
            date=entry.date,
            step=step.title if step is not None else entry.step,
            family=stage.family if stage is not None else None,
            stage=stage.title if stage is not None else None,
            by=site.link(entry.by),
            unknown=entry.by == UNKNOWN,
            residents=entry.by is None and step is not None and step.side is Side.RESIDENTS,
            to=site.link(entry.to) if entry.to != entry.by else None,
            with_=site.links(entry.with_),
            meeting=site.link(entry.meeting),
            round=site.link(entry.round),
            tier=tiers.get(entry.tier) if entry.tier is not None else None,
            until=entry.until,
            reason=entry.reason,
            note=entry.note,
            outcome=entry.outcome,
            owner=owner_link(site, entry.outcome),
            verdict=entry.verdict,
            recorder=site.link(entry.verdict.recorded_by) if entry.verdict is not None else None,
            noted=position in noted,
            into=site.links(entry.into),
            merged_into=site.link(entry.merged_into),
            entry=entry,
            since=entry.since,
            planned=entry.date.surely_after(day),
            undone=position in undone and not entry.irregular,
            above=entry.outcome is not None and entry.outcome is state.outcome,
            irregular=entry.irregular,
            sources=tuple(map(source_view, entry.sources)),
            files=file_views(matter, entry.attachments) if entry.attachments else (),
        )
