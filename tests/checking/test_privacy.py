"""Personal data is found wherever it stands, once, and no report repeats it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking.engine import run
from yizhan.checks.shared.personal_numbers import hidden
from yizhan.commands.check import check
from yizhan.model.finding import Finding
from yizhan.reporting.findings import text

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 1)
DRAIN = "records/matters/2026/20260308-shili-drain.yaml"
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"
BATCH = "records/points/2026/20260220-shili-cleanup.yaml"
PHONE, CARD = "13812345678", "110101199003077758"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(VILLAGE, tmp_path / "village")
    return tmp_path / "village"


def _typed(root: Path, path: str, was: str, typed: str) -> tuple[list[Finding], str]:
    """What is found, and how it is shown."""
    file = root / path
    content = file.read_text("utf-8")
    assert was in content
    file.write_text(content.replace(was, typed, 1), "utf-8")
    report = check(root, DAY, cached=False).report
    return [each for each in report.findings if each.fails], text.write(report, "zh")


@pytest.mark.parametrize(
    ("path", "was", "typed", "line", "code"),
    [
        (BATCH, "account: a-3f9k2m7q", f"account: {CARD}", 14, "V001"),
        (DRAIN, "by: shili-office", f"by: {PHONE}", 16, "V002"),
        (DRAIN, "by: shili-office", f"by: '{PHONE}'", 16, "V002"),
        (DRAIN, "by: shili-office", "by: 138-1234-5678", 16, "V002"),
        (DRAIN, "by: shili-office", "by: １３８１２３４５６７８", 16, "V002"),
        (DRAIN, "by: shili-office", "by: 一三八一二三四五六七八", 16, "V002"),
        (DRAIN, "channel: counter", f"channel: {PHONE}", 10, "V002"),
        (DRAIN, "handler: shili-office", f"handler: 王主任{PHONE}", 12, "V002"),
        (DRAIN, "handler: shili-office", "handler: zhangsan@example.com", 12, "V006"),
        (DRAIN, "by: resident\n", f"by: resident\n  count: {PHONE}\n", 10, "V002"),
        (DRAIN, "date: 2026-03-08", f"date: {PHONE}", 8, "V002"),
        (DRAIN, "channel: counter", f"channel: counter\n  {PHONE}: 张三", 11, "V002"),
        (DRAIN, "channel: counter", f"channel: counter\n  身份证: {CARD}", 11, "V001"),
        (LAMPS, "cost: 1600", f"cost: {PHONE}", 33, "V002"),
        (DRAIN, "tier: big", f"# 联系人 {PHONE}\ntier: big", 11, "V002"),
        (DRAIN, "tier: big", "tier: big # 车牌 渝A12345", 11, "V004"),
        (DRAIN, "tier: big", "# 3栋2单元501室\ntier: big", 11, "V005"),
        (DRAIN, "title: 第一村民小组排水沟堵塞", f"title: 排水沟{PHONE}", 2, "V002"),
        (DRAIN, "title: 第一村民小组排水沟堵塞", f"title: 排水沟 #1 {PHONE}", 2, "V002"),
    ],
)
def test_it_is_found_wherever_it_stands_and_nothing_else_is_said_of_the_line(
    root, path, was, typed, line, code
):
    (found,), shown = _typed(root, path, was, typed)
    assert (found.path, found.line, found.code) == (path, line, code)
    assert "先不要推送，马上告诉维护人员" in found.fix.zh
    assert not any(each in shown for each in (PHONE, CARD, "5678", "7758", "zhangsan", "A12345"))


def test_a_file_that_is_refused_for_something_else_is_looked_at_all_the_same(root):
    content = (root / DRAIN).read_text("utf-8").replace("step: accept", "step 受理")
    (root / DRAIN).write_text(content.replace("堵塞", f"堵塞{PHONE}"), "utf-8")
    found = run(root, DAY, cached=False).findings
    assert [(each.line, each.code[0]) for each in found] == [(2, "V"), (15, "Y")]


def test_a_date_in_a_wrong_form_is_no_door(root):
    (found,), _ = _typed(root, DRAIN, "date: 2026-03-08", "date: 8-3-2026")
    assert found.code == "S005"


@pytest.mark.parametrize("typed", ["tier: big # 3 月 8 日收到 202603081234567", "tier: big # 受理"])
def test_a_comment_without_it_is_let_be(root, typed):
    assert _typed(root, DRAIN, "tier: big", typed)[0] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"records/matters/2026/20260308-{PHONE}.yaml", DRAIN),
        (f"records/matters/2026/张三{PHONE}.yaml", DRAIN),
        (f"records/matters/{PHONE}/20260308-shili-drain.yaml", DRAIN),
    ],
)
def test_a_name_of_a_file_or_folder_is_as_public(root, name, content):
    file = root / name
    file.parent.mkdir(exist_ok=True)
    shutil.move(root / content, file)
    found = run(root, DAY, cached=False).findings
    own = next(each for each in found if each.path == name)
    assert (own.line, own.code) == (1, "V002")
    assert own.message.zh == "文件名里有手机号码（13*********）。"
    assert (
        own.message.en == "The name of the file or its folder holds a mobile number (13*********)."
    )
    assert own.fix.zh.startswith("请改名，不写号码")
    assert not any(PHONE in half for each in found for half in (*each.message, *each.fix))


def test_so_is_the_name_of_an_attachment(root):
    picture = root / LAMPS.removesuffix(".yaml") / f"{PHONE}.jpg"
    picture.write_bytes(b"")
    found = run(root, DAY, cached=False).findings
    assert {each.code for each in found} == {"A008", "V002"}
    assert not any(PHONE in half for each in found for half in (*each.message, *each.fix))


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("“13812345678”", "“13*********”"),
        ("“138 1234 5678”", "“13***********”"),
        (f"“{CARD}”", "“11****************”"),
        ("“a@b.example.com”", "“a@*************”"),
        ("“202603081234567”", "“202603081234567”"),
        ("“500112000000”", "“500112000000”"),
        ("2026-03-08", "2026-03-08"),
        ("20260308-13812345678", "20260308-13*********"),
    ],
)
def test_what_a_report_quotes_is_hidden_where_it_is_personal(quoted, shown):
    assert hidden(quoted) == shown


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json"])
@pytest.mark.parametrize(
    "name", [f"20260308-zhang{PHONE}", f"20260308-{PHONE}", "20260308-138-1234-5678", f"a-{CARD}"]
)
def test_a_path_is_shown_without_it_in_every_form(root, name, form):
    (root / DRAIN).rename(root / f"records/matters/2026/{name}.yaml")
    checked = check(root, DAY, cached=False)
    assert "V00" in checked.text(form, "zh")
    _, summary = checked.summary(form, "zh") or ("", "")
    for shown in (checked.text(form, "zh"), summary):
        assert not any(each in shown for each in (PHONE, CARD, "1234-5678"))


def test_a_path_is_shown_without_it_beside_what_is_irregular_there(root):
    """What is irregular names the file in its command, too."""
    content = (root / "records/meetings/2026/20260125-shili-assembly.yaml").read_text("utf-8")
    name = f"20260125-{PHONE}"
    file = root / f"records/meetings/2026/{name}.yaml"
    file.write_text(
        content.replace("20260125-shili-assembly", name).replace("due: 900", "due: 2000"),
        "utf-8",
    )
    shown = check(root, DAY, cached=False).text("json", "zh")
    assert "yizhan acknowledge records/meetings/2026/20260125-13*********.yaml:" in shown
    assert PHONE not in shown


@pytest.mark.parametrize(
    ("path", "content", "line", "code"),
    [
        ("records/README.md", f"# 档案\n\n有事找张三 {PHONE}。\n", 3, "V002"),
        ("records/README.md", "有事找张三 138·1234·5678。\n", 1, "V002"),
        ("records/名单.txt", f"张三\n身份证 {CARD}\n", 2, "V001"),
        ("records/matters/2026/名单.csv", f"张三,{CARD}\n", 1, "V001"),
        ("records/matters/2026/20260108-shili-lamps/名单.csv", f"张三,{PHONE}\n", 1, "V002"),
        ("records/notes.yml", f"phone: '{PHONE}'\n", 1, "V002"),
        ("records/holidays/2031.yaml", f"# 张三 {PHONE}\n", 1, "V002"),
        ("docs/data/yewei.md", "车牌 渝A12345\n", 1, "V004"),
        ("docs/data/2026/cun.csv", f"张三,{PHONE}\n", 1, "V002"),
        ("docs/en/data/village.md", "QQ：123456789\n", 1, "V009"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_pages_and_tables_beside_the_records_are_as_public(
    root, path, content, line, code, encoding
):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content.encode(encoding))
    report = check(root, DAY, cached=False).report
    found = [(each.path, each.line, each.code) for each in report.findings if each.code[0] == "V"]
    assert found == [(path, line, code)]
    shown = text.write(report, "zh")
    assert not any(each in shown for each in (PHONE, CARD, "5678", "A12345"))


@pytest.mark.parametrize(
    "content",
    [
        "# 档案\n\n值班电话 023-61234567，邮箱 office@example.org。\n",
        "| 年 | 赞成 | 反对 |\n| 2026 | 1380 | 1234 |\n",
        "2026-03-08,138,1234,567\n2026-03-09,1380,12,34\n",
        "统一社会信用代码 54500112MF1234567A，热线 12345、400-820-8820。\n",
    ],
)
def test_a_page_without_it_is_let_be(root, content):
    (root / "records/README.md").write_text(content, "utf-8")
    (root / "docs/data").mkdir(parents=True)
    (root / "docs/data/figures.csv").write_text(content, "utf-8")
    assert not [each for each in run(root, DAY, cached=False).findings if each.fails]


def test_a_page_that_cannot_be_opened_is_passed_by(root):
    (root / "records/README.md").symlink_to("/etc/hostname")
    assert not [each for each in run(root, DAY, cached=False).findings if each.code[0] == "V"]
