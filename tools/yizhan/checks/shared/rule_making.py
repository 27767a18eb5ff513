"""What checks of making and amending rules share: which law is broken, and by what."""

from __future__ import annotations

from typing import Any

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import lie_apart
from yizhan.facts.organic_law import misplaced
from yizhan.facts.rule_end import end_of
from yizhan.facts.rule_making import making_of, of_other_places
from yizhan.facts.succession import place_gone
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.rule_making import RuleMaking
from yizhan.model.text import Text
from yizhan.model.vocabulary import MeetingKind, Wording
from yizhan.wording.law import law_name
from yizhan.wording.lists import either
from yizhan.wording.terms import one

WRONG_MEETING = Text(
    "核对会议的种类；确实开错了会的，要重新召开有权的会议表决。",
    "Check the meeting's kind; if the wrong meeting voted, the right one must vote again.",
)


def unlawful_maker(
    rule: Rule, date: PartialDate, meeting: Meeting, archive: Archive, context: Context
) -> dict[str, Any] | None:
    """Return what a message needs where the law names other meetings than the one that voted.

    Args:
        rule: which was made or amended.
        date: when.
        meeting: which voted on it.
        archive: where the rule's place is.
        context: the law.

    Returns:
        ``meeting``, ``kind``, ``law`` and ``allowed``, and ``cites`` for the problem's ``articles``;
        None where the meeting was the right one.
    """
    law = _law(rule, date, archive, context)
    if law is None or meeting.meeting_kind in law.meetings:
        return None
    return {
        "meeting": named(meeting),
        "kind": one(meeting.meeting_kind),
        "law": _cited(law.law, law.article),
        "allowed": either(one(kind) for kind in sorted(law.meetings)),
        "cites": cites(law),
    }


_COUNTERPARTS = {
    MeetingKind.RESIDENTS_ASSEMBLY: MeetingKind.VILLAGERS_ASSEMBLY,
    MeetingKind.VILLAGERS_ASSEMBLY: MeetingKind.RESIDENTS_ASSEMBLY,
    MeetingKind.VILLAGERS_REPRESENTATIVES: MeetingKind.RESIDENTS_REPRESENTATIVES,
}
"""A village's assembly and a community's, and what could be called by the other's name."""


def wrong_maker(
    rule: Rule, date: PartialDate, meeting: Meeting, archive: Archive, context: Context
) -> dict[str, Any] | None:
    """What ``unlawful_maker`` returns, unless it is one mistake that another check tells.

    A residents' assembly of a village has the wrong name (G001); a kind of rule that the place cannot
    have is nobody's to make (L010).
    """
    found = unlawful_maker(rule, date, meeting, archive, context)
    law = _law(rule, date, archive, context)
    if found is None or law is None:
        return None
    line = archive.lineage(meeting.place)
    if _COUNTERPARTS.get(meeting.meeting_kind) in law.meetings and misplaced(
        context.presets.organic, meeting.meeting_kind, meeting.date, line
    ):
        return None
    own, laws = archive.lineage(rule.place), context.presets.rule_making
    return found if not own or of_other_places(rule, date, own, laws) is None else None


def maker_of_elsewhere(
    rule: Rule, date: PartialDate, meeting: Meeting, archive: Archive, context: Context
) -> dict[str, Any] | None:
    """Return what a message needs where the right kind of meeting was another place's.

    Returns:
        ``meeting``, ``other``, ``own``, ``law`` and ``allowed``, and ``cites``; None where no law names
        a meeting, where another kind of meeting voted, and where the places do not surely lie apart.
    """
    law, own = _law(rule, date, archive, context), archive.place(rule.place)
    other = archive.place(meeting.place)
    if law is None or own is None or other is None or meeting.meeting_kind not in law.meetings:
        return None
    if not all(lie_apart(archive, own.id, each) for each in (other.id, *meeting.places)):
        return None
    return {
        "meeting": named(meeting),
        "other": other.title,
        "own": own.title,
        "law": _cited(law.law, law.article),
        "allowed": either(one(kind) for kind in sorted(law.meetings)),
        "cites": cites(law),
    }


def makers(
    rule: Rule, date: PartialDate, archive: Archive, context: Context
) -> tuple[RuleMaking, dict[str, Any]] | None:
    """The law that names who makes a rule, with ``law``, ``allowed`` and ``cites`` for a message."""
    law = _law(rule, date, archive, context)
    if law is None:
        return None
    allowed = either(one(kind) for kind in sorted(law.meetings))
    return law, {
        "law": _cited(law.law, law.article),
        "allowed": allowed,
        "cites": cites(law),
    }


def filing_missed(
    rule: Rule, date: PartialDate, archive: Archive, context: Context
) -> dict[str, object] | None:
    """Return what a message needs where a rule made or amended on a date should be filed by now.

    Returns:
        ``date`` and ``law``; None where no law asks for it, there is time yet, or the rule's text is
        only reported: its filing is then not known to the report, whose silence proves nothing. None
        once the rule has ended, too: what no longer binds is no longer filed.
    """
    law = _law(rule, date, archive, context)
    if law is None or law.filing is None or rule.wording is not Wording.VERBATIM:
        return None
    end = end_of(rule, archive)
    if end is not None and end.day.latest < context.day_of(rule):
        return None
    if place_gone(archive, rule.place, context.day_of(rule)):
        return None  # P010 asks whether it still holds
    if (context.day_of(rule) - date.latest).days < context.presets.in_time.filing:
        return None
    return {"date": date, "law": _cited(law.law, law.filing)}


def filed_under(
    rule: Rule, date: PartialDate, archive: Archive, context: Context
) -> tuple[Text, tuple[str, ...]] | None:
    """The article that asks for a rule's filing, for a message and for a problem's ``articles``.

    Returns:
        None where no law asks for it, or it cannot be seen which law held on the date.
    """
    law = _law(rule, date, archive, context)
    if law is None or law.filing is None:
        return None
    return _cited(law.law, law.filing), (law_name(law.law.zh) + law.filing.zh,)


def maker_cited(
    rule: Rule, date: PartialDate, archive: Archive, context: Context
) -> tuple[str, ...]:
    """The article that says who makes and amends a rule, where it is known which law holds."""
    law = _law(rule, date, archive, context)
    return () if law is None else cites(law)


def cites(law: RuleMaking) -> tuple[str, ...]:
    """The article that says who makes and amends a rule."""
    return (law_name(law.law.zh) + law.article.zh,)


def _law(rule: Rule, date: PartialDate, archive: Archive, context: Context) -> RuleMaking | None:
    return making_of(rule, date, archive.lineage(rule.place), context.presets.rule_making)


def _cited(law: Text, article: Text) -> Text:
    return Text(f"{law.zh}{article.zh}", f"{law.en}, {article.en}")
