"""What the checks of chains of meetings share: what breaks one, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Context, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import lie_apart
from yizhan.facts.meeting_chain import ChainBreak, ChainFault, chain_breaks
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import Chain, ChainStep
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.wording.law import article, law_name, named_law
from yizhan.wording.lists import either
from yizhan.wording.terms import one

CHECK_CHAIN = Text(
    "核对 chain（程序链）、chain_step（链上环节）和会议类别，改掉写错的那个。",
    "Check chain, chain_step and the kind of the meeting, and correct the one that is wrong.",
)


def chain_problems(
    record: Meeting,
    archive: Archive,
    context: Context,
    messages: Mapping[ChainFault, Text],
    fixes: Mapping[ChainFault, Text],
) -> Iterator[Problem]:
    """In what a meeting breaks its chain, so far as a check is about it.

    Args:
        record: a meeting; nothing is said of one without a chain, or with one that nobody knows.
        archive: where the meeting before it is looked up.
        context: holds the chains there are.
        messages: the sentence for each fault that the check is about.
        fixes: how to fix it, where the check's own words do not fit.
    """
    chain = next((each for each in context.presets.chains if each.key == record.chain), None)
    earlier = archive.get(Meeting, record.earlier)
    if chain is None or (earlier is None and record.earlier is not None):
        return  # an unknown chain is T020's, a meeting that is not there A004's
    for found in chain_breaks(record, chain, earlier, apart=_apart(record, earlier, archive)):
        if found.key in messages:
            message = messages[found.key].format(**_values(record, chain, found))
            cites = (law_name(chain.law) + chain.article,)
            yield Problem(record, found.pointer, message, fixes.get(found.key), articles=cites)


def _apart(record: Meeting, earlier: Meeting | None, archive: Archive) -> bool:
    """Whether the meeting before was surely for other places than this one, all of them counted."""
    if earlier is None:
        return False
    return all(
        lie_apart(archive, one, other)
        for one in (record.place, *record.places)
        for other in (earlier.place, *earlier.places)
    )


def _values(record: Meeting, chain: Chain, found: ChainBreak) -> dict[str, object]:
    """Turn what a break says into words."""
    values: dict[str, object] = {
        "law": named_law(chain.law),
        "article": article(chain.article),
        "date": record.date,
    }
    for name, value in found.params.items():
        if isinstance(value, ChainStep):
            values[name] = value.title
        elif isinstance(value, Meeting):
            values |= {name: named(value), "held": value.date}
        elif name == "kind":
            values[name] = one(value)
        elif name == "allowed":
            values[name] = (
                commas(step.key for step in chain.steps)
                if found.key is ChainFault.UNKNOWN_STEP
                else either(one(kind) for kind in value)
            )
        else:
            values[name] = value
    return values | {"chain": chain.title}
