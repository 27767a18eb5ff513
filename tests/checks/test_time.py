"""Time alone never breaks anything: what passes on a day passes on every later day (ADR 0020)."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from yizhan.checking.engine import run
from yizhan.checking.runner import checks_by_kind
from yizhan.checks import discover
from yizhan.checks.shared.check import Context
from yizhan.facts.deadlines import SETTLED, WorkingDays
from yizhan.facts.example_day import example_day
from yizhan.loading import load
from yizhan.loading.parse import parse
from yizhan.loading.presets import load_presets
from yizhan.loading.working_days import official_calendar
from yizhan.model.archive import Archive
from yizhan.model.kinds import KINDS
from yizhan.model.place import Place
from yizhan.model.vocabulary import Kind

ROOT = Path(__file__).resolve().parents[2]
VILLAGE = ROOT / "tests" / "village"
AS_OF = date(2026, 3, 31)
LATER = (date(2027, 1, 1), date(2028, 2, 29), date(2031, 7, 1), date(2040, 12, 31))
CHECKS = discover()


@pytest.mark.parametrize("root", [ROOT, VILLAGE], ids=["records", "village"])
def test_what_is_kept_here_passes_for_years(root: Path) -> None:
    for day in LATER:
        findings = run(root, day, cached=False).findings
        assert [each for each in findings if each.fails] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_good_examples_pass_for_years_and_bad_ones_fail_no_more(check, tmp_path) -> None:
    for name, example in (("good", check.good), ("bad", check.bad)):
        root = tmp_path / name
        shutil.copytree(VILLAGE, root)
        for path, text in example.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
        failing = [
            {(each.path, each.line, each.code) for each in findings if each.fails}
            for findings in (run(root, day, cached=False).findings for day in (AS_OF, *LATER))
        ]
        assert bool(failing[0]) is (name == "bad" and check.level.fails)
        for earlier, later in itertools.pairwise(failing):
            assert later <= earlier


PRESETS = load_presets()
FIXED = [
    record
    for record in load(VILLAGE).archive.records.values()
    if record.kind in (Kind.PLACE, Kind.BODY, Kind.SCHEME)
]
"""What the generated records refer to."""
MIDDLE = date(2026, 11, 25)
"""Official holidays are published up to the end of 2026: limits that run on are provisional."""


def days(first: int = -90, last: int = 90) -> st.SearchStrategy[str]:
    """A day around the middle, sometimes only its month."""
    whole = st.integers(first, last).map(lambda number: str(MIDDLE + timedelta(days=number)))
    return st.one_of(whole, whole, whole, whole.map(lambda day: day[:7]))


def spans() -> st.SearchStrategy[dict[str, str]]:
    """A display: a first day and one up to some weeks later."""
    return st.tuples(st.integers(-60, 60), st.integers(0, 40)).map(
        lambda pair: {
            "start": str(MIDDLE + timedelta(days=pair[0])),
            "end": str(MIDDLE + timedelta(days=sum(pair))),
            "where": "村务公开栏",
        }
    )


def made(required: dict, **optional: st.SearchStrategy) -> st.SearchStrategy[dict]:
    """A mapping with what has to be there, and any of the rest."""
    fixed = {
        key: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for key, value in required.items()
    }
    return st.fixed_dictionaries(fixed, optional=optional)


BODIES = st.sampled_from(["shili-committee", "shili-office", "shili-county"])
KEYS = st.sampled_from(["sign", "lamps", "ditch"])
DECISIONS = made(
    {"text": "修路。", "result": st.sampled_from(["adopted", "rejected", "deferred"])},
    published=spans(),
    result_published=spans(),
    tasks=st.lists(
        made({"key": KEYS, "text": "立牌子", "body": BODIES}, due=days()), min_size=1, max_size=2
    ),
)
MEETINGS = made(
    {
        "title": "会议",
        "meeting_kind": st.sampled_from(
            ["villagers_assembly", "building_deliberation", "party_meeting", "committee_meeting"]
        ),
        "place": "shili-cun",
        "date": days(),
    },
    planned=st.just(True),
    notice=made({"date": days(), "how": "村务公开栏"}),
    attendance=st.just({"basis": "persons", "due": 900, "present": 700}),
    agenda=st.lists(
        made({"title": "修路"}, decisions=st.lists(DECISIONS, min_size=1, max_size=2)),
        min_size=1,
        max_size=2,
    ),
    chain=st.just("four-deliberations"),
    chain_step=st.sampled_from(["propose", "consult", "examine", "resolve"]),
    follow_ups=st.lists(
        made(
            {
                "meeting": "meeting-0",
                "task": KEYS,
                "state": st.sampled_from(["done", "ongoing", "dropped"]),
            }
        ),
        min_size=1,
        max_size=1,
    ),
)
ENTRIES = made(
    {
        "date": days(),
        "step": st.sampled_from(
            [
                "accept",
                "assign",
                "report_done",
                "confirm",
                "object",
                "lapse",
                "refuse",
                "reopen",
                "progress",
                "extend",
                "pause",
                "resume",
                "handover",
                "take_over",
                "send_back",
                "supervise",
            ]
        ),
    },
    by=BODIES,
    to=BODIES,
    until=days(-60, 400),
    reason=st.just("还在等。"),
    outcome=st.just({"result": "solved", "text": "办好了。"}),
)
MATTERS = made(
    {
        "title": "事项",
        "place": "shili-cun",
        "procedure": "shili-local",
        "category": "noise",
        "raised": made({"date": days(-300), "by": "residents", "channel": "counter"}),
        "log": st.lists(ENTRIES, max_size=5).map(
            lambda entries: sorted(entries, key=lambda entry: entry["date"])
        ),
    },
    tier=st.sampled_from(["small", "big"]),
    handler=BODIES,
)
HONOURS = made(
    {
        "title": "评选",
        "place": "shili-cun",
        "unit": "household",
        "date": days(),
        "stages": st.lists(
            made(
                {
                    "stage": st.sampled_from(["nominated", "displayed", "displayed", "conferred"]),
                    "date": days(),
                },
                until=days(),
                count=st.integers(0, 3),
            ),
            max_size=4,
        ),
    }
)
POSTS = made({"title": "队长"}, start=days(-900, 60), end=days(-90, 900), display=spans())
TEAMS = made(
    {
        "title": "管护队",
        "body_kind": "team",
        "place": "shili-cun",
        "posts": st.lists(POSTS, max_size=3),
    },
    dissolved=days(),
)
AMENDMENTS = made(
    {
        "title": "修订",
        "rule": "rule-0",
        "changes": [{"operation": "replace", "article": "quiet", "text": "九点以后安静。"}],
        "dossier": st.lists(
            made(
                {
                    "stage": st.sampled_from(
                        [
                            "consultation",
                            "review",
                            "vote",
                            "publication",
                            "filing",
                            "effect",
                            "withdrawal",
                        ]
                    ),
                    "date": days(),
                },
                until=days(),
                body=BODIES,
                meeting=st.sampled_from(["meeting-0", "meeting-1"]),
            ),
            min_size=1,
            max_size=3,
        ),
    }
)
RULES = made(
    {
        "title": "村规民约",
        "rule_kind": st.sampled_from(["village_rules", "measures", "charter"]),
        "place": "shili-cun",
        "wording": "verbatim",
        "chapters": [{"key": "yard", "articles": [{"key": "quiet", "text": "晚上安静。"}]}],
    },
    adopted=made({"date": days()}, meeting=st.sampled_from(["meeting-0", "meeting-1"])),
    effective=days(),
    repealed=days(),
    filing=made({"date": days(), "with": "shili-office"}),
    display=spans(),
)
BATCHES = made(
    {
        "title": "积分",
        "scheme": "shili-scheme",
        "date": days(),
        "entries": [
            {"account": "a-3f9k2m7q", "kind": "award", "item": "cleanup", "points": 10},
            {"account": "a-x81zt0pw", "kind": "exchange", "item": "soap", "points": -8},
        ],
    },
    display=spans(),
)
ROUNDS = made(
    {"title": "走访", "date": days(), "place": "shili-cun", "by": "shili-committee"},
)
CLAIMS = made({"title": "通报", "place": "shili-cun", "start": days(), "end": days()})
GENERATED = {
    Kind.MEETING: MEETINGS,
    Kind.MATTER: MATTERS,
    Kind.HONOUR: HONOURS,
    Kind.BODY: TEAMS,
    Kind.RULE: RULES,
    Kind.AMENDMENT: AMENDMENTS,
    Kind.BATCH: BATCHES,
    Kind.ROUND: ROUNDS,
    Kind.CLAIMS: CLAIMS,
}


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """The village, with records of every dated kind that stand at any point of their way."""
    records = list(FIXED)
    for kind, data in GENERATED.items():
        for number, each in enumerate(draw(st.lists(data, min_size=1, max_size=2))):
            example = draw(st.booleans())
            path = f"records/{kind}-{number}.yaml"
            whole = {"id": f"{kind}-{number}", "example": example, **each}
            records.append(parse(KINDS[kind].model, whole, path))
    named = {"title": "示例县", "level": "district", "example": True}
    if draw(st.booleans()):
        named["example_day"] = draw(days())
    records.append(parse(Place, {"id": "place-0", **named}, "records/place-0.yaml"))
    return Archive([*LOCAL, *PRESETS.procedures.values(), *records])


LOCAL = [
    replace(record, handover_days=3)
    for record in load(VILLAGE).archive.records.values()
    if record.kind is Kind.PROCEDURE
]
BY_KIND = checks_by_kind(CHECKS)
OFFICIAL = official_calendar()


def failing(
    archive: Archive, day: date, calendar: WorkingDays = OFFICIAL
) -> set[tuple[str, str, tuple]]:
    """What does not pass on a day: check, record, place in the record."""
    fixed = example_day(archive.of(Place), day)
    context = Context(day, PRESETS, calendar, frozenset(), fixed)
    return {
        (check.code, problem.record.id, problem.pointer)
        for record in archive.records.values()
        for check in BY_KIND[record.kind]
        if check.level.fails
        for problem in check.run(record, archive, context)
    }


# Shrinking an archive takes minutes; the check, record and place are what one needs to know.
@settings(max_examples=200, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    archives(),
    st.integers(-60, 90),
    st.lists(st.integers(1, 120) | st.integers(300, 5000), min_size=1, max_size=3),
)
def test_what_passes_today_passes_on_every_later_day(archive, first, steps) -> None:
    """Stronger even: on a later day nothing fails that did not fail before."""
    day = MIDDLE + timedelta(days=first)
    before = failing(archive, day)
    for step in steps:
        day += timedelta(days=step)
        after = failing(archive, day)
        assert after <= before
        before = after


@dataclass(frozen=True)
class Published:
    """The official calendar with made-up holidays for all years that it does not know.

    Fake: those are not published yet. ``tests/checks/test_published_holidays.py`` varies them.

    Attributes:
        off: weekdays that are never worked; Saturdays are, where it is empty.
    """

    off: frozenset[int]

    def known(self, _day: date) -> bool:
        return True

    def is_working(self, day: date) -> bool:
        if day.year <= SETTLED:
            return OFFICIAL.is_working(day)
        return day.weekday() not in self.off and day.weekday() < (5 if self.off else 6)


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(archives(), st.integers(-60, 200))
def test_holidays_published_later_break_nothing(archive, first) -> None:
    """Nothing fails that did not, and nothing is taken back: the day compared with is sure."""
    day = MIDDLE + timedelta(days=first)
    verdict = failing(archive, day)
    for off in ((), (0, 1, 2), (2, 3, 4)):
        assert failing(archive, day, Published(frozenset(off))) == verdict
