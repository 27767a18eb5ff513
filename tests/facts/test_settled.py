"""Who settles what is irregular: for every code a row, and for every body the right answer."""

from dataclasses import replace
from datetime import date

import pytest

from yizhan.checks import discover
from yizhan.facts.effects import EFFECTS
from yizhan.facts.irregular import annulled_on, is_void, marked_in, unsettled
from yizhan.facts.settled import (
    MadeGood,
    Unsettled,
    settles,
    weighed,
)
from yizhan.facts.settling import SETTLING, Organ
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Irregularity
from yizhan.model.vocabulary import ResolutionResult
from yizhan.wording.settling import ORGAN_TITLE

from .settled_acts import (
    ABOVE,
    ALL,
    AMENDMENT,
    BATCH,
    BODIES,
    BODY,
    COMMITTEE,
    EVERYBODY,
    HONOUR,
    IN_GROUP,
    KEPT,
    MEASURES,
    PLACES,
    REPS,
    RULE,
    SCHEME,
    STRAY,
    TALK,
    THERE,
    acknowledged,
    agreed,
    matter,
    meeting,
)

OFFICES = ABOVE | {"all", "reps"}
TABLE = [
    # record, code, ratified by, upheld by, annulled by
    (REPS, "T006", {"all", "reps"}, KEPT, {"all", "reps", "court"}),
    (ALL, "T006", {"all"}, KEPT, {"all", "court"}),
    (COMMITTEE, "T006", {"all", "reps"}, KEPT, {"all", "reps", "court", "committee"}),
    (COMMITTEE, "G005", {"all"}, KEPT, {"all", "reps", "court", "committee"}),
    (REPS, "G005", {"all"}, KEPT, {"all", "reps", "court"}),
    (IN_GROUP, "T006", {"group"}, KEPT, {"group", "court"}),
    (
        TALK,
        "T008",
        {"all", "reps", "council", "committee", "owners"},
        KEPT | {"all", "reps", "council", "committee", "owners"},
        {"all", "reps", "council", "committee", "owners", "court"},
    ),
    (REPS, "T017", {"all", "reps"}, ABOVE, {"all", "reps", "court"}),
    (meeting("election_meeting"), "G016", set(), ABOVE, ABOVE),
    (meeting("election_meeting"), "T038", set(), ABOVE, ABOVE),
    (meeting("election_meeting"), "G022", {"all", "reps"}, ABOVE, ABOVE),
    (RULE, "L006", {"all"}, KEPT, {"all", "court", "committee"}),
    (RULE, "L007", {"all"}, KEPT, {"all", "court", "committee"}),
    (MEASURES, "L001", {"all", "reps", "council", "owners"}, KEPT, {"all", "reps", "council", "owners", "court"}),
    (AMENDMENT, "N009", {"all"}, KEPT, {"all", "court"}),
    (STRAY, "N009", set(), set(), set()),
    (RULE, "L009", {"town", "county", "civil"}, KEPT, ABOVE | {"committee"}),
    (BODY, "G009", {"all"}, ABOVE, ABOVE | {"all", "reps", "committee"}),
    (
        HONOUR,
        "H003",
        {"all", "reps", "committee", "owners"},
        ABOVE | {"all", "reps", "committee", "owners", "supervision"},
        ABOVE | {"all", "reps", "committee", "owners", "supervision", "council"},
    ),
    (
        BATCH,
        "J007",
        {"all", "reps", "committee", "owners", "council"},
        ABOVE | {"all", "reps", "committee", "owners", "council", "supervision"},
        ABOVE | {"all", "reps", "committee", "owners", "council", "supervision"},
    ),
    (replace(BATCH, scheme="no-such"), "J007", set(), set(), set()),
    (None, "M023", OFFICES, OFFICES, OFFICES | {"committee"}),
    (None, "M007", {"all", "reps"}, OFFICES, OFFICES | {"committee"}),
    (PLACES[3], "A021", OFFICES | {"council", "committee", "owners", "group"}, OFFICES | {"council", "committee", "owners", "group"}, OFFICES | {"council", "committee", "owners", "group"}),
    (REPS, "Z999", set(), set(), set()),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{getattr(row[0], 'id', 'x')}-{row[1]}")
def test_of_everybody_those_settle_it_who_can(row) -> None:
    record, code, *expected = row
    for result, wanted in zip(("ratified", "upheld", "annulled"), expected, strict=True):
        found = set()
        for by in EVERYBODY:
            said = acknowledged(code, result, by)
            asked = matter(said) if record is None else record
            archive = (
                Archive((*PLACES, *BODIES, RULE, SCHEME, asked, *agreed(asked)))
                if asked is not RULE
                else None
            )
            archive = archive or Archive((*PLACES, *BODIES, SCHEME, asked, *agreed(asked)))
            found |= {by} if settles(said, asked, archive) else set()
        assert found == set(wanted), (code, result)


def test_every_code_that_can_be_acknowledged_has_a_row() -> None:
    codes = {check.code for check in discover() if check.level is Level.IRREGULAR}
    assert set(SETTLING) == codes == set(EFFECTS)
    assert all(len(SETTLING[code].upheld) and len(SETTLING[code].annulled) for code in codes)
    assert set(ORGAN_TITLE) == set(Organ)
    named = {
        organ for row in SETTLING.values() for each in ResolutionResult for organ in row.of(each)
    }
    assert named == set(Organ)


def test_nobody_who_did_it_no_party_branch_and_nobody_elsewhere_settles_anything() -> None:
    for code in SETTLING:
        for result in ("ratified", "upheld", "annulled"):
            for record in (REPS, ALL, COMMITTEE, RULE, BODY, TALK):
                archive = Archive((*PLACES, *BODIES, record))
                for by in (
                    "party",
                    "townparty",
                    "company",
                    "lin-all",
                    "lin-committee",
                    "far",
                    "far-court",
                    "congress",
                    "nobody",
                ):
                    assert not settles(acknowledged(code, result, by), record, archive), (code, by)
            for record in (COMMITTEE, RULE, BODY) if result != "annulled" else ():
                said = acknowledged(code, result, "committee")
                assert not settles(said, record, Archive((*PLACES, *BODIES, record))), code


@pytest.mark.parametrize(
    ("later", "answer"),
    [
        (meeting("villagers_representatives", "later", "2026-05-20", attendance=THERE), True),
        (meeting("villagers_representatives", "later", "2026-05-20"), False),
        (meeting("villagers_representatives", "later", "2026-05-18", end_date="2026-05-20", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-05-20", "rejected", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-05-21", attendance=THERE), False),
        (meeting("villagers_representatives", "later", "2026-03-10", attendance=THERE), False),
        (meeting("villagers_assembly", "later", "2026-05-20", attendance=THERE), False),
        (replace(meeting("villagers_representatives", "later", "2026-05-20", attendance=THERE), place="lin"), False),
        (
            meeting(
                "villagers_representatives",
                "later",
                "2026-05-20",
                not_held={"how": "cancelled", "reason": "暴雨。"},
            ),
            False,
        ),
    ],
    ids=("held", "nobody says who was there", "begun before", "rejected", "the day after", "itself", "another kind", "elsewhere", "cancelled"),
)  # fmt: skip
def test_those_who_met_settle_it_by_meeting_anew_on_record(later, answer) -> None:
    archive = Archive((*PLACES, *BODIES, REPS, later))
    assert settles(acknowledged("T006", "ratified", "reps"), REPS, archive) is answer
    assert not settles(acknowledged("G005", "ratified", "reps"), REPS, archive)


def test_an_act_that_is_not_settled_says_so_and_a_condition_is_made_good_by_its_maker_alone() -> (
    None
):
    archive = Archive((*PLACES, *BODIES, RULE, *agreed(RULE)))
    for code, by, model in (
        ("L006", "party", Unsettled),
        ("L006", "all", Irregularity),
        ("L007", "all", MadeGood),
        ("L007", "party", Unsettled),
    ):
        said = acknowledged(code, "ratified", by)
        found = weighed(said, RULE, archive)
        assert type(found) is model
        assert weighed(found, RULE, archive) is found
    assert type(weighed(acknowledged("L007", "upheld", "court"), RULE, archive)) is Irregularity


def test_a_government_does_not_uphold_its_own_annulment() -> None:
    annulled, said = (
        acknowledged("T006", "annulled", "town"),
        acknowledged("R012", "upheld", "town"),
    )
    record = replace(REPS, irregular=(annulled, said))
    archive = Archive((*PLACES, *BODIES, record))
    assert not settles(said, record, archive)
    assert settles(acknowledged("R012", "upheld", "county"), record, archive)


@pytest.mark.parametrize(("by", "void"), [("party", False), ("town", True)])
def test_a_step_that_others_annul_stays_and_its_record_says_so(by, void) -> None:
    record = matter(acknowledged("M023", "annulled", by))
    marked = unsettled(record, Archive((*PLACES, *BODIES, record)))
    assert is_void(marked.log[0].irregular, date(2026, 6, 30)) is void
    assert (annulled_on(marked.log[0].irregular, date(2026, 6, 30)) is not None) is void
    assert (marked is record) is void
    assert bool(marked_in(marked)) is not void
