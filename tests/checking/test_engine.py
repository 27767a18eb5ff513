"""The engine: the same findings with and without what the last run kept, and less work with it."""

from __future__ import annotations

import gc
import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from yizhan.checking import engine, runner, tracking
from yizhan.checking.engine import inspect, run
from yizhan.checking.entries import Entry
from yizhan.checking.last_run import CACHE, LastRun, recall
from yizhan.checking.tracking import Questions
from yizhan.checks import discover
from yizhan.checks.shared.check import Check, Example, Problem
from yizhan.loading import NoProjectError, load
from yizhan.loading.arrangements import arrangements_digest
from yizhan.loading.presets import load_presets
from yizhan.loading.tree import walk
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

VILLAGE = Path(__file__).parents[1] / "village"
DAY = date(2026, 4, 10)
SQUARE = "records/places/shili-cun-square.yaml"
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village, with files that count as having lain there for a while."""
    monkeypatch.setattr(engine, "_TICK_NS", -(10**18))
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    return tmp_path


def _edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_village_is_clean(village: Path) -> None:
    assert run(village, DAY, cached=False).findings == ()


def test_the_second_run_reads_and_judges_nothing(village: Path) -> None:
    first, second = run(village, DAY), run(village, DAY)
    assert first.read == first.judged == first.records > 20
    assert (second.read, second.judged, second.records) == (0, 0, first.records)


def test_who_refers_to_whom_is_the_same_with_what_the_last_run_kept(village: Path) -> None:
    """What a record refers to is kept beside its data, and read without making the record."""
    inspect(village, DAY)
    _edit(village, LAMPS, "by: shili-committee", "by: shili-office")
    kept, fresh = inspect(village, DAY), inspect(village, DAY, cached=False)
    assert kept.result.read == 1
    archives = kept.loaded.archive, fresh.loaded.archive
    for target in (*archives[1].ids(), "20991231-nobody"):
        found, expected = (
            [(record.id, reference) for record, reference in archive.referrers(target)]
            for archive in archives
        )
        assert found == expected
    assert any(archives[1].referrers(target) for target in archives[1].ids())


def test_records_made_again_of_their_data_are_the_same(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = inspect(village, DAY, cached=False)
    monkeypatch.setattr(engine, "_MANY", 0)
    found = inspect(village, DAY, cached=False)
    assert dict(found.loaded.archive.records) == dict(expected.loaded.archive.records)
    assert found.contents == expected.contents


def test_nothing_of_the_checked_archive_stays(village: Path) -> None:
    before = {id(each) for each in gc.get_objects()}
    run(village, DAY, cached=False)
    gc.collect()
    found = [each for each in gc.get_objects() if isinstance(each, Archive | Entry)]
    assert [each for each in found if id(each) not in before] == []


def test_one_changed_file_is_read_and_judged_with_what_looked_it_up(village: Path) -> None:
    run(village, DAY)
    _edit(village, LAMPS, "cost: 1600", "cost: 1700")
    result = run(village, DAY)
    assert result.read == 1
    assert 1 <= result.judged < result.records


def test_a_comment_moves_the_lines_of_findings(village: Path) -> None:
    _edit(village, LAMPS, "place: shili-cun-square", "place: shili-nowhere")
    (before, *_) = run(village, DAY).findings
    _edit(village, LAMPS, "id: 20260108-shili-lamps", "# 说明\nid: 20260108-shili-lamps")
    (after, *_) = run(village, DAY).findings
    assert (after.code, after.line) == (before.code, before.line + 1)


def test_a_removed_place_is_missed_by_those_that_named_it(village: Path) -> None:
    assert run(village, DAY).findings == ()
    (village / SQUARE).unlink()
    found = run(village, DAY).findings
    assert LAMPS in {finding.path for finding in found}
    assert found == run(village, DAY, cached=False).findings


def test_a_place_that_cannot_be_read_is_not_called_missing(village: Path) -> None:
    _edit(village, SQUARE, "title: ", "title:")
    for cached in (True, True, False):
        findings = run(village, DAY, cached=cached).findings
        assert [(finding.path, finding.code) for finding in findings] == [(SQUARE, "Y005")]


def test_another_day_judges_everything_again_but_reads_nothing(village: Path) -> None:
    run(village, DAY)
    result = run(village, date(2026, 4, 11))
    assert (result.read, result.judged) == (0, result.records)


def test_another_attachment_judges_everything_again(village: Path) -> None:
    run(village, DAY)
    photo = village / LAMPS.removesuffix(".yaml") / "after.jpg"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(b"")
    result = run(village, DAY)
    assert {finding.code for finding in result.findings} >= {"A008"}
    assert result.judged == result.records


def test_a_file_changed_a_moment_ago_is_read_again(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_TICK_NS", 10**18)
    run(village, DAY)
    assert run(village, DAY).read > 20


EDITS = (
    ("title: ", "title:"),
    ("shili-cun", "shili-zhen"),
    ("shili-committee", "shili-office"),
    ("2026-01", "2026-02"),
    ("2026-03", "2027-03"),
    ("example: true\n", ""),
    ("parent: ", "parent: shili-"),
    ("small", "big"),
    ("present: ", "present: 9"),
    ("id: ", "id: x"),
    ("id: ", "id: shili-cun #"),
    ("\n", "\n\n"),
    ("accept", "confirm"),
)


@pytest.mark.parametrize("seed", range(12))
def test_findings_are_the_same_with_and_without_the_cache(village: Path, seed: int) -> None:
    chance = random.Random(seed)
    originals = {path: path.read_bytes() for path in sorted(village.glob("records/*/**/*.yaml"))}
    for _ in range(6):
        for path in chance.sample(list(originals), k=chance.randint(1, 3)):
            text = originals[path].decode()
            match chance.randrange(6):
                case 0:
                    path.unlink(missing_ok=True)
                case 1:
                    path.write_bytes(originals[path])
                case 2:
                    other = path.with_name(f"shili-{chance.randrange(3)}.yaml")
                    other.write_bytes(originals[path])
                case _:
                    old, new = chance.choice(EDITS)
                    path.write_text(text.replace(old, new, chance.randint(1, 2)), encoding="utf-8")
        day = chance.choice((DAY, DAY, DAY, date(2027, 1, 2)))
        assert run(village, day).findings == run(village, day, cached=False).findings


def test_a_batch_whose_id_is_taken_is_told_and_nothing_breaks(village: Path) -> None:
    path = "records/points/2026/20260220-shili-cleanup.yaml"
    _edit(village, path, "id: 20260220-shili-cleanup", "id: shili-cun")
    codes = {finding.code for finding in run(village, DAY).findings if finding.path == path}
    assert "A001" in codes
    assert "A003" not in codes, "a typo in the id is told once"


def test_a_broken_or_foreign_cache_is_not_believed(village: Path) -> None:
    (village / CACHE).parent.mkdir()
    for raw in (b"", b"x", b"\0" * 1000, os.urandom(5000)):
        (village / CACHE).write_bytes(raw)
        assert run(village, DAY).read > 20
    for cut in (10, 60, 1000, -1):
        (village / CACHE).write_bytes((village / CACHE).read_bytes()[:cut])
        assert run(village, DAY).read > 20
    (village / CACHE).write_bytes((village / CACHE).read_bytes())
    assert run(village, DAY).read == 0, "the same file, written in place, is still ours"
    shutil.copy(village / CACHE, village / "copy")
    (village / "copy").replace(village / CACHE)
    assert run(village, DAY).read > 20, "a copy may come from anybody"


def test_a_folder_that_cannot_be_written_is_checked_all_the_same(village: Path) -> None:
    (village / ".yizhan").write_text("a file where the folder should be", encoding="utf-8")
    assert run(village, DAY).findings == ()
    assert (village / ".yizhan").read_text(encoding="utf-8").startswith("a file")


def test_git_leaves_the_cache_alone(village: Path) -> None:
    run(village, DAY)
    assert (village / ".yizhan/.gitignore").read_text(encoding="ascii") == "*\n"


def test_runs_at_the_same_time_do_not_disturb_one_another(village: Path) -> None:
    _edit(village, LAMPS, "place: shili-cun-square", "place: shili-nowhere")
    expected = run(village, DAY, cached=False).findings
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: run(village, DAY).findings, range(8)))
    assert results == [expected] * 8
    assert sorted(path.name for path in (village / ".yizhan").iterdir()) == [
        ".gitignore",
        "check.cache",
        "check.data",
    ]


def test_without_records_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NoProjectError) as caught:
        run(tmp_path, DAY)
    assert caught.value.args[0].en.startswith("There is no records/ folder here")
    assert not (tmp_path / ".yizhan").exists()


def test_inspect_gives_what_load_gives(village: Path) -> None:
    inspected, loaded = inspect(village, DAY), load(village)
    assert inspected.loaded.archive.records == loaded.archive.records
    assert inspected.loaded.files == loaded.files
    assert inspected.result.findings == ()


def test_an_archive_of_kept_files_answers_as_one_of_records(village: Path) -> None:
    shutil.copy(village / SQUARE, village / "records/places/shili-double.yaml")
    run(village, DAY)
    entries, _ = engine._entries(village, walk(village), _last(village))
    assert all(entry.held() is None for entry in entries), "records are made when asked for"
    kept = Archive((*load_presets().procedures.values(), *reversed(entries)))
    plain = load(village).archive
    assert dict(kept.records) == dict(plain.records)
    assert len(kept.records) == len(plain.records)
    assert kept.records.get("shili-nowhere") is None
    assert kept.duplicates == plain.duplicates != ()
    assert kept.of(Matter) == plain.of(Matter) == kept.matters
    assert kept.of(Matter) is kept.of(Matter), "indexes know a list of records by its identity"
    for identifier in ("shili-cun", "shili-xian", "20260108-shili-lamps", "shili-nowhere"):
        assert kept.find(identifier) == plain.find(identifier)
        assert kept.referrers(identifier) == plain.referrers(identifier)
        assert kept.children(identifier) == plain.children(identifier)
        assert list(kept.within(identifier)) == list(plain.within(identifier))


def _last(root: Path) -> LastRun | None:
    return recall(root, engine.fingerprint() + arrangements_digest(root))


def test_every_question_leaves_its_mark() -> None:
    questions = Questions()
    archive = Archive((), questions)
    archive.find("a")
    archive.referrers("b")
    archive.children("c")
    archive.of(Matter)
    list(archive.records)
    assert archive.duplicates == ()
    assert questions.marks == {
        "a",
        tracking.referrers_mark("b"),
        tracking.children_mark("c"),
        tracking.kind_mark(Kind.MATTER),
        tracking.EVERYTHING,
        tracking.DUPLICATES,
    }


def _check(code: str, run_: object, level: Level = Level.ERROR) -> Check:
    text, nothing = Text("字", "text"), Example({})
    return Check(code, text, text, text, nothing, nothing, (Kind.MATTER,), run_, level)  # type: ignore[arg-type]


def test_a_finding_may_stand_in_another_record(
    village: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_the_place(matter: Matter, archive: Archive, _context: object) -> object:
        place = archive.place(matter.place)
        preset = archive.find("four-affairs")
        assert place is not None
        assert preset is not None
        own = Text("自己改", "its own")
        yield Problem(place, ("title",), Text("地点", "place"), own)
        yield Problem(preset, ("title",), Text("预设", "preset"))

    checks = (_check("Z001", at_the_place, Level.WARNING),)
    monkeypatch.setattr(runner, "discover", lambda: checks)
    (preset, _, square) = run(village, DAY).findings
    assert (square.path, square.line, square.column, square.fix.en) == (SQUARE, 2, 8, "its own")
    assert (preset.path, preset.line, preset.fix.en) == (
        "presets/procedures/four-affairs.yaml",
        1,
        "text",
    )
    _edit(village, SQUARE, "id:", "# 说明\nid:")
    assert run(village, DAY).findings[2].line == 3
    assert run(village, DAY).findings == run(village, DAY, cached=False).findings


def test_every_check_is_found_once() -> None:
    checks = discover()
    assert len(checks) >= 30
    assert [check.code for check in checks] == sorted({check.code for check in checks})


def test_the_day_of_the_example_is_part_of_what_is_kept(tmp_path: Path) -> None:
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    later = date(2026, 6, 1)
    assert {each.code for each in run(tmp_path, later).findings} == {"M026", "T019"}
    place = tmp_path / "records/places/shili-xian.yaml"
    place.write_text(place.read_text("utf-8") + "example_day: 2026-04-01\n", "utf-8")
    assert run(tmp_path, later).findings == ()
