"""What ships with the tool: procedures, the steps they share, and the law as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from yizhan.model.decision_rule import Chain, DecisionRule
from yizhan.model.frozen import dataclass
from yizhan.model.procedure import Procedure, Step
from yizhan.model.rule_making import InTime, RuleMaking
from yizhan.model.vocabulary import RuleKind

if TYPE_CHECKING:
    from yizhan.model.organic_law import OrganicLaw


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
        make_organic: gives ``organic``, the same object each time. It is made when first asked for:
            some 15 ms, a tenth of a check of one changed matter, which needs none of it.
    """

    procedures: Mapping[str, Procedure]
    common_steps: tuple[Step, ...]
    decision_rules: tuple[DecisionRule, ...]
    chains: tuple[Chain, ...]
    rule_making: tuple[RuleMaking, ...]
    by_body: frozenset[RuleKind]
    in_time: InTime
    make_organic: Callable[[], OrganicLaw]

    @property
    def organic(self) -> OrganicLaw:
        """What the organic laws ask of assemblies, committees and rules."""
        return self.make_organic()
