import pytest

from yizhan.loading import presets
from yizhan.loading.presets import load_presets


def test_presets_are_read_once():
    assert load_presets() is load_presets()


def test_a_broken_preset_is_a_defect_of_the_tool(tmp_path):
    broken = tmp_path / "x.yaml"
    broken.write_text("a: [1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"preset x\.yaml"):
        presets._read(broken)
