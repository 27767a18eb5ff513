"""Thirteen more minutes, after other shapes, that contradict themselves in one place.

Owners by building, proxies, households, a vacancy, a recall with its defence, a yearly review, two sittings,
a flood, a sitting broken off and gone on with, amendments in order, spoilt papers, a tie.
"""

BY_BUILDING = "20260503-fenlou"
REPRESENTED = "20260507-weituo"
HOUSEHOLDS = "20260510-huhui"
VACANCY = "20260514-buxuan"
DEFENCE = "20260520-shenbian"
REVIEW = "20260528-pingyi"
ONLINE = "20260603-xianshang"
FLOOD = "20260607-hongshui"
BROKEN_OFF = "20260610-zhongduan"
GOING_ON = "20260612-fuhui"
AMENDED = "20260616-xiuzheng"
SPOILT = "20260620-wuxiao"
TIE = "20260625-pingju"

CASES = [
    (BY_BUILDING, "          for: 121\n", "          for: 131\n", "T034", "error"),
    (
        BY_BUILDING,
        "          area:\n            for: 13100",
        "          area:\n            for: 10100",
        "T006",
        "irregular",
    ),
    (BY_BUILDING, "              for: 36\n", "              for: 46\n", "T042", "error"),
    (
        BY_BUILDING,
        "              present: 62\n              for: 36",
        "              present: 55\n              for: 36",
        "T042",
        "error",
    ),
    (BY_BUILDING, "            issued: 240", "            issued: 250", "T036", "irregular"),
    (
        BY_BUILDING,
        "        result: rejected\n        method: written\n        rule: owners-major",
        "        result: adopted\n        method: written\n        rule: owners-major",
        "T006",
        "irregular",
    ),
    (BY_BUILDING, "          start: 2026-05-07", "          start: 2026-05-05", "T051", "error"),
    (BY_BUILDING, "    present: 21800", "    present: 27800", "T015", "error"),
    (REPRESENTED, "    holders: 3\n    most: 1", "    holders: 1\n    most: 1", "T041", "error"),
    (REPRESENTED, "          for: 25\n", "          for: 28\n", "T002", "error"),
    (REPRESENTED, "      present: 12\n", "      present: 20\n", "T003", "error"),
    (REPRESENTED, "  present: 34\n", "  present: 24\n", "T002", "error"),
    (
        REPRESENTED,
        "    - title: 妇女代表\n      due: 16",
        "    - title: 妇女代表\n      due: 10",
        "T003",
        "error",
    ),
    (REPRESENTED, "            due: 2026-05-31", "            due: 2026-04-30", "T010", "error"),
    (HOUSEHOLDS, "  present: 431", "  present: 251", "T002", "error"),
    (
        HOUSEHOLDS,
        "          for: 302\n          against: 96",
        "          for: 192\n          against: 206",
        "T006",
        "irregular",
    ),
    (HOUSEHOLDS, "  date: 2026-04-24", "  date: 2026-05-04", "T007", "irregular"),
    (HOUSEHOLDS, "basis: households\n  due: 600", "basis: owners\n  due: 600", "T006", "irregular"),
    (
        VACANCY,
        "            votes: 26\n            elected: true",
        "            votes: 20\n            elected: true",
        "G016",
        "irregular",
    ),
    (VACANCY, "  present: 41", "  present: 21", "T006", "irregular"),
    (VACANCY, "        method: ballot", "        method: show_of_hands", "G017", "irregular"),
    (VACANCY, "          start: 2026-05-14\n", "          start: 2026-05-12\n", "T051", "error"),
    (
        VACANCY,
        "            nominated_by:\n              - body: shili-branch",
        "            nominated_by:\n              - body: shili-supervisors",
        "G017",
        "irregular",
    ),
    (DEFENCE, "  count: 201", "  count: 101", "G019", "irregular"),
    (DEFENCE, "          for: 355", "          for: 305", "G033", "irregular"),
    (DEFENCE, "            returned: 655", "            returned: 665", "T034", "error"),
    (DEFENCE, "  present: 640", "  present: 400", "T002", "error"),
    (DEFENCE, '    end_time: "10:40"', '    end_time: "09:10"', "T043", "error"),
    (REVIEW, "    task: hetong", "    task: hetongshu", "T011", "error"),
    (REVIEW, "    date: 2026-05-26", "    date: 2026-06-26", "T011", "error"),
    (
        REVIEW,
        "          for: 31\n          against: 4",
        "          for: 4\n          against: 31",
        "T006",
        "irregular",
    ),
    (
        REVIEW,
        "chaired_by:\n  - body: shili-supervisors",
        "chaired_by:\n  - body: shili-committee",
        "G032",
        "irregular",
    ),
    (ONLINE, "    date: 2026-06-04", "    date: 2026-06-05", "T043", "error"),
    (ONLINE, "  online: 3", "  online: 9", "T040", "error"),
    (
        ONLINE,
        "              for: 3\n        tasks",
        "              for: 4\n        tasks",
        "T042",
        "error",
    ),
    (ONLINE, "              session: wangshang", "              session: shipin", "T042", "error"),
    (
        ONLINE,
        "          for: 7\n          abstained: 1",
        "          for: 4\n          against: 4",
        "T008",
        "irregular",
    ),
    (FLOOD, "  how: cancelled\n", "  how: cancelled\n  new_date: 2026-06-14\n", "T045", "error"),
    (
        FLOOD,
        "  - title: 河堤加固\n",
        "  - title: 河堤加固\n    decisions:\n      - text: 加高半米。\n        result: adopted\n        method: voice\n",
        "T004",
        "error",
    ),
    (BROKEN_OFF, '  time: "19:05"', '  time: "18:05"', "T043", "error"),
    (BROKEN_OFF, "  until: 2026-06-12\n", "  until: 2026-06-09\n", "T047", "error"),
    (BROKEN_OFF, "  due: 60\n  present: 45", "  due: 60\n  present: 35", "T002", "error"),
    (GOING_ON, "resumes: 20260610-zhongduan", "resumes: 20260616-xiuzheng", "T047", "error"),
    (
        GOING_ON,
        "    continues: 20260610-zhongduan",
        "    continues: 20260616-xiuzheng",
        "T047",
        "error",
    ),
    (GOING_ON, "          for: 33\n", "          for: 36\n", "T002", "error"),
    (GOING_ON, '        time: "19:30"', '        time: "20:30"', "T043", "error"),
    (GOING_ON, "      - left: 1\n", "      - left: 50\n", "T040", "error"),
    (
        AMENDED,
        "        amends: tushushi\n        moved_by:\n          - group: members\n            number: 2",
        "        amends: tushuguan\n        moved_by:\n          - group: members\n            number: 2",
        "T032",
        "error",
    ),
    (
        AMENDED,
        "          for: 4\n          against: 5",
        "          for: 5\n          against: 4",
        "T008",
        "irregular",
    ),
    (AMENDED, '        time: "19:18"', '        time: "19:08"', "T043", "error"),
    (AMENDED, '        time: "19:30"', '        time: "19:15"', "T033", "irregular"),
    (AMENDED, "          for: 8\n", "          for: 9\n", "T002", "error"),
    (SPOILT, "            returned: 39", "            returned: 41", "T034", "error"),
    (SPOILT, "  present: 40\n", "  present: 30\n", "T002", "error"),
    (
        SPOILT,
        "          for: 24\n          against: 9",
        "          for: 14\n          against: 19",
        "T006",
        "irregular",
    ),
    (SPOILT, "            number: 3", "            number: 53", "T052", "error"),
    (SPOILT, "place: shili-cun-1", "place: shili-cun", "G001", "irregular"),
    (
        TIE,
        "          for: 4\n          against: 4\n          casting: for",
        "          for: 5\n          against: 3\n          casting: for",
        "T031",
        "irregular",
    ),
    (TIE, "          casting: for", "          casting: against", "T008", "irregular"),
    (TIE, "          casting: for\n", "", "T008", "irregular"),
    (TIE, "        result: no_decision", "        result: adopted", "T008", "irregular"),
    (TIE, "  excused: 1", "  excused: 2", "T001", "error"),
    (
        TIE,
        "  - title: 秋千修不修\n",
        "  - title: 秋千修不修\n    recused:\n      - number: 9\n",
        "T040",
        "error",
    ),
]

LAWFUL = [
    (HOUSEHOLDS, "  count: 66", "  count: 30"),
    (VACANCY, "          valid: 38", "          valid: 39"),
    (DEFENCE, "    most: 2", "    most: 4"),
    (DEFENCE, "    written: true\n    listed", "    written: false\n    listed"),
    (FLOOD, "  date: 2026-06-06\n", "  date: 2026-06-09\n"),
    (FLOOD, "planned: true\n", ""),
    (AMENDED, "        result: withdrawn\n", "        result: adopted\n"),
    (SPOILT, "            valid: 35", "            valid: 36"),
]
"""What is another meeting, and no contradiction: nothing but what falls due is said of it."""
