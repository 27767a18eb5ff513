"""Histories of matters by chance: steps as the procedure allows them, written down late, vague, corrected.

The same seed gives the same histories. Nothing here asks the tool what it makes of them: what it
refuses is left out by the test, and of the rest everything that is said has to agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from .village import COMPANY, NEIGHBOURS, OFFICE, SOURCE, SUPERVISORS, TOWN, Data

FIRST = date(2026, 7, 1)
LAST = date(2026, 11, 27)
_NEXT = {
    "reported": ["accept"] * 5
    + ["assign", "report_done", "refuse", "withdraw", "handover", "extend"],
    "handling": ["report_done"] * 6
    + [
        "assign",
        "refuse",
        "withdraw",
        "handover",
        "handover",
        "extend",
        "progress",
        "join",
        "supervise",
    ],
    "claimed": ["confirm"] * 4 + ["object", "object", "lapse", "lapse", "withdraw"],
    "closed": ["reopen"],
    "unsolved": ["reopen"],
    "reopened": ["accept", "accept", "report_done", "refuse", "extend"],
}
_TO = {
    "accept": "handling",
    "assign": "handling",
    "report_done": "claimed",
    "confirm": "closed",
    "object": "reopened",
    "lapse": "closed",
    "refuse": "unsolved",
    "withdraw": "unsolved",
    "reopen": "reopened",
}
_OUTCOMES: tuple[Data, ...] = (
    {"result": "solved", "text": "办好了。"},
    {"result": "solved", "text": "修好了。"},
    {"result": "partly", "text": "办了一半。", "reason": "缺钱。"},
    {"result": "explained", "text": "作了说明。"},
)
_VERDICTS: tuple[Data, ...] = (
    {"how": "visit", "recorded_by": SUPERVISORS, "asked": 5, "satisfied": 5},
    {"how": "call", "recorded_by": SUPERVISORS, "asked": 7, "satisfied": 6},
    {"asked": 4, "satisfied": 4},
    {"text": "好。"},
)


class Maker:
    """Makes matters one after another.

    Args:
        seed: of chance.
    """

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)

    def matters(self, number: int) -> Iterator[Data]:
        """So many matters, as data of their files."""
        earlier: list[Data] = []
        for each in range(number):
            matter = self._matter(each, earlier)
            earlier.append(matter)
            yield matter

    def _matter(self, number: int, earlier: list[Data]) -> Data:
        chance = self._chance
        raised = FIRST + timedelta(chance.randrange((LAST - FIRST).days - 50))
        day = self._dated(raised)
        data: Data = {
            "id": f"{day.replace('-', '')}-h{number}",
            "title": f"第{number}件",
            "place": "yang-cun",
            "procedure": "yang-guicheng",
            "category": chance.choice(["noise", "drainage", "parking"]),
            "raised": {"date": day, "by": "residents", "channel": "counter"},
            "handler": OFFICE,
        }
        before = [each["id"] for each in earlier if each["raised"]["date"] < str(raised)[:7]]
        log = self._log(raised, before)
        if len(log) > 2 and chance.random() < 0.2:  # one of them was written down late
            log.append(log.pop(chance.randrange(len(log) - 1)))
        if log:
            data["log"] = log
        corrections = list(self._corrections(data))
        if corrections:
            data["corrections"] = corrections
        return {**data, "sources": SOURCE}

    def _dated(self, day: date) -> str:
        return str(day)[:7] if self._chance.random() < 0.07 else str(day)

    def _log(self, day: date, others: list[str]) -> list[Data]:
        chance, stage, holder, waits = self._chance, "reported", OFFICE, ""
        log: list[Data] = []
        for _ in range(chance.choice([1, 2, 3, 4, 5, 6, 8, 10])):
            day += timedelta(chance.choice([0, 1, 2, 3, 5, 8, 14]))
            if day > LAST:
                break
            options = (
                _NEXT[stage] if not waits else ["take_over"] * 4 + ["send_back", "report_done"]
            )
            step = chance.choice(options)
            entry = self._entry(step, day, waits if step in ("take_over", "send_back") else holder)
            if others and stage in ("reported", "handling") and chance.random() < 0.04:
                log.append(
                    self._entry("merge", day, holder) | {"merged_into": chance.choice(others)}
                )
                break
            log.append(entry)
            if step in ("assign", "take_over"):
                holder = entry["to"] if step == "assign" else waits
            waits = entry["to"] if step == "handover" else ""
            stage = _TO.get(step, stage)
        return log

    def _entry(self, step: str, day: date, by: str) -> Data:
        entry: Data = {"date": self._dated(day), "step": step, "by": by}
        if step in ("confirm", "object", "withdraw"):
            del entry["by"]
        if step in ("object", "refuse", "withdraw", "reopen", "extend", "send_back"):
            entry["reason"] = "有原因。"
        entry |= self._with_it(step, day, by)
        if step == "report_done":
            self._perhaps_annulled(entry, day)
        return entry

    def _with_it(self, step: str, day: date, by: str) -> Data:
        """What else an entry of a step says."""
        chance = self._chance
        others = [each for each in (OFFICE, TOWN, COMPANY) if each != by]
        found: Data = {}
        match step:
            case "confirm" | "object" if chance.random() < 0.8:
                verdict = dict(chance.choice(_VERDICTS))
                few = {"satisfied": 1} if step == "object" and "asked" in verdict else {}
                found = {"verdict": verdict | few}
            case "report_done":
                found = {"outcome": dict(chance.choice(_OUTCOMES))}
            case "assign" | "handover":
                found = {"to": chance.choice(others)}
            case "extend":
                found = {"until": str(day + timedelta(chance.choice([12, 25, 40])))}
            case "join":
                found = {"with": [chance.choice([each for each in others if each != OFFICE])]}
            case "progress":
                found = {"note": "看过。"}
            case "supervise":
                found = {"by": TOWN}
        return found

    def _perhaps_annulled(self, entry: Data, day: date) -> None:
        """A report by a neighbour with no part in it: acknowledged, and mostly annulled later."""
        chance = self._chance
        if chance.random() > 0.12:
            return
        entry["by"] = NEIGHBOURS
        said: Data = {
            "code": "M029",
            "article": "阳村办事规程",
            "reason": "替阳村报的。",
            "by": SUPERVISORS,
            "date": str(day + timedelta(1)),
        }
        later = day + timedelta(chance.choice([3, 12, 30]))
        if chance.random() < 0.8 and later <= LAST:
            said["resolution"] = {"result": "annulled", "by": TOWN, "date": str(later)}
        entry["irregular"] = [said]

    def _corrections(self, data: Data) -> Iterator[Data]:
        chance, log = self._chance, data.get("log", [])
        if not log or chance.random() > 0.6:
            return
        called = names(log)
        last = max(str(each["date"]) for each in log)
        day = date.fromisoformat(f"{last}-28"[:10]) + timedelta(chance.choice([1, 4, 15, 40]))
        for _ in range(chance.choice([1, 1, 2])):
            at = chance.randrange(len(log))
            said = self._correction(log[at], called[at])
            if said is not None and day <= LAST:
                yield {"date": str(day), "by": SUPERVISORS, "reason": "查了登记簿。", **said}
                if said.get("annul") and chance.random() < 0.4:
                    later = str(day + timedelta(chance.choice([0, 1])))
                    back = {"at": said["at"], "value": log[at]}
                    yield {"date": later, "by": SUPERVISORS, "reason": "确有其事。", **back}
                day += timedelta(1)

    def _correction(self, entry: Data, name: str) -> Data | None:
        chance, at = self._chance, f"log/{name}"

        def moved(field: str, days: list[int]) -> Data:
            value = date.fromisoformat(entry[field]) + timedelta(chance.choice(days))
            return {"at": f"{at}/{field}", "value": str(value)}

        found: Data | None = None
        match chance.choice(["date", "date", "annul", "note", "until", "handler", "with"]):
            case "date" if len(entry["date"]) == len("2026-10-01"):
                found = moved("date", [-4, -1, 1, 4])
            case "until" if "until" in entry:
                found = moved("until", [-6, 9])
            case "with" if "with" in entry:
                other = COMPANY if entry["with"] == [TOWN] else TOWN
                found = {"at": f"{at}/with/{other}", "value": other}
            case "annul":
                found = {"at": at, "annul": True}
            case "note":
                found = {"at": f"{at}/note", "value": "补一句。"}
            case "handler":
                found = {"at": "handler", "value": COMPANY}
        return found


def names(log: list[Data]) -> list[str]:
    """What a correction names entries by: day and step, with a number for the second of a day."""
    found: list[str] = []
    for entry in log:
        stem = f"{entry['date'].replace('-', '')}-{entry['step']}"
        again = sum(each == stem or each.startswith(f"{stem}-") for each in found)
        found.append(stem if not again else f"{stem}-{again + 1}")
    return found


def files(seed: int, number: int) -> dict[str, Any]:
    """Matters by chance: path → data."""
    found = {}
    for data in Maker(seed).matters(number):
        year = data["raised"]["date"][:4]
        found[f"records/matters/{year}/{data['id']}.yaml"] = data
    return found


def text(data: Any) -> str:
    """A file."""
    return json.dumps(data, ensure_ascii=False)
