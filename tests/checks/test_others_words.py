"""What another did is not corrected by those who share in the matter; one's own word is, until it is answered."""

import pytest

from yizhan.checks.shared.examples import NOISE, NOISE_PATH

from .test_who_has_a_part import OTHERS, A, body, st

US, TOWN, COUNTY = "shili-committee", "shili-office", "shili-county"
SUPERVISORS, BUREAU, PARTY = "shili-supervisors", "shili-ju", "shili-zhibu"
TEAM = body("dui", "小队", "team") | {
    "records/bodies/shili-ke.yaml": "id: shili-ke\ntitle: 管网科\nexample: true\nbody_kind: department\n"
    "place: shili-xian\nparent: shili-ju\n",
    "records/bodies/shili-ban.yaml": "id: shili-ban\ntitle: 班组\nexample: true\nbody_kind: company\n"
    "place: shili-cun\nparent: shili-committee\n",
}
HANDED = st("12", "handover", by=US, to=TOWN, tier="big", reason="归镇")
TAKEN = st("15", "take_over", by=TOWN, note="收到")
BACK = st("15", "send_back", by=TOWN, reason="不归镇里")
URGED = st("16", "supervise", by=TOWN, note="拖了两次")
GIVEN = st("12", "assign", by=US, to="shili-gs")
JOINED = st("12", "join", by=US, with_="[shili-tiaojie]")
SEEN = st("14", "progress", by=US, note="看过")


def noted(by):
    return st("17", "progress", by=by, note="在办")


def fix(at, what, by, day="2026-03-10"):
    who = "" if by is None else f"by: {by}, "
    return f"  - {{date: {day}, at: log/202602{at}, {what}, {who}reason: 录错了}}\n"


GONE = "annul: true"
TEXT = 'value: "改了"'

HARM = [
    ("another's urging is annulled", A + URGED, [fix("16-supervise", GONE, US)]),
    ("and rewritten", A + URGED, [fix("16-supervise/note", TEXT, US)]),
    ("by nobody", A + URGED, [fix("16-supervise/note", TEXT, None)]),
    ("by one of the same place", A + URGED, [fix("16-supervise/note", TEXT, PARTY)]),
    ("and said to be its own", A + URGED, [fix("16-supervise/by", f"value: {COUNTY}", US)]),
    ("what was sent back is annulled", A + HANDED + BACK, [fix("15-send_back", GONE, US)]),
    (
        "and turned into taking over",
        A + HANDED + BACK,
        [fix("15-send_back/step", "value: take_over", US)],
    ),
    ("and its reason", A + HANDED + BACK, [fix("15-send_back/reason", TEXT, US)]),
    ("its day", A + HANDED + BACK, [fix("15-send_back/date", "value: 2026-02-25", US)]),
    ("by nobody", A + HANDED + BACK, [fix("15-send_back/date", "value: 2026-02-25", None)]),
    (
        "when it was taken over",
        A + HANDED + TAKEN,
        [fix("15-take_over/date", "value: 2026-02-25", US)],
    ),
    ("what it took over", A + HANDED + TAKEN, [fix("15-take_over", GONE, TOWN)]),
    (
        "or only noted",
        A + HANDED + TAKEN,
        [fix("15-take_over/step", "value: progress", TOWN)],
    ),
    ("the hand-over answered", A + HANDED + BACK, [fix("12-handover", GONE, US)]),
    (
        "its day",
        A + HANDED + TAKEN,
        [fix("12-handover/date", "value: 2026-02-11", US)],
    ),
    ("by nobody", A + HANDED + TAKEN, [fix("12-handover/date", "value: 2026-02-11", None)]),
    ("whom it was given to", A + GIVEN, [fix("12-assign/to", "value: shili-ju", "shili-gs")]),
    ("to itself", A + GIVEN, [fix("12-assign/to", f"value: {BUREAU}", BUREAU)]),
    ("to its own team", A + GIVEN, [fix("12-assign/to", "value: shili-dui", "shili-dui")]),
    (
        "handed to itself",
        A + HANDED,
        [fix("12-handover/to", f"value: {BUREAU}", BUREAU)],
    ),
    (
        "given and done in part",
        A + GIVEN + noted("shili-gs"),
        [fix("12-assign/to", "value: shili-ju", US)],
    ),
    (
        "joined and done in part",
        A + JOINED + noted("shili-tiaojie"),
        [fix("12-join/with/shili-tiaojie", GONE, US)],
    ),
    (
        "that it took it over itself",
        A + HANDED + BACK,
        [fix("15-send_back/by", f"value: {US}", US)],
    ),
    (
        "settled by nobody for whom it is",
        A + URGED,
        [
            fix("16-supervise/note", TEXT, US),
            fix("16-supervise/note", 'value: "又改"', PARTY, "2026-03-12"),
        ],
    ),
]


@pytest.mark.parametrize(("log", "corrections"), [each[1:] for each in HARM])
def test_what_is_not_for_them_to_correct(lay, log, corrections):
    assert codes(lay, log, corrections) in (["M048"], ["M048", "M048"])


LAWFUL = [
    (
        "a note of the receiver",
        A + HANDED + TAKEN + noted(TOWN),
        [fix("17-progress/note", TEXT, US)],
    ),
    ("a note of the giver", A + SEEN + HANDED + TAKEN, [fix("14-progress/note", TEXT, TOWN)]),
    ("a note, by a company", A + SEEN, [fix("14-progress/note", TEXT, "shili-gs")]),
    ("a note of the whole", A + SEEN, [fix("14-progress/note", TEXT, "shili-ban")]),
    ("its own note", A + SEEN, [fix("14-progress/note", TEXT, US)]),
    ("without a name", A + SEEN, [fix("14-progress/note", TEXT, None)]),
    ("its day", A + SEEN, [fix("14-progress/date", "value: 2026-02-13", US)]),
    ("its acceptance", A, [fix("11-accept/date", "value: 2026-02-12", None)]),
    ("a note that never was", A + SEEN, [fix("14-progress", GONE, US)]),
    ("by supervisors", A + SEEN, [fix("14-progress/note", TEXT, SUPERVISORS)]),
    ("by the town", A + SEEN, [fix("14-progress/note", TEXT, TOWN)]),
    ("by residents", A + SEEN, [fix("14-progress/note", TEXT, "shili-huiyi")]),
    ("by the party branch", A + SEEN, [fix("14-progress/note", TEXT, PARTY)]),
    ("of its part", A + noted("shili-ban"), [fix("17-progress/note", TEXT, US)]),
    ("an urging of its own", A + URGED, [fix("16-supervise/note", TEXT, TOWN)]),
    ("annulled", A + URGED, [fix("16-supervise", GONE, TOWN)]),
    ("by the county", A + URGED, [fix("16-supervise/note", TEXT, COUNTY)]),
    ("by supervisors", A + URGED, [fix("16-supervise", GONE, SUPERVISORS)]),
    ("not answered yet", A + HANDED, [fix("12-handover/to", f"value: {BUREAU}", US)]),
    ("nor needed", A + HANDED, [fix("12-handover", GONE, None)]),
    ("why it was handed on", A + HANDED + TAKEN, [fix("12-handover/reason", TEXT, US)]),
    (
        "answered later",
        A + HANDED + TAKEN,
        [fix("12-handover/date", "value: 2026-02-11", US, "2026-02-13")],
    ),
    (
        "by supervisors",
        A + HANDED + TAKEN,
        [fix("12-handover/date", "value: 2026-02-11", SUPERVISORS)],
    ),
    (
        "when it took it over",
        A + HANDED + TAKEN,
        [fix("15-take_over/date", "value: 2026-02-16", TOWN)],
    ),
    ("what it noted then", A + HANDED + TAKEN, [fix("15-take_over/note", TEXT, TOWN)]),
    ("that it was not", A + HANDED + TAKEN, [fix("15-take_over", GONE, SUPERVISORS)]),
    ("what it sent back", A + HANDED + BACK, [fix("15-send_back/reason", TEXT, TOWN)]),
    ("that it did not", A + HANDED + BACK, [fix("15-send_back", GONE, TOWN)]),
    ("whom it gave it", A + GIVEN, [fix("12-assign/to", "value: shili-ju", US)]),
    (
        "after another noted",
        A + GIVEN + noted(BUREAU),
        [fix("12-assign/to", "value: shili-ju", US)],
    ),
    ("with whom", A + JOINED, [fix("12-join/with/shili-tiaojie", GONE, US)]),
    ("that it joined", A + JOINED, [fix("12-join", GONE, None)]),
    ("that it was its own doing", A + noted(TOWN), [fix("17-progress/by", f"value: {US}", US)]),
    ("of whom nobody knows", A + noted("unknown"), [fix("17-progress/note", TEXT, US)]),
    (
        "by the whole of one with a share",
        A + noted("shili-ke"),
        [fix("11-accept/note", TEXT, "shili-ju")],
    ),
    (
        "of one that is not there",
        A + st("16", "supervise", by="nobody-there"),
        [fix("16-supervise/note", TEXT, None)],
    ),
    ("what is not there", A, [fix("17-progress/note", TEXT, US)]),
    (
        "of a step that nobody knows",
        A + st("14", "greet", by=TOWN),
        [fix("14-greet/note", TEXT, US)],
    ),
    ("by one that is not there", A + SEEN, [fix("14-progress/note", TEXT, "nobody-there")]),
    (
        "put back as it was",
        A + URGED,
        [
            fix("16-supervise/note", TEXT, US),
            fix("16-supervise/note", 'value: "拖了两次"', US, "2026-03-12"),
        ],
    ),
    (
        "put right by whose word it is",
        A + URGED,
        [
            fix("16-supervise/note", TEXT, US),
            fix("16-supervise/note", 'value: "拖了一次"', TOWN, "2026-03-12"),
        ],
    ),
]


@pytest.mark.parametrize(("log", "corrections"), [each[1:] for each in LAWFUL])
def test_what_is_corrected_by_those_for_whom_it_is(lay, log, corrections):
    assert codes(lay, log, corrections) == []


def codes(lay, log, corrections):
    files = {**OTHERS, **TEAM, NOISE_PATH: NOISE + log + "corrections:\n" + "".join(corrections)}
    return [each.code for each in lay(files) if each.code in {"M046", "M047", "M048"}]


def head(by, value):
    return f"  - {{date: 2026-03-10, at: handler, value: {value}, by: {by}, reason: 录错了}}\n"


@pytest.mark.parametrize(
    ("by", "value", "found"),
    [(US, TOWN, ["M048"]), (SUPERVISORS, TOWN, []), (COUNTY, TOWN, []), (US, "shili-gs", ["M048"])],
)
def test_who_is_on_record_as_having_it_does_not_name_another(lay, by, value, found):
    assert codes(lay, SEEN, [head(by, value)]) == found


@pytest.mark.parametrize(
    ("log", "correction"),
    [
        (A + HANDED + TAKEN, fix("15-take_over", GONE, US)),
        (A + JOINED, fix("12-join/with/shili-ju", "value: shili-ju", BUREAU)),
    ],
)
def test_what_it_took_from_another_is_told_once(lay, log, correction):
    """That it has the matter is M047's; the same correction is not told as of another's word too."""
    assert codes(lay, log, [correction]) == ["M047"]


def test_without_its_procedure_nothing_is_said(lay):
    text = NOISE.replace("procedure: ", "procedure: no-") + A + URGED
    found = lay({NOISE_PATH: text + "corrections:\n" + fix("16-supervise", GONE, US)})
    assert "M048" not in {each.code for each in found}
