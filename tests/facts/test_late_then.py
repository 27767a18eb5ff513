"""What was on record until a correction: late in the report of that month, with who had it then; objected to."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.monthly import Months
from yizhan.facts.summary import summarize
from yizhan.facts.whose_time import Deed, accounts
from yizhan.model.archive import Archive
from yizhan.wording import month as month_said
from yizhan.wording.matter import Names, lateness, sentence
from yizhan.wording.words import words_in

from .test_late_before import (
    ACCEPTED,
    EXTENDED,
    HEAD,
    MATTER,
    REPORTED,
    corrections,
    record,
    state_of,
)


@pytest.fixture
def state(common_steps, weekdays):
    return state_of(common_steps, weekdays)


def months_of(state_on, weekdays, log: str, day: str = "2026-11-30") -> Months:
    found = state_on(log, day=day)
    short = summarize(record(MATTER, HEAD + log), found, found.as_of)
    return Months(Archive(()), [short], (), found.as_of, weekdays)


BY_MISTAKE = (
    ACCEPTED
    + REPORTED.replace("04-20", "03-10")
    + "  - {date: 2026-03-11, step: confirm}\n"
    + "  - {date: 2026-03-12, step: reopen, by: shili-committee, reason: 又坏了。}\n"
    + corrections(("log/20260312-reopen", "annul: true"), day="2026-05-08")
)


def test_months_tell_what_was_late_by_what_was_on_record_then(state, weekdays):
    """Reopened by mistake, and annulled two months later: until then the public saw it being late."""
    months = months_of(state, weekdays, BY_MISTAKE)
    told = {key: months.of(f"2026-{key}") for key in ("03", "04", "05")}
    late = {key: [each.late_days for each in month.late_then] for key, month in told.items()}
    assert late == {"03": [8], "04": [30], "05": []}  # last day 19 March
    assert [each.until for each in told["04"].late_then] == [date(2026, 5, 8)]
    assert [each.handler for each in told["04"].late_then] == ["shili-committee"]
    assert all(not month.late and month.open_count == 0 for month in told.values())
    assert told["04"].active


def test_what_is_late_on_both_readings_is_told_once(state, weekdays):
    moved = corrections(("log/20260420-report_done/date", "value: 2026-04-10"))
    months = months_of(state, weekdays, ACCEPTED + REPORTED + moved)
    march = months.of("2026-03")
    assert [len(march.late), len(march.late_then)] in ([1, 0], [0, 1])


def test_a_month_says_so_in_both_languages(state, weekdays):
    month = months_of(state, weekdays, BY_MISTAKE).of("2026-04")
    said = {lang: list(month_said.late_then(words_in(lang), month)) for lang in ("zh", "en")}
    assert said == {
        "zh": ["按当时的记录，期末另有 1 件逾期，后来更正。"],
        "en": ["1 more was late at the end by what was on record then, corrected since."],
    }


def test_who_had_it_on_the_last_day_by_what_was_on_record_then(state):
    """The handler was corrected as well: by the record of that day another had it."""
    log = (
        BY_MISTAKE
        + corrections(("handler", "value: shili-office"), day="2026-05-08").partition(
            "corrections:\n"
        )[2]
    )
    found = state(log)
    assert [each.by for each in lateness(words_in("zh"), found)] == ["shili-committee"]


def test_the_correction_is_named_that_undid_it(state):
    """A note was added in between, which had nothing to do with it."""
    noted = corrections(("log/20260303-accept/note", "value: 已受理。"), day="2026-05-01")
    moved = corrections(("log/20260316-extend/until", "value: 2026-04-30"), day="2026-05-10")
    log = ACCEPTED + EXTENDED.format(until="2026-03-20") + REPORTED
    log += noted + moved.partition("corrections:\n")[2]
    found = [each for each in state(log).left_late if each.late_days]
    assert [each.until for each in found] == [date(2026, 5, 10)]


def test_nobody_objected_is_not_said_where_an_objection_was_corrected_away(state):
    log = (
        ACCEPTED
        + "  - date: 2026-03-10\n    step: report_done\n    by: shili-committee\n"
        + "    outcome:\n      result: solved\n      text: 好了。\n"
        + "{objected}  - date: 2026-04-20\n    step: lapse\n    by: shili-committee\n{corrected}"
    )
    objected = "  - date: 2026-03-12\n    step: object\n    reason: 还是坏的。\n"
    taken = (
        "corrections:\n  - date: 2026-03-20\n    at: log/20260312-object\n    annul: true\n"
        "    reason: 录错了。\n"
    )
    plain = sentence(words_in("zh"), state(log.format(objected="", corrected="")), Names())
    assert "到评价期满也没有人表示异议" in plain
    since = sentence(words_in("zh"), state(log.format(objected=objected, corrected=taken)), Names())
    assert "没有人表示异议" not in since
    assert "先前的异议经更正撤去" in since


OFFICE = "value: shili-office"
TO_THE_OFFICE = (
    ("handler", OFFICE),
    ("log/20260303-accept/by", OFFICE),
    ("log/20260420-report_done/by", OFFICE),
)
OPEN = TO_THE_OFFICE[:2]


@pytest.mark.parametrize(
    ("log", "with_whom"),
    [
        (ACCEPTED + REPORTED, "shili-committee"),
        (ACCEPTED + REPORTED + corrections(*TO_THE_OFFICE), "shili-committee"),
        (  # a second correction, of something else, is made by what the first had said
            ACCEPTED
            + REPORTED
            + corrections(*TO_THE_OFFICE)
            + corrections(("tier", "value: big"), day="2026-05-10").removeprefix("corrections:\n"),
            "shili-committee",
        ),
        (ACCEPTED + REPORTED + corrections(*OPEN, day="2026-03-10"), "shili-office"),  # in time
    ],
)
def test_lateness_names_who_was_on_record_on_the_last_day(state, log, with_whom):
    now = state(log)
    (late,) = now.left_late
    assert now.late_with(late) == with_whom
    told = accounts(record(MATTER, HEAD + log), now, (), ())
    assert [each.body for each in told if each.deed is Deed.LATE] == [with_whom]


def test_what_is_late_still_is_so_with_who_was_on_record(state):
    log = ACCEPTED + corrections(*OPEN, day="2026-05-01")
    now = state(log, day="2026-05-20")
    assert (now.handler, now.late_now_with) == ("shili-office", "shili-committee")
    told = accounts(record(MATTER, HEAD + log), now, (), ())
    assert [each.body for each in told if each.deed is Deed.LATE] == ["shili-committee"]


def test_it_says_that_who_had_it_was_corrected_since(state):
    (told,) = lateness(words_in("zh"), state(ACCEPTED + REPORTED + corrections(*TO_THE_OFFICE)))
    assert (told.by, told.then) == ("shili-committee", True)
    (told,) = lateness(words_in("zh"), state(ACCEPTED + REPORTED))
    assert (told.by, told.then) == ("shili-committee", False)


@pytest.mark.parametrize("day", ["2026-05-20", "2026-06-30"])
def test_what_was_late_by_the_record_then_stays_said_however_late_it_is_now(state, day):
    """It was late by 10 days when the tier was corrected, and is late by the other limit since."""
    now = state(ACCEPTED + corrections(("tier", "value: big"), day="2026-04-01"), day=day)
    assert now.late
    assert [(each.late_days, str(each.until)) for each in now.left_late] == [(10, "2026-04-01")]
