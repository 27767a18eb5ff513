"""Presets are held to the same schemas as records of a place."""

from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from yizhan.loading.schemas import definition
from yizhan.loading.strict_yaml import read
from yizhan.loading.validators import authority
from yizhan.model.vocabulary import Kind

FOLDER = files("yizhan") / "presets"


def data_of(file):
    document = read(file.read_bytes())
    assert document.data is not None, document.troubles
    return document.data


def yaml_files(folder):
    files_in = (FOLDER / folder).iterdir()
    return sorted((file for file in files_in if file.is_file()), key=lambda file: file.name)


def complaints(validator, data):
    return [
        f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(data)
    ]


@pytest.mark.parametrize("file", yaml_files("procedures"), ids=lambda file: file.name)
def test_a_procedure(file):
    assert complaints(authority(Kind.PROCEDURE), data_of(file)) == []


@pytest.mark.parametrize("file", yaml_files("law"), ids=lambda file: file.name)
def test_decision_rules(file):
    validator = Draft202012Validator(definition("rule", "decision_rule"))
    data = data_of(file)
    assert set(data) in (
        {"rules"}, {"chains"}, {"rule_making"}, {"names"}, {"annulments"}, {"in_time"}, {"by_body"}, {"laws"}, {"powers"},
        {"assemblies"}, {"cadences"}, {"elections", "election_committees"}, {"seats", "other_titles"}, {"limits", "forbidden", "words"}, {"public_holidays", "festivals"},
    )  # fmt: skip
    rules = [
        {name: value for name, value in rule.items() if name not in ("places", "voting")}
        for rule in data.get("rules", ())
    ]
    assert [one for rule in rules for one in complaints(validator, rule)] == []


def test_common_steps():
    validator = Draft202012Validator(definition("procedure", "step"))
    steps = data_of(FOLDER / "common-steps.yaml")["steps"]
    assert [one for step in steps for one in complaints(validator, step)] == []
