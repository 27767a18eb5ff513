"""Reading what ships with the tool: procedures, common steps, the law.

The files are the tool's own and are held to their form by its tests, so that a wrong one is a
defect of the tool: it raises, where a wrong record would be a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from yizhan.loading.parse import build, parse
from yizhan.model.decision_rule import Chain, DecisionRule
from yizhan.model.presets import Presets
from yizhan.model.procedure import Procedure, Step
from yizhan.model.rule_making import InTime, RuleMaking
from yizhan.model.text import Text
from yizhan.model.vocabulary import RuleKind

if TYPE_CHECKING:
    from yizhan.model.law_article import LawTable, LawText
    from yizhan.model.organic_law import OrganicLaw

T = TypeVar("T")

Data = Mapping[str, dict[str, Any]]
"""What each file holds, by its path in the folder of presets."""

FOLDER = "presets"
"""Folder of the presets in the package, and the first part of their paths in the archive."""

_ROOT = Path(__file__).resolve().parents[1] / FOLDER
_COMMON_STEPS = "common-steps.yaml"
_told: dict[str, dict[str, Any]] = {}
"""What the files hold; read once in a process, wherever it comes from."""


@cache
def load_presets() -> Presets:
    """Read the presets; the same object each time."""
    found = preset_data()
    procedures = [
        parse(Procedure, data, f"{FOLDER}/{name}")
        for name, data in found.items()
        if name.startswith("procedures/")
    ]
    laws = [data for name, data in found.items() if name.startswith("law/")]
    return Presets(
        procedures=MappingProxyType({procedure.id: procedure for procedure in procedures}),
        common_steps=tuple(build(Step, step) for step in found[_COMMON_STEPS]["steps"]),
        decision_rules=_each(DecisionRule, laws, "rules"),
        chains=_each(Chain, laws, "chains"),
        rule_making=_each(RuleMaking, laws, "rule_making"),
        by_body=frozenset(RuleKind(kind) for law in laws for kind in law.get("by_body", ())),
        in_time=build(InTime, next(law["in_time"] for law in laws if "in_time" in law)),
        make_organic=_organic,
    )


@cache
def _organic() -> OrganicLaw:
    """What names a version of a law by its key; its classes are imported with it."""
    from yizhan.model import organic_law as model

    laws = [data for name, data in preset_data().items() if name.startswith("law/")]
    return model.OrganicLaw(
        laws=_each(model.Law, laws, "laws"),
        assemblies=_each(model.Assembly, laws, "assemblies"),
        cadences=_each(model.Cadence, laws, "cadences"),
        powers=_each(model.Power, laws, "powers"),
        seats=_each(model.Seats, laws, "seats"),
        elections=_each(model.ElectionRule, laws, "elections"),
        limits=_each(model.Limit, laws, "limits"),
        forbidden=_each(model.Forbidden, [spelled_out(law) for law in laws], "forbidden"),
        annulments=_each(model.Annulment, laws, "annulments"),
        other_titles=tuple(word for law in laws for word in law.get("other_titles", ())),
        election_committees=tuple(
            word for law in laws for word in law.get("election_committees", ())
        ),
    )


def _each(model: type[T], laws: list[dict[str, Any]], name: str) -> tuple[T, ...]:
    """Everything of one sort that the files of the law hold."""
    return tuple(build(model, one) for law in laws for one in law.get(name, ()))


_WORD = re.compile(r"(?<!\(\?)<([a-z_]+)>")


def spelled_out(law: Mapping[str, Any]) -> dict[str, Any]:
    """A file of the law whose patterns have the words they name by ``<name>``, each word once in it.

    Raises:
        KeyError: a pattern names words that the file does not have.
    """
    words: dict[str, str] = {}

    def spelled(value: Any) -> Any:
        if isinstance(value, str):
            return _WORD.sub(lambda name: words[name.group(1)], value)
        if isinstance(value, list):
            return [spelled(each) for each in value]
        if isinstance(value, dict):
            return {key: spelled(each) for key, each in value.items()}
        return value

    for name, each in law.get("words", {}).items():
        words[name] = f"(?:{spelled('|'.join(each))})"
    return {name: spelled(each) if name == "forbidden" else each for name, each in law.items()}


@cache
def law_names() -> Mapping[str, str]:
    """What laws are called in English, by their plain Chinese names."""
    found = preset_data()["law/names.yaml"]["names"]
    return MappingProxyType({each["zh"]: each["en"] for each in found})


def preset_data() -> Data:
    """What the files of the presets hold, as an earlier run told or as it is read now."""
    if not _told:
        _told.update({name: _read(_ROOT / name) for name in _names()})
    return _told


def use_preset_data(data: Data) -> None:
    """Take what a run of this same version read, where nothing was read yet.

    To read the twenty files again took 12 ms, a tenth of a check of one changed file.
    """
    if not _told:
        _told.update(data)


def _names() -> list[str]:
    folders = ("law", "procedures")
    found = sorted(f"{folder}/{each.name}" for folder in folders for each in _yaml_in(folder))
    return [_COMMON_STEPS, *found]


def _yaml_in(folder: str) -> Iterator[Path]:
    return (_ROOT / folder).glob("*.yaml")


def _read(file: Path) -> dict[str, Any]:
    from yizhan.loading.strict_yaml import read

    document = read(file.read_bytes())
    if document.data is None:
        raise ValueError(f"preset {file.name}: {document.troubles}")
    return document.data


def load_law_tables() -> tuple[tuple[LawTable, ...], Mapping[str, Text]]:
    """Read the laws article by article, and the reasons why some are not judged, by key.

    The manual, tests, and an acknowledgment that adds a paragraph ask for them; no other check of records does.
    """
    from yizhan.model.law_article import LawTable

    folder = _ROOT / "law" / "articles"
    found = {name: _read(folder / f"{name}.yaml") for name in (*_LAW_TABLES, "reasons")}
    reasons = {key: Text(**text) for key, text in found["reasons"]["reasons"].items()}
    return tuple(build(LawTable, found[name]) for name in _LAW_TABLES), MappingProxyType(reasons)


@cache
def load_law_texts() -> tuple[LawText, ...]:
    """Read how long the laws are that acknowledgments may name; only such an acknowledgment asks for it."""
    from yizhan.model.law_article import LawText

    found = _read(_ROOT / "law" / "articles" / "texts.yaml")
    return tuple(build(LawText, each) for each in found["texts"])


_LAW_TABLES = ("villagers-2025", "residents-2025", "chongqing-2013")
"""In the order of the manual: the laws, then local measures."""
