"""A page built on one day and read on another says what is true on the day of reading."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from yizhan.facts.deadlines import Due, DueSource
from yizhan.loading.working_days import official_calendar
from yizhan.wording.deadline import time_left
from yizhan.wording.words import words_in

from .conftest import AS_OF, lay_out, serving, yizhan

pytestmark = pytest.mark.xdist_group("reading_day")  # builds, made once
DRAIN = "matters/20260308-shili-drain/"  # due on 21 April 2026, a Tuesday; built on 31 March
SHOP = "points/20260305-shili-shop/"
Read = Callable[..., Page]


@pytest.fixture
def read(page: Page, address: str) -> Read:
    """Open a page of the village at noon in China on a day."""

    def open_on(day: str, path: str = DRAIN, site: str = address) -> Page:
        page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
        page.goto(site + path)
        page.wait_for_function("document.documentElement.dataset.yizhanDay")
        return page

    return open_on


@pytest.fixture(scope="module")
def displayed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The village with points on display from 28 March to 5 April, built on 31 March 2026."""
    project = lay_out(tmp_path_factory.mktemp("displayed") / "project")
    file = project / "records/points/2026/20260305-shili-shop.yaml"
    text = file.read_text("utf-8").rstrip()
    file.write_text(f"{text}\ndisplay:\n  start: 2026-03-28\n  end: 2026-04-05\n", "utf-8")
    done = yizhan(project, "build", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as url:
        yield url


def deadline(page: Page) -> list[str]:
    """The lines of a matter's last day."""
    return page.inner_text(".yz-status dd[data-due]").split("\n")


@pytest.mark.parametrize(
    ("day", "said", "late"),
    [
        ("2026-03-31", "还剩 14 个工作日", False),
        ("2026-04-01", "还剩 13 个工作日", False),
        ("2026-04-20", "还剩 1 个工作日", False),
        ("2026-04-21", "今天到期", False),
        ("2026-04-22", "已逾期 1 个工作日", True),
        ("2026-04-26", "已逾期 3 个工作日", True),
        ("2026-05-06", "已逾期 8 个工作日", True),  # 1, 4 and 5 May are a holiday
    ],
)
def test_a_deadline_is_counted_on_the_day_of_reading(read: Read, day: str, said: str, late: bool):
    page = read(day)
    assert deadline(page) == ["2026年4月21日", said]
    assert page.is_visible(".yz-family .yz-f-late") is late
    assert ("yz-late" in (page.get_attribute(".yz-status dd[data-due]", "class") or "")) is late


def test_english_has_one_day_and_two(read: Read):
    assert deadline(read("2026-04-22", f"en/{DRAIN}")) == ["21 April 2026", "1 working day late"]
    assert deadline(read("2026-04-23", f"en/{DRAIN}"))[1] == "2 working days late"


def test_the_day_is_that_of_china(page: Page, address: str):
    page.clock.set_fixed_time("2026-04-21T16:30:00Z")  # half past midnight of the 22nd in China
    page.goto(address + DRAIN)
    page.wait_for_function("document.documentElement.dataset.yizhanDay")
    assert deadline(page)[1] == "已逾期 1 个工作日"


def test_a_row_shows_the_date_and_is_marked_once_it_is_late(read: Read):
    row = "[data-due='2026-04-21']"
    assert read("2026-04-21", "matters/example/").inner_text(row) == "期限 2026年4月21日"
    late = read("2026-04-23", "matters/example/")
    assert late.inner_text(row) == "已逾期 2 个工作日"
    assert late.get_attribute(row, "class") == "yz-badge yz-f-late"
    icon = f"getComputedStyle(document.querySelector(\"{row}\"), '::before').backgroundColor"
    colour = f'getComputedStyle(document.querySelector("{row}")).color'
    assert late.evaluate(icon) == late.evaluate(colour)


def test_a_place_counts_what_is_late(read: Read):
    assert not read("2026-04-21", "places/shili-cun/").is_visible("[data-count]")
    assert read("2026-04-22", "places/shili-cun/").inner_text("[data-count]") == "其中逾期 1"


def test_on_paper_the_date_stands_beside_it(read: Read):
    page = read("2026-04-23", "matters/example/")
    page.emulate_media(media="print")
    script = "getComputedStyle(document.querySelector('[data-said]'), '::after').content"
    assert page.evaluate(script) == '"（期限 2026年4月21日）"'


def test_a_meeting_that_was_to_be_held_is_so_no_longer(read: Read):
    path = "meetings/20260412-shili-deliberation/"
    assert "将要召开" in read("2026-04-12", path).inner_text(".yz-note[data-until]")
    note = read("2026-04-13", path).inner_text(".yz-note[data-until]")
    assert note == "预定的日子已过，还没有补上会议记录。"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-31", "还有 5 天"),
        ("2026-04-04", "还有 1 天"),
        ("2026-04-05", "今天是最后一天"),
        ("2026-04-06", "公示期满"),
    ],
)
def test_a_display_counts_down_and_ends(read: Read, displayed: str, day: str, said: str):
    page = read(day, "display/", displayed)
    item = page.locator(".yz-display", has=page.locator(f"a[href='../{SHOP}']"))
    assert item.locator("b[data-until]").inner_text() == said
    assert ("yz-over" in (item.get_attribute("class") or "")) is (said == "公示期满")


def test_pages_and_rows_of_what_was_on_display_say_that_it_is_over(read: Read, displayed: str):
    assert "正在公示" in read("2026-04-05", SHOP, displayed).inner_text(".yz-facts")
    assert "公示期满" in read("2026-04-06", SHOP, displayed).inner_text(".yz-facts")
    flag = ".yz-flag[data-until='2026-04-05']"
    assert read("2026-04-05", "places/shili-cun/", displayed).is_visible(flag)
    assert not read("2026-04-06", "places/shili-cun/", displayed).is_visible(flag)


def test_an_old_page_says_so_from_the_third_day(read: Read):
    assert not read("2026-04-02").query_selector(".yz-stale")
    notice = read("2026-04-03").inner_text(".yz-stale[role=status]")
    assert notice == "本页数据截至 2026年3月31日，可能已不是最新。"
    english = read("2026-04-05", f"en/{DRAIN}").inner_text(".yz-stale")
    assert english == "This page holds for 31 March 2026 and may be out of date."


def test_every_page_names_the_day_of_its_data(read: Read):
    assert read("2026-04-01").inner_text("#yz-as-of") == "数据截至 2026年3月31日"
    assert read("2026-04-01", "en/guide/../data/").inner_text("#yz-as-of") == "As of 31 March 2026"


def test_without_a_script_the_dates_stand(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DRAIN)
    assert deadline(page) == ["2026年4月21日", "过了这一天算逾期"]
    assert not page.is_visible(".yz-family .yz-f-late")
    page.goto(f"{address}matters/example/")
    assert page.inner_text("[data-due]") == "期限 2026年4月21日"
    page.click("#yz-as-of")
    assert "截至 2026年3月31日" in page.inner_text(".yz-lead")
    context.close()


def test_a_site_opened_from_the_disk_counts_as_well(page: Page, village: Path):
    page.clock.set_fixed_time("2026-04-22T12:00:00+08:00")
    page.goto((village / DRAIN / "index.html").as_uri())
    page.wait_for_function("document.documentElement.dataset.yizhanDay")
    assert deadline(page)[1] == "已逾期 1 个工作日"


def test_the_day_is_asked_for_anew_every_hour(read: Read):
    asked: list[str] = []
    page = read("2026-04-01")
    page.on("request", lambda request: asked.append(request.url))
    for time in ("12:10", "12:50", "13:00"):
        page.clock.set_fixed_time(f"2026-04-01T{time}:00+08:00")
        page.goto(page.url)
        page.wait_for_function("document.documentElement.dataset.yizhanDay")
    first, again, later = (url for url in asked if "/day.js?" in url)
    assert first == again != later


def test_the_script_counts_as_the_rest_of_the_house_does(read: Read, village: Path):
    """Every day of a year against deadlines around each holiday, in both languages."""
    calendar = official_calendar()
    days = [date(2026, 1, 2) + timedelta(days=each) for each in range(0, 360, 11)]
    page = read("2026-04-01")
    told = (village / "assets/day.js").read_text("utf-8")
    assert json.loads(re.search(r"\{.*\}", told)[0])["years"].keys() == {"2026", "2027"}  # type: ignore[index]
    for today, lang in itertools.product(days[::4], ("zh", "en")):
        page.clock.set_fixed_time(f"{today}T12:00:00+08:00")
        page.evaluate(f"document.documentElement.lang = '{lang}'")
        page.add_script_tag(url=page.evaluate("document.querySelector('script[src*=dates]').src"))
        found = page.evaluate(
            """([days, told]) => {
              const list = document.getElementById("content");
              list.innerHTML = days.map((day) => `<dd data-due="${day}"><span></span></dd>`).join("");
              (0, eval)(told);
              return [...list.querySelectorAll("dd")].map((dd) => dd.textContent);
            }""",
            [[day.isoformat() for day in days], told],
        )
        expected = [
            time_left(
                words_in(lang),
                Due(day, provisional=False, source=DueSource.LIMIT),
                today,
                calendar,
                answer=False,
            )
            for day in days
        ]
        assert found == expected


@pytest.mark.parametrize(
    ("today", "due", "said"),
    [
        ("2027-07-12", "2027-07-16", "还剩 4 个工作日"),  # far from any day off by law
        ("2027-02-02", "2027-02-05", "还剩约 2 个工作日"),  # the fifth is New Year's Eve, and off
        ("2027-02-05", "2027-02-03", "已逾期约 1 个工作日"),
        ("2026-12-22", "2027-01-04", "还剩约 8 个工作日"),
    ],
)
def test_what_an_arrangement_may_still_move_is_counted_as_about(
    read: Read, village: Path, today: str, due: str, said: str
):
    """The arrangement of 2027 is not published: days off by law count, those beside them are unsure."""
    page = read("2026-04-01")
    told = (village / "assets/day.js").read_text("utf-8")
    page.clock.set_fixed_time(f"{today}T12:00:00+08:00")
    page.add_script_tag(url=page.evaluate("document.querySelector('script[src*=dates]').src"))
    found = page.evaluate(
        """([day, told]) => {
          const list = document.getElementById("content");
          list.innerHTML = `<dd data-due="${day}"><span></span></dd>`;
          (0, eval)(told);
          return list.querySelector("dd").textContent;
        }""",
        [due, told],
    )
    assert found == said
