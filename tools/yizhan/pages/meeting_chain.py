"""Ordered chains such as 四议两公开: which meeting was which station, and what was made public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yizhan.model.decision_rule import Chain
from yizhan.model.meeting import Meeting
from yizhan.model.record import Display
from yizhan.pages.links import Link
from yizhan.pages.site import Site
from yizhan.wording.law import cited_by_name


class ChainStepView(NamedTuple):
    """A station of a chain: a meeting, or a publication."""

    title: str
    link: Link | None
    day: str
    here: bool
    displays: tuple[Display, ...]


class ChainView(NamedTuple):
    """The chain a meeting belongs to."""

    title: str
    law: str
    steps: tuple[ChainStepView, ...]


def chain_of(site: Site, meeting: Meeting) -> ChainView | None:
    """The chain that a meeting says it belongs to; None for others."""
    chains = {chain.key: chain for chain in site.presets.chains}
    chain = chains.get(meeting.chain or "")
    if chain is None:
        return None
    run = {each.chain_step: each for each in _run(site, meeting)}
    law = cited_by_name(chain.law, chain.article)
    return ChainView(
        chain.title, site.words.say(law), tuple(_chain_steps(site, meeting, chain, run))
    )


def _run(site: Site, meeting: Meeting) -> list[Meeting]:
    """The meetings of the chain that this one stands in, in order."""
    run, seen = [meeting], {meeting.id}
    before = site.archive.get(Meeting, meeting.earlier)
    while before is not None and before.id not in seen:
        run.insert(0, before)
        seen.add(before.id)
        before = site.archive.get(Meeting, before.earlier)
    after = _next(site, meeting)
    while after is not None and after.id not in seen:
        run.append(after)
        seen.add(after.id)
        after = _next(site, after)
    return run


def _next(site: Site, meeting: Meeting) -> Meeting | None:
    for record, reference in site.archive.referrers_of(Meeting, meeting.id):
        if reference.pointer == ("earlier",):
            return record
    return None


def _chain_steps(
    site: Site, meeting: Meeting, chain: Chain, run: dict[str | None, Meeting]
) -> Iterator[ChainStepView]:
    last: Meeting | None = None
    publications = 0
    for step in chain.steps:
        held = run.get(step.key)
        displays: tuple[Display, ...] = ()
        if step.meetings:
            last = held
        elif last is not None:
            decisions = [each for item in last.agenda for each in item.decisions]
            shown = [
                each.published if not publications else each.result_published for each in decisions
            ]
            displays = tuple(dict.fromkeys(each for each in shown if each is not None))
            publications += 1
        yield ChainStepView(
            step.title,
            site.link(held.id) if held is not None else None,
            site.words.date(held.date) if held is not None else "",
            held is meeting,
            displays,
        )
