"""What ships with the tool: procedures, the steps they share, and the law as data."""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.decision_rule import Chain, DecisionRule
from yizhan.model.frozen import dataclass
from yizhan.model.organic_law import OrganicLaw
from yizhan.model.procedure import Procedure, Step
from yizhan.model.rule_making import InTime, RuleMaking
from yizhan.model.vocabulary import RuleKind


@dataclass(frozen=True, slots=True)
class Presets:
    """The data of ``presets/``.

    Attributes:
        procedures: preset procedures by id.
        common_steps: steps every procedure allows unless its ``without`` lists the action.
        decision_rules: every dated version of every rule.
        chains: ordered chains of meetings and publications.
        rule_making: every dated law of who makes which rule.
        by_body: kinds of rule that the body in charge may make; every other needs a vote.
        in_time: how long what the law asks may be missing.
        organic: what the organic laws ask of assemblies, committees and rules.
    """

    procedures: Mapping[str, Procedure]
    common_steps: tuple[Step, ...]
    decision_rules: tuple[DecisionRule, ...]
    chains: tuple[Chain, ...]
    rule_making: tuple[RuleMaking, ...]
    by_body: frozenset[RuleKind]
    in_time: InTime
    organic: OrganicLaw
