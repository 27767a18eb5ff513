"""Corrections: what they change, what stays visible, and what they may not touch."""

from __future__ import annotations

from typing import Any

import pytest

from yizhan.loading.load import read_record
from yizhan.loading.strict_yaml import positions
from yizhan.model.fields import value_at
from yizhan.model.keys import keys
from yizhan.model.kinds import identify
from yizhan.model.record import Correction, CorrectionFault

PATH = "records/matters/2026/20260210-shili-noise.yaml"
MATTER = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: small
related:
  - 20260101-a
  - 20260101-b
sources:
  - title: 报一/二版
    url: https://example.org/a
  - title: 公示栏
log:
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: progress
    by: shili-committee
    note: 看过。
  - date: 2026-02-12
    step: progress
    by: shili-committee
    note: 又看过。
  - date: 2026-02-20
    step: report_done
    by: shili-committee
    outcome:
      result: solved
      text: 换了三盏灯。
      cost: 900
"""


def read(*corrections: str, matter: str = MATTER) -> Any:
    lines = "".join(
        f"  - date: 2026-03-{number:02}\n    reason: 录错。\n"
        + "".join(f"    {line}\n" for line in correction.split("\n"))
        for number, correction in enumerate(corrections, 1)
    )
    identity = identify(PATH)
    assert identity is not None
    return read_record(PATH, identity, f"{matter}corrections:\n{lines}".encode())


def corrected(*corrections: str) -> Any:
    found = read(*corrections)
    assert found.record is not None, found.findings
    assert found.findings == ()
    return found.record


@pytest.mark.parametrize(
    ("at", "value", "way"),
    [
        ("title", "广场喇叭太吵", ("title",)),
        ("raised/date", "2026-02-09", ("raised", "date")),
        ("log/20260211-accept/step", "assign", ("log", 0, "step")),
        ("log/20260211-accept/date", "2026-02-12", ("log", 0, "date")),
        ("log/20260211-accept/by", "shili-office", ("log", 0, "by")),
        ("log/20260211-accept/note", "看过。", ("log", 0, "note")),
        ("log/20260212-progress-2/note", "没看。", ("log", 2, "note")),
        ("log/20260220-report_done/outcome/cost", 950, ("log", 3, "outcome", "cost")),
        ("log/20260220-report_done/outcome/funding", "村集体", ("log", 3, "outcome", "funding")),
        ("sources/报一/二版/url", "https://example.org/b", ("sources", 0, "url")),
        ("sources/公示栏/date", "2026-02", ("sources", 1, "date")),
        ("related/20260101-b", "20260101-c", ("related", 1)),
    ],
)
def test_any_field_can_be_corrected(at: str, value: object, way: tuple[str | int, ...]) -> None:
    before = corrected("at: summary\nvalue: 说明。")
    record = corrected(f"at: {at}\nvalue: {value}")
    assert str(value_at(record, way)) == str(value)
    (correction,) = record.corrections
    assert correction.fault is None
    assert correction.target == way
    was = value_at(before, way)
    assert correction.was == (str(was) if was is not None and not isinstance(was, int) else was)


def test_keys_stay_those_of_the_words_as_first_recorded() -> None:
    record = corrected(
        "at: log/20260212-progress/date\nvalue: 2026-02-14",
        "at: log/20260212-progress/step\nvalue: meet",
        "at: log/20260212-progress-2/note\nvalue: 第二次。",
    )
    assert keys(record.log) == (
        *("20260211-accept", "20260212-progress-2", "20260212-progress"),
        "20260220-report_done",
    ), "and each takes effect by the date that holds now"
    assert record.log[2].date.text == "2026-02-14"
    assert record.log[1].note == "第二次。"
    assert [each.target[1] for each in record.corrections] == [2, 2, 1]
    assert keys(record.corrections) == (
        *("20260301-correction", "20260302-correction", "20260303-correction"),
    )


def test_an_annulled_item_is_gone_and_stays_visible() -> None:
    record = corrected("at: log/20260212-progress\nannul: true")
    assert keys(record.log) == ("20260211-accept", "20260212-progress-2", "20260220-report_done")
    (correction,) = record.corrections
    assert correction.was == {
        "date": "2026-02-12",
        "step": "progress",
        "by": "shili-committee",
        "note": "看过。",
    }
    assert correction.target == ("log", 1), "where it would be"


def test_an_annulled_field_is_as_if_it_were_left_out() -> None:
    record = corrected(
        "at: tier\nannul: true", "at: log/20260220-report_done/outcome/cost\nannul: true"
    )
    assert record.tier is None
    assert record.log[3].outcome.cost is None
    assert [each.was for each in record.corrections] == ["small", 900]


def test_a_list_of_which_everything_is_annulled_is_left_out() -> None:
    record = corrected("at: related/20260101-a\nannul: true", "at: related/20260101-b\nannul: true")
    assert record.related == ()


def test_the_later_of_two_corrections_wins_whatever_their_order_in_the_file() -> None:
    later = "at: log/20260220-report_done/outcome/cost\nvalue: 950"
    earlier = "at: log/20260220-report_done/outcome/cost\nvalue: 920"
    record = corrected(earlier, later)
    assert record.log[3].outcome.cost == 950
    assert [each.was for each in record.corrections] == [900, 920]
    two = read(later, earlier).data["corrections"]
    swapped = MATTER + (
        "corrections:\n"
        "  - {date: 2026-03-09, reason: 后改。, at: log/20260220-report_done/outcome/cost, value: 950}\n"
        "  - {date: 2026-03-02, reason: 先改。, at: log/20260220-report_done/outcome/cost, value: 920}\n"
    )
    identity = identify(PATH)
    assert identity is not None
    found = read_record(PATH, identity, swapped.encode()).record
    assert found is not None
    assert value_at(found, ("log", 3, "outcome", "cost")) == 950
    assert [each.was for each in found.corrections] == [920, 900]
    assert two[1]["was"] == 950


def test_what_was_annulled_can_be_restored() -> None:
    entry = "{date: 2026-02-12, step: progress, note: 看过两次。}"
    record = corrected(
        "at: log/20260212-progress\nannul: true", f"at: log/20260212-progress\nvalue: {entry}"
    )
    assert record.log[1].note == "看过两次。"
    assert [each.restored for each in record.corrections] == [False, True]
    assert keys(record.log)[1] == "20260212-progress"


FAULTS: list[tuple[str, CorrectionFault, tuple[str, ...]]] = [
    ("at: titel\nvalue: x", CorrectionFault.NOTHING_THERE, ("title",)),
    ("at: log/20260212-accept/note\nvalue: x", CorrectionFault.NOTHING_THERE, ("20260211-accept",)),
    ("at: log/0/note\nvalue: x", CorrectionFault.NOTHING_THERE, ("20260211-accept",)),
    ("at: log/20260211-accept/outcome/cost\nvalue: 3", CorrectionFault.NOTHING_THERE, ("step",)),
    ("at: title/x\nvalue: x", CorrectionFault.NOTHING_THERE, ()),
    ("at: id\nvalue: x", CorrectionFault.PROTECTED, ()),
    ("at: example\nannul: true", CorrectionFault.PROTECTED, ()),
    ("at: corrections/20260301-correction/value\nvalue: x", CorrectionFault.PROTECTED, ()),
    ("at: log/20260211-accept/key\nvalue: x", CorrectionFault.PROTECTED, ()),
    (
        "at: log/20260211-accept\nvalue: {date: 2026-02-11, step: accept, key: x}",
        CorrectionFault.PROTECTED,
        (),
    ),
    ("at: log\nvalue: []", CorrectionFault.WHOLE_LIST, ("20260211-accept",)),
    ("at: tier\nvalue: small", CorrectionFault.NO_CHANGE, ()),
    ("at: handler\nannul: true", CorrectionFault.NO_CHANGE, ()),
    ("at: tier", CorrectionFault.SAYS_NOTHING, ()),
    ("at: tier\nvalue: big\nannul: true", CorrectionFault.SAYS_BOTH, ()),
]


@pytest.mark.parametrize(("correction", "fault", "there"), FAULTS)
def test_what_cannot_be_applied_says_why_and_changes_nothing(
    correction: str, fault: CorrectionFault, there: tuple[str, ...]
) -> None:
    record = corrected("at: title\nvalue: 新题", correction)
    assert record.corrections[1].fault == fault
    assert record.corrections[1].target == ()
    assert set(there) <= set(record.corrections[1].there)
    assert record.title == "新题"
    plain = corrected("at: title\nvalue: 新题")
    assert record.log == plain.log or keys(record.log) == keys(plain.log)


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        ("at: log/20260212-progress\nannul: true", CorrectionFault.NO_CHANGE),
        ("at: log/20260212-progress/note\nvalue: x", CorrectionFault.ANNULLED),
    ],
)
def test_what_is_annulled_is_left_alone(second: str, fault: CorrectionFault) -> None:
    record = corrected("at: log/20260212-progress\nannul: true", second)
    assert record.corrections[1].fault == fault


def test_an_object_replaced_after_something_in_it_was_corrected() -> None:
    record = corrected(
        "at: log/20260220-report_done/outcome/cost\nvalue: 950",
        "at: log/20260220-report_done/outcome\nvalue: {result: partly, text: 一半。, reason: 缺钱。}",
        "at: log/20260220-report_done/outcome/text\nvalue: 一大半。",
    )
    assert record.log[3].outcome.text == "一大半。"
    assert record.log[3].outcome.cost is None


LINES = f"{MATTER}corrections:\n".count("\n")


@pytest.mark.parametrize(
    ("correction", "code", "line"),
    [
        ("at: raised/date\nvalue: 二月九日", "S005", LINES + 4),
        ("at: raised/date\nvalue: 2026-02-29", "S005", LINES + 4),
        ("at: category\nvalue: loud", "S004", LINES + 4),
        ("at: log/20260220-report_done/outcome\nvalue: {result: solved}", "S002", LINES + 4),
        ("at: log/20260220-report_done/outcome/text\nannul: true", "S002", LINES + 4),
        ("at: log/20260211-accept\nvalue: 5", "S003", LINES + 4),
        ("at: raised\nannul: true", "S002", LINES + 4),
    ],
)
def test_a_value_that_the_schema_refuses_is_found_at_the_correction(
    correction: str, code: str, line: int
) -> None:
    found = read(correction)
    assert found.record is None
    assert [(each.code, each.line) for each in found.findings] == [(code, line)]


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (
            "at: log/20260220-report_done/outcome/result\nvalue: not_ours",
            "再加一条更正，at 写“log/20260220-report_done/outcome/belongs_to”",
        ),
        ("at: log/20260220-report_done/outcome/text\nannul: true", "必须有，不能作废"),
        ("at: raised\nannul: true", "“raised”必须有，不能作废"),
        ("at: title\nannul: true", "“title”必须有，不能作废"),
    ],
)
def test_what_a_correction_leaves_out_is_put_right_by_corrections(correction, said) -> None:
    (finding,) = read(correction).findings
    assert said in finding.fix.zh


def test_a_value_left_empty_says_nothing() -> None:
    record = corrected("at: log/20260220-report_done/outcome/cost\nvalue:")
    assert record.corrections[0].fault == "says_nothing"


def test_every_value_of_the_record_as_read_is_traced_to_its_line() -> None:
    from yizhan.loading.load import origin_in
    from yizhan.model.vocabulary import Kind

    texts = (
        "at: log/20260212-progress\nannul: true",
        "at: log/20260220-report_done/outcome\nvalue:\n  result: solved\n  text: 四盏。\n  cost: 3",
        "at: log/20260220-report_done/outcome/cost\nvalue: 5",
    )
    raw = (
        MATTER
        + "corrections:\n"
        + "".join(
            f"  - date: 2026-03-0{number}\n    reason: 录错。\n    "
            + text.replace("\n", "\n    ")
            + "\n"
            for number, text in enumerate(texts, 1)
        )
    )
    lines = raw.split("\n")
    origin = origin_in(PATH, Kind.MATTER, raw.encode())

    def line(*pointer: str | int) -> str:
        return lines[positions(raw, origin(pointer))[0][0] - 1].strip()

    assert line("log", 1, "note") == "note: 又看过。", "what comes after an annulled item moves up"
    assert line("log", 2, "outcome", "text") == "text: 四盏。"
    assert line("log", 2, "outcome", "cost") == "value: 5"
    assert line("log", 2, "date") == "- date: 2026-02-20"
    assert line("corrections", 0, "was", "note") == "note: 看过。"
    assert line("corrections", 2, "was") == "cost: 3"
    assert line("title") == "title: 广场音响太吵"


def test_a_file_that_changed_meanwhile_has_its_own_lines() -> None:
    from yizhan.loading.load import origin_in
    from yizhan.model.vocabulary import Kind

    for raw in (b"\0", MATTER.encode(), b"corrections: []\n"):
        assert origin_in(PATH, Kind.MATTER, raw)(("log", 1)) == ("log", 1)


def test_a_correction_is_plain_data() -> None:
    record = corrected("at: tier\nannul: true")
    assert isinstance(record.corrections[0], Correction)
    assert record.corrections[0].by is None
