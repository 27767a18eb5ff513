import copy

import pytest

from yizhan.facts.procedure_soundness import defects
from yizhan.loading.parse import build
from yizhan.model.procedure import Procedure


@pytest.fixture
def found(make, common_steps):
    def of(change):
        data = copy.deepcopy(make.procedure)
        change(data)
        return [
            (each.key.value, each.pointer) for each in defects(build(Procedure, data), common_steps)
        ]

    return of


def test_the_procedure_of_the_tests_is_sound(found):
    assert found(lambda data: None) == []


def test_what_is_left_out_may_be_what_the_procedure_has_no_step_for(found):
    assert found(lambda data: data.update(without=["merge", "split"])) == []


def stage(data, key):
    return next(each for each in data["stages"] if each["key"] == key)


def step(data, key):
    return next(each for each in data["steps"] if each["key"] == key)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda data: data["stages"].append(
                {"key": "raised", "title": "又", "family": "waiting"}
            ),
            ("duplicate_stage", ("stages", 6, "key")),
        ),
        (
            lambda data: data["steps"].append(dict(data["steps"][0])),
            ("duplicate_step", ("steps", 10, "key")),
        ),
        (
            lambda data: data["tiers"].extend([dict(data["tiers"][0])] * 2),
            ("duplicate_tier", ("tiers", 2, "key")),
        ),
        (
            lambda data: data.update(mechanisms=[{"key": "m", "title": "m", "text": "m"}] * 2),
            ("duplicate_mechanism", ("mechanisms", 1, "key")),
        ),
        (
            lambda data: data.update(start="handling"),
            ("start_not_waiting", ("start",)),
        ),
        (lambda data: data.update(answer_days=0), ("limit_too_short", ("answer_days",))),
        (lambda data: data.update(handover_days=0), ("limit_too_short", ("handover_days",))),
        (
            lambda data: stage(data, "raised").update(limits=[{"days": 0}]),
            ("limit_too_short", ("stages", 0, "limits", 0, "days")),
        ),
        (
            lambda data: stage(data, "raised").update(limits=[{"days": 1, "tier": "huge"}]),
            ("unknown_tier", ("stages", 0, "limits", 0, "tier")),
        ),
        (
            lambda data: stage(data, "raised").update(limits=[{"days": 1}, {"days": 2}]),
            ("limit_twice", ("stages", 0, "limits", 1)),
        ),
        (
            lambda data: step(data, "confirm").update(side="office"),
            ("verdict_by_office", ("steps", 4)),
        ),
        (
            lambda data: step(data, "assign")["from"].append("moon"),
            ("unknown_stage", ("steps", 1, "from", 3)),
        ),
        (
            lambda data: step(data, "assign").update(tiers=["small", "huge"]),
            ("unknown_tier", ("steps", 1, "tiers", 1)),
        ),
        (
            lambda data: step(data, "accept").update(to="moon"),
            ("unknown_stage", ("steps", 0, "to")),
        ),
        (
            lambda data: step(data, "object").update(to="handling"),
            ("wrong_family", ("steps", 5, "to")),
        ),
        (
            lambda data: step(data, "withdraw").pop("to"),
            ("wrong_family", ("steps", 8)),
        ),
        (
            lambda data: step(data, "accept").update(to="closed"),
            ("wrong_family", ("steps", 0, "to")),
        ),
        (
            lambda data: data["steps"].append(
                {"key": "supervise", "title": "督办", "action": "supervise", "to": "handling"}
            ),
            ("common_step_moves", ("steps", 10, "to")),
        ),
        (
            lambda data: data["stages"].append({"key": "moon", "title": "月", "family": "working"}),
            ("unreachable_stage", ("stages", 6)),
        ),
    ],
)
def test_one_defect(found, change, expected):
    assert [each for each in found(change) if each[0] != "unreachable_stage"] == (
        [expected] if expected[0] != "unreachable_stage" else []
    )
    assert expected in found(change)


def test_an_unknown_start_is_one_defect(found):
    """That nothing can be reached from it follows, and is not said at each stage."""
    keys = found(lambda data: data.update(start="moon"))
    assert keys == [("unknown_start", ("start",))]


@pytest.mark.parametrize("key", ["raised", "handling", "done", "closed", "unsolved", "reopened"])
def test_a_stage_whose_key_is_mistyped_is_one_defect_at_the_stage(found, key):
    def change(data):
        stage(data, key)["key"] = "moon"

    (only,) = found(change)
    assert only == ("stage_not_named", ("stages", only[1][1], "key"))


def test_a_stage_that_several_steps_name_is_said_once(found):
    """Where every stage is named somewhere, no key is likely to be the one mistyped."""

    def change(data):
        for name in ("assign", "object"):
            step(data, name)["to"] = "moon"

    assert [each[0] for each in found(change)] == ["unknown_stage"]


def test_what_is_there_twice_is_said_alone(found):
    """Which of the two a key means decides where steps lead."""
    keys = found(lambda data: data["stages"][1].update(key=data["stages"][0]["key"]))
    assert keys == [("duplicate_stage", ("stages", 1, "key"))]


@pytest.mark.parametrize("name", ["confirm", "object", "lapse"])
@pytest.mark.parametrize("at", ["raised", "handling", "closed", "unsolved"])
def test_a_report_is_answered_where_there_is_one(found, name, at):
    def change(data):
        step(data, name)["from"] = [at]

    assert found(change)[0][0] == "verdict_unasked"


def test_a_stage_without_a_way_out(found):
    def change(data):
        data["stages"].append({"key": "drawer", "title": "抽屉", "family": "working"})
        data["steps"].append(
            {
                "key": "shelve",
                "title": "搁置",
                "action": "progress",
                "from": ["handling"],
                "to": "drawer",
            }
        )
        step(data, "withdraw")["from"] = ["raised", "handling", "done", "reopened"]

    assert ("dead_end", ("stages", 6)) in found(change)


def test_no_way_to_a_confirmed_stage(found):
    def change(data):
        data["steps"] = [each for each in data["steps"] if each["key"] not in ("confirm", "lapse")]

    assert found(change) == [("unreachable_stage", ("stages", 3)), ("never_confirmed", ("stages",))]


def test_params_name_what_is_wrong(make, common_steps):
    data = copy.deepcopy(make.procedure)
    step(data, "object")["to"] = "handling"
    (defect,) = [
        each
        for each in defects(build(Procedure, data), common_steps)
        if each.key.value == "wrong_family"
    ]
    assert defect.params["step"].title == "不认可"
    assert defect.params["stage"].title == "办理中"
    assert defect.params["family"].value == "reopened"
