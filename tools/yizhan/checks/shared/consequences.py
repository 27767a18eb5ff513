"""Which findings only follow from another one of the same record: one mistake is said once.

A date in a wrong year is before what it came after, and behind what it came before; each check that
compares it would say so. The check that tells the mistake itself is listed first, and the others
are said once it is put right, if there is still something to say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

_DATE = ("D001", "D002", "D003")
"""A day that is not yet, that ends before it begins, or that is not the one in the record's id."""

CAUSES: Mapping[str, tuple[str, ...]] = {
    "A005": ("A011",),
    "A008": ("A007",),
    "A010": ("A006",),
    "A015": ("A022",),
    "A017": ("A022",),
    "A018": ("D001",),
    "B003": ("G009",),
    "B005": ("A022", "B009"),
    "B006": ("B007",),
    "C001": ("A022",),
    "D001": ("D003",),
    "D002": ("D001", "D003"),
    "G005": ("G001",),
    "G011": ("B009",),
    "H001": ("A022", "D001", "D002"),
    "H002": ("A022", "D001", "D002", "H001"),
    "H004": ("D003", "H002"),
    "J002": ("J003",),
    "J004": ("D001", "D003"),
    "J005": ("A022",),
    "J006": ("A022", "D003", "J001", "J002", "J004"),
    "J007": ("A022", "J002"),
    "J008": ("D002", "D003"),
    "J009": ("A022",),
    "L001": ("D001", "L005"),
    "L002": ("A022",),
    "L005": ("D001",),
    "L006": ("L005",),
    "M002": ("A022", "M001", "M005", "M006", "D001"),
    "M003": ("A022", "M001", "M002", "M005", "M006", "D001"),
    "M004": ("M005",),
    "M006": ("D001", "D003"),
    "M010": ("A022",),
    "M022": ("D001", "M006", "M018"),
    "M026": ("D001", "M001", "M002", "M003", "M006", "M007", "M008", "M010"),
    "M027": ("M012",),
    "M029": ("A004", "A005", "A020", "C004", "M001", "M023", "M030"),
    "M044": ("M012",),
    "N001": ("A022",),
    "N002": ("A022", "D001", "D002", "N004", "N015"),
    "N004": ("D001",),
    "N007": ("A004", "A005"),
    "N009": ("N004",),
    "N013": ("A022",),
    "N014": ("D001", "N002"),
    "N015": ("A022", "D001", "N004"),
    "N016": ("A022",),
    "N017": ("L009",),
    "P008": ("A022", "P009"),
    "Q001": ("A022", "Q003"),
    "Q002": ("A022",),
    "R014": ("R005",),
    "T003": ("A022",),
    "T006": ("T001", "T002", "T003"),
    "T007": _DATE,
    "T008": ("T001", "T002"),
    "T009": ("A022",),
    "T010": _DATE,
    "T011": ("A022", *_DATE),
    "T018": _DATE,
    "T019": ("P007",),
    "T033": ("T032",),
    "T034": ("A022",),
    "T037": ("A022", "T034"),
    "T038": ("T034", "T037"),
    "T039": ("A022", "T037"),
    "T044": ("T004",),
    "T050": ("T004",),
}
"""Code → the codes of whose mistake its finding may be no more than a consequence."""


def explained(code: str, found: Collection[str]) -> bool:
    """Whether what a check found in a record may follow from what others found in the same."""
    return any(cause in found for cause in CAUSES.get(code, ()))
