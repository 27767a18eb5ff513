"""A page read a day or two after its build says what a build of that day would have said."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import AS_OF, lay_out, serving, yizhan

pytestmark = pytest.mark.xdist_group("next_day")  # three builds, made once


LATER = ["2026-04-01", "2026-04-02"]
STATEMENTS_ON_A_DAY = {"", "display/", "data/figures/", "matters/late/"}
"""These name their day, and some sentence of each may be another on the next."""
SOURCES = "sources:\n  - title: 公开栏\n    publisher: 示例村村民委员会\n    date: 2026-01-01\n"
DRAIN = "matters/2026/20260308-shili-drain.yaml"
REPORTED = """\
  - date: 2026-03-24
    step: report_done
    by: shili-office
    outcome:
      result: solved
      text: 疏通了。
"""
AMENDMENT = """\
id: shili-rules-dogs
title: 遛狗牵绳
rule: shili-rules
changes:
  - operation: insert
    article: dogs
    after: waste
    text: 遛狗牵绳。
dossier:
  - stage: draft
    date: 2026-03-10
    body: shili-committee
  - stage: consultation
    date: 2026-03-20
    until: 2026-03-31
"""
RULE = """\
id: {id}
title: {title}
rule_kind: village_rules
place: shili-cun
wording: unknown
{dates}
"""
MEETING = """\
id: {id}
title: {title}
meeting_kind: building_deliberation
place: shili-cun
date: {date}
planned: true
agenda:
  - title: 排水沟清理
"""
BATCH = """\
id: {id}
title: {title}
scheme: shili-scheme
date: 2026-03-25
place: shili-cun
display:
  start: 2026-03-25
  end: {end}
entries:
"""
ENTRY = "  - account: a-0000000{n}\n    kind: award\n    item: cleanup\n    points: 10\n"


def write(records: Path) -> None:
    """Records of a village that is none of an example, in which much ends on 31 March and 1 April."""
    for file in records.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("example: true\n", SOURCES), "utf-8")
    file = records / DRAIN
    file.write_text(file.read_text("utf-8") + REPORTED, "utf-8")
    file = records / "procedures/shili-local.yaml"
    text = file.read_text("utf-8")
    limit = "    family: claimed\n    limits:\n      - days: 6\n"
    file.write_text(text.replace("    family: claimed\n", limit), "utf-8")
    file = records / "meetings/2026/20260110-shili-deliberation.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("due: 2026-01-20", "due: 2026-03-31"), "utf-8")
    new = {
        "rules/shili-rules/amendments/shili-rules-dogs.yaml": AMENDMENT,
        "rules/shili-new/rule.yaml": RULE.format(
            id="shili-new",
            title="新约",
            dates="adopted:\n  date: 2026-03-15\neffective: 2026-04-01",
        ),
        "rules/shili-old/rule.yaml": RULE.format(
            id="shili-old", title="旧约", dates="effective: 2020-01-01\nrepealed: 2026-03-31"
        ),
    }
    for day, name in (("2026-03-31", "evening"), ("2026-04-20", "later")):
        key = f"{day.replace('-', '')}-shili-{name}"
        new[f"meetings/2026/{key}.yaml"] = MEETING.format(id=key, title=name, date=day)
    for end, name in (("2026-03-31", "early"), ("2026-04-01", "late"), ("2026-04-09", "last")):
        key = f"20260325-shili-{name}"
        entries = "".join(ENTRY.format(n=n) for n in range(3 if name == "early" else 6))
        text = BATCH.format(id=key, title=f"{name}一批", end=end)
        new[f"points/2026/{key}.yaml"] = text + entries
    for path, text in new.items():
        file = records / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + SOURCES, "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The village built on each of the days: the address of the site by its day."""
    project = lay_out(tmp_path_factory.mktemp("next") / "project")
    write(project / "records")
    host = tmp_path_factory.mktemp("host")
    for day in (AS_OF, *LATER):
        done = yizhan(project, "build", "--as-of", day)
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.copytree(project / "site", host / day)
    with serving(host) as url:
        yield {day: f"{url}{day}/" for day in (AS_OF, *LATER)} | {"": str(host)}


@pytest.fixture
def said(page: Page) -> Callable[[str, str], list[str]]:
    """The lines that somebody sees on a page at noon in China on a day."""

    def read(address: str, day: str) -> list[str]:
        page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
        page.goto(address)
        page.wait_for_function("document.documentElement.dataset.yizhanDay")
        lines = page.inner_text("#content").split("\n")
        return [" ".join(line.split()) for line in lines if line.strip()]

    return read


def differing(one: Path, other: Path) -> list[str]:
    """The pages on which two builds are not the same, but for those that are statements on a day."""
    found = (file.parent.relative_to(one) for file in one.rglob("index.html"))
    urls = sorted("" if each == Path() else f"{each.as_posix()}/" for each in found)
    return [
        url
        for url in urls
        if (one / url / "index.html").read_bytes() != (other / url / "index.html").read_bytes()
        and re.sub("^en/", "", url) not in STATEMENTS_ON_A_DAY
    ]


@pytest.mark.parametrize("day", LATER)
def test_a_page_says_what_a_build_of_that_day_would_have_said(
    built: dict[str, str], said: Callable[[str, str], list[str]], day: str
) -> None:
    host = Path(built[""])
    urls = differing(host / AS_OF, host / day)
    assert len(urls) > 20
    wrong = []
    for url in urls:
        read, expected = said(built[AS_OF] + url, day), said(built[day] + url, day)
        if read != expected:
            wrong += [f"{url}: {line}" for line in difflib.ndiff(expected, read) if line[0] in "+-"]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("day", "answer", "office"),
    [
        (AS_OF, "今天到期", "还剩 1 个工作日"),
        ("2026-04-01", "评价期已满", "今天到期"),
        ("2026-04-02", "评价期已满", "已逾期 1 个工作日"),
    ],
)
def test_residents_are_never_late(
    built: dict[str, str],
    page: Page,
    said: Callable[..., list[str]],
    day: str,
    answer: str,
    office: str,
) -> None:
    lines = said(f"{built[AS_OF]}matters/20260308-shili-drain/", day)
    start = lines.index("评价截止")
    assert lines[start : start + 6] == [
        *("评价截止", "2026年3月31日", answer),
        *("登记结果的期限", "2026年4月1日", office),
    ]
    assert "yz-late" not in (page.get_attribute("dd[data-answer]", "class") or "")


def test_points_begin_to_count_and_go_out_of_the_list(
    built: dict[str, str], page: Page, said: Callable[..., list[str]]
) -> None:
    address = f"{built[AS_OF]}points/"
    for day, rows in ((AS_OF, 3), ("2026-04-01", 2), ("2026-04-02", 1)):
        said(address, day)
        assert page.locator("[data-while] li:visible").count() == rows
    said(address, "2026-04-10")
    assert not page.is_visible("[data-while]")
    scheme = f"{built[AS_OF]}points/schemes/shili-scheme/"
    for day, expected in ((AS_OF, "12"), ("2026-04-01", "42"), ("2026-04-02", "102")):
        assert "现有结余" in said(scheme, day)
        assert page.inner_text("[data-plus]") == expected
