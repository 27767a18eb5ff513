"""Cases of what is dissolved, merged and repealed, beyond each check's own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from .succession import BENCH, END, LAST, MATTER, NEW, OLD, OLD_TEAM, TEAM

NEW_TEAM = TEAM.format(name="new", title="新队")
LAST_TEAM = TEAM.format(name="last", title="后来的队")
HANDED = """\
log:
  - date: 2026-02-11
    step: accept
    by: shili-committee
  - date: 2026-02-12
    step: handover
    by: shili-committee
    to: shili-old-team
"""
TAKEN = """\
  - date: 2026-03-10
    step: take_over
    by: {by}
"""


def test_a_body_may_become_part_of_one_that_was_there_before(said):
    files = {OLD: OLD_TEAM + END + "successors: [shili-committee]\n"}
    assert said(files, "B006", "B007", "B009") == []


def test_a_successor_that_was_gone_before_goes_on_with_nothing(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM + "dissolved: 2025-06-30\n",
    }
    (message,) = said(files, "B006")
    assert message == (
        "“新队”（shili-new-team）在 2025-06-30 已经撤销，接不了 2026-02-28 才撤销的“老队”（shili-old-team）。"
    )


def test_so_it_is_where_the_later_one_names_the_former(said):
    files = {
        OLD: OLD_TEAM + END,
        NEW: NEW_TEAM + "dissolved: 2025-06-30\npredecessors: [shili-old-team]\n",
    }
    assert len(said(files, "B006")) == 1


def test_a_body_that_goes_on_has_no_successor(said):
    files = {OLD: OLD_TEAM + "successors: [shili-new-team]\n", NEW: NEW_TEAM}
    assert said(files, "B006") == ["写了后来由谁接着，却没有写撤销日期（dissolved）。"]


def test_a_ring_is_said_once_and_not_of_those_that_lead_to_it(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-committee]\n",
        NEW: NEW_TEAM + END + "successors: [shili-last-team]\n",
        LAST: LAST_TEAM + END + "successors: [shili-new-team]\n",
    }
    (message,) = said(files, "B007")
    assert message.endswith("shili-last-team → shili-new-team → shili-last-team。")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (END + "successors: [shili-new-team]\n", "successors: [shili-old-team]\n"),
        ("successors: [shili-new-team]\n", "successors: [shili-old-team]\n"),
        ("predecessors: [shili-new-team]\n", "predecessors: [shili-old-team]\n"),
        (END + "predecessors: [shili-new-team]\n", "predecessors: [shili-old-team]\n"),
        (END + "predecessors: [shili-new-team]\n", END + "predecessors: [shili-old-team]\n"),
    ],
)
def test_what_is_in_a_ring_is_told_nothing_else(said, old, new):
    files = {OLD: OLD_TEAM + old, NEW: NEW_TEAM + new}
    (message,) = said(files, "B006", "B007")
    assert message.startswith("顺着后继往下找，又回到了这里")


def test_names_the_wrong_way_round_are_told_once(said):
    files = {
        OLD: OLD_TEAM + END + "predecessors: [shili-new-team]\n",
        NEW: NEW_TEAM + "successors: [shili-old-team]\n",
    }
    assert said(files, "B006", "B007") == ["写了后来由谁接着，却没有写撤销日期（dissolved）。"]


def test_a_body_that_names_itself_is_no_ring(said):
    assert said({OLD: OLD_TEAM + END + "successors: [shili-old-team]\n"}, "B007") == []


def test_a_chain_of_successors_leads_to_the_one_that_is_there(said):
    files = {
        MATTER: BENCH.format(handler="shili-old-team"),
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM + "dissolved: 2026-03-15\n",
        LAST: LAST_TEAM + "predecessors: [shili-new-team]\n",
    }
    assert said(files, "B010") == []


def test_which_of_several_has_a_matter_is_asked(said):
    files = {
        MATTER: BENCH.format(handler="shili-old-team"),
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-last-team]\n",
        NEW: NEW_TEAM,
        LAST: LAST_TEAM,
    }
    (message,) = said(files, "B010")
    assert "归哪一个没有记录" in message


def test_a_matter_handed_to_a_body_that_is_gone_is_asked_for(said):
    files = {MATTER: BENCH.format(handler="shili-committee") + HANDED, OLD: OLD_TEAM + END}
    (message,) = said(files, "B010")
    assert "移交给它的这件事没有接收，也没有退回" in message


def test_the_successor_may_take_over_what_was_handed_to_the_former(said):
    matter = BENCH.format(handler="shili-committee") + HANDED
    former = OLD_TEAM + END + "successors: [shili-new-team]\n"
    files = {MATTER: matter + TAKEN.format(by="shili-new-team"), OLD: former, NEW: NEW_TEAM}
    assert said(files, "B010", "M008") == []
    files[MATTER] = matter + TAKEN.format(by="shili-office")
    assert len(said(files, "M008")) == 1


@pytest.mark.parametrize(
    ("ended", "day", "found"),
    [
        ("2026-03-31", "2026-03-10", 1),  # it was there, and had nothing of it yet
        ("2026-03-31", "2026-03-31", 0),
        ("2026-03-31", "2026-04-01", 0),
        ("2026-03", "2026-03-10", 0),  # it may have ended by then
        ("2026-03", "2026-02-27", 1),
    ],
)
def test_before_a_body_ends_who_comes_after_it_has_nothing_of_it(said, ended, day, found):
    end = f"dissolved: {ended}\nsuccessors: [shili-new-team]\n"
    there = NEW_TEAM.replace("established: 2026-03-01\n", "")
    accept = "log:\n  - {date: 2026-02-11, step: accept, by: shili-old-team}\n"
    report = f"  - date: {day}\n    step: report_done\n    by: shili-new-team\n    outcome: {{result: solved, text: 换了。}}\n"
    own = BENCH.format(handler="shili-old-team") + accept
    files = {OLD: OLD_TEAM + end, NEW: there, MATTER: own + report}
    assert len(said(files, "M029")) == found
    handed = BENCH.format(handler="shili-committee") + HANDED
    taken = TAKEN.format(by="shili-new-team").replace("2026-03-10", day)
    assert len(said({**files, MATTER: handed + taken}, "M008")) == found


def test_of_a_closed_matter_nobody_asks_who_has_it(said):
    log = "log:\n  - date: 2026-02-12\n    step: refuse\n    by: shili-old-team\n    reason: 不归村里管。\n"
    files = {MATTER: BENCH.format(handler="shili-old-team") + log, OLD: OLD_TEAM + END}
    assert said(files, "B010") == []


def test_a_matter_that_has_passed_to_another_body_is_with_that(said):
    log = "log:\n  - date: 2026-02-12\n    step: assign\n    by: shili-old-team\n    to: shili-committee\n"
    files = {MATTER: BENCH.format(handler="shili-old-team") + log, OLD: OLD_TEAM + END}
    assert said(files, "B010") == []


def test_nobody_has_a_matter_that_nobody_had_while_its_place_goes_on(said):
    log = (
        "log:\n  - date: 2026-02-12\n    step: progress\n    by: shili-old-team\n    note: 看过。\n"
    )
    matter = BENCH.replace("handler: {handler}\n", "")
    assert said({MATTER: matter + log, OLD: OLD_TEAM + END}, "B010") == []


def test_those_that_cannot_be_found_are_not_judged(said):
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-nobody]\n",
        NEW: NEW_TEAM + "predecessors: [shili-none]\n",
    }
    assert said(files, "B006", "B007") == []


@pytest.mark.parametrize(
    ("by", "found"), [("shili-new-team", 0), ("shili-committee", 1)], ids=["successor", "stranger"]
)
def test_the_successor_of_a_body_has_its_part(said, by, found):
    log = f"""\
log:
  - date: 2026-02-11
    step: accept
    by: shili-old-team
  - date: 2026-03-10
    step: report_done
    by: {by}
    outcome:
      result: solved
      text: 换了长椅。
"""
    files = {
        MATTER: BENCH.format(handler="shili-old-team") + log,
        OLD: OLD_TEAM + END + "successors: [shili-new-team]\n",
        NEW: NEW_TEAM,
    }
    assert len(said(files, "M029")) == found


@pytest.mark.parametrize("reported", [True, False])
def test_of_several_the_one_that_records_its_progress_has_the_matter(said, reported):
    """What B010 advises: also where the matter is reported done, and cannot be assigned any more."""
    done = """\
  - date: 2026-02-20
    step: report_done
    by: shili-old-team
    outcome:
      result: solved
      text: 换了长椅。
"""
    log = "log:\n  - date: 2026-02-11\n    step: accept\n    by: shili-old-team\n" + done * reported
    files = {
        MATTER: BENCH.format(handler="shili-old-team") + log,
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-last-team]\n",
        NEW: NEW_TEAM,
        LAST: LAST_TEAM,
    }
    assert len(said(files, "B010")) == 1
    progress = "  - date: 2026-03-05\n    step: progress\n    by: shili-new-team\n    note: 由新队接着办。\n"
    files[MATTER] += progress
    assert said(files, "B010", "M002", "M023", "M029", "M043") == []


def test_no_body_is_called_as_nobody_is(lay):
    path = "records/bodies/unknown.yaml"
    body = "id: unknown\ntitle: 不明\nexample: true\nbody_kind: team\nplace: shili-cun\n"
    (found,) = (each for each in lay({path: body}) if each.path == path)
    assert (found.code, found.line) == ("S006", 1)
    assert "unknown 留给“没有说明由谁办”" in found.fix.zh
    assert "is no id" in found.fix.en


PROCEDURE = (
    Path(__file__).parents[1] / "village" / "records" / "procedures" / "shili-local.yaml"
).read_text("utf-8")


def test_of_several_the_one_that_takes_it_up_again_has_the_matter(said):
    """A reopening says who deals with it as an extension does."""
    done = """\
  - date: 2026-02-20
    step: report_done
    by: shili-old-team
    outcome:
      result: solved
      text: 换了长椅。
  - date: 2026-02-23
    step: confirm
"""
    log = "log:\n  - date: 2026-02-11\n    step: accept\n    by: shili-old-team\n" + done
    again = "  - date: 2026-03-05\n    step: reopen\n    by: {by}\n    reason: 又坏了。\n"
    files = {
        OLD: OLD_TEAM + END + "successors: [shili-new-team, shili-last-team]\n",
        NEW: NEW_TEAM,
        LAST: LAST_TEAM,
    }
    for by, found in (("shili-new-team", 0), ("shili-committee", 1)):
        files[MATTER] = BENCH.format(handler="shili-old-team") + log + again.format(by=by)
        assert len(said(files, "B010")) == found, by


def test_nobody_is_pressed_that_is_not_there(said):
    """Of a receiver that is gone B010 asks who has the matter; M026 would have it pressed."""
    files = {MATTER: BENCH.format(handler="shili-committee") + HANDED, OLD: OLD_TEAM + END}
    limited = {
        "records/procedures/shili-local.yaml": PROCEDURE.replace(
            "id: shili-local\n", "id: shili-local\nhandover_days: 2\n"
        )
    }
    assert len(said(files | limited, "B010")) == 1
    assert not [each for each in said(files | limited, "M026") if "移交给" in each]
    files[OLD] = OLD_TEAM
    assert [each for each in said(files | limited, "M026") if "移交给" in each]
