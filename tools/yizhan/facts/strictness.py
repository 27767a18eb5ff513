"""Whether a local decision rule asks at least as much as the law it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from yizhan.model.decision_rule import DecisionRule, Majority, Share, Whole


class Looseness(StrEnum):
    """In what a local rule asks less than the law."""

    QUORUM = "quorum"
    BASIS = "basis"
    MAJORITY = "majority"
    NOTICE = "notice"
    POSTING = "posting"
    EXCLUSION = "exclusion"


def looser_than(local: DecisionRule, law: DecisionRule) -> Iterator[Looseness]:
    """In what a rule of a place asks less than a rule of the law for the same kind of meeting.

    村民自治章程、村规民约 and decisions must not contradict the law (村民委员会组织法, 2025:
    第三十一条; 城市居民委员会组织法, 2025: 第三十一条).
    """
    if law.named or not set(local.meetings) & set(law.meetings) or not _overlap(local, law):
        return
    if local.quorums and law.quorums:
        yield from _looser_quorums(local, law)
    if not _majority_implies(local.majority, law.majority):
        yield Looseness.MAJORITY
    if local.call is not None and law.call is not None:
        eased = local.call.excusable and not law.call.excusable
        if local.call.days < law.call.days or eased:
            yield Looseness.NOTICE
    if local.posting and law.posting and local.posting.days < law.posting.days:
        yield Looseness.POSTING
    if local.exclusion is not None:
        yield Looseness.EXCLUSION


def _looser_quorums(local: DecisionRule, law: DecisionRule) -> Iterator[Looseness]:
    by_basis = {quorum.basis: quorum for quorum in law.quorums}
    for quorum in local.quorums:
        asked = by_basis.get(quorum.basis)
        if asked is None:
            yield Looseness.BASIS
        elif not quorum.share.implies(asked.share) or not _area_implies(quorum.area, asked.area):
            yield Looseness.QUORUM


def _majority_implies(local: Majority | None, law: Majority | None) -> bool:
    if local is None or law is None:
        return True
    if local.whole is Whole.PRESENT and law.whole is Whole.ALL:
        return False
    return local.share.implies(law.share) and _area_implies(local.area, law.area)


def _area_implies(local: Share | None, law: Share | None) -> bool:
    return law is None or (local is not None and local.implies(law))


def _overlap(one: DecisionRule, other: DecisionRule) -> bool:
    def before(first: DecisionRule, second: DecisionRule) -> bool:
        end, start = first.valid.to, second.valid.from_
        return end is not None and start is not None and end.surely_before(start)

    return not before(one, other) and not before(other, one)
