"""Matters: one page each, with status, facts, outcome, verdict and the whole log."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from yizhan.facts.matter_state import MatterState
from yizhan.facts.onward import way_on
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Kind
from yizhan.pages.frame import record_page
from yizhan.pages.links import Link, link_to, page_of
from yizhan.pages.page import Draft, Page, SearchEntry
from yizhan.pages.site import Site
from yizhan.pages.status import Status, owner_link, status
from yizhan.pages.timeline import EntryView, timeline

_RELATED = (Kind.MATTER, Kind.MEETING, Kind.ROUND, Kind.RULE, Kind.AMENDMENT, Kind.BATCH)
"""Kinds a matter's page links to, in this order."""


def pages(site: Site) -> Iterator[Draft]:
    """One page a matter whose procedure is known."""
    make = partial(_page, site)
    for identifier in site.derived.states:
        yield Draft(page_of(Kind.MATTER, identifier, site.lang), make, identifier)


def _page(site: Site, identifier: str) -> Page:
    matter = site.archive.get(Matter, identifier)
    assert matter is not None, "what has a state is there"
    return page(site, matter)


def page(site: Site, matter: Matter) -> Page:
    """The page of one matter that has a state."""
    state = site.states[matter.id]
    procedure = site.archive.procedure(matter.procedure)
    assert procedure is not None, "without one there is no state"
    found = status(site, matter, state)
    log = tuple(timeline(site, matter, procedure, state))
    values: dict[str, Any] = {
        "matter": matter,
        "status": found,
        "state": state,
        "log": log,
        "line": site.line(matter.place),
        "procedure": link_to(procedure, site.lang),
        "raised_at": site.link(matter.raised.meeting) or site.link(matter.raised.round),
        "pending_to": site.link(state.pending.to) if state.pending is not None else None,
        "pending_due": _pending_due(site, matter, state),
        "pending_late": site.stands_still(matter)
        and state.pending is not None
        and state.pending.late,
        "answer_url": site.url("guide/residents/"),
        "owner": owner_link(site, state.outcome),
        "recorder": site.link(state.verdict.recorded_by) if state.verdict is not None else None,
        "goes_on": site.links(dict.fromkeys((*state.parts, *way_on(site.states, state)))),
        "related": _related(site, matter, state),
    }
    place = site.where(matter.place)
    return record_page(
        site,
        matter,
        "matter.html",
        "matters",
        f"{place}：{found.word}。{found.sentence}",
        values,
        _search(site, matter, found, state, log) if site.lang == "zh" else None,
    )


def _pending_due(site: Site, matter: Matter, state: MatterState) -> str:
    """The last day to take the matter over, for the script; empty where there is none."""
    due = state.pending.due if state.pending is not None else None
    return "" if due is None or site.stands_still(matter) else due.day.isoformat()


def _related(
    site: Site, matter: Matter, state: MatterState
) -> tuple[tuple[Kind, tuple[Link, ...]], ...]:
    """What the matter belongs with, by kind; nothing twice, nothing empty."""
    ids = {state.merged_into, matter.part_of, *matter.related, *state.parts, *matter.rules}
    ids |= {entry.meeting for entry in matter.log} | {matter.raised.meeting}
    ids |= {entry.round for entry in matter.log} | {matter.raised.round}
    ids |= {identifier for _kind, identifier in site.archive.referring(matter.id)}
    found: dict[Kind, list[Link]] = {kind: [] for kind in _RELATED}
    for identifier in sorted(each for each in ids if each is not None):
        record = site.archive.find(identifier)
        if record is not None and record.kind in found and site.shows(record):
            found[record.kind].append(link_to(record, site.lang))
    return tuple((kind, tuple(links)) for kind, links in found.items() if links)


def _search(
    site: Site, matter: Matter, found: Status, state: MatterState, log: tuple[EntryView, ...]
) -> SearchEntry:
    places = [link.title for link in site.line(matter.place)]
    words = site.words
    lines = [matter.title, matter.id, " ".join(places), matter.summary]
    lines += [found.handler.title] if found.handler else []
    for entry in log:
        lines += [entry.step, entry.note, entry.reason]
        lines += [entry.outcome.text, entry.outcome.reason] if entry.outcome else []
        lines += [entry.verdict.text] if entry.verdict else []
        lines += [link.title for link in (entry.by, entry.to, entry.meeting) if link]
    activity = site.summary(matter.id).activity
    return SearchEntry(
        text="\n".join(str(line) for line in lines if line),
        filters={
            "kind": (words.title(matter.kind),),
            "family": ()
            if state.goes_on
            else tuple(dict.fromkeys((words.title(state.family), found.word))),
            "place": tuple(places),
            "category": (words.title(matter.category),),
            "year": (str(matter.raised.date.year),),
        },
        meta={
            "title": matter.title,
            "status": found.word,
            "family": found.mark,
            "place": site.where(matter.place),
            "date": words.date(activity),
        },
        sort={"date": activity.latest.isoformat()},
    )
