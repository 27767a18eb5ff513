"""Numbers of persons are found however they are written, and no other number is taken for one.

The tables say how numbers are typed, copied and hidden, and what else is written in digits.
"""

from __future__ import annotations

import pytest

from yizhan.checks.shared.number_kinds import NumberKind
from yizhan.checks.shared.personal_numbers import hidden, personal_numbers

PERSONAL = {
    "13812345678": NumberKind.MOBILE,
    "138 1234 5678": NumberKind.MOBILE,
    "138-1234-5678": NumberKind.MOBILE,
    "138·1234·5678": NumberKind.MOBILE,
    "（138）1234、5678": NumberKind.MOBILE,
    "138（1234）5678": NumberKind.MOBILE,
    "138、1234、5678": NumberKind.MOBILE,
    "138_1234_5678": NumberKind.MOBILE,
    "138/1234/5678": NumberKind.MOBILE,
    "138:1234:5678": NumberKind.MOBILE,
    "138,1234,5678": NumberKind.MOBILE,
    "138*1234*5678": NumberKind.MOBILE,
    "138~1234~5678": NumberKind.MOBILE,
    "138|1234|5678": NumberKind.MOBILE,
    "138.1234.5678": NumberKind.MOBILE,
    "1 3 8 1 2 3 4 5 6 7 8": NumberKind.MOBILE,
    "1-3-8-1-2-3-4-5-6-7-8": NumberKind.MOBILE,
    "一三八一二三四五六七八": NumberKind.MOBILE,
    "壹叁捌壹贰叁肆伍陆柒捌": NumberKind.MOBILE,
    "１３８１２３４５６７８": NumberKind.MOBILE,
    "138\u200b1234\u200d5678": NumberKind.MOBILE,
    "1\u200b3\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8": NumberKind.MOBILE,
    "+86 13812345678": NumberKind.MOBILE,
    "8613812345678": NumberKind.MOBILE,
    "0086-138-1234-5678": NumberKind.MOBILE,
    "①③⑧①②③④⑤⑥⑦⑧": NumberKind.MOBILE,
    "1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e38\ufe0f\u20e3": NumberKind.MOBILE,
    "138一二三四5678": NumberKind.MOBILE,
    "一 三 八 一 二 三 四 五 六 七 八": NumberKind.MOBILE,
    "13 81 23 45 67 8": NumberKind.MOBILE,
    "1381 234 5678": NumberKind.MOBILE,
    "13812 345678": NumberKind.MOBILE,
    "手机13812345678一直打不通": NumberKind.MOBILE,
    "一三八一二三四五六七八一直打不通": NumberKind.MOBILE,
    "tel13812345678": NumberKind.MOBILE,
    "zhangsan13812345678.yaml": NumberKind.MOBILE,
    "20260308-13812345678": NumberKind.MOBILE,
    "20260308-138-1234-5678": NumberKind.MOBILE,
    "138 - 1234 - 5678": NumberKind.MOBILE,
    "138——1234——5678": NumberKind.MOBILE,
    "138。1234。5678": NumberKind.MOBILE,
    "138**1234**5678": NumberKind.MOBILE,
    "138 １２３４ 伍陆柒捌": NumberKind.MOBILE,
    "手机号：1381234567": NumberKind.NEAR_MOBILE,
    "110101199003077758": NumberKind.IDENTITY,
    "11010519491231002X": NumberKind.IDENTITY,
    "11010519491231002x": NumberKind.IDENTITY,
    "11010519491231002Ⅹ": NumberKind.IDENTITY,
    "11010519491231002×": NumberKind.IDENTITY,
    "11010519491231002 X": NumberKind.IDENTITY,
    "110105_19491231_002X": NumberKind.IDENTITY,
    "110105/19491231/002X": NumberKind.IDENTITY,
    "110105 1949 1231 002X": NumberKind.IDENTITY,
    "110101 19900307 7758": NumberKind.IDENTITY,
    "1101 0119 9003 0777 58": NumberKind.IDENTITY,
    "1 1 0 1 0 1 1 9 9 0 0 3 0 7 7 7 5 8": NumberKind.IDENTITY,
    "一一〇一〇一一九九〇〇三〇七七七五八": NumberKind.IDENTITY,
    "壹壹零壹零壹壹玖玖零零叁零柒柒柒伍捌": NumberKind.IDENTITY,
    "110101-1990-0307-7758": NumberKind.IDENTITY,
    "110101·19900307·7758": NumberKind.IDENTITY,
    "110105491231002": NumberKind.IDENTITY,
    "110101199003077759": NumberKind.NEAR_IDENTITY,
    "6222 0200 0000 0007": NumberKind.CARD,
    "6222020000000007": NumberKind.CARD,
    "6222-0200-0000-0007": NumberKind.CARD,
    "6222_0200_0000_0007": NumberKind.CARD,
    "6222、0200、0000、0007": NumberKind.CARD,
    "023-61234567": NumberKind.LANDLINE,
    "(023)61234567": NumberKind.LANDLINE,
    "（023）6123 4567": NumberKind.LANDLINE,
    "02361234567": NumberKind.LANDLINE,
    "023/61234567": NumberKind.LANDLINE,
    "023·6123·4567": NumberKind.LANDLINE,
    "0 2 3 6 1 2 3 4 5 6 7": NumberKind.LANDLINE,
    "〇二三六一二三四五六七": NumberKind.LANDLINE,
    "0571-87654321": NumberKind.LANDLINE,
    "+86-23-61234567": NumberKind.LANDLINE,
    "电话68681234": NumberKind.LANDLINE,
    "座机：6868 1234": NumberKind.LANDLINE,
    "https://example.org/u/13812345678": NumberKind.MOBILE,
    "联系https://a.cn/x，13812345678": NumberKind.MOBILE,
    "打 一三八 一二三四 五六七八 找电工": NumberKind.MOBILE,
    "卡号62220200 00000007。": NumberKind.CARD,
    "证号：１１０１０１１９９００３０７７７５８": NumberKind.IDENTITY,
}

HARMLESS = (
    "A2x13812345678",
    "deadbeef13812345678c",
    "t13812345678.html",
    "批号 12 023-6123 4567 8",
    "3、4、5 等 1、3、5、2、4、1、3、2、1、2、1 人",
    "138 1234 56 789 人",
    "2026-03-08",
    "2026-03-08 至 2026-03-20",
    "2026-03-08—2026-03-20",
    "20260308—20260320",
    "20260210-shili-noise",
    "20260308 20260310",
    "08:30-11:00，14:30-17:30",
    "1,380,013,800.00",
    "13,800,138,000",
    "1380013.80",
    "合计 1380.0138",
    "经度 135.12345678",
    "106.551234,29.563210",
    "106.13812345678, 29.56",
    "91500112MA5U6X7Y8Z",
    "915001127428888888",
    "12345",
    "110、119、120",
    "400-820-8820",
    "8008208820",
    "400 820 8820",
    "500112000000",
    "500112103201",
    "第138条、第1234条、第5678条",
    "138、1234、5678 元",
    "1500、2000、300",
    "138、1234、56789",
    "1、3、5、7、9、11、13、15、17",
    "一、三、五、七、九、十一",
    "2020、2021、2022、2023、2024",
    "第1–12项、第13–24项",
    "| 138 | 1234 | 5678 |",
    "138, 1234, 5678, 9",
    "a-3f9k2m7q, award, cleanup, 10",
    "https://example.org/2026/t20260308_13812345678.html",
    "3-2-501、3-2-502、3-2-503",
    "1949-10-01-001",
    "二〇二六年三月八日",
    "一九九八二〇〇三",
    "应到 900 人，实到 520 人，赞成 500，反对 12，弃权 8",
    "13：30、14：00、15：30",
    "1738123456789",
    "mmexport1738123456789.jpg",
    "sha1 3f786850e387550fdab836ed7e6dc881de23001b",
    "国发〔2026〕13号 2026-03-08",
    "110-120-119",
    "统一社会信用代码 54500112MF1234567A",
    "1500 2000 300 户",
    "2026/3/8 9:30 至 2026/3/8 11:30",
    "1.5、2.5、3.5、4.5、5.5、6.5",
    "渝府发〔2019〕1381号",
    "2026031500123",
    "12-3456789",
    "第 13 届 2021-2026 年 01 月 01 日",
    "民法典第二百七十八条",
    "K13+800 至 K15+200",
    "13812 亩、34567 亩",
    "流水号 6222020000000001",
    "202603081234567",
    "0308-20260308",
    "0830 20260308",
    "编号 2026-0308-0012-0001",
    "投资 1380 万元、1381 万元、1382 万元",
    "2026年3月8日13时45分",
    "赞成 138 票、反对 12 票、弃权 34 票",
    "一三五七九",
    "第一百三十八条",
    "1:500、1:1000、1:2000",
    "N29.5632100 E106.5512340",
    "12-34-56",
    "6222 0200 0000 0001",
    "54500112MF1234567A、91500112MA5U6X7Y8Z",
)


@pytest.mark.parametrize("around", ["{}", "请打{}找人。", "note: {} # 记下", "“{}”，已通知"])
@pytest.mark.parametrize(("written", "kind"), PERSONAL.items())
def test_it_is_found_and_hidden(written: str, kind: NumberKind, around: str) -> None:
    if "://" in written and around.startswith("请"):
        around = "见 {} 。"  # an address ends where a blank is
    text = around.format(written)
    assert kind in {each.kind for each in personal_numbers(text)}
    quiet = hidden(text)
    assert len(quiet) == len(text)
    assert personal_numbers(quiet) == []


@pytest.mark.parametrize("around", ["{}", "一共 {} 。", "note: {} # 记下", "“{}”，已通知"])
@pytest.mark.parametrize("written", HARMLESS)
def test_other_numbers_are_let_be(written: str, around: str) -> None:
    text = around.format(written)
    assert personal_numbers(text) == []
    assert hidden(text) == text


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(PERSONAL) >= 60
    assert len(HARMLESS) >= 60


def test_each_of_several_is_found_once() -> None:
    text = "手机13812345678，证号110101199003077758；座机 023-61234567"
    found = personal_numbers(text)
    assert [each.kind for each in found] == [
        NumberKind.MOBILE,
        NumberKind.IDENTITY,
        NumberKind.LANDLINE,
    ]
    assert [each.digits for each in found] == ["13812345678", "110101199003077758", "02361234567"]
    assert hidden(text) == "手机13*********，证号11****************；座机 02**********"
