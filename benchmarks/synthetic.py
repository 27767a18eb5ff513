"""Synthetic archives: deterministic, from a public word list, with the lengths of real petitions.

The words are those of jieba's dictionary (MIT), drawn by their frequency, so that the vocabulary of
an archive grows with its size as real text does. A real petition's text has a median of 238
characters; a synthetic matter has a summary of that order and a log of four to eight entries.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

from yizhan.commands.init import init
from yizhan.loading.record_format import FORMAT_FILE
from yizhan.loading.store import FOLDER

WORDS = 20_000
FIRST_DAY = date(2021, 1, 4)
DAYS = 1_900
MATTERS_PER_COMMUNITY = 252
MATTERS_PER_MEETING = 12
CATEGORIES = [
    "transport",
    "parking",
    "environment",
    "noise",
    "greening",
    "drainage",
    "utilities",
    "fire_safety",
    "public_safety",
    "buildings",
    "structures",
    "property",
    "facilities",
    "education",
    "health",
    "work",
    "care",
    "customs",
    "dispute",
    "administration",
    "other",
]
CHANNELS = ("counter", "hotline", "online", "patrol")
TIERS = ("private", "small")
RECENT = date(2026, 1, 5)


class Prose:
    """Chinese text of a wanted length, from words drawn by frequency."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words, weights = _words()
        self._cumulative = list(accumulate(weights))

    def phrase(self, length: int) -> str:
        """Text of about ``length`` characters without punctuation."""
        count = max(2, round(length / 1.9))
        drawn = self.random.choices(self.words, cum_weights=self._cumulative, k=count)
        return "".join(drawn)[:length]

    def text(self, length: int) -> str:
        """Sentences of about ``length`` characters in all."""
        clauses = []
        left = length
        while left > 0:
            clause = self.phrase(self.random.randint(8, 20))
            clauses.append(clause)
            left -= len(clause) + 1
        return "，".join(clauses) + "。"


def _words() -> tuple[list[str], list[int]]:
    rows = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    parsed = [(word, int(count)) for word, count, *_ in (row.split(" ") for row in rows)]
    common = sorted(parsed, key=lambda row: (-row[1], row[0]))[:WORDS]
    common = [row for row in common if "某" not in row[0]]  # read as somebody's name by a check
    return [word for word, _ in common], [count for _, count in common]


@dataclass(frozen=True, slots=True)
class Size:
    """How many records an archive has."""

    matters: int

    @property
    def communities(self) -> int:
        """One for every 252 matters."""
        return max(2, self.matters // MATTERS_PER_COMMUNITY)


def write_archive(project: Path, target: Path, matters: int, seed: int = 20261121) -> None:
    """Lay out a village as ``yizhan init`` does, with synthetic records and a site in both languages.

    Args:
        project: the checkout whose ``node_modules`` is used.
        target: an empty or missing folder.
        matters: how many matters; the other kinds follow from it.
        seed: same seed, same bytes.
    """
    init(target, "合成区")
    settings = target / "mkdocs.yml"
    settings.write_text(in_languages(settings.read_text("utf-8"), "zh, en"), encoding="utf-8")
    version = (target / FORMAT_FILE).read_bytes()
    for part in ("records", FOLDER):
        shutil.rmtree(target / part)
    (target / "records").mkdir()
    (target / FORMAT_FILE).write_bytes(version)
    (target / "node_modules").symlink_to(project / "node_modules")
    for path, text in records(Size(matters), Prose(seed)):
        file = target / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def in_languages(settings: str, languages: str) -> str:
    """The ``mkdocs.yml`` of an archive, for a site in other languages.

    Args:
        settings: the file as it is.
        languages: as in the file: ``zh`` or ``zh, en``.
    """
    return re.sub(r"(?m)^(\s+languages:).*$", rf"\1 [{languages}]", settings)


def records(size: Size, prose: Prose) -> Iterator[tuple[str, str]]:
    """Yield path below ``records/`` and YAML text of every record.

    Matters come in groups of twelve that one meeting treats, three of them by name.
    """
    yield from _places_and_bodies(size, prose)
    for group in range(-(-size.matters // MATTERS_PER_MEETING)):
        meeting = _MeetingDay.of(group, size, prose)
        first = group * MATTERS_PER_MEETING
        treated: list[str] = []
        for number in range(first, min(first + MATTERS_PER_MEETING, size.matters)):
            listed = meeting if len(treated) < 3 else None
            path, identifier, text = _matter(number, meeting, listed, prose)
            if listed:
                treated.append(identifier)
            yield path, text
        yield _meeting(meeting, treated, prose)


@dataclass(frozen=True, slots=True)
class _MeetingDay:
    number: int
    day: date
    community: int

    @classmethod
    def of(cls, group: int, size: Size, prose: Prose) -> _MeetingDay:
        day = FIRST_DAY + timedelta(days=20 + prose.random.randrange(DAYS))
        community = group * MATTERS_PER_MEETING // MATTERS_PER_COMMUNITY % size.communities
        return cls(group, day, community)

    @property
    def id(self) -> str:
        return f"{self.day:%Y%m%d}-meeting-{self.number:06d}"

    @property
    def body(self) -> str:
        return f"community-{self.community}-committee"


def _source(day: date) -> str:
    return f"sources:\n  - title: 合成数据\n    date: {day}\n"


def _places_and_bodies(size: Size, prose: Prose) -> Iterator[tuple[str, str]]:
    source = _source(FIRST_DAY)
    yield (
        "places/synthetic.yaml",
        f"id: synthetic\ntitle: 合成区\nlevel: district\nregion: 合成省\n{source}",
    )
    streets = max(1, size.communities // 10)
    for street in range(streets):
        name = f"street-{street}"
        yield (
            f"places/{name}.yaml",
            f"id: {name}\ntitle: 第{street}街道\nlevel: street\nparent: synthetic\n{source}",
        )
        yield (
            f"bodies/{name}-office.yaml",
            (
                f"id: {name}-office\ntitle: 第{street}街道办事处\nbody_kind: government\n"
                f"place: {name}\n{source}"
            ),
        )
    for community in range(size.communities):
        name = f"community-{community}"
        yield (
            f"places/{name}.yaml",
            (
                f"id: {name}\ntitle: {prose.phrase(3)}{community}社区\nlevel: community\n"
                f"parent: street-{community % streets}\n{source}"
            ),
        )
        yield (
            f"bodies/{name}-committee.yaml",
            (
                f"id: {name}-committee\ntitle: 第{community}社区居民委员会\nbody_kind: committee\n"
                f"place: {name}\n{source}"
            ),
        )


def _matter(
    number: int, meeting: _MeetingDay, listed: _MeetingDay | None, prose: Prose
) -> tuple[str, str, str]:
    pick = prose.random
    day = meeting.day - timedelta(days=pick.randint(8, 20))
    identifier = f"{day:%Y%m%d}-matter-{number:06d}"
    head = (
        f"id: {identifier}\n"
        f"title: {prose.phrase(pick.randint(10, 24))}\n"
        f"place: community-{meeting.community}\n"
        "procedure: four-affairs\n"
        f"category: {pick.choice(CATEGORIES)}\n"
        f"tier: {pick.choice(TIERS)}\n"
        f"handler: {meeting.body}\n"
        "raised:\n"
        f"  date: {day}\n"
        "  by: resident\n"
        f"  channel: {pick.choice(CHANNELS)}\n"
        f"summary: {prose.text(pick.randint(80, 260))}\n"
        f"{_source(day)}"
    )
    path = f"matters/{day.year}/{identifier}.yaml"
    return path, identifier, head + _log(day, meeting, listed, prose)


def _log(day: date, meeting: _MeetingDay, listed: _MeetingDay | None, prose: Prose) -> str:
    pick = prose.random
    lines = ["log:\n"]

    def entry(on: date, step: str, extra: str = "", *, by_body: bool = True) -> None:
        lines.append(f"  - date: {on}\n    step: {step}\n")
        if by_body:
            lines.append(f"    by: {meeting.body}\n")
        lines.append(f"    note: {prose.text(pick.randint(20, 60))}\n{extra}")

    entry(day + timedelta(days=pick.randint(1, 5)), "accept")
    entry(meeting.day, "progress", f"    meeting: {listed.id}\n" if listed else "")
    last = meeting.day
    for _ in range(pick.randint(1, 3)):
        last += timedelta(days=pick.randint(1, 12))
        entry(last, "progress")
    if last >= RECENT and pick.random() < 0.5:
        return "".join(lines)
    last += timedelta(days=pick.randint(1, 12))
    if pick.random() < 0.05:
        entry(last, "refuse", f"    reason: {prose.text(24)}\n")
        return "".join(lines)
    entry(
        last, "report_done", f"    outcome:\n      result: solved\n      text: {prose.text(24)}\n"
    )
    asked = pick.randint(5, 40)
    satisfied = pick.randint(asked // 2 + 1, asked)
    verdict = f"    verdict:\n      asked: {asked}\n      satisfied: {satisfied}\n"
    entry(last + timedelta(days=pick.randint(1, 12)), "confirm", verdict, by_body=False)
    return "".join(lines)


def _meeting(meeting: _MeetingDay, matters: list[str], prose: Prose) -> tuple[str, str]:
    pick = prose.random
    due = pick.randint(20, 60)
    present = pick.randint(due * 2 // 3 + 1, due)
    items = "".join(
        f"  - title: {prose.phrase(14)}\n"
        f"    text: {prose.text(60)}\n"
        f"    matters: [{matter}]\n"
        "    decisions:\n"
        f"      - text: {prose.text(30)}\n"
        "        result: adopted\n"
        "        method: show_of_hands\n"
        f"        vote: {{for: {present}}}\n"
        for matter in matters
    )
    text = (
        f"id: {meeting.id}\n"
        f"title: 第{meeting.number}次楼栋议事会\n"
        "meeting_kind: building_deliberation\n"
        f"place: community-{meeting.community}\n"
        f"date: {meeting.day}\n"
        f"convener: {meeting.body}\n"
        "attendance:\n"
        "  basis: households\n"
        f"  due: {due}\n"
        f"  present: {present}\n"
        f"{_source(meeting.day)}"
        f"agenda:\n{items}"
    )
    return f"meetings/{meeting.day.year}/{meeting.id}.yaml", text
