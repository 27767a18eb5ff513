"""Reading what ships with the tool: procedures, common steps, the law.

The files are the tool's own and are held to their form by its tests, so that a wrong one is a
defect of the tool: it raises, where a wrong record would be a finding.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from yizhan.loading.parse import build, parse
from yizhan.loading.strict_yaml import read
from yizhan.model.decision_rule import Chain, DecisionRule
from yizhan.model.presets import Presets
from yizhan.model.procedure import Procedure, Step
from yizhan.model.rule_making import InTime, RuleMaking

T = TypeVar("T")

FOLDER = "presets"
"""Folder of the presets in the package, and the first part of their paths in the archive."""


@cache
def load_presets() -> Presets:
    """Read the presets; the same object each time."""
    root = Path(__file__).resolve().parents[1] / FOLDER
    procedures = [_procedure(file) for file in _yaml_files(root / "procedures")]
    laws = [_data(file) for file in _yaml_files(root / "law")]
    return Presets(
        procedures=MappingProxyType({procedure.id: procedure for procedure in procedures}),
        common_steps=tuple(
            build(Step, step) for step in _data(root / "common-steps.yaml")["steps"]
        ),
        decision_rules=_each(DecisionRule, laws, "rules"),
        chains=_each(Chain, laws, "chains"),
        rule_making=_each(RuleMaking, laws, "rule_making"),
        in_time=build(InTime, next(law["in_time"] for law in laws if "in_time" in law)),
    )


def _each(model: type[T], laws: list[dict[str, Any]], name: str) -> tuple[T, ...]:
    """Everything of one sort that the files of the law hold."""
    return tuple(build(model, one) for law in laws for one in law.get(name, ()))


def _procedure(file: Path) -> Procedure:
    path = f"{FOLDER}/procedures/{file.name}"
    return parse(Procedure, _data(file), path)


def _yaml_files(folder: Path) -> list[Path]:
    found = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    return sorted(found, key=lambda file: file.name)


def _data(file: Path) -> dict[str, Any]:
    document = read(file.read_bytes())
    if document.data is None:
        raise ValueError(f"preset {file.name}: {document.troubles}")
    return document.data
