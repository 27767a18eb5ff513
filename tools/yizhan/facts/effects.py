"""What each irregular check's rule does to the act, as far as the rule's own text says.

One line a check of level ``irregular``; a check's ``effect`` is read from here, and facts, which may
not import checks, read the same. Nothing is reasoned out: where no text says what follows, it is
``unsaid``, and the answer to "has it effect?" is that the records do not show.
"""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.model.finding import Effect

EFFECTS: Mapping[str, Effect] = {
    # The laws say what bodies do, and not what becomes of what one did that was gone, or of elsewhere.
    "A020": Effect.UNSAID,
    "A021": Effect.UNSAID,
    # Terms and levels: no text says what becomes of a matter handled otherwise.
    "B004": Effect.UNSAID,
    "B008": Effect.UNSAID,
    "C002": Effect.UNSAID,
    "C004": Effect.UNSAID,
    # The organic laws say whose assembly it is, who calls it and of whom it is made up, how many members
    # and years a committee has, and not what follows from another; where it breaks them, the township
    # orders it put right (村民委员会组织法, 2025: 第四十一条第二款).
    "G001": Effect.UNSAID,
    # 经村民会议讨论决定方可办理: not to be carried out; of the decision itself the text says nothing.
    "G005": Effect.UNSAID,
    "G008": Effect.UNSAID,
    "G009": Effect.UNSAID,
    "G010": Effect.UNSAID,
    # Called too late, it was called.
    "G013": Effect.DUTY,
    "G015": Effect.UNSAID,
    # 有…过半数投票，选举有效; 获得…过半数的选票，始得当选 (村民委员会组织法, 2025: 第十八条第二款).
    "G016": Effect.CONDITION,
    # How candidates, proxies and lists are to be; of an election held otherwise the text says nothing.
    "G017": Effect.UNSAID,
    # Who may demand a recall; of one that others demanded the text says nothing.
    "G019": Effect.UNSAID,
    # By whom those who preside are chosen; of an election under others the text says nothing.
    "G031": Effect.UNSAID,
    # 须有…过半数投票, 并须经…过半数通过 (村民委员会组织法, 2025: 第十九条第二款): as of elections.
    "G033": Effect.CONDITION,
    # Nobody appoints a member; of one who was appointed the text says nothing.
    "G021": Effect.UNSAID,
    # Who presides over an election; of one over which others presided the text says nothing.
    "G022": Effect.UNSAID,
    # Who presides over an appraisal; of one over which others presided the text says nothing.
    "G032": Effect.UNSAID,
    # Schemes and selections: the village's own rules, which seldom say what a breach leads to.
    "H001": Effect.UNSAID,
    "H002": Effect.UNSAID,
    "H003": Effect.UNSAID,
    "J001": Effect.UNSAID,
    "J002": Effect.UNSAID,
    "J004": Effect.UNSAID,
    "J006": Effect.UNSAID,
    "J007": Effect.UNSAID,
    "J008": Effect.UNSAID,
    # Whose rule and whose body a scheme rests on: no text says what follows from another.
    "J011": Effect.UNSAID,
    # A looser rule of a village is put right on the township's order (村民委员会组织法, 2025: 第三十一条
    # 第三款; 2018: 第二十七条第三款; 城市居民委员会组织法, 2025: 第三十一条第三款); it is not said to be void.
    "L003": Effect.UNSAID,
    # The law names who makes and amends a rule, and not what becomes of one made by another.
    "L006": Effect.UNSAID,
    # Filing is a duty; a rule that was filed elsewhere is not said to be void.
    "L009": Effect.DUTY,
    # Which place has which kind of rule; of one that another place gave itself the text says nothing.
    "L010": Effect.UNSAID,
    # In force before it was adopted; the laws at hand do not speak of it.
    "L001": Effect.UNSAID,
    # The meeting that the law names makes the rule; what it did not adopt it has not made.
    "L007": Effect.CONDITION,
    # A procedure alone says where a step leads: from a stage that does not allow it, nowhere.
    "M002": Effect.CONDITION,
    "M003": Effect.CONDITION,
    "M008": Effect.CONDITION,
    "M009": Effect.CONDITION,
    "M010": Effect.UNSAID,
    # A residents' step is the residents' (side of the step); what an office, whoever reported the matter
    # done, or residents of elsewhere say for them is none.
    "M007": Effect.CONDITION,
    # Silence counts once the procedure's answering period is over, and not before.
    "M013": Effect.CONDITION,
    "M023": Effect.UNSAID,
    "M025": Effect.UNSAID,
    # The procedure says how many of those asked must be satisfied; fewer do not agree to anything.
    "M027": Effect.CONDITION,
    # Whoever handled a matter may take down what residents say: it counts as noted by the office.
    "M028": Effect.UNSAID,
    "M029": Effect.UNSAID,
    "M030": Effect.UNSAID,
    "M032": Effect.UNSAID,
    # A hand-over is a contract; of what the receiver does before it took the matter over, nothing is said.
    "M043": Effect.UNSAID,
    # Who corrects a record no text at hand says; of what residents said it is not the office's to judge.
    "M046": Effect.UNSAID,
    # Who corrects whose part no text at hand says.
    "M047": Effect.UNSAID,
    # The same of whose word an entry is.
    "M048": Effect.UNSAID,
    # Residents object as they like; of numbers that say otherwise no procedure speaks.
    "M044": Effect.UNSAID,
    # A repealed rule binds nothing; whether the matter was dealt with rightly all the same is not said.
    "M040": Effect.UNSAID,
    "N002": Effect.UNSAID,
    "N003": Effect.UNSAID,
    "N005": Effect.UNSAID,
    "N009": Effect.UNSAID,
    # The meeting that the law names makes and amends (村民委员会组织法, 2025: 第三十一条第一款); what it
    # did not adopt it has not amended.
    "N011": Effect.CONDITION,
    # The laws at hand have rules made public (村民委员会组织法, 2025) and do not say that one is void before.
    "N014": Effect.UNSAID,
    "N017": Effect.UNSAID,
    # What no longer holds has no text that could be changed: the amendment has nothing to act on.
    "N012": Effect.CONDITION,
    # 应当有…参加, …方可召开: how a meeting is held; no text says that what it decided is void.
    "T006": Effect.UNSAID,
    "T007": Effect.UNSAID,
    "T008": Effect.UNSAID,
    "T013": Effect.UNSAID,
    # The laws say what governments order, and not what becomes of an annulment that was not theirs.
    "R012": Effect.UNSAID,
    # What was not made public is to be made public on the authority's order (村民委员会组织法, 2025:
    # 第三十六条; 城市居民委员会组织法, 2025: 第三十五条); the decision stands.
    "T017": Effect.DUTY,
    "T022": Effect.UNSAID,
    "T023": Effect.UNSAID,
    # No law of assemblies knows a casting vote, or says in which order motions are put.
    "T031": Effect.UNSAID,
    "T033": Effect.UNSAID,
    # More papers than voters: local election rules make such a vote void, the two organic laws are silent.
    "T036": Effect.UNSAID,
    "T038": Effect.UNSAID,
}
"""Code of an irregular check → what its rule is."""

OF_CORRECTIONS: frozenset[str] = frozenset({"M046", "M047", "M048"})
"""Who corrects. To annul that takes nothing back by itself: what was corrected is corrected again."""

ADOPTING: frozenset[str] = frozenset({"G016", "G033", "L007", "N011"})
"""Conditions that are the adoption itself: only who can adopt makes good what was not adopted."""


def effect_of(code: str) -> Effect:
    """What the rule behind a code is; ``UNSAID`` for a code that nobody knows (R002 says so)."""
    return EFFECTS.get(code, Effect.UNSAID)
