"""Who settles what is irregular: for each code, who may ratify, uphold and annul the act.

One row a check of level ``irregular``, as in ``facts/effects.py``. Whoever a row does not name settles
nothing: the records show that there was such a word, and the mark stays (``facts/settled.py``, R013).

- *Ratified* is what is agreed to by those who could lawfully have decided it: of a rule its maker
  (村民委员会组织法, 2025: 第三十一条第一款; 城市居民委员会组织法, 2025: 第三十一条第一款), of what representatives or a committee
  decided the assembly, which may also annul or change it (村民委员会组织法, 2025: 第二十七条第一款; 城市居民委员会组织法,
  2025: 第三十条第三款), of what was decided at a meeting the next meeting of its kind. Nobody but those who
  vote elects (村民委员会组织法, 2025: 第十八条): an election is ratified by nobody.
- *Upheld* is what was examined and left standing by those to whom residents may turn: a court
  (村民委员会组织法, 2025: 第四十一条第一款; 城市居民委员会组织法, 2025: 第四十条第一款), the government that orders rules and
  decisions put right (第三十一条第三款 of both laws) and committees to do what they must (第四十一条第二款,
  第四十条第二款), in elections and publication its departments as well (村民委员会组织法, 2025: 第二十一条第二款,
  第三十六条; 城市居民委员会组织法, 2025: 第二十二条第二款, 第三十五条).
- *Annulled* is what is taken back by whoever may change it, or by a court; the government orders put right.

A party branch, and whoever did what is judged, is in no row; a meeting held anew is another meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from yizhan.model.vocabulary import ResolutionResult


class Organ(StrEnum):
    """Who may settle something, seen from the record in which it is."""

    MAKER = "maker"
    """Who could have made the rule, or amended it."""
    ALL = "all"
    """The assembly of all: of the place, or of the village or community around it."""
    REPRESENTATIVES = "representatives"
    """The assembly of representatives of the village or community."""
    SAME = "same"
    """A later meeting of the same kind at the same place, which is on record."""
    OWN = "own"
    """An assembly, council, committee or owners' body of the place that did not do it."""
    SUPERVISION = "supervision"
    """Those who watch over the committee of the place."""
    GOVERNMENT = "government"
    """The government or street office of a place around it."""
    DEPARTMENT = "department"
    """A department of such a place."""
    PARENT = "parent"
    """The body to which the one that did it belongs."""
    COURT = "court"


class Row(NamedTuple):
    """By whom an act with one fault is ratified, upheld and annulled."""

    ratified: frozenset[Organ]
    upheld: frozenset[Organ]
    annulled: frozenset[Organ]

    def of(self, result: ResolutionResult) -> frozenset[Organ]:
        """Who may settle it so."""
        if result is ResolutionResult.RATIFIED:
            return self.ratified
        return self.upheld if result is ResolutionResult.UPHELD else self.annulled


_NOBODY: frozenset[Organ] = frozenset()
_ABOVE = frozenset({Organ.GOVERNMENT, Organ.DEPARTMENT, Organ.COURT})
_LAWFUL = frozenset({Organ.GOVERNMENT, Organ.COURT})
_CHANGES = frozenset({Organ.ALL, Organ.REPRESENTATIVES, Organ.SAME})

_DECISION = Row(_CHANGES, _LAWFUL, _CHANGES | {Organ.COURT})
"""How a meeting decided: it may meet anew, or those to whom it answers may agree."""
_RESERVED = Row(frozenset({Organ.ALL}), _LAWFUL, _CHANGES | {Organ.COURT})
"""What the assembly alone decides."""
_SHOWN = Row(_CHANGES, _ABOVE, _CHANGES | {Organ.COURT})
"""What was to be made public."""
_ELECTION = Row(_NOBODY, _ABOVE, _ABOVE)
"""Elections: investigated and dealt with according to law by the township or the county."""
_PRESIDING = Row(frozenset({Organ.ALL, Organ.REPRESENTATIVES}), _ABOVE, _ABOVE)
"""Who presides over an election or appraisal: chosen by the assembly or its representatives."""
_BODY = Row(frozenset({Organ.ALL}), _ABOVE, _ABOVE | {Organ.ALL, Organ.REPRESENTATIVES})
"""Size, term and posts of a committee."""
_RULE = Row(frozenset({Organ.MAKER}), _LAWFUL, frozenset({Organ.MAKER, Organ.ALL, Organ.COURT}))
"""How a rule was made or amended, and what it sets."""
_FILING = Row(_ABOVE - {Organ.COURT}, _LAWFUL, _ABOVE)
"""Filing: put right by those with whom it was to be filed."""
_BY_GOVERNMENT = Row(frozenset({Organ.MAKER, Organ.ALL}), _LAWFUL, frozenset({Organ.ALL}) | _LAWFUL)
"""What a government declared annulled (村民委员会组织法, 2025: 第四十一条第三款: the one above it orders that put right)."""
_POINTS = Row(
    frozenset({Organ.OWN, Organ.ALL, Organ.REPRESENTATIVES}),
    frozenset({Organ.OWN, Organ.SUPERVISION}) | _ABOVE,
    frozenset({Organ.OWN, Organ.ALL, Organ.REPRESENTATIVES, Organ.SUPERVISION}) | _ABOVE,
)
"""Schemes, batches and honours: the place's own rules, and those who hear objections."""
_OF_OFFICES = frozenset({Organ.PARENT, Organ.ALL, Organ.REPRESENTATIVES}) | _ABOVE
_MATTER = Row(_OF_OFFICES, _OF_OFFICES, _OF_OFFICES)
"""How offices handled a matter: those above them, or the assembly to which a committee answers."""
_VERDICT = Row(frozenset({Organ.ALL, Organ.REPRESENTATIVES}), _OF_OFFICES, _OF_OFFICES)
"""What stands for residents' own word: nobody but residents says it."""
_ACTING = Row(
    frozenset({Organ.MAKER, Organ.OWN}) | _OF_OFFICES,
    frozenset({Organ.OWN}) | _OF_OFFICES,
    frozenset({Organ.MAKER, Organ.OWN}) | _OF_OFFICES,
)
"""Who acted, in records of all kinds."""

_CODES: Mapping[Row, str] = {
    _ACTING: "A020 A021",
    _BODY: "B004 B008 G009 G010 G021",
    _DECISION: "G001 G008 G013 G015 T006 T007 T008 T013 T022 T023 T031 T033",
    _RESERVED: "G005",
    _SHOWN: "T017",
    _ELECTION: "G016 G017 G019 G033 T036 T038",
    _PRESIDING: "G022 G031 G032",
    _POINTS: "H001 H002 H003 J001 J002 J004 J006 J007 J008 J011",
    _RULE: "L001 L003 L006 L007 L010 N002 N003 N005 N009 N011 N012 N014 N017",
    _FILING: "L009",
    _BY_GOVERNMENT: "R012",
    _MATTER: "C002 C004 M002 M008 M009 M010 M023 M025 M028 M029 M030 M032 M040 M043 M047 M048",
    _VERDICT: "M003 M007 M013 M027 M044 M046",
}

SETTLING: Mapping[str, Row] = {code: row for row, codes in _CODES.items() for code in codes.split()}
"""Code of an irregular check → who settles what it finds."""

OF_NO_ASSEMBLY = frozenset({Organ.OWN, Organ.ALL, Organ.REPRESENTATIVES})
"""Who settles besides what councils, deliberations and hearings did: no law says who decides there."""

UNKNOWN = Row(_NOBODY, _NOBODY, _NOBODY)
"""Of a code that nobody knows (R002 says so), nothing is settled."""
