"""A form of writing is one file: dropped in, it is a choice, stands in the help and is used."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from yizhan.cli import run
from yizhan.reporting import figures, findings, month
from yizhan.reporting.formats import formats_in

TESTS = Path(__file__).parents[1]
DAY = ("--as-of", "2026-04-10")
FORM = """
from yizhan.model.text import Text
from yizhan.reporting.formats import Format, Summary

FORMAT = Format(
    Text("试用", "for a trial"),
    lambda subject, lang: f"{type(subject).__name__} {lang}\\n",
    summary=Summary("TRIAL_FILE", lambda subject, lang: f"summary {lang}\\n"),
)
"""


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, and a form ``trial`` that lies with the others of each command."""
    forms = tmp_path / "forms"
    forms.mkdir()
    (forms / "trial.py").write_text(FORM, encoding="utf-8")
    (forms / "helper.py").write_text("", encoding="utf-8")
    for package in (findings, figures, month):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(forms)])
    shutil.copytree(TESTS / "village" / "records", tmp_path / "village" / "records")
    monkeypatch.chdir(tmp_path / "village")
    return tmp_path


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("check", *DAY), "Report"),
        (("metrics", *DAY), "Figures"),
        (("report", "2026-03", *DAY), "MonthReport"),
    ],
)
def test_a_form_that_is_dropped_in_is_there(
    words: tuple[str, ...], written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", *words, "--format", "trial"]) == 0
    assert capsys.readouterr().out == f"{written} en\n"
    run(["--lang", "en", words[0], "--help"])
    assert "trial for a trial" in " ".join(capsys.readouterr().out.split())
    run(["--lang", "en", *words, "--format", "helper"])
    assert "trial" in capsys.readouterr().err


def test_its_summary_is_written_where_the_service_asks_for_it(
    trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["check", *DAY, "--format", "trial"]) == 0
    monkeypatch.setenv("TRIAL_FILE", str(trial / "summary"))
    assert run(["check", *DAY, "--format", "trial"]) == 0
    assert (trial / "summary").read_text(encoding="utf-8") == "summary zh\n"
    assert run(["check", *DAY, "--format", "text"]) == 0
    assert (trial / "summary").read_text(encoding="utf-8") == "summary zh\n"


@pytest.mark.parametrize(
    ("package", "default"), [(findings, "text"), (figures, "text"), (month, "markdown")]
)
def test_every_file_of_a_package_is_a_form_by_its_name(package: ModuleType, default: str) -> None:
    files = sorted(file.stem for file in Path(*package.__path__).glob("[a-z]*.py"))
    assert list(formats_in(package)) == files
    assert default in files
