import pytest

from yizhan.facts.meeting_chain import chain_breaks
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.meeting import Meeting

(CHAIN,) = load_presets().chains
KINDS = {
    "propose": "party_meeting",
    "consult": "committee_meeting",
    "examine": "party_meeting",
    "resolve": "villagers_representatives",
}
DISPLAY = {"start": "2026-04-20", "end": "2026-05-05"}


def meeting(step, date="2026-04-18", **more):
    data = {
        "id": f"20260418-{step or 'none'}",
        "title": "会",
        "meeting_kind": KINDS.get(step, "joint_session"),
        "place": "p",
        "date": date,
        "chain": "four-deliberations",
    }
    if step is not None:
        data["chain_step"] = step
    return build(Meeting, {**data, **more})


def breaks(held, earlier=None):
    return [(each.key.value, each.pointer) for each in chain_breaks(held, CHAIN, earlier)]


def resolved(**decision):
    return [{"title": "事", "decisions": [{"text": "定。", "result": "adopted", **decision}]}]


def test_the_chain_in_order():
    first = meeting("propose", date="2026-04-01")
    second = meeting("consult", date="2026-04-08", earlier=first.id)
    third = meeting("examine", date="2026-04-12", earlier=second.id)
    published = {
        "published": DISPLAY,
        "result_published": {"start": "2026-08-01", "end": "2026-08-15"},
    }
    last = meeting("resolve", earlier=third.id, agenda=resolved(**published))
    assert breaks(first) == []
    assert breaks(second, first) == []
    assert breaks(third, second) == []
    assert breaks(last, third) == []


@pytest.mark.parametrize(
    ("held", "earlier", "expected"),
    [
        (meeting("dream"), None, [("unknown_step", ("chain_step",))]),
        (meeting(None), None, [("unknown_step", ("chain_step",))]),
        (meeting("publish_result"), None, [("not_a_meeting", ("chain_step",))]),
        (meeting("propose", date="2018-12-27"), None, [("not_in_force", ("chain",))]),
        (
            meeting("propose", meeting_kind="joint_session"),
            None,
            [("wrong_kind", ("meeting_kind",))],
        ),
        (meeting("propose", earlier="20260401-x"), None, [("first_has_earlier", ("earlier",))]),
        (meeting("consult"), None, [("no_earlier", ("chain_step",))]),
        (meeting("examine"), meeting("propose"), [("step_skipped", ("earlier",))]),
        (
            meeting("consult"),
            meeting("propose", chain="another"),
            [("step_skipped", ("earlier",))],
        ),
        (
            meeting("consult"),
            meeting("propose", date="2026-04-19"),
            [("before_earlier", ("date",))],
        ),
        (
            meeting("resolve", agenda=resolved()),
            meeting("examine"),
            [("not_published", ("agenda", 0, "decisions", 0))],
        ),
        (
            meeting("resolve", agenda=resolved(result="rejected")),
            meeting("examine"),
            [],
        ),
        (
            meeting("resolve", agenda=resolved(published={**DISPLAY, "start": "2026-04-17"})),
            meeting("examine"),
            [("published_too_soon", ("agenda", 0, "decisions", 0, "published", "start"))],
        ),
        (
            meeting(
                "resolve",
                agenda=resolved(
                    published=DISPLAY, result_published={**DISPLAY, "start": "2026-04-19"}
                ),
            ),
            meeting("examine"),
            [
                (
                    "result_before_resolution",
                    ("agenda", 0, "decisions", 0, "result_published", "start"),
                )
            ],
        ),
    ],
)
def test_breaks(held, earlier, expected):
    assert breaks(held, earlier) == expected


def test_the_message_can_name_the_missing_station():
    (found,) = chain_breaks(meeting("resolve"), CHAIN, None)
    assert found.params["before"].title == "党员大会审议"


@pytest.mark.parametrize("result", ["rejected", "withdrawn", "lapsed", "deferred"])
def test_what_was_not_carried_goes_no_further(result):
    before = meeting("propose", agenda=resolved(result=result))
    assert breaks(meeting("consult"), before) == [("not_passed", ("earlier",))]


def test_one_motion_carried_is_enough_and_none_recorded_says_nothing():
    both = resolved(result="rejected") + resolved()
    assert breaks(meeting("consult"), meeting("propose", agenda=both)) == []
    amended = [{"text": "改。", "result": "adopted", "amends": "a"}]
    fell = [{"text": "定。", "result": "rejected", "key": "a"}]
    before = meeting("propose", agenda=[{"title": "事", "decisions": fell + amended}])
    assert breaks(meeting("consult"), before) == [("not_passed", ("earlier",))]


def test_a_step_taken_elsewhere_is_no_step_here():
    found = chain_breaks(meeting("consult"), CHAIN, meeting("propose"), apart=True)
    assert [(each.key.value, each.pointer) for each in found] == [("elsewhere", ("earlier",))]
    assert list(chain_breaks(meeting("propose"), CHAIN, None, apart=True)) == []
