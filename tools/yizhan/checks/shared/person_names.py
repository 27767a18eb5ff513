"""What a person's name looks like in Chinese: a common surname, one or two characters, and who it is.

Neither a surname nor the characters after it tell a name from a place or an ordinary word, so it takes
a role or a relationship before it (户主, 电工), what somebody does after it (反映, 负责, 家门口), or two
more names beside it. Surnames: the hundred most frequent (Ministry of Public Security, 2020), and a
few that begin no ordinary word.
"""

from __future__ import annotations

from yizhan.loading.patterns import later

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文"
    "覃葛柳鲁聂庞倪翟詹阮"
)
_NEVER = (
    "的了是在和与及或不没有为对从到被把等就都也还要会能可应该所上下内外前后各每其这那些个位名们户组村镇县区"
    "乡市队员委办处站家款项次年月日时号元米路街湾坝沟坡庄屯店桥坪岭寨塘院营集堡场社巷园楼校厂局民众代业馆厅"
    "部科室门厕房屋里间边寺庙铺亭沱滩嘴坳垭某"
)
"""Characters that are in hardly any given name: particles, units, and the ends of places' names."""

_WORDS = (
    "张贴|张罗|张挂|陈述|陈列|陈旧|杨树|杨柳|杨梅|黄土|黄河|黄色|黄昏|黄牛|黄豆|黄瓜|黄沙|黄泥|黄金|周边|周围|周[一二三四五六日末年"
    "期转到密知报]|徐徐|孙子|孙女|胡同|胡乱|高[度兴空压低速龄中校层效质考温标价山原粱薪清峰发频温等新级铁]|林[地业木场区权长下荫]|何[时处"
    "况种人必]|马[路上达桶铃力]|罗列|梁柱|郑重|谢[谢绝]|唐突|董事|萧条|程序|程度|曹操|许[可多久诺]|曾[经多任是]|叶[片子]|余[下款粮额人数"
    "量]|杜[绝仲]|戴[帽着]|夏[季天秋]|钟[点头]|田[地间里土埂块]|任[务期职命何意免教]|姜[汤黄]|范[围例本畴]|方[便面案法式向言可圆]|石[头板材"
    "料子灰油坎梯]|熊猫|金[额融属牌秋]|陆[续地]|孔[洞隙]|白[天色菜白酒]|康[复养]|毛[病巾线]|江[边河水湖]|史[料]|顾[虑客问]|侯选|孟[春]|龙[头"
    "舟灯门]|段[落时]|雷[雨电]|钱[款物财粮]|汤[圆]|黎明|易[地于燃爆腐涝]|常[年常住驻务委态规见用]|武[装警术]|乔[迁木]|贺[年信词]|赖[以]|文[化明"
    "件体艺娱书字本物档]|柳[树]|葛[根]|鲁[班]|丁[字]|苏[醒]|潘[多]"
)
"""Ordinary words that begin with what is a surname as well."""

_GIVEN = rf"(?:(?![{_NEVER}])[\u4e00-\u9fff])"
SURE = rf"(?!{_WORDS})[{SURNAMES}]"
_NAME = rf"{SURE}{_GIVEN}{{1,2}}"
_LONG = rf"{SURE}{_GIVEN}{{2}}"
_HAN = r"[\u4e00-\u9fff]"
_END = r"[\s，。、；;：:,.!！？?）)（(”]|$"
_FREE = rf"(?:(?<!{_HAN})|(?<=[找由向请跟叫让问给经访望]))"
"""Where a name may begin: not within a word, or after what is done with a person."""

ROLES = (
    "户主", "村民", "居民", "住户", "业主", "群众", "老人", "主任", "书记", "镇长", "乡长", "村长", "队长",
    "组长", "楼栋长", "网格员", "会计", "出纳", "电工", "水管员", "护林员", "保洁员", "调解员", "低保户",
    "五保户", "特困户", "脱贫户", "监测户", "残疾人", "联系人", "负责人", "经办人", "承办人", "申请人",
    "当事人", "志愿者", "党员", "支书", "委员", "监督员", "师傅", "医生", "村医", "孤儿", "军属",
)  # fmt: skip
"""Roles and relationships after which a name is written."""

_CALLED = (
    "组长|会计|主任|书记|支书|村长|镇长|乡长|队长|老师|医生|师傅|经理|所长|站长|主席|出纳|委员"
)
_SAYS = (
    "反映|投诉|负责|提出|本人|领取|报告|申请|建议|要求|举报|来电|来访|同志|签字|签名|承包|捐款|捐赠|受伤|去世"
    "|获评|获奖|当选|牵头|安装|检查|维修|巡查|主持|带队|办理|清理"
)
_HOME = (
    r"家(?:院坝|院子|院内|门口|门前|屋[前后旁]|房[前后旁]|旁|附近|后[面山]|里|的|地坝|堂屋|厕所"
    rf"|{_END})"
)
SIGNS = (*ROLES, *_CALLED.split("|"), *_SAYS.split("|"), "说", "家", "、", " ", "\u3000")
"""Pieces of which every text that names somebody so holds one."""

NAMED = "|".join(
    (
        rf"(?:{'|'.join(ROLES)})[（(：:]?(?:{_NAME}(?={_END})|{_LONG}(?={_SAYS}|{_HOME}|一家|夫妇))",
        rf"{_FREE}(?:{_LONG}(?={_SAYS}|{_HOME})|{_NAME}(?=说(?!明)|{_HOME}))",
        rf"{_FREE}(?![任常方余曾许史文])[{SURNAMES}](?:{_CALLED})",
        rf"(?<!{_HAN}){_NAME}(?:[、 \u3000]+{_NAME}){{2,}}(?={_END}|等|[一二三四五六七八九十\d]+[户家人位])",
    )
)
"""A role and a name; a name and what that person does or has; a surname and an office; three names."""
BY_ROLE = later(NAMED)
"""Any of these."""

FIRST = "".join(sorted({each[0] for each in ROLES} | set(SURNAMES)))
"""The characters with which any of these begins."""
