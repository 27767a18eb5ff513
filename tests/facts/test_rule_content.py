"""What a rule may not take, sentence by sentence: what is found, and what is harmless."""

import time

import pytest

from yizhan.facts.rule_content import takings
from yizhan.loading.presets import load_presets

FORBIDDEN = load_presets().organic.forbidden


def keys(text):
    return [each.forbidden.key for each in takings(text, FORBIDDEN)]


HARMFUL = {
    "fine": [
        "对乱倒垃圾的，罚款200元。", "违反本条的处罚五百元。", "村委会有权罚款，并报派出所备案。",
        "违者罚款200元，并报派出所处理。", "禁止乱倒垃圾，违者罚款200元。", "责令停止侵害，罚款200元。",
        "偷一罚十，罚三百元。", "加倍罚。", "本村对违者处以罚款。", "违约的给予经济处罚。",
    ],
    "confiscation": [
        "乱停放的，没收车辆。", "散养的牲畜由村里扣押。", "不交的，没收工具并报镇政府。",
        "不得乱停车，违者没收车辆。", "占道的物品一律充公。", "扣留其身份证。",
    ],
    "utilities": [
        "不交卫生费的，停水停电。", "拒不拆除的，一律断水断电。", "拖欠物业费的，停止供水。",
        "严禁私接电线，违者断电。", "违者不予供水。",
    ],
    "benefits": [
        "不参加义务劳动的，取消低保。", "违反村规的，村委会不予出具证明。", "拒不配合的，停发一切福利。",
        "超生的不予落户。", "不服从的，不予办理各项手续，并报镇政府。", "村福利一律停发。",
    ],
    "women": [
        "外嫁女不得参与集体收益分配。", "集体分红，离婚妇女除外。", "入赘女婿及其子女没有宅基地资格。",
        "土地补偿费只有男丁参与分配。", "户口未迁出的外嫁女，承包地由村收回。", "丧偶妇女的股份减半分配给婆家，收回土地。",
        "离婚的妇女不享受征地补偿。",
    ],
    "person": [
        "偷盗者游街示众。", "不得虐待老人，否则游街示众。", "由村治保人员对小偷搜身后送派出所。",
        "民兵可以捆绑。",
    ],
    "labour": ["赌博的罚做义务工三天。", "强制出工。"],
    "voting": [
        "拒绝履行义务的，取消选举权和被选举权。", "欠费的暂停表决权。",
        "上访过的不能确定为村级组织成员的候选人。",
    ],
    "petition": ["村民不得越级上访。", "不得到法院起诉本村。", "依法表达诉求，不得无理信访、集体上访，不得扰乱秩序。"],
}  # fmt: skip

HARMLESS = [
    "罚款由公安机关依法处理。", "罚款归国库，由执法部门收取。", "不得以罚款代替教育。", "本村不设罚款。",
    "违反本约的，先劝导，再公开提醒，不罚款。", "原第五条罚款的规定废止。", "取消原有的罚款。",
    "情节严重的移送公安机关，由其依法罚款。", "任何人不得没收他人财物。", "由林业主管部门依法没收违法所得。",
    "停水停电要提前一天通知。", "电动车充电桩过载自动断电保护。", "发生火情及时切断电源。",
    "离开活动室要随手断电。", "限电期间错峰用电。", "水电费按表计收。", "断头路尽快打通。",
    "对骗取低保的，由民政部门取消低保待遇。", "不符合条件的不再享受低保。", "不得取消村民的各项待遇。",
    "独生子女家庭再生育的，停止享受原独生子女奖励优惠政策。", "宅基地按一户一宅分配。",
    "不得以婚嫁为由取消妇女的承包地。", "出嫁、离婚、丧偶妇女依法享有土地承包的权利，不得剥夺。",
    "妇女与男子平等享有宅基地分配的权利。", "妇女代表不得少于三分之一，分配名额时从各组产生。",
    "外嫁女已在婆家取得承包地的，不再重复分配土地。", "禁止搜身、体罚。",
    "不得对他人非法搜身和限制他人人身自由。", "公安机关可以依法对嫌疑人搜查。",
    "依照法律被剥夺政治权利的人除外。", "不得剥夺村民的选举权。", "任何人不得阻挠村民信访、举报。",
    "不得诬告他人。", "不得以上访为名扰乱秩序。", "禁止在河道内电鱼。", "违者批评教育，扣积分5分。",
    "充电棚装了烟感和限时断电。", "遇停电启用发电机。", "村委会成员中妇女不得少于一名，成员任期五年。",
    "丧偶老人没有劳动能力的，土地由村代管。", "材料不全的不予办理证明。", "虚报的取消低保。",
    "未满十八周岁的没有选举权。", "严禁乱收费、乱罚款、乱摊派。", "禁止打击报复举报人。",
    "不得罚村民出工。", "报名截止后不再办理登记。",
]  # fmt: skip


@pytest.mark.parametrize(("key", "text"), [(k, t) for k, texts in HARMFUL.items() for t in texts])
def test_what_a_rule_may_not_take_is_found(key, text):
    assert key in keys(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_another_authority_does_or_the_rule_forbids_itself_is_harmless(text):
    assert keys(text) == []


def test_every_sort_has_examples():
    assert {each.key for each in FORBIDDEN} == set(HARMFUL)


def test_each_sort_is_said_once_a_text_with_its_words():
    text = "乱倒的罚款二十元。再犯的罚款五十元；没收工具。"
    assert [(each.forbidden.key, each.words) for each in takings(text, FORBIDDEN)] == [
        ("fine", "罚款"),
        ("confiscation", "没收"),
    ]


def test_one_harmless_sentence_excuses_no_other():
    assert keys("罚款由公安机关处理。村里罚款五十元。") == ["fine"]


@pytest.mark.parametrize("piece", ["不得", "妇女", "公安", "处罚一", "停", "罚", "不得任何人"])
def test_a_long_text_takes_no_longer_than_its_length(piece):
    short, long = piece * 2_000, piece * 20_000

    def seconds(text):
        start = time.process_time()
        list(takings(text, FORBIDDEN))
        return time.process_time() - start

    assert seconds(long) < 40 * max(seconds(short), 0.01)
