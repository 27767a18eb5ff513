"""The catalogue of checks: file, code and manual agree, and every message is a clerk's."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import SimpleNamespace

import pytest

import yizhan.checks
from yizhan.checking.explanations import explanations
from yizhan.checks import discover, with_codes
from yizhan.checks.shared.check import Check
from yizhan.facts.effects import EFFECTS
from yizhan.facts.matter_log import Fault
from yizhan.facts.meeting_chain import ChainFault
from yizhan.facts.procedure_soundness import Defect
from yizhan.facts.progress import Refusal
from yizhan.facts.rule_text import Conflict
from yizhan.facts.ruling import Shortfall
from yizhan.facts.strictness import Looseness
from yizhan.model.finding import Level
from yizhan.publishing.check_docs import FOLDERS, GROUPS, check_pages

ROOT = Path(__file__).resolve().parents[2]
CHECKS = discover()
MODULES = {
    name: import_module(f"yizhan.checks.{name}")
    for _, name, _ in iter_modules(yizhan.checks.__path__)
    if re.match(r"[a-z]\d", name)
}
HAN = re.compile("[一-鿿]")


@pytest.mark.parametrize("name", sorted(MODULES))
def test_the_files_name_is_the_code_and_says_what_it_is(name):
    module = MODULES[name]
    assert re.fullmatch(r"[a-z]\d{3}(_[a-z]+)+", name)
    assert isinstance(module.CHECK, Check)
    assert module.CHECK.code == name[:4].upper()
    assert module.__doc__.startswith(f"{module.CHECK.code}: ")


def test_every_check_is_found_by_being_there():
    assert {check.code for check in CHECKS} == {name[:4].upper() for name in MODULES}
    assert len(CHECKS) >= 90


def test_every_code_has_its_pages_and_there_are_no_others():
    paths = {path for path, _text in check_pages()}
    for folder in FOLDERS.values():
        names = {Path(path).stem for path in paths if Path(path).parent == Path(folder)}
        assert names == {"index", "shell", *explanations()}


def test_every_letter_is_explained():
    assert {code[0] for code in explanations()} == set(GROUPS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_words_are_whole_in_both_languages(check):
    for zh, en in (check.why, check.fix):
        assert zh.endswith("。")
        assert en.endswith(".")
        assert HAN.search(zh)
        assert not HAN.search(en)
    assert not check.title.zh.endswith("。")
    assert not HAN.search(check.title.en)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_examples_name_no_machine_and_are_fictitious(check):
    for example in (check.bad, check.good):
        for path, text in example.files.items():
            assert path.startswith("records/")
            if path.endswith(".yaml") and check.code != "A010":
                assert "example: true\n" in text or check.code == "A006"


@pytest.mark.parametrize(
    "file",
    sorted((Path(__file__).parent / "expected").rglob("*.txt")),
    ids=lambda file: file.stem,
)
def test_findings_are_sentences_without_pointers(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  ") and not line.startswith("  |"):
            assert line.endswith(("。", "？", ".", "?")), line
            assert not re.search(r"\{\w*\}|\bNone\b|\('", line), line


@pytest.mark.parametrize("code", [check.code for check in CHECKS if check.code.startswith("V")])
def test_personal_data_is_masked(code):
    check = next(check for check in CHECKS if check.code == code)
    (text,) = check.bad.files.values()
    secret = text.rsplit("summary: ", 1)[1]
    said = (Path(__file__).parent / "expected" / f"{code}.txt").read_text(encoding="utf-8")
    for piece in re.findall(r"[0-9A-Za-z@.]{5,}", secret):
        assert piece not in said


REFUSED_BY_SCHEMA = {Fault.OUTCOME_WITHOUT_REASON, Fault.PART_TWICE}
TOLD_BY_OTHERS = {Fault.UNKNOWN_TIER, Fault.OWN_PART, Fault.MERGED_INTO_ITSELF}  # C003, A011


def test_every_violation_of_a_log_has_one_check():
    told = [
        key for name, module in MODULES.items() if name[0] == "m" for key in _log_messages(module)
    ]
    assert len(told) == len(set(told))
    assert set(told) | REFUSED_BY_SCHEMA | TOLD_BY_OTHERS == {*Fault, *Refusal}


def _log_messages(module):
    return [key for key in getattr(module, "_MESSAGES", {}) if isinstance(key, (Fault, Refusal))]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("c001_procedure_sound", set(Defect)),
        ("l003_not_looser_than_law", set(Looseness)),
        ("n001_operations_fit", set(Conflict)),
    ],
)
def test_what_the_model_can_find_has_its_message(name, keys):
    assert set(MODULES[name]._MESSAGE) == keys


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (
            ("t013_chain_order", "t020_chain_known", "t022_chain_in_force"),
            {*ChainFault} - {ChainFault.NOT_PUBLISHED},
        ),
    ],
)
def test_what_is_of_two_kinds_has_two_checks(names, keys):
    said = [key for name in names for key in MODULES[name]._MESSAGE]
    assert set(said) == keys
    assert len(said) == len(set(said))


def test_what_a_decision_falls_short_in_has_one_check():
    of_numbers = import_module("yizhan.checks.shared.falling_short")
    said = [*of_numbers._OF_MEETING, *of_numbers._OF_DECISION]
    said += [
        MODULES[name].ABOUT for name in ("t021_decision_rule_named", "t023_decision_rule_applies")
    ]
    assert set(said) == {*Shortfall} - {Shortfall.SHORT_NOTICE, Shortfall.SHORT_POSTING}
    assert len(said) == len(set(said))


def test_codes_are_found_in_their_files_or_not_at_all(monkeypatch):
    assert [check.code for check in with_codes({"T021", "A001"})] == ["A001", "T021"]
    assert with_codes({"A001", "T999"}) is None
    monkeypatch.setattr(MODULES["a001_id_matches_path"], "CHECK", SimpleNamespace(code="A777"))
    assert with_codes({"A001"}) is None


def test_two_checks_with_one_code_are_a_defect(monkeypatch):
    module = SimpleNamespace(CHECK=SimpleNamespace(code="Z001"))
    monkeypatch.setattr(yizhan.checks, "import_module", lambda _: module)
    with pytest.raises(ValueError, match="code Z001 is used twice"):
        discover.__wrapped__()


def test_a_retired_code_is_refused(monkeypatch):
    monkeypatch.setattr(yizhan.checks, "RETIRED", frozenset({"B001"}))
    with pytest.raises(ValueError, match="B001 is retired, and b001_parent_nearby has it"):
        discover.__wrapped__()


def test_every_irregular_check_says_what_its_rule_does_to_the_act_and_no_other():
    irregular = {check.code for check in CHECKS if check.level is Level.IRREGULAR}
    assert set(EFFECTS) == irregular
    assert all((check.effect is None) is (check.code not in irregular) for check in CHECKS)
