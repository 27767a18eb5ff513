"""What checks of making and amending rules share: which law is broken, and by what."""

from __future__ import annotations

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.words import listed, named
from yizhan.facts.rule_making import making_of
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Meeting
from yizhan.model.rule import Rule
from yizhan.model.rule_making import RuleMaking
from yizhan.model.text import Text
from yizhan.model.vocabulary import MeetingKind, Wording


def unlawful_maker(
    rule: Rule, date: PartialDate, meeting: Meeting, archive: Archive, context: Context
) -> dict[str, object] | None:
    """Return what a message needs where the law names other meetings than the one that voted.

    Args:
        rule: which was made or amended.
        date: when.
        meeting: which voted on it.
        archive: where the rule's place lies.
        context: the law.

    Returns:
        ``meeting``, ``kind``, ``law`` and ``allowed``; None where the meeting was the right one.
    """
    law = _law(rule, date, archive, context)
    if law is None or meeting.meeting_kind in law.meetings:
        return None
    return {
        "meeting": named(meeting),
        "kind": MEETING_NAME[meeting.meeting_kind],
        "law": _cited(law.law, law.article),
        "allowed": listed(MEETING_NAME[kind] for kind in sorted(law.meetings)),
    }


def filing_missed(
    rule: Rule, date: PartialDate, archive: Archive, context: Context
) -> dict[str, object] | None:
    """Return what a message needs where a rule made or amended on a date should be filed by now.

    Returns:
        ``date`` and ``law``; None where no law asks for it, there is time yet, or the rule's text is
        only reported: its filing is then not known to the report, whose silence proves nothing.
    """
    law = _law(rule, date, archive, context)
    if law is None or law.filing is None or rule.wording is not Wording.VERBATIM:
        return None
    if (context.day_of(rule) - date.latest).days < context.presets.in_time.filing:
        return None
    return {"date": date, "law": _cited(law.law, law.filing)}


def _law(rule: Rule, date: PartialDate, archive: Archive, context: Context) -> RuleMaking | None:
    return making_of(rule, date, archive.lineage(rule.place), context.presets.rule_making)


def _cited(law: Text, article: Text) -> Text:
    return Text(f"{law.zh}{article.zh}", f"{law.en}, {article.en}")


MEETING_NAME = {
    MeetingKind.ON_SITE_SESSION: Text("现场办公会", "on-site session"),
    MeetingKind.BUILDING_DELIBERATION: Text("楼栋议事会", "building deliberation"),
    MeetingKind.JOINT_SESSION: Text("联席会议", "joint session"),
    MeetingKind.VILLAGERS_ASSEMBLY: Text("村民会议", "villagers' assembly"),
    MeetingKind.VILLAGERS_REPRESENTATIVES: Text(
        "村民代表会议", "villagers' representatives' meeting"
    ),
    MeetingKind.VILLAGERS_GROUP: Text("村民小组会议", "villagers' group meeting"),
    MeetingKind.RESIDENTS_ASSEMBLY: Text("居民会议", "residents' assembly"),
    MeetingKind.RESIDENTS_REPRESENTATIVES: Text(
        "居民代表会议", "residents' representatives' meeting"
    ),
    MeetingKind.OWNERS_ASSEMBLY: Text("业主大会", "owners' assembly"),
    MeetingKind.PARTY_MEETING: Text("党组织会议", "party meeting"),
    MeetingKind.COMMITTEE_MEETING: Text("两委会议", "committee meeting"),
    MeetingKind.COUNCIL_MEETING: Text("议事会会议", "council meeting"),
}
"""What each kind of meeting is called."""
