"""What is found while a file is read: the documentation of the codes ``Y…`` and ``S…``.

Loading finds these; this is what ``yizhan explain`` and the manual say of them, with a bad and
a good example each, which tests run. Bytes that are no UTF-8 are in the examples as surrogates.
"""

from __future__ import annotations

from collections.abc import Mapping

from yizhan.checks.shared.reading.form import Reading
from yizhan.checks.shared.reading.schema import SCHEMA
from yizhan.checks.shared.reading.yaml import YAML


def readings() -> Mapping[str, Reading]:
    """Every documentation, by code."""
    return {reading.code: reading for reading in (*SCHEMA, *YAML)}
