"""What was corrected is marked on pages of other records that show it too: tasks, tallies, displays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yizhan.model.keys import keys
from yizhan.pages import display, home
from yizhan.pages.catalogue import all_pages
from yizhan.pages.links import url_of

CORRECTION = (
    "corrections:\n  - date: 2026-03-30\n    at: {at}\n    value: {value}\n    reason: 录错了。\n"
)
TALK = "20260110-shili-deliberation"
VOTED = "20260315-shili-assembly"
BATCH = "points/2026/20260220-shili-cleanup.yaml"
ARCHIVE = Path(__file__).parent / "archive"


@pytest.fixture
def corrected_meeting(village_with):
    """The village in which something in a decision of a meeting was corrected."""

    def build(identifier, rest, value):
        meeting = village_with({}).archive.find(identifier)
        (item,) = keys(meeting.agenda)
        (decision,) = keys(meeting.agenda[0].decisions)
        at = f"agenda/{item}/decisions/{decision}/{rest}"
        said = CORRECTION.format(at=at, value=value)
        path = f"meetings/2026/{identifier}.yaml"
        return village_with({path: {"example: true\n": f"example: true\n{said}"}})

    return build


def page_of(site, identifier):
    url = url_of(site.archive.find(identifier), site.lang)
    return next(each for each in all_pages(site) if each.url == url).content


def link(meeting):
    return f'meetings/{meeting}/#c-20260330-correction">2026年3月30日更正</a>'


def test_a_task_on_the_page_of_the_body_that_has_it(corrected_meeting) -> None:
    site = corrected_meeting(TALK, "tasks/lamps/due", "2026-01-25")
    content = page_of(site, "shili-committee")
    assert "<del>2026年1月20日</del>" in content
    assert link(TALK) in content
    english = page_of(site.in_("en"), "shili-committee")
    assert "corrected on 30 March 2026</a>" in english


def test_a_task_in_the_meeting_that_heard_of_it(corrected_meeting) -> None:
    site = corrected_meeting(TALK, "tasks/lamps/text", "买来灯头")
    content = page_of(site, "20260125-shili-assembly")
    assert "<del>买来灯头并换上</del>" in content
    assert link(TALK) in content
    assert "yz-was" not in page_of(site, TALK).partition("<section id=corrections>")[2]


def test_a_tally_on_the_page_of_the_amendment_it_is_about(corrected_meeting) -> None:
    meeting = corrected_meeting(VOTED, "vote/against", "3").archive.find(VOTED)
    assert meeting.agenda[0].amendments
    content = page_of(
        corrected_meeting(VOTED, "vote/against", "3"), meeting.agenda[0].amendments[0]
    )
    assert link(VOTED) in content


def test_a_display_on_the_board_of_all(village_with) -> None:
    said = CORRECTION.format(at="display/where", value="村口公告栏")
    site = village_with({BATCH: {"example: true\n": f"example: true\n{said}"}})
    (slot,) = display.slots(site)
    assert "<del>村务公开栏</del>" in slot.content
    assert "points/20260220-shili-cleanup/#c-20260330-correction" in slot.content


def test_what_was_not_corrected_is_not_marked(corrected_meeting) -> None:
    site = corrected_meeting(TALK, "text", "换灯。")
    assert "更正" not in page_of(site, "shili-committee")
    (slot,) = display.slots(site)
    assert "更正" not in slot.content


def test_a_meeting_on_the_home_page(load_site, tmp_path) -> None:
    shutil.copytree(ARCHIVE, tmp_path, dirs_exist_ok=True)
    file = next((tmp_path / "records/meetings").rglob("*.yaml"))
    said = CORRECTION.format(at="title", value="新的名称")
    file.write_text(file.read_text("utf-8").rstrip("\n") + "\n" + said, "utf-8")
    site = load_site(tmp_path)
    meeting = site.archive.find(file.stem)
    (slot,) = home.slots(site)
    assert meeting.title == "新的名称"
    assert f"<del>{meeting.corrections[0].was}</del>" in slot.content
