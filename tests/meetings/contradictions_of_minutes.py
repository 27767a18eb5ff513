"""Who was there, when, what was missing and what followed: minutes that contradict themselves in it.

Each case: the minutes, a piece of them, what is put in its place, the code that says so, and of what kind
it is; None where the code may not be said.
"""

from .minutes import (
    ADJOURNED,
    COUNCIL,
    ELECTION,
    GROUP,
    JOINT,
    OWNERS,
    PARISH,
    RECALL,
    REPRESENTATIVES,
    RESUMED,
    RUNOFF,
)

POSTPONED = "20260314-yanqi"
CANCELLED = "20260316-quxiao"
NO_QUORUM = "20260320-liuhui"
TWO_DAYS = "20260430-liangtian-huiyi"
HELD = "20260321-yanqi-hou"
HEARING = "20260420-tingzheng"
LAMPS = "20260108-shili-lamps"
HEARD = """\
    elections:
      - title: 推选代表
        seats: 1
        candidates:
          - key: a
            votes: 5
            elected: true
        result: elected
"""
UNCOUNTED = HEARD.replace("            votes: 5\n", "")
IN_WRITING = """\
    attendance:
      basis: persons
      due: 40
    decisions:
      - text: 公示贴在岗亭。
        result: adopted
        method: written
        needs: half_of_all
        vote:
          for: 10
          against: 9
          ballots:
            issued: 40
            returned: 30
"""
VENUES = """\
sessions:
  - key: main
    title: 主会场
    session_kind: venue
  - key: net
    title: 线上会场
    session_kind: venue
    start_time: "18:20"
    end_time: "21:00"
"""
SITTING = """\
sessions:
  - key: main
    title: 上半场
    session_kind: sitting
"""

CASES = [
    # who was there
    (COUNCIL, "  present: 7\n", "  present: 10\n", "T001", "error"),
    (COUNCIL, "  excused: 1\n", "  excused: 3\n", "T001", "error"),
    (COUNCIL, "  online: 2\n", "  online: 8\n", "T040", "error"),
    (COUNCIL, "      - arrived: 1\n", "      - arrived: 3\n", "T040", "error"),
    (REPRESENTATIVES, "      - left: 4\n", "      - left: 39\n", "T040", "error"),
    (
        PARISH,
        "      - number: 1\n        reason: 长椅",
        "      - number: 8\n        reason: 长椅",
        "T040",
        "error",
    ),
    (ELECTION, "    most: 3\n", "    most: 1\n", "T041", "error"),
    (ELECTION, "    holders: 30\n", "    holders: 49\n", "T041", "error"),
    (ELECTION, "    number: 48\n", "    number: 248\n", "T001", "error"),
    (GROUP, "          present: 19\n", "          present: 21\n", "T003", "error"),
    (ELECTION, "      present: 560\n", "      present: 570\n", "T042", "error"),
    (JOINT, "              for: 26\n", "              for: 27\n", "T042", "error"),
    (JOINT, "              present: 22\n", "              present: 21\n", "T042", "error"),
    (JOINT, "              due: 25\n", "              due: 20\n", "T042", "error"),
    (JOINT, "              due: 25\n", "              due: 225\n", "T042", "error"),
    (GROUP, "  due: 90\n", "  due: 0\n", "T001", "error"),
    (ELECTION, "      issued: 117\n", "      issued: 9117\n", "T042", "error"),
    (
        OWNERS,
        "              session: wangshang\n",
        "              session: wang\n",
        "T042",
        "error",
    ),
    (OWNERS, "  - key: wangshang\n", "  - key: zhizhi\n", "T042", "error"),
    *(
        (
            OWNERS,
            "        result: adopted\n        method: written\n",
            f"        result: adopted\n        method: written\n        published:\n          start: {day}\n          end: 2026-04-30\n          where: 公开栏\n",
            code,
            level,
        )
        for day, code, level in (("2026-04-19", "T051", "error"), ("2026-04-20", "T0", None))
    ),
    (OWNERS, "            for: 19600\n", "            for: 19900\n", "T015", "error"),
    # what is not there, and what is there without more
    (ELECTION, "    attendance:\n      basis: voters\n      present: 30\n", "", "T0", None),
    (RECALL, "            valid: 510\n", "            valid: 519\n", "T034", "error"),
    (
        JOINT,
        "          parts:\n",
        "          ballots:\n            valid: 52\n          parts:\n",
        "T0",
        None,
    ),
    (JOINT, "  - body: shili-office\n", "  - {}\n", "T035", "error"),
    (HEARING, "    outcome: noted\n", HEARD, "T005", "warning"),
    (HEARING, "    outcome: noted\n", UNCOUNTED, "T0", None),
    (HEARING, "    outcome: noted\n", IN_WRITING, "T008", "irregular"),
    (
        HEARING,
        "    outcome: noted\n",
        IN_WRITING.replace("half_of_all", "half_of_present"),
        "T008",
        "irregular",
    ),
    (
        HEARING,
        "    outcome: noted\n",
        IN_WRITING.replace("half_of_all", "unanimous"),
        "T008",
        "irregular",
    ),
    (ELECTION, "            votes: 455\n", "            votes: 745\n", "T037", "error"),
    (ELECTION, "        result: runoff\n", "        result: partly\n", "T0", None),
    (ELECTION, "        result: runoff\n", "        result: unknown\n", "T0", None),
    (ELECTION, "    number: 48\n    holders: 30\n", "    number: 2\n", "T041", "error"),
    (
        HELD,
        "  present: 23\n",
        "  present: 23\n  proxies:\n    number: 30\n    holders: 24\n    most: 2\n",
        "T041",
        "error",
    ),
    (
        RUNOFF,
        "        runoff_meeting: 20260308-xuanju-dahui\n",
        "        runoff_meeting: 20260401-liangcun-lianhe\n",
        "T039",
        "error",
    ),
    (
        RUNOFF,
        "        runoff_meeting: 20260308-xuanju-dahui\n",
        "        runoff_meeting: 20260308-xuanju\n",
        "A004",
        "error",
    ),
    (RUNOFF, "            against: 40\n", "            against: 301\n", "T038", "irregular"),
    (
        LAMPS,
        "    meeting: 20260110-shili-deliberation\n",
        "    meeting: 20260320-liuhui\n",
        "T046",
        None,
    ),
    (
        LAMPS,
        "    meeting: 20260110-shili-deliberation\n",
        "    meeting: 20260316-quxiao\n",
        "T046",
        "error",
    ),
    (RESUMED, "resumes: 20260324-xiuhui\n", "resumes: 20260430-liangtian-huiyi\n", "T047", "error"),
    (
        ADJOURNED,
        "    until: 2026-03-27\nadjourned",
        "    until: 2026-03-20\nadjourned",
        "T047",
        "error",
    ),
    (ELECTION, "      returned: 600\n", "      returned: 590\n", "T042", "error"),
    (
        ELECTION,
        "      issued: 600\n      returned: 600\n",
        "      issued: 700\n      returned: 700\n",
        "T042",
        "error",
    ),
    (
        ELECTION,
        "      issued: 600\n      returned: 600\n",
        "      issued: 1346\n      returned: 1346\n",
        "T042",
        None,
    ),
    (RESUMED, "        needs: two_thirds_of_present\n", "", "T008", "irregular"),
    (
        COUNCIL,
        "        result: lapsed\n",
        "        result: lapsed\n        seconded_by:\n          - group: members\n            number: 1\n",
        "T008",
        "irregular",
    ),
    # times and days
    (COUNCIL, 'end_time: "21:05"\n', 'end_time: "18:05"\n', "T043", "error"),
    (COUNCIL, '    start_time: "18:34"\n', '    start_time: "18:04"\n', "T043", "error"),
    (COUNCIL, '        time: "19:36"\n', '        time: "21:36"\n', "T043", "error"),
    (ADJOURNED, '  time: "21:40"\n', '  time: "22:40"\n', "T043", "error"),
    (OWNERS, "end_date: 2026-04-20\n", "end_date: 2026-04-02\n", "D002", "error"),
    (COUNCIL, "next_date: 2026-04-05\n", "next_date: 2026-02-05\n", "D002", "error"),
    (TWO_DAYS, "    date: 2026-05-01\n", "    date: 2026-05-03\n", "T043", "error"),
    (COUNCIL, '        time: "19:36"\n', '        time: "19:50"\n', "T043", "error"),
    (COUNCIL, '        time: "19:21"\n', '        time: "18:49"\n', "T043", "error"),
    (COUNCIL, '        time: "18:52"\n', '        time: "18:40"\n', "T043", None),
    (COUNCIL, '        time: "18:52"\n', '        time: "18:10"\n', "T043", "error"),
    (COUNCIL, '        time: "18:52"\n', '        time: "22:10"\n', "T043", "error"),
    (COUNCIL, "agenda:\n", f"{VENUES}agenda:\n", "T043", None),
    (
        COUNCIL,
        'agenda:\n  - title: 通过议程和上次记录\n    reference: 26-031\n    start_time: "18:34"\n',
        f'{VENUES}agenda:\n  - title: 通过议程\n    start_time: "18:05"\n',
        "T043",
        "error",
    ),
    (
        COUNCIL,
        'agenda:\n  - title: 通过议程和上次记录\n    reference: 26-031\n    start_time: "18:34"\n',
        f'{SITTING}agenda:\n  - title: 通过议程\n    start_time: "18:05"\n',
        "T043",
        None,
    ),
    # to whom, and why
    (
        COUNCIL,
        "    reference: 26-033\n",
        "    reference: 26-033\n    closed: true\n",
        "T053",
        "warning",
    ),
    (
        COUNCIL,
        "        result: rejected\n        amends: guandeng\n",
        "        result: referred\n        amends: guandeng\n",
        "T053",
        "warning",
    ),
    # tasks and what became of them
    (PARISH, "    state: ongoing\n", "    state: done\n    date: 2026-03-03\n", "T011", None),
    (PARISH, "    state: ongoing\n", "    state: done\n    date: 2026-02-20\n", "T011", "error"),
    (PARISH, "    state: ongoing\n", "    state: done\n    date: 2026-03-20\n", "T011", "error"),
    # those who act
    (ELECTION, "                number: 212\n", "                number: 901\n", "T052", "error"),
    (COUNCIL, "            number: 2\n", "            number: 9\n", "T052", "error"),
    (ELECTION, "            number: 9\n", "            number: 749\n", "T052", "error"),
    (ELECTION, "  present: 700\n", "", "T052", None),
    (
        ELECTION,
        "            withdrew: true\n",
        "            withdrew: true\n            votes: 3\n",
        "T037",
        "error",
    ),
    # sessions
    (ELECTION, "      present: 560\n", "      present: 560\n      due: 901\n", "T042", "error"),
    (
        ELECTION,
        "      basis: voters\n      present: 560\n",
        "      basis: persons\n      present: 560\n      due: 901\n",
        "T042",
        None,
    ),
    (
        OWNERS,
        "      present: 160\n  - key: wangshang\n    title: 网上票\n    session_kind: polling_place\n    attendance:\n      basis: owners\n",
        "      present: 160\n      due: 299\n  - key: wangshang\n    title: 网上票\n    session_kind: polling_place\n    attendance:\n      basis: owners\n      due: 99\n",
        "T042",
        "error",
    ),
    # not held
    (POSTPONED, "  new_date: 2026-03-21\n  meeting: 20260321-yanqi-hou\n", "", "T044", "warning"),
    (POSTPONED, "  new_date: 2026-03-21\n", "  new_date: 2026-03-28\n", "T045", "error"),
    (
        POSTPONED,
        "  new_date: 2026-03-21\n  meeting: 20260321-yanqi-hou\n",
        "  new_date: 2026-03-14\n",
        "T045",
        "error",
    ),
    (POSTPONED, "  how: postponed\n", "  how: cancelled\n", "T045", "error"),
    (
        POSTPONED,
        "  meeting: 20260321-yanqi-hou\n",
        "  meeting: 20260301-council-regular\n",
        "T045",
        "error",
    ),
    (CANCELLED, "  reason: 讲解的单位另有出警任务。\n", "", "T044", "warning"),
    (
        CANCELLED,
        "planned: true\n",
        "attendance:\n  basis: persons\n  present: 12\n",
        "T004",
        "error",
    ),
    (
        CANCELLED,
        "planned: true\n",
        "agenda:\n  - title: 消防\n    decisions:\n      - text: 每层放灭火器。\n        result: adopted\n",
        "T004",
        "error",
    ),
    (
        NO_QUORUM,
        "  - title: 一季度村务\n",
        "  - title: 一季度村务\n    elections:\n      - title: 推选小组\n        seats: 1\n        candidates:\n          - key: a\n        result: failed\n",
        "T004",
        "error",
    ),
    (
        PARISH,
        "  - meeting: 20260301-council-regular\n",
        "  - meeting: 20260320-liuhui\n",
        "T046",
        "error",
    ),
    (RESUMED, "resumes: 20260324-xiuhui\n", "resumes: 20260321-yanqi-hou\n", "T047", "error"),
    (ADJOURNED, '  time: "21:40"\n  until: 2026-03-27\n', "  until: 2026-03-20\n", "T047", "error"),
    (RESUMED, "resumes: 20260324-xiuhui\n", "", "T048", "due"),
    (RESUMED, "    continues: 20260324-xiuhui\n", "", "T049", "due"),
    (TWO_DAYS, "        until: 2026-06-30\n", "        until: 2026-04-01\n", "T047", "error"),
]
