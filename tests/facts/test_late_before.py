"""What was late by what was on record stays late, whatever is corrected afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.metric_definitions import Reason, positions
from yizhan.facts.summary import summarize
from yizhan.loading.load import read_record
from yizhan.model.kinds import identify
from yizhan.model.vocabulary import Family
from yizhan.wording.matter import lateness
from yizhan.wording.words import words_in

PROCEDURE = "records/procedures/shili-local.yaml"
RULES = (Path(__file__).parents[1] / "village" / PROCEDURE).read_text(encoding="utf-8")
MATTER = "records/matters/2026/20260302-shili-lamp.yaml"
HEAD = """\
id: 20260302-shili-lamp
title: 路灯不亮
example: true
place: shili-cun
procedure: shili-local
category: utilities
tier: small
raised:
  date: 2026-03-02
  by: residents
  channel: counter
handler: shili-committee
log:
"""
ACCEPTED = "  - date: 2026-03-03\n    step: accept\n    by: shili-committee\n"
TARDY = ACCEPTED.replace("03-03", "03-12")
NOTED = "  - date: 2026-03-15\n    step: progress\n    by: shili-committee\n    note: 等灯。\n"
EXTENDED = """\
  - date: 2026-03-16
    step: extend
    by: shili-committee
    until: {until}
    reason: 等灯。
"""
REPORTED = """\
  - date: 2026-04-20
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 换了灯。
"""
NO_LIMITS = RULES.replace("id: shili-local", "id: shili-unlimited").replace(
    "    limits:\n      - days: 10\n        tier: small\n      - days: 30\n        tier: big\n", ""
)
TWO_HANDS = "{key: handling, title: 办理中, family: working, limits: [{days: 40}]}"
TO_EXTEND = (
    "{date: 2026-03-15, step: extend, by: shili-committee, until: 2026-04-30, reason: 等灯。}"
)


def corrections(*given: tuple[str, str], day: str = "2026-05-01") -> str:
    items = (
        f"  - date: {day}\n    at: {at}\n    {how}\n    reason: 录错了。\n" for at, how in given
    )
    return "corrections:\n" + "".join(items)


def record(path: str, text: str):
    found = read_record(path, identify(path), text.encode())
    assert found.record is not None, found.findings
    return found.record


UNLIMITED = record(PROCEDURE.replace("local", "unlimited"), NO_LIMITS)


def state_of(common_steps, weekdays):
    """What derives the state of a matter with a log, by the village's procedure."""

    def of(log: str, rules: str = "", day: str = "2026-11-30", *, remembering: bool = True):
        matter, procedure = record(MATTER, HEAD + log), record(PROCEDURE, RULES + rules)
        on = date.fromisoformat(day)
        if not remembering:
            return derive(matter, procedure, common_steps, on, weekdays)
        named = {each.id: each for each in (procedure, UNLIMITED)}
        return derive_remembering(matter, named.get, common_steps, on, weekdays)

    return of


@pytest.fixture
def state(common_steps, weekdays):
    return state_of(common_steps, weekdays)


DAY = date(2026, 11, 30)
LATER = EXTENDED.format(until="2026-04-30")
CASES = {
    "nothing is corrected": (ACCEPTED + REPORTED, "", [("handling", 24, None)]),
    "an extension moved back": (
        ACCEPTED
        + EXTENDED.format(until="2026-03-20")
        + REPORTED
        + corrections(("log/20260316-extend/until", "value: 2026-04-30")),
        "",
        [("handling", 21, "2026-05-01")],
    ),
    "a last day that the acceptance never gave": (
        ACCEPTED + REPORTED + corrections(("log/20260303-accept/until", "value: 2026-04-30")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "another tier": (
        ACCEPTED + REPORTED + corrections(("tier", "value: big")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "another procedure, which has no limit": (
        ACCEPTED + REPORTED + corrections(("procedure", "value: shili-unlimited")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "the day of the report, on a day of which only the year is known": (
        ACCEPTED
        + REPORTED
        + corrections(("log/20260420-report_done/date", "value: 2026-03-10"), day="2026"),
        "",
        [("handling", 24, None)],
    ),
    "another last day, in a year": (
        ACCEPTED
        + EXTENDED.format(until="2026-03-15")
        + REPORTED
        + corrections(("log/20260316-extend/until", "value: 2026-04-30"), day="2026"),
        "",
        [],
    ),
    "a limit of the procedure": (
        ACCEPTED + REPORTED,
        corrections(("stages/handling", f"value: {TWO_HANDS}")),
        [("handling", 24, "2026-05-01")],
    ),
    "the day on which it was raised": (
        TARDY + corrections(("raised/date", "value: 2026-03-11"), day="2026-03-13"),
        "",
        [("reported", 5, "2026-03-13")],
    ),
    "progress made into an extension": (
        ACCEPTED + NOTED + REPORTED + corrections(("log/20260315-progress", f"value: {TO_EXTEND}")),
        "",
        [("handling", 24, "2026-05-01")],
    ),
    "late when it was corrected, and not left yet": (
        ACCEPTED + corrections(("log/20260303-accept/until", "value: 2026-12-31")),
        "",
        [("handling", 32, "2026-05-01")],
    ),
    "a correction of words": (
        ACCEPTED + LATER + REPORTED + corrections(("log/20260316-extend/reason", "value: 缺灯。")),
        "",
        [],
    ),
    "late before and after": (
        ACCEPTED + REPORTED + corrections(("title", "value: 路灯坏了")),
        "",
        [("handling", 24, None)],
    ),
    "corrected twice, once before it was late": (
        ACCEPTED
        + REPORTED
        + corrections(("title", "value: 路灯坏了"), day="2026-03-05")
        + corrections(("tier", "value: big")).removeprefix("corrections:\n"),
        "",
        [("handling", 24, "2026-05-01")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_correction_makes_nothing_in_time_afterwards(state, name):
    log, rules, late = CASES[name]
    found = state(log, rules).left_late
    until = [each.until.isoformat() if each.until else None for each in found]
    said = [each.before.key for each in found], [each.late_days for each in found]
    assert list(zip(*said, until, strict=True)) == late


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][2]])
def test_figures_count_it(state, name):
    log, rules, late = CASES[name]
    found = state(log, rules)
    assert found.most_late >= max(days for _, days, _ in late)
    matter = record(MATTER, HEAD + log)
    assert summarize(matter, found, found.as_of).left_late == max(days for _, days, _ in late)


def test_before_the_correction_the_past_is_late_as_well(state):
    log = ACCEPTED + REPORTED + corrections(("tier", "value: big"))
    assert [each.late_days for each in state(log, day="2026-04-25").left_late] == [24]
    assert not state(log, day="2026-03-10").left_late


def test_what_holds_now_is_not_late(state):
    log, _, _ = CASES["an extension moved back"]
    assert not state(log, remembering=False).left_late


HANDED = """\
  - date: 2026-03-05
    step: handover
    by: shili-committee
    to: shili-office
  - date: 2026-03-20
    step: take_over
    by: shili-office
"""
DAYS = "handover_days: 3\n"


def test_a_hand_over_taken_over_late_stays_late(state):
    longer = corrections(("handover_days", "value: 30"))
    found = state(ACCEPTED + HANDED, DAYS + longer).left_late
    assert [(each.answered_late, str(each.until)) for each in found if each.answered_late] == [
        (8, "2026-05-01")
    ]
    assert not state(ACCEPTED + HANDED, DAYS.replace("3", "30")).left_late


def test_a_hand_over_that_waited_too_long_stays_late(state):
    waiting = ACCEPTED + HANDED.split("  - date: 2026-03-20", maxsplit=1)[0]
    longer = corrections(("handover_days", "value: 90"))
    found = state(waiting, DAYS + longer, day="2026-05-10").left_late
    assert [each.answered_late for each in found if each.answered_late] == [37]


def measured(state, log, rules=""):
    (at,) = positions("late_ever")
    return summarize(record(MATTER, HEAD + log), state(log, rules), DAY).measures[at]


def test_a_correction_whose_day_is_not_known_leaves_lateness_open(state):
    """In time now, and late by the record if the limit was corrected only after it was over."""
    until = "log/20260303-accept/until"
    for at, value in ((until, "2026-04-30"), ("procedure", "shili-unlimited")):
        log = ACCEPTED + REPORTED + corrections((at, f"value: {value}"), day="2026")
        assert not state(log).most_late
        assert measured(state, log) is Reason.VAGUE_DATE
    known = ACCEPTED + REPORTED + corrections((until, "value: 2026-04-30"), day="2026-03-05")
    assert measured(state, known) == 0
    before_its_end = ACCEPTED + REPORTED + corrections((until, "value: 2026-04-30"), day="2026-03")
    assert measured(state, before_its_end) is Reason.VAGUE_DATE
    annulled = (
        ACCEPTED
        + LATER
        + REPORTED
        + corrections(("log/20260316-extend", "annul: true"), day="2026")
    )
    assert measured(state, annulled) == 1  # late by what holds now
    rules = corrections(("stages/handling", f"value: {TWO_HANDS}"), day="2026")
    assert measured(state, ACCEPTED + REPORTED, rules) is Reason.VAGUE_DATE


def test_a_procedure_that_is_not_there_any_more_says_nothing(common_steps, weekdays):
    log = ACCEPTED + REPORTED + corrections(("procedure", "value: shili-unlimited"))
    named = {UNLIMITED.id: UNLIMITED}
    matter = record(MATTER, HEAD + log)
    assert not derive_remembering(matter, named.get, common_steps, DAY, weekdays).most_late


def test_there_has_to_be_a_procedure(common_steps, weekdays):
    with pytest.raises(ValueError, match="no procedure: shili-local"):
        derive_remembering(record(MATTER, HEAD + ACCEPTED), {}.get, common_steps, DAY, weekdays)


def test_a_hand_over_whose_own_date_was_corrected_counts_as_taken_late(state):
    (at,) = positions("taken_late")
    later = corrections(("log/20260305-handover/date", "value: 2026-03-19"))
    log = ACCEPTED + HANDED + later
    found = state(log, DAYS)
    assert [each.answered_late for each in found.left_late if each.answered_late] == [8]
    assert summarize(record(MATTER, HEAD + log), found, DAY).measures[at] == 1
    annulled = ACCEPTED + HANDED.split("  - date: 2026-03-20", maxsplit=1)[0]
    annulled += corrections(("log/20260305-handover", "annul: true"))
    assert summarize(record(MATTER, HEAD + annulled), state(annulled, DAYS), DAY).measures[at] == 0


def annulled(step, day, since="2026-05-01", **fields):
    """An entry that was annulled as irregular on a day; nothing of a step is refused by its code."""
    more = fields.pop("more", "")
    resolved = f"resolution: {{result: annulled, by: shili-office, date: {since}{more}}}"
    said = "{code: M023, reason: 如此。, by: shili-committee, date: 2026-04-25, " + resolved + "}"
    lines = {"date": day, "step": step, **fields, "irregular": f"[{said}]"}
    return "  - " + "\n    ".join(f"{key}: {value}" for key, value in lines.items()) + "\n"


DONE = {"by": "shili-committee", "outcome": "{result: solved, text: 换了灯。}"}


def test_after_an_annulled_report_the_time_runs_from_the_annulment(state):
    log = ACCEPTED + annulled("report_done", "2026-03-10", **DONE)
    stood = state(log, day="2026-04-30")
    assert (stood.family, stood.most_late) == (Family.CLAIMED, 0)
    back = state(log, day="2026-05-18")
    assert (back.ending, back.stage.key, back.entered.text) == (
        *(Ending.OPEN, "handling"),
        "2026-05-01",
    )
    assert (back.due.day, back.late_days) == (date(2026, 5, 15), 1)
    assert not back.left_late
    again = log + REPORTED.replace("2026-04-20", "2026-05-19")
    (late,) = state(again).left_late
    assert (late.before.key, late.late_days) == ("handling", 2)
    in_time = state(log + REPORTED.replace("2026-04-20", "2026-05-01"))
    assert in_time.most_late == 0


def test_how_late_an_annulled_report_was_stays_so(state):
    log = ACCEPTED + annulled("report_done", "2026-03-20", **DONE)
    for day in ("2026-04-30", "2026-05-02", "2026-05-18"):
        assert 3 in [each.late_days for each in state(log, day=day).left_late]
    (said,) = lateness(words_in("zh"), state(log, day="2026-05-02"))
    assert said.by == "shili-committee"
    assert said.said == "2026年5月1日 撤销以前，期限是 2026年3月17日，晚了 3 个工作日。"


def test_what_an_annulment_says_was_none_from_the_beginning_never_stopped_the_time(state):
    never = annulled("report_done", "2026-03-10", **DONE, more=", from_beginning: true")
    found = state(ACCEPTED + never, day="2026-05-18")
    assert (found.entered.text, found.due.day) == ("2026-03-03", date(2026, 3, 17))


def test_an_annulled_extension_makes_nothing_late_before_its_annulment(state):
    longer = annulled(
        "extend", "2026-03-16", by="shili-committee", until="2026-12-31", reason="等灯。"
    )
    found = state(ACCEPTED + longer, day="2026-05-05")
    assert (found.entered.text, found.due.day, found.late_days) == (
        *("2026-03-03", date(2026, 5, 1)),
        2,
    )
    before = state(ACCEPTED + longer, day="2026-04-30")
    assert (before.due.day, before.late_days) == (date(2026, 12, 31), 0)
    early = annulled(
        *("extend", "2026-03-16", "2026-03-17"),
        by="shili-committee",
        until="2026-12-31",
        reason="等灯。",
    )
    assert state(ACCEPTED + early, day="2026-03-18").due.day == date(2026, 3, 17)


def test_after_an_annulled_verdict_residents_answer_anew(state):
    confirmed = annulled("confirm", "2026-04-22", verdict="{asked: 5, satisfied: 5}")
    found = state(ACCEPTED + REPORTED + confirmed, day="2026-05-02")
    assert (found.family, found.entered.text) == (Family.CLAIMED, "2026-05-01")
    assert found.answer_by.day == date(2026, 5, 8)
    named = REPORTED.replace("report_done\n", "report_done\n    until: 2026-04-29\n")
    found = state(ACCEPTED + named + confirmed, day="2026-05-02")
    assert found.answer_by.day == date(2026, 5, 8)


def test_a_day_that_was_set_by_hand_is_over_once_what_followed_it_was_annulled(state):
    set_by_hand = ACCEPTED.rstrip("\n") + "\n    until: 2026-03-12\n"
    report = annulled("report_done", "2026-03-10", **DONE)
    assert state(set_by_hand + report, day="2026-05-18").due.day == date(2026, 5, 15)
    later = ACCEPTED.rstrip("\n") + "\n    until: 2026-06-12\n"
    assert state(later + report, day="2026-05-18").due.day == date(2026, 6, 12)


def test_what_was_done_since_an_annulled_report_decides(state):
    """Reported again before the first report was annulled: there is nothing to go back to."""
    log = ACCEPTED + annulled("report_done", "2026-03-10", **DONE)
    objected = (
        "  - {date: 2026-03-12, step: object, verdict: {asked: 5, satisfied: 0}, reason: 没亮。}\n"
    )
    again = REPORTED.replace("2026-04-20", "2026-03-13")
    found = state(log + objected + again, day="2026-05-18")
    assert (found.family, found.entered.text) == (Family.CLAIMED, "2026-03-13")
    noted = annulled("progress", "2026-03-10", by="shili-committee", note="看过。")
    assert state(ACCEPTED + noted, day="2026-05-18").entered.text == "2026-03-03"
