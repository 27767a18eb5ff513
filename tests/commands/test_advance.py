"""yizhan advance: offers what the checks accept, writes only the entry, or nothing at all."""

from datetime import date
from pathlib import Path

import pytest

from yizhan.commands.advance import advance, interview
from yizhan.commands.interview.question import conduct
from yizhan.commands.interview.session import session_at

from .program import AS_OF, DRAIN, yizhan

REPORT = [
    "--step",
    "report_done",
    "--result",
    "solved",
    "--outcome",
    "沟通了。",
    "--date",
    "2026-03-20",
]


def test_an_entry_by_options(village, capsys):
    before = (village / DRAIN).read_bytes()
    code, out, err = yizhan(capsys, "advance", "20260308-shili-drain", *REPORT, *AS_OF, "--yes")
    assert (code, err) == (0, "")
    assert out == (
        "\n查过 records/matters/2026/20260308-shili-drain.yaml，没有发现问题。\n"
        f"已写进 {DRAIN}。\n"
        "“第一村民小组排水沟堵塞”（20260308-shili-drain）现在是“报结待评”，属于“大事”，由示例镇人民政府承办。"
        "居民答复期 2026-03-27 已经满了。\n"
        f"接下来：git add {DRAIN}，再 git commit。\n"
    )
    assert (village / DRAIN).read_bytes() == before + (
        "  - date: 2026-03-20\n    step: report_done\n    by: shili-office\n    outcome:\n"
        "      result: solved\n      text: 沟通了。\n"
    ).encode()


def test_a_link_of_the_hidden_name_is_not_written_through(village, capsys):
    (village / "mine.txt").write_text("mine", encoding="utf-8")
    (village / DRAIN).with_name(f".{Path(DRAIN).name}.new").symlink_to(village / "mine.txt")
    assert yizhan(capsys, "advance", "20260308-shili-drain", *REPORT, *AS_OF, "--yes")[0] == 0
    assert (village / "mine.txt").read_text("utf-8") == "mine"
    assert not (village / DRAIN).is_symlink()


def test_progress_may_be_recorded_late(village, capsys):
    late = ["--step", "progress", "--note", "看过了。", "--date", "2026-3-8", *AS_OF, "--yes"]
    code, out, err = yizhan(capsys, "advance", "20260308-shili-drain", *late)
    assert (code, err) == (0, ""), out
    assert (
        (village / DRAIN).read_text("utf-8").endswith("    note: 看过了。\n    by: shili-office\n")
    )


LATE = {
    "extend": ("--until", "2026-05-20", "--reason", "等料"),
    "pause": ("--reason", "等料"),
    "report_done": ("--result", "solved", "--outcome", "清了。"),
    "handover": ("--to", "shili-county"),
    "join": ("--with", "shili-committee"),
    "supervise": ("--by", "shili-supervisors"),
    "assign": ("--to", "shili-county"),
}


@pytest.mark.parametrize("step", LATE)
def test_every_step_may_be_recorded_late(village, capsys, step):
    drain = ["advance", "20260308-shili-drain", *AS_OF, "--yes"]
    assert (
        yizhan(capsys, *drain, "--step", "progress", "--note", "备料", "--date", "2026-4-5")[0] == 0
    )
    code, out, err = yizhan(capsys, *drain, "--step", step, *LATE[step], "--date", "2026-3-20")
    assert (code, err) == (0, ""), out
    _, _, added = (village / DRAIN).read_text("utf-8").rpartition("  - date: ")
    assert added.startswith(f"2026-03-20\n    step: {step}\n")
    assert yizhan(capsys, "check", *AS_OF)[0] == 0


def test_what_could_not_be_taken_on_that_day_is_said_of_that_day(village, capsys):
    drain = ["advance", "20260308-shili-drain", *AS_OF, "--yes"]
    yizhan(capsys, *drain, "--step", "progress", "--note", "备料", "--date", "2026-4-5")
    code, _, err = yizhan(capsys, *drain, "--step", "confirm", "--date", "2026-3-20")
    assert code == 2
    assert err.startswith("--step：2026-03-20 那天不能走“居民确认”；可以走的是：")
    earlier = ("--as-of", "2026-03-20", "--yes", "--step", "confirm")
    code, _, err = yizhan(capsys, "advance", "20260308-shili-drain", *earlier)
    assert (code, "可以走的是：。" in err) == (2, False)


def test_the_same_in_english(village, capsys):
    code, out, err = yizhan(
        capsys, "--lang", "en", "advance", "20260308-shili-drain", "--step", "progress", "--note", "dug",
        "--date", "2026-3-20", *AS_OF, "--yes",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert out == (
        "\nrecords/matters/2026/20260308-shili-drain.yaml: checked, nothing found.\n"
        f"Written to {DRAIN}.\n"
        "“第一村民小组排水沟堵塞” (20260308-shili-drain) is at “办理中”, tier “大事”, with 示例镇人民政府, "
        "due 2026-04-21.\n"
        f"Next: git add {DRAIN}, then git commit.\n"
    )


STEPS = (
    "assign（交办）、report_done（报结）、refuse（不予受理）、withdraw（撤回）、progress（办理进展）、"
    "join（会同办理）、supervise（督办）、extend（延期）、pause（中止）、handover（移交或者上报）。"
)
STEPS_EN = STEPS.replace("（", " (").replace("）", ")").replace("、", ", ").replace("。", ".")
MISTAKES = {
    "no step": (
        ["20260308-shili-drain", "--yes"],
        "缺少 --step（步骤）；可以写：" + STEPS,
        "--step (Step) is missing; it may be: " + STEPS_EN,
    ),
    "a step that is not allowed now": (
        ["20260308-shili-drain", "--step", "confirm", "--yes"],
        "--step：现在不能走“居民确认”；可以走的是：" + STEPS,
        "--step: “居民确认” cannot be taken now; what can: " + STEPS_EN,
    ),
    "a step in part": (
        ["20260308-shili-drain", "--step", "报", "--yes"],
        "--step：没有“报”这一步；现在可以走的是："
        + STEPS
        + "可以写的里面，像的有：report_done（报结）、handover（移交或者上报）。",
        "--step: There is no step “报”; what can be taken now: "
        + STEPS_EN
        + " Of what is allowed these are like it: report_done (报结), handover (移交或者上报).",
    ),
    "a body that is there and may not act": (
        ["20260308-shili-drain", "--step", "supervise", "--by", "shili-committee", "--yes"],
        (
            "--by：“示例村村民委员会”（shili-committee）不能写在这里；可以写的是：shili-supervisors（示例村村务监督委员会）、"
            "shili-county（示例县人民政府）、unknown（来源没写由谁办）。"
        ),
        (
            "--by: “示例村村民委员会” (shili-committee) cannot be written here; what can: shili-supervisors (示例村村务监督委员会), "
            "shili-county (示例县人民政府), unknown (the source does not say who)."
        ),
    ),
    "a short name of a body that may not act": (
        ["20260308-shili-drain", "--step", "supervise", "--by", "镇政府", "--yes"],
        (
            "--by：“示例镇人民政府”（shili-office）不能写在这里；可以写的是：shili-supervisors（示例村村务监督委员会）、"
            "shili-county（示例县人民政府）、unknown（来源没写由谁办）。"
        ),
        None,
    ),
    "a cost with its unit": (
        [
            *("20260308-shili-drain", "--step", "report_done", "--result", "solved"),
            *("--outcome", "清了。", "--cost", "1,200元", "--yes"),
        ],
        "--cost：“1,200元”不是数目；只写阿拉伯数字，请写 1200。",
        "--cost: “1,200元” is no number; write digits: 1200.",
    ),
    "a step that cannot be recorded yet": (
        ["20260308-shili-drain", "--step", "split", "--yes"],
        "--step：现在还不能走“拆分”：先用 yizhan new matter --part-of 20260308-shili-drain 把拆出来的事项记下。",
        "--step: “拆分” cannot be recorded yet: first record the parts with yizhan new matter --part-of 20260308-shili-drain.",
    ),
    "several matters": (
        ["2026", "--yes"],
        "事项：“2026”不是完整的名称或编号。可以写的里面，像的有：20260308-shili-drain（第一村民小组排水沟堵塞）、20260108-shili-lamps（文化广场路灯不亮）。",
        "Matter: “2026” is not a whole title or an id. Of what is allowed these are like it: 20260308-shili-drain (第一村民小组排水沟堵塞), 20260108-shili-lamps (文化广场路灯不亮).",
    ),
    "no such matter": (
        ["操场", "--yes"],
        "事项：没有“操场”；可以写的是：20260308-shili-drain（第一村民小组排水沟堵塞）、20260108-shili-lamps（文化广场路灯不亮）。",
        "Matter: There is no “操场”; what can be written: 20260308-shili-drain (第一村民小组排水沟堵塞), 20260108-shili-lamps (文化广场路灯不亮).",
    ),
    "a field of another step": (
        ["20260308-shili-drain", "--step", "progress", "--note", "挖", "--into", "x", "--yes"],
        "这里用不着 --into。",
        "--into has no place here.",
    ),
    "before it was raised": (
        ["20260308-shili-drain", "--step", "progress", "--date", "2026-3-7", "--yes"],
        "--date：2026-03-07 太早了，要在 2026-03-08 或者以后（提出之前没有办理）。",
        "--date: 2026-03-07 is too early: 2026-03-08 or later (nothing was done before it was raised).",
    ),
    "in the future": (
        ["20260308-shili-drain", "--step", "progress", "--date", "明天", "--yes"],
        "--date：2026-04-11 太晚了，要在 2026-04-10 或者以前（还没发生的事不能记）。",
        "--date: 2026-04-11 is too late: 2026-04-10 or earlier (nothing is recorded before it happened).",
    ),
    "a date without --yes": (
        ["20260308-shili-drain", "--step", "progress", "--note", "挖"],
        "缺少 --date（日期）；建议写“2026-04-10”，加 --yes 就照建议的写。",
        "--date (Date) is missing; “2026-04-10” is suggested, and --yes takes what is suggested.",
    ),
    "a phone number": (
        ["20260308-shili-drain", "--step", "progress", "--note", "找 13812345678", "--yes"],
        "--note：文字里有手机号码（13*********）。公开的档案里不能写，请换成“居民”“楼栋长”这样的身份，或者删掉。",
        "--note: The text holds a mobile number (13*********). Records are public: write a role such as “resident” instead, or leave it out.",
    ),
}


@pytest.mark.parametrize(("arguments", "zh", "en"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_in_one_line_and_nothing_is_written(village, capsys, arguments, zh, en):
    before = {file: file.read_bytes() for file in (village / "records").rglob("*.yaml")}
    for lang, text in (("zh", zh), ("en", en)):
        if text is None:
            continue
        code, out, err = yizhan(capsys, "--lang", lang, "advance", *arguments, *AS_OF)
        assert (code, out, err) == (2, "", text + "\n")
    assert {file: file.read_bytes() for file in (village / "records").rglob("*.yaml")} == before


def test_an_entry_that_breaks_a_check_is_taken_back(village, capsys, monkeypatch):
    """What the interview offers is sound; so the entry is bent between interview and writing."""
    before = (village / DRAIN).read_bytes()
    session = session_at(village, date(2026, 4, 10))
    options = {"matter": "20260308-shili-drain", "step": "progress", "note": "挖"}
    plan = conduct(interview(session), options, trusting=True)
    plan.entry["step"] = "confirm"
    done = advance(session, plan)
    assert (done.written, done.state, done.said) == (False, None, None)
    assert [finding.code for finding in done.report.findings if finding.level.fails] == ["M003"]
    assert done.report.lines[DRAIN, 18] == "    step: confirm"
    assert (village / DRAIN).read_bytes() == before
    assert advance(session, plan, keep=True).written
    assert (village / DRAIN).read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", f"{DRAIN} 写好了；其中原来就有的错误还在，请一并改掉。\n"),
        (
            "en",
            f"Written to {DRAIN}; the errors it had before are still there, please correct them too.\n",
        ),
    ],
)
def test_an_error_that_was_there_before_does_not_keep_an_entry_out(village, capsys, lang, told):
    text = (village / DRAIN).read_text(encoding="utf-8")
    (village / DRAIN).write_text(text.replace("title: ", "title: <b>", 1), encoding="utf-8")
    arguments = [
        "--lang",
        lang,
        "advance",
        "20260308-shili-drain",
        "--step",
        "progress",
        "--note",
        "挖",
    ]
    code, out, err = yizhan(capsys, *arguments, *AS_OF, "--yes")
    assert (code, err) == (1, told)
    assert "A012" in out
    assert (village / DRAIN).read_text(encoding="utf-8").count("note: 挖") == 1


def test_the_file_is_put_back_when_the_work_is_interrupted(village, monkeypatch):
    before = (village / DRAIN).read_bytes()
    session = session_at(village, date(2026, 4, 10))
    options = {"matter": "20260308-shili-drain", "step": "progress", "note": "挖"}
    plan = conduct(interview(session), options, trusting=True)

    def interrupted(*_):
        assert (village / DRAIN).read_bytes() != before
        raise KeyboardInterrupt

    monkeypatch.setattr("yizhan.commands.advance.session_at", interrupted)
    with pytest.raises(KeyboardInterrupt):
        advance(session, plan)
    assert (village / DRAIN).read_bytes() == before
    assert [file.name for file in (village / DRAIN).parent.iterdir() if file.name[0] == "."] == []


def test_a_broken_file_is_left_alone(village, capsys):
    (village / DRAIN).write_text("id: 20260308-shili-drain\ntitle: [\n", encoding="utf-8")
    before = (village / DRAIN).read_bytes()
    code, out, err = yizhan(capsys, "advance", "20260308-shili-drain", *REPORT, *AS_OF, "--yes")
    assert code == 1
    assert err == f"{DRAIN} 本来就有上面的错误，先改好它；什么也没有写。\n"
    assert DRAIN in out
    assert (village / DRAIN).read_bytes() == before


def test_a_file_that_changed_meanwhile_is_left_alone(village):
    session = session_at(village, date(2026, 4, 10))
    options = {"matter": "20260308-shili-drain", "step": "progress", "note": "挖"}
    plan = conduct(interview(session), options, trusting=True)
    changed = (village / DRAIN).read_text(encoding="utf-8").replace("堵塞", "堵了")
    (village / DRAIN).write_text(changed, encoding="utf-8")
    with pytest.raises(Exception, match="刚才被别的程序改过"):
        advance(session, plan)
    assert (village / DRAIN).read_text(encoding="utf-8") == changed
