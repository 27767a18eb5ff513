"""Where a corrected date puts entries in another order, what is told is told of the entry in the file."""

from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH, REPORTED

CONFIRMED = "  - date: 2026-02-22\n    step: confirm\n"
MARK = """\
    irregular:
      - code: M003
        article: 示例村办事规程
        reason: 那天已经问过。
        by: shili-committee
        date: 2026-03-20
"""
LATER = """\
corrections:
  - date: 2026-03-20
    at: log/20260220-report_done/date
    value: 2026-02-25
    by: shili-supervisors
    reason: 日期录错了。
"""


def test_the_verdict_before_the_report_is_what_is_acknowledged(lay):
    text = NOISE + ACCEPTED + REPORTED + CONFIRMED + LATER
    (found,) = (each for each in lay({NOISE_PATH: text}) if each.code == "M003")
    lines = text.split("\n")
    assert "value: 2026-02-25" in lines[found.line - 1]
    assert "date: 2026-02-22" in lines[found.remedy.line - 1]
    marked = NOISE + ACCEPTED + REPORTED + CONFIRMED + MARK + LATER
    assert not [each for each in lay({NOISE_PATH: marked}) if each.fails or each.code == "R001"]


def test_a_mark_elsewhere_is_sent_to_an_entry_by_its_key_and_by_no_number(lay):
    text = NOISE + ACCEPTED + REPORTED + MARK + CONFIRMED + LATER
    (stale,) = (each for each in lay({NOISE_PATH: text}) if each.code == "R001")
    assert "办理记录里的 20260222-confirm 这一条" in stale.message.zh
    assert "第 " not in stale.message.zh
