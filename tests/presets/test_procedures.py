"""The preset procedures: sound, sourced, and with the steps that records rely on."""

import pytest

from yizhan.facts.procedure_soundness import defects
from yizhan.loading.presets import load_presets
from yizhan.model.vocabulary import Action, Side

PRESETS = load_presets()
PROCEDURES = sorted(PRESETS.procedures.values(), key=lambda procedure: procedure.id)

STEPS = {
    "four-affairs": "accept under_way deliberate decide assign report_done confirm object lapse refuse"
    " withdraw reopen",
    "lakeside": "deliberate decide report_done confirm object lapse refuse withdraw reopen",
    "whistle": "dispatch report_done rate object lapse refuse withdraw reopen",
    "guixi-six": "grade under_way report_done confirm object lapse refuse withdraw reopen",
    "wishes": "claim under_way fulfil feedback object lapse refuse withdraw reopen",
    "mediation": "accept report_done confirm object lapse refuse resume_mediation withdraw reopen",
    "five-households": "accept under_way handle_again report_done confirm object lapse refuse"
    " withdraw reopen",
}
STAGES = {
    "four-affairs": "reported handling claimed closed unsolved reopened",
    "lakeside": "proposed deliberating carrying_out assessing closed unsolved reopened",
    "whistle": "whistled handling rating closed unsolved reopened",
    "guixi-six": "patrol_report handling feedback closed unsolved reopened",
    "wishes": "collected claimed_by_helper fulfilled closed unsolved reopened",
    "mediation": "applied mediating agreed closed unsolved reopened",
    "five-households": "reported handling claimed closed unsolved reopened",
}


def test_the_seven_presets():
    assert {procedure.id for procedure in PROCEDURES} == set(STEPS)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.id)
def test_a_preset(procedure):
    assert list(defects(procedure, PRESETS.common_steps)) == []
    assert [step.key for step in procedure.steps] == STEPS[procedure.id].split()
    assert [stage.key for stage in procedure.stages] == STAGES[procedure.id].split()
    assert procedure.path == f"presets/procedures/{procedure.id}.yaml"
    assert procedure.sources
    assert procedure.mechanisms
    assert not procedure.example


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.id)
def test_no_limit_is_invented(procedure):
    assert procedure.answer_days is None
    assert procedure.handover_days is None
    limits = [limit for stage in procedure.stages for limit in stage.limits]
    assert all(limit.source for limit in limits)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.id)
def test_residents_answer_and_offices_report(procedure):
    sides = {step.action: step.side for step in procedure.steps}
    assert sides[Action.CONFIRM] is sides[Action.OBJECT] is Side.RESIDENTS
    assert sides[Action.REPORT_DONE] is sides[Action.LAPSE] is Side.OFFICE


def test_the_six_mechanisms_of_guixi():
    titles = [mechanism.title for mechanism in PRESETS.procedures["guixi-six"].mechanisms]
    assert titles == ["上岗公示", "巡查报告", "分级办理", "办结反馈", "定期研判", "考核奖惩"]


def test_four_affairs_has_four_tiers():
    tiers = PRESETS.procedures["four-affairs"].tiers
    assert [tier.title for tier in tiers] == ["私事", "小事", "大事", "难事"]


def test_common_steps_are_named_after_their_actions_and_never_move_a_matter():
    steps = PRESETS.common_steps
    assert {step.key for step in steps} == {
        "progress", "join", "supervise", "extend", "pause", "resume", "handover", "take_over",
        "send_back", "split", "merge",
    }  # fmt: skip
    assert all(step.key == step.action.value and step.to is None for step in steps)
