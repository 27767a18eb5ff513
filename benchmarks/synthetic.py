"""Synthetic archives: deterministic, from a public word list, with the lengths of real petitions.

The words are those of jieba's dictionary (MIT), drawn by their frequency, so that the vocabulary of
an archive grows with its size as real text does. A real petition's text has a median of 238
characters; a synthetic matter has a summary of that order and a log of four to eight entries.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

WORDS = 20_000
FIRST_DAY = date(2021, 1, 4)
DAYS = 1_900
MATTERS_PER_COMMUNITY = 250
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
TIERS = ("private", "small", "big", "hard")
SITE_PARTS = ("docs", "overrides", "mkdocs.yml", "package.json", "package-lock.json")


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
    return [word for word, _ in common], [count for _, count in common]


@dataclass(frozen=True, slots=True)
class Size:
    """How many records an archive has."""

    matters: int

    @property
    def communities(self) -> int:
        """One for every 250 matters."""
        return max(2, self.matters // MATTERS_PER_COMMUNITY)

    @property
    def meetings(self) -> int:
        """One for every 12 matters."""
        return self.matters // MATTERS_PER_MEETING


def write_archive(project: Path, target: Path, matters: int, seed: int = 20261121) -> None:
    """Lay out a whole project at ``target``: the site's own docs and theme, synthetic records.

    Args:
        project: the checkout whose docs, overrides and settings are used.
        target: an empty or missing folder.
        matters: how many matters; the other kinds follow from it.
        seed: same seed, same bytes.
    """
    target.mkdir(parents=True, exist_ok=True)
    for part in SITE_PARTS:
        source = project / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        elif source.exists():
            shutil.copy(source, target / part)
    (target / "node_modules").symlink_to(project / "node_modules")
    for path, text in records(Size(matters), Prose(seed)):
        file = target / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def records(size: Size, prose: Prose) -> Iterator[tuple[str, str]]:
    """Yield path below ``records/`` and YAML text of every record."""
    yield from _places_and_bodies(size, prose)
    meetings: dict[int, list[str]] = {}
    for number in range(size.matters):
        path, identifier, text = _matter(number, size, prose)
        meetings.setdefault(number // MATTERS_PER_MEETING, []).append(identifier)
        yield path, text
    for number in range(size.meetings):
        yield _meeting(number, meetings[number], size, prose)


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


def _matter(number: int, size: Size, prose: Prose) -> tuple[str, str, str]:
    pick = prose.random
    day = FIRST_DAY + timedelta(days=pick.randrange(DAYS))
    identifier = f"{day:%Y%m%d}-matter-{number:06d}"
    community = number // MATTERS_PER_COMMUNITY % size.communities
    body = f"community-{community}-committee"
    head = (
        f"id: {identifier}\n"
        f"title: {prose.phrase(pick.randint(10, 24))}\n"
        f"place: community-{community}\n"
        "procedure: four-affairs\n"
        f"category: {pick.choice(CATEGORIES)}\n"
        f"tier: {pick.choice(TIERS)}\n"
        f"handler: {body}\n"
        "raised:\n"
        f"  date: {day}\n"
        "  by: resident\n"
        f"  channel: {pick.choice(CHANNELS)}\n"
        f"summary: {prose.text(pick.randint(80, 260))}\n"
        f"{_source(day)}"
    )
    return f"matters/{day.year}/{identifier}.yaml", identifier, head + _log(day, body, prose)


def _log(day: date, body: str, prose: Prose) -> str:
    pick = prose.random
    steps = ["accept", *["progress"] * pick.randint(2, 4)]
    ending = pick.random()
    if ending < 0.7:
        steps += ["report_done", "confirm"]
    elif ending < 0.8:
        steps += ["report_done"]
    lines = ["log:\n"]
    for step in steps:
        day += timedelta(days=pick.randint(1, 12))
        lines.append(f"  - date: {day}\n    step: {step}\n")
        if step != "confirm":
            lines.append(f"    by: {body}\n")
        lines.append(f"    note: {prose.text(pick.randint(20, 60))}\n")
        if step == "report_done":
            result = "solved" if pick.random() < 0.9 else "explained"
            lines.append(f"    outcome:\n      result: {result}\n      text: {prose.text(24)}\n")
        if step == "confirm":
            asked = pick.randint(5, 40)
            satisfied = pick.randint(asked // 2, asked)
            lines.append(f"    verdict:\n      asked: {asked}\n      satisfied: {satisfied}\n")
    return "".join(lines)


def _meeting(number: int, matters: list[str], size: Size, prose: Prose) -> tuple[str, str]:
    pick = prose.random
    day = FIRST_DAY + timedelta(days=pick.randrange(DAYS))
    identifier = f"{day:%Y%m%d}-meeting-{number:06d}"
    community = number * MATTERS_PER_MEETING // MATTERS_PER_COMMUNITY % size.communities
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
        for matter in matters[:3]
    )
    text = (
        f"id: {identifier}\n"
        f"title: 第{number}次楼栋议事会\n"
        "meeting_kind: building_deliberation\n"
        f"place: community-{community}\n"
        f"date: {day}\n"
        f"convener: community-{community}-committee\n"
        "attendance:\n"
        "  basis: households\n"
        f"  due: {due}\n"
        f"  present: {present}\n"
        f"{_source(day)}"
        f"agenda:\n{items}"
    )
    return f"meetings/{day.year}/{identifier}.yaml", text
