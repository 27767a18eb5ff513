"""Plain ``yizhan``: what needs doing today, the most urgent first."""

from __future__ import annotations

from pathlib import Path

import pytest

from yizhan.checks import discover
from yizhan.model.finding import Level
from yizhan.wording.due import HEADINGS

from .program import DRAIN, yizhan

LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"


@pytest.mark.usefixtures("village")
def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert yizhan(capsys, "--as-of", "2026-06-01") == (
        0,
        (
            "2026年6月1日到期待办 2 件，都是示例，不用办。\n"
            "\n"
            "■ 过了期限的事项：1 件\n"
            "  怎么办：办完的记报结；办不完的记延期，写明理由和新的期限。\n"
            "  - 第一村民小组排水沟堵塞（示例）\n"
            "    事项处在办理中，期限是 2026-04-21，已经超过 27 个工作日。\n"
            "    records/matters/2026/20260308-shili-drain.yaml:13\n"
            "\n"
            "■ 开过没有补记的会：1 件\n"
            "  怎么办：开过的，删去 planned，补记到会人数和决定；没有开成的，写 not_held（延期、取消、撤回还是流会，改到哪一天），planned 留着；改期后的会议按新的日期另写一份。\n"
            "  - 四月村民议事会（示例）\n"
            "    会议定在 2026-04-12 召开，已经过了 50 天，还没有补记开了没有、定了什么。\n"
            "    records/meetings/2026/20260412-shili-deliberation.yaml:6\n"
        ),
        "",
    )


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        ("zh", "2026年6月1日到期待办 1 件，都是示例，不用办。示例按 2026年5月6日 的情况。\n"),
        (
            "en",
            "1 thing due on 2026-06-01, an example with nothing to do. Examples are shown as of 2026-05-06.\n",
        ),
    ],
)
def test_of_which_day_examples_are(
    village: Path, capsys: pytest.CaptureFixture[str], lang: str, head: str
) -> None:
    """What is said of an example counts to its own day and not to the day of the heading."""
    (village / "records/meetings/2026/20260412-shili-deliberation.yaml").unlink()
    file = village / "records/places/shili-xian.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text.rstrip()}\nexample_day: 2026-05-06\n", encoding="utf-8")
    code, out, _ = yizhan(capsys, "--lang", lang, "--as-of", "2026-06-01")
    assert (code, out.split("\n\n")[0]) == (0, head.rstrip())
    days = "已经超过 8 个工作日" if lang == "zh" else "8 working days ago"
    assert days in out
    on_the_day = yizhan(capsys, "--lang", lang, "--as-of", "2026-05-06")[1]
    assert ("示例按" if lang == "zh" else "Examples are") not in on_the_day


def test_a_real_record_is_for_doing(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = village / "records/meetings/2026/20260412-shili-deliberation.yaml"
    source = "sources:\n  - title: 通知\n    publisher: 示例村\n"
    text = file.read_text(encoding="utf-8").replace("example: true\n", source)
    file.write_text(text, encoding="utf-8")
    code, out, _ = yizhan(capsys, "--lang", "en", "--as-of", "2026-04-13")
    assert code == 0
    assert out.startswith("Correct first: 1 error; type yizhan check ")
    assert (
        "1 thing due on 2026-04-13.\n"
        "\n"
        "■ Meetings not written up: 1\n"
        "  To do: If it was held, delete planned and record attendance and decisions; if not, write not_held (postponed, cancelled, withdrawn or without a quorum, and the new day) and leave planned; the meeting of the new day is a record of its own.\n"
        "  - 四月村民议事会\n"
        "    The meeting was planned for 2026-04-12, 1 day ago; it is not recorded whether it was held and what it decided.\n"
        "    records/meetings/2026/20260412-shili-deliberation.yaml:8\n"
    ) in out


def test_one_heading_has_what_to_do_for_each(
    village: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check's own remedy comes first, and an example after what there is to do."""
    drain = (village / DRAIN).read_text(encoding="utf-8")
    others = {
        "20260308-shili-cover": drain.replace("堵塞", "没有盖"),
        "20260308-shili-steps": drain[: drain.index("log:")].replace("排水沟堵塞", "台阶断了"),
    }
    for name, text in others.items():
        real = text.replace("example: true\n", "sources:\n  - title: 登记\n")
        file = (village / DRAIN).with_name(f"{name}.yaml")
        file.write_text(real.replace("20260308-shili-drain", name), encoding="utf-8")
    code, out, _ = yizhan(capsys, "--as-of", "2026-04-30")
    assert code == 0
    assert out.endswith(
        "2026年4月30日到期待办 4 件，其中 2 件是示例，不用办。\n"
        "\n"
        "■ 过了期限的事项：3 件\n"
        "  怎么办：办完的记报结；办不完的记延期，写明理由和新的期限。\n"
        "  - 第一村民小组排水沟没有盖\n"
        "    事项处在办理中，期限是 2026-04-21，已经超过 7 个工作日。\n"
        "    records/matters/2026/20260308-shili-cover.yaml:14\n"
        "  - 第一村民小组排水沟堵塞（示例）\n"
        "    事项处在办理中，期限是 2026-04-21，已经超过 7 个工作日。\n"
        "    records/matters/2026/20260308-shili-drain.yaml:13\n"
        "\n"
        "  怎么办：受理、交办，或者写明理由不予办理，记一条。\n"
        "  - 第一村民小组台阶断了\n"
        "    事项处在待受理，期限是 2026-03-11，已经超过 35 个工作日。\n"
        "    records/matters/2026/20260308-shili-steps.yaml:1\n"
        "\n"
        "■ 开过没有补记的会：1 件\n"
        "  怎么办：开过的，删去 planned，补记到会人数和决定；没有开成的，写 not_held（延期、取消、撤回还是流会，改到哪一天），planned 留着；改期后的会议按新的日期另写一份。\n"
        "  - 四月村民议事会（示例）\n"
        "    会议定在 2026-04-12 召开，已经过了 18 天，还没有补记开了没有、定了什么。\n"
        "    records/meetings/2026/20260412-shili-deliberation.yaml:6\n"
    )


@pytest.mark.usefixtures("village")
def test_nothing_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    assert yizhan(capsys, "--as-of", "2026-04-10") == (0, "2026年4月10日没有到期待办的事。\n", "")
    assert yizhan(capsys, "--as-of", "2026-04-10", "--lang", "en") == (
        0,
        "Nothing is due on 2026-04-10.\n",
        "",
    )


def test_errors_are_told_first(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = village / LAMPS
    text = file.read_text(encoding="utf-8").replace("category: ", "category: un")
    file.write_text(text, encoding="utf-8")
    code, out, _ = yizhan(capsys, "--as-of", "2026-04-10")
    assert code == 0
    assert out.splitlines()[0] == "先改错：有 1 处错误，输入 yizhan check 看在哪里、怎么改。"


@pytest.mark.usefixtures("village")
def test_today_is_taken_where_no_day_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YIZHAN_AS_OF", "2026-04-09")
    assert yizhan(capsys)[1] == "2026年4月9日没有到期待办的事。\n"


@pytest.mark.usefixtures("village")
def test_what_is_due_fails_no_check(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = yizhan(capsys, "check", "--as-of", "2031-01-01")
    assert code == 0
    assert out.startswith("待办[")
    assert out.endswith(
        "检查了 24 份档案，没有发现问题。有 2 件到期待办，不影响通过；输入 yizhan 看清单。\n"
    )


@pytest.mark.usefixtures("village")
def test_the_day_stands_where_it_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = yizhan(capsys, "--as-of", "2026-04-10", "check")
    assert (code, out) == (2, "")
    assert err == "--as-of 要写在 check 后面：yizhan check --as-of 2025-06-12。\n"


def test_without_records_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = yizhan(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("这里没有 records/ 文件夹")


def test_every_check_of_what_is_due_has_its_place() -> None:
    assert sorted(HEADINGS) == [each.code for each in discover() if each.level is Level.DUE]
