"""Whether a file's data is what its kind's schema allows: a fast validator first.

``jsonschema`` is the authority and says what is wrong; ``jsonschema_rs`` gives the same verdicts,
which a test holds, some hundred times faster, and is asked about every file.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from yizhan.loading.schemas import bundle
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema.protocols import Validator


def is_valid(kind: Kind, data: object) -> bool:
    """Whether the schema of a kind allows the data."""
    return fast_validator(kind).is_valid(data)


@cache
def fast_validator(kind: Kind) -> jsonschema_rs.Draft202012Validator:
    """The compiled validator of a kind."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(_plain(bundle(kind)))


@cache
def authority(kind: Kind) -> Validator:
    """The validator that explains; imported late, since a run without findings needs none."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_plain(bundle(kind)))


def _plain(schema: Any) -> dict[str, Any]:
    result: dict[str, Any] = schema
    return result
