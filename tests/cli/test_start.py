"""What a command imports: starting takes longer than checking one changed file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

VILLAGE = Path(__file__).parents[1] / "village"
LAMPS = "records/matters/2026/20260108-shili-lamps.yaml"

ALWAYS_TOO_MUCH = (
    *("babel", "chinese_calendar", "jinja2", "jsonschema", "markdown", "markupsafe", "mkdocs"),
    *("pymdownx", "pypinyin", "ruamel", "watchdog"),
    *("fractions", "difflib", "csv", "tempfile", "importlib.metadata"),
    *(
        "yizhan.pages",
        "yizhan.publishing.publish",
        "yizhan.publishing.assemble",
        "yizhan.exports",
        "yizhan.commands.build",
    ),
    *("yizhan.reporting.findings.github", "yizhan.reporting.findings.gitlab"),
    *("yizhan.loading.round_trip", "yizhan.loading.schema_findings"),
)
"""Of ``yizhan check`` where nothing is wrong."""

UNTOUCHED_TOO_MUCH = (
    *(*ALWAYS_TOO_MUCH, "yaml", "jsonschema_rs", "email", "socket", "_hashlib", "random", "shutil"),
    "decimal",
    *("yizhan.checking.runner", "yizhan.checking.changes", "yizhan.loading.strict_yaml"),
    *("yizhan.checks.m001_known_step", "yizhan.checks.v008_person_named"),
)
"""Where no file was changed either."""

OTHER_KINDS_TOO_MUCH = (
    *("yizhan.checks.p001_level_order", "yizhan.checks.n001_operations_fit"),
    "yizhan.checks.j001_item_in_scheme",
)
"""Where one matter was changed: the checks of kinds that do not look at it."""

CODE = """
import json, sys
from yizhan.checking import engine
engine._TICK_NS = -(10**18)
from yizhan.cli import run
code = run(["check"])
print("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """The village, checked before."""
    shutil.copytree(VILLAGE / "records", tmp_path / "records")
    assert _modules(tmp_path)
    return tmp_path


def _modules(root: Path) -> set[str]:
    """The modules that are there once ``yizhan check`` is through, by their names and packages'."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    clean["YIZHAN_AS_OF"] = "2026-04-10"  # of a day before today nothing is kept
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=root, env=clean, capture_output=True, check=True
    )
    code, modules = json.loads(done.stdout.decode().splitlines()[-1])
    assert code == 0
    return set(modules)


def test_a_check_of_nothing_new_imports_neither_parser_nor_checks(village: Path) -> None:
    assert _modules(village) & set(UNTOUCHED_TOO_MUCH) == set()


def test_a_check_of_one_changed_matter_imports_what_it_needs(village: Path) -> None:
    text = (village / LAMPS).read_text("utf-8")
    (village / LAMPS).write_text(text.replace("cost: 1600", "cost: 1700"), "utf-8")
    found = _modules(village)
    assert {"yaml", "yizhan.checks.m001_known_step"} <= found
    assert found & {*ALWAYS_TOO_MUCH, *OTHER_KINDS_TOO_MUCH} == set()


def test_the_help_of_a_command_imports_nothing_that_it_runs() -> None:
    code = "import sys; from yizhan.cli import run; run(['check', '--help'])\n"
    code += "assert 'yizhan.checking' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
