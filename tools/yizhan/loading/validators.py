"""Whether a file's data is what its kind's schema allows: the quickest validator first.

``jsonschema`` is the authority and says what is wrong. ``jsonschema_rs`` gives the same verdicts,
which a test holds, some hundred times faster, and is asked about every file where it is installed
(``pip install yizhan[fast]``); it is compiled, so not every platform has it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from yizhan.loading.schemas import bundle
from yizhan.model.vocabulary import Kind

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema.protocols import Validator


def is_valid(kind: Kind, data: Any) -> bool:
    """Whether the schema of a kind allows the data."""
    return quickest(kind).is_valid(data)


@cache
def quickest(kind: Kind) -> jsonschema_rs.Draft202012Validator | Validator:
    """The compiled validator of a kind, or the authority where that is not installed."""
    try:
        import jsonschema_rs
    except ImportError:
        return authority(kind)
    return jsonschema_rs.Draft202012Validator(_plain(bundle(kind)))


@cache
def authority(kind: Kind) -> Validator:
    """The validator that explains; imported late, since a run without findings needs none."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_plain(bundle(kind)))


def _plain(schema: Any) -> dict[str, Any]:
    result: dict[str, Any] = schema
    return result
