"""``yizhan correct`` takes another value for whatever can be corrected, and writes what was typed."""

from __future__ import annotations

import json
import shutil
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yizhan.commands.correct import interview
from yizhan.commands.interview.question import Question, conduct
from yizhan.commands.interview.session import Session, session_at
from yizhan.loading.corrections import FIELD, places
from yizhan.loading.parse import parse
from yizhan.loading.round_trip import append
from yizhan.loading.schemas import schema_at
from yizhan.loading.strict_yaml import read
from yizhan.model.kinds import KINDS
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

from .whole import VILLAGE, another, whole

DAY = date(2026, 4, 10)
CASES = [(kind, number) for kind in Kind for number in range(len(whole(kind)))]


def laid_out(root: Path, kind: Kind, data: dict[str, Any]) -> bytes:
    """The village with one more record, whose file this is."""
    shutil.copytree(VILLAGE / "records", root / "records")
    year = str(data.get("date", "2026"))[:4]
    file = (
        root
        / "records"
        / KINDS[kind].folder.format(year=year, id=data["id"], rule=data.get("rule", data["id"]))
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return file.read_bytes()


def answered(session: Session, **given: str) -> Any:
    """What an interview comes to where nobody is there to ask."""

    def ask(question: Question, first: str | None = None) -> Any:
        raise AssertionError((question.name, first))

    def say(text: Text) -> None:
        assert text.zh

    return conduct(interview(session, exact=True), given, ask=ask, say=say, trusting=True)


def typed(value: Any) -> str:
    """A value as somebody types it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_every_place_is_asked_for_and_written(kind: Kind, number: int, tmp_path: Path) -> None:
    data = whole(kind)[number]
    laid_out(tmp_path, kind, data)
    session = session_at(tmp_path, DAY)
    first = parse(KINDS[kind].model, data, "records/x.yaml")
    with chdir(tmp_path):
        for place in places(kind, data, first):
            value = another(kind, data, place.pointer)
            schema = schema_at(kind, place.pointer) or {}
            if value is None or ("x-ref" in schema and value not in session.archive.records):
                continue  # nothing else is there to be named
            given = {"record": data["id"], "at": place.at, "value": typed(value)}
            plan = answered(session, **given, date="2026-03-30", by="", reason="录错了。")
            assert plan.entry["at"] == place.at
            assert plan.entry["value"] == value, place.at
            raw = append(b"id: x\n", FIELD, plan.entry)
            found = read(raw).data
            assert found is not None
            assert found[FIELD][0] == {**plan.entry, "date": "2026-03-30"}, place.at
