"""Procedures: a drawing of the stages, the steps, tiers, limits, mechanisms, and their matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from yizhan.facts.log_so_far import MAJORITY
from yizhan.facts.overview import Tally
from yizhan.model.kinds import RECORDS
from yizhan.model.procedure import Limit, Procedure, Stage, Step
from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind
from yizhan.pages.diagram import draw
from yizhan.pages.frame import record_page
from yizhan.pages.links import url_of
from yizhan.pages.matter_lists import RowCache, family_choices
from yizhan.pages.page import Draft, Page, Slot
from yizhan.pages.record_lists import (
    Block,
    Fact,
    RecordList,
    Row,
    also,
    list_pages,
    list_slot,
    plain_row,
)
from yizhan.pages.related import related, search_entry
from yizhan.pages.site import Site
from yizhan.wording.ruling import share_of
from yizhan.wording.terms import log_field
from yizhan.wording.words import Words

_MATTERS = 6


class LimitView(NamedTuple):
    """A limit in words."""

    days: str
    tier: str
    source: str


class StageView(NamedTuple):
    """A stage of the table."""

    stage: Stage
    limits: tuple[LimitView, ...]


class StepView(NamedTuple):
    """A step of the table: the same that the drawing shows, in words."""

    step: Step
    side: str
    starts: str
    leads: str
    requires: str
    tiers: str


class TierView(NamedTuple):
    """A tier with its matters."""

    title: str
    handled_by: str
    note: str | None
    matters: int
    url: str


def pages(site: Site) -> Iterator[Draft]:
    """One page a procedure, preset or local."""
    yield from list_pages(site, iter((_list(site),)), lambda record: row(site, record))
    make = partial(page, site, RowCache(site))
    for each in site.archive.of(Procedure):
        yield Draft(url_of(each, site.lang), make, each)


def slots(site: Site) -> Iterator[Slot]:
    """All procedures, local ones first."""
    yield list_slot(site, _list(site), lambda record: row(site, record))


def _list(site: Site) -> RecordList:
    _ = site.words._
    everything = site.archive.of(Procedure)
    local = [each for each in everything if each.path.startswith(f"{RECORDS}/")]
    presets = [each for each in everything if not each.path.startswith(f"{RECORDS}/")]
    rows = tuple(row(site, each) for each in local)
    return RecordList(
        "procedures/",
        "procedures",
        site.words.kinds(Kind.PROCEDURE),
        _("一件事从提出到了结要走哪几步，谁来走，多少个工作日；居民不认可怎么办。"),
        presets,
        _("还没有办事规程。"),
        blocks=(Block(_("各地自己的规程"), rows, len(rows)),) if rows else (),
        also=also(site, Kind.PROCEDURE),
        heading=_("通用的规程"),
    )


def row(site: Site, record: Record) -> Row:
    """A procedure in a list."""
    assert isinstance(record, Procedure)
    words = site.words
    matters = site.overview.of_procedure.get(record.id, Tally()).total
    places = words._("、").join(link.title for link in site.links(record.places))
    return plain_row(
        site,
        record,
        Fact(places, own=True),
        Fact(words.n_("{n} 个阶段", len(record.stages))),
        Fact(words.n_("{n} 件事项", matters) if matters else ""),
        Fact(words._("示例") if record.example else ""),
    )


def page(site: Site, rows: RowCache, procedure: Procedure) -> Page:
    """The page of one procedure."""
    words = site.words
    tally = site.overview.of_procedure.get(procedure.id, Tally())
    first = site.overview.by_procedure[procedure.id][:_MATTERS] if tally.total else ()
    url = url_of(procedure, site.lang)
    values: dict[str, Any] = {
        "procedure": procedure,
        "preset": not procedure.path.startswith(f"{RECORDS}/"),
        "places": site.links(procedure.places),
        "share": words.label(share_of(procedure.confirm_share or MAJORITY)),
        "drawing": draw(procedure),
        "stages": tuple(_stage(words, procedure, stage) for stage in procedure.stages),
        "steps": tuple(_step(words, procedure, step) for step in procedure.steps),
        "common": tuple(
            step for step in site.presets.common_steps if step.action not in procedure.without
        ),
        "tiers": tuple(_tiers(site, procedure)),
        "families": family_choices(words, tally),
        "matters": rows.html(first, url),
        "matter_count": tally.total,
        "matter_rest": tally.total - len(first),
        "related": related(site, procedure, (Kind.MATTER,)),
    }
    description = words.n_(
        "{title}：从“{start}”开始的 {n} 个阶段和各步骤。",
        len(procedure.stages),
        title=procedure.title,
        start=procedure.stages[0].title if procedure.stages else "",
    )
    lines = [stage.title for stage in procedure.stages]
    lines += [part for each in procedure.mechanisms for part in (each.title, each.text)]
    lines += [tier.title for tier in procedure.tiers]
    place = procedure.places[0] if len(procedure.places) == 1 else None
    entry = search_entry(site, procedure, lines, place)
    return record_page(site, procedure, "procedure.html", "procedures", description, values, entry)


def _stage(words: Words, procedure: Procedure, stage: Stage) -> StageView:
    return StageView(stage, tuple(_limit(words, procedure, each) for each in stage.limits))


def _limit(words: Words, procedure: Procedure, limit: Limit) -> LimitView:
    tiers = {tier.key: tier.title for tier in procedure.tiers}
    tier = tiers.get(limit.tier, limit.tier) if limit.tier is not None else ""
    return LimitView(words.n_("{n} 个工作日", limit.days), tier, limit.source or "")


def _step(words: Words, procedure: Procedure, step: Step) -> StepView:
    stages = {stage.key: stage.title for stage in procedure.stages}
    tiers = {tier.key: tier.title for tier in procedure.tiers}
    mark = words._("、")
    return StepView(
        step,
        words.title(step.side),
        "、".join(stages.get(key, key) for key in step.from_),
        stages.get(step.to, step.to) if step.to is not None else "",
        mark.join(words.say(log_field(name)) for name in step.requires),
        "、".join(tiers.get(key, key) for key in step.tiers),
    )


def _tiers(site: Site, procedure: Procedure) -> Iterator[TierView]:
    for tier in procedure.tiers:
        key = f"{procedure.id}/{tier.key}"
        found = site.overview.by_tier.get(key, ())
        url = site.url(f"matters/tier/{key}/") if found else ""
        yield TierView(tier.title, tier.handled_by, tier.note, len(found), url)
