"""The vocabulary's titles within a sentence."""

from __future__ import annotations

import pytest

from yizhan.loading.schemas import load_vocabulary
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, MeetingKind, PlaceLevel
from yizhan.wording.terms import one, term


@pytest.mark.parametrize(
    ("value", "zh", "bare", "with_article"),
    [
        (Kind.MEETING, "会议", "meeting", "a meeting"),
        (Kind.AMENDMENT, "修正案", "amendment", "an amendment"),
        (Kind.HONOUR, "评选", "honour", "an honour"),
        (Kind.CLAIMS, "数字通报", "claims record", "a claims record"),
        (PlaceLevel.UNIT, "单元", "unit", "a unit"),
        (MeetingKind.OWNERS_ASSEMBLY, "业主大会", "owners' assembly", "an owners' assembly"),
        (
            MeetingKind.VILLAGERS_REPRESENTATIVES,
            "村民代表会议",
            "villagers' representatives' meeting",
            "a villagers' representatives' meeting",
        ),
    ],
)
def test_in_a_sentence(value, zh, bare, with_article):
    assert term(value) == Text(zh, bare)
    assert one(value) == Text(zh, with_article)


def test_several_records_of_a_kind():
    plurals = {kind: load_vocabulary().plural(kind) for kind in Kind}
    assert plurals[Kind.BODY] == Text("组织", "Bodies")
    assert plurals[Kind.AMENDMENT] == Text("修正案", "Amendments")
    for kind, text in plurals.items():
        assert text.zh == load_vocabulary().title(kind).zh
