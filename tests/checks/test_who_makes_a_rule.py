"""By whom a rule is adopted and amended, and on which vote an amendment rests: all cases in one village."""

import shutil
from collections import defaultdict

import pytest

from yizhan.checking.engine import run
from yizhan.model.finding import Level

from .told import AS_OF, VILLAGE

ELSEWHERE = {
    "records/places/shili-next.yaml": "id: shili-next\ntitle: 邻村\nexample: true\nlevel: village\nparent: shili-zhen\n",
    **{
        f"records/bodies/{key}.yaml": f"id: {key}\ntitle: {title}\nexample: true\nbody_kind: assembly\nplace: {place}\n"
        for key, title, place in (
            ("shili-all", "示例村村民会议", "shili-cun"),
            ("shili-reps", "示例村村民代表会议", "shili-cun"),
            ("shili-group", "示例村一组村民小组会议", "shili-cun-1"),
            ("shili-owners", "示例村业主大会", "shili-cun"),
            ("next-all", "邻村村民会议", "shili-next"),
            ("town-all", "示例镇村民会议", "shili-zhen"),
        )
    },
}
ALL = "attendance: {basis: persons, due: 900, present: 500}"
REPRESENTATIVES = "attendance: {basis: representatives, due: 40, present: 36}"
HOUSEHOLDS = "attendance: {basis: households, due: 400, present: 350}"
FEW = "attendance: {basis: persons, due: 900, present: 300}"


def rule(adopted, kind="village_rules"):
    return f"""\
title: 规约
example: true
rule_kind: {kind}
place: shili-cun
wording: verbatim
adopted: {{{adopted}}}
effective: 2026-03-01
filing: {{date: 2026-02-25, with: shili-office}}
chapters:
  - key: a
    articles:
      - key: a0
        text: 爱护公物。
"""


def meeting(
    day, about, kind="villagers_assembly", counted=ALL, result="adopted", place="shili-cun"
):
    return f"""\
title: 会议
example: true
meeting_kind: {kind}
place: {place}
date: {day}
{"convener: shili-committee" if place == "shili-cun" else "form: in_person"}
notice: {{date: 2026-01-01, how: 公告}}
{counted}
agenda:
  - title: 规约
    {about}
    decisions:
      - text: 通过规约
        result: {result}
        vote: {{for: {30 if counted is REPRESENTATIVES else 290}}}
        published: {{start: {day}, end: 2026-04-30, where: 公开栏}}
"""


def held(number, *, day="2026-02-20", about=None, **more):
    """A meeting of a case that adopts its rule, or its amendment."""
    key = f"{day.replace('-', '')}-case-{number}"
    about = f"rules: [case-{number}]" if about is None else about
    return {f"records/meetings/2026/{key}.yaml": f"id: {key}\n" + meeting(day, about, **more)}


def by_meeting(number, **more):
    return {
        f"records/rules/case-{number}/rule.yaml": rule(
            f"date: 2026-02-20, meeting: 20260220-case-{number}"
        ),
        **held(number, **more),
    }


def by_body(body, kind="village_rules"):
    return lambda number: {
        f"records/rules/case-{number}/rule.yaml": rule(f"date: 2026-02-20, body: {body}", kind)
    }


def meeting_and_body(number):
    files = by_meeting(number)
    path = f"records/rules/case-{number}/rule.yaml"
    return files | {path: files[path].replace("adopted: {", "adopted: {body: shili-committee, ")}


def voted_twice(*after, first, said="", second="adopted", second_day="2026-03-20"):
    """An amendment that was voted on twice; ``after`` are stations, ``first`` says what the first meeting was."""

    def files(number):
        entries = [
            f"{{stage: vote, date: 2026-03-05, meeting: 20260305-case-{number}{said}}}",
            f"{{stage: vote, date: {second_day}, meeting: {second_day.replace('-', '')}-case-{number}}}",
            *after,
        ]
        about = f"amendments: [case-{number}-a]"
        dossier = "".join(f"  - {each}\n" for each in entries)
        amendment = (
            f"id: case-{number}-a\ntitle: 修改规约\nexample: true\nrule: case-{number}\n"
            f"changes: [{{operation: replace, article: a0, text: 爱护公物和树木。}}]\ndossier:\n{dossier}"
        )
        return {
            **by_meeting(number),
            f"records/rules/case-{number}/amendments/case-{number}-a.yaml": amendment,
            **held(number, day="2026-03-05", about=about, **first),
            **held(number, day=second_day, about=about, result=second),
        }

    return files


DONE = (
    "{stage: publication, date: 2026-03-22, where: 公开栏}",
    "{stage: filing, date: 2026-03-23, body: shili-office}",
    "{stage: effect, date: 2026-03-25}",
)
TOO_EARLY = ("{stage: publication, date: 2026-03-10, where: 公开栏}", *DONE[1:])
OWNED = (
    ", irregular: [{code: N009, article: 村民委员会组织法第三十一条第一款, reason: 弄错了会。,"
    " by: shili-committee, date: 2026-03-06}]"
)
BY_REPRESENTATIVES = {"kind": "villagers_representatives", "counted": REPRESENTATIVES}

CASES = {
    "by the assembly": (by_meeting, []),
    "by the representatives": (lambda n: by_meeting(n, **BY_REPRESENTATIVES), ["L006"]),
    "by the assembly of another village": (lambda n: by_meeting(n, place="shili-next"), ["L006"]),
    "by an assembly under another name": (
        lambda n: by_meeting(n, kind="residents_assembly"),
        ["G001"],
    ),
    "by the committee, without a meeting": (by_body("shili-committee"), ["L006"]),
    "by the town": (by_body("shili-office"), ["L006"]),
    "by those who represent": (by_body("shili-reps"), ["L006"]),
    "by the assembly as a body": (by_body("shili-all"), []),
    "by the assembly of a group": (by_body("shili-group"), ["L006"]),
    "by the owners": (by_body("shili-owners"), ["L006"]),
    "by another village's assembly as a body": (by_body("next-all"), ["A021"]),
    "by an assembly recorded at the town": (by_body("town-all"), []),
    "an owners' covenant of a village by its owners": (
        by_body("shili-owners", "owners_covenant"),
        ["L010"],
    ),
    "by a meeting of a group": (
        lambda n: by_meeting(n, kind="villagers_group", place="shili-cun-1", counted=HOUSEHOLDS),
        ["L006"],
    ),
    "by the assembly, and by another village's": (
        lambda n: {
            path: text.replace("body: shili-committee", "body: next-all")
            for path, text in meeting_and_body(n).items()
        },
        ["A021"],
    ),
    "measures by the committee": (by_body("shili-committee", "measures"), []),
    "by a body that nobody knows": (by_body("no-such"), ["A004"]),
    "by the assembly, and by the committee": (meeting_and_body, ["L006"]),
    "put off, and adopted next time": (voted_twice(*DONE, first={"result": "deferred"}), []),
    "rejected, and adopted next time": (voted_twice(*DONE, first={"result": "rejected"}), ["T006"]),
    "by the wrong meeting, and then by the right one": (
        voted_twice(*DONE, first=BY_REPRESENTATIVES),
        [],
    ),
    "by the wrong meeting, as it says itself, and then by the right one": (
        voted_twice(*DONE, first=BY_REPRESENTATIVES, said=OWNED),
        [],
    ),
    "by the wrong meeting, which was acted upon": (
        voted_twice(*TOO_EARLY, first=BY_REPRESENTATIVES),
        ["N009", "N002"],
    ),
    "put off, and published all the same": (
        voted_twice(*TOO_EARLY, first={"result": "deferred"}),
        ["N011", "N002"],
    ),
    "adopted, and then put off": (voted_twice(*DONE, first={}, second="deferred"), ["N011"]),
    "by another village, and then by its own": (
        voted_twice(*DONE, first={"place": "shili-next"}),
        ["T014"],
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    root = tmp_path_factory.mktemp("makers")
    shutil.copytree(VILLAGE, root, dirs_exist_ok=True)
    files = dict(ELSEWHERE)
    for number, (case, _) in enumerate(CASES.values()):
        for path, text in case(number).items():
            key = path.split("/")[2]
            files[path] = text if text.startswith("id: ") else f"id: {key}\n{text}"
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    codes = defaultdict(list)
    for each in run(root, AS_OF, cached=False).findings:
        for number, name in enumerate(CASES):
            own = (f"case-{number}.", f"case-{number}/")
            if any(word in each.path for word in own) and each.level is not Level.DUE:
                codes[name] += [] if each.acknowledged else [each.code]
    return codes


@pytest.mark.parametrize("name", CASES)
def test_who_may_make_and_amend(name, found):
    assert sorted(found[name]) == sorted(CASES[name][1])
