"""yizhan new: asked for or given by options, written once, checked at once."""

from datetime import date

import pytest

from yizhan.commands.interview import answers, search, slug
from yizhan.commands.interview.dates import Span, parse, reader
from yizhan.commands.interview.question import Choice, UnclearError
from yizhan.commands.new import TakenError, make
from yizhan.commands.new_shared import Draft
from yizhan.model.dates import PartialDate
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

from .program import AS_OF, yizhan

MATTER = ["new", "matter", "--title", "小组路口路灯不亮", "--date", "昨天", "--place", "第一村民小组",
          "--category", "水电气线", "--raised-by", "一位居民", "--channel", "窗口", "--tier", "小事",
          "--handler", "示例村村民委员会"]  # fmt: skip
LAMP = "records/matters/2026/20260409-shili-xiaozu-lukou-ludeng-buliang.yaml"


def test_a_matter_by_options(village, capsys):
    code, out, err = yizhan(capsys, *MATTER, *AS_OF, "--yes")
    assert (code, err) == (0, "")
    assert out == (
        "\n"
        f"查过 {LAMP}，没有发现问题。\n"
        f"已写好 {LAMP}。\n"
        f"接下来：git add {LAMP}，再 git commit。\n"
        "有了进展：yizhan advance 20260409-shili-xiaozu-lukou-ludeng-buliang\n"
    )
    assert (village / LAMP).read_text(encoding="utf-8") == (
        "# 事项：20260409-shili-xiaozu-lukou-ludeng-buliang 是编号，也是文件名，定了不再改；“#”后面是说明。\n"
        "# 状态由办理记录（log）推算，不用手填；有了进展：yizhan advance 20260409-shili-xiaozu-lukou-ludeng-buliang\n"
        "\nid: 20260409-shili-xiaozu-lukou-ludeng-buliang\ntitle: 小组路口路灯不亮\n"
        "# 地点：第一村民小组\nplace: shili-cun-1\n"
        "# 办事规程：示例村办事规程\nprocedure: shili-local\n"
        "# 类别：水电气线\ncategory: utilities\n"
        "raised:\n  date: 2026-04-09\n  # 提出人身份：一位居民\n  by: resident\n"
        "  # 渠道：窗口\n  channel: counter\n"
        "# 分级：小事\ntier: small\n# 首办单位：示例村村民委员会\nhandler: shili-committee\n"
        "log: []\nexample: true\n"
    )


def test_a_second_one_of_the_same_name_gets_another_id(village, capsys):
    assert yizhan(capsys, *MATTER, *AS_OF, "--yes")[0] == 0
    first = (village / LAMP).read_bytes()
    code, out, _ = yizhan(capsys, *MATTER, *AS_OF, "--yes")
    assert (code, "buliang-2.yaml" in out) == (0, True)
    name = "20260409-shili-xiaozu-lukou-ludeng-buliang"
    code, _, err = yizhan(capsys, *MATTER, *AS_OF, "--yes", "--id", name)
    assert (code, err) == (2, f"--id：编号 {name} 已经有了，可以用 {name}-3。\n")
    assert (village / LAMP).read_bytes() == first


def test_a_file_that_came_to_be_meanwhile_is_left_alone(village):
    from yizhan.commands.interview.session import session_at

    session = session_at(village, date(2026, 4, 10))
    (village / LAMP).write_text("别人的", encoding="utf-8")
    draft = Draft(Kind.MATTER, LAMP, {"id": "x"}, {})
    with pytest.raises(TakenError, match="刚刚有了，没有动它"):
        make(session, draft, "zh")
    assert (village / LAMP).read_text(encoding="utf-8") == "别人的"


def test_a_round_and_what_came_of_it_name_one_another(village, capsys):
    visit = ["new", "round", "--title", "四月走访", "--date", "2026年4月8日", "--place", "示例村",
             "--by", "示例村村民委员会", "--households", "12"]  # fmt: skip
    code, out, err = yizhan(capsys, *visit, *AS_OF, "--yes")
    assert (code, err) == (0, "")
    assert out.endswith(
        "走访带回的事，一件一件记：yizhan new matter --channel round --round 20260408-shili-siyue-zoufang\n"
    )
    options = [*MATTER, "--channel", "走访", "--round", "四月走访"]
    code, out, err = yizhan(capsys, *options, *AS_OF, "--yes")
    path = "records/rounds/2026/20260408-shili-siyue-zoufang.yaml"
    assert (code, err) == (0, "")
    assert f"并在 {path} 里添了一行，好让两边对得上。\n" in out
    assert (
        (village / path)
        .read_text(encoding="utf-8")
        .endswith("example: true\nmatters:\n  - 20260409-shili-xiaozu-lukou-ludeng-buliang\n")
    )


def test_a_meeting_takes_up_open_matters_and_tasks(village, capsys):
    meeting = village / "records/meetings/2026/20260125-shili-assembly.yaml"
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(
        text.replace("state: done\n    date: 2026-01-20", "state: ongoing"), encoding="utf-8"
    )
    code, out, err = yizhan(
        capsys, "--lang", "en", "new", "meeting", "--title", "四月议事会", "--meeting-kind",
        "building_deliberation", "--date", "2026-04-09", "--place", "示例村", "--start-time", "19:30",
        "--end-time", "21:10", "--chaired-by", "shili-committee", "--due", "20", "--present", "15",
        "--basis", "persons", "--matters", "20260308-shili-drain", "--topics", "春耕；防火", "--follow-up",
        "20260110-shili-deliberation/lamps=done", *AS_OF, "--yes",
    )  # fmt: skip
    assert (code, err) == (0, "")
    path = "records/meetings/2026/20260409-shili-siyue-yishi-hui.yaml"
    assert out.endswith(
        f"Written: {path}.\nNext: git add {path}, then git commit.\n"
        "What was said of a matter goes to its log too: yizhan advance 20260308-shili-drain --meeting 20260409-shili-siyue-yishi-hui\n"
        f"Decisions, tallies and tasks are written below the items in {path}; see docs/records/meeting.md.\n"
    )
    assert (village / path).read_text(encoding="utf-8") == (
        "# Meeting: 20260409-shili-siyue-yishi-hui is the id and the file's name, never changed; a # begins a comment.\n"
        "\nid: 20260409-shili-siyue-yishi-hui\ntitle: 四月议事会\n"
        "# Kind of meeting: Building deliberation\nmeeting_kind: building_deliberation\n"
        "# Place: 示例村\nplace: shili-cun\ndate: 2026-04-09\n"
        "start_time: 19:30\nend_time: 21:10\nchaired_by:\n  - body: shili-committee\n"
        "attendance:\n  # Basis: Persons\n  basis: persons\n  due: 20\n  present: 15\n"
        "follow_ups:\n  - meeting: 20260110-shili-deliberation\n    task: lamps\n    state: done\n"
        "agenda:\n  - title: 第一村民小组排水沟堵塞\n    matters:\n      - 20260308-shili-drain\n"
        "  - title: 春耕\n  - title: 防火\nexample: true\n"
    )


MISTAKES = {
    "nothing": (["new"], "写明要记什么：matter（事项）、meeting（会议）、round（走访）。例如 yizhan new matter。", "Say what is to be recorded: matter, meeting, round; for example yizhan new matter."),
    "no kind": (["new"], "写明要记什么：matter（事项）、meeting（会议）、round（走访）。例如 yizhan new matter。", "Say what is to be recorded: matter, meeting, round; for example yizhan new matter."),
    "another kind": (["new", "place"], "没有“place”这一种；可以记的是：matter（事项）、meeting（会议）、round（走访）。例如 yizhan new matter。", "There is no kind “place”; what can be recorded: matter, meeting, round; for example yizhan new matter."),
    "no title": (["new", "matter", *AS_OF], "缺少 --title（标题）；加 --help 看说明。", "--title (Title) is missing; add --help to learn more."),
    "the future": (["new", "round", "--title", "走访", "--date", "明天", *AS_OF], "--date：2026-04-11 太晚了，要在 2026-04-10 或者以前（还没发生的事不能记）。", "--date: 2026-04-11 is too late: 2026-04-10 or earlier (nothing is recorded before it happened)."),
    "an identity number": (["new", "round", "--title", "11010519491231002X", *AS_OF], "--title：文字里有身份证号码（11****************）。公开的档案里不能写，请换成“居民”“楼栋长”这样的身份，或者删掉。", "--title: The text holds an identity number (11****************). Records are public: write a role such as “resident” instead, or leave it out."),
    "a typing error": ([*MATTER, "--category", "parknig", *AS_OF, "--yes"], "--category：没有“parknig”。可以写的里面，像的有：parking（停车）。", None),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "zh", "en"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_in_one_line_and_nothing_is_written(village, capsys, arguments, zh, en):
    before = sorted((village / "records").rglob("*"))
    for lang, text in (("zh", zh), ("en", en)):
        if text is not None:
            assert yizhan(capsys, "--lang", lang, *arguments) == (2, "", text + "\n")
    assert sorted((village / "records").rglob("*")) == before


# What is asked at a terminal is made of these.

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("今天", "2026-03-12"),
        ("昨天", "2026-03-11"),
        ("2026-3-2", "2026-03-02"),
        ("２０２６年３月２日", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("3月12日", "2026-03-12"),
        ("12-31", "2025-12-31"),
        ("2月29日", "2024-02-29"),
        ("2026-3", "2026-03"),
        ("2026年3月", "2026-03"),
        ("2025", "2025"),
    ],
)
def test_dates_as_people_write_them(typed, found):
    assert parse(typed, DAY, Span(last=DAY)).text == found


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "13月1日", "2月30日", "上周", "12", "", "2026-3-2-1"]
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(UnclearError):
        parse(typed, DAY, Span())


def test_a_day_without_a_year_looks_ahead_where_it_must():
    assert reader(DAY, Span(first=date(2026, 6, 1)))("1月5日") == "2027-01-05"
    assert reader(DAY, Span())("2026") == 2026


def choice(code, title, above=None):
    return Choice(code, Text(title, title), Text(above, above) if above else None)


PLACES = (
    choice("cun", "示例村", "示例县 › 示例镇"),
    choice("zu1", "第一村民小组", "示例县 › 示例镇 › 示例村"),
    choice("zu2", "第二村民小组", "示例县 › 示例镇 › 示例村"),
    choice("b-zu2", "第二村民小组", "示例县 › 邻镇 › 邻村"),
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("zu2", "zu2"), ("示例村", "cun"), ("一组", "zu1"), ("示例村二组", "zu2"), ("ＺＵ１", "zu1")],
)
def test_a_place_is_found_by_what_people_call_it(typed, code):
    assert search.find(typed, PLACES).code == code


def test_where_several_fit_they_are_offered():
    with pytest.raises(UnclearError) as caught:
        search.find("二组", PLACES)
    assert [each.code for each in caught.value.choices] == ["zu2", "b-zu2"]
    assert caught.value.text == Text("有 2 个都对得上“二组”。", "2 fit “二组”.")


def test_a_doubtful_name_is_taken_when_it_is_insisted_on():
    read = answers.reader(Kind.ROUND, ("summary",))
    with pytest.raises(UnclearError, match="好像写了个人的姓名") as caught:
        read("王大爷反映路灯不亮。 ")
    assert caught.value.insisted == "王大爷反映路灯不亮。"
    assert read("居民反映\u200b路灯不亮。") == "居民反映路灯不亮。"
    with pytest.raises(UnclearError, match="最多 80 个字，现在有 81 个"):
        answers.reader(Kind.ROUND, ("title",))("长" * 81)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("二组路口路灯不亮", "erzu-lukou-ludeng-buliang"),
        ("重庆路公交车晚点", "chongqing-lugong-jiaoche-wandian"),
        ("十一月走访", "shiyiyue-zoufang"),
        ("A 区 3 号楼漏水！", "a-qu-3-haolou"),
        ("！！", "jilu"),
    ],
)
def test_ids_are_pinyin_and_the_same_every_time(title, found):
    day = PartialDate.parse("2026-03")
    assert slug.suggest(title, day, ()) == f"202603-{found}"
    assert slug.suggest(title, day, {f"202603-{found}"}, "") == f"202603-{found}-2"
    assert slug.FORM.fullmatch(slug.suggest(title, day, (), "shili"))
